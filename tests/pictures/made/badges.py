"""Badges drawn here: seals, medals, shields, laurels, ratings, awards, certification strips."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator

from PIL import Image, ImageDraw, ImageFilter

from tests.pictures.made.sheet import BLACK, NAMES, WHITE, Colour, Made, bright, tint
from tests.pictures.made.tiles import (
    FACES,
    Tile,
    above,
    around,
    beside,
    choose,
    clear,
    emblem,
    fitted,
    flat,
    letters,
    put,
    star,
    worn,
)

HONOURS = (
    *("Leader", "High Performer", "Best Usability", "Top Rated", "Winner", "Editors' Choice"),
    *("Best Support", "Users Love Us", "Momentum Leader", "Best Results", "Product of the Year"),
    "Customers' Choice",
)
CERTIFIED = ["ISO 27001", "SOC 2", "GDPR", "HIPAA", "PCI DSS", "ISO 9001", "CSA STAR", "FedRAMP"]
SEASONS = ("WINTER", "SPRING", "SUMMER", "FALL", "ENTERPRISE", "GOLD", "EUROPE")
GOLD: Colour = (212, 168, 60)


def badges(count: int, seed: int = 5) -> Iterator[Made]:
    """Draw so many badges and strips of badges."""
    styles = list(STYLES)
    for number in range(count):
        dice = random.Random(f"{seed}-badge-{number}")
        style = styles[number % len(styles)]
        tile = STYLES[style](dice)
        image = _framed(tile, dice)
        yield Made(f"badge-{style}-{number}", "badge", image, ())


def _framed(tile: Tile, dice: random.Random) -> Image.Image:
    """Return the badge as a file would hold it: clear around it, or on a plain ground."""
    edge = dice.choice((0, 0, 0.04, 0.1)) * tile.width
    held = clear(tile.width + 2 * edge, tile.height + 2 * edge)
    put(held, tile, held.width / 2, held.height / 2)
    size = dice.choice((120, 240, 420, 700))
    if tile.width > 2 * tile.height:
        size = max(size, 600)
    held = fitted(held, size, size)
    if dice.random() < 0.65:
        return held
    ground = dice.choice((WHITE, WHITE, (240, 240, 244), (252, 250, 240)))
    return worn(flat(held, ground), choose(dice, ("", "", "jpeg", "blurred")), dice)


def _year(dice: random.Random) -> str:
    return str(dice.randint(2015, 2026))


def _house(dice: random.Random, colour: Colour, size: int) -> Tile:
    """Return the name of who gives the badge."""
    name = dice.choice([word for word in NAMES if word[0].isupper()])
    words = letters(name, size, colour, dice.choice(FACES))
    if dice.random() < 0.5:
        return words
    return beside(fitted(emblem(dice), size * 1.3, size * 1.3), words, size * 0.3)


def _lines(words: str, size: int, colour: Colour, face: str = "Arimo-Bold") -> Tile:
    """Return words as a stack, a word or two a line."""
    tile: Tile | None = None
    for word in words.split():
        line = letters(word, size, colour, face)
        tile = line if tile is None else above(tile, line, size * 0.3)
    return tile or clear(1, 1)


def _shield(dice: random.Random) -> Tile:
    """Return a shield: a name above, an honour, a band across, a year."""
    width, height = 400, dice.choice((440, 500, 520))
    colour = bright(dice)
    light = dice.random() < 0.6
    body: Colour = (246, 246, 248) if light else tint(colour, -0.5)
    ink = (30, 32, 45) if light else WHITE
    tile = clear(width * 1.16, height)
    pen, left = ImageDraw.Draw(tile), width * 0.08
    right, low = left + width, height * dice.choice((0.72, 0.8))
    if dice.random() < 0.5:
        form = [(left, 4), (right, 4), (right, low), (left + width / 2, height - 3), (left, low)]
    else:
        curve = [
            (left + width / 2 + width / 2 * math.cos(by), low + (height - low) * math.sin(by))
            for by in (math.pi * step / 24 for step in range(25))
        ]
        form = [(left, 4), (right, 4), *curve]
    pen.polygon(form, body, tint(body, -0.12 if light else 0.4), 8)
    put(tile, _house(dice, colour if light else WHITE, 34), tile.width / 2, height * 0.12)
    put(
        tile,
        fitted(_lines(dice.choice(HONOURS), 58, ink), width * 0.8, height * 0.32),
        tile.width / 2,
        height * 0.36,
    )
    y = height * dice.uniform(0.55, 0.62)
    pen.polygon(
        [
            (0, y),
            (tile.width, y),
            (tile.width - 16, y + 34),
            (tile.width, y + 68),
            (0, y + 68),
            (16, y + 34),
        ],
        bright(dice),
    )
    put(tile, letters(dice.choice(SEASONS), 40, WHITE), tile.width / 2, y + 34)
    put(tile, letters(_year(dice), 44, ink), tile.width / 2, min(y + 110, height * 0.84))
    return tile


def _hexagon(dice: random.Random) -> Tile:
    """Return a hexagon or octagon with a rim and lines of words."""
    size, colour = 440, bright(dice)
    tile = clear(size, size)
    pen, mid = ImageDraw.Draw(tile), size / 2
    count = dice.choice((6, 6, 8, 10))
    pen.polygon(around(mid, mid, mid - 2, count), colour)
    pen.polygon(around(mid, mid, mid - 18, count), None, WHITE, 4)
    put(tile, _house(dice, WHITE, 30), mid, size * 0.24)
    put(
        tile,
        fitted(_lines(dice.choice(HONOURS), 52, WHITE), size * 0.6, size * 0.28),
        mid,
        size * 0.46,
    )
    put(tile, letters(f"{dice.choice(SEASONS)} {_year(dice)}", 28, WHITE), mid, size * 0.67)
    for at in range(5):
        pen.polygon(star(mid + (at - 2) * 38, size * 0.78, 15), WHITE)
    return tile


def _seal(dice: random.Random) -> Tile:
    """Return a round seal with teeth or a rim, perhaps with ribbons below."""
    size = 420
    ribbons = dice.random() < 0.5
    tile = clear(size, size * (1.35 if ribbons else 1))
    pen, mid = ImageDraw.Draw(tile), size / 2
    colour = dice.choice((GOLD, (150, 155, 165), bright(dice)))
    if ribbons:
        for lean in (-1, 1):
            x = mid + lean * 70
            foot = [(x - 50, mid), (x + 50, mid), (x + 50 + lean * 40, tile.height - 4)]
            foot += [(x + lean * 40, tile.height - 46), (x - 50 + lean * 40, tile.height - 4)]
            pen.polygon(foot, tint(colour, -0.3))
    if dice.random() < 0.7:
        pen.polygon(star(mid, mid, mid - 2, dice.choice((18, 24, 32, 40)), 0.9), colour)
    else:
        pen.ellipse((2, 2, size - 2, size - 2), colour)
    inner = dice.choice((WHITE, tint(colour, -0.45), tint(colour, 0.75)))
    ink = WHITE if sum(inner) < 400 else tint(colour, -0.5)
    for by, fill in ((0.76, WHITE), (0.72, inner)):
        pen.ellipse((mid - mid * by, mid - mid * by, mid + mid * by, mid + mid * by), fill)
    words = dice.choice((*HONOURS, *CERTIFIED, "Quality Guaranteed", "Certified Partner"))
    put(tile, fitted(_lines(words, 60, ink), size * 0.5, size * 0.3), mid, mid * 0.95)
    put(tile, letters(_year(dice), 34, ink), mid, mid * 1.42)
    pen.polygon(star(mid, mid * 0.48, 24), colour if sum(inner) > 400 else WHITE)
    return tile


def _laurel(dice: random.Random) -> Tile:
    """Return words between two branches of leaves."""
    size = 420
    colour = dice.choice((GOLD, BLACK, bright(dice), (60, 110, 80)))
    tile, mid = clear(size * 1.2, size), size * 0.6
    pen = ImageDraw.Draw(tile)
    leaves = dice.choice((8, 10, 12))
    for lean in (-1, 1):
        for step in range(leaves):
            by = math.pi * (0.12 + 0.72 * step / leaves)
            x, y = mid + lean * size * 0.44 * math.sin(by), size / 2 + size * 0.42 * math.cos(by)
            for out in (-0.5, 0.9):
                turn = by + out
                tip = (x + lean * 46 * math.sin(turn - 0.5), y + 46 * math.cos(turn - 0.5) - 22)
                side = 9
                pen.polygon([(x - side, y), tip, (x + side, y + 6)], colour)
    words = above(
        fitted(_lines(dice.choice(HONOURS), 60, colour, "Tinos-Bold"), size * 0.5, size * 0.34),
        letters(_year(dice), 44, colour, "Tinos-Bold"),
        24,
    )
    put(tile, words, mid, size * 0.5)
    return tile


def _rating(dice: random.Random) -> Tile:
    """Return five stars with the name of a review site."""
    tile, full = clear(560, 110), dice.choice((4, 5, 5))
    pen, colour = ImageDraw.Draw(tile), dice.choice(((250, 170, 20), (255, 90, 50), (0, 182, 122)))
    for at in range(5):
        hue = colour if at < full else (205, 205, 210)
        pen.polygon(star(60 + at * 110, 55, 52), hue)
    line = letters(f"{dice.uniform(4, 5):.1f} out of 5 on {dice.choice(NAMES)}", 44, (50, 50, 60))
    house = _house(dice, (40, 60, 90), 90)
    near = dice.choice((30, 30, 0, -14))  # the tails of letters may touch the stars
    return dice.choice(
        (above(house, tile, near), above(tile, line, 24), above(above(house, tile, near), line, 24))
    )


def _plate(dice: random.Random) -> Tile:
    """Return a magazine's award: a block with its name, the honour below."""
    colour = bright(dice)
    width = 320
    tall = dice.random() < 0.6
    head = clear(width, 190 if tall else 230)
    ImageDraw.Draw(head).rectangle((0, 0, width, head.height), colour)
    put(head, fitted(_house(dice, WHITE, 80), width * 0.8, 110), width / 2, head.height / 2)
    honour = dice.choice((colour, (30, 30, 36), tint(colour, -0.4)))
    foot = clear(width if tall else 420, 240 if tall else 230)
    pen = ImageDraw.Draw(foot)
    if tall:
        pen.polygon([(0, 0), (width, 0), (width, 190), (width / 2, 239), (0, 190)], honour)
    else:
        pen.polygon([(0, 0), (360, 0), (419, 115), (360, 230), (0, 230)], honour)
    words = fitted(_lines(dice.choice(HONOURS), 60, WHITE), foot.width * 0.7, 120)
    put(foot, words, foot.width * 0.48, 80 if tall else 90)
    put(foot, letters(_year(dice), 40, WHITE), foot.width * 0.48, 170)
    return above(head, foot, 6) if tall else beside(head, foot, 6)


def _medal(dice: random.Random) -> Tile:
    """Return a medal on a ribbon, soft as an image from a library."""
    colour = dice.choice((GOLD, (165, 170, 180), (180, 115, 60)))
    tile, hue = clear(300, 480), bright(dice)
    pen = ImageDraw.Draw(tile)
    pen.polygon([(40, 0), (120, 0), (190, 210), (120, 240)], hue)
    pen.polygon([(260, 0), (180, 0), (110, 210), (180, 240)], tint(hue, -0.25))
    pen.ellipse((40, 200, 260, 420), tint(colour, -0.25))
    pen.ellipse((56, 216, 244, 404), colour)
    pen.ellipse((76, 236, 224, 384), tint(colour, 0.25), tint(colour, -0.3), 4)
    put(
        tile,
        letters(dice.choice(("1", "1st", "No.1", "★")), 90, tint(colour, -0.55), "DejaVuSans"),
        150,
        310,
    )
    return tile.filter(ImageFilter.GaussianBlur(1)) if dice.random() < 0.5 else tile


def _round_certificate(dice: random.Random) -> Tile:
    """Return a certificate's round mark: a name, a norm, a band of words along the rim."""
    size, colour = 400, bright(dice)
    tile = clear(size, size)
    pen, mid = ImageDraw.Draw(tile), size / 2
    pen.ellipse((2, 2, size - 2, size - 2), colour)
    pen.ellipse((58, 58, size - 58, size - 58), WHITE)
    words = (
        dice.choice(("CERTIFIED COMPANY · ", "INFORMATION SECURITY · ", "QUALITY MANAGEMENT · "))
        * 2
    )
    for at, letter in enumerate(words):
        by = 2 * math.pi * at / len(words)
        sign = letters(letter, 34, WHITE) if letter.strip() else clear(1, 1)
        turned = sign.rotate(-math.degrees(by), Image.Resampling.BICUBIC, expand=True)
        put(tile, turned, mid + (mid - 30) * math.sin(by), mid - (mid - 30) * math.cos(by))
    put(
        tile,
        fitted(_lines(dice.choice(CERTIFIED), 80, colour), size * 0.56, size * 0.36),
        mid,
        mid * 0.95,
    )
    put(
        tile,
        letters(dice.choice(("certified", "audited", _year(dice))), 32, BLACK),
        mid,
        mid * 1.42,
    )
    return tile


def _stack(dice: random.Random) -> Tile:
    """Return an award as lines of words of one width, one below another, some of them in a band."""
    wide, colour, dark = 300, bright(dice), dice.choice((BLACK, (30, 34, 60)))
    rows = (dice.choice(NAMES), dice.choice(HONOURS), dice.choice(("WINNER", "AWARD", "FINALIST")))
    tile, banded = clear(wide, 1), dice.randrange(3)
    for at, words in enumerate((*rows, _year(dice))):
        ink, face = dice.choice((colour, dark)), dice.choice(("Arimo-Bold", "Carlito-Bold"))
        held = _lines(words, 70, WHITE if at == banded else ink, face)
        held = fitted(held, wide * 0.86, 120)
        row = clear(wide, held.height + 28)
        if at == banded:
            ImageDraw.Draw(row).rectangle((0, 0, wide, row.height), ink)
        put(row, held, wide / 2, row.height / 2)
        tile = above(tile, row, 2)
    ground = dice.choice((WHITE, (250, 248, 240), tint(colour, 0.85)))
    card = Image.new("RGBA", (wide + 24, tile.height + 16), (*ground, 255))
    put(card, tile, card.width / 2, card.height / 2)
    if dice.random() < 0.5:
        ImageDraw.Draw(card).rectangle((0, 0, card.width - 1, card.height - 1), None, colour, 4)
    return card


def _tier(dice: random.Random) -> Tile:
    """Return a partner's card: a name and what it is, and its rank on a field of metal."""
    wide, high = 600, dice.choice((200, 240, 320))
    ground = dice.choice((WHITE, (245, 245, 247), (30, 36, 60)))
    ink = WHITE if sum(ground) < 400 else (25, 25, 30)
    tile = Image.new("RGBA", (wide, high), (*ground, 255))
    pen = ImageDraw.Draw(tile)
    rank, metal = dice.choice(
        (("GOLD", GOLD), ("SILVER", (170, 175, 185)), ("BRONZE", (180, 115, 60)), ("ELITE", GOLD))
    )
    fields: dict[str, list[tuple[float, float]]] = {
        "corner": [(wide, 0), (wide, high), (wide * 0.55, high)],
        "side": [(wide * 0.7, 0), (wide, 0), (wide, high), (wide * 0.64, high)],
        "foot": [(0, high * 0.68), (wide, high * 0.68), (wide, high), (0, high)],
    }
    field = dice.choice(list(fields))
    pen.polygon(fields[field], metal)
    dark = tint(metal, -0.4)
    x, y = {"corner": (0.86, 0.78), "side": (0.83, 0.5), "foot": (0.5, 0.84)}[field]
    put(tile, letters(rank, 44, dice.choice((WHITE, dark))), wide * x, high * y)
    low = 0.3 if field == "foot" else 0.5
    role = letters(dice.choice(("PARTNER", "RESELLER", "Certified Partner")), 40, ink)
    words = above(_house(dice, ink, 60), role, 16, left=True)
    put(tile, fitted(words, wide * 0.5, high * 0.56), wide * 0.31, high * low)
    return tile


def _strip(dice: random.Random) -> Tile:
    """Return a row of four to seven badges."""
    draw: list[Callable[[random.Random], Tile]] = [_shield, _hexagon, _seal, _round_certificate]
    if dice.random() < 0.5:
        draw = [dice.choice(draw)]
    row = [fitted(dice.choice(draw)(dice), 200, 220) for _ in range(dice.randint(4, 7))]
    tile = row[0]
    gap = dice.uniform(30, 90)
    for other in row[1:]:
        tile = beside(tile, other, gap)
    edged = clear(tile.width + 120, tile.height + dice.uniform(20, 120))
    put(edged, tile, edged.width / 2, edged.height / 2)
    return edged


STYLES: dict[str, Callable[[random.Random], Tile]] = {
    "shield": _shield,
    "hexagon": _hexagon,
    "seal": _seal,
    "laurel": _laurel,
    "rating": _rating,
    "plate": _plate,
    "medal": _medal,
    "certificate": _round_certificate,
    "strip": _strip,
    "shield-again": _shield,
    "stack": _stack,
    "tier": _tier,
}
