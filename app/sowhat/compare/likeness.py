"""How much the slides of two decks are alike, by words, title and pictures. Pure."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence

import numpy as np

from sowhat.compare.assign import Matrix
from sowhat.compare.traits import Traits
from sowhat.model import Box

WORDS, TITLE, PICTURES = 0.6, 0.2, 0.25  # how much each counts where a slide has much of it
FEW = 4.0  # words: so many count half as much as many
SAME_PLACE = 0.5  # of the area that two pictures cover together: they stand in the same place
NEAR = 0.03  # at most for standing in the same part of the deck: it decides between twins

Sets = Sequence[Collection[Hashable]]


def likeness(old: Sequence[Traits], new: Sequence[Traits], *, same_kind: bool) -> Matrix:
    """Return a matrix of old slides by new ones, 1 for those that cannot be told apart.

    Digests of pictures hold within ``same_kind`` of file only; else their places are compared.
    """
    words, lengths = _alike([t.words for t in old], [t.words for t in new])
    titles, titled = _alike([t.title for t in old], [t.title for t in new])
    pictures, seen = _seen(old, new) if same_kind else _placed(old, new)
    weights = (WORDS * lengths / (lengths + FEW), TITLE * (titled > 0), PICTURES * (seen > 0))
    together = sum(weights)
    told = words * weights[0] + titles * weights[1] + pictures * weights[2]
    blank = np.ones_like(told)  # nothing on either: as like as can be
    return np.divide(told, together, out=blank, where=together > 0)


def nearness(old: int, new: int) -> Matrix:
    """Return up to ``NEAR`` for each pair of places in decks of ``old`` and ``new`` slides."""
    rows, columns = (np.arange(count) / max(count - 1, 1) for count in (old, new))
    return NEAR * (1 - np.abs(rows[:, None] - columns[None, :]))


def shares(parts: Sequence[Traits], wholes: Sequence[Traits]) -> Matrix:
    """Return which share of each part's words stands on each whole, by weight."""
    shared, (own, _) = _shared([t.words for t in parts], [t.words for t in wholes])
    return np.divide(shared, own[:, None], out=np.zeros_like(shared), where=own[:, None] > 0)


def _shared(old: Sets, new: Sets) -> tuple[Matrix, tuple[Matrix, Matrix]]:
    """Return the weight that each pair shares, and the weight of each; rare ones weigh more."""
    every = dict.fromkeys(item for one in (*old, *new) for item in one)
    known = {item: at for at, item in enumerate(every)}
    left, right = _table(old, known), _table(new, known)
    count = left.sum(axis=0) + right.sum(axis=0)
    weight = np.log((len(old) + len(new) + 1) / np.maximum(count, 1))
    return (left * weight) @ right.T, (left @ weight, right @ weight)


def _alike(old: Sets, new: Sets) -> tuple[Matrix, Matrix]:
    """Return Dice's coefficient of each pair, and the size of the larger."""
    shared, (left, right) = _shared(old, new)
    both = left[:, None] + right[None, :]
    sizes = [np.array([float(len(one)) for one in sets]) for sets in (old, new)]
    found = np.divide(2 * shared, both, out=np.zeros_like(both), where=both > 0)
    return found, np.maximum(sizes[0][:, None], sizes[1][None, :])


def _table(sets: Sets, known: dict[Hashable, int]) -> Matrix:
    table = np.zeros((len(sets), len(known)))
    for row, one in enumerate(sets):
        table[row, [known[item] for item in one]] = 1.0
    return table


def _seen(old: Sequence[Traits], new: Sequence[Traits]) -> tuple[Matrix, Matrix]:
    return _alike([t.pictures for t in old], [t.pictures for t in new])


def _placed(old: Sequence[Traits], new: Sequence[Traits]) -> tuple[Matrix, Matrix]:
    """Compare pictures by where they stand, for another program stores them in another way."""
    found, sizes = np.zeros((len(old), len(new))), np.zeros((len(old), len(new)))
    for row, left in enumerate(old):
        for column, right in enumerate(new):
            both = len(left.boxes) + len(right.boxes)
            sizes[row, column] = both
            if left.boxes and right.boxes:
                found[row, column] = 2 * _same_places(left.boxes, right.boxes) / both
    return found, sizes


def _same_places(old: Sequence[Box], new: Sequence[Box]) -> int:
    left = list(new)
    for box in old:
        twin = next((other for other in left if _over(box, other) >= SAME_PLACE), None)
        if twin is not None:
            left.remove(twin)
    return len(new) - len(left)


def _over(box: Box, other: Box) -> float:
    shared = box.overlap(other)
    together = box.area + other.area - shared
    return shared / together if together > 0 else 0.0
