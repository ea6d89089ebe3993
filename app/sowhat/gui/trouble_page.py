"""What the tab of a deck says that could not be audited: what happened and what to do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sowhat.gui import trouble
from sowhat.gui.panels.parts import label, push
from sowhat.gui.theme import Theme

ICON = 44  # logical pixels
WIDE = 520


class TroublePage(QWidget):
    """One sentence, what to do, and buttons that do it; the details can be copied."""

    again_asked = Signal()
    password_asked = Signal()
    close_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._details = ""
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name = self._line(scale=1.5, bold=True)
        self.words = self._line()
        self.again = push(self.tr("Try again"), self.tr("Audit the deck once more (F5)"))
        self.password = push(
            self.tr("Enter its password…"), self.tr("The password is used now, and not kept")
        )
        self.copy = push(
            self.tr("Copy details"), self.tr("Copy what happened; it holds no word of the deck")
        )
        self.close_button = push(self.tr("Close this tab"), self.tr("Close this tab (Ctrl+W)"))
        for button in (self.again, self.password):
            button.setProperty("primary", True)  # noqa: FBT003
        self.again.clicked.connect(self.again_asked)
        self.password.clicked.connect(self.password_asked)
        self.copy.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.close_asked)
        self._assemble()
        theme.changed.connect(self._paint_icon)
        self._paint_icon()

    def tell(self, path: Path, error: Exception) -> None:
        """Say that the deck at ``path`` could not be audited, and why."""
        told = trouble.told("audit", error)
        self._details = told.details
        self.name.setText(path.name)
        self.words.setText(told.words)
        self.password.setVisible(trouble.locked(error))
        self.again.setVisible(trouble.passing(error))
        self.setAccessibleDescription(told.words)

    def _line(self, *, scale: float = 1.0, bold: bool = False) -> QLabel:
        made = label("", self._theme, scale=scale, bold=bold)
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def _assemble(self) -> None:
        words = QWidget()
        words.setFixedWidth(WIDE)
        inside = QVBoxLayout(words)
        inside.setSpacing(10)
        for part in (self._picture, self.name, self.words):
            inside.addWidget(part)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(words)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(3)
        column.addLayout(middle)
        column.addSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addStretch(1)
        for button in (self.again, self.password, self.copy, self.close_button):
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(4)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self.copy.setText(self.tr("Copied"))

    def _paint_icon(self) -> None:
        picture = self._theme.picture("warning", ICON, self.devicePixelRatioF())
        self._picture.setPixmap(picture)
