"""Small pieces that panels are put together from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLayout,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from sowhat.gui.paint import Look, Sight, marks, shape
from sowhat.gui.theme import Theme
from sowhat.model import Side


class Label(QLabel):
    """A label whose font is ``scale`` times the window's, also after that has changed."""

    def __init__(self, theme: Theme, scale: float = 1.0, *, bold: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._scale = scale
        self._bold = bold
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._theme.font(self._scale, bold=self._bold))


def label(
    words: str, theme: Theme, *, scale: float = 1.0, bold: bool = False, quiet: bool = False
) -> QLabel:
    """Return a label that wraps; its words are never taken for markup."""
    made = Label(theme, scale, bold=bold)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(words)
    made.setWordWrap(True)
    made.setProperty("quiet", quiet)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def card() -> QFrame:
    """Return an empty card with a thin frame."""
    made = QFrame()
    made.setProperty("card", True)  # noqa: FBT003
    return made


def stacked(above: QWidget, below: QWidget, grows: int = 1) -> QWidget:
    """Return a widget with one above the other; the one at ``grows`` (0 or 1) gets the room."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for place, part in enumerate((above, below)):
        column.addWidget(part, int(place == grows))
    return made


def abreast(parts: Sequence[QWidget], sizes: Sequence[int]) -> QSplitter:
    """Return parts side by side with edges to drag; ``sizes`` are their widths at first."""
    made = QSplitter(Qt.Orientation.Horizontal)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(8)
    for part in parts:
        made.addWidget(part)
    made.setSizes(list(sizes))
    return made


def fill_page(page: QWidget, head: QWidget, middle: QWidget, foot: QLayout) -> None:
    """Lay a page out: what is told on top, what is looked at, and the buttons below."""
    column = QVBoxLayout(page)
    column.setContentsMargins(12, 8, 12, 12)
    column.setSpacing(8)
    column.addWidget(head)
    column.addWidget(middle, 1)
    column.addLayout(foot)


class ShapeLabel(QWidget):
    """Shows the shape of a verdict."""

    def __init__(self, shown: Sight, size: int, theme: Theme) -> None:
        super().__init__()
        self._shown = shown
        self._theme = theme
        across = round(size * theme.size)
        self.setFixedSize(across, across)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the fixed size."""
        return self.size()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint the shape."""
        painter = QPainter(self)
        shape.paint(
            painter, self._shown, QRectF(self.rect()), Look(self._theme.colours, self.font())
        )


class BadgeLabel(QWidget):
    """Shows the number of a mark as it stands on the slide."""

    SIZE = 22

    def __init__(self, number: int, side: Side, theme: Theme, size: int = SIZE) -> None:
        super().__init__()
        self._number = number
        self._side = side
        self._theme = theme
        across = round(size * theme.size)
        self.setFixedSize(across, across)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint the badge."""
        painter = QPainter(self)
        look = Look(self._theme.colours, self.font())
        marks.paint_badge(painter, self._number, self._side, QRectF(self.rect()), look)
