"""A new order for a deck that puts the customer first, with the reason of each move."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from sowhat.advise.arrange import arranged
from sowhat.advise.cards import Card, Kind, Tie, cards
from sowhat.advise.gains import gains
from sowhat.advise.shape import Unit, atoms, sections, shape
from sowhat.measure import enough, flow, longest_kept
from sowhat.model import Cut, Deck, Move, Note, Order, Profile, Stance, Verdict
from sowhat.rules import Rules
from sowhat.rules.measures import load_measures
from sowhat.rules.order import load_order
from sowhat.texts import text

FIXED = 1000  # more than a deck has slides: rather all others move


def propose(
    deck: Deck,
    profile: Profile,
    verdicts: Sequence[Verdict],
    rules: Rules,
    cuts: Sequence[Cut] = (),
) -> Order:
    """Return the order to show the slides in; ``verdicts[i]`` belongs to slide i + 1.

    Title, agenda, legal notes and closing keep their places, dividers lead their sections, and
    build-ups and numbered parts stay together. Nothing moves where the deck's purpose sets the
    order, where nothing is about the customer, or where the new order would bring nothing that can
    be told (``gains``). Proposed again on a deck in the new order, nothing moves. What ``cuts``
    take out has its place, should it stay, but is no move.
    """
    made = cards(deck, verdicts, rules)
    numbers = tuple(card.slide for card in made)
    note = _note(deck, profile, made, verdicts)
    found = arranged(made) if note is Note.PROPOSED else made
    cut = _waiting(found, cuts)
    before = flow(deck, verdicts, numbers)
    after = flow(deck, verdicts, [card.slide for card in found])
    moves = _moves(made, found, cut)
    if note is Note.PROPOSED and not (moves and gains(before, after)):
        note, found, moves, after = Note.KEPT, made, (), before
    return Order(
        slides=tuple(card.slide for card in found),
        appendix=tuple(card.slide for card in shape(found).appendix),
        moves=moves,
        note=note,
        before=before,
        after=after,
        cut=tuple(sorted(cut)),
    )


def _note(deck: Deck, profile: Profile, made: Sequence[Card], verdicts: Sequence[Verdict]) -> Note:
    if profile.purpose in load_measures().keep:
        return Note.FOR_PURPOSE
    if any(card.theirs or card.both for card in made):
        return Note.PROPOSED
    if any(v.unsure and v.stance is Stance.CUSTOMER for v in verdicts):
        return Note.UNDECIDED
    shown = [verdicts[slide.number - 1] for slide in deck.shown]
    return Note.NOTHING_ABOUT_THEM if enough(deck, shown) else Note.TOO_LITTLE


def _waiting(found: Sequence[Card], cuts: Sequence[Cut]) -> frozenset[int]:
    """Return the slides that go, with the hidden ones that go with them."""
    gone = {number for one in cuts for number in one.slides}
    for before, card in pairwise(found):
        if card.tie is Tie.HIDDEN and before.slide in gone:
            gone.add(card.slide)
    return frozenset(gone)


def _moves(made: Sequence[Card], found: Sequence[Card], cut: Collection[int]) -> tuple[Move, ...]:
    order = [card.slide for card in found if card.slide not in cut]
    kept = longest_kept(order, {card.slide: _weight(card) for card in found})
    whys = _whys(made, found)
    return tuple(
        Move(card.slide, place, whys[card.slide])
        for place, card in enumerate(found, 1)
        if card.slide not in kept and card.slide not in cut
    )


def _weight(card: Card) -> int:
    """Rank what rather stays: of equally few moves best are those that bring the customer forward,
    or proof back."""
    if card.kind not in (Kind.PLAIN, Kind.DIVIDER):
        return FIXED
    proof = {load_order().rank(group) for group in load_order().roles.proof}
    return int(not card.theirs and card.rank not in proof)


def _whys(made: Sequence[Card], found: Sequence[Card]) -> Mapping[int, str]:
    """Return why each slide of the deck as it was ``made`` stands where it was ``found`` to."""
    whys = {card.slide: _why(card) for card in found}
    whys |= {card.slide: text("advise.order.appendix") for card in shape(found).appendix}
    for section in sections(shape(made).middle):
        for unit in section.units:
            whys |= _beside(unit)
    for atom in atoms(found):
        for card in atom[1:]:
            whys[card.slide] = text(f"advise.order.{card.tie}", slide=atom[0].slide)
    return whys


def _beside(unit: Unit) -> Mapping[int, str]:
    """Return, for slides without a rank, beside which slide of their unit they stay."""
    held = [card for atom in unit.atoms for card in atom]
    lead = next((card for card in held if card.rank is not None), held[0])
    said = text("advise.order.beside", slide=lead.slide)
    return {card.slide: said for card in held if card.rank is None and card is not lead}


def _why(card: Card) -> str:
    if card.rank is not None:
        return text(f"advise.order.{load_order().groups[card.rank].id}")
    return text("advise.order.divider" if card.kind is not Kind.PLAIN else "advise.order.alone")
