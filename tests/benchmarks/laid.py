"""Written decks laid out as decks: the words get places and sizes such as a template gives them."""

from __future__ import annotations

from sowhat.model import (
    Block,
    Box,
    Deck,
    DeckKind,
    Origin,
    Party,
    Picture,
    PictureKind,
    PictureOrigin,
    Profile,
    Role,
    Run,
    Slide,
    Source,
)
from tests.benchmarks.written import WrittenDeck, WrittenSlide

WIDTH, HEIGHT = 960.0, 540.0  # points
_MANY_LINES = 9  # from here on a template sets them small
_LOGO = (200, 80)  # pixels


def laid_out(deck: WrittenDeck) -> Deck:
    """Return the deck as a reader would: a title, lines below each other, pictures at the side."""
    slides = tuple(_slide(number, slide) for number, slide in enumerate(deck.slides, 1))
    return Deck(f"{deck.id}.pptx", "0" * 64, DeckKind.PPTX, WIDTH, HEIGHT, slides)


def facts(deck: WrittenDeck) -> Profile:
    """Return the parties and products as the deck's writer named them."""
    short = deck.vendor.split()[0] if len(deck.vendor.split()) > 1 else ""
    vendor = Party(deck.vendor, (short,) if len(short) > 4 else (), Origin.GIVEN)
    customer = Party(deck.customer, (), Origin.GIVEN) if deck.customer else Party()
    return Profile(vendor, customer, deck.products)


def _slide(number: int, slide: WrittenSlide) -> Slide:
    blocks = []
    if slide.title:
        box = Box(0.05, 0.05, 0.95, 0.15)
        blocks.append(Block(slide.title, Role.TITLE, box, runs=(Run(slide.title, 32.0),)))
    step = min(0.06, 0.75 / max(len(slide.lines), 1))
    size = 18.0 if len(slide.lines) < _MANY_LINES else 12.0
    for index, line in enumerate(slide.lines):
        top = 0.2 + step * index
        box = Box(0.06, top, 0.94, top + step * 0.98)
        blocks.append(Block(line, Role.BODY, box, group=1, runs=(Run(line, size),)))
    return Slide(
        number,
        slide.title,
        tuple(blocks),
        tuple(_picture(number, index, kind) for index, kind in enumerate(slide.pictures)),
        tuple(Block(note, Role.NOTES, None, source=Source.NOTES) for note in slide.notes),
    )


def _picture(slide: int, index: int, kind: PictureKind) -> Picture:
    digest = f"{slide:04}{index:060x}"
    if kind is PictureKind.LOGO:  # in rows of six
        left, top = 0.1 + 0.13 * (index % 6), 0.5 + 0.1 * (index // 6)
        box = Box(left, top, left + (0.06, 0.1, 0.12)[index % 3], top + 0.06)
        return Picture(box, PictureOrigin.IMAGE, sha256=digest, pixels=_LOGO)
    origin = PictureOrigin.CHART if kind is PictureKind.CHART else PictureOrigin.IMAGE
    return Picture(Box(0.55, 0.25, 0.93, 0.85), origin, sha256=digest, pixels=(1200, 900))
