"""Bookmarks in the order of their pages, where they were in that order before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from pikepdf import Array, Dictionary, Name, NameTree, Object, Pdf

from sowhat.export.disarm import Value

PageOf: TypeAlias = Callable[[Value], int | None]  # the place a bookmark's page had, from 0
MOST = 10_000  # bookmarks; more are no outline but a loop


def follow_outline(pdf: Pdf, slides: Sequence[int]) -> None:
    """Sort bookmarks that stood in the order of their pages by the new one, on each level.

    ``slides`` are the pages' numbers in their new order. Bookmarks in an order of their own, and
    those beside one that leads to no page, stay as they are.
    """
    top = pdf.Root.get("/Outlines")
    if not isinstance(top, Dictionary):
        return
    page_of = _finder(pdf)
    places = {number - 1: place for place, number in enumerate(slides)}
    waiting, seen = [top], 0
    while waiting and seen < MOST:
        parent = waiting.pop()
        entries = _entries(parent)
        seen += len(entries)
        pages = [page_of(entry) for entry in entries]
        known = [page for page in pages if page is not None]
        if len(known) == len(pages) > 1 and known == sorted(known):
            _link(parent, entries, sorted(range(len(known)), key=lambda at: places[known[at]]))
        waiting += entries


def _entries(parent: Value) -> list[Value]:
    found: list[Value] = []
    entry = parent.get("/First")
    while isinstance(entry, Dictionary) and len(found) < MOST:
        found.append(entry)
        entry = entry.get("/Next")
    return found


def _link(parent: Value, entries: Sequence[Value], order: Sequence[int]) -> None:
    """Chain the entries under ``parent`` in a new order."""
    chain = [entries[at] for at in order]
    parent.First, parent.Last = chain[0], chain[-1]
    for entry, before, after in zip(chain, [None, *chain], [*chain[1:], None], strict=False):
        for key, other in (("/Prev", before), ("/Next", after)):
            if other is not None:
                entry[key] = other
            elif key in entry:
                del entry[key]


def _finder(pdf: Pdf) -> PageOf:
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    names = _names(pdf)

    def page_of(entry: Value) -> int | None:
        place = entry.get("/Dest")
        action = entry.get("/A")
        if isinstance(action, Dictionary) and action.get("/S") == Name.GoTo:
            place = action.get("/D")
        if place is not None and not isinstance(place, Array | Dictionary):
            place = names.get(str(place))
        if isinstance(place, Dictionary):
            place = place.get("/D")
        page = place[0] if isinstance(place, Array) and len(place) else None
        return pages.get(page.objgen) if isinstance(page, Object) else None

    return page_of


def _names(pdf: Pdf) -> Mapping[str, Value]:
    """Return the named destinations of both kinds."""
    found: dict[str, Value] = {}
    old, new = pdf.Root.get("/Dests"), pdf.Root.get("/Names")
    if isinstance(old, Dictionary):
        found |= dict(old.items())
    tree = new.get("/Dests") if isinstance(new, Dictionary) else None
    if isinstance(tree, Dictionary):
        found |= {str(name): place for name, place in NameTree(tree).items()}
    return found
