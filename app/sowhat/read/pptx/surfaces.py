"""What is painted on a slide: where a colour lies for sure, and where something may."""

from __future__ import annotations

from typing import NamedTuple

from sowhat.model import Box
from sowhat.read.pptx.fills import FILLS, UNKNOWN, Fill, own_fill, read_fill, styled_fill
from sowhat.read.pptx.frames import CORNER
from sowhat.read.pptx.names import EMU, A, Element, number, truth
from sowhat.read.pptx.place import Place
from sowhat.read.pptx.theme import Theme

BROAD = 6.0  # points from which on an outline may be the ground of words
QUARTER = 90.0
SQUARE = 0.01  # degrees by which a shape may be turned and still stand upright


class Surface(NamedTuple):
    """Something painted: all of it lies in ``box``, and all of ``solid`` is of one ``color``.

    ``blocks`` and ``pictures`` are how many were there before it was painted, of the same part.
    """

    box: Box
    solid: Box | None
    color: str | None
    blocks: int
    pictures: int


def shape_fill(
    shape: Element, properties: Element | None, inherited: Element | None, theme: Theme
) -> Fill | None:
    """Return what a shape is filled with: by itself, else its placeholder, else its style."""
    if truth(shape.get("useBgFill")):
        return UNKNOWN
    fill = own_fill(properties)
    fill = inherited if fill is None else fill
    if fill is not None:
        return read_fill(fill, theme)
    return styled_fill(shape.find(shape.tag[: shape.tag.index("}") + 1] + "style"), theme)


def painted(properties: Element | None, place: Place, fill: Fill | None) -> Surface | None:
    """Return the surface of a shape with this fill; counts are left to who keeps it."""
    if fill is None:
        return _outline(properties, place)
    solid = _solid(properties, place) if fill.color else None
    return Surface(place.box(), solid, fill.color if solid else None, 0, 0)


def panel(
    properties: Element | None, place: Place, style: Element | None, *, filled: bool
) -> Box | None:
    """Return the box of a shape that is seen as a ground for what stands on it."""
    geometry = None if properties is None else properties.find(A + "prstGeom")
    preset = None if geometry is None else geometry.get("prst")
    if preset not in _PANELS or not (filled or _is_lined(properties, style)):
        return None
    return place.box()


def hazy(place: Place) -> Surface:
    """Return the surface of what is painted in ways that are not known: a picture, a table."""
    return Surface(place.box(), None, None, 0, 0)


def _is_lined(properties: Element | None, style: Element | None) -> bool:
    line = None if properties is None else properties.find(A + "ln")
    if line is not None and any(child.tag in FILLS for child in line):
        return line.find(A + "noFill") is None
    reference = None if style is None else style.find(A + "lnRef")
    return reference is not None and number(reference.get("idx")) > 0


def _outline(properties: Element | None, place: Place) -> Surface | None:
    line = None if properties is None else properties.find(A + "ln")
    wide = 0.0 if line is None else number(line.get("w")) / EMU
    if wide < BROAD:
        return None
    across, down = wide / 2, wide / 2
    box = place.part(-across, -down, place.width + across, place.height + down)
    return Surface(box, None, None, 0, 0)


def _solid(properties: Element | None, place: Place) -> Box | None:
    """Return the part of a shape that is painted for sure: not the corners of round ones."""
    geometry = None if properties is None else properties.find(A + "prstGeom")
    preset = None if geometry is None else geometry.get("prst")
    if preset not in _FREE or properties is None or properties.find(A + "scene3d") is not None:
        return None
    turned = place.angle % QUARTER
    if min(turned, QUARTER - turned) > SQUARE:
        return None
    across, down = place.width, place.height
    if preset != "ellipse":  # the corners are as round as half the shorter side at most
        across = down = min(across, down)
    free = _FREE[preset]
    x, y = free * across, free * down
    return place.part(x, y, place.width - x, place.height - y)


_FREE = {"rect": 0.0, "flowChartProcess": 0.0, "ellipse": CORNER} | dict.fromkeys(
    ("roundRect", "round1Rect", "round2SameRect", "round2DiagRect"), CORNER
)
_TILES = ("homePlate", "chevron", "hexagon", "octagon", "diamond", "parallelogram", "plaque")
_SOLIDS = ("can", "cube", "bevel", "frame", "foldedCorner", "flowChartAlternateProcess")
_SNIPPED = ("snip1Rect", "snip2SameRect", "snip2DiagRect", "snipRoundRect")
_CALLOUTS = ("wedgeRectCallout", "wedgeRoundRectCallout")
_PANELS = frozenset((*_FREE, *_TILES, *_SOLIDS, *_SNIPPED, *_CALLOUTS))
