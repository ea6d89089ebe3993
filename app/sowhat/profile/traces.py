"""What a deck's file carries beside the words on its slides: properties, alt texts of pictures that
come back, sections, remarks, workbooks, its own name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from sowhat.model import Block, Deck, Picture, Properties, Slide, Source

RETURNS = 0.25  # a picture on so large a share of the slides, three at least, is furniture
MOST = 200  # texts kept of each kind


@dataclass(frozen=True, slots=True)
class Traces:
    """``logos`` are the alt texts, or the names, of pictures of layouts and of those that come
    back, with their share of the slides; ``headings`` section names and the outline's root;
    ``authors`` who left remarks; ``books`` what charts and workbooks name; ``stem`` the file's
    name."""

    properties: Properties
    logos: tuple[tuple[str, float], ...] = ()
    headings: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    books: tuple[str, ...] = ()
    stem: str = ""


def collect(deck: Deck) -> Traces:
    """Return the traces in ``deck``."""
    return Traces(
        deck.properties,
        tuple(_logos(deck)),
        tuple(dict.fromkeys(_headings(deck)))[:MOST],
        tuple(dict.fromkeys(c.author for s in deck.slides for c in s.comments if c.author))[:MOST],
        tuple(dict.fromkeys(name for p in _pictures(deck) for name in _named(p)))[:MOST],
        PurePath(deck.path.replace("\\", "/")).stem,
    )


def targets(slide: Slide, blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the addresses behind the slide's places and words, each once."""
    linked = (run.link for block in blocks for run in block.runs if run.link)
    yield from dict.fromkeys((*linked, *(link.target for link in slide.links if link.target)))


def _logos(deck: Deck) -> Iterator[tuple[str, float]]:
    """Yield the alt texts, or the names, of layouts' and of returning pictures, the same bytes or
    the same text on many slides."""
    seen: dict[str, set[int]] = {}
    alts: dict[str, str] = {}
    drawn: Counter[str] = Counter()
    for slide in deck.slides:
        for picture in slide.pictures:
            called = picture.alt or picture.name
            if not called:
                continue
            mark = picture.sha256 or called
            seen.setdefault(mark, set()).add(slide.number)
            alts.setdefault(mark, called)
            drawn[mark] += picture.source is Source.LAYOUT
    count = len(deck.slides)
    for mark, numbers in seen.items():
        if drawn[mark] or (len(numbers) >= 3 and len(numbers) >= RETURNS * count):
            yield alts[mark], len(numbers) / count


def _headings(deck: Deck) -> Iterator[str]:
    yield from (slide.section for slide in deck.slides if slide.section)
    roots = [mark.title for mark in deck.outline if mark.level == 0]
    if len(roots) == 1 < len(deck.outline):
        yield roots[0]


def _pictures(deck: Deck) -> Iterator[Picture]:
    for slide in deck.slides:
        yield from (p for p in slide.pictures if p.workbook is not None or p.chart is not None)


def _named(picture: Picture) -> Iterator[str]:
    """Yield the words that a chart and the workbook behind it name."""
    if picture.chart is not None:
        yield picture.chart.title
        yield from (series.name for series in picture.chart.series)
        yield from picture.chart.categories
    if book := picture.workbook:
        yield from (PurePath(book.file).stem, *book.sheets, *book.names)
