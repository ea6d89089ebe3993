"""The shape of a deck: what holds its place, and the pieces between that may move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sowhat.advise.cards import Card, Kind

FRONT = frozenset({Kind.TITLE, Kind.AGENDA, Kind.LEGAL})
END = frozenset({Kind.LEGAL, Kind.CLOSING})  # these hold their place wherever they stand
ONCE = frozenset({Kind.TITLE, Kind.AGENDA})  # so does the first of these; a later one is a divider
HEADS = frozenset({Kind.DIVIDER, *ONCE})

Atom = tuple[Card, ...]
"""Slides that are never parted, and never change their order."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Atoms that move together: one with a rank, and what stays near it."""

    atoms: tuple[Atom, ...]

    @property
    def rank(self) -> int | None:
        """The rank of its slides: the middle one of them, None where none has any."""
        return middle(card.rank for atom in self.atoms for card in atom)

    @property
    def theirs(self) -> bool:
        """Whether all its slides with a rank tell of the customer, alone or with the vendor."""
        held = (card for atom in self.atoms for card in atom if card.rank is not None)
        return all(card.theirs or card.both for card in held)


@dataclass(frozen=True, slots=True)
class Section:
    """A divider (or several in a row) with the units below it; no divider: what comes before."""

    head: tuple[Atom, ...]
    units: tuple[Unit, ...]

    @property
    def rank(self) -> int | None:
        """The middle rank of its slides, None where none has any."""
        ranks = (card.rank for unit in self.units for atom in unit.atoms for card in atom)
        return middle(ranks)


@dataclass(frozen=True, slots=True)
class Shape:
    """A deck from front to end. ``pins`` hold their index (from 0) in the whole deck.

    ``middle`` are the cards that may move, without the pins; ``appendix`` are the last of ``tail``.
    """

    front: tuple[Card, ...]
    middle: tuple[Card, ...]
    tail: tuple[Card, ...]
    pins: tuple[tuple[int, Atom], ...]
    appendix: tuple[Card, ...]


def middle(ranks: Iterable[int | None]) -> int | None:
    """Return the lower median of those that are not None, None where there are none."""
    known = sorted(rank for rank in ranks if rank is not None)
    return known[(len(known) - 1) // 2] if known else None


def shape(cards: Sequence[Card]) -> Shape:
    """Return the shape of a deck."""
    start = _front(cards)
    end = max(_tail(cards), start)
    pins: list[tuple[int, Atom]] = []
    free: list[Card] = []
    index, seen = start, {card.kind for card in cards[:start]}
    for atom in atoms(cards[start:end]):
        kind = atom[0].kind
        if kind in END or (kind in ONCE and kind not in seen):
            pins.append((index, atom))
        else:
            free += atom
        seen.add(kind)
        index += len(atom)
    tail = tuple(cards[end:])
    return Shape(tuple(cards[:start]), tuple(free), tail, tuple(pins), _appendix(tail))


def atoms(cards: Iterable[Card]) -> list[Atom]:
    """Return the slides as atoms, in their order."""
    found: list[list[Card]] = []
    for card in cards:
        if card.tie and found:
            found[-1].append(card)
        else:
            found.append([card])
    return [tuple(atom) for atom in found]


def sections(cards: Sequence[Card]) -> list[Section]:
    """Return what comes before the first divider, even if that is nothing, and the sections."""
    heads: list[list[Atom]] = [[]]
    bodies: list[list[Atom]] = [[]]
    for atom in atoms(cards):
        if atom[0].kind not in HEADS:
            bodies[-1].append(atom)
        elif heads[-1] and not bodies[-1]:  # a divider below a divider
            heads[-1].append(atom)
        else:
            heads.append([atom])
            bodies.append([])
    return [Section(tuple(h), _units(b)) for h, b in zip(heads, bodies, strict=True)]


def _units(found: Iterable[Atom]) -> tuple[Unit, ...]:
    """Join each atom without a rank to the one before it, or at the start to the one after it."""
    joined: list[list[Atom]] = []
    for atom in found:
        waiting = joined and Unit(tuple(joined[-1])).rank is None
        if joined and (waiting or middle(card.rank for card in atom) is None):
            joined[-1].append(atom)
        else:
            joined.append([atom])
    return tuple(Unit(tuple(unit)) for unit in joined)


def _front(cards: Sequence[Card]) -> int:
    """Return how many slides open the deck: the first where it says little, title, agenda, legal.

    What is tied to one of them stays with it.
    """
    count = 0
    for card in cards:
        cover = count == 0 and card.rank is None and card.kind not in (Kind.DIVIDER, Kind.APPENDIX)
        if card.kind in FRONT or cover or (card.tie and count):
            count += 1
        else:
            break
    return count


def _tail(cards: Sequence[Card]) -> int:
    """Return the index at which the ending begins: a closing after which nothing more is about the
    customer, the divider of an appendix, or the last slides where they are an ending."""
    theirs = [i for i, card in enumerate(cards) if card.theirs or card.both]
    after = theirs[-1] + 1 if theirs else (len(cards) + 1) // 2
    ends = (i for i, c in enumerate(cards) if i >= after and c.kind is Kind.CLOSING)
    backs = (i for i, c in enumerate(cards) if c.kind is Kind.APPENDIX)
    start = min(next(ends, len(cards)), next(backs, len(cards)))
    if start == len(cards) and cards and _ends(cards[-1]):
        start = _whole(cards, len(cards) - 1)
    while start and cards[_whole(cards, start - 1)].kind in END:
        start = _whole(cards, start - 1)
    return start


def _ends(card: Card) -> bool:
    """Say whether the deck's last slide says little, so that it stays the last."""
    return card.rank is None and card.kind not in (Kind.DIVIDER, Kind.AGENDA)


def _whole(cards: Sequence[Card], index: int) -> int:
    """Return the index of the first slide of the atom that holds ``index``."""
    while index and cards[index].tie:
        index -= 1
    return index


def _appendix(tail: Sequence[Card]) -> tuple[Card, ...]:
    """Return what follows the closing, or the divider of an appendix and what follows that."""
    divider = next((i for i, card in enumerate(tail) if card.kind is Kind.APPENDIX), None)
    if divider is not None:
        return tuple(tail[divider:])
    after = next((i for i, c in enumerate(tail) if c.kind not in END and not c.tie), len(tail))
    closed = any(card.kind is Kind.CLOSING for card in tail[:after])
    told = any(card.kind not in END for card in tail[after:])
    return tuple(tail[after:]) if closed and told else ()
