"""The frame around text: its insets, anchor and fit, and where text fits into odd shapes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sowhat.read.pptx.names import EMU, A, Element, number, truth
from sowhat.read.pptx.place import Place

PERCENT = 100_000.0
QUARTERS = {"vert": 90.0, "vert270": 270.0, "eaVert": 90.0, "mongolianVert": 90.0}


class Frame(NamedTuple):
    """How text sits in its shape; lengths in points, ``scale`` and ``squeeze`` are shares.

    ``outer`` keeps the room above the first and below the last paragraph; text that ``clips``
    never stands above its shape.
    """

    left: float = 7.2
    top: float = 3.6
    right: float = 7.2
    bottom: float = 3.6
    anchor: str = "t"
    wrap: bool = True
    scale: float = 1.0
    squeeze: float = 0.0
    columns: int = 1
    gap: float = 0.0
    turn: float = 0.0
    upended: bool = False
    outer: bool = False
    clips: bool = False


def framed(frame: Frame, properties: Element | None) -> Frame:
    """Return ``frame`` changed by an ``a:bodyPr``."""
    if properties is None:
        return frame
    changes: dict[str, object] = {}
    for name, value in properties.attrib.items():
        if name in _LENGTHS:
            changes[_LENGTHS[name]] = number(value) / EMU
        elif name in _OTHERS:
            field, change = _OTHERS[name]
            changes[field] = change(value)
    if vertical := properties.get("vert"):
        changes["upended"] = vertical in QUARTERS
        changes["turn"] = QUARTERS.get(vertical, 0.0)
    if (fit := properties.find(A + "normAutofit")) is not None:
        changes["scale"] = number(fit.get("fontScale"), PERCENT) / PERCENT or 1.0
        changes["squeeze"] = number(fit.get("lnSpcReduction")) / PERCENT
    elif any(child.tag in _NO_FIT for child in properties):
        changes["scale"], changes["squeeze"] = 1.0, 0.0
    return frame._replace(**changes) if changes else frame  # type: ignore[arg-type]


def inner(place: Place, geometry: str | None) -> Place:
    """Return the part of a shape that takes text: not the corners of an ellipse."""
    if geometry == "roundRect":
        inset = 0.0488 * min(place.width, place.height)
        return _inset(place, inset, inset, inset, inset)
    if geometry is None or geometry not in _ROOM:
        return place
    left, top, right, bottom = _ROOM[geometry]
    width, height = place.width, place.height
    return _inset(place, left * width, top * height, right * width, bottom * height)


def _inset(place: Place, left: float, top: float, right: float, bottom: float) -> Place:
    if place.angle:  # the middle must stay where it is, or the turn would go around another
        left = right = (left + right) / 2
        top = bottom = (top + bottom) / 2
    return place._replace(
        x=place.x + left,
        y=place.y + top,
        width=place.width - left - right,
        height=place.height - top - bottom,
    )


_LENGTHS = {
    "lIns": "left",
    "tIns": "top",
    "rIns": "right",
    "bIns": "bottom",
    "spcCol": "gap",
}
_OTHERS: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "anchor": ("anchor", str),
    "spcFirstLastPara": ("outer", truth),
    "vertOverflow": ("clips", lambda value: value != "overflow"),
    "wrap": ("wrap", lambda value: value != "none"),
    "numCol": ("columns", lambda value: min(max(int(number(value, 1)), 1), 16)),
}
_NO_FIT = (A + "noAutofit", A + "spAutoFit")
# Shares of width and height that text leaves free: left, top, right, bottom.
_ROOM: Mapping[str, tuple[float, float, float, float]] = {
    "ellipse": (0.1464, 0.1464, 0.1464, 0.1464),
    "flowChartConnector": (0.1464, 0.1464, 0.1464, 0.1464),
    "donut": (0.1464, 0.1464, 0.1464, 0.1464),
    "diamond": (0.25, 0.25, 0.25, 0.25),
    "flowChartDecision": (0.25, 0.25, 0.25, 0.25),
    "triangle": (0.25, 0.5, 0.25, 0.0),
    "hexagon": (0.11, 0.11, 0.11, 0.11),
    "octagon": (0.0858, 0.0858, 0.0858, 0.0858),
    "parallelogram": (0.13, 0.13, 0.13, 0.13),
    "trapezoid": (0.17, 0.17, 0.17, 0.0),
    "rightArrow": (0.0, 0.25, 0.15, 0.25),
    "leftArrow": (0.15, 0.25, 0.0, 0.25),
    "upArrow": (0.25, 0.15, 0.25, 0.0),
    "downArrow": (0.25, 0.0, 0.25, 0.15),
    "cloud": (0.13, 0.12, 0.12, 0.12),
}
