"""The ribbon: a cell for each slide of the deck, in order."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from sowhat.gui.paint import shape
from sowhat.gui.paint.look import Look, Sight

WIDEST = 84.0  # logical pixels of a cell; a short deck does not fill the line
ROOM_FOR_SHAPE = 14.0
ROOM_FOR_NUMBER = 17.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One slide on the ribbon."""

    number: int
    sight: Sight
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Ribbon:
    """What the ribbon shows; ``hover`` is the number under the pointer, 0 for none."""

    cells: tuple[Cell, ...]
    current: int = 0
    hover: int = 0


def place(count: int, index: int, area: QRectF) -> QRectF:
    """Return where cell ``index`` of ``count`` stands in ``area``."""
    step = min(WIDEST, area.width() / max(count, 1))
    gap = 4.0 if step >= 24 else 2.0 if step >= 8 else 0.5
    left = area.left() + index * step
    return QRectF(left, area.top(), max(step - gap, min(step, 1.0)), area.height())


def hit(count: int, area: QRectF, point: QPointF) -> int:
    """Return the number of the slide at ``point``, 0 where there is none."""
    step = min(WIDEST, area.width() / max(count, 1))
    index = int((point.x() - area.left()) // step)
    return index + 1 if 0 <= index < count and area.contains(point) else 0


def paint(painter: QPainter, ribbon: Ribbon, area: QRectF, look: Look) -> None:
    """Paint the ribbon into ``area``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    count = len(ribbon.cells)
    for index, cell in enumerate(ribbon.cells):
        rect = place(count, index, area)
        if rect.width() >= ROOM_FOR_SHAPE:
            _paint_wide(painter, cell, rect, look, chosen=cell.number in _picked(ribbon))
        else:
            _paint_narrow(painter, cell, rect, look)
        if cell.number == ribbon.current:
            _paint_frame(painter, rect, look, strong=True)
        elif cell.number == ribbon.hover:
            _paint_frame(painter, rect, look, strong=False)
    painter.restore()


def _picked(ribbon: Ribbon) -> tuple[int, int]:
    return ribbon.current, ribbon.hover


def _paint_wide(painter: QPainter, cell: Cell, rect: QRectF, look: Look, *, chosen: bool) -> None:
    colour = look.colour(cell.sight)
    painter.setOpacity(0.45 if cell.hidden else 1.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colours.tint(colour, 0.28 if chosen else 0.16))
    painter.drawRoundedRect(rect, 4, 4)
    numbered = rect.width() >= ROOM_FOR_NUMBER
    upper = QRectF(rect.left(), rect.top() + 5, rect.width(), 13)
    shape.paint(painter, cell.sight, upper if numbered else rect.adjusted(1, 0, -1, 0), look)
    if numbered:
        painter.setFont(look.scaled(0.8, bold=chosen))
        painter.setPen(look.colours.ink if chosen else look.colours.muted)
        lower = QRectF(
            rect.left() - 4, upper.bottom(), rect.width() + 8, rect.bottom() - upper.bottom()
        )
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, str(cell.number))
    painter.setOpacity(1.0)


def _paint_narrow(painter: QPainter, cell: Cell, rect: QRectF, look: Look) -> None:
    """Without room for a shape the height tells: us above the line, them below, both across."""
    painter.setOpacity(0.4 if cell.hidden else 1.0)
    top, middle, height = rect.top(), rect.center().y(), rect.height()
    spans = {
        Sight.VENDOR: ((top, middle, look.colours.vendor),),
        Sight.CUSTOMER: ((middle, rect.bottom(), look.colours.customer),),
        Sight.MIXED: (
            (top + height / 5, middle, look.colours.vendor),
            (middle, rect.bottom() - height / 5, look.colours.customer),
        ),
        Sight.NEUTRAL: ((middle - 2, middle + 2, look.colours.neutral),),
        Sight.UNSURE: ((middle - 4, middle + 4, look.colours.line),),
    }[cell.sight]
    for upper, lower, colour in spans:
        painter.fillRect(QRectF(rect.left(), upper, rect.width(), lower - upper), QColor(colour))
    painter.setOpacity(1.0)


def _paint_frame(painter: QPainter, rect: QRectF, look: Look, *, strong: bool) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colours.accent, 2.0 if strong else 1.0))
    painter.drawRoundedRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5), 4, 4)
