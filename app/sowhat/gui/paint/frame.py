"""A slide's sheet of paper: where it fits, and how it looks with and without its picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from sowhat.gui.paint.look import Look

MOST_ABOVE = 48.0  # logical pixels that are left free above a slide by itself


def fit(width: float, height: float, area: QRectF) -> QRectF:
    """Return the largest place for a sheet of ``width`` to ``height`` in the middle of ``area``."""
    if width <= 0 or height <= 0 or area.isEmpty():
        return QRectF(area.center(), area.center())
    scale = min(area.width() / width, area.height() / height)
    place = QRectF(0, 0, round(width * scale), round(height * scale))
    place.moveCenter(area.center())
    place.moveTo(round(place.left()), round(place.top()))
    return place


def raised(sheet: QRectF, area: QRectF) -> QRectF:
    """Return ``sheet`` nearer to the top of a tall ``area``, where people look for it."""
    return QRectF(sheet).translated(0, min(0, round(area.top() + MOST_ABOVE - sheet.top())))


def paint_note(painter: QPainter, words: str, area: QRectF, look: Look) -> None:
    """Paint a quiet line of words below a sheet, into ``area``."""
    painter.setPen(look.colours.muted)
    painter.setFont(look.scaled(0.88))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)


def paint(painter: QPainter, picture: QPixmap | None, frame: QRectF, look: Look) -> None:
    """Paint the sheet into ``frame``, blank where its picture has not come yet."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if picture is None or picture.isNull():
        painter.fillRect(frame, QColor("white") if not look.colours.dark else look.colours.line)
    else:
        source = QRectF(picture.rect())
        # Pages of one deck may differ in size: the picture keeps its own shape on the sheet.
        place = fit(source.width(), source.height(), frame)
        if place.size() != frame.size():
            painter.fillRect(frame, look.colours.line)
        painter.drawPixmap(place, picture, source)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colours.line, 1))
    painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5))
    painter.restore()


def paint_focus(painter: QPainter, frame: QRectF, look: Look) -> None:
    """Paint around the sheet in ``frame`` that it has the keyboard's focus."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colours.accent, 2.0))
    painter.drawRoundedRect(frame.adjusted(-5, -5, 5, 5), 5, 5)
    painter.restore()
