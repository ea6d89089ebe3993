from __future__ import annotations

from itertools import permutations

import numpy as np

from sowhat.compare.assign import Matrix, assign


def best(gains: Matrix) -> float:
    """The most that any assignment gains, by trying all of them."""
    rows, columns = gains.shape
    if rows > columns:
        return best(gains.T)
    positive = np.maximum(gains, 0)
    return max(
        sum(float(positive[row, column]) for row, column in enumerate(choice))
        for choice in permutations(range(columns), rows)
    )


def test_the_assignment_is_the_best_of_all() -> None:
    rng = np.random.default_rng(3)
    for _ in range(200):
        gains = rng.normal(0, 1, size=rng.integers(1, 6, size=2))
        found = assign(gains)
        assert len({row for row, _ in found}) == len({column for _, column in found}) == len(found)
        assert all(gains[pair] > 0 for pair in found)
        assert abs(sum(gains[pair] for pair in found) - best(gains)) < 1e-9


def test_what_gains_nothing_is_left_out() -> None:
    assert assign(np.array([[-1.0, 0.0], [0.5, -2.0]])) == [(1, 0)]
    assert assign(np.zeros((0, 3))) == []
