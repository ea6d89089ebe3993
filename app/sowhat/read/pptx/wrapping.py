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
    the line goes on in the next one. Where tabs part it, ``parts`` are the characters and the left
    and right of each part, from the first letter.
    """

    start: int
    end: int
    ahead: float
    width: float
    height: float
    full: bool = False
    parts: tuple[tuple[int, int, float, float], ...] = ()


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
        lines += _Filling(paragraph, room).rows(_words(paragraph))
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
    for run, style, _ in paragraph.pieces:
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


class _Filling:
    """Lines being filled with words, one after the other."""

    def __init__(self, paragraph: Paragraph, room: float) -> None:
        self._paragraph = paragraph
        style = paragraph.style
        firsts = not paragraph.above, False
        self._starts = [line_start(style, first=first) for first in firsts]
        right = max(style.right, 0.0)
        self._rooms = [max(room - start - right, 1.0) + SLACK for start in self._starts]
        self._room = self._rooms[0]
        self._rows: list[Row] = []
        self._start = self._end = 0  # the characters on the line, none where both are the same
        self._ahead = self._pen = self._height = 0.0
        self._parts: list[tuple[int, int, float, float]] = []
        self._part = 0, 0.0  # where the part behind the last tab begins

    def rows(self, words: list[_Word]) -> list[Row]:
        """Return the lines with all words on them."""
        at = 0
        while at < len(words):
            first = words[at]
            wide, height, end, after = first.width, first.height, first.end, at + 1
            while after < len(words) and words[after].glued:  # no line break may part these
                word = words[after]
                wide, height, end, after = (
                    wide + word.width,
                    max(height, word.height),
                    word.end,
                    after + 1,
                )
            self._add(first, wide, height, end)
            at = after
        self._finish(full=False)
        return self._rows

    def _add(self, first: _Word, wide: float, height: float, end: int) -> None:
        """Put words that belong together on the line, or on a new one."""
        if first.turns:
            self._finish(full=False, height=first.turns[0])
            self._rows += [Row(0, 0, 0.0, 0.0, turn) for turn in first.turns[1:]]
        lead = self._tabbed(first) if first.tabs else first.lead
        if self._end > self._start and self._pen + lead + wide > self._room:
            self._finish(full=True)
            lead = 0.0
        if self._end == self._start:
            if wide > self._room:
                self._tear(first.start, end, height)
                return
            self._start, self._ahead = first.start, lead
            self._part = first.start, 0.0
        elif first.tabs:
            self._end_part()
            self._part = first.start, self._pen + lead - self._ahead
        self._pen += lead + wide
        self._end = end
        self._height = max(self._height, height)

    def _tabbed(self, word: _Word) -> float:
        """Return the room from the pen to a word behind tabs: spaces, then to the next stops."""
        style = self._paragraph.style
        start = self._starts[bool(self._rows)]
        step = max(style.tab, 1.0)
        hanging = (style.left,) if style.indent < 0 else ()
        at = start + self._pen + word.lead
        for _ in range(word.tabs):
            own = (stop for stop in sorted((*style.stops, *hanging)) if stop > at + SLACK)
            at = next(own, (at // step + 1) * step)
        return max(min(at - start, self._room) - self._pen, 0.0)

    def _finish(self, *, full: bool, height: float = 0.0) -> None:
        high = max(self._height, height)
        width = self._pen - self._ahead
        if self._parts:
            self._end_part()
        parts = tuple(self._parts)
        self._rows.append(Row(self._start, self._end, self._ahead, width, high, full, parts))
        self._parts.clear()
        self._start = self._end
        self._ahead = self._pen = self._height = 0.0
        self._room = self._rooms[1]

    def _end_part(self) -> None:
        start, left = self._part
        self._parts.append((start, self._end, left, self._pen - self._ahead))

    def _tear(self, start: int, end: int, height: float) -> None:
        """Fill lines with the letters of a word that is wider than its line."""
        self._start = self._end = start
        for letter, wide in _letters(self._paragraph, start, end):
            if self._end > self._start and self._pen + wide > self._room:
                self._finish(full=True)
            self._end = letter + 1
            self._pen += wide
            self._height = height


def _letters(paragraph: Paragraph, start: int, end: int) -> Iterator[tuple[int, float]]:
    """Yield the places and widths of the letters ``start:end``."""
    at = 0
    for run, style, _ in paragraph.pieces:
        for letter in _shown(run.text, style):
            if start <= at < end:
                yield at, _width(letter, style)
            at += 1
