"""One cell of the filmstrip: number, shape, thumbnail."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from sowhat.gui.paint import frame, shape
from sowhat.gui.paint.look import Look, Sight

GUTTER = 34.0  # logical pixels for number and shape
MARGIN = 8.0
SHAPE = 14.0


@dataclass(frozen=True, slots=True)
class FilmCell:
    """What a cell shows; ``aspect`` is the slide's width to its height."""

    number: int
    sight: Sight
    hidden: bool
    picture: QPixmap | None
    aspect: float
    chosen: bool = False
    hover: bool = False
    focus: bool = False


def height(width: float, aspect: float) -> float:
    """Return how high a cell of ``width`` is."""
    return (width - GUTTER - 2 * MARGIN) / aspect + 2 * MARGIN


def paint(painter: QPainter, cell: FilmCell, area: QRectF, look: Look) -> None:
    """Paint the cell into ``area``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, cell, area, look)
    gutter = QRectF(area.left(), area.top() + MARGIN, GUTTER, area.height())
    painter.setFont(look.scaled(0.9, bold=cell.chosen))
    painter.setPen(look.colours.ink if cell.chosen else look.colours.muted)
    line = QRectF(gutter.left(), gutter.top(), gutter.width(), 16)
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter, str(cell.number))
    mark = QRectF(0, 0, SHAPE, SHAPE)
    mark.moveCenter(QPointF(gutter.center().x(), line.bottom() + 12))
    sheet = area.adjusted(GUTTER, MARGIN, -MARGIN, -MARGIN)
    painter.setOpacity(0.42 if cell.hidden else 1.0)
    shape.paint(painter, cell.sight, mark, look)
    frame.paint(painter, cell.picture, frame.fit(cell.aspect, 1.0, sheet), look)
    painter.setOpacity(1.0)
    if cell.hidden:
        _paint_struck(painter, line, look)
    painter.restore()


def _paint_ground(painter: QPainter, cell: FilmCell, area: QRectF, look: Look) -> None:
    inner = area.adjusted(2, 1, -2, -1)
    if cell.chosen or cell.hover:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colours.chosen if cell.chosen else look.colours.hover)
        painter.drawRoundedRect(inner, 6, 6)
    if cell.focus and cell.chosen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colours.accent, 1.5))
        painter.drawRoundedRect(inner.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)


def _paint_struck(painter: QPainter, line: QRectF, look: Look) -> None:
    middle = line.center()
    painter.setPen(QPen(look.colours.muted, 1.3))
    painter.drawLine(
        QPointF(middle.x() - 10, middle.y() + 4), QPointF(middle.x() + 10, middle.y() - 4)
    )
