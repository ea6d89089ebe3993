"""Where on a slide a check found something: framed, blockers strongest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from sowhat.gui.paint.marks import on_frame
from sowhat.model import Box, Side
from sowhat.palette import palette

LEAST = 0.012  # of the slide: what is smaller is framed as large
GROWN = 5.0  # logical pixels, around what is framed
FADED = 0.45


@dataclass(frozen=True, slots=True)
class Spot:
    """One place: ``stops`` where the deck must not go out for its sake, ``meant`` where it stays;
    ``exact`` false where the place is estimated."""

    box: Box
    stops: bool = False
    meant: bool = False
    exact: bool = True


def visible(box: Box) -> Box:
    """Return the part of a box that lies on the slide, at its edge where all is beside it."""
    inside = box.clamped()
    x0, y0 = min(inside.x0, 1 - LEAST), min(inside.y0, 1 - LEAST)
    return Box(x0, y0, max(inside.x1, x0 + LEAST), max(inside.y1, y0 + LEAST))


def place(spot: Spot, frame: QRectF) -> QRectF:
    """Return where a spot is framed on a slide that fills ``frame``."""
    return on_frame(visible(spot.box), frame).adjusted(-GROWN, -GROWN, GROWN, GROWN)


def hit(spots: Sequence[Spot], frame: QRectF, point: QPointF) -> int | None:
    """Return the index of the spot at ``point``, of several the smallest; None beside them."""
    areas = [(place(spot, frame), at) for at, spot in enumerate(spots)]
    inside = [(area.width() * area.height(), at) for area, at in areas if area.contains(point)]
    return min(inside)[1] if inside else None


def paint(painter: QPainter, spots: Sequence[Spot], chosen: int | None, frame: QRectF) -> None:
    """Paint the spots over the slide that fills ``frame``; the one at index ``chosen`` filled.

    Slides are paper in any theme: the frames keep the colours of the light palette.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for at, spot in enumerate(spots):
        if at != chosen:
            _paint(painter, spot, frame, chosen=False)
    if chosen is not None and chosen < len(spots):
        _paint(painter, spots[chosen], frame, chosen=True)
    painter.restore()


def underline(painter: QPainter, boxes: Sequence[Box], side: Side, frame: QRectF) -> None:
    """Underline names on the slide that fills ``frame``: the customer's, the vendor's dotted."""
    pen = QPen(QColor(getattr(palette(dark=False), side.value)), 2.5)
    pen.setStyle(Qt.PenStyle.DotLine if side is Side.VENDOR else Qt.PenStyle.SolidLine)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    for box in boxes:
        rect = on_frame(box, frame)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.restore()


def _paint(painter: QPainter, spot: Spot, frame: QRectF, *, chosen: bool) -> None:
    light = palette(dark=False)
    colour = QColor(light.stop if spot.stops else light.unsure)
    if spot.meant and not chosen:
        colour.setAlphaF(FADED)
    pen = QPen(colour, 2.5 if chosen else 1.75 if spot.stops else 1.25)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if not spot.exact:
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    fill = QColor(colour)
    fill.setAlphaF(0.16 if chosen else 0.0)
    painter.setBrush(fill)
    painter.drawRoundedRect(place(spot, frame), 3, 3)
