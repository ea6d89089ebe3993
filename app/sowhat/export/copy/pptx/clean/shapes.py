"""Shapes that stand beside the slide or are switched off, and paths of files in alt texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sowhat.export.copy.plan import Removed, Trace
from sowhat.export.copy.pptx.clean.remarks import words_of
from sowhat.export.copy.pptx.clean.work import Work, take_out
from sowhat.export.copy.pptx.names import Element
from sowhat.read.pptx.names import number, truth
from sowhat.rules.traces import holds_path

EMU = 12700  # in a point
MARGIN = 3.0  # points beyond the edge that an outline or a shadow may fill
SHAPES = ("sp", "pic", "graphicFrame", "cxnSp", "grpSp", "contentPart", "AlternateContent")
TITLES = ("title", "ctrTitle")
NAMED = ("descr", "title", "name")
QUARTER, HALF = 5_400_000, 10_800_000  # of a turn
DEEPEST = 50  # groups in groups


class Area(NamedTuple):
    """Left, top, right and bottom in points."""

    x0: float
    y0: float
    x1: float
    y1: float


class Scale(NamedTuple):
    """How the places in a group become places on the slide."""

    x: float = 0.0
    y: float = 0.0
    wide: float = 1.0
    high: float = 1.0

    def area(self, off: Element, ext: Element) -> Area:
        """Return where a shape with this offset and extent stands."""
        x0, y0 = (number(off.get(key)) / EMU for key in ("x", "y"))
        x1, y1 = x0 + number(ext.get("cx")) / EMU, y0 + number(ext.get("cy")) / EMU
        return Area(
            self.x + x0 * self.wide,
            self.y + y0 * self.high,
            self.x + x1 * self.wide,
            self.y + y1 * self.high,
        )


def remove_unseen(work: Work) -> Iterator[Removed]:
    """Remove shapes that lie wholly beside the slide or are switched off, on layouts too.

    What an animation names stays, since it may come in, and so does a title: programs that read
    slides aloud call the slide by it.
    """
    for part in work.surfaces():
        root = work.package.tree(part)
        tree = root.find("{*}cSld/{*}spTree")
        moving = {e.get("spid") for timing in root.iter("{*}timing") for e in timing.iter("*")}
        lost = [] if tree is None else list(_unseen(tree, Scale(), work.canvas, moving))
        if lost:
            said = [_words(shape) for shape in lost]
            with work.editing(part):
                for shape in lost:
                    take_out(shape)
            yield from (Removed(Trace.OFF_SLIDE, work.number(part), words) for words in said)


def _unseen(
    tree: Element,
    scale: Scale,
    canvas: tuple[float, float],
    moving: set[str | None],
    depth: int = 0,
) -> Iterator[Element]:
    for shape in tree:
        own = _shape(shape)
        if own is None or _held(shape, moving):
            continue
        named = next(own.iter("{*}cNvPr"), None)
        area = _area(own, scale)
        off = named is not None and truth(named.get("hidden"))
        if off or (area is not None and _beside(area, canvas)):
            yield shape
        elif own.tag.endswith("}grpSp") and depth < DEEPEST:
            inner = _inner(own, scale)
            if inner is not None:
                yield from _unseen(own, inner, canvas, moving, depth + 1)


def _shape(element: Element) -> Element | None:
    """Return the shape that an element of a tree is, or the first of those it chooses from."""
    if not isinstance(element.tag, str):
        return None
    local = element.tag.rpartition("}")[2]
    if local != "AlternateContent":
        return element if local in SHAPES else None
    inner = (child for choice in element for child in choice)
    return next((c for c in inner if c.tag.rpartition("}")[2] in SHAPES), None)


def _held(shape: Element, moving: set[str | None]) -> bool:
    """Say whether a shape has to stay: an animation names it or one in it, or it is a title."""
    if any(named.get("id", "") in moving for named in shape.iter("{*}cNvPr")):
        return True
    return any(holder.get("type") in TITLES for holder in shape.iter("{*}ph"))


def _area(shape: Element, scale: Scale) -> Area | None:
    """Return where a shape stands, None where its layout tells; a turned one with all its turn."""
    frame = _frame(shape)
    off, ext = (None, None) if frame is None else (frame.find("{*}off"), frame.find("{*}ext"))
    if frame is None or off is None or ext is None:
        return None
    area = scale.area(off, ext)
    if not number(frame.get("rot")) % HALF:
        return area
    x, y = (area.x0 + area.x1) / 2, (area.y0 + area.y1) / 2
    reach = ((area.x1 - area.x0) ** 2 + (area.y1 - area.y0) ** 2) ** 0.5 / 2
    return Area(x - reach, y - reach, x + reach, y + reach)


def _frame(shape: Element) -> Element | None:
    for path in ("{*}spPr/{*}xfrm", "{*}grpSpPr/{*}xfrm", "{*}xfrm"):
        found = shape.find(path)
        if found is not None:
            return found
    return None


def _inner(group: Element, scale: Scale) -> Scale | None:
    """Return the scale of what is in a group, None where it is turned or has no places."""
    frame = _frame(group)
    if frame is None or number(frame.get("rot")):
        return None
    found = [frame.find(f"{{*}}{name}") for name in ("off", "ext", "chOff", "chExt")]
    if any(element is None for element in found):
        return None
    off, ext, child_off, child_ext = found
    area, child = scale.area(off, ext), Scale().area(child_off, child_ext)
    wide = (area.x1 - area.x0) / ((child.x1 - child.x0) or 1.0)
    high = (area.y1 - area.y0) / ((child.y1 - child.y0) or 1.0)
    return Scale(area.x0 - child.x0 * wide, area.y0 - child.y0 * high, wide, high)


def _beside(area: Area, canvas: tuple[float, float]) -> bool:
    wide, high = canvas
    return (
        area.x1 <= -MARGIN
        or area.y1 <= -MARGIN
        or area.x0 >= wide + MARGIN
        or area.y0 >= high + MARGIN
    )


def _words(shape: Element) -> str:
    """Return a shape's words, else its alt text, else its name."""
    said = " ".join(words_of(shape).split())
    named = next(shape.iter("{*}cNvPr"), None)
    if said or named is None:
        return said
    return named.get("descr") or named.get("name") or ""


def remove_paths(work: Work) -> Iterator[Removed]:
    """Empty alt texts and names of shapes that are paths of files."""
    for part in work.parts():
        found = [
            (element, key)
            for element in work.package.tree(part).iter("{*}cNvPr", "{*}docPr")
            for key in NAMED
            if holds_path(element.get(key) or "")
        ]
        for element, key in found:
            yield Removed(Trace.ALT, work.number(part), element.get(key) or "")
            element.set(key, "")
        if found:
            work.package.touch(part)
