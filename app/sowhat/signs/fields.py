"""Where the vendor stands in a quadrant, by the words on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sowhat.model import Box, Place, Sign
from sowhat.rules import derived, load
from sowhat.signs import pictures
from sowhat.signs.view import Entry, View

KINDS = ("field",)
APART = 0.25  # of the graphic's width and height: the names of its fields stand so far apart
LONGEST = 5  # words of a block that is a name in a graphic, or a row of its fields' names

Named = tuple[str, tuple[float, float]]
"""A field's name as it is printed, and the middle of its words."""


@derived
def _entries() -> tuple[tuple[re.Pattern[str], Entry], ...]:
    return tuple(
        (_any_of(sign.match), (rule, sign))
        for rule in load().motifs.values()
        for sign in rule.signs
        if sign.kind == "field"
    )


def _any_of(names: Sequence[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def find(view: View) -> Iterator[Sign]:
    """Yield a sign where the vendor's name stands in a quadrant whose fields are named."""
    for graphic in pictures.graphics(view):
        vendor = next(_vendors(view, graphic.box), None)
        if vendor is None or vendor.box is None:
            continue
        for pattern, entry in _entries():
            named = list(_fields(view, graphic.box, pattern))
            field = field_of(vendor.box.center, named, graphic.box)
            if field is not None:
                yield view.at(entry, vendor, field=field)


def field_of(point: tuple[float, float], named: Sequence[Named], graphic: Box) -> str | None:
    """Return the name of the field in which a point of a graphic stands, if that is certain.

    The axes run halfway between the names, which must stand apart both ways.
    """
    if len(named) < 3:
        return None
    gaps = [max(pairwise(sorted(at[way] for _, at in named)), key=_gap) for way in (0, 1)]
    if _gap(gaps[0]) < APART * graphic.width or _gap(gaps[1]) < APART * graphic.height:
        return None
    axes = [sum(gap) / 2 for gap in gaps]
    same = {
        name.casefold(): name
        for name, at in named
        if all((at[way] > axes[way]) == (point[way] > axes[way]) for way in (0, 1))
    }
    return next(iter(same.values())) if len(same) == 1 else None


def _gap(ends: tuple[float, float]) -> float:
    return ends[1] - ends[0]


def _vendors(view: View, graphic: Box) -> Iterator[Place]:
    """Yield the places of the vendor's names and products in a graphic, each by itself there."""
    for block, start, end, tag in view.names:
        short = len(view.slide.blocks[block].text.split()) <= LONGEST
        if tag in ("VENDOR", "PRODUCT") and short:
            place = view.place(block, start, end)
            if place and place.box and graphic.contains(*place.box.center):
                yield place


def _fields(view: View, graphic: Box, pattern: re.Pattern[str]) -> Iterator[Named]:
    """Yield the names of fields in a graphic."""
    for number, block in view.shown:
        if len(block.text.split()) <= LONGEST:
            for match in pattern.finditer(block.text):
                place = view.place(number, match.start(), match.end())
                if place and place.box and graphic.contains(*place.box.center):
                    yield match.group(), place.box.center
