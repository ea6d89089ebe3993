"""Decks in short: a line a slide, ``stance motif motif``, with flags and words where needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sowhat.model import (
    Block,
    Box,
    Deck,
    DeckKind,
    Gap,
    Motif,
    Origin,
    Party,
    Place,
    Profile,
    Purpose,
    Role,
    Side,
    Sign,
    Slide,
    Stance,
    Verdict,
)

FLAGS = {"hidden", "unsure", "unread", "step"}
NO_TEXT: Mapping[str, str] = {}


def deck_of(lines: Sequence[str], text: Mapping[str, str] = NO_TEXT) -> Deck:
    """Make the deck; ``text`` maps a slide's number to its lines, the first the headline."""
    slides = tuple(
        _slide(number, line, text.get(str(number), "")) for number, line in enumerate(lines, 1)
    )
    gaps = tuple(Gap("no-text", n) for n, line in enumerate(lines, 1) if "unread" in line.split())
    return Deck("deck.pptx", "0" * 64, DeckKind.PPTX, 960, 540, slides, gaps)


def verdicts_of(lines: Sequence[str]) -> tuple[Verdict, ...]:
    """Make the verdicts, each with one piece of evidence a motif."""
    return tuple(_verdict(number, line) for number, line in enumerate(lines, 1))


def profile_of(purpose: Purpose = Purpose.FIRST_MEETING) -> Profile:
    """Return the profile of the examples: Acme shows AcmeFlow."""
    return Profile(Party("Acme", (), Origin.GIVEN), Party(), ("AcmeFlow",), purpose)


def sign(slide: int, motif: Motif | None, quote: str | None = None, name: str = "") -> Sign:
    """Make a sign of a motif, or of the id ``name``."""
    place = Place(slide, box=Box(0.1, 0.1, 0.5, 0.2), quote=quote)
    return Sign(name or f"{motif}/x", "phrase", motif, side_of(motif), 1.0, "Because.", place)


def side_of(motif: Motif | None) -> Side:
    """Return the side of a motif by its place in the guide's list."""
    order = list(Motif)
    if motif is None or order.index(motif) >= order.index(Motif.TITLE):
        return Side.NEUTRAL
    vendor = order.index(motif) < order.index(Motif.PROBLEM)
    return Side.VENDOR if vendor else Side.CUSTOMER


def _slide(number: int, line: str, text: str) -> Slide:
    title, *body = text.split("\n")
    blocks = [Block(title, Role.TITLE, Box(0.1, 0.1, 0.9, 0.2))] if title else []
    for row, words in enumerate(body):
        top = 0.3 + 0.05 * row
        blocks.append(Block(words, Role.BODY, Box(0.1, top, 0.9, top + 0.05)))
    flags = line.split()
    step_of = number + 1 if "step" in flags else None
    return Slide(number, title, tuple(blocks), hidden="hidden" in flags, step_of=step_of)


def _verdict(number: int, line: str) -> Verdict:
    stance, *rest = line.split()
    motifs = tuple(Motif(word) for word in rest if word not in FLAGS)
    evidence = tuple(sign(number, motif) for motif in motifs)
    unsure = "unsure" in rest
    confidence = 0.4 if unsure else 0.9
    chances = (0.4, 0.2, 0.2, 0.2)
    return Verdict(number, Stance(stance), motifs, confidence, unsure, chances, evidence)
