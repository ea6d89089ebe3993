"""Tables set so tight that the lines of a column look like a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from sowhat.read.pdf.lines import Line

_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 4
_PITCH = 2.0  # sizes between rows
_NEAR = 0.6  # of the size: the same left edge, right edge or middle
_SAME = 0.05  # of the size: how much cells differ in it
_CELL_WORDS = 4  # of most cells at most
_FRESH = 0.85  # of the cells start like no line that goes on with another
_ADDRESS = re.compile(r"\S+@\S+\.|://|www\.")

Row = list[int]


def tabular(lines: Sequence[Line], rows: Sequence[int]) -> frozenset[int]:
    """Return the indexes of the lines that are cells, each by itself; ``rows`` tells which lines
    stand side by side."""
    groups: dict[int, Row] = {}
    for index, row in enumerate(rows):
        if row >= 0:
            groups.setdefault(row, []).append(index)
    found: set[int] = set()
    for run in _runs(lines, [group for group in groups.values() if len(group) >= _FEWEST_COLUMNS]):
        if len(run) >= _FEWEST_ROWS and _are_cells(lines, run):
            found.update(index for row in run for index in row)
    return frozenset(found)


def _runs(lines: Sequence[Line], groups: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield rows that follow each other closely, their cells below each other."""
    run = list(groups[:1])
    for above, below in pairwise(groups):
        if not _follows([lines[index] for index in above], [lines[index] for index in below]):
            yield run
            run = []
        run.append(below)
    yield run


def _follows(above: Sequence[Line], below: Sequence[Line]) -> bool:
    size = below[0].size
    pitch = below[0].base - above[0].base
    aligned = sum(any(_are_aligned(one, other) for one in above) for other in below)
    return 0.5 * size < pitch <= _PITCH * size and aligned >= _FEWEST_COLUMNS


def _are_aligned(one: Line, other: Line) -> bool:
    if abs(one.size - other.size) > _SAME * other.size:
        return False
    near = _NEAR * other.size
    left, right = abs(one.x0 - other.x0), abs(one.x1 - other.x1)
    return min(left, right) < near or abs(one.x0 + one.x1 - other.x0 - other.x1) / 2 < near


def _are_cells(lines: Sequence[Line], run: Sequence[Row]) -> bool:
    cells = [lines[index] for row in run[1:] for index in row]
    fresh = sum(not cell.text[:1].islower() or bool(_ADDRESS.search(cell.text)) for cell in cells)
    words = median(len(cell.words) for cell in cells)
    return fresh >= _FRESH * len(cells) and words <= _CELL_WORDS
