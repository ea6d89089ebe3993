"""The blocks of a slide, shaded by the side that each takes by itself."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from sowhat.gui.paint import shape
from sowhat.gui.paint.look import Look, Sight
from sowhat.gui.paint.marks import on_frame
from sowhat.gui.theme import colours
from sowhat.model import Box, Slide, Stance, Verdict

LEAST, MOST = 0.10, 0.34  # of the colour, for what weighs nothing and for what weighs all
SHAPE, SMALLEST = 15.0, 8.0  # pixels of the shape beside a block
PATTERNS = {
    Stance.VENDOR: Qt.BrushStyle.BDiagPattern,
    Stance.CUSTOMER: Qt.BrushStyle.FDiagPattern,
    Stance.MIXED: Qt.BrushStyle.DiagCrossPattern,
}


@dataclass(frozen=True, slots=True)
class Shade:
    """A block's place, whom it is about by itself, and how much of the slide it weighs (0 to 1)."""

    box: Box
    stance: Stance
    share: float


def shades(slide: Slide, verdict: Verdict) -> tuple[Shade, ...]:
    """Return the shades of the slide's blocks that have a place and say something."""
    found = ((slide.blocks[one.block], one) for one in verdict.blocks if _known(slide, one.block))
    return tuple(
        Shade(block.box, one.stance, min(max(one.share, 0.0), 1.0))
        for block, one in found
        if block.box is not None and block.text.strip()
    )


def paint(painter: QPainter, found: tuple[Shade, ...], frame: QRectF, font: QFont) -> None:
    """Paint the shades over the slide that fills ``frame``.

    Slides are paper in any theme: the colours are those of the light palette.
    """
    look = Look(colours(dark=False), font)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for one in found:
        sight = Sight(one.stance.value)
        rect = on_frame(one.box.clamped(), frame).adjusted(-3, -2, 3, 2)
        tint = QColor(look.colour(sight))
        painter.setPen(QPen(tint, 1))
        tint.setAlphaF(LEAST + (MOST - LEAST) * one.share)
        painter.setBrush(tint)
        painter.drawRoundedRect(rect, 3, 3)
        if (pattern := PATTERNS.get(one.stance)) is not None:
            tint.setAlphaF(0.22)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            brush = painter.brush()
            brush.setStyle(pattern)
            painter.setBrush(brush)
            painter.drawRoundedRect(rect, 3, 3)
        _paint_shape(painter, sight, rect, frame, look)
    painter.restore()


def _paint_shape(painter: QPainter, sight: Sight, rect: QRectF, frame: QRectF, look: Look) -> None:
    """Paint the shape left of the block's first line, on the slide."""
    size = min(SHAPE, max(rect.height() - 2, SMALLEST))
    left = max(rect.left() - size - 3, frame.left() + 2)
    place = QRectF(left, rect.top() + 1, size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("white"))
    painter.drawEllipse(place.adjusted(-1.5, -1.5, 1.5, 1.5))
    shape.paint(painter, sight, place, look)


def _known(slide: Slide, block: int) -> bool:
    return 0 <= block < len(slide.blocks)
