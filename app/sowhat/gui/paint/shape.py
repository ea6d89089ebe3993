"""The five shapes that double the five colours: ▲, ●, ◐, ○ and ?."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from sowhat.gui.paint.look import Look, Sight


def paint(painter: QPainter, shown: Sight, rect: QRectF, look: Look) -> None:
    """Paint the shape of ``shown`` in the middle of ``rect``, as large as it allows."""
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(shown))
    match shown:
        case Sight.VENDOR:
            painter.drawPath(_triangle(square))
        case Sight.CUSTOMER:
            painter.drawEllipse(_disc(square))
        case Sight.MIXED:
            _half(painter, _disc(square), look)
        case Sight.NEUTRAL:
            _ring(painter, _disc(square), look)
        case Sight.UNSURE:
            painter.drawPath(_question(square, look.font))
    painter.restore()


def _disc(square: QRectF) -> QRectF:
    inset = square.width() * 0.06
    return square.adjusted(inset, inset, -inset, -inset)


def _triangle(square: QRectF) -> QPainterPath:
    # A little lower than its box's middle looks centred; the join's round keeps it friendly.
    width, top, bottom = square.width(), square.top(), square.bottom()
    corners = QPolygonF(
        [
            QPointF(square.center().x(), top + 0.06 * width),
            QPointF(square.right(), bottom - 0.06 * width),
            QPointF(square.left(), bottom - 0.06 * width),
        ]
    )
    path = QPainterPath()
    path.addPolygon(corners)
    path.closeSubpath()
    return path


def _half(painter: QPainter, disc: QRectF, look: Look) -> None:
    painter.setBrush(look.colour(Sight.VENDOR))
    painter.drawPie(disc, 90 * 16, 180 * 16)
    painter.setBrush(look.colour(Sight.CUSTOMER))
    painter.drawPie(disc, -90 * 16, 180 * 16)


def _ring(painter: QPainter, disc: QRectF, look: Look) -> None:
    width = max(1.4, disc.width() * 0.16)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour(Sight.NEUTRAL), width))
    inset = width / 2
    painter.drawEllipse(disc.adjusted(inset, inset, -inset, -inset))


def _question(square: QRectF, font: QFont) -> QPainterPath:
    large = QFont(font)
    large.setPixelSize(64)
    large.setWeight(QFont.Weight.Bold)
    glyph = QPainterPath()
    glyph.addText(0, 0, large, "?")
    bounds = glyph.boundingRect()
    scale = square.height() / bounds.height()
    move = QTransform()
    move.translate(square.center().x(), square.center().y())
    move.scale(scale, scale)
    move.translate(-bounds.center().x(), -bounds.center().y())
    return move.map(glyph)
