"""What the order of a deck needs to know of each slide."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sowhat.advise.numbered import listed, step, together
from sowhat.model import Deck, Motif, Side, Slide, Stance, Verdict
from sowhat.rules import Rules
from sowhat.rules.order import load_order

UNTITLED = 2  # slides without a headline that may stand between two parts


class Kind(StrEnum):
    """What a slide is for the order of the others."""

    PLAIN = "plain"
    TITLE = "title"
    AGENDA = "agenda"
    LEGAL = "legal"
    CLOSING = "closing"
    DIVIDER = "divider"
    APPENDIX = "appendix"  # the divider of one


_KINDS = {
    Motif.TITLE: Kind.TITLE,
    Motif.AGENDA: Kind.AGENDA,
    Motif.LEGAL: Kind.LEGAL,
    Motif.CLOSING: Kind.CLOSING,
    Motif.DIVIDER: Kind.DIVIDER,
}


class Tie(StrEnum):
    """Why a slide stands behind the one before it and nowhere else."""

    STEP = "step"
    PART = "part"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Card:
    """A slide: its kind, the rank of its group (None: it stays near its neighbours), whether it is
    the customer's for sure, or both sides', and why it may not leave the slide before it."""

    slide: int
    kind: Kind
    rank: int | None
    theirs: bool = False
    both: bool = False
    title: str = ""
    tie: Tie | None = None


def cards(deck: Deck, verdicts: Sequence[Verdict], rules: Rules) -> tuple[Card, ...]:
    """Return a card a slide, in the deck's order; ``verdicts[i]`` belongs to slide i + 1."""
    steps = dict.fromkeys(_steps(deck), Tie.STEP)
    hidden = {slide.number: Tie.HIDDEN for slide in deck.slides[1:] if slide.hidden}
    ties: Mapping[int, Tie] = steps | hidden
    made = (
        _card(slide, verdict, rules) for slide, verdict in zip(deck.slides, verdicts, strict=True)
    )
    return tied([replace(card, tie=ties.get(card.slide)) for card in made])


def tied(cards: Sequence[Card]) -> tuple[Card, ...]:
    """Return the cards with the parts that are numbered tied to each other, as they stand now."""
    parts = {*_parts(cards), *_spread(cards)}
    return tuple(
        card if card.tie in (Tie.STEP, Tie.HIDDEN) else replace(card, tie=_part(card, parts))
        for card in cards
    )


def _part(card: Card, parts: Collection[int]) -> Tie | None:
    return Tie.PART if card.slide in parts else None


def _card(slide: Slide, verdict: Verdict, rules: Rules) -> Card:
    if slide.hidden:
        return Card(slide.number, Kind.PLAIN, None)
    kind = _kind(slide, verdict)
    theirs = verdict.stance is Stance.CUSTOMER and not verdict.unsure
    both = verdict.stance is Stance.MIXED and not verdict.unsure
    moves = kind is Kind.PLAIN and verdict.stance is not Stance.NEUTRAL and not verdict.unsure
    rank = _rank(verdict, rules) if moves else None
    return Card(slide.number, kind, rank, theirs, both, slide.title)


def _kind(slide: Slide, verdict: Verdict) -> Kind:
    if load_order().begins_appendix(slide.title):
        return Kind.APPENDIX
    if slide.number == 1 and Motif.TITLE in verdict.motifs:
        return Kind.TITLE
    return _KINDS.get(verdict.motif, Kind.PLAIN)


def _rank(verdict: Verdict, rules: Rules) -> int:
    """Return the rank of the first motif of the stance's own side; of both, for both."""
    order = load_order()
    side = {Stance.VENDOR: Side.VENDOR, Stance.CUSTOMER: Side.CUSTOMER}.get(verdict.stance)
    for motif in verdict.motifs:
        rank = order.rank_of(motif)
        if rank is not None and side in (None, rules.motifs[motif].side):
            return rank
    theirs = verdict.stance is Stance.CUSTOMER
    return order.rank(order.roles.customer if theirs else order.roles.vendor)


def _steps(deck: Deck) -> Iterator[int]:
    """Yield the slides that follow a step which builds up to them, or to a later one."""
    for slide in deck.slides:
        if slide.step_of is not None:
            yield from range(slide.number + 1, slide.step_of + 1)


def _parts(cards: Sequence[Card]) -> Iterator[int]:
    """Yield the slides that belong to the numbered part before them."""
    last: Card | None = None
    between: list[int] = []
    for card in cards:
        plain = card.kind is Kind.PLAIN
        if card.tie is Tie.HIDDEN:
            continue
        if plain and not card.title and last is not None and len(between) < UNTITLED:
            between.append(card.slide)
            continue
        if plain and last is not None and _belong(last, card):
            yield from (*between, card.slide)
        last, between = (card if plain and card.title else None), []


def _spread(cards: Sequence[Card]) -> Iterator[int]:
    """Yield what follows the first of numbered steps up to the last, as far as no divider comes
    between: what stands between two steps belongs to the first of them."""
    last: dict[str, tuple[int, int]] = {}
    for index, card in enumerate(cards):
        if card.kind is not Kind.PLAIN:
            last = {}
        mark = step(card.title)
        if mark is None:
            continue
        at, number = last.get(mark.stem, (index, 0))
        if mark.number == number + 1:
            yield from (one.slide for one in cards[at + 1 : index + 1])
        last[mark.stem] = index, mark.number


def _belong(card: Card, following: Card) -> bool:
    same = card.rank == following.rank is not None
    titles = card.title, following.title
    return together(*titles) or (same and listed(*titles))
