"""One line of the findings: its kind by shape, the sentence, its slides."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from sowhat.gui.paint import ready, shape
from sowhat.gui.paint.look import Look, Sight

LEFT = 36.0
RIGHT = 12.0
TOP = 7.0
SHAPES = {"us": Sight.VENDOR, "check": Sight.UNSURE, "note": Sight.NEUTRAL}
SIGNS = frozenset(("stop", "look", "ready", "lack", "open"))  # of a check
HEAD = "head"  # the level of a line that heads others: bold, without a sign
HEAD_LEFT, HEAD_TOP = 12.0, 14.0

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding as it is shown; ``slides`` are its slides in words.

    What has a rank shows its ``number`` instead of a shape, and its message is bold; a heading has
    neither.
    """

    level: str
    message: str
    slides: str
    chosen: bool = False
    hover: bool = False
    focus: bool = False
    number: int = 0

    def font(self, look: Look) -> QFont:
        """Return the font of the message."""
        return look.scaled(1.0, bold=True) if self.number or self.is_head else look.font

    @property
    def is_head(self) -> bool:
        """Whether it heads the lines below it."""
        return self.level == HEAD

    @property
    def left(self) -> float:
        """Where its words begin."""
        return HEAD_LEFT if self.is_head else LEFT

    @property
    def top(self) -> float:
        """Where its words begin, from above."""
        return HEAD_TOP if self.is_head else TOP


def height(line: FindingLine, width: float, look: Look) -> float:
    """Return how high the line is in a list of ``width``."""
    return _heights(line, width, look)[1] + line.top + (TOP / 2 if line.is_head else TOP)


def paint(painter: QPainter, line: FindingLine, area: QRectF, look: Look) -> None:
    """Paint the line into ``area``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = area.adjusted(2, 1, -2, -1)
    if (line.chosen or line.hover) and not line.is_head:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colours.chosen if line.chosen else look.colours.hover)
        painter.drawRoundedRect(inner, 6, 6)
    if line.focus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colours.accent, 1.5))
        painter.drawRoundedRect(inner.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)
    unit = look.unit
    mark = QRectF(area.left() + 13 * unit, area.top() + TOP + 2 * unit, 12 * unit, 12 * unit)
    if line.number:
        _paint_number(painter, line.number, mark.adjusted(-4, -5, 4, 3), look)
    elif not line.is_head:
        _paint_level(painter, line.level, mark, look)
    message, _ = _heights(line, area.width(), look)
    room = _room(line, area.width(), look)
    text = QRectF(area.left() + line.left * unit, area.top() + line.top, room, message)
    painter.setFont(line.font(look))
    painter.setPen(look.colours.ink)
    painter.drawText(text, int(_WRAPPED), line.message)
    if line.slides:
        painter.setFont(look.scaled(0.88))
        painter.setPen(look.colours.muted)
        below = QRectF(text.left(), text.bottom() + 1, text.width(), area.bottom() - text.bottom())
        painter.drawText(below, int(_WRAPPED), line.slides)
    painter.restore()


def _paint_level(painter: QPainter, level: str, rect: QRectF, look: Look) -> None:
    """Paint what kind of finding it is; what the customer misses is an empty circle of theirs."""
    if level in SIGNS:
        ready.paint(painter, level, rect.adjusted(-1, -1, 1, 1), look)
        return
    if level in SHAPES:
        shape.paint(painter, SHAPES[level], rect, look)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colours.customer, 2))
    painter.drawEllipse(rect.adjusted(1.5, 1.5, -1.5, -1.5))


def _paint_number(painter: QPainter, number: int, rect: QRectF, look: Look) -> None:
    painter.setFont(look.scaled(1.0, bold=True))
    painter.setPen(look.colours.accent)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))


def _room(line: FindingLine, width: float, look: Look) -> float:
    return max(width - line.left * look.unit - RIGHT, 40.0)


def _heights(line: FindingLine, width: float, look: Look) -> tuple[float, float]:
    """Return the height of the message and of message and slides."""
    room = QRectF(0, 0, _room(line, width, look), 10_000)
    message = (
        QFontMetricsF(line.font(look)).boundingRect(room, int(_WRAPPED), line.message).height()
    )
    if not line.slides:
        return message, message
    small = QFontMetricsF(look.scaled(0.88))
    return message, message + 1 + small.boundingRect(room, int(_WRAPPED), line.slides).height()
