"""Made-up waves, radars and review grids."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator

from PIL import Image, ImageDraw

from tests.pictures.made.sheet import (
    BLACK,
    DAMAGE,
    WHITE,
    Colour,
    Made,
    Sheet,
    bright,
    name,
    spoilt,
    tint,
)

Box = tuple[float, float, float, float]


def rounds(seed: int = 6, each: int = 12) -> Iterator[Made]:
    """Draw ``each`` of every style."""
    for style, draw in STYLES.items():
        for number in range(each):
            dice = random.Random(f"{seed} {style} {number}")
            damage = DAMAGE[(number + seed) % len(DAMAGE)]
            sheet = draw(dice)
            picture = spoilt(sheet, damage, dice)
            yield Made(f"{style}-{number}-{damage}", "analyst", picture, tuple(sheet.words))


def _apart(
    dice: random.Random, wanted: int, inside: Callable[[float, float], bool]
) -> list[tuple[float, float]]:
    placed: list[tuple[float, float]] = []
    for _ in range(900):
        x, y = dice.uniform(0.05, 0.95), dice.uniform(0.05, 0.95)
        free = all(abs(x - a) > 0.15 or abs(y - b) > 0.05 for a, b in placed)
        if free and inside(x, y):
            placed.append((x, y))
        if len(placed) == wanted:
            break
    return placed


def _bands(
    sheet: Sheet, box: Box, corner: tuple[int, int], reaches: list[float], fill: Colour
) -> None:
    """Draw nested curved bands around a corner of the box, the innermost the darkest."""
    x0, y0 = sheet.at(box[0], box[1])
    x1, y1 = sheet.at(box[2], box[3])
    wide, high = round(x1 - x0), round(y1 - y0)
    plot = Image.new("RGB", (wide, high), tint(fill, 0.92))
    pen = ImageDraw.Draw(plot)
    for step, reach in enumerate(reaches):
        shade = tint(fill, 0.92 - 0.6 * (step + 1) / len(reaches))
        cx, cy = corner[0] * wide, corner[1] * high
        by = (reach * wide, reach * high)
        pen.ellipse((cx - by[0], cy - by[1], cx + by[0], cy + by[1]), shade, WHITE, 4)
    sheet.image.paste(plot, (round(x0), round(y0)))


def wave(dice: random.Random) -> Sheet:
    """Bands around the upper right corner, dots with rings, names of the bands above."""
    high = dice.choice((860, 900, 1000))
    sheet = Sheet(dice, 900, high, WHITE, dice.choice(("Arimo-Regular", "Carlito-Regular")))
    box = (0.13, 0.16, 0.95, 0.88)
    fill = dice.choice(((20, 90, 60), (60, 60, 70), (20, 70, 140), (100, 60, 120)))
    _bands(sheet, box, (1, 0), [1.08, 0.78, 0.45], fill)
    if dice.random() < 0.7:
        for place, words in enumerate(
            ("Challengers", "Contenders", "Strong Performers", "Leaders")
        ):
            sheet.write(0.2 + 0.22 * place, 0.14, words, 20, BLACK, "mb", "Arimo-Bold")
    if dice.random() < 0.7:
        sheet.write(0.5, 0.93, "Weaker strategy  —  Stronger strategy", 20, BLACK, "ma")
        sheet.upwards(0.06, 0.5, "Stronger current offering", 20, BLACK)
    if dice.random() < 0.6:
        sheet.write(0.1, 0.03, f"Wave: {name(dice)} Platforms, Q2 2024", 30, BLACK)
    dot = dice.choice((WHITE, (240, 170, 0), (20, 40, 80)))
    for x, y in _apart(dice, dice.randint(7, 13), lambda _, y: 0.05 < y < 0.92):
        at = box[0] + x * (box[2] - box[0]), box[1] + y * (box[3] - box[1])
        sheet.disc(*at, dice.uniform(8, 14), dot, BLACK, 3)
        sheet.write(
            at[0] + (0.022 if x < 0.75 else -0.022),
            at[1],
            name(dice),
            19,
            BLACK,
            "lm" if x < 0.75 else "rm",
        )
    return sheet


def scape(dice: random.Random) -> Sheet:
    """Bands around the lower left corner, bubbles of several sizes."""
    sheet = Sheet(dice, 1000, dice.choice((860, 900, 1000)), WHITE, "Arimo-Regular")
    box = (0.1, 0.12, 0.96, 0.88)
    fill = dice.choice(((120, 120, 130), (30, 110, 170), (90, 140, 60)))
    corner = dice.choice(((0, 1), (1, 0)))
    _bands(sheet, box, corner, [1.2, 0.95, 0.7, 0.42], fill)
    colour = bright(dice)
    for x, y in _apart(dice, dice.randint(7, 12), lambda _, y: 0.05 < y < 0.92):
        at = box[0] + x * (box[2] - box[0]), box[1] + y * (box[3] - box[1])
        sheet.disc(*at, dice.uniform(9, 20), colour)
        sheet.write(
            at[0] + (0.027 if x < 0.75 else -0.027),
            at[1],
            name(dice),
            19,
            BLACK,
            "lm" if x < 0.75 else "rm",
        )
    if dice.random() < 0.7:
        for words, place in (
            ("Leaders", (0.85, 0.2)),
            ("Major Players", (0.6, 0.45)),
            ("Contenders", (0.35, 0.65)),
        ):
            sheet.write(*place, words, 24, tint(fill, -0.4), "mm", "Arimo-Bold")
    sheet.write(0.5, 0.95, "Strategies", 22, BLACK, "mm")
    sheet.upwards(0.05, 0.5, "Capabilities", 22, BLACK)
    return sheet


def radar(dice: random.Random) -> Sheet:
    """Rings around a middle, four fields, marks with arrows and names."""
    sheet = Sheet(dice, 1000, dice.choice((860, 920, 1000)), WHITE, "Arimo-Regular")
    grey = dice.choice(((120, 120, 120), (60, 110, 160), (120, 100, 150)))
    for step, reach in enumerate((390, 290, 190, 75)):
        fill = WHITE if step == 3 else tint(grey, 0.85 - 0.25 * step)
        sheet.disc(0.5, 0.52, reach, fill)
    if dice.random() < 0.7:
        sheet.line(((0.5, 0.1), (0.5, 0.94)), tint(grey, 0.4), 1)
        sheet.line(((0.1, 0.52), (0.9, 0.52)), tint(grey, 0.4), 1)
    if dice.random() < 0.7:
        for words, place in (
            ("MATURITY", (0.5, 0.07)),
            ("INNOVATION", (0.5, 0.96)),
            ("FEATURE PLAY", (0.06, 0.5)),
            ("PLATFORM PLAY", (0.94, 0.5)),
        ):
            sheet.write(*place, words, 22, BLACK, "mm", "Arimo-Bold")
    colours, arrowed = [bright(dice) for _ in range(3)], dice.random() < 0.6

    def inside(x: float, y: float) -> bool:
        return 0.1 < math.hypot(x - 0.5, y - 0.52) < 0.36

    for x, y in _apart(dice, dice.randint(8, 15), inside):
        colour = dice.choice(colours)
        sheet.disc(x, y, 8, colour)
        if arrowed:
            far = math.hypot(0.5 - x, 0.52 - y)
            sheet.arrow(
                (x, y), (x + 0.04 * (0.5 - x) / far, y + 0.04 * (0.52 - y) / far), colour, 2.5
            )
        sheet.write(x, y + 0.012, name(dice), 18, colour, "ma")
    return sheet


def sectors(dice: random.Random) -> Sheet:
    """A whole or half radar with sectors between spokes, numbered or named dots."""
    sheet = Sheet(dice, 1100, 900, WHITE, "Arimo-Regular")
    whole = dice.random() < 0.5
    cy, reach = (0.52, 400) if whole else (0.86, 480)
    fill = dice.choice(((90, 150, 190), (150, 150, 155), (110, 170, 130)))
    for step in range(4):
        radius = reach * (1 - 0.24 * step) * sheet.unit
        cx, ry = sheet.at(0.5, cy)
        round_box = (cx - radius, ry - radius, cx + radius, ry + radius)
        sheet.pen.pieslice(
            round_box, 0 if whole else 180, 360, tint(fill, 0.8 - 0.18 * step), WHITE, 4
        )
    for part in range(0 if whole else 180, 361, 45 if not whole else 90):
        far = reach * sheet.unit
        cx, ry = sheet.at(0.5, cy)
        end = (cx + far * math.cos(math.radians(part)), ry + far * math.sin(math.radians(part)))
        sheet.pen.line(((cx, ry), end), WHITE, 5)
    colour, named = bright(dice), dice.random() < 0.6
    high = sheet.image.height / sheet.image.width

    def inside(x: float, y: float) -> bool:
        far = math.hypot(x - 0.5, (y - cy) * high) / (reach / 1000 * high)
        return 0.25 < far < 0.93 and (whole or y < cy - 0.04)

    for number, (x, y) in enumerate(_apart(dice, dice.randint(9, 18), inside)):
        sheet.disc(x, y, 14 if not named else 9, colour)
        if named:
            sheet.write(x + 0.015, y, name(dice), 18, BLACK, "lm")
        else:
            sheet.write(x, y, str(number + 1), 16, WHITE, "mm")
    return sheet


def review(dice: random.Random) -> Sheet:
    """A grid of reviews: four fields, small signs of products with names below."""
    sheet = Sheet(dice, 1000, dice.choice((800, 900, 1000)), WHITE, "Carlito-Regular")
    box = (0.09, 0.06, 0.97, 0.92)
    fields = [WHITE, WHITE, WHITE, WHITE]
    if dice.random() < 0.6:
        fields = [tint(bright(dice), 0.88) for _ in range(4)]
    x0, y0, x1, y1 = box
    xm, ym = (x0 + x1) / 2, (y0 + y1) / 2
    corners = ((x0, y0, xm, ym), (xm, y0, x1, ym), (x0, ym, xm, y1), (xm, ym, x1, y1))
    for corner, fill in zip(corners, fields, strict=True):
        sheet.rect(corner, fill)
    for line in (((xm, y0), (xm, y1)), ((x0, ym), (x1, ym))):
        sheet.line(line, (120, 130, 140), 2)
    sheet.rect(box, None, (120, 130, 140), 2)
    if dice.random() < 0.7:
        for words, place in (
            ("Contenders", (0.28, 0.09)),
            ("Leaders", (0.76, 0.09)),
            ("Niche", (0.28, 0.89)),
            ("High Performers", (0.76, 0.89)),
        ):
            sheet.write(place[0], place[1], words, 24, (90, 95, 105), "mm", "Carlito-Bold")
        sheet.write(0.5, 0.96, "Satisfaction", 24, BLACK, "mm")
        sheet.upwards(0.04, 0.5, "Market Presence", 24, BLACK)
    round_ones, size = dice.random() < 0.5, dice.uniform(17, 24)
    for x, y in _apart(
        dice, dice.randint(8, 16), lambda x, y: 0.1 < y < 0.88 and abs(x - 0.5) > 0.03
    ):
        at = box[0] + x * (box[2] - box[0]), box[1] + y * (box[3] - box[1])
        colour = bright(dice)
        if round_ones:
            sheet.disc(*at, size, WHITE, (150, 150, 150), 2)
            sheet.disc(*at, size * 0.6, colour)
        else:
            by = size / 1000, size / 1000 * sheet.image.width / sheet.image.height
            sheet.rect(
                (at[0] - by[0], at[1] - by[1], at[0] + by[0], at[1] + by[1]), colour, None, 1, 4
            )
        sheet.write(at[0], at[1] + 0.03, name(dice), 17, BLACK, "ma")
    return sheet


STYLES: dict[str, Callable[[random.Random], Sheet]] = {
    draw.__name__: draw for draw in (wave, scape, radar, sectors, review)
}
