"""The size of a chart's words: titles, entries of the legend, names on the axes."""

from __future__ import annotations

from typing import NamedTuple

from sowhat import fonts
from sowhat.read.pptx.names import A, Element, number

FONT = "Calibri"
HEADING, USUAL = 18.0, 10.0  # sizes where a chart gives none
LINE = 1.22  # ems
TICKS = 0.68, 4.0  # ems and points between the names on an axis and the plot


class Words(NamedTuple):
    """Text and its size."""

    text: str
    size: float
    bold: bool = False

    @property
    def width(self) -> float:
        """Return its width on one line."""
        return fonts.width(self.text, FONT, self.size, bold=self.bold)

    @property
    def height(self) -> float:
        """Return the height of a line."""
        return LINE * self.size


def size_of(holder: Element | None, usual: float) -> float:
    """Return the size of the words of a title, a legend or an axis, ``usual`` if it gives none."""
    if holder is None:
        return usual
    for tag in (A + "rPr", A + "defRPr"):
        for look in holder.iter(tag):
            if look.get("sz"):
                return number(look.get("sz")) / 100.0 or usual
    return usual


def heading(text: str, holder: Element | None, usual: float) -> Words:
    """Return a title, which is bold unless the chart says otherwise."""
    looks = () if holder is None else holder.iter(A + "rPr", A + "defRPr")
    plain = any(look.get("b") in ("0", "false") for look in looks)
    return Words(text, size_of(holder, usual), bold=not plain)


def gap_of(ticks: Words) -> float:
    """Return the room between the names on an axis and the plot."""
    ems, points = TICKS
    return ems * ticks.size + points
