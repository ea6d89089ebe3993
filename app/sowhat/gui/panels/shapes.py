"""Small pieces that paint a verdict's shape, or the number of a mark."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from sowhat.gui.paint import Look, Sight, marks, shape
from sowhat.gui.theme import Theme
from sowhat.model import Side

ICON = 14  # logical pixels
AIR = 0.2  # of an icon that its shape leaves free


def shape_icon(shown: Sight, widget: QWidget, theme: Theme) -> QIcon:
    """Return the shape as the icon of a button like ``widget``, apart from the words after it."""
    ratio = widget.devicePixelRatioF()
    side = ICON * theme.size
    image = QPixmap(round(side * ratio), round(side * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    across = side * (1 - AIR)
    look = Look(theme.colours, widget.font())
    shape.paint(painter, shown, QRectF(0, (side - across) / 2, across, across), look)
    painter.end()
    return QIcon(image)


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
        marks.paint_badge(painter, self._number, self._side, QRectF(self.rect()), look, paper=False)
