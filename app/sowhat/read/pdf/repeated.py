"""What stands in the same place on most pages: footers, running headers, the layout's pictures."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from math import inf

from sowhat.model import Picture, Source
from sowhat.read.pdf.layout import Layout
from sowhat.read.pdf.paragraphs import Paragraph

_FEWEST = 3  # pages
_MOST_PAGES, _MANY_PAGES = 0.5, 0.2  # shares: anywhere; along an edge
_EDGE_TOP, _EDGE_BOTTOM = 0.07, 0.88  # of the height
_HEAD, _TITLE_SIZE = 0.3, 0.042  # of the height: where titles stand, how big they are at least
_STEP = 0.02  # of width and height: how far the same place may wander
_LONGEST, _LONGEST_INSIDE = 240, 60  # characters of a footer; of what repeats inside the page
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page|slide)?\s*(?:\d{1,3}|[ivxl]{1,7})(?:\s*(?:of|/|\|)\s*\d{1,3})?", re.IGNORECASE
)


def footers(layouts: Sequence[Layout]) -> list[set[int]]:
    """Return for each page the indexes of the paragraphs that are footers or running headers."""
    total = sum(1 for layout in layouts if layout.paragraphs)
    counts = _counted(
        (page, _keys(layout, paragraph))
        for page, layout in enumerate(layouts)
        for paragraph in layout.paragraphs
    )
    return [
        {
            index
            for index, paragraph in enumerate(layout.paragraphs)
            if max(len(counts[key]) for key in _keys(layout, paragraph))
            >= _wanted(layout, paragraph, total)
        }
        for layout in layouts
    ]


def _wanted(layout: Layout, paragraph: Paragraph, total: int) -> float:
    """Return on how many of all pages a paragraph must stand to be a footer."""
    edge = layout.down(paragraph.bottom) < _EDGE_TOP or layout.down(paragraph.top) > _EDGE_BOTTOM
    longest = _LONGEST if edge else _LONGEST_INSIDE
    if len(paragraph.text) > longest or _heads(layout, paragraph):
        return inf
    return max(_FEWEST, round((_MANY_PAGES if edge else _MOST_PAGES) * total))


def layout_pictures(pages: Sequence[Sequence[Picture]]) -> list[list[Picture]]:
    """Mark pictures repeated in the same place on most pages; drop whole-page backgrounds."""
    counts = _counted(
        (number, _picture_keys(picture)) for number, page in enumerate(pages) for picture in page
    )
    result: list[list[Picture]] = []
    for page in pages:
        kept = []
        for picture in page:
            pages_with = max((len(counts[key]) for key in _picture_keys(picture)), default=1)
            if picture.box.clamped().area > 0.85 and pages_with > 1:
                continue
            repeated = pages_with >= max(_FEWEST, round(_MOST_PAGES * len(pages)))
            kept.append(replace(picture, source=Source.LAYOUT) if repeated else picture)
        result.append(kept)
    return result


def _counted(items: Iterable[tuple[int, Iterable[Hashable]]]) -> dict[Hashable, set[int]]:
    counts: dict[Hashable, set[int]] = {}
    for page, keys in items:
        for key in keys:
            counts.setdefault(key, set()).add(page)
    return counts


def _heads(layout: Layout, paragraph: Paragraph) -> bool:
    """Say whether a paragraph stands and looks like a title: those may repeat as well."""
    if layout.down(paragraph.top) > _HEAD or _PAGE_NUMBER.fullmatch(paragraph.text):
        return False
    return paragraph.size > 1.1 * layout.size or paragraph.size >= _TITLE_SIZE * layout.high


def _keys(layout: Layout, paragraph: Paragraph) -> list[Hashable]:
    """Return keys of text and place; a place near a border of the raster gets its neighbour too."""
    text = paragraph.text
    plain = "#" if _PAGE_NUMBER.fullmatch(text) else _DIGITS.sub("#", text).casefold()
    down = layout.down((paragraph.top + paragraph.bottom) / 2)
    sides = [layout.across(paragraph.x0), layout.across(paragraph.x1)]
    return [
        (plain, side, x, y)
        for side, place in enumerate(sides)
        for x in _near(place)
        for y in _near(down)
    ]


def _picture_keys(picture: Picture) -> list[Hashable]:
    if picture.sha256 is None:
        return []
    x, y = picture.box.center
    return [(picture.sha256, a, b) for a in _near(x) for b in _near(y)]


def _near(place: float) -> Iterable[int]:
    return {round(place / _STEP - 0.25), round(place / _STEP + 0.25)}
