"""The longest run of slides that keeps its order, held against its definition."""

from __future__ import annotations

import random

from sowhat.measure import longest_kept


def longest(order: list[int]) -> int:
    """The length of the longest rising run, by the plain way."""
    ends: list[int] = []
    for at, slide in enumerate(order):
        ends.append(1 + max((ends[i] for i in range(at) if order[i] < slide), default=0))
    return max(ends, default=0)


def test_it_rises_and_none_is_longer() -> None:
    dice = random.Random(4)
    for _ in range(100):
        order = dice.sample(range(1, 31), dice.randint(0, 12))
        kept = longest_kept(order)
        line = [slide for slide in order if slide in kept]
        assert line == sorted(line)
        assert len(line) == len(kept) == longest(order)


def test_of_equally_long_ones_it_keeps_what_weighs_most() -> None:
    assert longest_kept([2, 1], {1: 1}) == {1}
    assert longest_kept([2, 1], {2: 1}) == {2}
