"""The presentation part of a deck and what it tells of its slides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.exc import PythonPptxError

from sowhat.errors import DeckError
from sowhat.opc import UNREADABLE, mended, packed
from sowhat.read.pptx.names import EMU, Element, P, number

USUAL = (720.0, 540.0)  # points; the size of a deck that gives none


def opened(parts: dict[str, bytes]) -> Any:
    """Return python-pptx's presentation part; a deck it refuses is mended and tried again.

    Raises ``DeckError`` damaged.
    """
    expected = (
        KeyError, AttributeError, TypeError, etree.LxmlError, PythonPptxError, *UNREADABLE
    )  # fmt: skip
    try:
        return Presentation(packed(parts)).part
    except expected:
        pass
    try:
        return Presentation(packed(mended(parts))).part
    except expected as error:
        raise DeckError("damaged") from error


def part_behind(main: Any, relation: str | None) -> Any:
    """Return the part of the deck behind a relation, None where there is none."""
    known = main.rels.get(relation or "")
    return None if known is None or known.is_external else known.target_part


def numbers_of(main: Any, relations: Mapping[str, int]) -> dict[str, int]:
    """Return the numbers of the slides by the names of their parts."""
    parts = ((part_behind(main, relation), number) for relation, number in relations.items())
    return {str(part.partname): number for part, number in parts if part is not None}


def moving_in(root: Element) -> frozenset[str]:
    """Return the ids of the shapes that move, or come and go, while the slide is shown."""
    timing = root.find(P + "timing")
    targets = () if timing is None else timing.iter(P + "spTgt")
    return frozenset(target.get("spid") or "" for target in targets)


def canvas_of(root: Element) -> tuple[float, float]:
    """Return width and height of the slides in points."""
    size = root.find(P + "sldSz")
    if size is None:
        return USUAL
    width, height = number(size.get("cx")) / EMU, number(size.get("cy")) / EMU
    return (width, height) if width > 0 and height > 0 else USUAL
