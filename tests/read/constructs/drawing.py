"""A drawn slide, and where the ink of one colour stands on it."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Any

import numpy as np
from fontTools.ttLib import TTFont
from PIL import Image, ImageFont

from sowhat import fonts
from sowhat.model import Block, Box, Span

WIDTH = 1200  # pixels
NEAR = 0.01  # of the slide, on each edge
FAMILY = "Carlito"  # ships with the program, so that places do not depend on the machine
EM = 1000

# Corners of the colour cube: what smooth edges mix of one and white is still nearest to it.
BLACK, RED, GREEN, BLUE = "000000", "FF0000", "00FF00", "0000FF"
MAGENTA, CYAN = "FF00FF", "00FFFF"


class Drawing:
    """The pixels of a slide."""

    def __init__(self, png: bytes) -> None:
        with Image.open(BytesIO(png), formats=("PNG",)) as image:
            self._pixels = np.asarray(image.convert("RGB")).astype(np.int16)

    def ink(self, color: str, near: Box | None = None) -> Box | None:
        """Return the box around what is drawn in ``color``, only ``near`` there if given."""
        found = self._mask(color, near)
        down, across = np.flatnonzero(found.any(axis=1)), np.flatnonzero(found.any(axis=0))
        return self._box(across[0], down[0], across[-1], down[-1]) if len(down) else None

    def lines(self, color: str, near: Box | None = None) -> list[Box]:
        """Return the boxes of what is drawn in ``color``, parted where a row of pixels has none."""
        found = self._mask(color, near)
        inked = np.flatnonzero(np.diff(np.concatenate(([0], found.any(axis=1), [0]))))
        lines = []
        for top, bottom in zip(inked[::2], inked[1::2], strict=True):
            across = np.flatnonzero(found[top:bottom].any(axis=0))
            lines.append(self._box(across[0], top, across[-1], bottom - 1))
        return lines

    def _mask(self, color: str, near: Box | None) -> Any:
        want = np.array([int(color[at : at + 2], 16) for at in (0, 2, 4)], dtype=np.int16)
        found = np.abs(self._pixels - want).max(axis=2) < 127
        if near is not None:
            high, wide = found.shape
            inside = np.zeros_like(found)
            rows = slice(round(near.y0 * high), round(near.y1 * high) + 1)
            inside[rows, round(near.x0 * wide) : round(near.x1 * wide) + 1] = True
            found &= inside
        return found

    def _box(self, x0: int, y0: int, x1: int, y1: int) -> Box:
        high, wide = self._pixels.shape[:2]
        return Box(x0 / wide, y0 / high, (x1 + 1) / wide, (y1 + 1) / high)


def apart(one: Box | None, other: Box | None) -> float:
    """Return how far the edges of two boxes are from each other at most."""
    assert one is not None
    assert other is not None
    return max(
        abs(one.x0 - other.x0),
        abs(one.y0 - other.y0),
        abs(one.x1 - other.x1),
        abs(one.y1 - other.y1),
    )


def letters(block: Block, span: Span, size: tuple[float, float]) -> Box:
    """Return where the ink of a line stands if the line stands in the box that was read.

    A line's box is as high as its font's tallest and deepest letters and as wide as its words
    advance; ``size`` is the slide's, in points. All runs of ``block`` are set alike.
    """
    run = block.runs[0]
    face = str(fonts.find(run.font or FAMILY, bold=run.bold, italic=run.italic).path)
    words = block.text[span.start : span.end].strip()
    left, top, right, bottom, wide = _set(face, words)
    em = (run.size or 0.0) / EM
    middle = (span.box.x0 + span.box.x1) / 2 * size[0] - wide * em / 2
    base = span.box.y0 * size[1] + span.box.height * size[1] * _rise(face)
    return Box(
        (middle + left * em) / size[0],
        (base + top * em) / size[1],
        (middle + right * em) / size[0],
        (base + bottom * em) / size[1],
    )


@lru_cache(maxsize=256)
def _set(face: str, words: str) -> tuple[float, float, float, float, float]:
    font = ImageFont.truetype(face, EM)
    return (*font.getbbox(words, anchor="ls"), font.getlength(words))


@lru_cache(maxsize=16)
def _rise(face: str) -> float:
    """Return the share of a line's height that lies above its baseline."""
    with TTFont(face) as font:
        above, below = font["OS/2"].usWinAscent, font["OS/2"].usWinDescent
    return float(above / (above + below))
