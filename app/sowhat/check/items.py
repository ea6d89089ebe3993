"""How items are made that stand in no passage, and those told once that say the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sowhat.measure.wording import spread
from sowhat.model import Box, Item, ItemKind, Where
from sowhat.texts import text


def item(
    kind: ItemKind,
    rule: str,
    slide: int | None,
    where: Where,
    said: str,
    *,
    sure: float,
    blocker: bool = False,
    box: Box | None = None,
    values: Mapping[str, object] | None = None,
) -> Item:
    """Return an item of ``rule``; ``values`` fill the blanks of its reason."""
    why = text(f"check.why.{rule}", **{"text": said, "slide": slide, **(values or {})})
    return Item(
        kind=kind,
        id=rule,
        blocker=blocker,
        slide=slide,
        where=where,
        text=said,
        why=why,
        confidence=sure,
        box=box,
    )


def unique(items: Iterable[Item]) -> list[Item]:
    """Return the items without those that say the same of the same place; what a layout shows on
    many slides is one thing, at the first of them."""
    known: dict[tuple[object, ...], Item] = {}
    for one in items:
        known.setdefault((one.kind, one.slide, one.where, one.text.casefold(), one.box), one)
    shared: dict[tuple[object, ...], list[Item]] = {}
    for key, one in known.items():
        alike = (one.kind, one.id, one.text) if one.where is Where.LAYOUT else key
        shared.setdefault(alike, []).append(one)
    return [_gathered(alike) for alike in shared.values()]


def _gathered(items: list[Item]) -> Item:
    """Return what a layout shows as one item that tells all its slides."""
    slides = sorted({one.slide for one in items if one.slide is not None})
    first = max(items, key=lambda one: (one.confidence, one.slide is not None))
    if len(items) == 1 or not slides:
        return first
    told = text("check.in-layout", why=first.why, n=len(slides), slides=spread(slides))
    blocker = any(one.blocker for one in items)
    return replace(first, slide=slides[0], why=told, blocker=blocker)
