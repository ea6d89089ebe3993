"""One cell of the filmstrip: number, shape and motifs beside the thumbnail."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap

from sowhat.gui.paint import frame, shape
from sowhat.gui.paint.look import Look, Sight

GUTTER = 34.0  # logical pixels for number and shape
MARGIN = 8.0
SHAPE = 14.0
ICON = 15.0  # of a motif
MOST_GROWN = 1.5  # times, beside large words
MOST_ICONS = 3
BADGE = 15.0  # of what says that the user decided


@dataclass(frozen=True, slots=True)
class FilmCell:
    """What a cell shows; ``aspect`` is the slide's width to its height.

    ``icons`` are the motifs', the main one first; ``decided`` says that the user did; ``news``
    is what is new of it since the version before.
    """

    number: int
    sight: Sight
    hidden: bool
    picture: QPixmap | None
    aspect: float
    chosen: bool = False
    hover: bool = False
    focus: bool = False
    icons: tuple[QPixmap, ...] = ()
    decided: bool = False
    news: str = ""


def icon_places(count: int, area: QRectF, unit: float = 1.0) -> tuple[QRectF, ...]:
    """Return where ``count`` motifs stand in a cell's gutter: as many as there is room for.

    ``unit`` is the look's.
    """
    top = area.top() + MARGIN + 16 * unit + 24
    side = ICON * min(unit, MOST_GROWN)
    room = int((area.bottom() - 2 - top) // (side + 2))
    left = area.left() + (GUTTER - side) / 2
    shown = min(count, max(room, 0), MOST_ICONS)
    return tuple(QRectF(left, top + at * (side + 2), side, side) for at in range(shown))


def height(width: float, aspect: float) -> float:
    """Return how high a cell of ``width`` is."""
    return (width - GUTTER - 2 * MARGIN) / aspect + 2 * MARGIN


def paint(painter: QPainter, cell: FilmCell, area: QRectF, look: Look) -> None:
    """Paint the cell into ``area``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, cell, area, look)
    gutter = QRectF(area.left(), area.top() + MARGIN, GUTTER, area.height())
    number = str(cell.number)
    painter.setFont(look.fitted(number, GUTTER - 4, 0.9, bold=cell.chosen))
    painter.setPen(look.colours.ink if cell.chosen else look.colours.muted)
    line = QRectF(gutter.left(), gutter.top(), gutter.width(), 16 * look.unit)
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter, number)
    mark = QRectF(0, 0, SHAPE, SHAPE)
    mark.moveCenter(QPointF(gutter.center().x(), line.bottom() + 12))
    sheet = area.adjusted(GUTTER, MARGIN, -MARGIN, -MARGIN)
    painter.setOpacity(0.42 if cell.hidden else 1.0)
    shape.paint(painter, cell.sight, mark, look)
    for place, icon in zip(icon_places(len(cell.icons), area, look.unit), cell.icons, strict=False):
        painter.drawPixmap(place.toRect(), icon)
    paper = frame.fit(cell.aspect, 1.0, sheet)
    frame.paint(painter, cell.picture, paper, look)
    painter.setOpacity(1.0)
    if cell.sight is Sight.UNSURE:
        _paint_unsure(painter, paper, look)
    if cell.news:
        _paint_news(painter, cell.news, paper, look)
    if cell.decided:
        _paint_decided(painter, paper, look)
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


def _paint_news(painter: QPainter, words: str, paper: QRectF, look: Look) -> None:
    """Paint a tag on the thumbnail's lower corner."""
    font = look.fitted(words, paper.width() - 12, 0.82, bold=True)
    metrics = QFontMetricsF(font)
    tag = QRectF(0, 0, metrics.horizontalAdvance(words) + 12, metrics.height() + 4)
    tag.moveBottomLeft(paper.bottomLeft() + QPointF(-3, 3))
    painter.setPen(QPen(look.colours.card, 1.5))
    painter.setBrush(look.colours.accent)
    painter.drawRoundedRect(tag, 4, 4)
    painter.setFont(font)
    painter.setPen(look.colours.on_accent)
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, words)


def _paint_struck(painter: QPainter, line: QRectF, look: Look) -> None:
    middle = line.center()
    painter.setPen(QPen(look.colours.muted, 1.3))
    painter.drawLine(
        QPointF(middle.x() - 10, middle.y() + 4), QPointF(middle.x() + 10, middle.y() - 4)
    )


def _paint_unsure(painter: QPainter, paper: QRectF, look: Look) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(look.colours.muted, 1.5)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.drawRect(paper.adjusted(-1.5, -1.5, 1.5, 1.5))


def _paint_decided(painter: QPainter, paper: QRectF, look: Look) -> None:
    """Paint a tick on the thumbnail's corner."""
    disc = QRectF(0, 0, BADGE, BADGE)
    disc.moveCenter(paper.topRight() + QPointF(-3, 3))
    painter.setPen(QPen(look.colours.card, 1.5))
    painter.setBrush(look.colours.accent)
    painter.drawEllipse(disc)
    painter.setPen(QPen(look.colours.on_accent, 1.8, c=Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = disc.center()
    corners = [QPointF(-3.2, 0.2), QPointF(-0.8, 2.6), QPointF(3.4, -2.4)]
    painter.drawPolyline([middle + corner for corner in corners])
