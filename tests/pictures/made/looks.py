"""Pictures that look like walls and badges and are none, and single marks of companies."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator

from PIL import Image, ImageDraw

from tests.pictures.made.sheet import BLACK, WHITE, Colour, Made, bright, name, sentence, tint
from tests.pictures.made.tiles import (
    Tile,
    above,
    choose,
    clear,
    company,
    face,
    fitted,
    flat,
    icon,
    inked,
    letters,
    photo,
    put,
    rounded,
    worn,
)

GREY: Colour = (110, 115, 125)


def looks(count: int, seed: int = 5) -> Iterator[Made]:
    """Draw so many pictures that are neither wall nor badge nor mark; ``kind`` is what they are."""
    styles = list(STYLES)
    for number in range(count):
        dice = random.Random(f"{seed}-look-{number}")
        style = styles[number % len(styles)]
        kind, draw = STYLES[style]
        tile = draw(dice)
        dark = style in DARK and dice.random() < 0.2
        image: Image.Image = tile
        if style.split("-")[0] not in CLEAR or dice.random() < 0.3:
            image = worn(flat(tile, (24, 28, 44) if dark else WHITE), choose(dice), dice)
        yield Made(f"look-{style}-{number}", kind, image, ())


def logos(count: int, seed: int = 5) -> Iterator[Made]:
    """Draw so many single marks of companies."""
    for number in range(count):
        dice = random.Random(f"{seed}-logo-{number}")
        mark = company(dice)
        edge = dice.choice((0, 0, 0.05, 0.3)) * mark.width
        tile = clear(mark.width + edge, mark.height + edge)
        put(tile, mark, tile.width / 2, tile.height / 2)
        if dice.random() < 0.15:
            tile = inked(tile, dice.choice((WHITE, GREY)))
        image: Image.Image = fitted(tile, *(dice.choice((160, 300, 600)),) * 2)
        if dice.random() < 0.35:
            image = worn(flat(image, WHITE), choose(dice, ("", "jpeg")), dice)
        yield Made(f"logo-{number}", "logo", image, ())


def _page(dice: random.Random) -> Tile:
    return clear(dice.choice((800, 960, 1200)), dice.choice((450, 540, 620)))


def _places(
    tile: Tile, columns: int, rows: int, top: float = 0
) -> list[tuple[float, float, float, float]]:
    wide, high = tile.width / columns, (tile.height - top) / rows
    return [
        (column * wide, top + row * high, (column + 1) * wide, top + (row + 1) * high)
        for row in range(rows)
        for column in range(columns)
    ]


def _icons(dice: random.Random) -> Tile:
    """Return a grid of icons of one set, with or without words under each."""
    tile, colour = _page(dice), bright(dice)
    columns, rows = dice.randint(3, 6), dice.randint(1, 3)
    worded, held = dice.random() < 0.7, dice.random() < 0.4
    size = min(tile.width / columns, tile.height / rows) * 0.36
    for x0, y0, x1, y1 in _places(tile, columns, rows):
        sign = fitted(icon(dice, WHITE if held else colour), size, size)
        if held:
            plate = clear(size * 1.7, size * 1.7)
            ImageDraw.Draw(plate).ellipse((0, 0, plate.width - 1, plate.height - 1), colour)
            put(plate, sign, plate.width / 2, plate.height / 2)
            sign = plate
        if worded:
            words = above(
                letters(sentence(dice, dice.choice((1, 2))), 19, GREY, "Carlito-Bold"),
                letters(sentence(dice, dice.choice((3, 4))), 15, GREY, "Carlito-Regular"),
                6,
            )
            sign = above(sign, words, 12)
        put(tile, sign, (x0 + x1) / 2, (y0 + y1) / 2)
    return tile


def _photos(dice: random.Random) -> Tile:
    tile = _page(dice)
    gap = dice.choice((4, 14, 40))
    for x0, y0, x1, y1 in _places(tile, dice.randint(2, 4), dice.randint(1, 3)):
        image = photo(dice, round(x1 - x0 - gap), round(y1 - y0 - gap))
        put(tile, image.convert("RGBA"), (x0 + x1) / 2, (y0 + y1) / 2)
    return tile


def _people(dice: random.Random) -> Tile:
    tile = _page(dice)
    columns, rows = dice.randint(3, 6), dice.randint(1, 2)
    size = min(tile.width / columns, tile.height / rows) * 0.6
    cut = dice.random() < 0.7
    for x0, y0, x1, y1 in _places(tile, columns, rows):
        head = fitted(face(dice), size, size)
        words = above(letters(name(dice), 20, BLACK), letters(sentence(dice, 2), 16, GREY), 6)
        put(tile, above(rounded(head) if cut else head, words, 10), (x0 + x1) / 2, (y0 + y1) / 2)
    return tile


def _process(dice: random.Random) -> Tile:
    """Return boxes with words, and arrows between them."""
    tile, colour = _page(dice), bright(dice)
    pen, many = ImageDraw.Draw(tile), dice.random() < 0.4
    places = _places(tile, dice.randint(3, 5), dice.randint(1, 3))
    joined = dice.random() < 0.7
    for at, (x0, y0, x1, y1) in enumerate(places):
        hue = bright(dice) if many else colour
        wide, high = (x1 - x0) * 0.3, min(y1 - y0, 150) * 0.3
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        if joined and at + 1 < len(places) and places[at + 1][1] == y0:
            pen.line((x, y, x + (x1 - x0), y), GREY, 3)
            pen.polygon(((x1 + 20, y), (x1 + 4, y - 8), (x1 + 4, y + 8)), GREY)
        pen.rounded_rectangle((x - wide, y - high, x + wide, y + high), dice.choice((0, 10)), hue)
        put(tile, fitted(letters(sentence(dice, 2), 22, WHITE), wide * 1.7, high), x, y)
    return tile


def _outlined(dice: random.Random) -> Tile:
    """Return hollow boxes with words in them, joined by lines."""
    tile = _page(dice)
    pen = ImageDraw.Draw(tile)
    places = _places(tile, dice.randint(3, 5), dice.randint(2, 4))
    middles = [((x0 + x1) / 2, (y0 + y1) / 2) for x0, y0, x1, y1 in places]
    for start in middles:
        if dice.random() < 0.6:
            pen.line((*start, *dice.choice(middles)), GREY, 2)
    for (x0, _, x1, _), (x, y) in zip(places, middles, strict=True):
        wide = (x1 - x0) * 0.32
        pen.rectangle((x - wide, y - 26, x + wide, y + 26), WHITE, BLACK, 2)
        put(tile, fitted(letters(sentence(dice, 2), 20, BLACK), wide * 1.7, 22), x, y)
    return tile


def _table(dice: random.Random) -> Tile:
    """Return a table of words and numbers, ruled or not."""
    tile = _page(dice)
    pen, columns, rows = ImageDraw.Draw(tile), dice.randint(3, 7), dice.randint(4, 9)
    ruled, headed = dice.choice(("", "rows", "all")), dice.random() < 0.6
    colour = bright(dice)
    for at, (x0, y0, x1, y1) in enumerate(_places(tile, columns, rows)):
        if headed and at < columns:
            pen.rectangle((x0, y0, x1, y1), colour)
        if ruled:
            pen.line((x0, y1, x1, y1), (190, 190, 195), 2)
        if ruled == "all":
            pen.line((x1, y0, x1, y1), (190, 190, 195), 2)
        words = sentence(dice, dice.choice((1, 2)))
        if at % columns and dice.random() < 0.6:
            words = f"{dice.uniform(0, 900):.1f}"
        sign = letters(words, 20, WHITE if headed and at < columns else BLACK, "Arimo-Regular")
        put(tile, sign, x0 + 12 + sign.width / 2, (y0 + y1) / 2)
    return tile


def _cloud(dice: random.Random) -> Tile:
    """Return a cloud of words, large and small, close to each other."""
    tile = _page(dice)
    taken: list[tuple[float, float, float, float]] = []
    hues = [bright(dice) for _ in range(dice.choice((1, 3, 5)))]
    for size in (90, 70, 56, 44, 44, 36, 36, 30, 30, *(24,) * 14, *(18,) * 30):
        words = letters(sentence(dice, 1).lower(), size, dice.choice(hues), "Arimo-Bold")
        if dice.random() < 0.2:
            words = words.rotate(90, expand=True)
        for _ in range(60):
            x = dice.gauss(tile.width / 2, tile.width / 6)
            y = dice.gauss(tile.height / 2, tile.height / 6)
            box = (
                x - words.width / 2,
                y - words.height / 2,
                x + words.width / 2,
                y + words.height / 2,
            )
            if box[0] < 0 or box[1] < 0 or box[2] > tile.width or box[3] > tile.height:
                continue
            if all(
                box[0] > other[2] + 3
                or box[2] < other[0] - 3
                or box[1] > other[3]
                or box[3] < other[1]
                for other in taken
            ):
                put(tile, words, x, y)
                taken.append(box)
                break
    return tile


def _keys(dice: random.Random) -> Tile:
    """Return a keyboard of boxes: capabilities, functions, a heat map."""
    tile = _page(dice)
    pen, hues = ImageDraw.Draw(tile), [bright(dice) for _ in range(dice.choice((1, 2, 4)))]
    worded = dice.random() < 0.75
    gap = dice.choice((3, 8, 16))
    for x0, y0, x1, y1 in _places(tile, dice.randint(4, 9), dice.randint(3, 7)):
        pen.rectangle((x0 + gap, y0 + gap, x1 - gap, y1 - gap), dice.choice(hues))
        if worded:
            words = letters(sentence(dice, dice.choice((1, 2))), 18, WHITE)
            put(tile, fitted(words, x1 - x0 - 3 * gap - 6, 16), (x0 + x1) / 2, (y0 + y1) / 2)
    return tile


def _figures(dice: random.Random) -> Tile:
    """Return large numbers with words under each."""
    tile, colour = _page(dice), bright(dice)
    pen, boxed = ImageDraw.Draw(tile), dice.random() < 0.4
    for x0, y0, x1, y1 in _places(tile, dice.randint(3, 5), dice.choice((1, 2))):
        if boxed:
            box = (x0 + 12, y0 + 12, x1 - 12, y1 - 12)
            pen.rounded_rectangle(box, 10, (242, 244, 248), (205, 210, 220), 2)
        number = dice.choice(
            (f"{dice.randint(2, 99)}%", f"{dice.randint(2, 40)}x", f"${dice.randint(1, 90)}M")
        )
        words = above(letters(number, 60, colour), letters(sentence(dice, 3), 18, GREY), 14)
        put(tile, words, (x0 + x1) / 2, (y0 + y1) / 2)
    return tile


def _columns(dice: random.Random) -> Tile:
    """Return columns of short lines under headings."""
    tile = _page(dice)
    for x0, y0, x1, y1 in _places(tile, dice.randint(2, 4), 1):
        block = letters(sentence(dice, 2), 26, bright(dice))
        for _ in range(dice.randint(4, 8)):
            line = letters("• " + sentence(dice, dice.randint(3, 6)), 18, BLACK, "Arimo-Regular")
            block = above(block, line, dice.choice((12, 20)), left=True)
        put(tile, fitted(block, x1 - x0 - 30, tile.height * 0.9), (x0 + x1) / 2, (y0 + y1) / 2)
    return tile


def _bars(dice: random.Random) -> Tile:
    tile = _page(dice)
    pen, hues = ImageDraw.Draw(tile), [bright(dice) for _ in range(dice.choice((1, 2, 3)))]
    count, low = dice.randint(4, 10), tile.height - 60
    pen.line((60, 20, 60, low), GREY, 2)
    pen.line((60, low, tile.width - 20, low), GREY, 2)
    step = (tile.width - 100) / count
    for at in range(count):
        x = 80 + at * step
        for of, hue in enumerate(hues):
            wide = step * 0.7 / len(hues)
            pen.rectangle(
                (x + of * wide, low - dice.uniform(30, low - 60), x + (of + 1) * wide - 2, low), hue
            )
        put(tile, letters(f"Q{at + 1}", 18, GREY), x + step * 0.35, low + 20)
    for at in range(5):
        put(tile, letters(str(at * 20), 16, GREY), 36, low - at * (low - 40) / 5)
    return tile


def _curves(dice: random.Random) -> Tile:
    tile = _page(dice)
    pen, low = ImageDraw.Draw(tile), tile.height - 50
    pen.line((60, 20, 60, low), BLACK, 2)
    pen.line((60, low, tile.width - 20, low), BLACK, 2)
    for _ in range(dice.randint(1, 4)):
        y, points, hue = dice.uniform(100, low), [], bright(dice)
        for x in range(60, tile.width - 20, 12):
            y = min(low, max(20, y + dice.gauss(-2, 14)))
            points.append((x, y))
        pen.line(points, hue, 4, joint="curve")
    for at in range(6):
        put(tile, letters(str(2018 + at), 17, GREY), 80 + at * (tile.width - 140) / 5, low + 22)
    return tile


def _pie(dice: random.Random) -> Tile:
    tile = _page(dice)
    pen, high, start = ImageDraw.Draw(tile), tile.height, 0.0
    for at in range(dice.randint(3, 6)):
        share, hue = dice.uniform(30, 110), bright(dice)
        pen.pieslice((40, 40, high - 40, high - 40), start, min(360, start + share), hue)
        start += share
        pen.rectangle((high + 20, 60 + at * 50, high + 44, 84 + at * 50), hue)
        sign = letters(sentence(dice, 2), 22, BLACK, "Arimo-Regular")
        put(tile, sign, high + 60 + sign.width / 2, 72 + at * 50)
    return tile


def _window(dice: random.Random) -> Tile:
    """Return a program's window: a bar, a list at the side, cards, a table."""
    tile = clear(1000, 620)
    pen, colour = ImageDraw.Draw(tile), bright(dice)
    pen.rectangle((0, 0, 1000, 620), (245, 246, 248))
    pen.rectangle((0, 0, 1000, 44), colour)
    pen.rectangle((0, 44, 190, 620), tint(colour, -0.6) if dice.random() < 0.5 else WHITE)
    for row in range(9):
        put(tile, letters(sentence(dice, 2), 16, GREY, "Arimo-Regular"), 90, 80 + row * 38)
    for at in range(3):
        x = 210 + at * 262
        pen.rectangle((x, 64, x + 245, 190), WHITE, (215, 218, 224), 1)
        put(tile, letters(f"{dice.randint(100, 9999):,}", 38, BLACK), x + 90, 120)
        put(tile, letters(sentence(dice, 2), 14, GREY), x + 80, 165)
    pen.rectangle((210, 210, 977, 600), WHITE, (215, 218, 224), 1)
    for row in range(9):
        for column in range(5):
            words = letters(sentence(dice, 1), 15, BLACK, "Arimo-Regular")
            put(tile, words, 280 + column * 150, 240 + row * 40)
        pen.line((210, 260 + row * 40, 977, 260 + row * 40), (228, 230, 235), 1)
    return tile


def _wheel(dice: random.Random) -> Tile:
    """Return stations around a middle, as cycles and ecosystems are drawn."""
    tile = _page(dice)
    pen, x, y = ImageDraw.Draw(tile), tile.width / 2, tile.height / 2
    count, reach = dice.randint(4, 8), tile.height * 0.36
    if dice.random() < 0.6:
        pen.ellipse((x - reach, y - reach, x + reach, y + reach), None, GREY, 3)
    put(tile, letters(sentence(dice, 1), 30, BLACK), x, y)
    for at in range(count):
        by = 2 * math.pi * at / count
        cx, cy, hue = x + reach * 1.3 * math.sin(by), y - reach * math.cos(by), bright(dice)
        pen.ellipse((cx - 48, cy - 48, cx + 48, cy + 48), hue)
        put(tile, fitted(letters(sentence(dice, 1), 22, WHITE), 76, 20), cx, cy)
    return tile


def _one_photo(dice: random.Random) -> Tile:
    return photo(dice, dice.choice((600, 900)), dice.choice((400, 600))).convert("RGBA")


def _one_icon(dice: random.Random) -> Tile:
    tile = clear(200, 200)
    put(tile, icon(dice, bright(dice), 180), 100, 100)
    return tile


def _document(dice: random.Random) -> Tile:
    """Return a page of words: headings, paragraphs, lists, a contents page."""
    tile = clear(600, dice.choice((780, 848)))
    y, edge = 50.0, dice.choice((50, 70))
    contents = dice.random() < 0.4
    while y < tile.height - 60:
        heading = dice.random() < 0.18
        words = sentence(dice, dice.randint(2, 4) if heading or contents else dice.randint(6, 11))
        sign = letters(
            words, 20 if heading else 13, BLACK, "Tinos-Bold" if heading else "Tinos-Regular"
        )
        indent = edge + (30 if contents and not heading else 0)
        put(tile, sign, indent + sign.width / 2, y)
        if contents and not heading:
            put(tile, letters(str(dice.randint(1, 60)), 13, BLACK), tile.width - edge, y)
        y += dice.choice((34, 60)) if heading else dice.choice((20, 20, 20, 36))
    return tile


def _code(dice: random.Random) -> Tile:
    """Return lines of a program."""
    tile, hues = (
        clear(dice.choice((500, 800)), dice.choice((300, 420))),
        [bright(dice) for _ in range(3)],
    )
    size = dice.choice((18, 24, 30))
    y, indent = size * 1.2, 0
    while y < tile.height - size:
        x = 20 + indent * size * 1.5
        for word in sentence(dice, dice.randint(1, 5)).lower().split():
            sign = letters(
                word + dice.choice((" =", "()", ".", ",", "")),
                size,
                dice.choice((BLACK, *hues)),
                "Cousine-Regular",
            )
            put(tile, sign, x + sign.width / 2, y)
            x += sign.width + size * 0.6
        indent = max(0, min(3, indent + dice.choice((-1, 0, 0, 1))))
        y += size * dice.choice((1.5, 1.5, 3))
    return tile


def _poster(dice: random.Random) -> Tile:
    """Return a flyer: a coloured head, a photograph, points with icons."""
    tile, colour = clear(560, 790), bright(dice)
    pen, dark = ImageDraw.Draw(tile), dice.random() < 0.4
    pen.rectangle((0, 0, 560, 790), tint(colour, -0.6) if dark else WHITE)
    pen.polygon([(0, 0), (560, 0), (560, 90), (0, dice.choice((90, 200)))], colour)
    if dice.random() < 0.7:
        image = photo(dice, 260, dice.choice((200, 360))).convert("RGBA")
        put(tile, image, 430, dice.choice((230, 560)))
    ink = WHITE if dark else BLACK
    put(tile, letters(sentence(dice, 2).upper(), 40, WHITE), 280, 46)
    for row in range(dice.randint(3, 6)):
        y = 250 + row * 84
        put(tile, fitted(icon(dice, colour), 46, 46), 50, y)
        line = letters(sentence(dice, 4), 19, ink)
        put(tile, above(line, letters(sentence(dice, 5), 13, GREY), 8, left=True), 230, y)
    return tile


def _shape(dice: random.Random) -> Tile:
    """Return a shape that only decorates."""
    width, height = dice.choice(((600, 90), (400, 300), (300, 400), (500, 500), (700, 40)))
    tile, colour = clear(width, height), bright(dice)
    pen, form = ImageDraw.Draw(tile), dice.randrange(6)
    if form == 0:
        lean = width // 8
        pen.polygon([(lean, 0), (width, 0), (width - lean, height), (0, height)], colour)
    elif form == 1:
        for x in range(6, width, 22):
            for y in range(6, height, 22):
                size = 1 + 5 * abs(math.sin(x / 90 + y / 140))
                pen.ellipse((x - size, y - size, x + size, y + size), colour)
    elif form == 2:
        for step in range(60):
            hue = tint(colour, step / 62)
            pen.rectangle((step * width / 60, 0, (step + 1) * width / 60, height), hue)
    elif form == 3:
        places = [(x, height / 2 + height / 3 * math.sin(x / 70)) for x in range(0, width, 6)]
        pen.polygon([*places, (width, height), (0, height)], colour)
    elif form == 4:
        pen.ellipse((2, 2, width - 2, height - 2), tint(colour, 0.5))
    else:
        pen.line([(4, 4), (4, height - 6), (width - 4, height - 6)], colour, 5)
    return tile


def _plate_icon(dice: random.Random) -> Tile:
    """Return one icon in a ring, on a disc or on a tile."""
    tile, colour = clear(300, 300), bright(dice)
    pen, form = ImageDraw.Draw(tile), dice.randrange(4)
    ink = WHITE
    if form == 0:
        pen.ellipse((4, 4, 296, 296), tint(colour, 0.85), colour, 16)
        ink = colour
    elif form == 1:
        pen.ellipse((4, 4, 296, 296), colour)
    elif form == 2:
        pen.rounded_rectangle((4, 4, 296, 296), 50, colour)
    else:
        pen.rounded_rectangle((50, 4, 250, 296), 20, (60, 66, 80))
        pen.rectangle((62, 40, 238, 250), tint(colour, 0.4))
    put(tile, icon(dice, ink, dice.choice((130, 180))), 150, 150)
    return tile


def _portrait(dice: random.Random) -> Tile:
    head = face(dice, 300)
    return rounded(head) if dice.random() < 0.5 else head


LANDS = (
    *((180, 140, 120), (250, 340, 90), (480, 130, 90)),
    *((500, 300, 110), (700, 150, 150), (780, 370, 60)),
)


def _map(dice: random.Random) -> Tile:
    """Return land with ragged shores, and places on it."""
    tile, land = clear(900, 480), dice.choice(((200, 205, 212), (150, 190, 160), bright(dice)))
    pen = ImageDraw.Draw(tile)
    for x, y, reach in (
        (180, 140, 120),
        (250, 340, 90),
        (480, 130, 90),
        (500, 300, 110),
        (700, 150, 150),
        (780, 370, 60),
    ):
        shore = []
        for step in range(60):
            by, out = 2 * math.pi * step / 60, reach * dice.uniform(0.6, 1.15)
            shore.append((x + 1.2 * out * math.sin(by), y + 0.8 * out * math.cos(by)))
        pen.polygon(shore, land, WHITE)
    for _ in range(dice.randint(0, 12)):
        at, down = dice.uniform(80, 820), dice.uniform(60, 420)
        pen.ellipse((at - 6, down - 6, at + 6, down + 6), bright(dice))
    return tile


def _slide(dice: random.Random) -> Tile:
    """Return a slide: a heading, points, a mark in a corner, perhaps a picture at the side."""
    tile = clear(960, 540)
    heading = letters(sentence(dice, 5), 38, bright(dice))
    put(tile, heading, 50 + heading.width / 2, 60)
    for row in range(dice.randint(2, 6)):
        line = letters("• " + sentence(dice, dice.randint(3, 8)), 22, BLACK, "Arimo-Regular")
        put(tile, line, 60 + line.width / 2, 140 + row * 56)
    if dice.random() < 0.5:
        put(tile, photo(dice, 300, 300).convert("RGBA"), 790, 280)
    put(tile, fitted(company(dice), 120, 40), 870, 505)
    return tile


STYLES: dict[str, tuple[str, Callable[[random.Random], Tile]]] = {
    "icons": ("icon", _icons),
    "photos": ("photo", _photos),
    "people": ("people", _people),
    "process": ("diagram", _process),
    "outlined": ("diagram", _outlined),
    "table": ("diagram", _table),
    "cloud": ("diagram", _cloud),
    "keys": ("diagram", _keys),
    "figures": ("diagram", _figures),
    "columns": ("diagram", _columns),
    "bars": ("chart", _bars),
    "curves": ("chart", _curves),
    "pie": ("chart", _pie),
    "window": ("screenshot", _window),
    "wheel": ("diagram", _wheel),
    "photo": ("photo", _one_photo),
    "icon": ("icon", _one_icon),
    "icons-again": ("icon", _icons),
    "cloud-again": ("diagram", _cloud),
    "process-again": ("diagram", _process),
    "document": ("diagram", _document),
    "code": ("screenshot", _code),
    "poster": ("diagram", _poster),
    "shape": ("decoration", _shape),
    "plate-icon": ("icon", _plate_icon),
    "portrait": ("people", _portrait),
    "map": ("map", _map),
    "slide": ("diagram", _slide),
    "shape-again": ("decoration", _shape),
    "plate-icon-again": ("icon", _plate_icon),
}
DARK = ("figures", "wheel", "cloud", "keys", "icons")
CLEAR = ("shape", "plate", "portrait", "map", "icon")
