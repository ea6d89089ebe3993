"""One slide on the sorter: its picture, and under it its verdict and its place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap

from sowhat.gui.paint import frame, shape
from sowhat.gui.paint.look import Look, Sight

EDGE = 9.0  # logical pixels around the picture
FOOT = 24.0
SHAPE = 13.0
FADED = 0.35


@dataclass(frozen=True, slots=True)
class SorterCard:
    """What a card shows.

    ``place`` is where the slide stands; ``beside`` it stands where to or from it moved, or that it
    is cut. One that is ``moved`` is framed, one that is ``cut`` struck out.
    """

    place: int
    sight: Sight
    picture: QPixmap | None
    aspect: float
    hidden: bool = False
    moved: bool = False
    cut: bool = False
    beside: str = ""
    chosen: bool = False
    hover: bool = False
    focus: bool = False


def height(width: float, aspect: float, look: Look) -> float:
    """Return how high a card of ``width`` is."""
    return (width - 2 * EDGE) / aspect + EDGE + FOOT * look.unit


def drop_place(index: int, count: int, area: QRectF, point: QPointF) -> int:
    """Return before which place a slide lands that is dropped at ``point`` on card ``index``.

    ``index`` is -1 beside all cards, ``area`` the card's.
    """
    if index < 0:
        return count
    return index + (point.x() > area.center().x())


def paint(painter: QPainter, card: SorterCard, area: QRectF, look: Look) -> None:
    """Paint the card into ``area``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, card, area, look)
    sheet = area.adjusted(EDGE, EDGE, -EDGE, -FOOT * look.unit)
    place = frame.fit(card.aspect, 1.0, sheet)
    painter.setOpacity(FADED if card.cut or card.hidden else 1.0)
    frame.paint(painter, card.picture, place, look)
    painter.setOpacity(1.0)
    if card.cut:
        painter.setPen(QPen(look.colours.muted, 1.6))
        painter.drawLine(place.topLeft(), place.bottomRight())
    elif card.moved:
        painter.setPen(QPen(look.colours.accent, 2.0))
        painter.drawRect(place.adjusted(-2, -2, 2, 2))
    foot = QRectF(place.left(), sheet.bottom() + 3, place.width(), FOOT * look.unit - 5)
    _paint_foot(painter, card, foot, look)
    painter.restore()


def _paint_ground(painter: QPainter, card: SorterCard, area: QRectF, look: Look) -> None:
    inner = area.adjusted(2, 2, -2, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    if card.chosen or card.hover:
        painter.setBrush(look.colours.chosen if card.chosen else look.colours.hover)
        painter.drawRoundedRect(inner, 6, 6)
    if card.focus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colours.accent, 1.5))
        painter.drawRoundedRect(inner.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)


def _paint_foot(painter: QPainter, card: SorterCard, foot: QRectF, look: Look) -> None:
    side = SHAPE * look.unit
    mark = QRectF(foot.left(), 0, side, side)
    mark.moveCenter(QPointF(mark.center().x(), foot.center().y()))
    shape.paint(painter, card.sight, mark, look)
    font = look.scaled(0.9, bold=True)
    line = foot.adjusted(side + 6, 0, 0, 0)
    painter.setFont(font)
    painter.setPen(look.colours.muted if card.cut or card.hidden else look.colours.ink)
    left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(line, left, str(card.place))
    if card.beside:
        line.adjust(QFontMetricsF(font).horizontalAdvance(str(card.place)) + 8, 0, 0, 0)
        painter.setFont(look.scaled(0.9))
        painter.setPen(look.colours.muted if card.cut else look.colours.accent)
        painter.drawText(line, left, card.beside)
