"""Signs in pictures: kinds that the reader knows, and grids of small marks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from statistics import mean, pstdev

from sowhat.model import Picture, PictureOrigin, Sign, Source, hull
from sowhat.rules import load
from sowhat.signs.view import Entry, View

KINDS = ("picture",)

SMALL = 0.06  # of the slide's area: a mark in a grid
LEAST = 4  # marks that make a grid
ALIGNED = 0.04  # of the slide: how far middles in a row may differ
WIDE = 1.2  # width by height on the slide: marks of organisations are wider than icons, on average
WIDE = 1.45  # width by height: marks of organisations are wider than icons and faces, on average
STRIP = 9.0  # width by height from which a picture is a line or a bar and no mark
VARIED = 0.35  # deviation of width by height: marks differ in shape, icons of one set do not
WALL = 8  # so many marks may also stand on tiles of one shape
ALIKE = 2.5  # times: how much the marks' areas may differ from their median


@cache
def _entries() -> tuple[tuple[str, Entry], ...]:
    return tuple(
        (kind, (rule, sign))
        for rule in load().motifs.values()
        for sign in rule.signs
        if sign.kind == "picture"
        for kind in sign.match
    )


def find(view: View) -> Iterator[Sign]:
    """Yield the picture signs of a slide."""
    marks = grid(view.slide.pictures, view.ratio)
    for kind, entry in _entries():
        found = marks if kind == "grid" else [p for p in view.slide.pictures if p.kind == kind]
        if found:
            box = hull(picture.box for picture in found)
            yield view.at(entry, view.area(box, found[0].source), len(found))


def grid(pictures: tuple[Picture, ...], ratio: float) -> list[Picture]:
    """Return the pictures that stand in rows of small marks as organisations have them, else none.

    ``ratio`` is the slide's width by its height.
    """

    def shape(picture: Picture) -> float:
        return picture.box.width * ratio / picture.box.height

    small = [
        p
        for p in pictures
        if p.origin is PictureOrigin.IMAGE
        and p.source is Source.SLIDE
        and 0.0004 < p.box.area < SMALL
        and p.box.clamped() == p.box
        and shape(p) < STRIP
    ]
    small = list({(p.sha256, p.box): p for p in small}.values())
    if len({p.sha256 or p.box for p in small}) < LEAST:
        return []
    middle = sorted(p.box.area for p in small)[len(small) // 2]
    alike = [p for p in small if middle / ALIKE <= p.box.area <= middle * ALIKE]
    rows = [
        p
        for p in alike
        if any(o is not p and abs(o.box.center[1] - p.box.center[1]) < ALIGNED for o in alike)
        or any(o is not p and abs(o.box.center[0] - p.box.center[0]) < ALIGNED for o in alike)
    ]
    if len({p.sha256 or p.box for p in rows}) < LEAST:
        return []
    shapes = [shape(p) for p in rows]
    marks = pstdev(shapes) >= VARIED or len(rows) >= WALL
    return rows if mean(shapes) >= WIDE and marks else []
