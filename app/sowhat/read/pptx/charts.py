"""Charts: titles and the names of series and categories; the numbers are left alone."""

from __future__ import annotations

from collections.abc import Iterator

from sowhat.read.pptx.found import Found
from sowhat.read.pptx.names import A, C, Element, truth
from sowhat.read.pptx.place import Place

CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
TITLE_BAND = 0.15  # share of a chart's height that its title takes
MOST_NAMES = 200  # of a chart


def read_chart(root: Element, place: Place, found: Found) -> None:
    """Add the words of a ``c:chartSpace`` or ``cx:chartSpace``."""
    whole = place.box()
    band = place.part(0.0, 0.0, place.width, TITLE_BAND * place.height)
    group = found.next_group()
    for count, (text, is_title) in enumerate(_words(root)):
        if count == MOST_NAMES:
            break
        found.label(text, band if is_title else whole, group)


def _words(root: Element) -> Iterator[tuple[str, bool]]:
    if root.tag.startswith(CX):
        yield from _modern(root)
        return
    chart = root.find(C + "chart")
    if chart is None:
        return
    series = list(chart.iter(C + "ser"))
    names = [_value(one.find(C + "tx")) for one in series]
    title = _rich(chart.find(C + "title"))
    hidden = chart.find(C + "autoTitleDeleted")
    if not title and len(names) == 1 and (hidden is None or not truth(hidden.get("val"))):
        title, names = names[0], []  # shown by itself as the title
    yield title, True
    for axis in chart.iterfind(f"{C}plotArea/*/{C}title"):
        yield _rich(axis), False
    yield from ((name, False) for name in dict.fromkeys(names))
    yield from ((name, False) for name in dict.fromkeys(_categories(series)))
    for label in chart.iter(C + "dLbl"):
        yield _rich(label), False


def _categories(series: list[Element]) -> Iterator[str]:
    for one in series:
        categories = one.find(C + "cat")
        for cache in () if categories is None else categories.iter(C + "strCache", C + "lvl"):
            for point in cache.iterfind(f"{C}pt/{C}v"):
                yield point.text or ""


def _value(names: Element | None) -> str:
    if names is None:
        return ""
    return " ".join(value.text or "" for value in names.iter(C + "v"))


def _rich(holder: Element | None) -> str:
    if holder is None:
        return ""
    paragraphs = ("".join(t.text or "" for t in p.iter(A + "t")) for p in holder.iter(A + "p"))
    return " ".join(paragraphs) or _value(holder.find(C + "tx"))


def _modern(root: Element) -> Iterator[tuple[str, bool]]:
    for title in root.iter(CX + "title"):
        yield " ".join(t.text or "" for t in title.iter(A + "t")), True
    for name in root.iter(CX + "series"):
        yield name.findtext(f"{CX}tx/{CX}txData/{CX}v") or "", False
    for point in root.iterfind(f".//{CX}strDim/{CX}lvl/{CX}pt"):
        yield point.text or "", False
