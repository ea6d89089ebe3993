"""What shapes and backgrounds are filled with, as far as it is one plain colour."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sowhat.read.pptx.names import A, Element, P, number
from sowhat.read.pptx.theme import Theme

FULL = 0.999  # a colour that covers more is opaque
FAINT = 0.001  # one that covers less is not there
GROUNDS_FROM = 1001  # references of backgrounds begin here


class Fill(NamedTuple):
    """What lies in a shape: ``color`` is None where it is not one plain, opaque colour."""

    color: str | None = None


UNKNOWN = Fill()
FILLS = frozenset(
    A + name for name in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
)


def own_fill(properties: Element | None) -> Element | None:
    """Return the fill that a shape's properties name, None where they leave it to others."""
    for child in () if properties is None else properties:
        if child.tag in FILLS:
            return child
    return None


def read_fill(fill: Element, theme: Theme) -> Fill | None:
    """Return what a fill shows, None where that is nothing."""
    if fill.tag == A + "noFill":
        return None
    if fill.tag != A + "solidFill":
        return UNKNOWN
    paint = theme.paint(fill)
    if paint is None or FAINT < paint.alpha < FULL:
        return UNKNOWN
    return Fill(paint.color) if paint.alpha >= FULL else None


def styled_fill(style: Element | None, theme: Theme) -> Fill | None:
    """Return the fill that a shape's ``p:style`` refers to."""
    reference = None if style is None else style.find(A + "fillRef")
    return None if reference is None else _referred(reference, theme)


def ground(roots: Iterable[Element | None], theme: Theme) -> Fill | None:
    """Return the background of the first of slide, layout and master that has one."""
    for root in roots:
        own = None if root is None else root.find(f"{P}cSld/{P}bg")
        for child in () if own is None else own:
            if child.tag == P + "bgRef":
                return _referred(child, theme)
            fill = own_fill(child)
            if fill is not None:
                return read_fill(fill, theme)
    return None


def _referred(reference: Element, theme: Theme) -> Fill | None:
    index = int(number(reference.get("idx")))
    behind = index >= GROUNDS_FROM
    known = theme.grounds if behind else theme.fills
    place = index - (GROUNDS_FROM if behind else 1)
    if index in (0, GROUNDS_FROM - 1):
        return None
    color = theme.color(reference)
    if not 0 <= place < len(known):
        return UNKNOWN
    return read_fill(known[place], theme.meaning(color) if color else theme)
