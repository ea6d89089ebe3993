"""The axes of a classic chart: which are seen, their titles and the names on them."""

from __future__ import annotations

from collections.abc import Sequence

from sowhat.read.pptx.charts.data import Row, is_on, text_of
from sowhat.read.pptx.charts.formats import GENERAL, shown
from sowhat.read.pptx.charts.places import Sheet
from sowhat.read.pptx.charts.words import LINE, USUAL, Words, gap_of, heading, size_of
from sowhat.read.pptx.names import C, Element

_NAMED = (C + "catAx", C + "dateAx")
_ALL = (*_NAMED, C + "valAx", C + "serAx")


class Axes:
    """The axes of a ``c:plotArea`` with these series; ``base`` is the chart's size of words."""

    def __init__(self, area: Element, rows: Sequence[Row], base: float) -> None:
        axes = [axis for axis in area if axis.tag in _ALL]
        self._usual = base or USUAL
        self.titles = tuple(filter(None, (text_of(axis.find(C + "title")) for axis in axes)))
        self.seen = [axis for axis in axes if not is_on(axis, "delete")]
        self.of_names = self._first(*_NAMED)
        self.ticks = self._widest(rows)

    def show_titles(self, sheet: Sheet) -> None:
        """Tell the titles in the order of the axes; those that stand on end are placed first."""
        named = ((self._title(axis), side_of(axis)) for axis in self.seen)
        titles = [title for title in named if title[0].text]
        lying = [title for title in titles if title[1] in ("b", "t")]
        below = sum(words.height for words, _ in lying) + LINE * self.ticks.size
        left = self.ticks.width + gap_of(self.ticks)
        boxes = {title: sheet.axis_title(*title, below) for title in titles if title not in lying}
        boxes |= {title: sheet.axis_title(*title, left) for title in lying}
        for title in titles:
            sheet.tell(title[0].text, boxes[title])

    def _title(self, axis: Element) -> Words:
        holder = axis.find(C + "title")
        return heading(text_of(holder), holder, self._usual)

    def _first(self, *tags: str) -> Element | None:
        return next((axis for axis in self.seen if axis.tag in tags and _has_names(axis)), None)

    def _widest(self, rows: Sequence[Row]) -> Words:
        """Return about the widest number on the axis of values, empty where it is not shown."""
        axis = self._first(C + "valAx")
        if axis is None:
            return Words("", self._usual)
        values = [value for row in rows for value in row.numbers.values if value is not None]
        form = axis.find(C + "numFmt")
        code = GENERAL if form is None else form.get("formatCode") or GENERAL
        top = 1.05 * max(values, default=0.0, key=abs)
        return Words(shown(float(f"{top:.1g}"), code), size_of(axis.find(C + "txPr"), self._usual))


def side_of(axis: Element) -> str:
    """Return the side of the plot on which an axis stands: b, l, t or r."""
    where = axis.find(C + "axPos")
    return "b" if where is None else where.get("val") or "b"


def _has_names(axis: Element) -> bool:
    names = axis.find(C + "tickLblPos")
    return names is None or names.get("val") != "none"
