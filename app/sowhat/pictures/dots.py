"""Dots with names beside them, as in a quadrant or on a radar. Pure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sowhat.pictures.pieces import Mask, Pieces, pieces
from sowhat.pictures.seen import summed

Floats = NDArray[np.float32]

PLAIN = 26
"""A channel differs at least so much where something is drawn on the ground."""
STRONG = 0.4
"""A dot's colour reaches this part of the strongest difference in the plot."""
SPECK = 3
SMALLEST, LARGEST = 0.0135, 0.066
"""Of the plot's side: what is smaller is a letter, what is larger a box or a bubble."""
SOLID = 0.48
"""Of its box that a dot fills; a disc fills 0.79, a lozenge half."""
LONGER = 1.7
ALIKE = (0.68, 1.45)
"""Dots are so much smaller or larger than the one in the middle of their sizes."""
FEWEST = 5
GROUPS = 6
CROWDED = 0.4
"""Ink on both sides beyond this part makes a letter of it."""
NAMED = (0.05, 0.9)
"""The part of the strip beside a dot that its name inks."""
LINED_UP = 1.5
"""Dots whose middles are within so many pixels stand in a column, as bullets do."""


@dataclass(frozen=True, slots=True)
class Dots:
    """The dots of a plot, and what was seen around them.

    ``named`` is the share with words close by, ``owned`` the share of all other ink that lies
    close to a dot, ``lined`` the most that stand in one column or one row.
    """

    pieces: Pieces
    named: float
    owned: float
    lined: int

    def __len__(self) -> int:
        return len(self.pieces)

    @property
    def middles(self) -> NDArray[np.float64]:
        """Where they stand: a row each, x then y, in pixels."""
        found = self.pieces
        return np.column_stack(((found.x0 + found.x1) / 2, (found.y0 + found.y1) / 2))


def dots(
    different: Floats, side: float, smallest: float = SMALLEST, *, hollow: bool = False
) -> list[Dots]:
    """Return what may be the dots, largest first; ``different`` is how far a pixel is from ground.

    Letters are thin: at every size there may be a few that look like a dot, so that each size is
    a guess of its own. Where they may be ``hollow``, those come last, filled.
    """
    peak = float(np.percentile(different, 99.7))
    ink = different > max(PLAIN, 0.2 * peak)
    total = summed(ink)
    sizes = max(SPECK, smallest * side), max(LARGEST * side, 6)
    groups: list[Dots] = []
    masks = [different > max(PLAIN, STRONG * peak)]
    if hollow:
        masks.append(_filled(ink, sizes[1]))
    for mask in masks:
        found = _compact(mask, *sizes)
        alone = [_stands_alone(total, box) for box in _boxes(found, 0)]
        found = found.only(np.array(alone, dtype=bool))
        groups += [_weighed(group, ink, side) for group in _alike(found)]
    return groups


def _filled(ink: Mask, largest: float) -> Mask:
    """Return the ink with its small holes filled."""
    holes = pieces(~ink)
    small = holes.only((holes.width < largest) & (holes.height < largest))
    full = ink.copy()
    for x0, y0, x1, y1 in zip(small.x0, small.y0, small.x1, small.y1, strict=True):
        full[y0:y1, x0:x1] = True
    return full


def _weighed(found: Pieces, ink: Mask, side: float) -> Dots:
    """Return the dots with what is around them."""
    other = ink.copy()
    for x0, y0, x1, y1 in _boxes(found, 1):
        other[max(y0, 0) : y1, max(x0, 0) : x1] = False
    total = summed(other)
    named = [_named(total, box) for box in _boxes(found, 0)]
    return Dots(found, sum(named) / max(len(named), 1), _owned(other, found, side), _lined(found))


def _compact(mask: Mask, smallest: float, largest: float) -> Pieces:
    """Return the pieces that are as broad as high and filled."""
    core = np.zeros_like(mask)
    inner = mask[1:-1, 1:-1]
    for x in (0, 1, 2):
        for y in (0, 1, 2):
            inner = inner & mask[y : y + mask.shape[0] - 2, x : x + mask.shape[1] - 2]
    core[1:-1, 1:-1] = inner
    found = pieces(core)
    wide, high = found.width + 2, found.height + 2
    least, most = np.minimum(wide, high), np.maximum(wide, high)
    full = found.area >= SOLID * found.width * found.height
    fits = (least >= smallest) & (most <= largest)
    return found.only(full & fits & (most <= LONGER * least))


def _alike(found: Pieces) -> list[Pieces]:
    """Return groups of about one size, each from another size on, the largest first."""
    size = np.sqrt((found.width + 2.0) * (found.height + 2))
    groups: list[Pieces] = []
    largest = np.inf
    for middle in np.sort(size)[::-1]:
        if middle > 0.87 * largest:
            continue
        group = found.only((size >= ALIKE[0] * middle) & (size <= ALIKE[1] * middle))
        if len(group) >= FEWEST:
            groups.append(group)
            largest = middle
    return groups[:GROUPS]


def _stands_alone(total: NDArray[np.int32], box: tuple[int, int, int, int]) -> bool:
    """Say whether there is ground on its left or its right: letters have others on both sides."""
    x0, y0, x1, y1 = box
    by = max(3, (x1 - x0) // 2)
    sides = ((x0 - 1 - by, y0, x0 - 1, y1), (x1 + 1, y0, x1 + 1 + by, y1))
    return min(_share(total, side) for side in sides) < CROWDED


def _boxes(found: Pieces, by: int) -> list[tuple[int, int, int, int]]:
    """Return the boxes, with the edge that thinning took, and ``by`` more."""
    grow = 1 + by
    columns = (found.x0 - grow, found.y0 - grow, found.x1 + grow, found.y1 + grow)
    return [(int(a), int(b), int(c), int(d)) for a, b, c, d in zip(*columns, strict=True)]


def _named(total: NDArray[np.int32], box: tuple[int, int, int, int]) -> bool:
    """Say whether the strip on one side of the dot holds about as much ink as a word does."""
    x0, y0, x1, y1 = box
    wide, high = x1 - x0, y1 - y0
    reach, tall = min(3 * wide, 30), min(max(high, 4), 10)
    middle, upright = (x0 + x1) // 2, (y0 + y1) // 2
    strips = (
        (x1, upright - tall // 2 - 1, x1 + reach, upright + tall // 2 + 1),
        (x0 - reach, upright - tall // 2 - 1, x0, upright + tall // 2 + 1),
        (middle - reach // 2, y0 - 2 * tall, middle + reach // 2, y0),
        (middle - reach // 2, y1, middle + reach // 2, y1 + 2 * tall),
    )
    return any(NAMED[0] < _share(total, strip) < NAMED[1] for strip in strips)


def _share(total: NDArray[np.int32], box: tuple[int, int, int, int]) -> float:
    high, wide = total.shape[0] - 1, total.shape[1] - 1
    x0, x1 = (min(max(x, 0), wide) for x in (box[0], box[2]))
    y0, y1 = (min(max(y, 0), high) for y in (box[1], box[3]))
    if x1 <= x0 or y1 <= y0:
        return 0.0
    ink = int(total[y1, x1]) - int(total[y0, x1]) - int(total[y1, x0]) + int(total[y0, x0])
    return float(ink / ((x1 - x0) * (y1 - y0)))


def _owned(other: Mask, found: Pieces, side: float) -> float:
    """Return the share of words that are close enough to a dot to be its name.

    Boxes laid over the plot, and rings around a dot, are no words.
    """
    near = np.zeros_like(other)
    for x0, y0, x1, y1 in _boxes(found, 0):
        wide, high = max(x1 - x0, 5), max(y1 - y0, 5)
        top, left = max(y0 - 2 * high, 0), max(x0 - 9 * wide, 0)
        near[top : y1 + 2 * high, left : x1 + 9 * wide] = True
    drawn = pieces(other)
    words = drawn.only((drawn.height < 0.07 * side) & (drawn.area < 0.002 * side * side))
    if not len(words):
        return 0.0
    middles = (words.y0 + words.y1) // 2, (words.x0 + words.x1) // 2
    return float(words.area[near[middles]].sum() / words.area.sum())


def _lined(found: Pieces) -> int:
    x, y = found.x0 + found.x1, found.y0 + found.y1
    most = [
        int((np.abs(place[:, None] - place[None, :]) <= 2 * LINED_UP).sum(axis=1).max())
        for place in (x, y)
    ]
    return max(most)
