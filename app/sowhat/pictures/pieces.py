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
    flat = np.zeros(height * wide + 1, dtype=np.int8)
    flat[1:].reshape(height, wide)[:, :width] = mask
    step = np.diff(flat, append=0)
    starts, ends = np.flatnonzero(step == 1), np.flatnonzero(step == -1)
    if not len(starts):
        none = np.zeros(0, dtype=np.int64)
        return Pieces(none, none, none, none, none)
    names = _named(starts, ends, wide)
    roots, name = np.unique(names, return_inverse=True)
    count, row = len(roots), starts // wide
    return Pieces(
        x0=_least(count, name, starts % wide),
        y0=_least(count, name, row),
        x1=-_least(count, name, -((ends - 1) % wide + 1)),
        y1=-_least(count, name, -(row + 1)),
        area=np.bincount(name, weights=ends - starts).astype(np.int64),
    )


def _named(starts: Ints, ends: Ints, wide: int) -> Ints:
    """Return for each run the number of the first run it hangs together with."""
    low = np.searchsorted(ends, starts + wide, side="right")
    high = np.searchsorted(starts, ends + wide, side="left")
    touching = np.maximum(high - low, 0)
    above = np.repeat(np.arange(len(starts)), touching)
    before = np.repeat(np.cumsum(touching) - touching, touching)
    below = np.arange(len(above)) - before + np.repeat(low, touching)
    names = np.arange(len(starts))
    while True:
        one, other = names[above], names[below]
        if np.array_equal(one, other):
            return names
        least = np.minimum(one, other)
        np.minimum.at(names, one, least)
        np.minimum.at(names, other, least)
        while not np.array_equal(names, names[names]):
            names = names[names]


def _least(count: int, name: Ints, values: Ints) -> Ints:
    least = np.full(count, np.iinfo(np.int64).max)
    np.minimum.at(least, name, values)
    return least
