"""Whether the deck can go: the word first, behind its sign, and the sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sowhat.gui.paint import Look, ready
from sowhat.gui.panels.parts import label
from sowhat.gui.theme import Theme
from sowhat.model import Readiness
from sowhat.texts import text

SIGN = 44  # logical pixels


class SignView(QWidget):
    """The sign of a check."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sign = ""
        theme.changed.connect(self._fit)
        self._fit()

    def show_sign(self, sign: str) -> None:
        """Show the sign of that name, nothing for an empty one."""
        self._sign = sign
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint the sign."""
        if self._sign:
            look = Look(self._theme.colours, self._theme.font())
            area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            ready.paint(QPainter(self), self._sign, area, look)

    def _fit(self) -> None:
        """Be as large as the words beside it."""
        side = round(SIGN * Look(self._theme.colours, self._theme.font()).unit)
        self.setFixedSize(side, side)
        self.update()


class ReadinessPanel(QWidget):
    """The head of the rep's page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.sign = SignView(theme)
        self.word = label("", theme, scale=1.8, bold=True)
        self.sentence = label("", theme, scale=1.1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.word)
        words.addWidget(self.sentence)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(self.sign)
        line.addLayout(words, 1)
        self.show_check(None)

    def show_check(self, found: Readiness | None) -> None:
        """Show what came of the check, or that there is none yet."""
        if found is None:
            self.sign.show_sign("")
            self.word.setText(text("check.title"))
            self.sentence.setText(self.tr("Say whom it is for, and check it."))
        else:
            self.sign.show_sign(str(found.ready))
            self.word.setText(text(f"check.{found.ready}"))
            self.sentence.setText(found.sentence)
        self.setAccessibleName(f"{self.word.text()}. {self.sentence.text()}")
