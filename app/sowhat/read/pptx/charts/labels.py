"""The labels at the points of a classic chart, as far as a person sees them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sowhat.read.pptx.charts.data import MOST_VALUES, Row, is_on, own_code, plain, text_of
from sowhat.read.pptx.charts.formats import shown
from sowhat.read.pptx.names import C, Element, number

C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
_SHOWN = ("showSerName", "showCatName", "showVal", "showPercent", "showBubbleSize")
_NUMERIC = frozenset(("showVal", "showPercent", "showBubbleSize"))


class Label(NamedTuple):
    """What stands at a point; ``numeric`` where it is numbers only."""

    text: str
    numeric: bool


def labels(row: Row) -> Iterator[Label]:
    """Yield the labels of a series in the order of its points."""
    common = row.element.find(C + "dLbls")
    if common is None:
        common = row.plot.find(C + "dLbls")
    if common is None:
        return
    own = {int(number(label.get("val"), -1)): label.getparent() for label in _indexes(common)}
    cells = _cells(row.element)
    if not own and not cells and not any(is_on(common, name) for name in _SHOWN):
        return
    whole = sum(abs(value) for value in row.numbers.values if value is not None)
    for index in range(min(max(len(row.numbers.values), max(own, default=-1) + 1), MOST_VALUES)):
        holder = own.get(index, common)
        if is_on(holder, "delete"):
            continue
        code = own_code(holder if holder.find(C + "numFmt") is not None else common)
        parts = _parts(row, index, code, whole)
        label = _label(holder, common, parts, cells.get(index, ""))
        if label.text:
            yield label


def _label(holder: Element, common: Element, parts: dict[str, str], cell: str) -> Label:
    written = holder.find(C + "tx")
    if written is not None:
        fields = {_FIELDS[name]: text for name, text in parts.items()} | {"CELLRANGE": cell}
        text = text_of(written, lambda kind: fields.get(kind.upper()))
        return Label(text, numeric=not any(sign.isalpha() for sign in text))
    chosen = [name for name in _SHOWN if is_on(holder, name) and parts[name]]
    words = [parts[name] for name in chosen]
    if cell and _cells_shown(holder):
        words.insert(0, cell)
    gap = holder.findtext(C + "separator") or common.findtext(C + "separator") or ", "
    numeric = len(words) == len(chosen) and _NUMERIC.issuperset(chosen)
    return Label(" ".join(gap.join(words).split()), numeric)


def _parts(row: Row, index: int, code: str | None, whole: float) -> dict[str, str]:
    sizes, values = row.bubbles.values, row.numbers.values
    value = values[index] if index < len(values) else None
    share = code if code and "%" in code else "0%"
    return {
        "showSerName": row.name,
        "showCatName": row.categories[index] if index < len(row.categories) else "",
        "showVal": row.numbers.shown(index, code),
        "showPercent": shown(abs(value) / whole, share) if value is not None and whole else "",
        "showBubbleSize": plain(sizes[index] if index < len(sizes) else None),
    }


def _indexes(common: Element) -> Iterator[Element]:
    for count, label in enumerate(common.iterchildren(C + "dLbl")):
        index = label.find(C + "idx")
        if count < MOST_VALUES and index is not None:
            yield index


def _cells(series: Element) -> dict[int, str]:
    """Return the words that cells of the workbook give to points."""
    cache = series.find(f"{C}extLst/{C}ext/{C15}datalabelsRange/{C15}dlblRangeCache")
    if cache is None:
        return {}
    points = list(cache.iterchildren(C + "pt"))[:MOST_VALUES]
    return {
        int(number(p.get("idx"), -1)): (p.findtext(C + "v") or "")[:MOST_VALUES] for p in points
    }


def _cells_shown(holder: Element) -> bool:
    found = holder.find(f"{C}extLst/{C}ext/{C15}showDataLabelsRange")
    return found is not None and found.get("val") in ("1", "true")


_FIELDS = {
    "showSerName": "SERIESNAME",
    "showCatName": "CATEGORYNAME",
    "showVal": "VALUE",
    "showPercent": "PERCENTAGE",
    "showBubbleSize": "BUBBLESIZE",
}
