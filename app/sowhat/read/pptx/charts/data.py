"""What a classic chart holds: the cached names and numbers of its series."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from sowhat.read.pptx.charts.formats import GENERAL, general, shown
from sowhat.read.pptx.names import A, C, Element, number, truth

MOST_SERIES = 50
MOST_VALUES = 1_000  # of a series
MOST_LETTERS = 1_000  # of a name or a label


class Numbers(NamedTuple):
    """The numbers of a series and how they are shown: ``codes`` by index where one has its own."""

    values: tuple[float | None, ...] = ()
    code: str = GENERAL
    codes: Mapping[int, str] = {}

    def shown(self, index: int, code: str | None = None) -> str:
        """Return a number in the format ``code``, else its own; "" where there is none."""
        value = self.values[index] if index < len(self.values) else None
        return "" if value is None else shown(value, code or self.codes.get(index, self.code))


class Row(NamedTuple):
    """A series with the plot (``c:barChart`` and the like) it is drawn in."""

    plot: Element
    element: Element
    name: str
    categories: tuple[str, ...]
    numbers: Numbers
    bubbles: Numbers


def rows(area: Element) -> list[Row]:
    """Return the series of a ``c:plotArea``."""
    found: list[Row] = []
    named = (area.find(C + "catAx"), area.find(C + "dateAx"))
    code = next((own_code(axis) for axis in named if axis is not None), None)
    for plot in area:
        if not isinstance(plot.tag, str) or not plot.tag.endswith("Chart"):
            continue
        for series in plot.iterchildren(C + "ser"):
            if len(found) == MOST_SERIES:
                return found
            points = [series.find(C + name) for name in ("cat", "xVal", "val", "yVal")]
            across, down = ([p for p in pair if p is not None] for pair in (points[:2], points[2:]))
            found.append(
                Row(
                    plot,
                    series,
                    text_of(series.find(C + "tx")),
                    names(across[0], code) if across else (),
                    numbers(down[0] if down else None),
                    numbers(series.find(C + "bubbleSize")),
                )
            )
    return found


def names(holder: Element, code: str | None = None) -> tuple[str, ...]:
    """Return the names in a ``c:cat`` or ``c:xVal``; those of several levels are joined.

    Numbers and dates are shown in the format ``code``, else in their own.
    """
    levels = [_strings(level) for level in holder.iter(C + "lvl")]
    if levels:
        return tuple(_of_levels(levels))
    for cache in holder.iter(C + "strCache", C + "strLit"):
        return _listed(_strings(cache))
    dates = numbers(holder)
    return tuple(dates.shown(index, code) for index in range(len(dates.values)))


def numbers(holder: Element | None) -> Numbers:
    """Return the numbers in a ``c:val``, ``c:yVal`` or ``c:bubbleSize``."""
    caches = () if holder is None else holder.iter(C + "numCache", C + "numLit", C + "strCache")
    for cache in caches:
        values: dict[int, float] = {}
        codes: dict[int, str] = {}
        for index, point in _points(cache):
            value = as_value(point.findtext(C + "v"))
            if value is not None:
                values[index] = value
            if own := point.get("formatCode"):
                codes[index] = own
        size = max(max(values, default=-1) + 1, _told(cache))
        listed = tuple(values.get(index) for index in range(size))
        return Numbers(listed, cache.findtext(C + "formatCode") or GENERAL, codes)
    return Numbers()


def text_of(holder: Element | None, field: Callable[[str], str | None] = lambda _: None) -> str:
    """Return the words of a ``c:tx`` or of a ``c:title``; ``field`` knows what fields stand for."""
    if holder is None:
        return ""
    lines = ["".join(_spoken(p, field)) for p in holder.iter(A + "p")]
    words = " ".join(lines) or " ".join(value.text or "" for value in holder.iter(C + "v"))
    return " ".join(words[:MOST_LETTERS].split())


def own_code(holder: Element) -> str | None:
    """Return the number format of an axis or of labels, None where it is that of the cells."""
    form = holder.find(C + "numFmt")
    if form is None or truth(form.get("sourceLinked")):
        return None
    code: str | None = form.get("formatCode")
    return code


def is_on(holder: Element, name: str, *, default: bool = False) -> bool:
    """Say whether the child ``name`` of ``holder`` is a yes; an empty one is."""
    child = holder.find(C + name)
    return default if child is None else truth(child.get("val"), default=True)


def as_value(text: str | None) -> float | None:
    """Return a finite number, None for anything else."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def plain(value: float | None) -> str:
    """Return a number without a format, "" where there is none."""
    return "" if value is None else general(value)


def _spoken(paragraph: Element, field: Callable[[str], str | None]) -> Iterator[str]:
    for child in paragraph:
        if child.tag == A + "br":
            yield " "
        elif child.tag in (A + "r", A + "fld"):
            known = field(child.get("type") or "") if child.tag == A + "fld" else None
            yield child.findtext(A + "t") or "" if known is None else known


def _told(cache: Element) -> int:
    """Return how many points there are, the empty ones at the end included."""
    count = cache.find(C + "ptCount")
    return 0 if count is None else min(max(int(number(count.get("val"))), 0), MOST_VALUES)


def _points(cache: Element) -> Iterator[tuple[int, Element]]:
    for place, point in enumerate(cache.iterchildren(C + "pt")):
        index = int(number(point.get("idx"), place))
        if 0 <= index < MOST_VALUES:
            yield index, point
        if place == MOST_VALUES:
            return


def _strings(cache: Element) -> dict[int, str]:
    return {
        index: " ".join((point.findtext(C + "v") or "")[:MOST_LETTERS].split())
        for index, point in _points(cache)
    }


def _listed(found: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(found.get(index, "") for index in range(max(found, default=-1) + 1))


def _of_levels(levels: list[dict[int, str]]) -> Iterator[str]:
    """Yield the names of the first, finest level behind those that they stand under."""
    above = [""] * len(levels)
    for index, own in enumerate(_listed(levels[0])):
        above = [level.get(index, over) for level, over in zip(levels, above, strict=True)]
        yield " ".join(filter(None, (*reversed(above[1:]), own)))
