"""Rings and arcs around one middle. Pure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sowhat.pictures.lines import runs

Floats = NDArray[np.float32]
Values = NDArray[np.float64]

EDGE = 3.0
"""Grey levels of a step that may belong to a band."""
MOST_EDGES = 4000
PAIRS = 6000
REACH = 5
"""Pixels along an arc after which it still goes nearly the same way."""
BIN = 8
"""Pixels of a cell in which the middles of pairs are counted."""
OUTSIDE = 0.25
"""Of the picture: a middle may lie so far beyond its edge."""
STRETCHES = (1.0, 1.12, 1.25, 0.88, 0.78)
"""How much higher the picture is made to make circles of its ellipses."""
RAYS = 240
STEP = 2.0
"""Grey levels between the inside and the outside of a ring's edge."""
ARC = 0.14
"""Of a full turn that a ring shows at least in one piece."""


@dataclass(frozen=True, slots=True)
class Rings:
    """A middle, the distances of the edges around it, and how much higher than wide is doubled.

    ``stretch`` times a height is what the circle would have; ``turns`` is how much of a full turn
    its edges show, ``rays`` which of the directions the two longest of them cover.
    """

    x: float
    y: float
    stretch: float
    radii: tuple[int, ...]
    turns: float
    rays: NDArray[np.bool_]


def rings(picture: Floats) -> Rings | None:
    """Return the rings with the most arcs in common, or nothing where no two share a middle."""
    grey = _smooth(picture @ np.array((0.45, 0.35, 0.2), dtype=np.float32))
    best: tuple[float, float, float, float] | None = None
    edges = _edges(grey)
    if len(edges[0]) < 100:
        return None
    for stretch in STRETCHES:
        votes, x, y = _middle(*edges, stretch, grey.shape)
        # A circle needs less proof than an ellipse.
        votes *= 1.0 if stretch != 1.0 else 1.15
        if best is None or votes > best[0]:
            best = votes, x, y, stretch
    if best is None or best[0] == 0:
        return None
    _, x, y, stretch = best
    x, y, stretch = _fitted(*edges, x, y, stretch)
    return _around(grey, x, y, stretch)


def _fitted(
    x: Values, y: Values, a: Values, b: Values, cx: float, cy: float, stretch: float
) -> tuple[float, float, float]:
    """Return the middle and the stretch that fit best the edges which point there.

    On an ellipse the gradient is along (x - cx, k (y - cy)) with k the stretch squared, so that
    a k (y - cy) = b (x - cx): linear in k, k cy and cx.
    """
    size = np.hypot(a, b)
    a, b = a / size, b / size
    k = stretch**2
    for slack in (0.16, 0.1, 0.06):
        dx, dy = x - cx, k * (y - cy)
        far = np.hypot(dx, dy)
        good = (np.abs(a * dy - b * dx) < slack * far) & (far > 20)
        if good.sum() < 60:
            break
        # Weighted by distance: far edges tell more of the angle.
        weight = 1 / far[good]
        left = np.column_stack((a * y, -a, b))[good] * weight[:, None]
        found, *_ = np.linalg.lstsq(left, (b * x)[good] * weight, rcond=None)
        if not 0.5 < found[0] < 2:
            break
        k, cx, cy = float(found[0]), float(found[2]), float(found[1] / found[0])
    return cx, cy, float(np.sqrt(k))


def _smooth(grey: Floats) -> Floats:
    total = np.pad(grey, 1, mode="edge")
    total = total[:-2] + total[1:-1] + total[2:]
    return np.asarray((total[:, :-2] + total[:, 1:-1] + total[:, 2:]) / 9, dtype=np.float32)


def _edges(grey: Floats) -> tuple[Values, ...]:
    """Return places and directions of some edges, strong and faint alike."""
    across, down = grey[1:-1, 2:] - grey[1:-1, :-2], grey[2:, 1:-1] - grey[:-2, 1:-1]
    rows, columns = np.nonzero(np.abs(across) + np.abs(down) > EDGE)
    skip = max(1, len(rows) // (5 * MOST_EDGES))
    rows, columns = rows[::skip], columns[::skip]
    a, b = across[rows, columns].astype(float), down[rows, columns].astype(float)
    # Upright and level edges are mostly lines and letters.
    keep = np.minimum(np.abs(a), np.abs(b)) > 0.15 * np.maximum(np.abs(a), np.abs(b))
    size = np.hypot(a, b)
    for way in (REACH, -REACH):  # an arc goes on in both directions, a letter does not
        beside_x = np.rint(columns - way * b / size).astype(int)
        beside_y = np.rint(rows + way * a / size).astype(int)
        keep &= (beside_x >= 0) & (beside_x < across.shape[1])
        keep &= (beside_y >= 0) & (beside_y < across.shape[0])
        at = beside_y.clip(0, across.shape[0] - 1), beside_x.clip(0, across.shape[1] - 1)
        along = a * across[at] + b * down[at]
        keep &= along > 0.9 * size * np.hypot(across[at], down[at])
        keep &= along > 0.3 * size * size
    rows, columns, a, b = (values[keep] for values in (rows, columns, a, b))
    skip = max(1, len(rows) // MOST_EDGES)
    return columns[::skip] + 1.0, rows[::skip] + 1.0, a[::skip], b[::skip]


def _middle(
    x: Values,
    y: Values,
    a: Values,
    b: Values,
    stretch: float,
    shape: tuple[int, ...],
) -> tuple[float, float, float]:
    """Return where most pairs of edges point to, with the votes for it."""
    high, wide = shape[0] * stretch, float(shape[1])
    y, b = y * stretch, b / stretch
    dice = np.random.default_rng(1)
    one, other = dice.integers(0, len(x), (2, PAIRS))
    cross = a[one] * b[other] - b[one] * a[other]
    far = np.hypot(a[one], b[one]) * np.hypot(a[other], b[other])
    good = np.abs(cross) > 0.2 * far
    one, other, cross = one[good], other[good], cross[good]
    along = ((x[other] - x[one]) * b[other] - (y[other] - y[one]) * a[other]) / cross
    mx, my = x[one] + along * a[one], y[one] + along * b[one]
    inside = (np.abs(mx / wide - 0.5) < 0.5 + OUTSIDE) & (np.abs(my / high - 0.5) < 0.5 + OUTSIDE)
    mx, my = mx[inside], my[inside]
    if len(mx) < 50:
        return 0.0, 0.0, 0.0
    columns, rows = (mx + OUTSIDE * wide) // BIN, (my + OUTSIDE * high) // BIN
    across = int(wide * (1 + 2 * OUTSIDE) // BIN) + 2
    down = int(high * (1 + 2 * OUTSIDE) // BIN) + 2
    count = np.bincount((rows * across + columns).astype(int), minlength=across * down)
    cells = _smooth(count[: across * down].reshape(down, across).astype(np.float32))
    row, column = np.unravel_index(int(cells.argmax()), cells.shape)
    cx, cy = (column + 0.5) * BIN - OUTSIDE * wide, (row + 0.5) * BIN - OUTSIDE * high
    near = (np.abs(mx - cx) < 1.5 * BIN) & (np.abs(my - cy) < 1.5 * BIN)
    votes = float(near.sum()) / PAIRS
    return votes, float(np.median(mx[near])), float(np.median(my[near]) / stretch)


def _around(grey: Floats, x: float, y: float, stretch: float) -> Rings | None:
    values, inside = unrolled(grey, x, y, stretch)
    step = values[4:] - values[:-4]
    there = inside[4:] & inside[:-4]
    longest, first = np.zeros(len(step), dtype=int), np.zeros(len(step), dtype=int)
    for sign in (1, -1):
        seen = (sign * step > STEP) & there
        start, end, _ = runs(np.concatenate((seen, seen[:, : RAYS // 2]), axis=1).T)
        longer = end - start > longest
        longest = np.where(longer, np.minimum(end - start, RAYS), longest)
        first = np.where(longer, start, first)
    radii: list[int] = []
    for place in np.argsort(-longest):
        if longest[place] < ARC * RAYS:
            break
        if place > 8 and all(abs(int(place) - other) > 8 for other in radii):
            radii.append(int(place))
    if len(radii) < 2:
        return None
    rays = np.zeros(RAYS, dtype=bool)
    for radius in radii[:2]:
        rays[np.arange(first[radius], first[radius] + longest[radius]) % RAYS] = True
    turns = float(np.median(longest[radii])) / RAYS
    return Rings(x, y, stretch, tuple(sorted(radius + 2 for radius in radii)), turns, rays)


def level(picture: Floats, found: Rings) -> tuple[Floats, Values, Values]:
    """Return how far each pixel is from the ground of its band, its distance and its turn.

    The ground at each distance is what most rays show there; beyond the rings, and where they
    show no edge, there is none.
    """
    values, inside = unrolled(picture, found.x, found.y, found.stretch)
    values, inside = values[:, found.rays], inside[:, found.rays]
    ground = np.ma.median(np.ma.array(values, mask=np.repeat(~inside[..., None], 3, 2)), axis=1)
    rows, columns = np.indices(picture.shape[:2])
    across, down = columns - found.x, (rows - found.y) * found.stretch
    far = np.hypot(across, down)
    turn = np.arctan2(down, across) % (2 * np.pi)
    ray = np.rint(turn * RAYS / (2 * np.pi)).astype(int) % RAYS
    band = np.minimum(far, len(ground) - 1).astype(int)
    off = np.abs(picture - np.ma.filled(ground, 255)[band]).max(axis=2)
    off[(far > 1.12 * found.radii[-1]) | ~found.rays[ray]] = 0
    return off.astype(np.float32), far, turn


def unrolled(grey: Floats, x: float, y: float, stretch: float) -> tuple[Floats, NDArray[np.bool_]]:
    """Return the picture by distance (rows) and turn (columns), and which of that lies in it."""
    high, wide = grey.shape[:2]
    turns = np.linspace(0, 2 * np.pi, RAYS, endpoint=False)
    far = np.arange(int(np.hypot(wide, high * stretch)))[:, None]
    columns = np.rint(x + far * np.cos(turns)).astype(int)
    rows = np.rint(y + far * np.sin(turns) / stretch).astype(int)
    inside = (columns >= 0) & (columns < wide) & (rows >= 0) & (rows < high)
    values = grey[rows.clip(0, high - 1), columns.clip(0, wide - 1)]
    return values, inside
