"""Pictures of the made decks: companies' marks, and photographs of nothing in particular."""

from __future__ import annotations

import hashlib
import io
from functools import partial

from PIL import Image, ImageDraw, ImageFont

from sowhat.paths import resources

Colour = tuple[int, int, int]
SIZE = (360, 110)
FACES = ("Carlito-Bold", "Arimo-Bold", "Tinos-Bold", "Caladea-Bold")


def mark(name: str) -> bytes:
    """Return the mark of a company, the same PNG each time."""
    seed = hashlib.sha256(name.encode()).digest()
    red, green, blue = (40 + value % 140 for value in seed[:3])
    colour = (red, green, blue)
    image = Image.new("RGBA", SIZE, (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    shapes = (draw.ellipse, draw.rectangle, partial(_diamond, draw))
    shapes[seed[3] % 3]((8, 17, 84, 93), fill=colour)
    draw.ellipse((34, 43, 58, 67), fill=(255, 255, 255, 255))
    size = 46
    font = _font(seed[4], size)
    while draw.textlength(name, font) > SIZE[0] - 110 and size > 14:
        size -= 2
        font = _font(seed[4], size)
    draw.text((102, 55), name, fill=colour, font=font, anchor="lm")
    return _png(image)


def scene(name: str) -> bytes:
    """Return a picture of hills under a sky, another one for each name."""
    seed = hashlib.sha256(name.encode()).digest()
    image = Image.new("RGB", (320, 200), (190 + seed[0] % 50, 205 + seed[1] % 40, 225))
    draw = ImageDraw.Draw(image)
    for layer in range(3):
        y = 90 + 35 * layer
        hill = [(x, y + (seed[(x // 40 + layer) % 32] % 30)) for x in range(0, 361, 40)]
        tone = (70 + 20 * layer, 95 + seed[layer] % 40, 80 - 15 * layer)
        draw.polygon([(0, 200), *hill, (320, 200)], fill=tone)
    return _png(image)


def _diamond(draw: ImageDraw.ImageDraw, box: tuple[int, int, int, int], fill: Colour) -> None:
    x0, y0, x1, y1 = box
    x, y = (x0 + x1) // 2, (y0 + y1) // 2
    draw.polygon([(x, y0), (x1, y), (x, y1), (x0, y)], fill=fill)


def _font(which: int, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(resources() / "fonts" / f"{FACES[which % len(FACES)]}.ttf", size)


def _png(image: Image.Image) -> bytes:
    held = io.BytesIO()
    image.save(held, "PNG")
    return held.getvalue()
