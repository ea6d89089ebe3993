"""Long straight lines and edges of a picture, and how far it is tilted. Pure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from sowhat.pictures.seen import Pixels

Floats = NDArray[np.float32]

FAINT = 2.2
"""The smallest step in a channel, averaged along the line, that a person still sees as an edge."""
HOLE = 3
"""A missing pixel of a line outweighs so many that are there."""
SHORTEST = 0.22
"""Of the picture's short side: lines that are shorter tell nothing."""
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


def lines(picture: Floats, bridged: int = 1) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the upright and the level lines, both by where they stand.

    Gaps of ``bridged`` pixels are bridged, so that dashed lines are lines too.
    """
    grey = picture @ GREY
    shortest = int(SHORTEST * min(grey.shape))
    across = np.ascontiguousarray(grey.T)
    return _upright(grey, shortest, bridged), _upright(across, shortest, bridged)


def _upright(grey: Floats, shortest: int, bridged: int) -> tuple[Line, ...]:
    steps = _along(grey[:, 2:] - grey[:, :-2], 5)
    # Either way: between coloured fields a step may turn from darker to lighter on its way.
    there = _beside(np.abs(steps) > FAINT)
    if bridged > 1:
        there = _closed(there, bridged)
    columns = crowded(there, shortest)
    found = [
        (int(full), Line(int(column) + 1, int(start), int(end)))
        for column, start, end, full in zip(columns, *runs(there[:, columns]), strict=True)
        if end - start >= shortest
    ]
    return _distinct(found)


def crowded(there: NDArray[np.bool_], shortest: int) -> NDArray[np.int64]:
    """Return the columns with so many pixels that a stretch of this length may be among them."""
    return np.flatnonzero(there.sum(axis=0) >= shortest * HOLE / (HOLE + 1))


def _along(steps: Floats, window: int) -> Floats:
    """Return the mean over ``window`` pixels along the line."""
    total = np.cumsum(np.pad(steps, ((window // 2 + 1, window // 2), (0, 0))), axis=0)
    return np.asarray((total[window:] - total[:-window]) / window, dtype=np.float32)


def _beside(there: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return a mask that forgives lines which stray by a pixel."""
    wider = there.copy()
    wider[:, 1:] |= there[:, :-1]
    wider[:, :-1] |= there[:, 1:]
    return wider


def _closed(there: NDArray[np.bool_], gap: int) -> NDArray[np.bool_]:
    """Return the mask with gaps along the line filled."""
    rows = np.arange(len(there))[:, None]
    before = np.maximum.accumulate(np.where(there, rows, -(10**6)), axis=0)
    after = np.minimum.accumulate(np.where(there, rows, 10**6)[::-1], axis=0)[::-1]
    return np.asarray(after - before <= gap + 1)


def runs(there: NDArray[np.bool_]) -> tuple[NDArray[np.int64], ...]:
    """Return start, end and weight of each column's heaviest stretch."""
    score = np.zeros((len(there) + 1, there.shape[1]), dtype=np.int32)
    score[1:] = np.where(there, 1, -HOLE)
    total = score.cumsum(axis=0, dtype=np.int32)
    least = np.minimum.accumulate(total, axis=0)
    end = (total - least).argmax(axis=0)
    columns = np.arange(there.shape[1])
    before = np.where(np.arange(len(total))[:, None] < end, total, np.iinfo(np.int32).max)
    start = before.argmin(axis=0)
    return start, end, total[end, columns] - total[start, columns]


def _distinct(found: list[tuple[int, Line]]) -> tuple[Line, ...]:
    """Return the heaviest of lines that stand side by side."""
    kept: list[Line] = []
    for _, line in sorted(found, key=lambda pair: -pair[0]):
        if all(abs(line.at - other.at) > 4 for other in kept):
            kept.append(line)
    return tuple(sorted(kept, key=lambda line: line.at))


def tilt(picture: Floats) -> float:
    """Return by how many degrees (anticlockwise) the picture must be turned to stand upright."""
    grey = picture.mean(axis=2)
    totals = np.zeros(len(TILTS))
    for image, sign in ((grey, 1), (grey.T, -1)):
        change = np.abs(image[:, 2:] - image[:, :-2])
        rows, columns = np.nonzero(change > SHARP)
        skip = max(1, len(rows) // SOME)
        rows, columns = rows[::skip], columns[::skip]
        for number, degrees in enumerate(TILTS):
            # A line that leans by this much stands upright after the shift.
            place = columns + sign * rows * np.tan(np.radians(degrees))
            count = np.bincount((place - place.min()).astype(np.int64)) if len(place) else [0]
            totals[number] += float(np.square(count).sum())
    best = int(totals.argmax())
    upright = totals[len(TILTS) // 2]
    return float(TILTS[best]) if totals[best] > 1.1 * upright else 0.0


def turned(pixels: Pixels, degrees: float) -> Pixels:
    """Return the picture turned anticlockwise, with white where nothing was."""
    image = Image.fromarray(pixels, "RGBA")
    return np.asarray(
        image.rotate(degrees, Image.Resampling.BILINEAR, fillcolor=(255, 255, 255, 0))
    )
