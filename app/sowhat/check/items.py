"""How an item is made that stands in no passage."""

from __future__ import annotations

from collections.abc import Mapping

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
