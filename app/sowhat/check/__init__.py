"""The rep's last look before sending: is this deck about this one customer, and only them? Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sowhat import profile
from sowhat.check.about import about_them, lacks
from sowhat.check.addresses import addresses
from sowhat.check.candidates import Candidates
from sowhat.check.hazards import hazards
from sowhat.check.items import unique
from sowhat.check.known import Known, known, longer_forms, short_forms
from sowhat.check.leftovers import leftovers
from sowhat.check.lines import Readings
from sowhat.check.logos import logos
from sowhat.check.master import customising, told
from sowhat.check.passages import Passage, passages
from sowhat.check.placeholders import placeholders
from sowhat.check.settled import meaning, settled
from sowhat.check.slides import Slides
from sowhat.check.stands import Stands
from sowhat.check.worlds import worlds
from sowhat.model import (
    Audit,
    Comparison,
    Customer,
    Deck,
    Item,
    Meant,
    Origin,
    Readiness,
    Ready,
)
from sowhat.profile.abbreviations import abbreviations, spelling
from sowhat.profile.names import key

__all__ = ["check", "meaning", "settled"]

UNSURE = 0.75  # the most that is believed of left-overs where nobody gave the customer's name


def check(
    audit: Audit,
    customer: Customer,
    today: dt.date,
    *,
    others: Sequence[tuple[Deck, str]] = (),
    comparison: Comparison | None = None,
    meant: Sequence[Meant] = (),
) -> Readiness:
    """Return whether the deck can go to ``customer``.

    ``others`` are the rep's other decks with the names of their customers, ``comparison`` is that
    of the master with this deck. Dates are held against ``today``. What is ``meant`` stops nothing.
    """
    stream = passages(audit.deck)
    who = known(audit, customer, stream)
    slides, names = Slides(audit, who), Candidates(who, stream)
    readings = Readings(audit, who, stream, names.named)
    about = about_them(audit, customer, who)
    changes = customising(comparison, who) if comparison else None
    found = [
        *_left(audit, customer, who, stream, slides, readings, names, others),
        *worlds(audit, customer, who, stream, slides, readings, today),
        *logos(audit.deck, _foreign(others, who)),
        *placeholders(audit.deck, stream, readings),
        *hazards(audit.deck, stream, audit.profile.vendor.names),
        *lacks(about, customer),
        *(told(changes) if changes else ()),
    ]
    items = tuple(unique(found))
    return settled(Readiness(audit, customer, Ready.READY, items, about, "", changes), meant)


def _left(
    audit: Audit,
    customer: Customer,
    who: Known,
    stream: Sequence[Passage],
    slides: Slides,
    readings: Readings,
    names: Candidates,
    others: Sequence[tuple[Deck, str]],
) -> Iterator[Item]:
    """Yield the names and addresses of others; without a customer only what other decks tell."""
    named = [(name, "left-over-other") for name in dict.fromkeys(_forms(others, who))]
    if customer.party.name is None:
        return
    named += [(name, "left-over-name") for name in profile.addressed(audit.deck)]
    stands = Stands(audit, who, stream)
    found = leftovers(who, stream, slides, stands, readings, names, named)
    found += addresses(who, stream, slides, found)
    if customer.party.source is Origin.GIVEN:
        yield from found
    for item in found if customer.party.source is not Origin.GIVEN else ():
        sure = min(item.confidence, UNSURE)
        yield replace(item, confidence=sure, blocker=item.id == "left-over-other" and item.blocker)


def _forms(others: Sequence[tuple[Deck, str]], who: Known) -> Iterator[str]:
    """Yield what the customers of the rep's other decks are called, there and for short."""
    for deck, name in others:
        if name:
            forms = _forms_of(name, deck, who)
            yield from (form for form in forms if not _shared(form, deck, others))


def _forms_of(name: str, deck: Deck, who: Known) -> Iterator[str]:
    """Yield what a customer is called in a deck of its own."""
    said = [passage.text for passage in passages(deck)]
    full = [longer for longer in longer_forms(name, said) if who.is_other(longer)]
    yield from (name, *full, *short_forms(name))
    yield from (*abbreviations((name, *full), said), *spelling((name, *full), said))


def _shared(name: str, own: Deck, others: Sequence[tuple[Deck, str]]) -> bool:
    """Say whether most other decks have a name, too: then it is a word of all of them."""
    small = name.casefold()
    decks = [deck for deck, _ in others if deck is not own]
    having = sum(any(small in p.text.casefold() for p in passages(deck)) for deck in decks)
    return len(decks) > 0 and 2 * having > len(decks)


def _foreign(others: Sequence[tuple[Deck, str]], who: Known) -> list[tuple[Deck, str]]:
    return [(deck, name) for deck, name in others if name and who.is_other(name) and key(name)]
