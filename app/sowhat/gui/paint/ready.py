"""The signs of a check: may it go, must it be looked at, must it stay here; as in the report."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from sowhat.gui.paint import shape
from sowhat.gui.paint.look import Look, Sight

TICK = ((-0.22, 0.0), (-0.05, 0.17), (0.24, -0.17))  # of the sign's width, from its middle
CROSS = 0.17


def paint(painter: QPainter, sign: str, rect: QRectF, look: Look) -> None:
    """Paint the sign named ``sign`` into the middle of ``rect``.

    ``stop`` is a cross on an octagon, ``look`` a question mark in a ring, ``ready`` a tick on a
    disc, ``lack`` an empty ring, ``open`` a dot.
    """
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _SIGNS.get(sign, _dot)(painter, square, look)
    painter.restore()


def _stop(painter: QPainter, square: QRectF, look: Look) -> None:
    centre, radius = square.center(), square.width() / 2
    turns = [pi / 8 + step * pi / 4 for step in range(8)]
    corners = [centre + QPointF(cos(turn), sin(turn)) * radius * 1.08 for turn in turns]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colours.stop)
    painter.drawPolygon(QPolygonF(corners))
    painter.setPen(_pen(look.colours.on_stop, square.width() / 8))
    reach = square.width() * CROSS
    for turn in (-1, 1):
        painter.drawLine(
            centre + QPointF(-reach, -turn * reach), centre + QPointF(reach, turn * reach)
        )


def _look(painter: QPainter, square: QRectF, look: Look) -> None:
    wide = max(square.width() / 11, 1.2)
    painter.setPen(_pen(look.colours.unsure, wide))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(square.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2))
    inset = square.width() * 0.22
    shape.paint(painter, Sight.UNSURE, square.adjusted(inset, inset, -inset, -inset), look)


def _ready(painter: QPainter, square: QRectF, look: Look) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colours.customer)
    painter.drawEllipse(square)
    painter.setPen(_pen(look.colours.on_accent, square.width() / 8))
    centre, side = square.center(), square.width()
    points = [centre + QPointF(x * side, y * side) for x, y in TICK]
    painter.drawPolyline(QPolygonF(points))


def _lack(painter: QPainter, square: QRectF, look: Look) -> None:
    wide = max(square.width() / 7, 1.5)
    painter.setPen(_pen(look.colours.customer, wide))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(square.adjusted(wide, wide, -wide, -wide))


def _dot(painter: QPainter, square: QRectF, look: Look) -> None:
    inset = square.width() * 0.32
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colours.muted)
    painter.drawEllipse(square.adjusted(inset, inset, -inset, -inset))


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


_SIGNS = {"stop": _stop, "look": _look, "ready": _ready, "lack": _lack}
