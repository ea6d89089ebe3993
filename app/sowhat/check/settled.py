"""What is found and what the rep meant of it: the word that comes first, and the order of items."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sowhat.check.wording import sentence
from sowhat.decisions import fingerprint
from sowhat.model import Deck, Item, ItemKind, Meant, Readiness, Ready

NEVER = "never-named"  # what a deck lacks that is worth a look by itself
LOOKED_AT = (ItemKind.LEFTOVER, ItemKind.PLACEHOLDER, ItemKind.HAZARD)
DIGITS = 32  # of the hexadecimal digest: 128 bits


def settled(found: Readiness, meant: Sequence[Meant]) -> Readiness:
    """Return the same check with these items meant to stay, and no others."""
    deck = found.audit.deck
    told = [replace(item, meant=_is_meant(item, deck, meant)) for item in found.items]
    items = tuple(sorted(told, key=_rank))
    left = [item for item in items if not item.meant]
    ready = _ready(left)
    said = sentence(ready, left, found.customer)
    return replace(found, ready=ready, items=items, sentence=said)


def meaning(item: Item, deck: Deck) -> Meant:
    """Return the word that an item stays, by which it is known in a later version of ``deck``."""
    words = fingerprint(deck.slides[item.slide - 1]) if item.slide is not None else ""
    return Meant(item.kind, item.where, _digest(item.text), item.slide, words)


def _is_meant(item: Item, deck: Deck, meant: Sequence[Meant]) -> bool:
    """Say whether an item is meant: the same words in the same sort of place, on the slide of the
    same number or with the same words, for slides move and are edited."""
    own = meaning(item, deck) if meant else None
    return own is not None and any(
        (own.kind, own.where, own.said) == (one.kind, one.where, one.said)
        and (own.slide == one.slide or bool(own.words and own.words == one.words))
        for one in meant
    )


def _digest(words: str) -> str:
    plain = " ".join(words.split()).casefold()
    return hashlib.sha256(plain.encode(errors="surrogateescape")).hexdigest()[:DIGITS]


def _rank(item: Item) -> tuple[bool, bool, int, int, float]:
    """Order what is meant last, blockers first, then by kind, then as the deck goes."""
    kinds = list(ItemKind)
    place = item.slide or 10**6  # what is of the file comes last
    return item.meant, not item.blocker, kinds.index(item.kind), place, -item.confidence


def _ready(items: Iterable[Item]) -> Ready:
    listed = list(items)
    if any(item.blocker for item in listed):
        return Ready.STOP
    look = any(item.kind in LOOKED_AT or item.id == NEVER for item in listed)
    return Ready.LOOK if look else Ready.READY
