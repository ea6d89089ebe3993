"""An estimate of where the lines of a text frame stand, as a presentation program would set them.

PowerPoint saves no line breaks: they follow from the widths of the words, the frame and its insets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sowhat.read.pptx.frames import Frame
from sowhat.read.pptx.styles import Style
from sowhat.read.pptx.text import Paragraph
from sowhat.read.pptx.wrapping import LINE, SLACK, Row, line_start, rows

NO_WRAP = 1e6  # points; no line is as long
ALIGNED = {"ctr": 0.5, "r": 1.0}  # share of the free room that stands left of a line
ANCHORED = {"ctr": 0.5, "b": 1.0}  # and above the text
STRETCHED = ("just", "justLow", "dist", "thaiDist")


class Line(NamedTuple):
    """Characters ``start:end`` of a paragraph and their rectangle, in points from the frame."""

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float


class _Set(NamedTuple):
    """A paragraph broken into rows, with the room above and below."""

    rows: list[Row]
    before: float
    after: float
    style: Style
    done: int = 0  # rows that stand in columns before


def lay_out(
    paragraphs: Sequence[Paragraph], frame: Frame, width: float, height: float
) -> list[list[Line]]:
    """Return the lines of each paragraph in a frame of this size in points."""
    room = width - frame.left - frame.right - frame.gap * (frame.columns - 1)
    column = max(room / frame.columns, 1.0)
    sets = [_set(paragraph, column if frame.wrap else NO_WRAP) for paragraph in paragraphs]
    outer = (sets[0].before, sets[-1].after) if frame.outer and sets else (0.0, 0.0)
    share = ANCHORED.get(frame.anchor, 0.0)
    free = height - frame.top - frame.bottom - _height(sets) - sum(outer)
    if frame.columns > 1 or frame.clips:
        free = max(free, 0.0)
    top = frame.top + outer[0] + share * free
    if frame.columns > 1:
        return _in_columns(sets, frame, column, (top, height - frame.bottom))
    lines: list[list[Line]] = []
    for index, one in enumerate(sets):
        top += one.before if index else 0.0
        lines.append(list(_placed(one, frame.left, top, column)))
        top += sum(row.height for row in one.rows) + one.after
    return lines


def needed_height(paragraphs: Sequence[Paragraph], frame: Frame, width: float) -> float:
    """Return the height in points that the text takes in a frame of this width, insets included."""
    column = max(width - frame.left - frame.right, 1.0)
    sets = [_set(paragraph, column) for paragraph in paragraphs]
    return frame.top + _height(sets) + frame.bottom


def _height(sets: Sequence[_Set]) -> float:
    full = sum(row.height for one in sets for row in one.rows)
    full += sum(one.before for one in sets[1:]) + sum(one.after for one in sets[:-1])
    return full


def _in_columns(
    sets: Sequence[_Set], frame: Frame, column: float, reach: tuple[float, float]
) -> list[list[Line]]:
    top, bottom = reach
    left, used = frame.left, 1
    lines: list[list[Line]] = []
    for index, one in enumerate(sets):
        top += one.before if index else 0.0
        placed: list[Line] = []
        for number, row in enumerate(one.rows):
            if top + row.height > bottom + SLACK and top > reach[0] and used < frame.columns:
                left, top, used = left + column + frame.gap, reach[0], used + 1
            placed += _placed(one._replace(rows=[row], done=number), left, top, column)
            top += row.height
        lines.append(placed)
        top += one.after
    return lines


def _placed(one: _Set, left: float, top: float, column: float) -> Iterator[Line]:
    style = one.style
    share = ALIGNED.get(style.align, 0.0)
    for number, row in enumerate(one.rows, start=one.done):
        if row.end > row.start:
            start = line_start(style, first=number == 0)
            free = max(column - start - style.right - row.ahead - row.width, 0.0)
            width = row.width + (free if row.full and style.align in STRETCHED else 0.0)
            x0 = left + start + row.ahead + free * share
            bottom = top + row.height
            for begin, end, near, far in row.parts or ((row.start, row.end, 0.0, width),):
                yield Line(begin, end, x0 + near, top, x0 + far, bottom)
        top += row.height


def _set(paragraph: Paragraph, column: float) -> _Set:
    style = paragraph.style
    sizes = [look.size for _, look, _ in paragraph.pieces] or [
        look.size for look in paragraph.above
    ]
    single = LINE * max(sizes)
    before, after = (-gap * single if gap < 0 else gap for gap in (style.before, style.after))
    return _Set(rows(paragraph, column), before, after, style)
