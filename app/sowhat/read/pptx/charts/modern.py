"""The newer charts (``cx:chartSpace``): waterfalls, funnels, treemaps and the like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from sowhat.model import Chart, Series
from sowhat.read.pptx.charts.data import MOST_LETTERS, MOST_SERIES, MOST_VALUES, Numbers, as_value
from sowhat.read.pptx.charts.formats import GENERAL
from sowhat.read.pptx.charts.places import Sheet
from sowhat.read.pptx.charts.words import HEADING, USUAL, Words, heading, size_of
from sowhat.read.pptx.found import Found
from sowhat.read.pptx.names import A, Element, number, truth
from sowhat.read.pptx.place import Place

CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
# These tell their categories at the points or in the legend, and have no axes.
AREAS = ("treemap", "sunburst", "regionMap")
OWN_LEGEND = (*AREAS, "waterfall")  # it does not name the series


def read_modern(root: Element, place: Place, found: Found) -> Chart:
    """Return a ``cx:chartSpace`` as data and add the words that are seen."""
    return _Modern(root).read(place, found)


class _Modern:
    """A ``cx:chartSpace`` being read."""

    def __init__(self, root: Element) -> None:
        self._chart = root.find(CX + "chart")
        if self._chart is None:
            self._chart = root
        self._data = {data.get("id"): data for data in root.iterfind(f"{CX}chartData/{CX}data")}
        regions = self._chart.iterfind(f"{CX}plotArea/{CX}plotAreaRegion/{CX}series")
        self._series = list(islice(regions, MOST_SERIES))
        self._kinds = tuple(dict.fromkeys(one.get("layoutId") or "" for one in self._series))
        first = self._of(self._series[0]) if self._series else None
        self._levels = [] if first is None else list(_levels(first))
        self._base = size_of(root.find(CX + "txPr"), 0.0)

    def read(self, place: Place, found: Found) -> Chart:
        """Add the words and return the data."""
        title = _text(self._chart.find(CX + "title"))
        axes = list(self._chart.iterfind(f"{CX}plotArea/{CX}axis"))
        titles = tuple(filter(None, (_text(axis.find(CX + "title")) for axis in axes)))
        self._show(title, axes, Sheet(place, found))
        return Chart(
            tuple(filter(None, self._kinds)),
            title,
            tuple(_paths(self._levels)),
            tuple(Series(_name(one), _numbers(self._of(one)).values) for one in self._series),
            titles,
        )

    def _show(self, title: str, axes: list[Element], sheet: Sheet) -> None:
        if title:
            words = heading(title, self._chart.find(CX + "title"), self._base or HEADING)
            sheet.tell(title, sheet.title(words, None))
        seen = [axis for axis in axes if not truth(axis.get("hidden"))]
        size = self._base or USUAL
        for axis in seen:
            if name := _text(axis.find(CX + "title")):
                side = "b" if axis.find(CX + "catScaling") is not None else "l"
                sheet.tell(name, sheet.axis_title(Words(name, size), side))
        legend = self._chart.find(CX + "legend")
        names = list(dict.fromkeys(filter(None, map(_name, self._series))))
        if legend is not None and names and self._kinds[0] not in OWN_LEGEND:
            entries = [Words(name, size) for name in names]
            where = legend.get("pos") or "r"
            for name, box in zip(names, sheet.legend(entries, legend, where), strict=True):
                sheet.tell(name, box)
        sheet.tell_inside(self._inside(seen))

    def _inside(self, axes: list[Element]) -> Iterator[str]:
        on_axis = any(
            axis.find(CX + "catScaling") is not None and axis.find(CX + "tickLabels") is not None
            for axis in axes
        )
        named = self._kinds and self._kinds[0] in AREAS
        if on_axis or named:
            yield from dict.fromkeys(name for level in self._levels for name in level)
        for one in self._series:
            yield " ".join(self._labels(one))

    def _labels(self, series: Element) -> Iterable[str]:
        labels = series.find(CX + "dataLabels")
        seen = None if labels is None else labels.find(CX + "visibility")
        if labels is None or (seen is not None and not truth(seen.get("value"))):
            return
        form = labels.find(CX + "numFmt")
        code = None if form is None else form.get("formatCode")
        gone = {int(number(p.get("idx"), -1)) for p in labels.iterfind(CX + "dataLabelHidden")}
        figures = _numbers(self._of(series))
        for index in range(len(figures.values)):
            if index not in gone and (text := figures.shown(index, code)):
                yield text

    def _of(self, series: Element) -> Element | None:
        known = series.find(CX + "dataId")
        return None if known is None else self._data.get(known.get("val"))


def _text(holder: Element | None) -> str:
    if holder is None:
        return ""
    words = " ".join(t.text or "" for t in holder.iter(A + "t")) or holder.findtext(
        f"{CX}tx/{CX}txData/{CX}v", ""
    )
    return " ".join(words[:MOST_LETTERS].split())


def _name(series: Element) -> str:
    return _text_of(series.findtext(f"{CX}tx/{CX}txData/{CX}v"))


def _text_of(text: str | None) -> str:
    return " ".join((text or "")[:MOST_LETTERS].split())


def _levels(data: Element) -> Iterator[tuple[str, ...]]:
    """Yield the names of each level of the categories, the finest first."""
    for level in data.iterfind(f"{CX}strDim[@type='cat']/{CX}lvl"):
        points = islice(level.iterchildren(CX + "pt"), MOST_VALUES)
        named = {_index(point): _text_of(point.text) for point in points}
        size = max(named, default=-1) + 1
        yield tuple(named.get(index, "") for index in range(size))


def _paths(levels: list[tuple[str, ...]]) -> Iterator[str]:
    for index, name in enumerate(levels[0] if levels else ()):
        above = [level[index] for level in reversed(levels[1:]) if index < len(level)]
        yield " ".join(filter(None, (*above, name)))


def _numbers(data: Element | None) -> Numbers:
    level = None if data is None else data.find(f"{CX}numDim/{CX}lvl")
    if level is None:
        return Numbers()
    points = islice(level.iterchildren(CX + "pt"), MOST_VALUES)
    values = {_index(point): as_value(point.text) for point in points}
    size = max(values, default=-1) + 1
    code = level.get("formatCode") or GENERAL
    return Numbers(tuple(values.get(index) for index in range(size)), code)


def _index(point: Element) -> int:
    return min(max(int(number(point.get("idx"))), 0), MOST_VALUES - 1)
