"""Long straight lines and edges of a picture, and how far it is tilted. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from sowhat.pictures.seen import Pixels, by_bands, counts, through

Floats = NDArray[np.float32]

FAINT = 2.2
"""The smallest step in a channel, averaged along the line, that a person still sees as an edge."""
HOLE = 3
"""A missing pixel of a line outweighs so many that are there."""
SHORTEST = 0.22
"""Of the picture's short side: lines that are shorter tell nothing."""
BESIDE = 4
"""Lines so many pixels apart are one."""
TILTS = np.arange(-3.5, 3.51, 0.25)
"""Degrees that are tried; more than that is no careless scan but meant."""
GREY = np.array((0.45, 0.35, 0.2), dtype=np.float32)
"""Weights of the channels: not those of brightness, since fields are often equally bright."""
SOME = 3000
"""So many edges tell the tilt."""
SHARP = 10
"""From this step on an edge says something about the tilt."""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line along an axis: where it stands, and from where to where it goes."""

    at: int
    start: int
    end: int

    @property
    def length(self) -> int:
        """Length in pixels."""
        return self.end - self.start


def on_white(pixels: Pixels) -> Floats:
    """Return the picture as it looks on white paper: height x width x 3."""
    colour, alpha = pixels[..., :3].astype(np.float32), pixels[..., 3:]
    if alpha.min() == 255:
        return colour
    return np.asarray(255 + (colour - 255) * (alpha / np.float32(255)), dtype=np.float32)


class Lines:
    """The straight lines of a picture, and those again whose gaps are bridged."""

    def __init__(self, picture: Floats) -> None:
        grey = picture @ GREY
        self._shortest = int(SHORTEST * min(grey.shape))
        self._steps = _steps(grey), _steps(np.ascontiguousarray(grey.T))

    def found(self, bridged: int = 1) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        """Return the upright and the level lines, both by where they stand.

        Gaps of ``bridged`` pixels are bridged, so that dashed lines are lines too.
        """
        upright, level = (_upright(there, self._shortest, bridged) for there in self._steps)
        return upright, level


def _steps(grey: Floats) -> NDArray[np.bool_]:
    """Tell where the picture changes from left to right, in the mean of five pixels down."""
    # Either way: between coloured fields a step may turn from darker to lighter on its way.
    return _beside(np.abs(_along(grey[:, 2:] - grey[:, :-2], 2)) > FAINT)


def _upright(there: NDArray[np.bool_], shortest: int, bridged: int) -> tuple[Line, ...]:
    if bridged > 1:
        there = _closed(there, bridged)
    columns = crowded(there, shortest)
    start, end, full = runs(there[:, columns])
    long = np.flatnonzero(end - start >= shortest)
    heaviest = long[np.argsort(-full[long], kind="stable")]
    found = (column[heaviest].tolist() for column in (columns + 1, start, end))
    return _distinct(zip(*found, strict=True))


def crowded(there: NDArray[np.bool_], shortest: int) -> NDArray[np.int64]:
    """Return the columns with so many pixels that a stretch of this length may be among them."""
    return np.flatnonzero(counts(there, 0) >= shortest * HOLE / (HOLE + 1))


def _along(steps: Floats, reach: int) -> Floats:
    """Return the mean over each pixel and ``reach`` more on both sides along the line."""
    total = steps.copy()
    for by in range(1, reach + 1):
        total[by:] += steps[:-by]
        total[:-by] += steps[by:]
    total /= 2 * reach + 1
    return total


def _beside(there: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return a mask that forgives lines which stray by a pixel."""
    wider = there.copy()
    wider[:, 1:] |= there[:, :-1]
    wider[:, :-1] |= there[:, 1:]
    return wider


def _closed(there: NDArray[np.bool_], gap: int) -> NDArray[np.bool_]:
    """Return the mask with gaps along the line filled."""
    wide = np.pad(there, ((gap, gap), (0, 0)))
    return _reached(_reached(wide, gap, np.logical_or), -gap, np.logical_and)[gap:-gap]


def _reached(there: NDArray[np.bool_], reach: int, joined: np.ufunc) -> NDArray[np.bool_]:
    """Return for each place what it and the ``reach`` places before (behind) it have in common."""
    found, done = there.copy(), 0
    while done < abs(reach):
        by = min(done + 1, abs(reach) - done)
        if reach > 0:
            joined(found[by:], found[:-by].copy(), out=found[by:])
        else:
            joined(found[:-by], found[by:].copy(), out=found[:-by])
        done += by
    return found


def runs(there: NDArray[np.bool_]) -> tuple[NDArray[np.int64], ...]:
    """Return start, end and weight of each column's heaviest stretch."""
    total = np.zeros((len(there) + 1, there.shape[1]), dtype=np.int16)  # 480 pixels fit in
    total[1:] = there
    total[1:] *= HOLE + 1
    total[1:] -= HOLE
    total = through(total, np.add)
    least = through(total, np.minimum)
    end, columns = (total - least).argmax(axis=0), np.arange(there.shape[1])
    lowest = least[end, columns]
    start = (np.ascontiguousarray(total.T) == lowest[:, None]).argmax(axis=1)
    return start, end, (total[end, columns] - lowest).astype(np.int64)


def _distinct(found: Iterable[tuple[int, int, int]]) -> tuple[Line, ...]:
    """Return the first of lines that stand side by side: the heaviest come first."""
    kept: list[Line] = []
    taken: set[int] = set()
    for at, start, end in found:
        if at not in taken:
            kept.append(Line(at, start, end))
            taken.update(range(at - BESIDE, at + BESIDE + 1))
    return tuple(sorted(kept, key=lambda line: line.at))


def tilt(picture: Floats) -> float:
    """Return by how many degrees (anticlockwise) the picture must be turned to stand upright."""
    grey = (picture[..., 0] + picture[..., 1] + picture[..., 2]) / np.float32(3)
    totals = np.zeros(len(TILTS))
    for image, sign in ((grey, 1), (grey.T, -1)):
        change = np.abs(image[:, 2:] - image[:, :-2])
        found = np.flatnonzero(change > SHARP)
        found = found[:: max(1, len(found) // SOME)]
        if not len(found):
            continue
        rows, columns = np.divmod(found, change.shape[1])
        # A line that leans by a tilt stands upright after the shift.
        leant = np.outer(sign * np.tan(np.radians(TILTS)), rows)
        leant += columns
        leant -= leant.min(axis=1, keepdims=True)
        places = leant.astype(np.int64)
        wide = int(places.max()) + 1
        places += wide * np.arange(len(TILTS))[:, None]
        counts = np.bincount(places.ravel(), minlength=wide * len(TILTS))
        totals += np.square(counts.reshape(len(TILTS), wide)).sum(axis=1)
    best = int(totals.argmax())
    upright = totals[len(TILTS) // 2]
    return float(TILTS[best]) if totals[best] > 1.1 * upright else 0.0


def turned(pixels: Pixels, degrees: float) -> Pixels:
    """Return the picture turned anticlockwise, with white where nothing was."""
    image = Image.fromarray(pixels, "RGBA")
    return by_bands(
        np.asarray(image.rotate(degrees, Image.Resampling.BILINEAR, fillcolor=(255, 255, 255, 0)))
    )
