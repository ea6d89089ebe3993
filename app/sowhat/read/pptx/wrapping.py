"""How the words of a paragraph fill lines: where a line may end, and how wide and high it is.

The rules are those of the library that draws the slides, so that a mark lies on the words as they
are seen: lines may end after a space, a hyphen and some other signs, spaces at their end take no
room, and a word wider than its line is torn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sowhat import fonts
from sowhat.read.pptx.styles import Style
from sowhat.read.pptx.text import Paragraph

SLACK = 0.01  # points by which a line may be too wide
LINE = 1.2  # ems, a line single spaced, whatever the font
_SIGNS = (  # Chinese, Japanese and Korean signs and emoji: lines may end beside them
    "\u2e80-\u3000\u3003-\u3007\u3012-\u9fff\uac00-\ud7a3\uf900-\ufaff\U0001f300-\U0001faff"
)
_BREAK = re.compile(
    r"(?<=[\u2010\u2013\u2014|!?}\u2026])(?=[\w(\[{])"
    r"|(?<=[-/])(?=[^\W\d]|[(\[{])|(?<=\w-)(?=\d)"
    r"|(?<=[.,:;)\]])(?=[(\[{])"
    r"|(?<=[\w.)\]])(?=\u2014)"
    rf"|(?<=[{_SIGNS}\u3001\u3002])(?=[\w{_SIGNS}])|(?<=\w)(?=[{_SIGNS}])"
)


class Row(NamedTuple):
    """A line: characters ``start:end``, lengths in points.

    ``ahead`` is the room that spaces and tabs take before the first letter; ``full`` says that
    the line goes on in the next one.
    """

    start: int
    end: int
    ahead: float
    width: float
    height: float
    full: bool = False


class _Word(NamedTuple):
    """What no line break may part; ``tabs`` and ``turns`` stand before it.

    ``lead`` is the width of the spaces before it, ``turns`` are the heights of the line breaks.
    """

    start: int
    end: int
    width: float
    height: float
    lead: float = 0.0
    tabs: int = 0
    turns: tuple[float, ...] = ()
    glued: bool = False  # to the word before


def rows(paragraph: Paragraph, room: float) -> list[Row]:
    """Return the lines of a paragraph in a column of ``room`` points, empty ones included."""
    lines = [_empty(look) for look in paragraph.above]
    if paragraph.text:
        filling = _Filling(paragraph, room)
        for unit in _units(_words(paragraph)):
            filling.add(unit)
        lines += filling.rows()
    lines += [_empty(look) for look in paragraph.below]
    return lines


def line_start(style: Style, *, first: bool) -> float:
    """Return where a line begins, in points from the column; bullets stand left of it."""
    left = max(style.left, 0.0)
    return max(left + style.indent, 0.0) if first and not style.bullet else left


def line_height(style: Style) -> float:
    """Return the height in points of a line in this style."""
    if style.spacing > 0:
        return style.spacing
    return -style.spacing * LINE * style.size


def _empty(style: Style) -> Row:
    return Row(0, 0, 0.0, 0.0, line_height(style))


def _words(paragraph: Paragraph) -> list[_Word]:
    words: list[_Word] = []
    at = tabs = 0
    lead = 0.0
    turns: tuple[float, ...] = ()
    glued = False
    for run, style in paragraph.pieces:
        height = line_height(style)
        if at in paragraph.breaks:
            turns, lead, tabs, glued, at = (*turns, height), 0.0, 0, False, at + 1
            continue
        if words and height > words[-1].height and run.text[0] == " ":
            words[-1] = words[-1]._replace(height=height)  # the space stands on its line
        space = _width(" ", style)
        if not words and not at and paragraph.ahead:
            tabs = paragraph.ahead.count("\t")
            lead = space * (len(paragraph.ahead) - tabs)
        for index, part in enumerate(_shown(run.text, style).split(" ")):
            if index:
                tab = at in paragraph.tabs
                lead, tabs, glued, at = lead + (not tab) * space, tabs + tab, False, at + 1
            if part:
                simple = part.isascii() and part.isalnum()
                for syllable in (part,) if simple else _BREAK.split(part):
                    end = at + len(syllable)
                    wide = _width(syllable, style)
                    words.append(_Word(at, end, wide, height, lead, tabs, turns, glued))
                    at, lead, tabs, turns, glued = end, 0.0, 0, (), False
                glued = True
    return words


def _width(text: str, style: Style) -> float:
    size = style.size
    kerned = size >= style.kern > 0
    wide = fonts.width(text, style.font, size, bold=style.bold, italic=style.italic, kerned=kerned)
    return wide + style.track * len(text) if style.track else wide


def _shown(text: str, style: Style) -> str:
    capital = text.upper() if style.capitals else text
    return capital if len(capital) == len(text) else text  # some letters become two


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


class _Filling:
    """Lines being filled with words, one after the other."""

    def __init__(self, paragraph: Paragraph, room: float) -> None:
        self._paragraph = paragraph
        self._style = style = paragraph.style
        firsts = not paragraph.above, False
        self._starts = [line_start(style, first=first) for first in firsts]
        right = max(style.right, 0.0)
        self._rooms = [max(room - start - right, 1.0) for start in self._starts]
        self._rows: list[Row] = []
        self._line: list[_Word] = []
        self._ahead = self._pen = 0.0

    def rows(self) -> list[Row]:
        """Return the lines, the last one ended."""
        self._end(full=False)
        return self._rows

    def add(self, unit: list[_Word]) -> None:
        """Put words that belong together on the line, or on a new one."""
        first = unit[0]
        wide = sum(word.width for word in unit)
        if first.turns:
            self._turn(first.turns)
        lead = self._lead(first)
        if self._line and self._pen + lead + wide > self._room + SLACK:
            self._end(full=True)
            lead = 0.0
        if not self._line:
            self._ahead = lead
        if not self._line and wide > self._room + SLACK:
            self._tear(unit)
        else:
            self._pen += lead + wide
            self._line += unit

    @property
    def _room(self) -> float:
        return self._rooms[bool(self._rows)]

    def _lead(self, word: _Word) -> float:
        """Return the room from the pen to a word: spaces, then tabs to the next stops."""
        if not word.tabs:
            return word.lead
        style = self._style
        start = self._starts[bool(self._rows)]
        at = start + self._pen + word.lead
        step = max(style.tab, 1.0)
        hanging = (style.left,) if style.indent < 0 else ()
        for _ in range(word.tabs):
            own = (stop for stop in sorted((*style.stops, *hanging)) if stop > at + SLACK)
            at = next(own, (at // step + 1) * step)
        return max(min(at - start, self._room) - self._pen, 0.0)

    def _end(self, *, full: bool, height: float = 0.0) -> None:
        height = max(height, *(word.height for word in self._line))
        start, end = self._line[0].start, self._line[-1].end
        self._rows.append(Row(start, end, self._ahead, self._pen - self._ahead, height, full))
        self._line = []
        self._ahead = self._pen = 0.0

    def _turn(self, heights: tuple[float, ...]) -> None:
        self._end(full=False, height=heights[0])
        self._rows += [Row(0, 0, 0.0, 0.0, height) for height in heights[1:]]

    def _tear(self, unit: list[_Word]) -> None:
        """Fill lines with the letters of a word that is wider than its line."""
        height = max(word.height for word in unit)
        self._ahead = 0.0
        for letter, wide in _letters(self._paragraph, unit[0].start, unit[-1].end):
            if self._line and self._pen + wide > self._room + SLACK:
                self._end(full=True)
            self._line.append(_Word(letter, letter + 1, wide, height))
            self._pen += wide


def _letters(paragraph: Paragraph, start: int, end: int) -> Iterator[tuple[int, float]]:
    """Yield the places and widths of the letters ``start:end``."""
    at = 0
    for run, style in paragraph.pieces:
        for letter in _shown(run.text, style):
            if start <= at < end:
                yield at, _width(letter, style)
            at += 1
