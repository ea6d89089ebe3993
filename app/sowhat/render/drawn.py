"""What rendering hands out, and how large a bitmap may be."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sowhat.model import Box, Gap

LARGEST_SIDE = 8192  # pixels
LARGEST_AREA = 64_000_000  # pixels


@dataclass(frozen=True, slots=True)
class Drawn:
    """A slide as the worker drew it.

    ``families`` are the fonts the slide asks for; ``skipped`` counts pictures left out, ``undrawn``
    are their places as far as they are known; ``lacking`` counts signs drawn as empty boxes.
    """

    png: bytes
    width: int
    height: int
    families: tuple[str, ...] = ()
    skipped: int = 0
    undrawn: tuple[Box, ...] = ()
    lacking: int = 0


@dataclass(frozen=True, slots=True)
class Rendering:
    """A slide as a PNG, ``width`` by ``height`` pixels.

    ``sketch`` says that it was not drawn from the file but from what was read of it. ``gaps`` tell
    what is missing; a font is told of with the first slide that wants it only.
    """

    png: bytes
    width: int
    height: int
    sketch: bool = False
    gaps: tuple[Gap, ...] = ()


def scale_for(wanted: int, width: float, height: float) -> float:
    """Return the factor that makes a page of ``width`` by ``height`` ``wanted`` pixels wide.

    It is smaller where the bitmap would pass the largest side or area; the page has at least one
    unit either way.
    """
    width, height = max(width, 1.0), max(height, 1.0)
    factor = min(
        max(wanted, 1) / width,
        LARGEST_SIDE / max(width, height),
        math.sqrt(LARGEST_AREA / (width * height)),
    )
    return factor * (1 - 1e-6)  # renderers round up: the last digit must not cost a pixel
