"""What passes between those who open pictures and those who say what they see in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from sowhat.model import Box, PictureKind

Number = TypeVar("Number", np.int16, np.int32)

Pixels: TypeAlias = NDArray[np.uint8]
"""A picture as height x width x 4 (red, green, blue, alpha), its long side at most ``LONGEST``."""

Bands: TypeAlias = NDArray[np.uint8]
"""A picture as height x width (grey), or x 3, or x 4 with alpha, in the size of its file."""

LONGEST = 480


def by_bands(pixels: Pixels) -> Pixels:
    """Return the same picture with each band by itself in memory, many times as quick to ask."""
    return np.ascontiguousarray(pixels.transpose(2, 0, 1)).transpose(1, 2, 0)


def count(mask: NDArray[np.bool_]) -> int:
    """Return how many are true, many times as quick as their sum."""
    return int(np.count_nonzero(mask))


def counts(mask: NDArray[np.bool_], axis: int) -> NDArray[np.uint16]:
    """Return how many are true in each column (axis 0) or row (axis 1)."""
    return np.asarray(np.add.reduce(mask.view(np.uint8), axis=axis, dtype=np.uint16))


def through(values: NDArray[Number], joined: np.ufunc) -> NDArray[Number]:
    """Return each row joined with all before it, as ``joined.accumulate`` does, but quicker.

    Rows are joined with those one, two, four … before them.
    """
    done = 1
    while done < len(values):
        further = np.empty_like(values)
        further[:done] = values[:done]
        joined(values[done:], values[:-done], out=further[done:])
        values, done = further, 2 * done
    return values


def summed(mask: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Return how many are true in each box from the first corner on, with edges of zeros."""
    total = np.zeros((mask.shape[0] + 1, mask.shape[1] + 1), dtype=np.int32)
    across = through(np.ascontiguousarray(mask.T).astype(np.int16), np.add)
    total[1:, 1:] = through(across.T.astype(np.int32, order="C"), np.add)
    return total


def within(mask: NDArray[np.bool_], *several: NDArray[Any]) -> list[NDArray[Any]]:
    """Return of each the values where the mask is true, as ``values[mask]`` does, but quicker."""
    places = np.flatnonzero(mask)
    return [values.ravel().take(places) for values in several]


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a line of words inside a picture, with its box in fractions of the picture."""

    text: str
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True)
class Guess:
    """What one detector says of one picture.

    ``confidence`` is from 0 to 1; ``reason`` names a sentence in the texts ("picture-…");
    ``boxes`` are the marks of a wall or the dots of a quadrant, in fractions of the picture.
    """

    kind: PictureKind
    confidence: float
    reason: str
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Near:
    """What stands around a picture, in words as they come.

    ``name`` is the shape's or the file's; ``title`` the slide's; ``text`` the words on and beside
    the picture; ``words`` those inside it; ``share`` is of the slide's area; ``repeated`` where it
    is on the master, in the footer, or on many slides; ``read`` where ``words`` are all that the
    optional part could read in it.
    """

    alt: str = ""
    name: str = ""
    title: str = ""
    text: str = ""
    words: tuple[Word, ...] = ()
    share: float = 0.0
    repeated: bool = False
    read: bool = False
