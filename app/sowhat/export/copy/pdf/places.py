"""Destinations that give a page's number: they get the page itself before pages move."""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf

from sowhat.export.disarm import Value, dictionaries

ELSEWHERE = (Name.GoToR, Name.GoToE)  # actions whose pages are another file's
VIEWS = (
    Name.XYZ, Name.Fit, Name.FitH, Name.FitV, Name.FitR, Name.FitB, Name.FitBH, Name.FitBV,
)  # fmt: skip


def name_pages(pdf: Pdf) -> None:
    """Replace numbers of pages by the pages, in bookmarks, links and named destinations."""
    pages = [page.obj for page in pdf.pages]
    for item in dictionaries(pdf):
        _point(item.get("/Dest"), pages)
        if item.get("/S") not in ELSEWHERE:
            _point(item.get("/D"), pages)
        _all(item.get("/Names"), pages)
    named = pdf.Root.get("/Dests")
    if isinstance(named, Dictionary):
        _all(Array([value for _, value in named.items()]), pages)


def _all(names: Value, pages: Sequence[Object]) -> None:
    """Point the destinations in a leaf of a tree of names."""
    for value in names if isinstance(names, Array) else ():
        _point(value, pages)


def _point(place: Value, pages: Sequence[Object]) -> None:
    """Give a destination its page; the patterns of dashed lines stand under the same keys."""
    if not isinstance(place, Array) or len(place) < 2 or place[1] not in VIEWS:
        return
    number: Value = place[0]
    if isinstance(number, int) and 0 <= number < len(pages):
        place[0] = pages[number]
