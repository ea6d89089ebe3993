"""The readiness in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from sowhat.measure.wording import listed, spread
from sowhat.model import Customer, Item, ItemKind, Ready
from sowhat.texts import text


def sentence(ready: Ready, items: Sequence[Item], customer: Customer) -> str:
    """Return the headline: the word first, then what it rests on."""
    counted = [i for i in items if i.blocker == (ready is Ready.STOP)]
    kinds = (ItemKind.LEFTOVER, ItemKind.PLACEHOLDER, ItemKind.HAZARD)
    parts = [_counted(kind, counted) for kind in kinds]
    said = listed([part for part in parts if part])
    name = customer.party.name or text("check.the-customer")
    key = "unnamed" if ready is Ready.LOOK and not said else str(ready)
    return text(f"check.sentence.{key}", what=said, name=name)


def _counted(kind: ItemKind, items: Sequence[Item]) -> str:
    found = [item for item in items if item.kind is kind]
    slides = sorted({item.slide for item in found if item.slide is not None})
    if not found:
        return ""
    said = text(f"check.counted.{kind}", n=len(found))
    if not slides:
        return said
    where = text("check.on-slides", n=len(slides), slides=spread(slides))
    return text("check.counted-where", what=said, where=where)
