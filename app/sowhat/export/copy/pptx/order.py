"""A new order of the slides, and whatever names slides by their place.

Links, custom shows, zooms and animations name slides by relation or id and need no change.
"""

from __future__ import annotations

from collections.abc import Sequence

from sowhat.export.copy.pptx.names import Dialect, Element, child
from sowhat.export.copy.pptx.package import Package
from sowhat.read.pptx.names import number

PROPERTIES = "presProps"


def reorder(entries: Sequence[Element], slides: Sequence[int]) -> None:
    """Move the entries of the list of slides.

    Blanks between them, for a reader's eye, stay where they were.
    """
    parent, first = entries[0].getparent(), entries[0].getparent().index(entries[0])
    tails = [entry.tail for entry in entries]
    moved = [entries[slide - 1] for slide in slides]
    for entry in entries:
        parent.remove(entry)
    for place, (entry, tail) in enumerate(zip(moved, tails, strict=True)):
        entry.tail = tail
        parent.insert(first + place, entry)


def follow_range(
    package: Package, main: str, dialect: Dialect, slides: Sequence[int]
) -> tuple[str, ...]:
    """Let a show of "slides 3 to 8" be of the same slides; return a note where it is no more.

    Slides that no longer stand together cannot be told so: then all are shown.
    """
    part = package.related(main, dialect.relation(PROPERTIES))
    show = None if part is None else package.tree(part).find(dialect.tag("showPr"))
    span = None if show is None else show.find(dialect.tag("sldRg"))
    if part is None or span is None:
        return ()
    first, last = (int(number(span.get(key))) for key in ("st", "end"))
    places = [place for place, slide in enumerate(slides, 1) if first <= slide <= last]
    together = bool(places) and places[-1] - places[0] + 1 == len(places)
    if together:
        span.set("st", str(places[0]))
        span.set("end", str(places[-1]))
    else:
        every = child(show, dialect.tag("sldAll"))
        span.getparent().replace(span, every)
    package.touch(part)
    return () if together else ("show-all",)


def follow_titles(package: Package, dialect: Dialect, slides: Sequence[int]) -> None:
    """Put the slides' titles in the file's own properties in the new order, where they are told.

    They are one of several lists in a row; which one is known by its length alone.
    """
    part = package.related("", dialect.relation("extended-properties")) or package.related(
        "", dialect.relation("extendedProperties")
    )
    if part is None:
        return
    root = package.tree(part)
    titles = root.find(f"{{{dialect.properties}}}TitlesOfParts/{{{dialect.variants}}}vector")
    counts = [int(number(n.text)) for n in _numbers(root, dialect)]
    fits = [at for at, count in enumerate(counts) if count == len(slides)]
    if titles is None or len(fits) != 1 or sum(counts) != len(titles):
        return
    start = sum(counts[: fits[0]])
    words = [titles[start + slide - 1].text for slide in slides]
    for offset, said in enumerate(words):
        titles[start + offset].text = said
    package.touch(part)


def _numbers(root: Element, dialect: Dialect) -> list[Element]:
    pairs = root.find(f"{{{dialect.properties}}}HeadingPairs")
    return [] if pairs is None else list(pairs.iter(f"{{{dialect.variants}}}i4"))
