"""Characters to words, by the gaps between them.

A space in the content ends a word. Many producers write none, and PDFium guesses where they would
be with one limit for all text; so gaps are measured here against the other gaps of their line:
letters set wide apart stay one word, words set tight stay two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from math import hypot, inf
from typing import NamedTuple

import pypdfium2.raw as pdfium

from sowhat.model import Box
from sowhat.read.pdf.frame import Frame
from sowhat.read.pdf.glyphs import Edges, Face, Glyph, Glyphs, Style, turned, upright
from sowhat.read.pdf.spelling import is_east_asian, is_rtl, is_unknown

_ASCENT, _DESCENT = 0.72, 0.2  # of the size: how high and deep a word's box reaches at least
_SPACE, _SPACE_SEEN = 0.11, 0.07  # of the size: a word's gap, by the font's widths and to the eye
_SPACE_WRITTEN = 0.25  # the same where the content writes its spaces
_LONGEST_USUAL = 12  # characters a word, on average: with fewer spaces, they are not written
_FEW = 25  # characters of a stretch too short to say by itself whether spaces are written
_CURVED = 360  # the direction of text on a curve: level, yet apart from level text
_MOST_BEND = 40  # degrees between two letters on a curve
_LONGEST_ELLIPSIS = 4  # dots
_CLOSING = frozenset(".,;:!?)]}%’”…'")
_TRACKED = 0.4  # of the gap between letters set apart: how much wider a word's gap is
_USUAL_GAP = 0.1  # of the size: the white between letters, at most
_FARTHEST = 10.0  # pages: how far off the page words are looked for
_DROPPED = 2.5  # sizes of its word: from here on a first letter, and no other sign, is part of it
_ON_TOP = 0.5  # of the smaller size: a letter further within a bigger one is no part of its word
_NO_OUTLINE = 0.05  # points: a letter's height from here down is none
_JUMP = 1.3  # of the size: a gap that no line bridges


@dataclass(frozen=True, slots=True)
class Word:
    """A word. Edges, baseline and size are points in the frame in which its text runs upright.

    ``spacing`` is how far its letters are set apart more than usual, in points, and endless where
    one letter alone does not tell;
    ``turn`` is the text's direction on the shown page in degrees clockwise, ``order`` its rank in
    the page's content, ``box`` its place on the shown page. ``goes_on`` says that the next line's
    first word is the rest of it. ``owner`` tells the text object it is of, ``inked`` is false where
    that leaves no trace, ``ocr`` says that the word is seen in a picture.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    style: Style
    turn: int
    order: int
    box: Box
    spacing: float = 0.0
    goes_on: bool = False
    owner: int = 0
    inked: bool = True
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page; ``cut`` says that there were more, ``unreadable`` is the share of
    characters without a meaning (a font that does not tell its letters), ``beyond`` are the words
    that stand off the page."""

    words: tuple[Word, ...] = ()
    cut: bool = False
    unreadable: float = 0.0
    beyond: tuple[Word, ...] = ()


def text_of(words: Sequence[Word]) -> str:
    """Return words as they are read: a space between any two but the halves of one."""
    last = len(words) - 1
    return "".join(
        word.text if word.goes_on or index == last else word.text + " "
        for index, word in enumerate(words)
    )


class _Gaps(NamedTuple):
    """Gaps, as shares of the size, above which a word ends."""

    by_font: float
    to_eye: float
    unseen: float  # how much wider, where PDFium sees no space


def words_of(page: pdfium.FPDF_PAGE, frame: Frame) -> PageText:
    """Return the words of an open page in the order of its content."""
    handle = pdfium.FPDFText_LoadPage(page)
    if not handle:
        return PageText()
    try:
        glyphs = Glyphs(handle, frame)
        found = _without_leaders(_legible(glyphs))
        written = sum(glyph.spaced for glyph in found) > len(found) / _LONGEST_USUAL
        parts = _parts(_stretches(found), written=written)
        words = tuple(_word(part, order, frame) for order, part in enumerate(parts))
        unreadable = glyphs.lost / max(glyphs.seen, 1)
        return PageText(words, glyphs.cut, unreadable, tuple(_beyond(glyphs.beyond, frame)))
    finally:
        pdfium.FPDFText_ClosePage(handle)


def _beyond(glyphs: Iterable[Glyph], frame: Frame) -> Iterator[Word]:
    """Yield the words off the page; what its edge cuts off a word is none."""
    parts = _parts(_stretches(_legible(glyphs)), written=False)
    for order, part in enumerate(parts):
        word = _word(part, order, frame)
        box, half = word.box, 0.5 * word.size / min(frame.wide, frame.high)
        off = max(-box.x1, box.x0 - 1, -box.y1, box.y0 - 1)
        if half < off < _FARTHEST:
            yield word


def _legible(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """Leave out characters without a meaning, but for those within words: these can be guessed."""
    last: Glyph | None = None
    waiting: Glyph | None = None
    for glyph in glyphs:
        if is_unknown(glyph.text):
            waiting = glyph if waiting is None else None
            continue
        if waiting is not None and (_within(last, waiting) or _within(waiting, glyph)):
            yield waiting
        elif waiting is not None:
            glyph.spaced = glyph.spaced or waiting.spaced
            glyph.parted = glyph.parted or waiting.parted
        waiting = None
        last = glyph
        yield glyph
    if waiting is not None and _within(last, waiting):
        yield waiting


def _within(one: Glyph | None, other: Glyph) -> bool:
    """Say whether two characters, one of them without a meaning, are of one word."""
    if one is None or other.spaced or one.face.style.font != other.face.style.font:
        return False
    size = _size(one)
    near = abs(one.base - other.base) < 0.1 * size
    letter = other.text if is_unknown(one.text) else one.text
    return near and letter.isalpha() and -0.3 * size < other.edges[0] - one.edges[2] < 0.15 * size


def _without_leaders(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Drop the rows of dots that lead from a heading to its page number."""
    kept: list[Glyph] = []
    led = False
    for text, group in groupby(glyphs, key=lambda glyph: glyph.text):
        run = list(group)
        if text == "." and len(run) > _LONGEST_ELLIPSIS:
            led = True
            continue
        run[0].spaced = run[0].spaced or led
        led = False
        kept += run
    return kept


def _stretches(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Yield characters that follow each other on one line."""
    stretch: list[Glyph] = []
    for glyph in glyphs:
        if stretch and not _follows(stretch[-1], glyph):
            yield stretch
            stretch = []
        stretch.append(glyph)
    if stretch:
        yield stretch


def _follows(last: Glyph, glyph: Glyph) -> bool:
    if glyph.face.turn != last.face.turn:
        return _bends(last, glyph)
    size = max(_size(last), _size(glyph))
    if abs(glyph.base - last.base) > 0.6 * size or glyph.face.inked != last.face.inked:
        return False
    if is_rtl(glyph.text) or is_rtl(last.text):
        return True
    one, other = last.face.size, glyph.face.size
    if one > 1.5 * other or other > 1.5 * one:
        small, big = min(one, other), max(one, other)
        gap = glyph.edges[0] - last.edges[2]
        drawn = big > _DROPPED * small and not last.text.isalnum()  # a sign behind the words
        return -_ON_TOP * small < gap < 0.1 * size and not glyph.spaced and not drawn
    return -_JUMP * size < glyph.edges[0] - last.edges[2] < _JUMP * size


def _bends(last: Glyph, glyph: Glyph) -> bool:
    """Say whether a character goes on with text that runs along a curve."""
    bend = abs(glyph.face.turn - last.face.turn) % 360
    if min(bend, 360 - bend) > _MOST_BEND:
        return False
    (x0, y0), (x1, y1) = _middle(last), _middle(glyph)
    return hypot(x1 - x0, y1 - y0) < 1.6 * max(_size(last), _size(glyph))


def _middle(glyph: Glyph) -> tuple[float, float]:
    """Return the middle of a character on the shown page."""
    x0, y0, x1, y1 = glyph.edges
    return upright((x0 + x1) / 2, (y0 + y1) / 2, -glyph.face.turn)


def _size(glyph: Glyph) -> float:
    return max(glyph.face.size, glyph.edges[3] - glyph.edges[1], 1.0)


def _parts(stretches: Iterable[list[Glyph]], *, written: bool) -> Iterator[list[Glyph]]:
    """Yield the characters of each word."""
    for stretch in stretches:
        start = 0
        limits = _limits(stretch, written=written)
        for index in range(1, len(stretch)):
            if _ends(stretch[index - 1], stretch[index], limits):
                yield stretch[start:index]
                start = index
        yield stretch[start:]


def _limits(stretch: Sequence[Glyph], *, written: bool) -> _Gaps:
    """Return what parts the words of a stretch: limits above the gaps between its letters."""
    pairs = [(a, b, _size(b)) for a, b in pairwise(stretch) if not b.spaced]
    if len(stretch) >= _FEW:
        written = len(stretch) - 1 - len(pairs) > len(stretch) / _LONGEST_USUAL
    unseen = _SPACE_WRITTEN - _SPACE if written else 0.0
    if len(pairs) < 3:
        return _Gaps(_SPACE, 0.04 + _SPACE_SEEN, unseen)
    rank = len(pairs) * 2 // 5
    by_font = sorted((b.edges[0] - _end(a)) / size for a, b, size in pairs)[rank]
    to_eye = sorted((b.edges[0] - a.edges[2]) / size for a, b, size in pairs)[rank]
    wide = _TRACKED * max(to_eye, 0.0)
    return _Gaps(by_font + max(_SPACE, wide), to_eye + max(_SPACE_SEEN, wide), unseen)


def _ends(last: Glyph, glyph: Glyph, limits: _Gaps) -> bool:
    """Say whether a word ends between two characters of a stretch."""
    if glyph.spaced:
        return True
    if glyph.face.turn != last.face.turn:
        return glyph.parted
    if any(is_rtl(item.text) or is_east_asian(item.text) for item in (last, glyph)):
        return glyph.parted
    size = _size(glyph)
    to_eye = (glyph.edges[0] - last.edges[2]) / size
    by_font = (glyph.edges[0] - _end(last)) / size
    if to_eye < -0.6 or glyph.text in _CLOSING:
        return glyph.parted and abs(to_eye) > 0.3
    by_font -= 0.0 if glyph.parted else limits.unseen
    return by_font > limits.by_font and to_eye > limits.to_eye


def _end(glyph: Glyph) -> float:
    """Return where a character ends: by its font, or by its ink where that reaches further."""
    return max(glyph.end, glyph.edges[2])


def _word(glyphs: Sequence[Glyph], order: int, frame: Frame) -> Word:
    text = "".join(glyph.text for glyph in glyphs)
    face, base = _main_face(glyphs)
    edges = [glyph.edges for glyph in glyphs]
    if any(glyph.face.turn != face.turn for glyph in glyphs):  # a curve: told by its box alone
        edges = [turned(glyph.edges, -glyph.face.turn) for glyph in glyphs]
        face = replace(face, turn=_CURVED)
        base = max(edge[3] for edge in edges) - _DESCENT * face.size
    x0, top, x1, bottom = _hull(edges)
    size = _plausible_size(face.size, edges, text)
    top, bottom = min(top, base - _ASCENT * size), max(bottom, base + _DESCENT * size)
    box = frame.box(*turned((x0, top, x1, bottom), -face.turn))
    return Word(
        text,
        x0,
        x1,
        top,
        bottom,
        base,
        size,
        face.style,
        face.turn,
        order,
        box,
        _spacing(glyphs, size),
        owner=face.owner,
        inked=face.inked,
    )


def _hull(edges: Sequence[Edges]) -> Edges:
    lefts, tops, rights, bottoms = zip(*edges, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _spacing(glyphs: Sequence[Glyph], size: float) -> float:
    if len(glyphs) < 2:
        return inf
    gaps = sorted(b.edges[0] - a.edges[2] for a, b in pairwise(glyphs))
    return max(gaps[len(gaps) // 2] - _USUAL_GAP * size, 0.0)


def _main_face(glyphs: Sequence[Glyph]) -> tuple[Face, float]:
    """Return format and baseline of a word's biggest characters, the first of them."""
    first = max(glyphs, key=lambda glyph: glyph.face.size)
    return first.face, first.base


def _plausible_size(size: float, edges: Sequence[Edges], text: str) -> float:
    """Return the size, or one guessed from the letters where a font's own unit hides it.

    Letters without an outline tell nothing, and neither does a flat one, as "one" is in Chinese.
    """
    height = max(edge[3] - edge[1] for edge in edges)
    if height <= _NO_OUTLINE or not any(char.isalnum() for char in text):
        return max(size, 1.0)
    flat = max(edge[2] - edge[0] for edge in edges) > 3 * height
    return size if flat or 0.6 * height <= size <= 3.5 * height else height / 0.7
