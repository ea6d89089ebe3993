"""A sheet of paper to draw made-up pictures on; it remembers its words and where they stand."""

from __future__ import annotations

import io
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from sowhat.model import Box
from sowhat.paths import resources
from sowhat.pictures.seen import Word

Colour = tuple[int, int, int]
Point = tuple[float, float]

WHITE: Colour = (255, 255, 255)
BLACK: Colour = (20, 20, 20)
EMPTY = (
    *("plan", "team", "cost", "slow", "data", "move", "early", "risk", "review"),
    *("market", "new", "small", "test", "value", "more", "less"),
)
BRIGHT: tuple[Colour, ...] = (
    *((31, 119, 180), (230, 110, 20), (40, 140, 70), (200, 40, 50), (110, 70, 170)),
    *((20, 60, 120), (0, 140, 150), (220, 60, 130), (90, 90, 90), (240, 170, 0)),
)

NAMES = (
    "Acmer",
    "Blue",
    "Soft",
    "Quantor",
    "Nimbusly",
    "Vexa",
    "Orbital",
    "Systems",
    "Trellisworks",
    "Kite",
    "Hexagraph",
    "Lumen",
    "North",
    "Brightwell",
    "Cobalt",
    "Labs",
    "Dataforge",
    "Everline",
    "Fjord",
    "Gantry",
    "Helio",
    "Inkstone",
    "Junipero",
    "Kestrel",
    "Loam",
    "Marrow",
    "Software",
    "Northgate",
    "Opaline",
    "Pikestaff",
    "Quarry",
    "Redwater",
    "Sable",
    "Tamarind",
    "Umber",
    "Verity",
    "Wren",
    "Xylo",
    "Yonder",
    "Zephyrine",
)


@cache
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(resources() / "fonts" / f"{name}.ttf"), size)


def tint(colour: Colour, by: float) -> Colour:
    """Return ``colour`` mixed with white, or with black where ``by`` is below zero."""
    other = 255 if by > 0 else 0
    red, green, blue = (round(part + (other - part) * abs(by)) for part in colour)
    return red, green, blue


def bright(dice: random.Random) -> Colour:
    """Return a strong colour."""
    return dice.choice(BRIGHT)


def name(dice: random.Random) -> str:
    """Return the name of a made-up company."""
    return " ".join(dice.sample(NAMES, dice.choice((1, 1, 1, 2))))


def sentence(dice: random.Random, words: int) -> str:
    """Return so many words that mean nothing."""
    return " ".join(dice.choices(EMPTY, k=words)).capitalize()


@dataclass
class Sheet:
    """Drawing in fractions of the sheet, so that one style fits every size."""

    dice: random.Random
    width: int = 900
    height: int = 900
    ground: Colour = WHITE
    face: str = "Arimo-Regular"
    words: list[Word] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.image = Image.new("RGB", (self.width * 2, self.height * 2), self.ground)
        self.pen = ImageDraw.Draw(self.image)

    @property
    def unit(self) -> float:
        """What one thousandth of the sheet's short side is in pixels."""
        return min(self.image.size) / 1000

    def at(self, x: float, y: float) -> Point:
        return x * self.image.width, y * self.image.height

    def line(self, points: Sequence[Point], colour: Colour, width: float = 2) -> None:
        thick = max(1, round(width * self.unit))
        self.pen.line([self.at(*point) for point in points], colour, thick, joint="curve")

    def dashed(self, start: Point, end: Point, colour: Colour, width: float = 2) -> None:
        parts = 40
        for part in range(0, parts, 2):
            ends = [part / parts, (part + 1) / parts]
            places = [
                (start[0] + (end[0] - start[0]) * at, start[1] + (end[1] - start[1]) * at)
                for at in ends
            ]
            self.line(places, colour, width)

    def arrow(self, start: Point, end: Point, colour: Colour, width: float = 3) -> None:
        self.line((start, end), colour, width)
        (x0, y0), (x1, y1) = self.at(*start), self.at(*end)
        turn, size = math.atan2(y1 - y0, x1 - x0), 5 * width * self.unit
        tip = [
            (x1 + size * math.cos(turn + by), y1 + size * math.sin(turn + by))
            for by in (0, 2.4, 3.9)
        ]
        self.pen.polygon(tip, colour)

    def rect(
        self,
        box: Sequence[float],
        fill: Colour | None = None,
        edge: Colour | None = None,
        width: float = 2,
        round_by: float = 0,
    ) -> None:
        x0, y0 = self.at(box[0], box[1])
        x1, y1 = self.at(box[2], box[3])
        thick = max(1, round(width * self.unit))
        self.pen.rounded_rectangle((x0, y0, x1, y1), round_by * self.unit, fill, edge, thick)

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        fill: Colour | None = None,
        edge: Colour | None = None,
        width: float = 2,
    ) -> None:
        """Draw a disc; ``radius`` in thousandths of the short side."""
        (cx, cy), by = self.at(x, y), radius * self.unit
        thick = max(1, round(width * self.unit))
        self.pen.ellipse((cx - by, cy - by, cx + by, cy + by), fill, edge, thick)

    def write(
        self,
        x: float,
        y: float,
        words: str,
        size: float = 22,
        colour: Colour = BLACK,
        anchor: str = "la",
        face: str | None = None,
    ) -> None:
        """Write at a point; ``size`` in thousandths of the short side."""
        letters = font(face or self.face, max(6, round(size * self.unit)))
        place = self.at(x, y)
        self.pen.text(place, words, colour, letters, anchor=anchor)
        self._remember(words, self.pen.textbbox(place, words, letters, anchor=anchor))

    def upwards(self, x: float, y: float, words: str, size: float, colour: Colour) -> None:
        """Write from bottom to top, in the middle of a point."""
        letters = font(self.face, max(6, round(size * self.unit)))
        left, top, right, bottom = letters.getbbox(words)
        strip = Image.new("L", (round(right - left) + 4, round(bottom - top) + 4), 0)
        ImageDraw.Draw(strip).text((2 - left, 2 - top), words, 255, letters)
        strip = strip.rotate(90, expand=True)
        cx, cy = self.at(x, y)
        corner = round(cx - strip.width / 2), round(cy - strip.height / 2)
        self.image.paste(Image.new("RGB", strip.size, colour), corner, strip)
        self._remember(words, (*corner, corner[0] + strip.width, corner[1] + strip.height))

    def _remember(self, words: str, box: Sequence[float]) -> None:
        wide, high = self.image.size
        place = Box(box[0] / wide, box[1] / high, box[2] / wide, box[3] / high)
        self.words.append(Word(words, place, 0.9))

    def done(self) -> Image.Image:
        """Return the picture, edges smooth."""
        return self.image.resize((self.width, self.height), Image.Resampling.LANCZOS)


@dataclass(frozen=True)
class Made:
    """A made-up picture with what it is ("analyst", "" for a look-alike) and its words."""

    name: str
    kind: str
    image: Image.Image
    words: tuple[Word, ...]


DAMAGE = ("none", "none", "none", "rotated", "small", "jpeg", "covered", "cropped", "noisy", "page")


def spoilt(sheet: Sheet, how: str, dice: random.Random) -> Image.Image:
    """Return the sheet's picture as it would come after a bad copy."""
    image = sheet.done()
    if how == "rotated":
        image = image.rotate(
            dice.choice((-1, 1)) * dice.uniform(0.6, 3.0),
            Image.Resampling.BICUBIC,
            expand=True,
            fillcolor=sheet.ground,
        )
    if how == "small":
        image.thumbnail((dice.randint(230, 330),) * 2, Image.Resampling.BICUBIC)
    if how == "jpeg":
        image = _squeezed(image, dice.randint(25, 45))
    if how == "covered":
        _cover(image, dice)
    if how == "cropped":
        left, top, right, bottom = (dice.uniform(0, 0.05) for _ in range(4))
        wide, high = image.size
        image = image.crop(
            (int(left * wide), int(top * high), int(wide - right * wide), int(high - bottom * high))
        )
    if how == "noisy":
        noise = Image.effect_noise(image.size, 18).convert("RGB")
        image = _squeezed(Image.blend(image, noise, 0.12), 60)
    if how == "page":
        image = _page(image, sheet, dice)
    return image


def _squeezed(image: Image.Image, quality: int) -> Image.Image:
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=quality)
    return Image.open(io.BytesIO(stream.getvalue())).convert("RGB")


def _cover(image: Image.Image, dice: random.Random) -> None:
    """Lay a box with words, or a ring, over a part."""
    pen, (wide, high) = ImageDraw.Draw(image), image.size
    x, y = dice.uniform(0.1, 0.6) * wide, dice.uniform(0.1, 0.7) * high
    if dice.random() < 0.5:
        pen.ellipse((x, y, x + 0.3 * wide, y + 0.15 * high), None, (220, 20, 30), 6)
        return
    pen.rectangle((x, y, x + 0.32 * wide, y + 0.2 * high), bright(dice))
    pen.text((x + 10, y + 10), "Now a leader!", WHITE, font("Arimo-Bold", round(0.04 * wide)))


def _page(image: Image.Image, sheet: Sheet, dice: random.Random) -> Image.Image:
    """Put the picture on a slide with a few lines of words beside it."""
    wide, high = 1280, 720
    page = Image.new("RGB", (wide, high), sheet.ground)
    pen = ImageDraw.Draw(page)
    ink = WHITE if sum(sheet.ground) < 380 else BLACK
    pen.text((40, 25), sentence(dice, 5), ink, font("Arimo-Bold", 44))
    image.thumbnail((700, 590), Image.Resampling.LANCZOS)
    page.paste(image, (wide - image.width - 20, 110))
    for row in range(dice.randint(2, 5)):
        pen.text((40, 170 + 80 * row), "• " + sentence(dice, 4), ink, font("Arimo-Regular", 28))
    return page
