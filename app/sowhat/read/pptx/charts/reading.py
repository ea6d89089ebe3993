"""Charts: all they hold as data, and the words of them that a person sees as blocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from sowhat.model import Box, Chart, Series
from sowhat.read.pptx.charts.axes import Axes, side_of
from sowhat.read.pptx.charts.data import Row, is_on, rows, text_of
from sowhat.read.pptx.charts.labels import labels
from sowhat.read.pptx.charts.modern import CX, read_modern
from sowhat.read.pptx.charts.places import MOST_NAMES, Sheet
from sowhat.read.pptx.charts.words import HEADING, USUAL, Words, heading, size_of
from sowhat.read.pptx.found import Found
from sowhat.read.pptx.names import C, Element, R, number
from sowhat.read.pptx.place import Place

ROUND = ("pie", "pie3D", "doughnut", "ofPie")  # their categories are told in the legend
BARS = ("bar", "bar3D")


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
        self._axes = Axes(area, self._rows, self._base)
        self._categories = next((row.categories for row in self._rows if row.categories), ())

    def read(self, place: Place, found: Found) -> Chart:
        """Add the words and return the data."""
        title = text_of(self._chart.find(C + "title")) or self._own_title()
        self._show(title, Sheet(place, found))
        return Chart(
            tuple(dict.fromkeys(_kind(row.plot) for row in self._rows)),
            title,
            self._categories,
            tuple(Series(row.name, row.numbers.values) for row in self._rows),
            self._axes.titles,
        )

    def _own_title(self) -> str:
        """Return the title that the chart gives itself: the name of an only series."""
        deleted = is_on(self._chart, "autoTitleDeleted")
        return "" if deleted or len(self._rows) != 1 else self._rows[0].name

    def _show(self, title: str, sheet: Sheet) -> None:
        if title:
            holder = self._chart.find(C + "title")
            sheet.tell(title, sheet.title(heading(title, holder, self._base or HEADING), holder))
        legend = self._chart.find(C + "legend")
        entries = self._legend(legend)
        boxes = self._placed(entries, legend, sheet)
        self._axes.show_titles(sheet)
        for text, box in zip(entries, boxes, strict=True):
            sheet.tell(text, box)
        self._show_categories(sheet)
        sheet.tell_inside(self._inside(entries))

    def _placed(self, entries: list[str], legend: Element | None, sheet: Sheet) -> list[Box]:
        if legend is None or not entries:
            return []
        side = legend.find(C + "legendPos")
        where = "r" if side is None else side.get("val") or "r"
        size = self._size(legend)
        return sheet.legend([Words(entry, size) for entry in entries], legend, where)

    def _show_categories(self, sheet: Sheet) -> None:
        names = self._categories[:MOST_NAMES]
        axis = self._axes.of_names
        if axis is None or not any(names) or self._kind in ROUND:
            return
        size = self._size(axis.find(C + "txPr"))
        words = [Words(name, size) for name in names]
        upright = side_of(axis) in ("b", "t")
        boxes = sheet.categories(words, self._axes.ticks, upright=upright)
        places = dict(zip(reversed(names), reversed(boxes), strict=True))
        for name in dict.fromkeys(names):
            sheet.tell(name, places[name])

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
        by_depth = any(axis.tag == C + "serAx" for axis in self._axes.seen)
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

    def _size(self, holder: Element | None) -> float:
        return size_of(holder, self._base or USUAL)

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
