"""What layouts and masters say, whether or not a slide shows it: a template's words stay in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from sowhat.model import Layout
from sowhat.opc import parse
from sowhat.read.pptx.design import related
from sowhat.read.pptx.names import HANDOUT_MASTER, LAYOUT, MASTER, NOTES_MASTER, A, Element, P

MOST = 500  # layouts and masters
MOST_WORDS = 400  # texts of one
SHEETS = (MASTER, NOTES_MASTER, HANDOUT_MASTER)


def read_layouts(main: Any, slides: Sequence[Any]) -> tuple[Layout, ...]:
    """Return the masters of the presentation part ``main``, each with its layouts behind it.

    ``slides`` are the slides' parts in order, None for those that are missing.
    """
    used: dict[int, list[int]] = {}
    for number, slide in enumerate(slides, 1):
        layout = related(slide, LAYOUT) if hasattr(slide, "rels") else None
        for part in (layout, related(layout, MASTER)):
            if part is not None:
                used.setdefault(id(part), []).append(number)
    found = (_layout(part, used.get(id(part), [])) for part in _sheets(main))
    return tuple(layout for layout in found if layout.words or layout.name)


def _sheets(main: Any) -> Iterator[Any]:
    """Yield the masters and layouts of a deck, each once."""
    seen: set[int] = set()
    for master in _behind(main, SHEETS):
        for part in (master, *_behind(master, (LAYOUT,))):
            if id(part) not in seen and len(seen) < MOST:
                seen.add(id(part))
                yield part


def _behind(part: Any, kinds: tuple[str, ...]) -> list[Any]:
    known = (relation for relation in part.rels.values() if not relation.is_external)
    return [relation.target_part for relation in known if relation.reltype in kinds]


def _layout(part: Any, slides: list[int]) -> Layout:
    root = _root(part)
    sheet = None if root is None else root.find(P + "cSld")
    if sheet is None:
        return Layout("")
    words = dict.fromkeys(text for text in _words(sheet) if text)
    return Layout(sheet.get("name") or "", tuple(words)[:MOST_WORDS], tuple(slides))


def _root(part: Any) -> Element | None:
    """Return a part's XML; python-pptx parses that of layouts, not that of handouts."""
    if hasattr(part, "_element"):
        return part._element
    try:
        return parse(part.blob)
    except etree.XMLSyntaxError:
        return None


def _words(sheet: Element) -> Iterator[str]:
    for paragraph in sheet.iter(A + "p"):
        yield " ".join("".join(text.text or "" for text in paragraph.iter(A + "t")).split())
    for properties in sheet.iter(P + "cNvPr"):
        yield from (properties.get("title") or "", properties.get("descr") or "")
