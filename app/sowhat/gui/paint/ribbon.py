"""The ribbon: a cell for each slide of the deck, in order; stretches and the first one about the
customer are marked above it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from sowhat.gui.paint import shape
from sowhat.gui.paint.look import Look, Sight

WIDEST = 84.0  # logical pixels of a cell; a short deck does not fill the line
ROOM_FOR_SHAPE = 14.0
ROOM_FOR_NUMBER = 17.0
FLAG = 13.0  # above the cells
BRACKET = 8.0
SMALL = 0.8  # of the font, for the words of a bracket
NEWS = 3.5  # of the bar at the foot of a slide that is not as it was
LONG = 3  # slides in a row that are bracketed


@dataclass(frozen=True, slots=True)
class Cell:
    """One slide on the ribbon; ``news``: it is not as in the version before."""

    number: int
    sight: Sight
    hidden: bool = False
    news: bool = False


@dataclass(frozen=True, slots=True)
class Ribbon:
    """What the ribbon shows; ``hover`` is the number under the pointer, 0 for none.

    ``flag`` is the first slide about the customer, 0 for none. ``row`` says a stretch in words,
    with its length for ``{count}``.
    """

    cells: tuple[Cell, ...]
    current: int = 0
    hover: int = 0
    flag: int = 0
    row: str = "{count}"


def stretches(cells: tuple[Cell, ...]) -> tuple[tuple[int, int, int], ...]:
    """Return first and last cell (from 0) and length of each long stretch about the vendor.

    Hidden slides neither end a stretch nor belong to it.
    """
    found: list[list[int]] = [[]]
    for index, cell in enumerate(cells):
        if cell.hidden:
            continue
        if cell.sight is Sight.VENDOR:
            found[-1].append(index)
        elif found[-1]:
            found.append([])
    return tuple((run[0], run[-1], len(run)) for run in found if len(run) >= LONG)


def place(count: int, index: int, area: QRectF) -> QRectF:
    """Return where cell ``index`` of ``count`` stands in ``area``."""
    step = min(WIDEST, area.width() / max(count, 1))
    gap = 4.0 if step >= 24 else 2.0 if step >= 8 else 0.5
    left = area.left() + index * step
    wide = max(step - gap, min(step, 1.0))
    return QRectF(left, area.top(), wide, area.height())


def lane(font: QFont) -> float:
    """Return how high the lane above the cells is, for brackets, their words and the flag."""
    return max(FLAG + 2, _rise(font) + _small(font).height() / 2 + 2)


def _rise(font: QFont) -> float:
    """Return how high a bracket is: large words do not reach down into the cells."""
    return max(BRACKET, _small(font).height() / 2 + 1)


def _small(font: QFont) -> QFontMetricsF:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * SMALL)
    return QFontMetricsF(small)


def hit(count: int, area: QRectF, point: QPointF) -> int:
    """Return the number of the slide at ``point``, 0 where there is none."""
    step = min(WIDEST, area.width() / max(count, 1))
    index = int((point.x() - area.left()) // step)
    return index + 1 if 0 <= index < count and area.contains(point) else 0


def paint(painter: QPainter, ribbon: Ribbon, area: QRectF, look: Look) -> None:
    """Paint the ribbon into ``area``, and its marks into the lane above it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    count = len(ribbon.cells)
    for index, cell in enumerate(ribbon.cells):
        rect = place(count, index, area)
        if rect.width() >= ROOM_FOR_SHAPE:
            _paint_wide(painter, cell, rect, look, chosen=cell.number in _picked(ribbon))
        else:
            _paint_narrow(painter, cell, rect, look)
        if cell.news:
            _paint_news(painter, rect, look)
        if cell.number == ribbon.current:
            _paint_frame(painter, rect, look, strong=True)
        elif cell.number == ribbon.hover:
            _paint_frame(painter, rect, look, strong=False)
    for first, last, length in stretches(ribbon.cells):
        ends = place(count, first, area), place(count, last, area)
        _paint_bracket(painter, ends, ribbon.row.format(count=length), look)
    if 0 < ribbon.flag <= count:
        _paint_flag(painter, place(count, ribbon.flag - 1, area), look)
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
        number = str(cell.number)
        painter.setFont(look.fitted(number, rect.width() + 2, 0.8, bold=chosen))
        painter.setPen(look.colours.ink if chosen else look.colours.muted)
        lower = QRectF(
            rect.left() - 4, upper.bottom(), rect.width() + 8, rect.bottom() - upper.bottom()
        )
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, number)
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


def _paint_news(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Paint a bar along a cell's foot."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colours.accent)
    painter.drawRoundedRect(QRectF(rect.left(), rect.bottom() - NEWS, rect.width(), NEWS), 1.5, 1.5)


def _paint_frame(painter: QPainter, rect: QRectF, look: Look, *, strong: bool) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colours.accent, 2.0 if strong else 1.0))
    painter.drawRoundedRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5), 4, 4)


def _paint_bracket(painter: QPainter, ends: tuple[QRectF, QRectF], words: str, look: Look) -> None:
    left, right, foot = ends[0].left() + 1, ends[1].right() - 1, ends[0].top() - 3
    top = foot + 3 - _rise(look.font)
    metrics = _small(look.font)
    wide = metrics.horizontalAdvance(words) + 12
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colours.vendor, 1.3))
    corners = [QPointF(left, foot), QPointF(left, top), QPointF(right, top), QPointF(right, foot)]
    if right - left < wide + 24:
        painter.drawPolyline(corners)
        return
    middle = (left + right) / 2
    painter.drawPolyline([*corners[:2], QPointF(middle - wide / 2, top)])
    painter.drawPolyline([QPointF(middle + wide / 2, top), *corners[2:]])
    painter.setFont(look.scaled(SMALL))
    painter.setPen(look.colours.muted)
    line = QRectF(middle - wide / 2, top - metrics.height() / 2, wide, metrics.height())
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)


def _paint_flag(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Paint a pennant over the middle of a cell."""
    foot = QPointF(rect.center().x() - 4, rect.top() - 1)
    head = foot - QPointF(0, FLAG)
    colour = look.colours.customer
    painter.setPen(QPen(colour, 1.6))
    painter.drawLine(foot, head)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([head, head + QPointF(10, 4), head + QPointF(0, 8)]))
