"""What is inside shapes: which of two ways of saying it, outlines only, words."""

from __future__ import annotations

from sowhat.read.pptx.graphics import KNOWN, data_in
from sowhat.read.pptx.names import DSP, MC, A, Element, P


def words_in(shape: Element) -> str:
    """Return the words of a shape, none of a group's or picture's."""
    if shape.tag not in (P + "sp", DSP + "sp"):
        return ""
    return " ".join("".join(t.text or "" for t in p.iter(A + "t")) for p in shape.iter(A + "p"))


def chosen(content: Element) -> Element:
    """Return the choice that this reader understands, else the fallback."""
    choice, fallback = content.find(MC + "Choice"), content.find(MC + "Fallback")
    if choice is None:
        return () if fallback is None else fallback
    known = all(
        shape.tag != P + "graphicFrame" or _understood(shape)
        for shape in choice
        if isinstance(shape.tag, str)
    )
    return choice if known or fallback is None or not len(fallback) else fallback


def _understood(frame: Element) -> bool:
    data = data_in(frame)
    return data is not None and any(content.tag in KNOWN for content in data)


def is_drawing(group: Element) -> bool:
    """Say whether a group is one drawing: outlines, no words, no pictures."""
    outlined = False
    for element in group.iter(A + "custGeom", A + "t", A + "blip", P + "graphicFrame"):
        if element.tag == A + "custGeom":
            outlined = True
        elif element.tag != A + "t" or (element.text or "").strip():
            return False
    return outlined
