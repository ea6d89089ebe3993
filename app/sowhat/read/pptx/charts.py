"""Charts: all they hold as data, and the words of them that a person sees as blocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from sowhat.model import Chart, Series
from sowhat.read.pptx.chart_data import Row, is_on, rows, text_of
from sowhat.read.pptx.chart_labels import labels
from sowhat.read.pptx.chart_places import HEADING, USUAL, Sheet, Words, size_of
from sowhat.read.pptx.chartex import CX, read_modern
from sowhat.read.pptx.found import Found
from sowhat.read.pptx.names import C, Element, R, number
from sowhat.read.pptx.number_formats import GENERAL, shown
from sowhat.read.pptx.place import Place

MOST_NAMES = 200  # of a chart
ROUND = ("pie", "pie3D", "doughnut", "ofPie")  # their categories are told in the legend
BARS = ("bar", "bar3D")
_NAMED = (C + "catAx", C + "dateAx")
_AXES = (*_NAMED, C + "valAx", C + "serAx")


def read_chart(root: Element, place: Place, found: Found) -> Chart:
    """Return a ``c:chartSpace`` or ``cx:chartSpace`` as data and add the words that are seen."""
    if root.tag.startswith(CX):
        return read_modern(root, place, found)
    chart = root.find(C + "chart")
    area = None if chart is None else chart.find(C + "plotArea")
    if area is None:
        return Chart()
    return _Classic(root, chart, area).read(place, found)


def data_of(root: Element) -> str | None:
    """Return the chart part's relation to the workbook with its numbers."""
    space = CX if root.tag.startswith(CX) else C
    data = next(root.iter(space + "externalData"), None)
    return None if data is None else data.get(R + "id")


class _Classic:
    """A ``c:chartSpace`` being read."""

    def __init__(self, root: Element, chart: Element, area: Element) -> None:
        self._chart = chart
        self._area = area
        self._rows = rows(area)
        self._base = size_of(root.find(C + "txPr"), 0.0)
        self._axes = [axis for axis in area if axis.tag in _AXES]
        self._categories = next((row.categories for row in self._rows if row.categories), ())

    def read(self, place: Place, found: Found) -> Chart:
        """Add the words and return the data."""
        title = text_of(self._chart.find(C + "title")) or self._own_title()
        self._show(title, Sheet(place), found)
        return Chart(
            tuple(dict.fromkeys(_kind(row.plot) for row in self._rows)),
            title,
            self._categories,
            tuple(Series(row.name, row.numbers.values) for row in self._rows),
            tuple(filter(None, (text_of(axis.find(C + "title")) for axis in self._axes))),
        )

    def _own_title(self) -> str:
        """Return the title that the chart gives itself: the name of an only series."""
        deleted = is_on(self._chart, "autoTitleDeleted")
        return "" if deleted or len(self._rows) != 1 else self._rows[0].name

    def _show(self, title: str, sheet: Sheet, found: Found) -> None:
        group = found.next_group()
        holder = self._chart.find(C + "title")
        if title:
            box = sheet.title(Words(title, size_of(holder, self._base or HEADING)), holder)
            found.label(title, box, group)
        legend = self._chart.find(C + "legend")
        entries = self._legend(legend)
        entry_boxes = []
        if entries and legend is not None:
            side = legend.find(C + "legendPos")
            where = "r" if side is None else side.get("val") or "r"
            size = self._size(legend)
            entry_boxes = sheet.legend([Words(e, size) for e in entries], legend, where)
        for axis in self._seen_axes(with_title=True):
            words = Words(text_of(axis.find(C + "title")), self._size(axis.find(C + "title")))
            found.label(words.text, sheet.axis_title(words, _side(axis)), group)
        for text, box in zip(entries, entry_boxes, strict=True):
            found.label(text, box, group)
        self._show_categories(sheet, found, group, skip=entries)
        free = sheet.free()
        for text in islice(self._inside(entries), MOST_NAMES):
            found.label(text, free, group)

    def _show_categories(self, sheet: Sheet, found: Found, group: int, skip: Sequence[str]) -> None:
        axis = next((a for a in self._seen_axes() if a.tag in _NAMED and _has_names(a)), None)
        names = self._categories[:MOST_NAMES]
        if axis is None or not any(names) or self._kind in ROUND:
            return
        upright = _side(axis) in ("b", "t")
        size = self._size(axis.find(C + "txPr"))
        boxes = sheet.categories([Words(n, size) for n in names], self._ticks(), upright=upright)
        seen = set(skip)
        for name, box in zip(names, boxes, strict=True):
            if name not in seen:
                seen.add(name)
                found.label(name, box, group)

    def _legend(self, legend: Element | None) -> list[str]:
        if legend is None or not self._rows:
            return []
        only = self._rows[0]
        by_point = self._kind in ROUND or (
            len(self._rows) == 1
            and self._kind in BARS
            and is_on(only.plot, "varyColors", default=True)
        )
        entries: Iterable[str] = self._categories if by_point else (r.name for r in self._rows)
        deleted = {
            int(number(index.get("val"), -1))
            for entry in legend.iterchildren(C + "legendEntry")
            if is_on(entry, "delete") and (index := entry.find(C + "idx")) is not None
        }
        kept = (name for index, name in enumerate(entries) if index not in deleted)
        return [name for name in islice(dict.fromkeys(kept), MOST_NAMES) if name]

    def _inside(self, told: Sequence[str]) -> Iterable[str]:
        """Yield the words in the plot: trend lines, a data table, labels at the points."""
        by_depth = any(axis.tag == C + "serAx" for axis in self._seen_axes())
        table = self._area.find(C + "dTable") is not None
        if by_depth or table:
            yield from (row.name for row in self._rows if row.name not in told)
        for row in self._rows:
            if told:
                yield from (t.text or "" for t in row.element.iterfind(f"{C}trendline/{C}name"))
            if table:
                count = len(row.numbers.values)
                yield " ".join(filter(None, (row.numbers.shown(i) for i in range(count))))
            yield from _joined(row)

    def _seen_axes(self, *, with_title: bool = False) -> list[Element]:
        return [
            axis
            for axis in self._axes
            if not is_on(axis, "delete") and (not with_title or text_of(axis.find(C + "title")))
        ]

    def _size(self, holder: Element | None) -> float:
        return size_of(holder, self._base or USUAL)

    def _ticks(self) -> Words:
        """Return about the widest number on the axis of values, empty where it is not shown."""
        axis = next((a for a in self._seen_axes() if a.tag == C + "valAx" and _has_names(a)), None)
        if axis is None:
            return Words("", self._base or USUAL)
        values = [v for row in self._rows for v in row.numbers.values if v is not None]
        form = axis.find(C + "numFmt")
        code = GENERAL if form is None else form.get("formatCode") or GENERAL
        top = max(values, default=0.0, key=abs)
        return Words(shown(float(f"{1.05 * top:.1g}"), code), self._size(axis.find(C + "txPr")))

    @property
    def _kind(self) -> str:
        return _kind(self._rows[0].plot) if self._rows else ""


def _joined(row: Row) -> Iterable[str]:
    """Yield the labels of a series; those that are numbers alone as one."""
    figures = []
    for label in labels(row):
        if label.numeric:
            figures.append(label.text)
        else:
            yield label.text
    yield " ".join(figures)


def _kind(plot: Element) -> str:
    name: str = plot.tag
    return name[len(C) :].removesuffix("Chart")


def _side(axis: Element) -> str:
    where = axis.find(C + "axPos")
    return "b" if where is None else where.get("val") or "b"


def _has_names(axis: Element) -> bool:
    names = axis.find(C + "tickLblPos")
    return names is None or names.get("val") != "none"
