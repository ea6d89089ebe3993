"""The evidence on the slide: numbered marks. The report draws the same at the same places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from sowhat.gui.paint.look import Look
from sowhat.marks import HIGHLIGHT, spots
from sowhat.model import Box, Mark, Side
from sowhat.palette import Palette, palette
from sowhat.settings import badge_ink

SMALLEST_BADGE, LARGEST_BADGE = 14.0, 22.0  # logical pixels across
BADGE = 0.03  # of the slide's width


@dataclass(frozen=True, slots=True)
class Marked:
    """The marks of a slide, and which is ``chosen`` or under the pointer (0: none)."""

    marks: tuple[Mark, ...]
    chosen: int = 0
    hover: int = 0


def on_frame(box: Box, frame: QRectF) -> QRectF:
    """Return the box in the coordinates of the ``frame`` that the slide fills."""
    return QRectF(
        frame.left() + box.x0 * frame.width(),
        frame.top() + box.y0 * frame.height(),
        box.width * frame.width(),
        box.height * frame.height(),
    )


def badge_size(frame: QRectF) -> float:
    """Return how wide a badge is on a slide that fills ``frame``."""
    return min(max(frame.width() * BADGE, SMALLEST_BADGE), LARGEST_BADGE)


def badges(marks: Sequence[Mark], frame: QRectF) -> tuple[QPointF, ...]:
    """Return the middle of each mark's number badge."""
    if frame.isEmpty():
        return tuple(QPointF() for _ in marks)
    size = badge_size(frame)
    found = spots(marks, size / frame.width(), size / frame.height())
    return tuple(
        QPointF(frame.left() + x * frame.width(), frame.top() + y * frame.height())
        for x, y in found
    )


def step(number: int, count: int, by: int) -> int:
    """Return the mark after ``number`` of ``count`` (``by`` 1), or before it (-1), in a round.

    ``number`` 0 is none: then it is the first, or the last.
    """
    first = 0 if by > 0 else count + 1
    return ((number or first) - 1 + by) % count + 1


def hit(marks: Sequence[Mark], frame: QRectF, point: QPointF) -> int:
    """Return the number of the mark at ``point``: badges first, then the smallest box; 0: none."""
    for mark, centre in zip(marks, badges(marks, frame), strict=True):
        away = point - centre
        if away.x() ** 2 + away.y() ** 2 <= (badge_size(frame) / 2) ** 2:
            return mark.number
    touched = [
        (box.area, mark.number)
        for mark in marks
        for box in mark.boxes
        if on_frame(box, frame).contains(point)
    ]
    return min(touched)[1] if touched else 0


def paint(painter: QPainter, marked: Marked, frame: QRectF, look: Look) -> None:
    """Paint the marks over the slide that fills ``frame``.

    Slides are paper in any theme: the marks keep the colours of the light palette.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    light = palette(dark=False)
    picked = (marked.chosen, marked.hover)
    for mark in marked.marks:
        _paint_area(painter, mark, frame, _colour(mark.side, light), mark.number in picked)
    size = badge_size(frame)
    for mark, centre in zip(marked.marks, badges(marked.marks, frame), strict=True):
        side = size * (1.15 if mark.number in picked else 1.0)
        place = QRectF(0, 0, side, side)
        place.moveCenter(centre)
        paint_badge(painter, mark.number, mark.side, place, look)
    painter.restore()


def _colour(side: Side, light: Palette) -> QColor:
    return QColor(getattr(light, side.value))


def _paint_area(
    painter: QPainter,
    mark: Mark,
    frame: QRectF,
    colour: QColor,
    picked: bool,  # noqa: FBT001
) -> None:
    fill = QColor(colour)
    words = mark.shape == HIGHLIGHT
    fill.setAlphaF((0.42 if picked else 0.24) if words else (0.14 if picked else 0.0))
    pen = QPen(colour, 2.5 if picked else 1.75)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if not mark.exact:
        pen.setDashPattern([4, 3])
    for box in mark.boxes:
        rect = on_frame(box, frame)
        if words:
            painter.fillRect(rect, fill)
            painter.setPen(pen)
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        else:
            painter.setPen(pen)
            painter.setBrush(fill)
            painter.drawRoundedRect(rect, 3, 3)
    painter.setPen(QPen(colour, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for part in mark.parts:
        painter.drawRect(on_frame(part, frame))


def paint_badge(
    painter: QPainter, number: int, side: Side, rect: QRectF, look: Look, *, paper: bool = True
) -> None:
    """Paint a numbered badge: square for us, round for them, an open ring for neither.

    It has the colours of the light palette; off the ``paper`` of slides those of a dark theme.
    """
    dark = look.colours.dark and not paper
    ground = look.colours.card if dark else QColor("white")
    colour = look.colour(side) if dark else _colour(side, palette(dark=False))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    open_ring = side is Side.NEUTRAL
    painter.setPen(QPen(colour if open_ring else ground, 1.5))
    painter.setBrush(ground if open_ring else colour)
    inner = rect.adjusted(1, 1, -1, -1)
    radius = inner.width() * (0.22 if side is Side.VENDOR else 0.5)
    painter.drawRoundedRect(inner, radius, radius)
    font = look.scaled(1.0, bold=True)
    font.setPixelSize(max(8, round(rect.height() * 0.52)))
    painter.setFont(font)
    ink = QColor(badge_ink(side))
    painter.setPen((colour if open_ring else ground) if dark else ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.restore()
