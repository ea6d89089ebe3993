"""The empty window: it invites a deck."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sowhat.gui.panels.parts import label, put
from sowhat.gui.recent_list import RecentList
from sowhat.gui.theme import Theme
from sowhat.gui.tips import tip
from sowhat.paths import resources

ICON = 52  # logical pixels
NARROW, WIDE, HIGH = 390, 560, 340  # of the two cards


def samples() -> tuple[Path, ...]:
    """Return the sample decks that come with the program."""
    return tuple(sorted((resources() / "samples").glob("*.pptx"), reverse=True))


class StartPage(QWidget):
    """A place to drop decks on, a button to open one, the decks opened last, the samples."""

    open_asked = Signal()
    deck_asked = Signal(object)

    def __init__(self, theme: Theme, recent: RecentList) -> None:
        super().__init__()
        self._theme = theme
        self.recent = recent
        recent.chosen.connect(self.deck_asked)
        self._picture = QLabel()
        put(self._picture, alignment="AlignCenter")
        self.open_button = QPushButton(self.tr("Open a deck…"))
        self.open_button.setProperty("primary", True)  # noqa: FBT003
        self.open_button.setToolTip(self.tr("Choose a PowerPoint or PDF file (Ctrl+O)"))
        self.open_button.clicked.connect(self.open_asked)
        self.sample_buttons = tuple(self._sample_button(path) for path in samples())
        self.drop = QFrame()
        self.drop.setObjectName("drop")
        self._recent = recent
        self._fit()
        self._assemble()
        recent.show_decks()
        theme.changed.connect(self.paint_icon)
        theme.changed.connect(self._fit)

    def set_over(self, over: bool) -> None:  # noqa: FBT001
        """Show that a file hovers over the window."""
        self.drop.setProperty("over", over)
        self.drop.style().unpolish(self.drop)
        self.drop.style().polish(self.drop)

    def _fit(self) -> None:
        """Have room for words in the size of now."""
        more = 1 + (self._theme.size - 1) / 2
        self._picture.setFixedHeight(round(ICON * self._theme.size))
        for one in (self.drop, self._recent):
            one.setFixedHeight(round(HIGH * more))
            one.setMinimumWidth(NARROW)
            one.setMaximumWidth(round(WIDE * more))

    def _assemble(self) -> None:
        inside = QVBoxLayout(self.drop)
        inside.setContentsMargins(40, 30, 40, 26)
        inside.setSpacing(8)
        inside.addStretch(1)
        inside.addWidget(self._picture)
        for words, scale, bold in (
            (self.tr("Drop a deck here"), 1.8, True),
            (self.tr("See which slides are about you and which about your customer."), 1.0, False),
            (self.tr("PowerPoint or PDF. It stays on this computer."), 1.0, False),
        ):
            line = label(words, self._theme, scale=scale, bold=bold, quiet=not bold)
            put(line, alignment="AlignCenter")
            inside.addWidget(line)
        inside.addSpacing(10)
        inside.addLayout(self._button_line())
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(3)
        column.addLayout(self._cards())
        column.addSpacing(18)
        column.addLayout(self._samples_line())
        column.addStretch(4)

    def _button_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.open_button)
        line.addStretch(1)
        return line

    def _cards(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(24, 0, 24, 0)
        line.setSpacing(18)
        line.addStretch(1)
        line.addWidget(self.drop, 8)
        line.addWidget(self.recent, 8)
        line.addStretch(1)
        return line

    def _samples_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addStretch(1)
        if self.sample_buttons:
            line.addWidget(label(self.tr("Or look at a sample:"), self._theme, quiet=True))
        for button in self.sample_buttons:
            line.addWidget(button)
        line.addStretch(1)
        return line

    def _sample_button(self, path: Path) -> QPushButton:
        names = {
            "vendor": self.tr("A deck about its vendor"),
            "customer": self.tr("The same story, about the customer"),
        }
        name = next((words for key, words in names.items() if key in path.stem), path.stem)
        button = QPushButton(name)
        button.setToolTip(tip(self.tr("Audit the sample {name}").format(name=path.name)))
        button.clicked.connect(lambda: self.deck_asked.emit(path))
        return button

    def paint_icon(self) -> None:
        """Paint the picture of a deck, for which there is room."""
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(self._theme.picture("deck", ICON, ratio))
