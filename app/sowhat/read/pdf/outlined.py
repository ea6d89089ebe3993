"""Lines of words that a page draws as the outlines of their letters, which no text layer holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from sowhat.model import Box, hull
from sowhat.read.pdf.shapes import Shape

_LOW, _HIGH = 0.015, 0.25  # of the page: how high a letter of a line to notice is
_WIDE, _GAP = 3.0, 1.2  # times the middle height: the widest letter, a gap between words
_TALL = 2.5  # times the middle height: a line of letters, with all that stands out of it
_MOST_SEGMENTS = 150  # of a letter
_LETTERS, _LONG = 9, 0.2  # at least in a line; of the page's width: shorter lines are a logo's
_CURVED = 0.4  # of the letters, at least: few alphabets have less
_SIZES, _ROUND = 4, 0.003  # widths, at least, that differ by so much: bars and dots are alike
_LEVEL, _STANDING = 0.15, 0.6  # of the height: letters stand on a line; so many of them do
_MOST = 3_000  # shapes that may be letters: more are a map
_COVERED = 0.3  # of a line: with so much of it under words it is written, too, or adorns them


def outlined(shapes: Sequence[Shape], words: Sequence[Box]) -> tuple[Box, ...]:
    """Return the lines of letters among a page's shapes that no word of its text stands on."""
    letters = [shape for shape in shapes if _may_be_letter(shape)]
    if not _LETTERS <= len(letters) <= _MOST:
        return ()
    found = (hull(s.box for s in row) for row in _rows(letters) if _is_line(row))
    return tuple(box for box in found if not _is_written(box, words))


def _may_be_letter(shape: Shape) -> bool:
    high, wide = shape.box.height, shape.box.width
    return _LOW / 2 <= high <= _HIGH and 0 < wide <= _HIGH and 3 < shape.segments <= _MOST_SEGMENTS


def _rows(letters: Sequence[Shape]) -> Iterator[list[Shape]]:
    """Yield runs of shapes that stand beside each other, from the left."""
    open_: list[list[Shape]] = []
    for shape in sorted(letters, key=lambda shape: shape.box.x0):
        far = shape.box.x0 - _GAP * _HIGH
        yield from (row for row in open_ if row[-1].box.x1 < far)
        open_ = [row for row in open_ if row[-1].box.x1 >= far]
        row = next((row for row in open_ if _follows(row, shape.box)), None)
        if row is None:
            open_.append([shape])
        else:
            row.append(shape)
    yield from open_


def _follows(row: Sequence[Shape], box: Box) -> bool:
    last = row[-1].box
    high = max(shape.box.height for shape in row[-3:])
    shared = min(last.y1, box.y1) - max(last.y0, box.y0)
    small, large = sorted((last.height, box.height))
    near = box.x0 - last.x1 < _GAP * high and box.x1 > last.x1 - 0.2 * high
    return near and shared > 0.5 * small and large < 4 * small


def _is_line(row: Sequence[Shape]) -> bool:
    """Say whether shapes are like the letters of a line: of many widths, on one foot, curved."""
    if len(row) < _LETTERS or row[-1].box.x1 - row[0].box.x0 < _LONG:
        return False
    high = max(median(shape.box.height for shape in row), _ROUND)
    tall = max(s.box.y1 for s in row) - min(s.box.y0 for s in row)
    if high < _LOW or tall > _TALL * high or any(shape.box.width > _WIDE * high for shape in row):
        return False
    foot = median(shape.box.y1 for shape in row)
    standing = sum(abs(shape.box.y1 - foot) < _LEVEL * high for shape in row)
    sizes = {round(shape.box.width / _ROUND) for shape in row}
    apart = sum(one.box.x1 - 0.3 * high < other.box.x0 for one, other in pairwise(row))
    return (
        standing >= _STANDING * len(row)
        and len(sizes) >= _SIZES
        and sum(shape.curved for shape in row) >= _CURVED * len(row)
        and apart >= 0.8 * (len(row) - 1)
    )


def _is_written(box: Box, words: Sequence[Box]) -> bool:
    return sum(box.overlap(word) for word in words) > _COVERED * box.area
