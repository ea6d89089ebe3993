"""Waves and radars: bands around one middle, or around a corner, with dots and names on them.

Told from targets, onions, ring charts and charts of spokes by their dots: small, filled, alike,
on several bands and in no regular order, most with a name.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sowhat.pictures.dots import Dots, dots
from sowhat.pictures.lines import Floats, on_white
from sowhat.pictures.rings import Rings, level, rings
from sowhat.pictures.seen import Pixels

WIDE = 0.24
"""Of the picture's short side: the largest ring reaches at least so far."""
EVEN = 0.14
"""Parts of a full turn from which on bands are a wave's; from ``ROUND`` on a radar's."""
ROUND = 0.4


@dataclass(frozen=True, slots=True)
class Seen:
    """Rings with the dots on them, and on how many bands and how irregularly these stand."""

    rings: Rings
    dots: Dots
    bands: int
    turns: int


def best(pixels: Pixels) -> Seen | None:
    """Return what looks most like a wave or a radar."""
    for seen in guesses(on_white(pixels)):
        if _is_radar(seen):
            return seen
    return None


def guesses(picture: Floats) -> list[Seen]:
    """Return the rings with each guess of what the dots are."""
    found = rings(picture)
    if found is None:
        return []
    side = min(picture.shape[:2])
    radii = tuple(radius for radius in found.radii if radius > 0.3 * found.radii[-1])
    whole = found.turns >= ROUND
    if found.radii[-1] < WIDE * side or len(radii) < 2:
        return []
    off, far, turn = level(picture, found)
    reach = found.radii[-1] * (2 if whole else 1.2)
    seen = []
    for group in dots(off, reach):
        x, y = group.middles.astype(int).T
        bands = len(set(np.searchsorted(found.radii, far[y, x]).tolist()))
        turns = len(set(np.rint(turn[y, x] * 180 / np.pi / 6).astype(int).tolist()))
        seen.append(Seen(found, group, bands, turns))
    return seen


def _is_radar(seen: Seen) -> bool:
    found = seen.dots
    return seen.bands >= 2 and found.named >= 0.6 and seen.turns >= 0.5 * len(found)
