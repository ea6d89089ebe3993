"""A drawing board for the samples' pictures: smooth edges, few colours, small files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
FINE = 3  # pixels drawn for one kept
Point = tuple[float, float]


@cache
def _font(face: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / f"{face}.ttf"), size)


class Board:
    """A picture in the making; all sizes are its final pixels, colours ``rrggbb``."""

    def __init__(self, width: int, height: int, color: str = "FFFFFF") -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * FINE, height * FINE), f"#{color}")
        self._draw = ImageDraw.Draw(self._image)

    def rect(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        color: str,
        *,
        radius: float = 0,
        edge: str | None = None,
    ) -> None:
        """Fill a rectangle, its corners rounded, its edge drawn where wanted."""
        self._draw.rounded_rectangle(
            _fine(((x0, y0), (x1, y1))),
            radius * FINE,
            fill=f"#{color}",
            outline=f"#{edge}" if edge else None,
            width=FINE,
        )

    def oval(self, x: float, y: float, rx: float, color: str, ry: float | None = None) -> None:
        """Fill a circle or an oval around ``x, y``."""
        ry = rx if ry is None else ry
        self._draw.ellipse(_fine(((x - rx, y - ry), (x + rx, y + ry))), fill=f"#{color}")

    def ring(self, x: float, y: float, r: float, color: str, width: float) -> None:
        """Draw a circle's edge."""
        box = _fine(((x - r, y - r), (x + r, y + r)))
        self._draw.ellipse(box, outline=f"#{color}", width=round(width * FINE))

    def arc(
        self, x: float, y: float, r: float, span: tuple[float, float], color: str, width: float
    ) -> None:
        """Draw a part of a circle's edge, ``span`` in degrees clockwise from three o'clock."""
        box = _fine(((x - r, y - r), (x + r, y + r)))
        self._draw.arc(box, *span, fill=f"#{color}", width=round(width * FINE))

    def pie(self, x: float, y: float, r: float, span: tuple[float, float], color: str) -> None:
        """Fill a slice of a circle."""
        self._draw.pieslice(_fine(((x - r, y - r), (x + r, y + r))), *span, fill=f"#{color}")

    def shape(self, points: Sequence[Point], color: str) -> None:
        """Fill a polygon."""
        self._draw.polygon(_fine(points), fill=f"#{color}")

    def line(self, points: Sequence[Point], color: str, width: float = 1) -> None:
        """Draw a line through points."""
        self._draw.line(_fine(points), fill=f"#{color}", width=round(width * FINE), joint="curve")

    def words(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        color: str,
        *,
        face: str = "Carlito-Regular",
        anchor: str = "lm",
    ) -> None:
        """Write words; ``anchor`` as Pillow's: l, m or r, then t, m or s."""
        font = _font(face, round(size * FINE))
        self._draw.text((x * FINE, y * FINE), text, f"#{color}", font, anchor)

    def wide(self, text: str, size: float, face: str) -> float:
        """Return how wide the words are."""
        return _font(face, round(size * FINE)).getlength(text) / FINE

    def aside(self, x: float, y: float, text: str, size: float, color: str) -> None:
        """Write words that run upwards, their middle at ``x, y``."""
        font = _font("Carlito-Bold", round(size * FINE))
        wide, high = round(font.getlength(text)) + 4, round(size * FINE * 1.4)
        mask = Image.new("L", (wide, high), 0)
        ImageDraw.Draw(mask).text((wide / 2, high / 2), text, 255, font, "mm")
        mask = mask.rotate(90, expand=True)
        at = (round(x * FINE - mask.width / 2), round(y * FINE - mask.height / 2))
        self._image.paste(Image.new("RGB", mask.size, f"#{color}"), at, mask)

    def shade(self, top: str, bottom: str) -> None:
        """Fill the board with a run from one colour to the other, in even bands."""
        bands = 24
        ends = [[int(c[i : i + 2], 16) for i in (0, 2, 4)] for c in (top, bottom)]
        for band in range(bands):
            share = band / (bands - 1)
            mixed = [round(a + (b - a) * share) for a, b in zip(*ends, strict=True)]
            color = "".join(f"{value:02X}" for value in mixed)
            high = self.height / bands
            self.rect(0, band * high, self.width, (band + 1) * high, color)

    def png(self) -> bytes:
        """Return the picture as PNG with 256 colours."""
        small = self._image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        flat = small.quantize(256, Image.Quantize.MEDIANCUT, 2, dither=Image.Dither.NONE)
        held = BytesIO()
        flat.save(held, "PNG", optimize=True)
        return held.getvalue()


def _fine(points: Sequence[Point]) -> list[Point]:
    return [(x * FINE, y * FINE) for x, y in points]
