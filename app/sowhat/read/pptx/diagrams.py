"""SmartArt: its saved drawing, else the words of its data in their order.

The drawing is what a person saw last; decks made by other programs come without one, and then only
the order and the levels of the points are known, and their places are an even split of the frame.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sowhat.model import Role
from sowhat.read.pptx.found import Found
from sowhat.read.pptx.frames import Frame
from sowhat.read.pptx.lines import needed_height
from sowhat.read.pptx.names import DGM, DSP, A, Element, number, truth
from sowhat.read.pptx.place import Place
from sowhat.read.pptx.text import Paragraph, Reader

MOST_POINTS = 2_000
_SPOKEN = (None, "node", "asst")  # the others are lines between them and how they are shown
_CENTRED = Frame(anchor="ctr")


class Point(NamedTuple):
    """A point of a diagram that has words, and its outline level from 0."""

    level: int
    body: Element


def drawing_of(data: Element) -> str | None:
    """Return the relation to the saved drawing of a ``dgm:dataModel``, None if it names none."""
    return next((e.get("relId") for e in data.iter(DSP + "dataModelExt")), None)


def shapes_of(drawing: Element | None) -> Element | None:
    """Return the shapes of a ``dsp:drawing``, None where it has no words."""
    tree = None if drawing is None else drawing.find(DSP + "spTree")
    if tree is None or not any(text.text for text in tree.iter(A + "t")):
        return None
    return tree


def read_points(data: Element, place: Place, reader: Reader, found: Found) -> None:
    """Add the words of a ``dgm:dataModel`` that has no drawing."""
    levels = tuple(style._replace(align="ctr") for style in reader.levels)
    centred = reader._replace(levels=levels)
    points = list(points_of(data))
    group = found.next_group()
    for point, cell in zip(points, _split(points, place), strict=True):
        paragraphs = centred.paragraphs(point.body, _CENTRED)
        room = needed_height(paragraphs, _CENTRED, cell.width)
        if room > cell.height > 0:  # SmartArt shrinks its words
            frame = _CENTRED._replace(scale=math.sqrt(cell.height / room))
            paragraphs = centred.paragraphs(point.body, frame)
        own = [_at_level(paragraph, point.level) for paragraph in paragraphs]
        found.text(own, _CENTRED, cell, Role.BODY, group)


def points_of(data: Element) -> Iterator[Point]:
    """Yield the points that have words, parents before their children."""
    points: dict[str, Element] = {}
    for point in data.iterfind(f"{DGM}ptLst/{DGM}pt"):
        points.setdefault(point.get("modelId") or "", point)
        if len(points) == MOST_POINTS:
            break
    children = _children(data)
    tops = [known for known, point in points.items() if point.get("type") == "doc"]
    waiting = [(known, -1) for known in (*reversed(points), *reversed(tops))]
    seen: set[str] = set()
    while waiting:
        known, level = waiting.pop()
        point = points.get(known)
        if point is None or known in seen:
            continue
        seen.add(known)
        body = point.find(DGM + "t")
        if point.get("type") in _SPOKEN and body is not None and _is_spoken(point, body):
            yield Point(max(level, 0), body)
        waiting += [(child, level + 1) for child in reversed(children.get(known, ()))]


def _children(data: Element) -> dict[str, list[str]]:
    """Return the points under each point in their order."""
    found: dict[str, list[tuple[float, str]]] = {}
    for link in data.iterfind(f"{DGM}cxnLst/{DGM}cxn"):
        if link.get("type") in (None, "parOf"):
            order = number(link.get("srcOrd"))
            found.setdefault(link.get("srcId") or "", []).append((order, link.get("destId") or ""))
    return {
        known: [child for _, child in sorted(below, key=lambda pair: pair[0])]
        for known, below in found.items()
    }


def _is_spoken(point: Element, body: Element) -> bool:
    """Say whether a point has words of its own, not those that invite to write some."""
    settings = point.find(DGM + "prSet")
    if settings is not None and truth(settings.get("phldr")):
        return False
    return any((text.text or "").strip() for text in body.iter(A + "t"))


def _split(points: Sequence[Point], place: Place) -> Iterator[Place]:
    """Yield a cell for each point: the branches beside each other, or below where it is high."""
    head = len(points) > 1 and sum(point.level == points[0].level for point in points) == 1
    if head:
        high = place.height / (2 + max(point.level for point in points) - points[0].level)
        yield place._replace(height=high)
        points = points[1:]
        place = place._replace(y=place.y + high, height=place.height - high)
    branches: list[int] = []
    for point in points:
        if not branches or point.level <= points[0].level:
            branches.append(0)
        branches[-1] += 1
    across = place.width > place.height
    for index, size in enumerate(branches):
        share = 1 / len(branches)
        if across:
            wide = share * place.width
            branch = place._replace(x=place.x + index * wide, width=wide)
        else:
            high = share * place.height
            branch = place._replace(y=place.y + index * high, height=high)
        row = branch.height / size
        yield from (branch._replace(y=branch.y + n * row, height=row) for n in range(size))


def _at_level(paragraph: Paragraph, level: int) -> Paragraph:
    return paragraph._replace(level=paragraph.level + level)
