"""A brief for a slide that the deck lacks, to read and to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sowhat.export.wording import place_words, sentence_of
from sowhat.gui.panels.advice import MarkedAdvice
from sowhat.gui.panels.parts import label
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.model import Missing

WIDE = 520  # logical pixels


class BriefDialog(QDialog):
    """Shows the brief: its words can be copied, and what becomes of it can be marked."""

    def __init__(self, missing: Missing, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("A slide to write"))
        self._missing = missing
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(9)
        place = self.tr("Where it goes: {place}").format(place=place_words(missing))
        for words, scale, bold in (
            (missing.title, 1.35, True),
            (place, 1.0, False),
            (missing.why, 1.0, False),
            ("\n".join(f"•  {line}" for line in missing.lines), 1.0, False),
            (missing.ask, 1.0, False),
            (sentence_of(missing.effect) if missing.effect else "", 1.0, False),
        ):
            if words:
                quiet = words in (place, sentence_of(missing.effect))
                line = label(words, theme, scale=scale, bold=bold, quiet=quiet)
                line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                wide = round(WIDE * theme.size)
                line.setMinimumWidth(wide)
                line.setMinimumHeight(line.heightForWidth(wide))
                column.addWidget(line)
        self.marked = MarkedAdvice(session, theme)
        self.marked.show_for(missing.subjects)
        column.addWidget(self.marked)
        self.copy = QPushButton(theme.icon("copy"), self.tr("Copy the brief"))
        self.copy.setToolTip(self.tr("Copy its words, for whoever writes the slide"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.words))
        close = QPushButton(self.tr("Close"))
        close.setToolTip(self.tr("Close this brief (Esc)"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        close.setFocus()  # Return closes it, and marks nothing
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.copy)
        foot.addWidget(close)
        column.addSpacing(6)
        column.addLayout(foot)

    @property
    def words(self) -> str:
        """The brief as plain text."""
        one = self._missing
        lines = [f"• {line}" for line in one.lines]
        return "\n".join([one.title, place_words(one), one.why, *lines, one.ask])
