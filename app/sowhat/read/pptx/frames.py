"""The frame around text: its insets, anchor and fit, and where text fits into odd shapes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sowhat.read.pptx.names import EMU, A, Element, number, truth
from sowhat.read.pptx.place import Place

PERCENT = 100_000.0
CORNER = 0.1464  # share of a circle's width that lies beside the square in it
NO_WARP = "textNoShape"
QUARTERS = {"vert": 90.0, "vert270": 270.0, "eaVert": 90.0, "mongolianVert": 90.0}


class Frame(NamedTuple):
    """How text sits in its shape; lengths in points, ``scale`` and ``squeeze`` are shares.

    ``outer`` keeps the room above the first and below the last paragraph; text that ``clips``
    never stands above its shape; text that is ``warped`` fills it.
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
    warped: bool = False


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
    if (warp := properties.find(A + "prstTxWarp")) is not None:
        changes["warped"] = warp.get("prst", NO_WARP) != NO_WARP
    return frame._replace(**changes) if changes else frame  # type: ignore[arg-type]


def inner(place: Place, geometry: Element | None) -> Place:
    """Return the part of a shape that takes text: not the corners of round ones.

    PowerPoint leaves more room free in arrows and the like; slides are drawn without it, and marks
    are to lie on the words as they are drawn.
    """
    if geometry is None:
        return place
    preset = geometry.get("prst")
    across = down = 0.0
    if preset == "ellipse":
        across, down = CORNER * place.width, CORNER * place.height
    elif preset in _ROUND and all(guide.get("name") != "adj" for guide in geometry.iter(A + "gd")):
        across = down = CORNER / 3 * min(place.width, place.height)
    return place._replace(
        x=place.x + across,
        y=place.y + down,
        width=place.width - 2 * across,
        height=place.height - 2 * down,
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
_ROUND = ("roundRect", "round1Rect", "round2SameRect", "round2DiagRect")
