"""Logo walls from marks drawn here: grids, rows, scattered, on cards, dark, with heading."""

from __future__ import annotations

import random
from collections.abc import Iterator

from PIL import Image, ImageDraw

from tests.pictures.made.sheet import BLACK, WHITE, Colour, Made, tint
from tests.pictures.made.tiles import (
    Tile,
    choose,
    clear,
    company,
    emblem,
    fitted,
    flat,
    inked,
    letters,
    put,
    wordmark,
    worn,
)

HEADINGS = (
    *("Our customers", "Trusted by", "Our partners", "Who works with us", "In good company"),
    *("As seen in", "Integrations", "Backed by", "They rely on us", "Clients"),
)
Cell = tuple[float, float, float, float]


def walls(count: int, seed: int = 5) -> Iterator[Made]:
    """Draw so many logo walls."""
    for number in range(count):
        dice = random.Random(f"{seed}-wall-{number}")
        style = ("grid", "row", "scattered", "cards", "grid", "staggered")[number % 6]
        yield Made(f"wall-{style}-{number}", "logo-wall", _wall(dice, style), ())


def _wall(dice: random.Random, style: str) -> Image.Image:
    width = dice.choice((900, 1100, 1280))
    high = dice.uniform(0.09, 0.2) if style == "row" else dice.uniform(0.35, 0.75)
    tile = clear(width, width * high)
    dark = style != "cards" and dice.random() < 0.25
    ground: Colour = dice.choice(((10, 10, 12), (20, 30, 60), (28, 28, 38))) if dark else WHITE
    top = 0.0
    if style != "row" and dice.random() < 0.4:
        words = letters(dice.choice(HEADINGS), width // 28, WHITE if dark else BLACK)
        top = words.height * 2.5
        put(tile, words, width / 2 if dice.random() < 0.7 else words.width * 0.6, top / 2)
    cells = _cells(dice, style, tile, top)
    if style == "cards":
        ground = tint(dice.choice(((60, 80, 120), (90, 90, 90), (20, 60, 120))), 0.85)
        _cards(tile, cells, dice)
    hues = "white" if dark else dice.choices(("all", "grey"), (3, 1))[0]
    draw = dice.choice((company, company, company, wordmark, _sign))
    for x0, y0, x1, y1 in cells:
        fill = dice.uniform(0.55, 0.9)
        mark = fitted(_hued(draw(dice), hues, dice), (x1 - x0) * 0.82, (y1 - y0) * fill)
        put(tile, mark, (x0 + x1) / 2, (y0 + y1) / 2)
    if not dark and style != "cards" and dice.random() < 0.25:
        return tile
    return worn(flat(tile, ground), choose(dice), dice)


def _sign(dice: random.Random) -> Tile:
    return emblem(dice) if dice.random() < 0.7 else company(dice)


def _hued(mark: Tile, hues: str, dice: random.Random) -> Tile:
    if hues == "all":
        return mark
    shade = dice.randint(70, 130)
    return inked(mark, WHITE if hues == "white" else (shade, shade, shade))


def _cells(dice: random.Random, style: str, tile: Tile, top: float) -> list[Cell]:
    width, height = float(tile.width), float(tile.height)
    if style == "scattered":
        return _scattered(dice, width, height, top)
    columns = dice.randint(4, 8) if style == "row" else dice.randint(3, 6)
    rows = 1 if style == "row" else dice.randint(2, 5)
    edge = dice.uniform(0, 0.06) * width
    wide, high = (width - 2 * edge) / columns, (height - top - edge / 2) / rows
    gap = dice.uniform(0.04, 0.2) * wide
    shift = wide / 2 if style == "staggered" else 0
    cells = [
        (
            edge + column * wide + gap / 2 + shift * (row % 2),
            top + row * high + gap / 4,
            edge + (column + 1) * wide - gap / 2 + shift * (row % 2),
            top + (row + 1) * high - gap / 4,
        )
        for row in range(rows)
        for column in range(columns - (row % 2 if style == "staggered" else 0))
    ]
    return cells[: len(cells) - dice.choice((0, 0, 1, 2))] if rows > 1 else cells


def _scattered(dice: random.Random, width: float, height: float, top: float) -> list[Cell]:
    """Return places that keep apart, of different sizes."""
    cells: list[Cell] = []
    for _ in range(400):
        wide = width * dice.uniform(0.12, 0.22)
        high = wide * dice.uniform(0.4, 0.7)
        if high > height - top - 10:
            continue
        x, y = dice.uniform(5, width - wide - 5), dice.uniform(top + 5, height - high - 5)
        if all(
            x > other[2] + 8 or x + wide < other[0] - 8 or y > other[3] or y + high < other[1]
            for other in cells
        ):
            cells.append((x, y, x + wide, y + high))
        if len(cells) == 16:
            break
    return cells


def _cards(tile: Tile, cells: list[Cell], dice: random.Random) -> None:
    pen, outlined = ImageDraw.Draw(tile), dice.random() < 0.4
    by = dice.choice((0, 8, 16))
    for x0, y0, x1, y1 in cells:
        pen.rounded_rectangle((x0, y0, x1, y1), by, WHITE, (185, 190, 200) if outlined else None, 2)
