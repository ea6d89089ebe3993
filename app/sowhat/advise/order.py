"""A new order for a deck that puts the customer first, with the reason of each move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sowhat.advise.arrange import arranged
from sowhat.advise.cards import Card, Kind, cards
from sowhat.advise.shape import Unit, atoms, sections, shape
from sowhat.measure import flow, longest_kept
from sowhat.model import Deck, Move, Note, Order, Profile, Stance, Verdict
from sowhat.rules import Rules
from sowhat.rules.measures import load_measures
from sowhat.rules.order import load_order
from sowhat.texts import text

FIXED = 1000  # more than a deck has slides: rather all others move


def propose(deck: Deck, profile: Profile, verdicts: Sequence[Verdict], rules: Rules) -> Order:
    """Return the order to show the slides in; ``verdicts[i]`` belongs to slide i + 1.

    Title, agenda, legal notes and closing keep their places, dividers lead their sections, and
    build-ups and numbered parts stay together. Nothing moves where the deck's purpose sets the
    order, or where nothing is about the customer. Proposed again on a deck in the new order,
    nothing moves.
    """
    made = cards(deck, verdicts, rules)
    numbers = tuple(card.slide for card in made)
    note = _note(profile, made, verdicts)
    found = arranged(made) if note is Note.PROPOSED else made
    order = tuple(card.slide for card in found)
    if order == numbers and note is Note.PROPOSED:
        note = Note.KEPT
    before = flow(deck, verdicts, numbers)
    return Order(
        slides=order,
        appendix=tuple(card.slide for card in shape(found).appendix),
        moves=_moves(made, found),
        note=note,
        before=before,
        after=flow(deck, verdicts, order) if order != numbers else before,
    )


def _note(profile: Profile, made: Sequence[Card], verdicts: Sequence[Verdict]) -> Note:
    if profile.purpose in load_measures().keep:
        return Note.FOR_PURPOSE
    if any(card.theirs or card.both for card in made):
        return Note.PROPOSED
    if any(v.unsure and v.stance is Stance.CUSTOMER for v in verdicts):
        return Note.UNDECIDED
    return Note.NOTHING_ABOUT_THEM


def _moves(made: Sequence[Card], found: Sequence[Card]) -> tuple[Move, ...]:
    order = [card.slide for card in found]
    kept = longest_kept(order, {card.slide: _weight(card) for card in found})
    whys = _whys(made, found)
    return tuple(
        Move(card.slide, place, whys[card.slide])
        for place, card in enumerate(found, 1)
        if card.slide not in kept
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
