"""An estimate of where the lines of a text frame stand, as a presentation program would set them.

PowerPoint saves no line breaks: they follow from the widths of the words, the frame and its insets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sowhat import fonts
from sowhat.read.pptx.frames import Frame
from sowhat.read.pptx.styles import Style
from sowhat.read.pptx.text import Paragraph

SLACK = 0.01  # points by which a line may be too wide
TEAR = 1.3  # how much wider than its line a word must be to be torn; real fonts are narrower
LINE = 1.2  # ems, a line single spaced; what the renderer takes for every font
BULLET = 0.35  # ems, where a bullet stands without a hanging indent
_PARTS = re.compile(
    "[-/\u2013\u2014]*[^-/\u2013\u2014]*[-/\u2013\u2014]*(?<=.)"
)  # breaks may follow
ALIGNED = {"ctr": 0.5, "r": 1.0}  # share of the free room that stands left of a line


class Line(NamedTuple):
    """Characters ``start:end`` of a paragraph and their rectangle, in points from the frame."""

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float


class _Word(NamedTuple):
    start: int
    end: int
    width: float
    lead: float  # the width of the spaces before it
    height: float
    glued: bool  # no line may begin with it


class _Row(NamedTuple):
    start: int
    end: int
    width: float
    height: float


class _Set(NamedTuple):
    """A paragraph broken into rows, with the room above and below."""

    rows: list[_Row]
    before: float
    after: float
    style: Style


def lay_out(
    paragraphs: Sequence[Paragraph], frame: Frame, width: float, height: float
) -> list[list[Line]]:
    """Return the lines of each paragraph in a frame of this size in points."""
    room = width - frame.left - frame.right - frame.gap * (frame.columns - 1)
    column = max(room / frame.columns, 1.0)
    sets = [_set(paragraph, column if frame.wrap else float("inf")) for paragraph in paragraphs]
    if frame.columns > 1:
        return _in_columns(sets, frame, column, height)
    full = _height(sets)
    top = frame.top
    if frame.anchor != "t":
        free = height - frame.top - frame.bottom - full
        top += free / 2 if frame.anchor == "ctr" else free
    left = frame.left
    if frame.centered:
        widest = max((row.width for one in sets for row in one.rows), default=0.0)
        left += max(column - widest, 0.0) / 2
        column = min(widest, column)
    lines: list[list[Line]] = []
    for index, one in enumerate(sets):
        top += one.before if index else 0.0
        lines.append(list(_placed(one, left, top, column)))
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
    sets: Sequence[_Set], frame: Frame, column: float, height: float
) -> list[list[Line]]:
    bottom = height - frame.bottom
    left, top, used = frame.left, frame.top, 1
    lines: list[list[Line]] = []
    for index, one in enumerate(sets):
        top += one.before if index else 0.0
        placed: list[Line] = []
        for row in one.rows:
            if top + row.height > bottom + SLACK and top > frame.top and used < frame.columns:
                left, top, used = left + column + frame.gap, frame.top, used + 1
            placed += _placed(one._replace(rows=[row]), left, top, column)
            top += row.height
        lines.append(placed)
        top += one.after
    return lines


def _placed(one: _Set, left: float, top: float, column: float) -> Iterator[Line]:
    style = one.style
    share = ALIGNED.get(style.align, 0.0)
    for row in one.rows:
        if row.end > row.start:
            start = _start(style, first=row.start == 0)
            free = column - start - style.right - row.width
            x0 = left + start + free * share
            yield Line(row.start, row.end, x0, top, x0 + row.width, top + row.height)
        top += row.height


def _start(style: Style, *, first: bool) -> float:
    if not first:
        return style.left
    if not style.bullet:
        return max(style.left + style.indent, 0.0)
    return max(style.left, style.left + style.indent + BULLET * style.size)


def _set(paragraph: Paragraph, column: float) -> _Set:
    style = paragraph.style
    single = _line_height(style)
    empty = [_Row(0, 0, 0.0, single)]
    rows = empty * paragraph.lead
    if paragraph.text:
        words = list(_words(paragraph))
        room = column - style.right
        narrow = room - _start(style, first=True), room - _start(style, first=False)
        rows = rows + _wrapped(words, paragraph.breaks, narrow)
    natural = LINE * style.size
    before, after = (-gap * natural if gap < 0 else gap for gap in (style.before, style.after))
    return _Set(rows or empty, before, after, style)


def _words(paragraph: Paragraph) -> Iterator[_Word]:
    at = seen = 0
    glued = False
    for run, style in paragraph.pieces:
        family, size = style.font, style.size
        bold, italic = style.bold, style.italic
        height = _line_height(style)
        space = fonts.width(" ", family, size, bold=bold, italic=italic) + style.track
        for index, part in enumerate(_shown(run.text, style).split(" ")):
            if index:
                at += 1
                glued = False
            for syllable in (part,) if part.isalnum() else _PARTS.findall(part):
                end = at + len(syllable)
                wide = fonts.width(syllable, family, size, bold=bold, italic=italic)
                wide += style.track * len(syllable)
                yield _Word(at, end, wide, (at - seen) * space, height, glued)
                at = seen = end
                glued = False
            glued = bool(part)


def _shown(text: str, style: Style) -> str:
    capital = text.upper() if style.capitals else text
    return capital if len(capital) == len(text) else text  # some letters become two


def _wrapped(words: list[_Word], breaks: Sequence[int], narrow: tuple[float, float]) -> list[_Row]:
    rows: list[_Row] = []
    line: list[_Word] = []
    width = 0.0
    done = 0
    for unit in _units(words):
        first = unit[0]
        wide = sum(word.width for word in unit)
        turns = sum(1 for at in breaks[done:] if at < first.start) if breaks else 0
        done += turns
        if line and (turns or width + first.lead + wide > narrow[bool(rows)] + SLACK):
            rows.append(_row(line, width))
            line, width = [], 0.0
            rows += [_Row(first.start, first.start, 0.0, first.height)] * (turns - 1)
        room = narrow[bool(rows)]
        if wide > TEAR * room > 0 and not line:
            *torn, rest = _torn(unit, wide, room)
            rows += torn
            line = [_Word(rest.start, rest.end, rest.width, 0.0, rest.height, glued=False)]
            width = rest.width
        else:
            width += wide + (first.lead if line else 0.0)
            line += unit
    if line:
        rows.append(_row(line, width))
    return rows


def _units(words: list[_Word]) -> Iterator[list[_Word]]:
    """Yield the words that no line break may part."""
    unit: list[_Word] = []
    for word in words:
        if unit and not word.glued:
            yield unit
            unit = []
        unit.append(word)
    if unit:
        yield unit


def _row(line: list[_Word], width: float) -> _Row:
    return _Row(line[0].start, line[-1].end, width, max(word.height for word in line))


def _torn(unit: list[_Word], wide: float, room: float) -> list[_Row]:
    """Return the rows of a word that is wider than its line."""
    start, end = unit[0].start, unit[-1].end
    height = max(word.height for word in unit)
    a_row = max(int((end - start) * room / wide), 1)
    letter = wide / (end - start)
    return [
        _Row(at, min(at + a_row, end), (min(at + a_row, end) - at) * letter, height)
        for at in range(start, end, a_row)
    ]


def _line_height(style: Style) -> float:
    if style.spacing > 0:
        return style.spacing
    return -style.spacing * LINE * style.size
