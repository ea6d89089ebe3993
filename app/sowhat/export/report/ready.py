"""The page for whoever sends the deck: whether it may go, what to mend, how much is theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sowhat.export import check_wording as said
from sowhat.export.check_wording import Good
from sowhat.export.report.column import (
    Drawing,
    Frame,
    Hanging,
    Panel,
    Piece,
    Space,
    heading,
    marked,
    pour,
    words,
)
from sowhat.export.report.look import BOTTOM, GAP, MARGIN, TOP, WIDTH
from sowhat.export.report.pages import READY, Pages
from sowhat.export.report.shapes import accent, octagon, question, ring, tick
from sowhat.export.report.summary import slide_links
from sowhat.export.report.typeface import markup
from sowhat.model import ItemKind, Readiness, Ready
from sowhat.palette import palette
from sowhat.texts import text

SIGNS = {Ready.READY: tick, Ready.LOOK: question, Ready.STOP: octagon}
QUOTING = (ItemKind.LEFTOVER, ItemKind.PLACEHOLDER, ItemKind.HAZARD)  # say words of the deck
WIDE = 0.6  # of the page, for what was found


def draw(pages: Pages, found: Readiness, *, slide_words: bool = True) -> None:
    """Draw the check, on as many pages as it takes; without ``slide_words`` no word of the deck
    stands on them."""
    title = text("check.title")
    pages.mark(READY, title)
    accent(pages.canvas)
    top: list[Piece] = [
        words(said.head(found), "small", palette().muted, after=8),
        _Word(found.ready),
        words(found.sentence, "section", after=16),
    ]
    _, low = pour(pages.canvas, top, Frame(MARGIN, TOP, WIDTH, BOTTOM))
    wide = (WIDTH - GAP) * WIDE
    left = Frame(MARGIN, low, wide, BOTTOM)
    right = Frame(MARGIN + wide + GAP, low, WIDTH - GAP - wide, BOTTOM)
    more = pages.columns(_found(found, slide_words=slide_words), [left])
    more += pages.columns(_figures(found), [right])
    pages.end(title)
    pages.run_on(more, text("check.continued"), title)


@dataclass(frozen=True, slots=True)
class _Word:
    """The word that comes first, behind its sign."""

    ready: Ready
    after: float = 6.0
    leads: bool = True

    def height(self, width: float) -> float:
        return self._words.height(width - 40)

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        SIGNS[self.ready](canvas, x + 15, top - 17, 30)
        self._words.draw(canvas, x + 40, top, width - 40)

    def cut(self, width: float, height: float) -> tuple[Piece, Piece] | None:  # noqa: ARG002
        return None

    @property
    def _words(self) -> Piece:
        return words(text(f"check.{self.ready}"), "headline")


def _found(found: Readiness, *, slide_words: bool) -> list[Piece]:
    pieces: list[Piece] = []
    for title, lines in said.groups(found):
        pieces += [*_apart(pieces), heading(title, after=6)]
        pieces += [_line(line, slide_words=slide_words) for line in lines]
    if said.cleanable(found):
        pieces.append(words(text("check.clean-hint"), "small", palette().muted))
    return pieces or [words(text("check.nothing"))]


def _apart(above: Sequence[Piece]) -> Sequence[Piece]:
    return [Space(8)] if above else []


def _line(line: said.Line, *, slide_words: bool) -> Piece:
    bare = not slide_words and line.kind in QUOTING
    why = text(f"check.counted.{line.kind}", n=line.times) if bare else line.why
    parts = [slide_links(line.slides), markup(said.place(line))]
    parts.append(markup(said.sureness(line.confidence)))
    told = " · ".join(filter(None, parts))
    name = "strong" if line.stops else "text"
    pieces: list[Piece] = [
        words(why, name, after=0),
        marked(told, "small", palette().muted, after=0),
    ]
    return Hanging(pieces, _sign(line), gutter=18, after=6)


def _sign(line: said.Line) -> Drawing:
    shape = octagon if line.stops else question if line.kind in QUOTING else ring

    def draw(canvas: Any, x: float, top: float) -> None:
        shape(canvas, x + 5.5, top - 7, 11)

    return draw


def _figures(found: Readiness) -> list[Piece]:
    """Return how much of the deck is about its customer, and what became of the master."""
    parts: list[tuple[str, list[Piece]]] = []
    about = [_told(row) for row in said.about(found)]
    about += [_told(row, "small", palette().muted) for row in said.facts(found)]
    parts.append(("check.about", about or [words(text("check.give-name"), "text")]))
    if master := said.master(found):
        parts.append(("check.master", [_told(row) for row in master]))
    return [Panel([heading(text(key), after=6), *rows]) for key, rows in parts]


def _told(row: said.Told, name: str = "text", color: str | None = None) -> Piece:
    pieces: list[Piece] = [words(row.said, name, color, after=0)]
    if row.slides:
        pieces.append(marked(slide_links(row.slides), "small", palette().muted, after=0))
    return Hanging(pieces, _good(row.good), gutter=16, after=4)


def _good(good: Good) -> Drawing:
    def draw(canvas: Any, x: float, top: float) -> None:
        (tick if good is Good.YES else ring)(canvas, x + 4.5, top - 6.5, 9)

    return draw
