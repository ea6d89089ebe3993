"""How a metafile draws at a moment: its coordinates, its font, and where a text comes to stand."""

from __future__ import annotations

import math
from typing import NamedTuple

from sowhat.model import Box
from sowhat.read.affine import SAME, Matrix
from sowhat.read.pptx.metafiles.lines import Piece, Point

WIDTH = 0.5  # of a letter, as a share of the font's height, where the file gives none
ASCENT = 0.8  # share of the font's height above the baseline
USUAL = 12.0  # logical units, the height of a font that names none
SYMBOLS = 2  # the character set of fonts with signs in the place of letters

Frame = tuple[float, float, float, float]  # the edges of the picture on its device


class Font(NamedTuple):
    """A font's height in logical units, how far its lines are turned anticlockwise, in radians,
    and whether it has signs in the place of letters."""

    height: float = USUAL
    turn: float = 0.0
    symbols: bool = False

    @classmethod
    def of(cls, height: int, turn: int, signs: int) -> Font:
        """Return a font from what a file says of it; ``turn`` in tenths of a degree."""
        return cls(float(abs(height)) or USUAL, math.radians(turn / 10), signs == SYMBOLS)


class State(NamedTuple):
    """The device context: coordinates, font, alignment, last point.

    Where ``window`` and ``viewport`` do not both have a size, a logical unit is a pixel.
    """

    world: Matrix = SAME
    window: tuple[int, int, int, int] = (0, 0, 0, 0)
    viewport: tuple[int, int, int, int] = (0, 0, 0, 0)
    font: Font = Font()
    align: int = 0
    at: tuple[int, int] = (0, 0)

    def device(self, x: float, y: float) -> Point:
        """Return where a point of logical units stands on the device."""
        a, b, c, d, e, f = self.world
        x, y = a * x + c * y + e, b * x + d * y + f
        left, top, wide, high = self.window
        to_left, to_top, to_wide, to_high = self.viewport
        across = to_wide / wide if wide and to_wide else 1.0
        down = to_high / high if high and to_high else 1.0
        return (x - left) * across + to_left, (y - top) * down + to_top

    def piece(self, text: str, at: Point, across: float, frame: Frame) -> Piece | None:
        """Return a text drawn now at ``at``, None where it is not seen or no words.

        ``across`` is its width, 0 where the file gives none.
        """
        if self.font.symbols or not text or not text.isprintable():
            return None
        across = across or WIDTH * self.font.height * len(text)
        x, y = self.at if self.align & 1 else at
        corners = self._corners(x, y, across)
        left, top, right, bottom = frame
        xs = [(x - left) / (right - left) for x, _ in corners]
        ys = [(y - top) / (bottom - top) for _, y in corners]
        box = Box(min(xs), min(ys), max(xs), max(ys))
        inside = box.x1 > 0 and box.x0 < 1 and box.y1 > 0 and box.y0 < 1
        return Piece(text, box, *corners[:3]) if inside else None

    def _corners(self, x: float, y: float, across: float) -> tuple[Point, Point, Point, Point]:
        """Return where the corners of a text stand on the device: upper and lower edge."""
        cos, sin, high = math.cos(self.font.turn), math.sin(self.font.turn), self.font.height
        left = -across * {2: 1.0, 6: 0.5}.get(self.align & 6, 0.0)
        top = -high * {24: ASCENT, 8: 1.0}.get(self.align & 24, 0.0)
        start, end, low, far = (
            self.device(x + u * cos + v * sin, y - u * sin + v * cos)
            for v in (top, top + high)
            for u in (left, left + across)
        )
        return start, end, low, far
