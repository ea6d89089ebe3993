"""Pieces, sums and scans against the plain way to count them."""

from __future__ import annotations

import numpy as np
import pytest

from sowhat.pictures.lines import HOLE, runs
from sowhat.pictures.pieces import Mask, pieces
from sowhat.pictures.seen import counts, summed, through

DICE = np.random.default_rng(11)
MASKS = [DICE.random((23, 31)) < share for share in (0.0, 0.1, 0.4, 0.6, 0.9, 1.0)]


def flooded(mask: Mask) -> list[tuple[int, ...]]:
    """Return the box and size of each piece, found by walking from pixel to pixel."""
    left = set(zip(*(axis.tolist() for axis in np.nonzero(mask)), strict=True))
    found: list[tuple[int, ...]] = []
    while left:
        held, edge = set[tuple[int, int]](), [min(left)]
        while edge:
            y, x = edge.pop()
            if (y, x) in left:
                left.remove((y, x))
                held.add((y, x))
                edge += [(y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)]
        rows, columns = zip(*held, strict=True)
        found.append((min(columns), min(rows), max(columns) + 1, max(rows) + 1, len(held)))
    return found


@pytest.mark.parametrize("mask", MASKS)
def test_pieces_hang_together_by_their_sides(mask: Mask) -> None:
    found = pieces(mask)
    columns = (found.x0, found.y0, found.x1, found.y1, found.area)
    assert list(zip(*(column.tolist() for column in columns), strict=True)) == flooded(mask)


@pytest.mark.parametrize("mask", MASKS)
def test_sums_and_scans_are_those_of_plain_counting(mask: Mask) -> None:
    assert np.array_equal(summed(mask)[1:, 1:], mask.cumsum(axis=0).cumsum(axis=1))
    assert not summed(mask)[0].any()
    assert not summed(mask)[:, 0].any()
    for axis in (0, 1):
        assert np.array_equal(counts(mask, axis), mask.sum(axis=axis))
    values = DICE.integers(-50, 50, mask.shape).astype(np.int16)
    assert np.array_equal(through(values, np.minimum), np.minimum.accumulate(values))


@pytest.mark.parametrize("mask", MASKS)
def test_a_columns_heaviest_stretch_is_found(mask: Mask) -> None:
    for column, start, end, weight in zip(mask.T, *runs(mask), strict=True):
        score = np.where(column, 1, -HOLE)
        sums = [score[a:b].sum() for a in range(len(score)) for b in range(a, len(score) + 1)]
        assert weight == max(sums) == score[start:end].sum()
