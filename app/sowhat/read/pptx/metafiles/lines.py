"""Pieces of text that a metafile draws, joined to lines as they are seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sowhat.model import Box, hull

SAME_BASE, JOINED, SPACED = 0.3, 0.2, 0.6  # of the height: one line, one word, next word
SAME_WAY = 0.999  # cosine of the angle between pieces of one line

Point = tuple[float, float]


class Words(NamedTuple):
    """A line of words and its box in fractions of the picture."""

    text: str
    box: Box


class Piece(NamedTuple):
    """What one order draws: its text and box, and where it begins, ends and how high it is.

    ``start`` and ``end`` are the ends of its upper edge and ``low`` is the lower corner under the
    first, all on the device, where across and down are of one scale.
    """

    text: str
    box: Box
    start: Point
    end: Point
    low: Point


def lines(pieces: Iterable[Piece]) -> Iterator[Words]:
    """Yield the words of the pieces, those that follow each other on one line joined."""
    told: Words | None = None
    before: Piece | None = None
    for piece in pieces:
        joint = None if before is None else _joint(before, piece)
        if told is not None and joint is not None:
            seen = [words.box for words in (told, piece) if not words.text.isspace()]
            told = Words(told.text + joint + piece.text, hull(seen or [piece.box]))
        else:
            yield from _spoken(told)
            told = Words(piece.text, piece.box)
        before = piece
    yield from _spoken(told)


def _joint(before: Piece, piece: Piece) -> str | None:
    """Return what stands between two pieces of one line, None where they are apart."""
    way, down = _way(piece.start, piece.end), _way(piece.start, piece.low)
    height = _along(down, piece.start, piece.low)
    gap = _along(way, before.end, piece.start)
    if not _same(_way(before.start, before.end), way) or height <= 0:
        return None
    level = abs(_along(down, before.low, piece.low)) < SAME_BASE * height
    if not level or not -SPACED * height < gap < SPACED * height:
        return None
    spaced = gap > JOINED * height or before.text.endswith(" ") or piece.text.startswith(" ")
    return " " if spaced else ""


def _way(start: Point, end: Point) -> Point:
    x, y = end[0] - start[0], end[1] - start[1]
    length = (x * x + y * y) ** 0.5 or 1.0
    return x / length, y / length


def _along(way: Point, start: Point, end: Point) -> float:
    """Return how far ``end`` is from ``start`` that way."""
    return (end[0] - start[0]) * way[0] + (end[1] - start[1]) * way[1]


def _same(one: Point, other: Point) -> bool:
    return one[0] * other[0] + one[1] * other[1] > SAME_WAY


def _spoken(line: Words | None) -> Iterator[Words]:
    if line is None:
        return
    text = " ".join(line.text.split())
    if any(map(str.isalnum, text)) and not (len(text) == 1 and text.isalpha()):
        yield Words(text, line.box)  # letters alone are of words set upright
