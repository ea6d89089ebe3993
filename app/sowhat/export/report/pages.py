"""Pages that follow each other: footer, bookmarks, columns that run on to the next page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from sowhat.export.report.column import Frame, Piece, pour, words
from sowhat.export.report.look import BOTTOM, GAP, MARGIN, PAGE, TOP, WIDTH
from sowhat.export.report.typeface import BOLD, PLAIN, clean
from sowhat.palette import palette
from sowhat.texts import text

SUMMARY = "summary"  # the name of the first page's place
FINDINGS = "findings"
SLIDES = "slides"
TABLE = "table"
MEASURED = "measured"
CHANGES = "changes"
ORDER = "order"
WHOLE = "whole"
READY = "ready"


@dataclass(slots=True)
class Pages:
    """The report being drawn; ``labels`` names its pages for the viewer's page box."""

    canvas: Any
    deck: str
    labels: list[str] = field(default_factory=list)

    @property
    def index(self) -> int:
        """Return the index of the current page, from 0."""
        return len(self.labels)

    def mark(self, place: str, title: str, level: int = 0) -> None:
        """Name the current page for links, and list it among the bookmarks."""
        self.canvas.bookmarkPage(place)
        self.canvas.addOutlineEntry(clean(title), place, level, closed=0)

    def end(self, label: str) -> None:
        """Finish the current page under the name ``label``."""
        self._footer()
        self.canvas.showPage()
        self.labels.append(label)

    def top(self, title: str) -> float:
        """Draw a page's heading; return the point below it."""
        _, low = pour(self.canvas, [words(title, "heading")], Frame(MARGIN, TOP, WIDTH, BOTTOM))
        return low - 8

    def columns(self, pieces: Sequence[Piece], frames: Sequence[Frame]) -> list[Piece]:
        """Pour ``pieces`` into ``frames`` one after the other; return what is left."""
        rest = list(pieces)
        for frame in frames:
            rest, _ = pour(self.canvas, rest, frame)
        return rest

    def end_with(self, pieces: Sequence[Piece], top: float, label: str, title: str) -> None:
        """Pour ``pieces`` into two columns below ``top``, and on under ``title``; end the page."""
        rest, _ = self._two(pieces, top)
        self.end(label)
        self.run_on(rest, title, label)

    def run_on(self, rest: Sequence[Piece], title: str, label: str) -> None:
        """Draw what is left in two columns on as many pages as it takes."""
        if rest:
            self.leave(rest, title, label)
            self.end(label)

    def leave(self, rest: Sequence[Piece], title: str, label: str) -> float:
        """Draw ``rest`` as ``run_on`` does, but leave the last page open; return its low point."""
        while True:
            top = self.top(title)
            left, low = self._two(rest, top)
            if len(left) == len(rest) and left[0] is rest[0]:  # taller than a page: force it
                frame = halves(top)[0]
                left[0].draw(self.canvas, frame.x, frame.top, frame.width)
                left = left[1:]
            if not left:
                return low
            self.end(label)
            rest = left

    def _two(self, pieces: Sequence[Piece], top: float) -> tuple[list[Piece], float]:
        """Pour into two columns, evenly where all fits; return the rest and the lowest point."""
        left, right = halves(top)
        first, second = evenly(pieces, left)
        rest, low = pour(self.canvas, first, left)
        rest, other = pour(self.canvas, [*rest, *second], right)
        return rest, min(low, other)

    def _footer(self) -> None:
        canvas = self.canvas
        canvas.saveState()
        canvas.setFillColor(palette().muted)
        y, number = BOTTOM - 24, str(self.index + 1)
        canvas.setFont(PLAIN.font, 9)
        canvas.drawRightString(PAGE[0] - MARGIN, y, number)
        _line(canvas, text("report.footer", deck=self.deck), MARGIN, y)
        if self.index:
            back = text("report.back")
            wide = stringWidth(back, PLAIN.font, 9)
            x = PAGE[0] - MARGIN - 40 - wide
            canvas.setFillColor(palette().accent)
            canvas.drawString(x, y, back)
            canvas.linkRect(back, SUMMARY, (x - 3, y - 4, x + wide + 3, y + 10), thickness=0)
        canvas.restoreState()


def _line(canvas: Any, line: str, x: float, y: float) -> None:
    piece = words(line, "small", palette().muted)
    if piece.height(WIDTH * 0.7) > 13:  # a file's name so long that it takes two lines
        piece = words(text("report.footer", deck="…" + line[-60:]), "small", palette().muted)
    piece.draw(canvas, x, y + 9, WIDTH * 0.7)


def start(path: Path, title: str, deck: str) -> Pages:
    """Open a report at ``path``. No font but the shipped ones comes into it."""
    canvas = Canvas(
        str(path), pagesize=PAGE, pageCompression=1, initialFontName=BOLD.font, lang="en"
    )
    canvas.setTitle(clean(title))
    canvas.setAuthor(text("report.author"))
    canvas.setCreator(text("report.author"))
    canvas.setSubject(text("report.subject"))
    return Pages(canvas, deck)


def halves(top: float) -> tuple[Frame, Frame]:
    """Return two equal columns below ``top``."""
    wide = (WIDTH - GAP) / 2
    return Frame(MARGIN, top, wide, BOTTOM), Frame(MARGIN + wide + GAP, top, wide, BOTTOM)


def evenly(pieces: Sequence[Piece], frame: Frame) -> tuple[list[Piece], list[Piece]]:
    """Return ``pieces`` for two columns like ``frame``, as equally high as can be without a cut.

    Where they do not fit, all of them are for the first.
    """
    room = frame.top - frame.bottom
    most = max((piece.after for piece in pieces), default=0.0)
    heights: list[float] = []
    whole = 0.0  # with the space after each
    for piece in pieces:
        heights.append(piece.height(frame.width))
        whole += heights[-1] + piece.after
        if whole - 2 * most > 2 * room:  # more than two columns: the rest need not be measured
            return list(pieces), []
    return _split(pieces, heights, room)


def _split(
    pieces: Sequence[Piece], heights: Sequence[float], room: float
) -> tuple[list[Piece], list[Piece]]:
    spaced = [height + piece.after for height, piece in zip(heights, pieces, strict=True)]
    above, below, place = 0.0, sum(spaced), len(pieces)
    for at in range(1, len(pieces)):
        above, below = above + spaced[at - 1], below - spaced[at - 1]
        highest = max(above - pieces[at - 1].after, below - pieces[-1].after)
        if highest < room and not pieces[at - 1].leads:
            place, room = at, highest
    return list(pieces[:place]), list(pieces[place:])
