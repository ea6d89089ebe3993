"""The connected pieces of a mask, each with its box and size. Pure and quick: rows, not pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Connected pieces (sides touch, not corners), a row each: box in pixels and pixels in it.

    ``x1`` and ``y1`` lie outside, so that widths are ``x1 - x0``.
    """

    x0: Ints
    y0: Ints
    x1: Ints
    y1: Ints
    area: Ints

    def __len__(self) -> int:
        return len(self.area)

    @property
    def width(self) -> Ints:
        """Widths in pixels."""
        return self.x1 - self.x0

    @property
    def height(self) -> Ints:
        """Heights in pixels."""
        return self.y1 - self.y0

    def only(self, keep: Mask) -> Pieces:
        """Return the pieces where ``keep`` is true."""
        return Pieces(*(column[keep] for column in (self.x0, self.y0, self.x1, self.y1, self.area)))


def pieces(mask: Mask) -> Pieces:
    """Return the connected pieces of what is true in ``mask``."""
    height, width = mask.shape
    wide = width + 1  # a column of ground ends each row, so that no run goes round the edge
    flat = np.zeros(height * wide + 2, dtype=bool)
    flat[1:-1].reshape(height, wide)[:, :width] = mask
    turns = np.flatnonzero(flat[1:] != flat[:-1])
    starts, ends = turns[::2].copy(), turns[1::2].copy()
    if not len(starts):
        none = np.zeros(0, dtype=np.int64)
        return Pieces(none, none, none, none, none)
    names = _named(starts, ends, wide)
    first = names == np.arange(len(names))
    name = (np.cumsum(first) - 1)[names]
    count, row = int(np.count_nonzero(first)), starts // wide
    before = row * wide
    x0, x1, last = np.full(count, wide), np.zeros(count, dtype=np.int64), np.zeros(count, np.int64)
    np.minimum.at(x0, name, starts - before)
    np.maximum.at(x1, name, ends - before)
    last[name] = row  # runs go down the rows: the last of a piece is its lowest
    area = np.bincount(name, weights=ends - starts).astype(np.int64)
    return Pieces(x0, row[first], x1, last + 1, area)


def _named(starts: Ints, ends: Ints, wide: int) -> Ints:
    """Return for each run the number of the first run it hangs together with."""
    low = np.searchsorted(ends, starts + wide, side="right")
    high = np.searchsorted(starts, ends + wide, side="left")
    touching = np.maximum(high - low, 0)
    names = np.arange(len(starts))
    above = np.repeat(names, touching)
    below = np.arange(len(above)) + np.repeat(low + touching - np.cumsum(touching), touching)
    while True:
        one, other = names[above], names[below]
        apart = np.flatnonzero(one != other)
        if not len(apart):
            return names
        one, other = one[apart], other[apart]
        least = np.minimum(one, other)
        np.minimum.at(names, one, least)
        np.minimum.at(names, other, least)
        while not np.array_equal(names, further := names[names]):
            names = further
