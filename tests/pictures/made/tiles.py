"""Small drawings on clear ground: made-up companies' marks, icons, faces; and how a copy spoils."""

from __future__ import annotations

import io
import math
import random
from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from tests.pictures.made.sheet import BLACK, NAMES, WHITE, Colour, bright, font, tint

FACES = (
    *("Arimo-Bold", "Arimo-BoldItalic", "Arimo-Regular", "Caladea-Bold", "Caladea-Italic"),
    *("Caladea-Regular", "Carlito-Bold", "Carlito-Italic", "Carlito-Regular", "Cousine-Bold"),
    *("Tinos-Bold", "Tinos-BoldItalic", "Tinos-Regular", "DejaVuSans"),
)
Tile = Image.Image


def clear(width: float, height: float) -> Tile:
    return Image.new("RGBA", (max(1, round(width)), max(1, round(height))), (0, 0, 0, 0))


def letters(
    words: str, size: int, colour: Colour, face: str = "Arimo-Bold", spaced: float = 0
) -> Tile:
    """Return words on a tile that fits them; ``spaced`` in parts of the size."""
    type_ = font(face, max(6, size))
    if not spaced:
        left, top, right, bottom = type_.getbbox(words)
        tile = clear(right - left + 2, bottom - top + 2)
        ImageDraw.Draw(tile).text((1 - left, 1 - top), words, colour, type_)
        return tile
    ascent, descent = type_.getmetrics()
    step = [type_.getlength(letter) + spaced * size for letter in words]
    tile = clear(sum(step) + 4, ascent + descent)
    pen, x = ImageDraw.Draw(tile), 2.0
    for letter, wide in zip(words, step, strict=True):
        pen.text((x, 0), letter, colour, type_)
        x += wide
    return tile.crop(tile.getbbox())


def beside(left: Tile, right: Tile, gap: float) -> Tile:
    height = max(left.height, right.height)
    tile = clear(left.width + gap + right.width, height)
    tile.alpha_composite(left, (0, (height - left.height) // 2))
    tile.alpha_composite(right, (round(left.width + gap), (height - right.height) // 2))
    return tile


def above(upper: Tile, lower: Tile, gap: float, *, left: bool = False) -> Tile:
    width = max(upper.width, lower.width)
    tile = clear(width, upper.height + gap + lower.height)
    tile.alpha_composite(upper, (0 if left else (width - upper.width) // 2, 0))
    corner = 0 if left else (width - lower.width) // 2
    tile.alpha_composite(lower, (corner, round(upper.height + gap)))
    return tile


def fitted(tile: Tile, width: float, height: float) -> Tile:
    """Return the tile, as large as it fits into a box."""
    by = min(width / tile.width, height / tile.height)
    size = (max(1, round(tile.width * by)), max(1, round(tile.height * by)))
    return tile.resize(size, Image.Resampling.LANCZOS)


def put(ground: Tile, tile: Tile, x: float, y: float) -> None:
    """Lay a tile on a ground, its middle at a point."""
    corner = (max(0, round(x - tile.width / 2)), max(0, round(y - tile.height / 2)))
    ground.alpha_composite(tile, corner)


def around(
    x: float, y: float, radius: float, count: int, turn: float = 0
) -> list[tuple[float, float]]:
    """Return the corners of a regular figure."""
    steps = [turn + 2 * math.pi * step / count for step in range(count)]
    return [(x + radius * math.sin(by), y - radius * math.cos(by)) for by in steps]


def star(
    x: float, y: float, radius: float, points: int = 5, inner: float = 0.4
) -> list[tuple[float, float]]:
    outside, inside = (
        around(x, y, radius, points),
        around(x, y, radius * inner, points, math.pi / points),
    )
    return [corner for pair in zip(outside, inside, strict=True) for corner in pair]


def emblem(dice: random.Random, size: int = 120) -> Tile:
    """Return a geometric sign such as a company would choose."""
    tile = clear(size, size)
    dice.choice(SIGNS)(dice, tile, ImageDraw.Draw(tile), size)
    return tile


def _crescent(dice: random.Random, _tile: Tile, pen: ImageDraw.ImageDraw, size: int) -> None:
    pen.ellipse((2, 2, size - 2, size - 2), bright(dice))
    pen.ellipse((size * 0.3, size * 0.25, size - 10, size * 0.8), (0, 0, 0, 0))


def _steps(dice: random.Random, _tile: Tile, pen: ImageDraw.ImageDraw, size: int) -> None:
    colour = bright(dice)
    for step in range(dice.choice((3, 4, 5))):
        high = size * dice.uniform(0.3, 1)
        pen.rectangle((step * size / 5, size - high, step * size / 5 + size / 7, size), colour)


def _gem(dice: random.Random, _tile: Tile, pen: ImageDraw.ImageDraw, size: int) -> None:
    colour, count, mid = bright(dice), dice.choice((3, 5, 6, 8)), size / 2
    pen.polygon(around(mid, mid, mid - 2, count), colour)
    pen.polygon(around(mid, mid, mid * 0.5, count), tint(colour, 0.45))


def _four(dice: random.Random, _tile: Tile, pen: ImageDraw.ImageDraw, size: int) -> None:
    for row in range(2):
        for column in range(2):
            x, y = column * size * 0.53, row * size * 0.53
            pen.rectangle((x, y, x + size * 0.46, y + size * 0.46), bright(dice))


def _slices(dice: random.Random, _tile: Tile, pen: ImageDraw.ImageDraw, size: int) -> None:
    pen.pieslice((2, 2, size - 2, size - 2), 90, 300, bright(dice))
    pen.pieslice((size * 0.1, 2, size - 2, size - 2), 300, 450, bright(dice))


def _peak(dice: random.Random, _tile: Tile, pen: ImageDraw.ImageDraw, size: int) -> None:
    edge = size - 2
    pen.polygon([(2, edge), (size / 2, 2), (edge, edge), (size / 2, size * 0.65)], bright(dice))


def _waves(dice: random.Random, _tile: Tile, pen: ImageDraw.ImageDraw, size: int) -> None:
    colour = bright(dice)
    for at in (4, 20, 36):
        pen.arc((at, at, size + 2 - at, size + 2 - at), 30, 320, colour, 9)


def _beads(dice: random.Random, _tile: Tile, pen: ImageDraw.ImageDraw, size: int) -> None:
    for x, y in around(size / 2, size / 2, size * 0.35, dice.choice((5, 6, 7))):
        pen.ellipse((x - 12, y - 12, x + 12, y + 12), bright(dice))


def _initial(dice: random.Random, tile: Tile, pen: ImageDraw.ImageDraw, size: int) -> None:
    pen.rounded_rectangle((2, 2, size - 2, size - 2), size * 0.2, bright(dice))
    put(tile, letters(dice.choice("ABDEFGHKMNPRSTVXZ"), size * 2 // 3, WHITE), size / 2, size / 2)


def _stroke(dice: random.Random, _tile: Tile, pen: ImageDraw.ImageDraw, size: int) -> None:
    edge = size - 6
    pen.line([(4, edge), (size * 0.35, 6), (size / 2, size * 0.7), (edge, 6)], bright(dice), 18)


SIGNS = (_crescent, _steps, _gem, _four, _slices, _peak, _waves, _beads, _initial, _stroke)


def wordmark(dice: random.Random, colour: Colour | None = None) -> Tile:
    """Return a made-up company's name as it would write it."""
    colour = colour or dice.choice((bright(dice), bright(dice), BLACK, (90, 95, 100)))
    face, size = dice.choice(FACES), dice.randint(44, 80)
    name = dice.choice([word for word in NAMES if word[0].isupper()])
    name = dice.choice((name, name.lower(), name.upper(), name))
    spaced = dice.choice((0, 0, 0, 0.06, 0.15))
    tile = letters(name, size, colour, face, spaced)
    if dice.random() < 0.25:
        end = letters(dice.choice(("io", ".ai", "one", "Bank", "Air")), size, bright(dice), face)
        tile = beside(tile, end, size * 0.08)
    if dice.random() < 0.25:
        line = dice.choice(("SYSTEMS & SERVICES", "Think further", "GROUP", "since 1904"))
        tile = above(tile, letters(line, size // 3, colour, face), size * 0.12, left=True)
    return tile


def company(dice: random.Random) -> Tile:
    """Return a made-up company's mark: words, a sign, or both."""
    form = dice.choices(range(5), (4, 2, 4, 2, 2))[0]
    if form == 0:
        return wordmark(dice)
    if form == 1:
        return emblem(dice)
    if form == 2:
        words = wordmark(dice)
        return beside(fitted(emblem(dice), 200, words.height * 1.2), words, words.height * 0.25)
    if form == 3:
        words = wordmark(dice)
        return above(emblem(dice, 110), words, 12)
    words, colour = wordmark(dice, WHITE), bright(dice)
    tile = clear(words.width * 1.3, words.height * 1.9)
    box, pen = (0, 0, tile.width - 1, tile.height - 1), ImageDraw.Draw(tile)
    if dice.random() < 0.35:
        pen.ellipse((-tile.width * 0.02, 0, tile.width * 1.02, tile.height - 1), colour)
    else:
        pen.rounded_rectangle(box, dice.choice((0, 6, 30)), colour)
    put(tile, words, tile.width / 2, tile.height / 2)
    return tile


def inked(tile: Tile, colour: Colour) -> Tile:
    """Return the tile in one colour only, darker parts fuller."""
    grey = np.asarray(tile.convert("L"), dtype=np.float64)
    alpha = np.asarray(tile.getchannel("A"), dtype=np.float64)
    depth = np.clip(1.25 - grey / 255, 0.15, 1)
    full = Image.new("RGBA", tile.size, (*colour, 255))
    full.putalpha(Image.fromarray((alpha * depth).astype(np.uint8)))
    return full


def icon(dice: random.Random, colour: Colour, size: int = 100) -> Tile:
    """Return a line icon, as sets of them hold: one colour, one stroke."""
    tile = clear(size, size)
    pen, wide = ImageDraw.Draw(tile), max(3, size // 16)
    low, high, mid = size * 0.12, size * 0.88, size * 0.5
    form = dice.randrange(9)
    if form == 0:
        pen.ellipse((low, low, high - 22, high - 22), None, colour, wide)
        pen.line((high - 30, high - 30, high, high), colour, wide + 3)
    elif form == 1:
        pen.rectangle((low, low + 14, high, high), None, colour, wide)
        pen.line((low, mid, high, mid), colour, wide)
    elif form == 2:
        pen.polygon([(mid, low), (high, mid), (low, mid)], None, colour, wide)
        pen.rectangle((low + 12, mid, high - 12, high), None, colour, wide)
    elif form == 3:
        pen.ellipse((mid - 18, low, mid + 18, low + 36), None, colour, wide)
        pen.arc((low, mid, high, high + 40), 180, 360, colour, wide)
    elif form == 4:
        for at in range(3):
            x = low + at * 26
            pen.rectangle((x, high - 20 * (at + 1), x + 16, high), None, colour, wide)
    elif form == 5:
        pen.rounded_rectangle((low, mid, high, high), 6, None, colour, wide)
        pen.arc((low + 18, low, high - 18, high), 180, 360, colour, wide)
    elif form == 6:
        pen.ellipse((low, low, high, high), None, colour, wide)
        pen.line([(mid, low + 16), (mid, mid), (high - 20, mid)], colour, wide)
    elif form == 7:
        pen.line([(low, mid), (mid - 8, high - 8), (high, low)], colour, wide + 2)
    else:
        pen.polygon(star(mid, mid, mid - 8), None, colour, wide)
    return tile


def photo(dice: random.Random, width: int, height: int) -> Image.Image:
    """Return what looks like a photograph from afar: soft areas, grain, every colour between."""
    noise = np.random.default_rng(dice.randrange(2**31))
    total = np.zeros((height, width, 3))
    for cells, weight in ((3, 1.0), (7, 0.6), (24, 0.35), (90, 0.18)):
        coarse = noise.uniform(0, 255, (cells, cells, 3)).astype(np.uint8)
        grown = Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC)
        total += weight * np.asarray(grown, dtype=np.float64)
    tone = np.array([dice.uniform(0.5, 1), dice.uniform(0.5, 1), dice.uniform(0.5, 1)])
    total = total / 2.13 * tone + noise.normal(0, 6, total.shape)
    return Image.fromarray(np.clip(total, 0, 255).astype(np.uint8))


def face(dice: random.Random, size: int = 160) -> Tile:
    """Return a head and shoulders before a soft ground."""
    image = photo(dice, size, size).filter(ImageFilter.GaussianBlur(6))
    pen, mid = ImageDraw.Draw(image), size / 2
    skin = dice.choice(((240, 200, 170), (200, 150, 115), (140, 95, 70), (95, 65, 50)))
    hair = dice.choice(((40, 30, 25), (110, 75, 40), (200, 170, 110), (90, 90, 90)))
    pen.ellipse((size * 0.15, size * 0.68, size * 0.85, size * 1.4), bright(dice))
    pen.ellipse((mid - 38, 22, mid + 38, 108), hair)
    pen.ellipse((mid - 31, 38, mid + 31, 120), skin)
    return image.filter(ImageFilter.GaussianBlur(1.5)).convert("RGBA")


def rounded(tile: Tile) -> Tile:
    """Return a tile cut to a circle."""
    mask = Image.new("L", tile.size, 0)
    ImageDraw.Draw(mask).ellipse((0, 0, tile.width - 1, tile.height - 1), 255)
    cut = tile.copy()
    cut.putalpha(mask)
    return cut


def flat(tile: Tile, ground: Colour) -> Image.Image:
    """Return the tile on a ground without clear parts."""
    under = Image.new("RGBA", tile.size, (*ground, 255))
    under.alpha_composite(tile)
    return under.convert("RGB")


def worn(image: Image.Image, how: str, dice: random.Random) -> Image.Image:
    """Return a picture as a copy of a copy has it: "jpeg", "small", "blurred" or as it is."""
    if how == "jpeg" and image.mode == "RGB":
        stream = io.BytesIO()
        image.save(stream, "JPEG", quality=dice.randint(40, 75))
        return Image.open(io.BytesIO(stream.getvalue())).convert("RGB")
    if how == "small":
        image = image.copy()
        image.thumbnail((dice.randint(280, 420),) * 2, Image.Resampling.LANCZOS)
    if how == "blurred":
        return image.filter(ImageFilter.GaussianBlur(1.2))
    return image


def choose(
    dice: random.Random, wears: Sequence[str] = ("", "", "", "jpeg", "small", "blurred")
) -> str:
    return dice.choice(wears)
