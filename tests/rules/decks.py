"""Example slides of the rules as decks of the plain model."""

from __future__ import annotations

from sowhat.model import (
    Block,
    Box,
    Deck,
    DeckKind,
    Origin,
    Party,
    Picture,
    PictureOrigin,
    Profile,
    Role,
    Slide,
)
from sowhat.rules import SlideExample

FILLER = Slide(number=1, title="Something else", blocks=())


def slide(example: SlideExample, number: int) -> Slide:
    """Lay the example out: the title on top, a line a block, pictures in rows of six."""
    blocks = []
    if example.title:
        blocks.append(Block(example.title, Role.TITLE, Box(0.05, 0.05, 0.95, 0.15)))
    for row, line in enumerate(example.body):
        top = 0.2 + 0.05 * row
        blocks.append(Block(line, Role.BODY, Box(0.05, top, 0.95, top + 0.05), group=1))
    pictures = tuple(
        Picture(_cell(index), PictureOrigin.IMAGE, sha256=f"{index:064x}")
        for index in range(example.pictures)
    )
    return Slide(number, example.title, tuple(blocks), pictures)


def _cell(index: int) -> Box:
    column, row = index % 6, index // 6
    wide = (0.06, 0.1, 0.13)[index % 3]  # marks differ in shape
    left, top = 0.05 + 0.15 * column, 0.5 + 0.1 * row
    return Box(left, top, left + wide, top + 0.06)


def deck(example: SlideExample) -> tuple[Deck, Profile, int]:
    """Return a deck of nine slides with the example at its place, its profile, and its index."""
    index = {"first": 0, "middle": 4, "last": 8}[example.position]
    slides = tuple(slide(example, i + 1) if i == index else Slide(number=i + 1) for i in range(9))
    profile = Profile(
        vendor=Party(example.vendor or None, (), Origin.GIVEN),
        customer=Party(example.customer or None, (), Origin.GIVEN),
        products=example.products,
    )
    return Deck("x.pptx", "0" * 64, DeckKind.PPTX, 960, 540, slides), profile, index
