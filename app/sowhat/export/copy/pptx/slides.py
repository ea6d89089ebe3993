"""The slides of a package: their part, their id, and how large they are."""

from __future__ import annotations

from dataclasses import dataclass

from sowhat.errors import DeckError
from sowhat.export.copy.pptx.names import Dialect, Element
from sowhat.export.copy.pptx.package import Package
from sowhat.read.pptx.names import number

EMU = 12700  # in a point
USUAL = (720.0, 540.0)  # points; the size of a deck that gives none


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: the name of its part, its id in the presentation, width and height in points."""

    part: str
    id: str
    canvas: tuple[float, float]


def entries_of(root: Element, dialect: Dialect) -> list[Element]:
    """Return the entries of the presentation's list of slides; raises ``DeckError`` no-slides."""
    entries = root.findall(f"{dialect.tag('sldIdLst')}/{dialect.tag('sldId')}")
    if not entries:
        raise DeckError("no-slides")
    return list(entries)


def slides_of(package: Package, main: str, dialect: Dialect) -> list[Slide | None]:
    """Return the deck's slides in order, None where the part of one is missing."""
    root = package.tree(main)
    parts = {r.id: r.target for r in package.relations(main) if not r.external}
    canvas = _canvas(root, dialect)
    found: list[Slide | None] = []
    for entry in entries_of(root, dialect):
        part = parts.get(entry.get(dialect.id) or "")
        there = part is not None and part in package
        found.append(Slide(part, entry.get("id") or "0", canvas) if part and there else None)
    return found


def _canvas(root: Element, dialect: Dialect) -> tuple[float, float]:
    size = root.find(dialect.tag("sldSz"))
    if size is None:
        return USUAL
    return number(size.get("cx")) / EMU, number(size.get("cy")) / EMU
