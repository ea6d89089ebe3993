"""Which slides of a new order need not be touched: the longest run that keeps its order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Best = tuple[int, int, int]
"""Slides of a run, their weight, and the index of its last."""


def longest_kept(order: Sequence[int], weights: Mapping[int, int]) -> frozenset[int]:
    """Return the slides of the longest increasing run of ``order``, a permutation of 1 to n.

    Of equally long ones it is one of the greatest weight; slides without one weigh nothing.
    """
    tree: list[Best] = [(0, 0, -1)] * (len(order) + 1)  # a Fenwick tree of the best up to a number
    before: list[int] = []
    for index, slide in enumerate(order):
        length, weight, last = _upto(tree, slide - 1)
        before.append(last)
        _put(tree, slide, (length + 1, weight + weights.get(slide, 0), index))
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
