"""The order in which a screen reader reads: the document's structure follows its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from pikepdf import Array, Dictionary, Pdf

from sowhat.export.disarm import Value

Key: TypeAlias = tuple[int, int]  # what an object is known by in its file
NOWHERE: Key = (0, 0)
DEEPEST = 20  # elements that hold nothing but one other
MOST = 2_000  # elements looked through for a page


def follow_structure(pdf: Pdf, slides: Sequence[int]) -> None:
    """Sort the parts of the document's structure by the new places of the pages they begin on.

    A part without a page stays behind the one before it. ``slides`` are the pages' numbers in
    their new order.
    """
    parent = pdf.Root.get("/StructTreeRoot")
    for _ in range(DEEPEST):
        if not isinstance(parent, Dictionary):
            return
        kids: Value = parent.get("/K")
        if not isinstance(kids, Array):
            parent = kids
        elif len(kids) == 1:
            parent = kids[0]
        else:
            keys = [page.obj.objgen for page in pdf.pages]
            places = {keys[number - 1]: place for place, number in enumerate(slides)}
            parent["/K"] = _sorted(kids, places)
            return


def _sorted(kids: Array, places: Mapping[Key, int]) -> Array:
    parts: list[tuple[int, Value]] = []
    place = -1
    for kid in list(kids):
        place = places.get(_page(kid), place)
        parts.append((place, kid))
    return Array([kid for _, kid in sorted(parts, key=lambda part: part[0])])


def _page(element: Value) -> Key:
    """Return the page of the first element in ``element`` that tells one, else what is none."""
    waiting = [element]
    for _ in range(MOST):
        if not waiting:
            break
        item = waiting.pop()
        if isinstance(item, Array):
            waiting += reversed(list(item))
        elif isinstance(item, Dictionary):
            page: Value = item.get("/Pg")
            if isinstance(page, Dictionary):
                found: Key = page.objgen
                return found
            waiting.append(item.get("/K"))
    return NOWHERE
