"""Made-up pictures that look like a quadrant or a wave at first and are none."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator

from tests.pictures.made.sheet import (
    BLACK,
    DAMAGE,
    WHITE,
    Colour,
    Made,
    Sheet,
    bright,
    name,
    sentence,
    spoilt,
    tint,
)

SOFT = ((255, 235, 150), (190, 225, 255), (255, 205, 215), (205, 240, 200))
LEVELS = ((90, 170, 90), (240, 220, 90), (240, 160, 70), (215, 70, 60))


def lookalikes(seed: int = 7, each: int = 5) -> Iterator[Made]:
    """Draw ``each`` of every kind."""
    for style, draw in STYLES.items():
        for number in range(each):
            dice = random.Random(f"{seed} {style} {number}")
            damage = DAMAGE[(2 * number + seed) % len(DAMAGE)]
            sheet = draw(dice)
            picture = spoilt(sheet, damage, dice)
            yield Made(f"{style}-{number}-{damage}", "", picture, tuple(sheet.words))


def _sheet(dice: random.Random, wide: int = 900, high: int | None = None) -> Sheet:
    face = dice.choice(("Arimo-Regular", "Carlito-Regular", "DejaVuSans"))
    return Sheet(dice, wide, high or dice.choice((760, 860, 900)), WHITE, face)


def _fields(sheet: Sheet, fills: list[Colour], edge: Colour | None, gap: float = 0.0) -> None:
    for place, fill in enumerate(fills):
        x, y = 0.08 + 0.44 * (place % 2), 0.08 + 0.42 * (place // 2)
        sheet.rect((x + gap, y + gap, x + 0.44 - gap, y + 0.42 - gap), fill, edge, 3)


def _lines(sheet: Sheet, x: float, y: float, count: int, size: float = 20) -> None:
    for row in range(count):
        words = "• " + sentence(sheet.dice, sheet.dice.randint(2, 4))
        sheet.write(x, y + row * size * 0.0019, words, size)


def _titled(sheet: Sheet, words: str) -> None:
    if sheet.dice.random() < 0.6:
        sheet.write(0.08, 0.02, words, 34, BLACK, "la", "Arimo-Bold")


def _axis_words(sheet: Sheet, across: str, up: str) -> None:
    sheet.write(0.5, 0.955, across, 24, BLACK, "mm")
    sheet.upwards(0.04, 0.5, up, 24, BLACK)


def risk(dice: random.Random) -> Sheet:
    """A risk matrix with coloured cells, dots or numbers in them."""
    sheet, count = _sheet(dice), dice.choice((3, 4, 5, 5))
    wide, high = 0.85 / count, 0.82 / count
    for column in range(count):
        for row in range(count):
            level = (column + count - 1 - row) / (2 * count - 2)
            fill = LEVELS[min(3, int(level * 4))]
            x, y = 0.1 + column * wide, 0.08 + row * high
            sheet.rect((x, y, x + wide, y + high), fill, WHITE, 4)
            sheet.write(
                x + wide / 2, y + high / 2, str((column + 1) * (count - row)), 24, BLACK, "mm"
            )
    if dice.random() < 0.5:
        for number in range(dice.randint(4, 9)):
            x, y = dice.uniform(0.15, 0.9), dice.uniform(0.12, 0.85)
            sheet.disc(x, y, 16, (30, 40, 60))
            sheet.write(x, y, f"R{number}", 15, WHITE, "mm")
    _axis_words(sheet, "Impact", "Likelihood")
    return sheet


def swot(dice: random.Random) -> Sheet:
    """Strengths, weaknesses, opportunities, threats, with bullets."""
    sheet = _sheet(dice)
    strong = dice.random() < 0.5
    fills = [tint(bright(dice), 0.1 if strong else 0.75) for _ in range(4)]
    _fields(sheet, fills, WHITE, dice.choice((0.0, 0.006)))
    for place, words in enumerate(("Strengths", "Weaknesses", "Opportunities", "Threats")):
        x, y = 0.1 + 0.44 * (place % 2), 0.1 + 0.42 * (place // 2)
        sheet.write(x, y, words, 30, BLACK, "la", "Arimo-Bold")
        _lines(sheet, x, y + 0.07, dice.randint(3, 6))
    _titled(sheet, "SWOT analysis")
    return sheet


def effort(dice: random.Random) -> Sheet:
    """Effort against impact, with sticky notes."""
    sheet = _sheet(dice)
    sheet.arrow((0.08, 0.92), (0.96, 0.92), BLACK, 3)
    sheet.arrow((0.08, 0.92), (0.08, 0.06), BLACK, 3)
    sheet.line(((0.52, 0.08), (0.52, 0.92)), (150, 150, 150), 2)
    sheet.line(((0.08, 0.5), (0.96, 0.5)), (150, 150, 150), 2)
    note = dice.choice((WHITE, *SOFT))
    size = dice.uniform(0.08, 0.11)
    for _ in range(dice.randint(5, 11)):
        x, y = dice.uniform(0.1, 0.84), dice.uniform(0.1, 0.8)
        fill = dice.choice(SOFT) if note == WHITE else note
        sheet.rect((x, y, x + size, y + size), fill, tint(fill, -0.2), 1)
        for row in range(2):
            sheet.write(x + 0.008, y + 0.015 + row * 0.03, sentence(dice, 1), 16)
    words = ("Quick wins", "Major projects", "Fill-ins", "Thankless tasks")
    for place, label in enumerate(words):
        sheet.write(0.3 + 0.44 * (place % 2), 0.09 + 0.42 * (place // 2), label, 24, BLACK, "ma")
    _axis_words(sheet, "Effort", "Impact")
    return sheet


def bcg(dice: random.Random) -> Sheet:
    """Growth against share, a symbol a field, some with bubbles of products."""
    sheet = _sheet(dice)
    plain = dice.random() < 0.4
    _fields(sheet, [WHITE if plain else tint(bright(dice), 0.6) for _ in range(4)], BLACK)
    for place, words in enumerate(("Stars", "Question marks", "Cash cows", "Dogs")):
        x, y = 0.3 + 0.44 * (place % 2), 0.25 + 0.42 * (place // 2)
        sheet.disc(x, y, 60, tint(bright(dice), 0.2))
        sheet.write(x, y, "★?$•"[place], 70, WHITE, "mm", "DejaVuSans")
        sheet.write(x, y + 0.1, words, 26, BLACK, "ma")
    if plain:
        for _ in range(dice.randint(2, 4)):
            sheet.disc(
                dice.uniform(0.15, 0.9),
                dice.uniform(0.15, 0.85),
                dice.uniform(25, 60),
                bright(dice),
            )
    _axis_words(sheet, "Relative market share", "Market growth")
    return sheet


def agile(dice: random.Random) -> Sheet:
    """The four fields of tests, words only."""
    sheet = _sheet(dice)
    if dice.random() < 0.6:
        _fields(sheet, [tint(bright(dice), 0.7) for _ in range(4)], WHITE)
    sheet.line(((0.52, 0.08), (0.52, 0.92)), BLACK, 3)
    sheet.line(((0.08, 0.5), (0.96, 0.5)), BLACK, 3)
    for place in range(4):
        x, y = 0.3 + 0.44 * (place % 2), 0.2 + 0.42 * (place // 2)
        for row in range(dice.randint(3, 5)):
            sheet.write(x, y + 0.05 * row, sentence(dice, 2) + " tests", 24, BLACK, "mm")
        sheet.disc(0.12 + 0.8 * (place % 2), 0.12 + 0.76 * (place // 2), 28, bright(dice))
        sheet.write(
            0.12 + 0.8 * (place % 2), 0.12 + 0.76 * (place // 2), f"Q{place + 1}", 20, WHITE, "mm"
        )
    _axis_words(sheet, "Technology facing", "Supporting the team")
    return sheet


def _scatter(
    sheet: Sheet, box: tuple[float, float, float, float], count: int, ticks: bool = True
) -> None:
    x0, y0, x1, y1 = box
    colours = [bright(sheet.dice) for _ in range(sheet.dice.randint(1, 3))]
    sheet.rect(box, WHITE, BLACK, 1.5)
    for step in range(1, 6) if ticks else ():
        x, y = x0 + step * (x1 - x0) / 6, y0 + step * (y1 - y0) / 6
        sheet.line(((x, y1), (x, y1 + 0.012)), BLACK, 1.5)
        sheet.line(((x0 - 0.012, y), (x0, y)), BLACK, 1.5)
        sheet.write(x, y1 + 0.016, str(step * 10), 16, BLACK, "ma")
        sheet.write(x0 - 0.018, y, str(60 - step * 10), 16, BLACK, "rm")
    lean = sheet.dice.uniform(-0.8, 0.8)
    for _ in range(count):
        u = sheet.dice.uniform(0.05, 0.95)
        v = min(max(0.5 + lean * (u - 0.5) + sheet.dice.gauss(0, 0.15), 0.04), 0.96)
        place = x0 + u * (x1 - x0), y1 - v * (y1 - y0)
        sheet.disc(*place, 6, sheet.dice.choice(colours))


def panels(dice: random.Random) -> Sheet:
    """Four scatter plots in one picture."""
    sheet = _sheet(dice)
    for place in range(4):
        x, y = 0.07 + 0.49 * (place % 2), 0.05 + 0.49 * (place // 2)
        _scatter(sheet, (x, y, x + 0.4, y + 0.38), dice.randint(12, 60))
    return sheet


def scatter(dice: random.Random) -> Sheet:
    """One scatter plot, with a grid or without."""
    sheet = _sheet(dice)
    _scatter(sheet, (0.1, 0.06, 0.96, 0.88), dice.randint(25, 120))
    for step in range(1, 6) if dice.random() < 0.5 else ():
        x, y = 0.1 + step * 0.86 / 6, 0.06 + step * 0.82 / 6
        sheet.line(((x, 0.06), (x, 0.88)), (220, 220, 220), 1)
        sheet.line(((0.1, y), (0.96, y)), (220, 220, 220), 1)
    return sheet


def crossed(dice: random.Random) -> Sheet:
    """A scatter plot with axes through zero, ticks on them, and many dots without names."""
    sheet = _sheet(dice)
    _scatter(sheet, (0.1, 0.06, 0.96, 0.88), dice.randint(30, 90), ticks=dice.random() < 0.6)
    sheet.line(((0.53, 0.06), (0.53, 0.88)), (90, 90, 90), 2)
    sheet.line(((0.1, 0.47), (0.96, 0.47)), (90, 90, 90), 2)
    return sheet


def named_scatter(dice: random.Random) -> Sheet:
    """A scatter plot of countries with names, on a grid with numbers."""
    sheet = _sheet(dice)
    _scatter(sheet, (0.1, 0.06, 0.96, 0.88), 0)
    for step in range(1, 6):
        x, y = 0.1 + step * 0.86 / 6, 0.06 + step * 0.82 / 6
        sheet.line(((x, 0.06), (x, 0.88)), (215, 215, 215), 1.5)
        sheet.line(((0.1, y), (0.96, y)), (215, 215, 215), 1.5)
    colour = bright(dice)
    for _ in range(dice.randint(10, 18)):
        x, y = dice.uniform(0.14, 0.85), dice.uniform(0.1, 0.84)
        sheet.disc(x, y, dice.uniform(7, 9), colour)
        sheet.write(x + 0.015, y, name(dice), 18, BLACK, "lm")
    return sheet


def bubbles(dice: random.Random) -> Sheet:
    """Big bubbles with words in them."""
    sheet = _sheet(dice)
    sheet.arrow((0.08, 0.92), (0.96, 0.92), BLACK, 3)
    sheet.arrow((0.08, 0.92), (0.08, 0.06), BLACK, 3)
    for _ in range(dice.randint(5, 9)):
        x, y = dice.uniform(0.2, 0.85), dice.uniform(0.2, 0.8)
        sheet.disc(x, y, dice.uniform(40, 110), tint(bright(dice), 0.3))
        sheet.write(x, y, name(dice), 20, WHITE, "mm")
    return sheet


def table(dice: random.Random) -> Sheet:
    """A table, two by two or larger."""
    sheet = _sheet(dice)
    columns, rows = dice.choice(((2, 2), (2, 2), (3, 4), (5, 6)))
    edge = dice.choice((BLACK, (170, 170, 170)))
    for column in range(columns):
        for row in range(rows):
            x, y = 0.06 + 0.88 * column / columns, 0.08 + 0.84 * row / rows
            fill = tint(bright(dice), 0.3) if row == 0 and rows > 2 else WHITE
            sheet.rect((x, y, x + 0.88 / columns, y + 0.84 / rows), fill, edge, 2)
            _lines(sheet, x + 0.015, y + 0.02, max(1, round(9 / rows)), 16 if columns > 2 else 20)
    return sheet


def dashboard(dice: random.Random) -> Sheet:
    """Tiles with numbers, bars, a ring, a small scatter plot."""
    sheet = _sheet(dice, 1200, 800)
    sheet.rect((0, 0, 1, 1), dice.choice(((240, 242, 245), (25, 30, 45))))
    for place in range(4):
        x, y = 0.03 + 0.485 * (place % 2), 0.1 + 0.455 * (place // 2)
        sheet.rect((x, y, x + 0.46, y + 0.42), WHITE, (200, 200, 200), 1.5, 8)
        sheet.write(x + 0.02, y + 0.03, sentence(dice, 3), 26)
        if place == 0:
            sheet.disc(x + 0.23, y + 0.24, 130, bright(dice))
            sheet.disc(x + 0.23, y + 0.24, 80, WHITE)
        if place == 1:
            for bar in range(8):
                up = dice.uniform(0.05, 0.28)
                sheet.rect(
                    (x + 0.04 + bar * 0.05, y + 0.38 - up, x + 0.07 + bar * 0.05, y + 0.38),
                    bright(dice),
                )
        if place == 2:
            sheet.line(
                [(x + 0.03 + 0.04 * at, y + dice.uniform(0.15, 0.35)) for at in range(11)],
                bright(dice),
                4,
            )
        if place == 3:
            for _ in range(20):
                sheet.disc(
                    x + dice.uniform(0.04, 0.42), y + dice.uniform(0.12, 0.38), 8, bright(dice)
                )
    return sheet


def hype(dice: random.Random) -> Sheet:
    """A hype cycle: a curve with dots and names along it."""
    sheet = _sheet(dice, 1000, 700)
    colour = tint(bright(dice), 0.3)

    def height(x: float) -> float:
        peak = 0.65 * math.exp(-(((x - 0.22) / 0.09) ** 2))
        return 0.85 - peak - 0.3 / (1 + math.exp(-(x - 0.65) * 14))

    sheet.line([(0.08 + 0.86 * at / 200, height(at / 200)) for at in range(201)], colour, 5)
    sheet.line(((0.08, 0.05), (0.08, 0.9), (0.96, 0.9)), BLACK, 2)
    for step in range(1, 5):
        sheet.line(((0.08 + 0.18 * step, 0.1), (0.08 + 0.18 * step, 0.9)), (200, 200, 200), 1)
    for _ in range(dice.randint(12, 22)):
        at = dice.uniform(0.05, 0.95)
        x, y = 0.08 + 0.86 * at, height(at)
        sheet.disc(x, y, 9, dice.choice((WHITE, bright(dice))), BLACK, 2)
        sheet.write(x + 0.012, y, name(dice), 16, BLACK, "lm")
    sheet.write(0.5, 0.95, "Plateau of productivity   Time", 22, BLACK, "mm")
    sheet.upwards(0.04, 0.5, "Expectations", 22, BLACK)
    return sheet


def stairs(dice: random.Random) -> Sheet:
    """A maturity model as stairs."""
    sheet, colour = _sheet(dice, 1100, 700), bright(dice)
    for step in range(5):
        x = 0.06 + 0.18 * step
        sheet.rect((x, 0.72 - 0.13 * step, x + 0.17, 0.92), tint(colour, 0.6 - 0.12 * step))
        sheet.write(
            x + 0.085,
            0.76 - 0.13 * step,
            ("Initial", "Managed", "Defined", "Measured", "Leading")[step],
            24,
            BLACK,
            "ma",
        )
        _lines(sheet, x + 0.01, 0.82 - 0.1 * step, 2, 15)
    return sheet


def onion(dice: random.Random) -> Sheet:
    """Rings in rings with words in them, without dots."""
    sheet, colour = _sheet(dice, 900, 900), bright(dice)
    for step in range(4):
        sheet.disc(0.5, 0.52, 400 - 95 * step, tint(colour, 0.75 - 0.22 * step), WHITE, 3)
        sheet.write(0.5, 0.16 + 0.1 * step, sentence(dice, 2), 26, BLACK, "mm")
    return sheet


def spider(dice: random.Random) -> Sheet:
    """A chart of spokes with rings or polygons and one or two lines round."""
    sheet, spokes = _sheet(dice, 900, 900), dice.choice((5, 6, 8))
    turns = [2 * math.pi * part / spokes for part in range(spokes)]
    ringed = dice.random() < 0.5
    for step in range(1, 6):
        if ringed:
            sheet.disc(0.5, 0.5, 76 * step, None, (190, 190, 190), 2)
        else:
            edge = [
                (0.5 + 0.076 * step * math.sin(t), 0.5 - 0.076 * step * math.cos(t))
                for t in (*turns, turns[0])
            ]
            sheet.line(edge, (190, 190, 190), 2)
    for turn in turns:
        sheet.line(
            ((0.5, 0.5), (0.5 + 0.38 * math.sin(turn), 0.5 - 0.38 * math.cos(turn))),
            (190, 190, 190),
            2,
        )
        sheet.write(
            0.5 + 0.43 * math.sin(turn),
            0.5 - 0.43 * math.cos(turn),
            sentence(dice, 1),
            24,
            BLACK,
            "mm",
        )
    for _ in range(dice.randint(1, 3)):
        colour = bright(dice)
        reach = [dice.uniform(0.12, 0.36) for _ in turns]
        edge = [
            (0.5 + by * math.sin(t), 0.5 - by * math.cos(t))
            for by, t in zip(reach, turns, strict=True)
        ]
        sheet.line([*edge, edge[0]], colour, 5)
        for place in edge:
            sheet.disc(*place, 9, colour)
    return sheet


def ring(dice: random.Random) -> Sheet:
    """A pie or ring chart with its legend."""
    sheet, start = _sheet(dice, 900, 900), 0.0
    for _ in range(dice.randint(3, 6)):
        end = start + dice.uniform(40, 100)
        cx, cy = sheet.at(0.42, 0.5)
        by = 350 * sheet.unit
        sheet.pen.pieslice((cx - by, cy - by, cx + by, cy + by), start, min(end, 360), bright(dice))
        start = min(end, 360)
    sheet.disc(0.42, 0.5, 180, WHITE)
    for row in range(5):
        sheet.disc(0.84, 0.35 + 0.06 * row, 11, bright(dice))
        sheet.write(0.86, 0.35 + 0.06 * row, sentence(dice, 1), 22, BLACK, "lm")
    return sheet


def target(dice: random.Random) -> Sheet:
    """A target with an arrow in it."""
    sheet, colour = _sheet(dice, 700, 700), bright(dice)
    for step in range(5):
        sheet.disc(0.48, 0.52, 400 - 80 * step, colour if step % 2 == 0 else WHITE)
    sheet.arrow((0.95, 0.05), (0.5, 0.5), (60, 60, 60), 12)
    return sheet


def stickers(dice: random.Random) -> Sheet:
    """A map of four fields with small stickers in columns: who feels, says, thinks, does."""
    sheet = _sheet(dice)
    sheet.rect((0.06, 0.06, 0.96, 0.94), None, BLACK, 3)
    sheet.line(((0.51, 0.06), (0.51, 0.94)), BLACK, 2)
    sheet.line(((0.06, 0.5), (0.96, 0.5)), BLACK, 2)
    for place, words in enumerate(("Says", "Thinks", "Does", "Feels")):
        x, y = 0.08 + 0.45 * (place % 2), 0.08 + 0.44 * (place // 2)
        sheet.write(x, y, words, 28, BLACK, "la", "Arimo-Bold")
        for note in range(dice.randint(3, 6)):
            at = x + 0.14 * (note % 3), y + 0.06 + 0.16 * (note // 3)
            sheet.rect((*at, at[0] + 0.12, at[1] + 0.13), dice.choice(SOFT))
            _lines(sheet, at[0] + 0.005, at[1] + 0.02, 3, 12)
    return sheet


def boxes(dice: random.Random) -> Sheet:
    """Four boxes with an icon and words each."""
    sheet = _sheet(dice)
    colour = bright(dice)
    _fields(sheet, [tint(colour, 0.85)] * 4, None, 0.012)
    for place in range(4):
        x, y = 0.12 + 0.44 * (place % 2), 0.16 + 0.42 * (place // 2)
        sheet.disc(x + 0.02, y, 34, colour)
        sheet.write(x + 0.02, y, str(place + 1), 30, WHITE, "mm")
        _lines(sheet, x, y + 0.08, 3, 24)
    return sheet


def urgent(dice: random.Random) -> Sheet:
    """What is urgent against what is important, bullets with dots before them."""
    sheet = _sheet(dice)
    _fields(sheet, [WHITE] * 4, (120, 120, 120))
    colour = bright(dice)
    for place, words in enumerate(("Do", "Decide", "Delegate", "Delete")):
        x, y = 0.11 + 0.44 * (place % 2), 0.11 + 0.42 * (place // 2)
        sheet.write(x, y, words, 30, colour, "la", "Arimo-Bold")
        for row in range(dice.randint(3, 5)):
            sheet.disc(x + 0.01, y + 0.09 + 0.055 * row, 8, colour)
            sheet.write(x + 0.03, y + 0.09 + 0.055 * row, sentence(dice, 3), 20, BLACK, "lm")
    _axis_words(sheet, "Urgent", "Important")
    return sheet


def window(dice: random.Random) -> Sheet:
    """A program's window: a bar, a side list, cards."""
    sheet = _sheet(dice, 1200, 800)
    sheet.rect((0, 0, 1, 0.08), (40, 50, 70))
    sheet.rect((0, 0.08, 0.18, 1), (235, 238, 242))
    for row in range(9):
        sheet.disc(0.025, 0.15 + 0.08 * row, 10, (120, 130, 150))
        sheet.write(0.045, 0.15 + 0.08 * row, sentence(dice, 2), 20, BLACK, "lm")
    for place in range(6):
        x, y = 0.21 + 0.26 * (place % 3), 0.14 + 0.42 * (place // 3)
        sheet.rect((x, y, x + 0.24, y + 0.38), WHITE, (200, 205, 210), 2, 6)
        sheet.disc(x + 0.12, y + 0.12, 50, tint(bright(dice), 0.3))
        _lines(sheet, x + 0.02, y + 0.22, 3, 18)
    return sheet


def network(dice: random.Random) -> Sheet:
    """Points joined by lines."""
    sheet = _sheet(dice)
    places = [
        (dice.uniform(0.08, 0.92), dice.uniform(0.08, 0.92)) for _ in range(dice.randint(10, 20))
    ]
    for one in places:
        for other in sorted(places, key=lambda at: math.dist(at, one))[1:3]:
            sheet.line((one, other), (150, 150, 150), 2)
    colour = bright(dice)
    for place in places:
        sheet.disc(*place, 16, colour)
        sheet.write(place[0], place[1] + 0.025, name(dice), 16, BLACK, "ma")
    return sheet


def wheel(dice: random.Random) -> Sheet:
    """Discs on a ring around a middle, each with words."""
    sheet, count = _sheet(dice, 900, 900), dice.randint(5, 9)
    sheet.disc(0.5, 0.5, 300, None, (170, 170, 170), 4)
    sheet.disc(0.5, 0.5, 130, bright(dice))
    for part in range(count):
        turn = 2 * math.pi * part / count
        x, y = 0.5 + 0.3 * math.sin(turn), 0.5 - 0.3 * math.cos(turn)
        sheet.disc(x, y, 62, bright(dice))
        sheet.write(x, y + 0.07, sentence(dice, 2), 22, BLACK, "ma")
    return sheet


def venn(dice: random.Random) -> Sheet:
    """Three rings that overlap."""
    sheet = _sheet(dice, 900, 900)
    for part in range(3):
        turn = 2 * math.pi * part / 3
        x, y = 0.5 + 0.16 * math.sin(turn), 0.5 - 0.16 * math.cos(turn)
        sheet.disc(x, y, 260, None, bright(dice), 8)
        sheet.write(
            0.5 + 0.27 * math.sin(turn),
            0.5 - 0.27 * math.cos(turn),
            sentence(dice, 2),
            26,
            BLACK,
            "mm",
        )
    return sheet


STYLES: dict[str, Callable[[random.Random], Sheet]] = {
    draw.__name__: draw
    for draw in (
        *(risk, swot, effort, bcg, agile, panels, scatter, crossed, named_scatter, bubbles, table),
        *(dashboard, hype, stairs, onion, spider, ring, target, stickers, boxes, urgent, window),
        *(network, wheel, venn),
    )
}
