"""The share on its scale, with the limits of the bands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from sowhat.gui.paint.look import LINE, Look, Sight

BAR = 10.0  # logical pixels
SIZE = 330.0, 36.0


@dataclass(frozen=True, slots=True)
class Gauge:
    """``share`` from 0 to 1 or None; the ``limits`` between the bands; a word for each band."""

    share: float | None
    limits: tuple[float, float]
    words: tuple[str, str, str]


def size(look: Look) -> tuple[float, float]:
    """Return the width and height at which bar and words have room."""
    return SIZE[0] * look.unit, SIZE[1] + (look.unit - 1) * LINE


def paint(painter: QPainter, gauge: Gauge, area: QRectF, look: Look) -> None:
    """Paint the bar at the top of ``area``, the bands' words and limits under it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    bar = QRectF(area.left(), area.top() + 5, area.width(), BAR)
    edges = (0.0, *gauge.limits, 1.0)
    clip = QPainterPath()
    clip.addRoundedRect(bar, BAR / 2, BAR / 2)
    painter.save()
    painter.setClipPath(clip)
    sides = (Sight.CUSTOMER, Sight.MIXED, Sight.VENDOR)
    for start, end, side in zip(edges, edges[1:], sides, strict=False):
        zone = QRectF(_x(bar, start), bar.top(), _x(bar, end) - _x(bar, start), bar.height())
        inside = gauge.share is not None and _inside(gauge.share, start, end)
        painter.fillRect(zone, look.colours.tint(look.colour(side), 0.75 if inside else 0.28))
    painter.restore()
    _paint_words(painter, gauge, bar, area, look)
    if gauge.share is not None:
        _paint_marker(painter, QPointF(_x(bar, gauge.share), bar.center().y()), look)
    painter.restore()


def _x(bar: QRectF, share: float) -> float:
    return bar.left() + share * bar.width()


def _inside(share: float, start: float, end: float) -> bool:
    return start <= share < end or (share == end == 1.0)


def _paint_words(painter: QPainter, gauge: Gauge, bar: QRectF, area: QRectF, look: Look) -> None:
    painter.setFont(look.scaled(0.82))
    painter.setPen(look.colours.muted)
    edges = (0.0, *gauge.limits, 1.0)
    top = bar.bottom() + 3
    for start, end, word in zip(edges, edges[1:], gauge.words, strict=False):
        room = QRectF(_x(bar, start), top, _x(bar, end) - _x(bar, start), area.bottom() - top)
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, word)
    painter.setPen(QPen(look.colours.card, 2))
    for limit in gauge.limits:
        x = _x(bar, limit)
        painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()))


def _paint_marker(painter: QPainter, at: QPointF, look: Look) -> None:
    painter.setBrush(look.colours.card)
    painter.setPen(QPen(look.colours.ink, 2.5))
    painter.drawEllipse(at, 6.5, 6.5)
