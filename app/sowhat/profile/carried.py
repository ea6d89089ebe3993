"""Which names of an older version of a deck hold for a newer one. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from sowhat.model import Deck, Origin, Party, Profile


def carried(before: Profile, deck: Deck, found: Profile) -> Profile:
    """Return what was ``found`` in ``deck`` with the parties of the version ``before``.

    A name that the user gave stays, and so does another one than before where the deck no longer
    has the old one: it was made over for somebody else.
    """
    return replace(
        found,
        vendor=_party(before.vendor, deck, found.vendor),
        customer=_party(before.customer, deck, found.customer),
    )


def _party(before: Party, deck: Deck, found: Party) -> Party:
    if found.source is Origin.GIVEN or before.name is None:
        return found
    return before if found.name is None or _has(deck, before) else found


def _has(deck: Deck, party: Party) -> bool:
    name = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, party.names))})(?!\w)", re.IGNORECASE)
    return any(name.search(block.text) for slide in deck.slides for block in slide.blocks)
