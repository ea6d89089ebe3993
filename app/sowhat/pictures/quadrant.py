"""Quadrants: a plot about as high as wide, two axes that halve it, dots with names in its fields.

Told from four boxes of words, sticky notes, risk matrices, tables and scatter plots by their dots:
small, filled, alike, spread, each with a name, on fields that are otherwise empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

import numpy as np
from numpy.typing import NDArray

from sowhat.pictures.dots import Dots, dots
from sowhat.pictures.lines import Floats, Line, Lines, on_white, tilt, turned
from sowhat.pictures.pieces import Ints
from sowhat.pictures.seen import Pixels

MIDDLE = 0.09
"""An axis stands so close to the middle of the plot, in parts of its side."""
SQUARE = (0.62, 1.75)
"""How wide a plot is for its height."""
SIDE = 0.55
"""Of the picture's short side: a smaller plot is a detail."""
EMPTY = (0.3, 0.6, 0.78, 0.78)
"""Of each field that shows its ground, the fullest first: something may cover one or two."""
CLEAR = (0.45, 0.72)
"""Of narrow strips along both axes that shows its ground."""
NAMED = 0.7
OWNED = 0.55
LINED = 0.3
GAP = 11
"""Fields may stand so many pixels apart."""
MOST = 6
HIDDEN = 0.35
"""Of an axis' seen length: so much of it may be covered where it meets the other."""
ARM = 0.15
"""Of the other arm that is seen of an axis which something covers."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot with its axes, in pixels."""

    x0: int
    y0: int
    x1: int
    y1: int
    across: int
    up: int

    @property
    def side(self) -> float:
        """The mean of both sides."""
        return (self.x1 - self.x0 + self.y1 - self.y0) / 2

    def fields(self) -> Iterator[tuple[slice, slice]]:
        """Yield the four fields, rows then columns, a little inside their edges."""
        off = max(2, round(0.012 * self.side))
        for rows, columns in product(
            ((self.y0, self.across), (self.across, self.y1)),
            ((self.x0, self.up), (self.up, self.x1)),
        ):
            yield slice(rows[0] + off, rows[1] - off), slice(columns[0] + off, columns[1] - off)


@dataclass(frozen=True, slots=True)
class Seen:
    """A plot with what stands in it."""

    plot: Plot
    dots: Dots
    empty: float
    spread: int


def best(pixels: Pixels) -> Seen | None:
    """Return the plot that looks most like a quadrant, upright or tilted."""
    picture = on_white(pixels)
    seen = _upright(picture)
    if seen is None and (degrees := tilt(picture)):
        seen = _upright(on_white(turned(pixels, degrees)))
    return seen


def _upright(picture: Floats) -> Seen | None:
    drawn = Lines(picture)
    for bridged in (1, 12):
        upright, level = drawn.found(bridged)
        for plot in _plots(upright, level, picture.shape[:2]):
            for seen in _seen(picture, plot):
                if _is_quadrant(seen):
                    return seen
    return None


def _plots(
    upright: tuple[Line, ...], level: tuple[Line, ...], shape: tuple[int, ...]
) -> list[Plot]:
    """Return each plot that two long lines halve, the largest first."""
    least = SIDE * min(shape)
    pairs = _crossing(_table(_joined(upright)), _table(_joined(level)), least)
    if not len(pairs[0]):
        return []
    up, across = pairs
    x0, x1 = _mended(across, up[:, 0], _table(upright)[:, 0])
    y0, y1 = _mended(up, across[:, 0], _table(level)[:, 0])
    edges = np.stack(
        [
            np.maximum(x0, 0),
            np.maximum(y0, 0),
            np.minimum(x1, shape[1]),
            np.minimum(y1, shape[0]),
            across[:, 0],
            up[:, 0],
        ],
        axis=1,
    )
    large = np.minimum(edges[:, 2] - edges[:, 0], edges[:, 3] - edges[:, 1]) >= least
    plots = [Plot(*edge) for edge in edges[large].tolist()]
    found = [plot for plot in plots if _halved(plot) and not _ruled(plot, upright, level)]
    return sorted(found, key=lambda plot: -plot.side)[:MOST]


def _table(lines: Sequence[Line]) -> Ints:
    """Return lines as rows: where each stands, from where to where it goes."""
    rows = [(line.at, line.start, line.end) for line in lines]
    return np.array(rows, dtype=np.int64).reshape(-1, 3)


def _crossing(ups: Ints, acrosses: Ints, least: float) -> tuple[Ints, Ints]:
    """Return the pairs of lines that cross and reach far enough, or would if nothing covered them.

    A line reaches twice as far as its longer arm does, and its crossing may be covered where both
    would go on to it.
    """
    one, other = np.divmod(np.arange(len(ups) * len(acrosses)), max(len(acrosses), 1))
    up, across = ups[one], acrosses[other]
    kept = np.minimum(_arm(across, up[:, 0]), _arm(up, across[:, 0])) * 2 >= least
    gaps = _beyond(up, across[:, 0]), _beyond(across, up[:, 0])
    nearer, farther = np.minimum(*gaps), np.maximum(*gaps)
    kept &= (farther <= 0) | ((nearer > 0) & (farther <= HIDDEN))
    return up[kept], across[kept]


def _arm(lines: Ints, middle: Ints) -> Ints:
    """Return how long the longer arm of each line is."""
    return np.asarray(np.maximum(middle - lines[:, 1], lines[:, 2] - middle))


def _beyond(lines: Ints, at: Ints) -> NDArray[np.float64]:
    """Return how far beyond a line's ends a place is, in parts of its length."""
    far = np.maximum(lines[:, 1] - at, at - lines[:, 2])
    return np.asarray(far / (lines[:, 2] - lines[:, 1]))


def _joined(found: tuple[Line, ...]) -> list[Line]:
    """Return the lines, but for two edges of a gap the line in its middle."""
    gaps, edges = [], set[Line]()
    for one, other in pairwise(found):
        start, end = max(one.start, other.start), min(one.end, other.end)
        alike = end - start > 0.8 * max(one.length, other.length)
        if other.at - one.at <= GAP and alike:
            gaps.append(Line((one.at + other.at) // 2, start, end))
            edges |= {one, other}
    return [*gaps, *(line for line in found if line not in edges)]


def _mended(lines: Ints, middle: Ints, frame: Ints) -> tuple[Ints, Ints]:
    """Return both ends of each; an arm that ends early is covered where the other is long.

    Of an arm that is covered altogether the frame tells where it ends.
    """
    before, behind = middle - lines[:, 1], lines[:, 2] - middle
    arm = np.maximum(before, behind)
    whole = np.minimum(before, behind) > ARM * arm
    ends = np.where(behind == arm, middle - arm, middle + arm)
    off = np.abs(frame[:, None] - ends).min(axis=0, initial=np.iinfo(np.int64).max)
    whole |= off <= 0.05 * arm
    return np.where(whole, middle - arm, lines[:, 1]), np.where(whole, middle + arm, lines[:, 2])


def _halved(plot: Plot) -> bool:
    wide, high = plot.x1 - plot.x0, plot.y1 - plot.y0
    return (
        SQUARE[0] <= wide / high <= SQUARE[1]
        and abs((plot.up - plot.x0) / wide - 0.5) <= MIDDLE
        and abs((plot.across - plot.y0) / high - 0.5) <= MIDDLE
    )


def _ruled(plot: Plot, upright: tuple[Line, ...], level: tuple[Line, ...]) -> bool:
    """Say whether more lines run through the plot, or on beside it, as in a table or a chart."""
    across, down = (plot.x0, plot.x1), (plot.y0, plot.y1)
    return _crossed(upright, plot.up, across, down) or _crossed(level, plot.across, down, across)


def _crossed(
    found: tuple[Line, ...], axis: int, side: tuple[int, int], ends: tuple[int, int]
) -> bool:
    """Say whether one more line runs along the plot's ``ends``, or two do outside its ``side``."""
    wide, long = side[1] - side[0], ends[1] - ends[0]
    beyond: list[int] = []
    for line in found:
        if min(line.end, ends[1]) - max(line.start, ends[0]) <= 0.6 * long:
            continue
        if side[0] + 0.08 * wide < line.at < side[1] - 0.08 * wide:
            if abs(line.at - axis) > 0.06 * wide:
                return True
        elif not side[0] - 0.08 * wide < line.at < side[1] + 0.08 * wide:
            same = abs(line.start - ends[0]) + abs(line.end - ends[1]) < 0.12 * long
            if same and all(abs(line.at - other) > GAP for other in beyond):
                beyond.append(line.at)
    return len(beyond) >= 2


def _seen(picture: Floats, plot: Plot) -> list[Seen]:
    """Return the plot with each guess of what its dots are."""
    different = np.zeros(picture.shape[:2], dtype=np.float32)
    empty, places = [], list(plot.fields())
    for rows, columns in places:
        field = picture[rows, columns]
        if field.size < 300:
            return []
        off = different[rows, columns]
        for band in range(3):
            far = np.abs(field[..., band] - np.median(field[..., band]))
            np.maximum(off, far, out=off)
        empty.append(float((off < 20).mean()))
    clear = _along(different, plot, places)
    if any(
        part < least for part, least in zip((*sorted(empty), *clear), (*EMPTY, *CLEAR), strict=True)
    ):
        return []
    edge = round(0.07 * (plot.y1 - plot.y0))
    # The names of the fields stand along the upper and the lower edge.
    different[: plot.y0 + edge] = 0
    different[plot.y1 - edge :] = 0
    return [
        Seen(plot, found, sorted(empty)[1], _held(found, places))
        for found in dots(different, plot.side)
    ]


def _along(different: Floats, plot: Plot, places: list[tuple[slice, slice]]) -> list[float]:
    """Return how much of a strip beside each axis is ground, the fuller axis first."""
    wide = max(2, round(0.012 * plot.side))
    beside: list[list[Floats]] = [[], []]
    for rows, columns in places:
        field = different[rows, columns]
        beside[0].append(field[:, :wide] if columns.stop > plot.up else field[:, -wide:])
        beside[1].append(field[:wide] if rows.stop > plot.across else field[-wide:])
    clear = [np.concatenate([strip.ravel() for strip in strips]) < 20 for strips in beside]
    return sorted(float(axis.mean()) for axis in clear)


def _held(found: Dots, places: list[tuple[slice, slice]]) -> int:
    """Return in how many fields dots stand."""
    x, y = found.middles.T
    return sum(
        bool(((y >= rows.start) & (y < rows.stop) & (x >= at.start) & (x < at.stop)).any())
        for rows, at in places
    )


def _is_quadrant(seen: Seen) -> bool:
    found = seen.dots
    spread = seen.spread >= 2 and found.lined <= max(3, LINED * len(found))
    return spread and found.named >= NAMED and found.owned >= OWNED
