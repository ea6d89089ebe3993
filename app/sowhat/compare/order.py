"""What kept its order. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def longest_run(numbers: Sequence[int]) -> tuple[int, ...]:
    """Return the indices of a longest run of ``numbers``, all different, that only rises."""
    tails: list[int] = []  # the smallest number that ends a run of each length
    ends: list[int] = []  # its index
    before: list[int | None] = []
    for index, number in enumerate(numbers):
        length = bisect_left(tails, number)
        before.append(ends[length - 1] if length else None)
        tails[length:], ends[length:] = [number, *tails[length + 1 :]], [index, *ends[length + 1 :]]
    run: list[int] = []
    at = ends[-1] if ends else None
    while at is not None:
        run.append(at)
        at = before[at]
    return tuple(reversed(run))
