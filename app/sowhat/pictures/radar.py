"""Waves and radars: bands around one middle, or around a corner, with dots and names on them.

Told from targets, onions, ring charts and charts of spokes by their dots: small, filled, alike,
on several bands and in no regular order, most with a name.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sowhat.pictures.dots import Dots, dots
from sowhat.pictures.lines import Floats, on_white
from sowhat.pictures.rings import Rings, level, rings
from sowhat.pictures.seen import Pixels

SMALLEST = 0.01
"""Of the reach of the rings: dots of a radar may be smaller than a quadrant's."""
WIDE = 0.24
"""Of the picture's short side: the largest ring reaches at least so far."""
ROUND = 0.45
"""Of a full turn: rings that show less are a wave's bands, others a radar's."""
AGREED = 0.58
"""Of the slanted edges that point to the rings' middle: else the rings are chance."""
ORDER = 0.8
"""Dots in more order than this stand on spokes."""
INNER = 0.15
"""Of the largest ring's reach: smaller ones are dots or letters."""
NAMED, OWNED = 0.6, 0.55
"""Shares of a radar's dots that have a name, and of the words that are one: with less of these what
stands on rings is a drawing with words."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Rings with the dots on them, and on how many bands and in what order these stand."""

    rings: Rings
    dots: Dots
    bands: int
    order: float


def best(pixels: Pixels) -> Seen | None:
    """Return what looks most like a wave or a radar."""
    for seen in guesses(on_white(pixels)):
        if _is_wave(seen) if seen.rings.turns < ROUND else _is_radar(seen):
            return seen
    return None


def guesses(picture: Floats) -> list[Seen]:
    """Return the rings with each guess of what the dots are."""
    found = rings(picture, AGREED)
    if found is None:
        return []
    whole = found.turns >= ROUND
    bands = [radius for radius in found.radii if radius > INNER * found.radii[-1]]
    wide = found.radii[-1] >= WIDE * min(picture.shape[:2])
    if not wide or len(bands) < (3 if whole else 2):
        return []
    off, far, turn = level(picture, found)
    seen = []
    for group in dots(off, found.radii[-1] * (2 if whole else 1.2), SMALLEST, hollow=True):
        x, y = group.middles.astype(int).T
        on = len(set(np.searchsorted(found.radii, far[y, x]).tolist()))
        seen.append(Seen(found, group, on, _order(turn[y, x])))
    return seen


def _order(turns: NDArray[np.float64]) -> float:
    """Return 1 where all turns are even parts of a circle, as on spokes, and about 0 for chance."""
    parts = np.arange(3, 13)[:, None]
    return float(np.abs(np.exp(1j * parts * turns).mean(axis=1)).max())


def _is_wave(seen: Seen) -> bool:
    return seen.bands >= 2 and seen.dots.named >= 0.6 and seen.dots.owned >= 0.5


def _is_radar(seen: Seen) -> bool:
    found = seen.dots
    if seen.bands < 2 or seen.order > ORDER:
        return False
    if found.named >= NAMED:
        return len(found) >= 7 and found.owned >= OWNED
    return len(found) >= 8 and found.owned >= 0.4  # numbered
