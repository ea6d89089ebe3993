"""What stands before a deck's name on its tab: how far its reading is, its band, or a warning."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from sowhat.gui.paint.look import Look, Sight
from sowhat.model import Band

BANDS = {
    Band.ABOUT_THEM: Sight.CUSTOMER,
    Band.BOTH: Sight.MIXED,
    Band.ABOUT_US: Sight.VENDOR,
}
AT_LEAST = 0.08  # of the ring that is seen as soon as there is one


def paint_ring(painter: QPainter, share: float, rect: QRectF, look: Look) -> None:
    """Paint a ring in ``rect`` of which ``share`` (0 to 1) is done, clockwise from the top."""
    width = max(1.6, rect.width() * 0.17)
    inside = rect.adjusted(width, width, -width, -width)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colours.chosen, width))
    painter.drawEllipse(inside)
    pen = QPen(look.colours.accent, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawArc(inside, 90 * 16, -round(max(share, AT_LEAST) * 360 * 16))
    painter.restore()
