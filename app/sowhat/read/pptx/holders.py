"""Placeholders: which one a shape is, and from which one it inherits."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from sowhat.read.pptx.names import Element, P

TITLES = ("title", "ctrTitle")
FOOTERS = ("dt", "ftr", "sldNum", "hdr")


class Holder(NamedTuple):
    """A placeholder's type and index."""

    type: str
    idx: str


Held: TypeAlias = tuple[Holder, Element]  # a placeholder and its shape


def holder_of(shape: Element) -> Holder | None:
    """Return which placeholder ``shape`` is, None if it is none."""
    for properties in shape[0] if len(shape) else ():
        if properties.tag == P + "nvPr":
            found = properties.find(P + "ph")
            if found is not None:
                return Holder(found.get("type") or "obj", found.get("idx") or "0")
    return None


def holders_in(root: Element | None) -> list[Held]:
    """Return the placeholders of a layout or master with their shapes."""
    if root is None:
        return []
    shapes = root.iter(P + "sp", P + "pic", P + "graphicFrame")
    return [(holder, shape) for shape in shapes if (holder := holder_of(shape))]


def matching(holder: Holder, among: list[Held]) -> Held | None:
    """Return the placeholder of a layout from which one of a slide inherits."""
    if holder.type in TITLES:
        return next((pair for pair in among if pair[0].type in TITLES), None)
    same = [pair for pair in among if pair[0].idx == holder.idx and pair[0].type not in TITLES]
    if not same and holder.type in (*FOOTERS, "subTitle", "body"):
        same = [pair for pair in among if pair[0].type == holder.type]
    return same[0] if same else None


def on_master(kind: str, among: list[Held]) -> Element | None:
    """Return the shape of a master from which placeholders of this type inherit."""
    wanted = _MASTER_TYPE.get(kind, kind)
    return next((shape for holder, shape in among if holder.type == wanted), None)


_MASTER_TYPE = {
    "ctrTitle": "title",
    **dict.fromkeys(("subTitle", "obj", "pic", "tbl", "chart", "dgm", "media", "clipArt"), "body"),
}
