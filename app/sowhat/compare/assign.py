"""The assignment of slides to slides that is best as a whole."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


def assign(gains: Matrix) -> list[tuple[int, int]]:
    """Return the pairs of row and column whose gains add up to most, each used once at most.

    Pairs without a gain above 0 are left out. The Hungarian method, by shortest augmenting paths.
    """
    rows, columns = gains.shape
    if rows > columns:
        return sorted((row, column) for column, row in assign(gains.T))
    owner = _owners(-np.maximum(gains, 0.0))
    found = ((int(owner[column]) - 1, column - 1) for column in range(1, columns + 1))
    return sorted((row, column) for row, column in found if row >= 0 and gains[row, column] > 0)


def _owners(costs: Matrix) -> NDArray[np.int64]:
    """Return the row, from 1, that owns each column, from 1; 0 where it is free."""
    rows, columns = costs.shape
    by_row, by_column = np.zeros(rows + 1), np.zeros(columns + 1)  # the potentials
    owner, way = np.zeros(columns + 1, dtype=np.int64), np.zeros(columns + 1, dtype=np.int64)
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        least, used = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=bool)
        while owner[column]:
            used[column] = True
            at = owner[column]
            reduced = np.append(np.inf, costs[at - 1] - by_row[at] - by_column[1:])
            nearer = ~used & (reduced < least)
            least[nearer], way[nearer] = reduced[nearer], column
            ahead = np.where(used, np.inf, least)
            step = ahead.min()
            by_row[owner[used]] += step
            by_column[used] -= step
            least[~used] -= step
            column = int(ahead.argmin())
        while column:
            owner[column] = owner[way[column]]
            column = int(way[column])
    return owner
