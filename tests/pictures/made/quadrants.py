"""Made-up quadrants in ten styles, with and without titles, words and axes, some badly copied."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.pictures.made.sheet import (
    BLACK,
    BRIGHT,
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

FIELDS = (
    ("Challengers", "Leaders", "Niche Players", "Visionaries"),
    ("Contenders", "Leaders", "Niche", "High Performers"),
    ("Product Challengers", "Leaders", "Contenders", "Market Challengers"),
    ("Mature Players", "Top Players", "Specialists", "Trail Blazers"),
)
AXES = (
    ("Completeness of Vision", "Ability to Execute"),
    ("Satisfaction", "Market Presence"),
    ("Competitive Strength", "Portfolio Attractiveness"),
    ("Strategic Vision", "Functionality"),
)


@dataclass(frozen=True)
class Plan:
    """What one quadrant shows: its plot in the sheet, its words, its colours."""

    box: tuple[float, float, float, float]
    fields: Sequence[str]
    axes: Sequence[str]
    titled: bool
    ink: Colour
    dot: Colour

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return the place in the sheet of a point in the plot, y upwards."""
        x0, y0, x1, y1 = self.box
        return x0 + x * (x1 - x0), y1 - y * (y1 - y0)


def quadrants(seed: int = 5, each: int = 13) -> Iterator[Made]:
    """Draw ``each`` quadrants of every style."""
    for style, draw in STYLES.items():
        for number in range(each):
            dice = random.Random(f"{seed} {style} {number}")
            damage = DAMAGE[(number + seed) % len(DAMAGE)]
            sheet = draw(dice)
            picture = spoilt(sheet, damage, dice)
            yield Made(f"{style}-{number}-{damage}", "analyst", picture, tuple(sheet.words))


def _plan(dice: random.Random, ink: Colour = BLACK, dot: Colour | None = None) -> Plan:
    titled = dice.random() < 0.6
    top = dice.uniform(0.09, 0.16) if titled else dice.uniform(0.02, 0.06)
    kind = dice.choice((0, 0, 1, 2, 3))
    worded, axed = dice.random() < 0.75, dice.random() < 0.75
    right, bottom = dice.uniform(0.93, 0.985), dice.uniform(0.86, 0.93)
    return Plan(
        (dice.uniform(0.06, 0.12), top, right, bottom),
        FIELDS[kind] if worded else (),
        AXES[kind] if axed else (),
        titled,
        ink,
        dot or bright(dice),
    )


def _sheet(dice: random.Random, ground: Colour = WHITE) -> Sheet:
    wide = dice.choice((760, 900, 1100))
    high = round(wide * dice.choice((0.9, 1.0, 1.05, 1.12)))
    face = dice.choice(("Arimo-Regular", "Carlito-Regular", "DejaVuSans", "Caladea-Regular"))
    return Sheet(dice, wide, high, ground, face)


def _title(sheet: Sheet, plan: Plan) -> None:
    if plan.titled:
        words = f"Figure 1. Quadrant for {name(sheet.dice)} Platforms"
        sheet.write(plan.box[0], 0.03, words, 30, plan.ink, face="Arimo-Bold")
    if sheet.dice.random() < 0.5:
        year = f"As of May {sheet.dice.randint(2008, 2026)}   © {name(sheet.dice)}, Inc"
        sheet.write(plan.box[2], plan.box[3] + 0.025, year, 18, plan.ink, "ra")
    if sheet.dice.random() < 0.3:
        sheet.write(plan.box[2], 0.985, name(sheet.dice), 34, bright(sheet.dice), "rs")


def _axes(sheet: Sheet, plan: Plan) -> None:
    if not plan.axes:
        return
    x0, _, _, y1 = plan.box
    grey = tint(plan.ink, 0.3 if sum(plan.ink) < 380 else -0.2)
    sheet.write(x0, y1 + 0.02, plan.axes[0].upper(), 19, grey)
    sheet.arrow((x0 + 0.34, y1 + 0.03), (x0 + 0.42, y1 + 0.03), grey, 2)
    sheet.upwards(x0 - 0.03, y1 - 0.15, plan.axes[1].upper(), 19, grey)
    sheet.arrow((x0 - 0.03, y1 - 0.32), (x0 - 0.03, y1 - 0.4), grey, 2)


def _headers(sheet: Sheet, plan: Plan, fill: Colour | None, colour: Colour) -> None:
    """Write each field's name at its outer edge, in a box where there is ``fill``."""
    places = ((0.25, 0.97), (0.75, 0.97), (0.25, 0.03), (0.75, 0.03))
    for words, place in zip(plan.fields, places, strict=False):
        x, y = plan.at(*place)
        if fill:
            sheet.rect((x - 0.12, y - 0.017, x + 0.12, y + 0.017), fill, None, 1, 4)
        sheet.write(x, y, words.upper(), 19, colour, "mm")


Mark = Callable[[Sheet, float, float, Colour], None]


def _round(size: float) -> Mark:
    def mark(sheet: Sheet, x: float, y: float, colour: Colour) -> None:
        sheet.disc(x, y, size, colour)

    return mark


def _dots(sheet: Sheet, plan: Plan, mark: Mark, size: float = 20) -> list[tuple[float, float]]:
    """Spread marks with names over the fields, none on another, and return where they stand."""
    dice, placed = sheet.dice, list[tuple[float, float]]()
    wanted = dice.randint(7, 17)
    for _ in range(400):
        x, y = dice.uniform(0.08, 0.9), dice.uniform(0.1, 0.9)
        if dice.random() < 0.5:
            y = min(max(x + dice.gauss(0, 0.18), 0.1), 0.9)
        if all(abs(x - a) > 0.17 or abs(y - b) > 0.05 for a, b in placed):
            placed.append((x, y))
        if len(placed) == wanted:
            break
    for x, y in placed:
        at = plan.at(x, y)
        mark(sheet, *at, plan.dot)
        side = "rm" if x > 0.72 else dice.choice(("lm", "lm", "lm", "mb"))
        by = {"lm": (0.02, 0.0), "rm": (-0.02, 0.0), "mb": (0.0, -0.018)}[side]
        sheet.write(at[0] + by[0], at[1] + by[1], name(dice), size, plan.ink, side)
    return placed


def _cross(sheet: Sheet, plan: Plan, colour: Colour, width: float) -> None:
    sheet.line((plan.at(0.5, 0), plan.at(0.5, 1)), colour, width)
    sheet.line((plan.at(0, 0.5), plan.at(1, 0.5)), colour, width)


def _field(plan: Plan, column: int, row: int, gap: float = 0.0) -> tuple[float, ...]:
    """Return the box of a field; row 1 is the upper one."""
    x0, y1 = plan.at(column / 2 + gap * column, row / 2 + gap * row)
    x1, y0 = plan.at(column / 2 + 0.5 - gap * (1 - column), row / 2 + 0.5 - gap * (1 - row))
    return x0, y0, x1, y1


def tinted(dice: random.Random) -> Sheet:
    """Two of the fields light grey, a dark frame, boxes with names."""
    sheet, plan = _sheet(dice), _plan(dice)
    for column, row in ((1, 1), (0, 0)):
        sheet.rect(_field(plan, column, row), tint(BLACK, dice.uniform(0.93, 0.97)))
    _cross(sheet, plan, (190, 190, 190), 1.5)
    sheet.rect(plan.box, None, (60, 60, 70), 4)
    _headers(sheet, plan, (160, 175, 190), WHITE)
    _dots(sheet, plan, _round(dice.uniform(8, 11)))
    _axes(sheet, plan)
    _title(sheet, plan)
    return sheet


def glossy(dice: random.Random) -> Sheet:
    """A thick grey frame and balls with a shine."""
    sheet, plan = _sheet(dice), _plan(dice)
    sheet.rect(plan.box, None, (180, 180, 180), 9)
    _cross(sheet, plan, (190, 190, 190), 6)

    def ball(sheet: Sheet, x: float, y: float, colour: Colour) -> None:
        sheet.disc(x, y, 14, tint(colour, -0.2))
        sheet.disc(x - 0.003, y - 0.003, 9, tint(colour, 0.15))

    _headers(sheet, plan, None, (150, 150, 150))
    _dots(sheet, plan, ball, 21)
    _axes(sheet, plan)
    _title(sheet, plan)
    return sheet


def branded(dice: random.Random) -> Sheet:
    """All in the colour of whoever bought it, on a band of that colour."""
    sheet, colour = _sheet(dice), bright(dice)
    plan = _plan(dice, tint(colour, -0.3), tint(colour, -0.15))
    if dice.random() < 0.5:
        sheet.rect((0, 0, 1, 1), colour)
        sheet.rect(plan.box, tint(colour, 0.97))
    _cross(sheet, plan, tint(colour, 0.35), 3)
    sheet.rect(plan.box, None, colour, 5)
    _headers(sheet, plan, tint(colour, 0.3), WHITE)
    _dots(sheet, plan, _round(10))
    _axes(sheet, plan)
    return sheet


def bare(dice: random.Random) -> Sheet:
    """A cross without a frame."""
    sheet, plan = _sheet(dice), _plan(dice)
    _cross(sheet, plan, tint(BLACK, dice.uniform(0.2, 0.6)), 3)
    _headers(sheet, plan, None, tint(plan.dot, -0.2))
    _dots(sheet, plan, _round(dice.uniform(8, 12)))
    _axes(sheet, plan)
    _title(sheet, plan)
    return sheet


def dark(dice: random.Random) -> Sheet:
    """Light lines and dots on a dark ground."""
    ground = dice.choice(((20, 24, 40), (0, 0, 0), (10, 45, 70), (45, 25, 60)))
    sheet = _sheet(dice, ground)
    plan = _plan(dice, (230, 230, 235), tint(bright(dice), 0.25))
    for column, row in ((1, 1), (0, 0)):
        sheet.rect(_field(plan, column, row), tint(ground, 0.07))
    _cross(sheet, plan, tint(ground, 0.35), 2)
    sheet.rect(plan.box, None, tint(ground, 0.5), 3)
    _headers(sheet, plan, tint(ground, 0.25), WHITE)
    _dots(sheet, plan, _round(10))
    _axes(sheet, plan)
    _title(sheet, plan)
    return sheet


def coloured(dice: random.Random) -> Sheet:
    """Each field in a soft colour of its own, no lines."""
    sheet, plan = _sheet(dice), _plan(dice, dot=(40, 50, 80))
    fills = dice.sample(BRIGHT, 4)
    for fill, (column, row) in zip(fills, ((0, 0), (0, 1), (1, 0), (1, 1)), strict=True):
        sheet.rect(_field(plan, column, row), tint(fill, 0.78))
    _headers(sheet, plan, None, (90, 90, 100))
    _dots(sheet, plan, _round(10))
    _axes(sheet, plan)
    _title(sheet, plan)
    return sheet


def arrowed(dice: random.Random) -> Sheet:
    """Two long axes with heads, a dashed cross, dots of several sizes."""
    sheet, plan = _sheet(dice), _plan(dice)
    sheet.arrow(plan.at(0, 0), plan.at(1.0, 0), plan.ink, 3)
    sheet.arrow(plan.at(0, 0), plan.at(0, 1.0), plan.ink, 3)
    sheet.dashed(plan.at(0.5, 0), plan.at(0.5, 1), (120, 120, 120), 2)
    sheet.dashed(plan.at(0, 0.5), plan.at(1, 0.5), (120, 120, 120), 2)

    def mark(sheet: Sheet, x: float, y: float, colour: Colour) -> None:
        sheet.disc(x, y, sheet.dice.uniform(8, 15), colour)

    _headers(sheet, plan, None, (100, 100, 100))
    _dots(sheet, plan, mark)
    _axes(sheet, plan)
    _title(sheet, plan)
    return sheet


def ours(dice: random.Random) -> Sheet:
    """Grey dots and one in colour, larger, with a ring: the vendor's."""
    sheet, plan = _sheet(dice), _plan(dice, dot=(150, 155, 160))
    sheet.rect(plan.box, (250, 250, 250), (120, 120, 120), 3)
    _cross(sheet, plan, (120, 120, 120), 2)
    _headers(sheet, plan, bright(dice), WHITE)
    placed = _dots(sheet, plan, _round(9))
    x, y = plan.at(*max(placed, key=sum))
    colour = bright(dice)
    sheet.disc(x, y, 13, colour)
    sheet.disc(x, y, 24, None, colour, 4)
    _axes(sheet, plan)
    _title(sheet, plan)
    return sheet


def squares(dice: random.Random) -> Sheet:
    """Square or lozenge marks in three colours, told in a legend."""
    sheet, plan = _sheet(dice), _plan(dice)
    sheet.rect(plan.box, None, (90, 90, 90), 3)
    _cross(sheet, plan, (150, 150, 150), 2)
    colours, lozenge = [bright(dice) for _ in range(3)], dice.random() < 0.5

    def mark(sheet: Sheet, x: float, y: float, _: Colour) -> None:
        colour, by = sheet.dice.choice(colours), 10 * sheet.unit
        cx, cy = sheet.at(x, y)
        if lozenge:
            ends = ((cx - by, cy), (cx, cy - by), (cx + by, cy), (cx, cy + by))
            sheet.pen.polygon(ends, colour)
        else:
            sheet.pen.rectangle((cx - by, cy - by, cx + by, cy + by), colour)

    _headers(sheet, plan, None, (120, 120, 120))
    _dots(sheet, plan, mark)
    for place, colour in enumerate(colours):
        sheet.disc(0.3 + 0.2 * place, 0.985, 7, colour)
    _axes(sheet, plan)
    return sheet


def tiled(dice: random.Random) -> Sheet:
    """Four tiles with gaps between them."""
    sheet, plan = _sheet(dice), _plan(dice)
    colour = tint(bright(dice), 0.88)
    for column, row in ((0, 0), (0, 1), (1, 0), (1, 1)):
        fill = tint(colour, -0.08) if column == row == 1 else colour
        sheet.rect(_field(plan, column, row, 0.008), fill, None, 1, 6)
    _headers(sheet, plan, None, (90, 90, 90))
    _dots(sheet, plan, _round(10))
    _axes(sheet, plan)
    _title(sheet, plan)
    return sheet


STYLES: dict[str, Callable[[random.Random], Sheet]] = {
    draw.__name__: draw
    for draw in (
        *(tinted, glossy, branded, bare, dark),
        *(coloured, arrowed, ours, squares, tiled),
    )
}
