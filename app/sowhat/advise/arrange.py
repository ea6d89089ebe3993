"""The pieces of a deck in the order of their groups, with all that must stay together kept so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, combinations, takewhile

from sowhat.advise.cards import Card, tied
from sowhat.advise.shape import Atom, Section, Shape, Unit, sections, shape
from sowhat.measure import longest_kept
from sowhat.rules.order import load_order

PASSES = 8  # after so many the order has long settled


def arranged(cards: Sequence[Card]) -> tuple[Card, ...]:
    """Return the cards in the proposed order; arranging them again changes nothing."""
    now = tuple(cards)
    for _ in range(PASSES):
        following = tied(_once(now))
        if following == now:
            return now
        now = following
    return tuple(cards)  # it does not settle: better no order than one that changes each time


def _once(cards: Sequence[Card]) -> tuple[Card, ...]:
    parts = shape(cards)
    opener: Atom = ()
    found = _whole(parts, opener)
    latest = min(_first(cards) or len(cards), load_order().first_within)
    if (_first(found) or 0) > latest:
        opener = _opener(parts.middle)
        found = _whole(parts, opener) if opener else found
    return _with_appendix(parts, cards, found)


def _whole(parts: Shape, opener: Atom) -> tuple[Card, ...]:
    """Return front, middle and tail, the pins at their places."""
    free = _middle(parts.middle, opener)
    between = _pinned(free, parts, len(parts.front))
    if between is None:  # a pin would part what belongs together: nothing goes past a pin
        between = [card for part in _between(parts) for card in _middle(part, ())]
        between = _pinned(between, parts, len(parts.front)) or list(parts.middle)
    return (*parts.front, *between, *parts.tail)


def _pinned(free: Sequence[Card], parts: Shape, start: int) -> list[Card] | None:
    """Return the middle with the pins in it, None where one would part an atom."""
    placed = list(free)
    for index, atom in parts.pins:
        at = index - start
        if at < len(placed) and placed[at].tie:
            return None
        placed[at:at] = atom
    return placed


def _between(parts: Shape) -> Iterator[Sequence[Card]]:
    """Yield the stretches of the middle before, between and behind the pins."""
    taken, start = 0, len(parts.front)
    for index, atom in parts.pins:
        yield parts.middle[taken : (end := index - start)]
        taken, start = end, start + len(atom)
    yield parts.middle[taken:]


def _first(cards: Iterable[Card]) -> int | None:
    """Return the place of the first slide about the customer, from 1."""
    return next((place for place, card in enumerate(cards, 1) if card.theirs), None)


def _opener(middle: Sequence[Card]) -> Atom:
    """Return the slides to bring to the front, so that the customer need not wait; or nothing.

    It is what comes first in the order of the groups; better one that leaves its divider others.
    """
    roles = load_order().roles
    for groups in (roles.opening, roles.second):
        ranks = {load_order().rank(group) for group in groups}
        fit = [
            (_alone(section), card.rank, atom)
            for section in sections(middle)
            for atom in _body(section)
            for card in atom
            if card.theirs and card.rank in ranks
        ]
        if fit:
            return min(fit, key=lambda found: found[:2])[2]
    return ()


def _alone(section: Section) -> bool:
    return bool(section.head) and len(_body(section)) == 1


def _body(section: Section) -> list[Atom]:
    return [atom for unit in section.units for atom in unit.atoms]


def _middle(cards: Sequence[Card], opener: Atom) -> list[Card]:
    """Return the slides by groups: what comes before the dividers, then section by section."""
    first: list[Card] = []
    if opener:
        leading = next((s.head for s in sections(cards) if _alone(s) and opener in _body(s)), ())
        first = [*chain.from_iterable(leading), *opener]
    loose, *rest = sections([card for card in cards if card not in first])
    ordered = _by_rank(rest)
    early, late = _parted(_units(loose.units), ordered)
    body = list(chain(first, _cards(early)))
    for index, section in enumerate(ordered):
        units = _units((*section.units, *(u for u, at in late if at == index)))
        body += chain(chain.from_iterable(section.head), _cards(units))
    return body


def _by_rank(found: Sequence[Section]) -> list[Section]:
    """Return the sections by rank; one without a rank stays behind the one before it."""
    ranked: list[tuple[int, Section]] = []
    last = next((s.rank for s in found if s.rank is not None), 0)
    for section in found:
        last = last if section.rank is None else section.rank
        ranked.append((last, section))
    return [section for _, section in sorted(ranked, key=lambda one: one[0])]


def _parted(
    loose: Sequence[Unit], ordered: Sequence[Section]
) -> tuple[list[Unit], list[tuple[Unit, int]]]:
    """Part what stands before the dividers: what opens the talk, and proof with its section."""
    proof = min(map(load_order().rank, load_order().roles.proof))
    early: list[Unit] = []
    late: list[tuple[Unit, int]] = []
    for unit in loose:
        rank = unit.rank
        if rank is None or rank < proof:
            early.append(unit)
            continue
        fit = [i for i, s in enumerate(ordered) if s.units and (s.rank or 0) <= rank]
        if fit:
            late.append((unit, fit[-1]))
        else:
            early.append(unit)
    return early, late


def _units(units: Iterable[Unit]) -> list[Unit]:
    """Return the units by rank, those of one rank in their order.

    Where all of the customer's opening stands in front already, that is a story as its author
    tells it: it stays as it is.
    """
    line = list(units)
    story = _story(line)
    ranks = [0] * story + [-1 if unit.rank is None else unit.rank for unit in line[story:]]
    pairs = sorted(zip(ranks, line, strict=True), key=lambda pair: pair[0])
    return [unit for _, unit in pairs]


def _story(line: Sequence[Unit]) -> int:
    """Return how many units in front tell of the customer, 0 where some that do so stand behind, or
    where they come in an order that nobody would tell."""
    order = load_order()
    opening = {order.rank(group) for group in order.roles.opening}
    told = opening | {order.rank(group) for group in order.roles.told}
    story = list(takewhile(lambda unit: unit.theirs and unit.rank in told, line))
    if any(unit.rank in opening for unit in line[len(story) :]):
        return 0
    pairs = list(combinations([unit.rank or 0 for unit in story], 2))
    turned = sum(first > second for first, second in pairs)
    return len(story) if turned <= order.turned * len(pairs) else 0


def _cards(units: Iterable[Unit]) -> Iterator[Card]:
    return (card for unit in units for atom in unit.atoms for card in atom)


def _with_appendix(
    parts: Shape, before: Sequence[Card], found: tuple[Card, ...]
) -> tuple[Card, ...]:
    """Return the order with names and rankings in the appendix, where they move anyway.

    Where the deck has no appendix none is made, so that the closing stays the last slide.
    """
    if parts.pins or not parts.appendix:
        return found
    index = {card.slide: i for i, card in enumerate(before, 1)}
    kept = longest_kept([index[card.slide] for card in found])
    ranks = {load_order().rank(group) for group in load_order().roles.appendix}
    free = found[len(parts.front) : len(found) - len(parts.tail)]
    gone = [
        atom
        for section in sections(free)
        for atom in _spare(section, ranks)
        if not any(index[card.slide] in kept for card in atom)
    ]
    away = {card.slide for atom in gone for card in atom}
    rest = (card for card in found if card.slide not in away)
    return (*rest, *chain.from_iterable(gone))


def _spare(section: Section, ranks: Collection[int]) -> list[Atom]:
    """Return the atoms with no other ranks than these; none where the divider were left alone."""
    body = _body(section)
    known = [{card.rank for card in atom if card.rank is not None} for atom in body]
    spare = [atom for atom, own in zip(body, known, strict=True) if own and own.issubset(ranks)]
    return [] if section.head and len(spare) == len(body) else spare
