"""All that is laid over a slide: shades, numbered marks, what is pointed at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap

from sowhat.gui.paint import frame, marks, shade, spots
from sowhat.gui.paint.look import Look
from sowhat.model import Box, Side

RIM = 12  # pixels around a slide that is copied: badges may stand on its edge


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is shown over a slide; ``place`` is pointed at, where it is one, and ``names`` are
    where the slide names each side."""

    marked: marks.Marked
    shades: tuple[shade.Shade, ...] = ()
    place: Box | None = None
    names: Mapping[Side, tuple[Box, ...]] = field(default_factory=dict)


def paint(painter: QPainter, evidence: Evidence, sheet: QRectF, look: Look) -> None:
    """Paint the evidence over the slide that fills ``sheet``."""
    shade.paint(painter, evidence.shades, sheet, look.font)
    for side, boxes in evidence.names.items():
        spots.underline(painter, boxes, side, sheet)
    marks.paint(painter, evidence.marked, sheet, look)
    if evidence.place is not None:
        painter.setPen(QPen(look.colours.accent, 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(marks.on_frame(evidence.place.grown(0.008), sheet), 4, 4)


def picture(slide: QPixmap | None, evidence: Evidence, size: QSize, look: Look) -> QImage:
    """Return a picture of the slide, ``size`` pixels large, with its evidence and a white rim."""
    image = QImage(size.width() + 2 * RIM, size.height() + 2 * RIM, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    sheet = QRectF(RIM, RIM, size.width(), size.height())
    frame.paint(painter, slide, sheet, look)
    paint(painter, evidence, sheet, look)
    painter.end()
    return image
