"""Rings and arcs around one middle. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sowhat.pictures.lines import GREY, crowded, runs
from sowhat.pictures.pieces import Ints
from sowhat.pictures.seen import within

Floats = NDArray[np.float32]
Values = NDArray[np.float64]

EDGE = 3.0
"""Grey levels of a step that may belong to a band."""
MOST_EDGES = 4000
FEWEST = 100
PAIRS = 6000
REACH = 5
"""Pixels along an arc after which it still goes nearly the same way."""
BIN = 8
"""Pixels of a cell in which the middles of pairs are counted."""
OUTSIDE = 0.25
"""Of the picture: a middle may lie so far beyond its edge."""
STRETCHES = (1.0, 1.12, 1.25, 0.88, 0.78)
"""How much higher the picture is made to make circles of its ellipses."""
SOME_VOTES, MOST_VOTES = 0.012, 0.035
"""Of the pairs: so many meet in one place as it is, and stretched, where there are rings."""
CIRCLE = 1.15
"""A circle needs so much less proof than an ellipse."""
RAYS = 240
STEP = 2.0
"""Grey levels between the inside and the outside of a ring's edge."""
ARC = 0.14
"""Of a full turn that a ring shows at least in one piece."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Places of edges, ``x`` and ``y``, and how the grey changes there, ``a`` and ``b``."""

    x: Values
    y: Values
    a: Values
    b: Values


@dataclass(frozen=True, slots=True)
class Middle:
    """Where rings have their middle, and how much higher the picture must be made for circles."""

    x: float
    y: float
    stretch: float


@dataclass(frozen=True, slots=True)
class Rings:
    """A middle and the distances of the edges around it.

    ``turns`` is how much of a full turn
    its edges show, ``rays`` which of the directions the two longest of them cover, ``agreed``
    the share of all slanted edges that point to the middle.
    """

    middle: Middle
    radii: tuple[int, ...]
    turns: float
    rays: NDArray[np.bool_]
    agreed: float


def rings(picture: Floats, least: float) -> Rings | None:
    """Return the rings with the most arcs in common, or nothing where no two share a middle.

    At ``least`` this share of the slanted edges points to it, else the rings are chance.
    """
    grey = _smooth(picture @ GREY)
    edges = _edges(grey)
    if len(edges.x) < FEWEST:
        return None
    best = _votes(edges, STRETCHES[0], grey.shape)
    if best.share < SOME_VOTES:
        return None
    most = best.share * CIRCLE
    for stretch in STRETCHES[1:]:
        votes = _votes(edges, stretch, grey.shape)
        if votes.share > most:
            most, best = votes.share, votes
    if most < MOST_VOTES:
        return None
    middle = _fitted(edges, best.middle())
    agreed = _agreed(edges, middle)
    return None if agreed < least else _around(grey, middle, agreed)


def _agreed(edges: Edges, middle: Middle) -> float:
    """Return the share of edges that point to the middle."""
    dx, dy = edges.x - middle.x, middle.stretch**2 * (edges.y - middle.y)
    size = np.hypot(edges.a, edges.b) * np.hypot(dx, dy) + 1e-9
    return float((np.abs(edges.a * dy - edges.b * dx) < 0.1 * size).mean())


def _fitted(edges: Edges, first: Middle) -> Middle:
    """Return the middle and the stretch that fit best the edges which point there.

    On an ellipse the gradient is along (x - cx, k (y - cy)) with k the stretch squared, so that
    a k (y - cy) = b (x - cx): linear in k, k cy and cx.
    """
    size = np.hypot(edges.a, edges.b)
    a, b = edges.a / size, edges.b / size
    cx, cy, k = first.x, first.y, first.stretch**2
    for slack in (0.16, 0.1, 0.06):
        dx, dy = edges.x - cx, k * (edges.y - cy)
        far = np.hypot(dx, dy)
        good = (np.abs(a * dy - b * dx) < slack * far) & (far > 20)
        if good.sum() < 60:
            break
        # Far edges tell less of the middle.
        weight = 1 / far[good]
        left = np.column_stack((a * edges.y, -a, b))[good] * weight[:, None]
        found, *_ = np.linalg.lstsq(left, (b * edges.x)[good] * weight, rcond=None)
        if not 0.5 < found[0] < 2:
            break
        k, cx, cy = float(found[0]), float(found[2]), float(found[1] / found[0])
    return Middle(cx, cy, float(np.sqrt(k)))


def _smooth(grey: Floats) -> Floats:
    """Return the mean over each place and those around it."""
    rows = np.empty((grey.shape[0], grey.shape[1] + 2), dtype=np.float32)
    inner = rows[:, 1:-1]
    np.add(grey[:-2], grey[1:-1], out=inner[1:-1])
    inner[1:-1] += grey[2:]
    inner[0] = grey[0] + grey[0] + grey[1]
    inner[-1] = grey[-2] + grey[-1] + grey[-1]
    rows[:, 0], rows[:, -1] = rows[:, 1], rows[:, -2]
    total = rows[:, :-2] + rows[:, 1:-1]
    total += rows[:, 2:]
    total /= 9
    return total


def _edges(grey: Floats) -> Edges:
    """Return places and directions of some edges, strong and faint alike."""
    across, down = grey[1:-1, 2:] - grey[1:-1, :-2], grey[2:, 1:-1] - grey[:-2, 1:-1]
    found = np.flatnonzero(np.abs(across) + np.abs(down) > EDGE)
    found = found[:: max(1, len(found) // (5 * MOST_EDGES))]
    a, b = (slope.ravel().take(found).astype(np.float64) for slope in (across, down))
    # Upright and level edges are mostly lines and letters.
    steep, flat = np.abs(a), np.abs(b)
    keep = np.minimum(steep, flat) > 0.15 * np.maximum(steep, flat)
    found, a, b = within(keep, found, a, b)
    for way in (REACH, -REACH):  # an arc goes on in both directions, a letter does not
        keep = _goes_on(found, a, b, way, (across, down))
        found, a, b = within(keep, found, a, b)
    skip = max(1, len(found) // MOST_EDGES)
    rows, columns = np.divmod(found[::skip], across.shape[1])
    return Edges(columns + 1.0, rows + 1.0, a[::skip], b[::skip])


def _goes_on(
    found: Ints, a: Values, b: Values, way: int, slopes: tuple[Floats, Floats]
) -> NDArray[np.bool_]:
    """Tell the edges that go the same way so many pixels on."""
    high, wide = slopes[0].shape
    rows, columns = np.divmod(found, wide)
    size = np.hypot(a, b)
    x = np.rint(columns - way * b / size).astype(np.int64)
    y = np.rint(rows + way * a / size).astype(np.int64)
    inside = (x >= 0) & (x < wide) & (y >= 0) & (y < high)
    at = np.where(inside, y * wide + x, 0)
    across, down = (slope.ravel().take(at) for slope in slopes)
    along = a * across + b * down
    same = (along > 0.9 * size * np.hypot(across, down)) & (along > 0.3 * size * size)
    return np.asarray(inside & same)


@dataclass(frozen=True, slots=True)
class _Votes:
    """Where pairs of edges point to, and the place where most of them meet."""

    share: float
    x: Values
    y: Values
    stretch: float

    def middle(self) -> Middle:
        """Return the middle of those that meet."""
        return Middle(
            float(np.median(self.x)), float(np.median(self.y) / self.stretch), self.stretch
        )


def _votes(edges: Edges, stretch: float, shape: tuple[int, ...]) -> _Votes:
    """Return where most pairs of edges point to, with the votes for it."""
    high, wide = shape[0] * stretch, float(shape[1])
    x, y, a, b = edges.x, edges.y * stretch, edges.a, edges.b / stretch
    size = np.hypot(a, b)
    a, b = a / size, b / size
    one, other = _pairs(len(x))
    a1, b1, a2, b2 = a.take(one), b.take(one), a.take(other), b.take(other)
    cross = a1 * b2 - b1 * a2
    good = np.flatnonzero(np.abs(cross) > 0.2)
    one, other = one.take(good), other.take(good)
    x1, y1 = x.take(one), y.take(one)
    along = (x.take(other) - x1) * b2.take(good) - (y.take(other) - y1) * a2.take(good)
    along /= cross.take(good)
    mx, my = x1 + along * a1.take(good), y1 + along * b1.take(good)
    left, top = OUTSIDE * wide, OUTSIDE * high
    inside = (mx > -left) & (mx < wide + left) & (my > -top) & (my < high + top)
    mx, my = within(inside, mx, my)
    if len(mx) < 50:
        return _Votes(0.0, np.zeros(1), np.zeros(1), 1.0)
    columns, rows = np.floor((mx + left) / BIN), np.floor((my + top) / BIN)
    across = int(wide * (1 + 2 * OUTSIDE) // BIN) + 2
    down = int(high * (1 + 2 * OUTSIDE) // BIN) + 2
    count = np.bincount((rows * across + columns).astype(int), minlength=across * down)
    cells = _smooth(count[: across * down].reshape(down, across).astype(np.float32))
    row, column = np.unravel_index(int(cells.argmax()), cells.shape)
    cx, cy = (column + 0.5) * BIN - left, (row + 0.5) * BIN - top
    mx, my = within((np.abs(mx - cx) < 1.5 * BIN) & (np.abs(my - cy) < 1.5 * BIN), mx, my)
    return _Votes(float(len(mx)) / PAIRS, mx, my, stretch)


@lru_cache(maxsize=1)
def _pairs(count: int) -> Ints:
    """Return the first and the second of some pairs out of ``count`` things."""
    return np.random.default_rng(1).integers(0, count, (2, PAIRS))


def _around(grey: Floats, middle: Middle, agreed: float) -> Rings | None:
    values, inside = _unrolled(grey, middle)
    step = values[4:] - values[:-4]
    there = inside[4:] & inside[:-4]
    longest, first = np.zeros(len(step), dtype=int), np.zeros(len(step), dtype=int)
    for sign in (1, -1):
        seen = (sign * step > STEP) & there
        twice = np.concatenate((seen, seen[:, : RAYS // 2]), axis=1).T
        rows = crowded(twice, int(ARC * RAYS))
        start, end, _ = runs(twice[:, rows])
        longer = end - start > longest[rows]
        longest[rows] = np.where(longer, np.minimum(end - start, RAYS), longest[rows])
        first[rows] = np.where(longer, start, first[rows])
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
    return Rings(middle, tuple(sorted(radius + 2 for radius in radii)), turns, rays, agreed)


def level(picture: Floats, found: Rings) -> tuple[Floats, Values, Values]:
    """Return how far each pixel is from the ground of its band, its distance and its turn.

    The ground at each distance is what most rays show there; beyond the rings, and where they
    show no edge, there is none.
    """
    middle = found.middle
    values, inside = _unrolled(picture, middle)
    values, inside = values[:, found.rays], inside[:, found.rays]
    ground = _medians(values, inside)
    high, wide = picture.shape[:2]
    across = np.arange(wide) - middle.x
    down = (np.arange(high) - middle.y)[:, None] * middle.stretch
    far, turn = np.hypot(across, down), np.arctan2(down, across)
    turn[turn < 0] += 2 * np.pi
    ray = np.rint(turn * RAYS / (2 * np.pi)).astype(int)  # the last is the first again
    rays = np.append(found.rays, found.rays[0])
    band = np.minimum(far, len(ground) - 1).astype(int)
    off = np.zeros((high, wide), dtype=np.float32)
    for number in range(3):
        np.maximum(off, np.abs(picture[..., number] - ground[:, number].take(band)), out=off)
    off[(far > 1.12 * found.radii[-1]) | ~rays.take(ray)] = 0
    return off, far, turn


def _unrolled(grey: Floats, middle: Middle) -> tuple[Floats, NDArray[np.bool_]]:
    """Return the picture by distance (rows) and turn (columns), and which of that lies in it."""
    high, wide = grey.shape[:2]
    turns = np.linspace(0, 2 * np.pi, RAYS, endpoint=False)
    far = np.arange(int(np.hypot(wide, high * middle.stretch)))[:, None]
    columns = np.rint(middle.x + far * np.cos(turns)).astype(int)
    rows = np.rint(middle.y + far * np.sin(turns) / middle.stretch).astype(int)
    inside = (columns >= 0) & (columns < wide) & (rows >= 0) & (rows < high)
    values = grey[rows.clip(0, high - 1), columns.clip(0, wide - 1)]
    return values, inside


def _medians(values: Floats, inside: NDArray[np.bool_]) -> Floats:
    """Return the middle colour of each row, of those of its places that lie in the picture."""
    # What lies outside is put last, brighter than anything, and the middle of the rest is taken.
    ordered = np.sort(np.where(inside[..., None], values, np.float32(999)), axis=1)
    at = np.maximum(inside.sum(axis=1) - 1, 0) // 2
    return np.asarray(ordered[np.arange(len(at)), at], dtype=np.float32)
