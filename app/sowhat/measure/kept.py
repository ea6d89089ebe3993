"""Which slides of another order did not move: the longest run that keeps its order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Best = tuple[int, int, int]
"""Slides of a run, their weight, and the index of its last."""
NONE: Mapping[int, int] = {}


def longest_kept(order: Sequence[int], weights: Mapping[int, int] = NONE) -> frozenset[int]:
    """Return the slides of the longest increasing run of ``order``, in which none comes twice.

    Of equally long ones it is one of the greatest weight; slides without one weigh nothing.
    """
    tree: list[Best] = [(0, 0, -1)] * (len(order) + 1)  # a Fenwick tree of the best up to a number
    ranks = {slide: rank for rank, slide in enumerate(sorted(order), 1)}
    before: list[int] = []
    for index, slide in enumerate(order):
        length, weight, last = _upto(tree, ranks[slide] - 1)
        before.append(last)
        _put(tree, ranks[slide], (length + 1, weight + weights.get(slide, 0), index))
    kept, at = set(), _upto(tree, len(order))[2]
    while at >= 0:
        kept.add(order[at])
        at = before[at]
    return frozenset(kept)


def _upto(tree: Sequence[Best], number: int) -> Best:
    found = tree[0]
    while number > 0:
        found = max(found, tree[number])
        number -= number & -number
    return found


def _put(tree: list[Best], number: int, best: Best) -> None:
    while number < len(tree):
        tree[number] = max(tree[number], best)
        number += number & -number
