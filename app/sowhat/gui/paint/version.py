"""A slide of two decks: the old one, what became of it, the new one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from sowhat.gui.paint import frame, shape
from sowhat.gui.paint.look import Look, Sight

MARGIN = 10.0  # logical pixels around a row
GUTTER = 34.0  # for number and shape beside a picture
MIDDLE = 0.3  # of the width, for words
SHAPE = 14.0
GAP = 14.0


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two slides: its number, verdict, picture, and width to height."""

    number: int
    sight: Sight
    picture: QPixmap | None
    aspect: float


@dataclass(frozen=True, slots=True)
class VersionRow:
    """What a row shows; a slide that is in one deck only has an empty place beside it."""

    old: Half | None
    new: Half | None
    title: str
    told: str
    missing: str
    same: bool = False
    chosen: bool = False
    hover: bool = False
    focus: bool = False


def picture_width(width: float) -> float:
    """Return how wide a picture is in a list of ``width``."""
    return max((width * (1 - MIDDLE)) / 2 - GUTTER - MARGIN, 40.0)


def height(width: float, aspect: float) -> float:
    """Return how high a row is in a list of ``width``; ``aspect`` is the flatter deck's."""
    return picture_width(width) / aspect + 2 * MARGIN


def places(area: QRectF) -> tuple[QRectF, QRectF, QRectF]:
    """Return where old picture, words and new picture stand in ``area``, without gutters."""
    width = picture_width(area.width())
    high = area.height() - 2 * MARGIN
    top = area.top() + MARGIN
    old = QRectF(area.left() + GUTTER, top, width, high)
    new = QRectF(area.right() - MARGIN - width, top, width, high)
    words = QRectF(old.right() + GAP, top, new.left() - GUTTER - old.right() - 2 * GAP, high)
    return old, words, new


def paint(painter: QPainter, row: VersionRow, area: QRectF, look: Look) -> None:
    """Paint the row into ``area``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, row, area, look)
    old, words, new = places(area)
    for half, place in ((row.old, old), (row.new, new)):
        if half is None:
            _paint_missing(painter, row.missing, place, look)
        else:
            _paint_half(painter, half, place, look)
    _paint_words(painter, row, words, look)
    painter.restore()


def _paint_ground(painter: QPainter, row: VersionRow, area: QRectF, look: Look) -> None:
    inner = area.adjusted(3, 2, -3, -2)
    if row.chosen or row.hover:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colours.chosen if row.chosen else look.colours.hover)
        painter.drawRoundedRect(inner, 6, 6)
    if row.focus and row.chosen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colours.accent, 1.5))
        painter.drawRoundedRect(inner.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)


def _paint_half(painter: QPainter, half: Half, place: QRectF, look: Look) -> None:
    line = QRectF(place.left() - GUTTER, place.top(), GUTTER, 16 * look.unit)
    painter.setFont(look.scaled(0.9, bold=True))
    painter.setPen(look.colours.ink)
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter, str(half.number))
    mark = QRectF(0, 0, SHAPE, SHAPE)
    mark.moveCenter(QPointF(line.center().x(), line.bottom() + 12))
    shape.paint(painter, half.sight, mark, look)
    frame.paint(painter, half.picture, frame.fit(half.aspect, 1.0, place), look)


def _paint_missing(painter: QPainter, words: str, place: QRectF, look: Look) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colours.muted, 1.0, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setFont(look.scaled(0.9))
    painter.setPen(look.colours.muted)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(place.adjusted(8, 4, -8, -4), int(flags), words)


def _paint_words(painter: QPainter, row: VersionRow, place: QRectF, look: Look) -> None:
    bold, small = look.scaled(1.0, bold=not row.same), look.scaled(0.92)
    flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
    told = QFontMetricsF(small).boundingRect(QRectF(0, 0, place.width(), 1000), flags, row.told)
    metrics = QFontMetricsF(bold)
    room = max(place.height() - told.height() - 6, metrics.height())
    title = metrics.boundingRect(QRectF(0, 0, place.width(), 1000), flags, row.title)
    lines = max(1.0, room // metrics.lineSpacing())
    high = min(title.height(), lines * metrics.lineSpacing())
    top = place.top() + max(0.0, (place.height() - high - told.height() - 6) / 2)
    said = QRectF(place.left(), top, place.width(), high)
    painter.setFont(bold)
    painter.setPen(look.colours.muted if row.same else look.colours.ink)
    painter.save()
    painter.setClipRect(said)
    painter.drawText(said, flags, row.title)
    painter.restore()
    below = QRectF(place.left(), said.bottom() + 6, place.width(), told.height() + 2)
    painter.setFont(small)
    painter.setPen(look.colours.muted if row.same else look.colours.accent)
    painter.drawText(below, flags, row.told)
    if row.old is not None and row.new is not None:
        _paint_arrow(painter, place, min(below.bottom() + 12, place.bottom() - 5), look)


def _paint_arrow(painter: QPainter, place: QRectF, y: float, look: Look) -> None:
    """Paint a small arrow below the words, from the old slide to the new one."""
    end = QPointF(place.right() - 2, y)
    painter.setPen(QPen(look.colours.muted, 1.4))
    painter.drawLine(QPointF(place.left(), y), end)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colours.muted)
    corners = [end, QPointF(end.x() - 6, y - 3.5), QPointF(end.x() - 6, y + 3.5)]
    painter.drawPolygon(QPolygonF(corners))
