"""The proposed order: the slides as they are and as they would be, what moves, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from sowhat.export.report.column import Frame, Hanging, Piece, heading, link, marked, pour, words
from sowhat.export.report.look import BOTTOM, GAP, MARGIN, PAGE, WIDTH, shape_of
from sowhat.export.report.pages import ORDER, Pages
from sowhat.export.report.plan import Figure, Rect
from sowhat.export.report.shapes import ordinal, place, stance
from sowhat.export.report.slides import Shown
from sowhat.export.report.typeface import BOLD, PLAIN, markup
from sowhat.export.wording import order_facts, order_notes, resolution_words, short_headline
from sowhat.model import Audit
from sowhat.palette import palette
from sowhat.texts import text

LABEL = 13.0  # points below a thumbnail
BETWEEN = 9.0  # points between thumbnails
WIDEST, NARROWEST = 150.0, 50.0  # points of a thumbnail
HALF = (WIDTH - 2 * GAP) / 2
SPACE = 14.0  # points between what moves and what to write
ARROW = 7.0  # points, half an arrow's length


def draw(pages: Pages, audit: Audit, shown: Sequence[Shown]) -> tuple[list[Figure], float | None]:
    """Draw the order as it is and as proposed; return the thumbnails to be put on the pages.

    Without ``shown`` slides neither they nor their words are there. Where no slide moves, or what
    moves leaves half a page, the page is left open, and the point below comes with them.
    """
    order, title = audit.order, text("report.order.title")
    pages.mark(ORDER, title)
    top = _facts(pages, audit, pages.top(title))
    if not order.changed:
        return [], top
    moves = list(_moves(audit, titled=bool(shown)))
    if not shown:
        pages.end_with(moves, top, title, text("report.order.moves"))
        return [], None
    figures: list[Figure] = []
    grid = _Grid.of(audit, shown, top)
    for start in range(0, len(order.slides), grid.fits):
        if start:
            pages.end(title)
            top = pages.top(text("report.order.continued"))
        figures += _sheet(pages, audit, shown, grid, (start, top))
    pages.end(title)
    low = pages.leave(moves, text("report.order.moves"), title)
    if low > PAGE[1] / 2:
        return figures, low - SPACE
    pages.end(title)
    return figures, None


def _facts(pages: Pages, audit: Audit, top: float) -> float:
    """Draw what is said of the order, and what it decides; return the point below."""
    order = audit.order
    first, *notes = order_notes(order)
    notes.append(text("report.order.share"))
    small = (words(line, "small", palette().muted, after=3) for line in notes)
    word = resolution_words(audit, order)
    held = [words(word, "strong", palette().muted, after=5)] if word else []
    said: list[Piece] = [words(first, "section", after=8), *held, *small]
    wide = WIDTH * 0.34
    _, low = pour(pages.canvas, said, Frame(MARGIN, top, wide, BOTTOM))
    rows = order_facts(order)
    left = MARGIN + wide + GAP
    under = _table(pages.canvas, rows, left, top, changed=order.changed)
    return min(low, under) - 12


def _table(
    canvas: Any, rows: Sequence[tuple[str, str, str]], left: float, top: float, *, changed: bool
) -> float:
    """Draw what the order decides, now and then; return the point below."""
    now, then = left + 166, left + 316
    y = top - 9
    if changed:
        _write(canvas, text("report.order.now"), (now, y), palette().muted)
        _write(canvas, text("report.order.then"), (then, y), palette().muted)
        y -= 15
    for label, old, new in rows:
        _write(canvas, label, (left, y), palette().muted)
        _write(canvas, old, (now, y), palette().ink)
        if changed:
            _write(canvas, new, (then, y), palette().ink, bold=new != old)
        y -= 15
    return y


def _write(
    canvas: Any, said: str, at: tuple[float, float], color: str, *, bold: bool = False
) -> None:
    canvas.setFillColor(color)
    canvas.setFont((BOLD if bold else PLAIN).font, 9.6)
    canvas.drawString(*at, said)


@dataclass(frozen=True, slots=True)
class _Grid:
    """How the thumbnails of one half are laid out. Lengths in points."""

    columns: int
    rows: int
    width: float
    height: float

    @property
    def fits(self) -> int:
        """How many slides a page shows."""
        return self.columns * self.rows

    @classmethod
    def of(cls, audit: Audit, shown: Sequence[Shown], top: float) -> _Grid:
        """Return the largest thumbnails with which all slides fit below ``top``, if any do."""
        count, tallest = len(audit.order.slides), max(1 / item.aspect for item in shown)
        room = top - BOTTOM - 24
        for columns in range(ceil(HALF / WIDEST), int(HALF // NARROWEST) + 1):
            wide = (HALF - BETWEEN * (columns - 1)) / columns
            tall = min(wide * tallest, room - LABEL)
            rows = max(int((room + BETWEEN) // (tall + LABEL + BETWEEN)), 1)
            found = cls(columns, rows, wide, tall)
            if found.fits >= count:
                return found
        return found

    def box(self, index: int, left: float, top: float) -> Rect:
        """Return the place of the thumbnail at ``index`` of a half, its label apart."""
        row, column = divmod(index, self.columns)
        x = left + column * (self.width + BETWEEN)
        y = top - row * (self.height + LABEL + BETWEEN)
        return x, y - self.height, x + self.width, y


def _sheet(
    pages: Pages, audit: Audit, shown: Sequence[Shown], grid: _Grid, at: tuple[int, float]
) -> Iterator[Figure]:
    """Draw both halves of a page, and yield their thumbnails."""
    start, top = at
    right = MARGIN + HALF + 2 * GAP
    moved = {move.slide for move in audit.order.moves}
    _heading(pages.canvas, text("report.order.before"), MARGIN, top)
    _heading(pages.canvas, text("report.order.after"), right, top)
    _arrow(pages.canvas, MARGIN + HALF + GAP, top - 12 - grid.height / 2 - 12)
    numbers = range(1, len(audit.order.slides) + 1)
    for left, slides in ((MARGIN, numbers), (right, audit.order.slides)):
        for index, slide in enumerate(slides[start : start + grid.fits]):
            rect = _within(grid.box(index, left, top - 24), shown[slide - 1].aspect)
            new = start + index + 1 if left == right else None
            _thumbnail(pages.canvas, audit, slide, rect, (new, slide in moved))
            yield Figure(pages.index, slide, rect, shown[slide - 1].picture)


def _within(box: Rect, aspect: float) -> Rect:
    """Return the largest rectangle of that aspect in the middle of ``box``."""
    left, bottom, right, top = box
    wide = min(right - left, (top - bottom) * aspect)
    tall = wide / aspect
    x, y = (left + right - wide) / 2, bottom + (top - bottom - tall) / 2
    return x, y, x + wide, y + tall


def _heading(canvas: Any, said: str, left: float, top: float) -> None:
    canvas.setFillColor(palette().ink)
    canvas.setFont(BOLD.font, 12)
    canvas.drawString(left, top - 11, said)


def _arrow(canvas: Any, x: float, y: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(palette().accent)
    canvas.setLineWidth(1.6)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.line(x - ARROW, y, x + ARROW, y)
    canvas.lines([(x + 2, y + 5, x + ARROW, y), (x + 2, y - 5, x + ARROW, y)])
    canvas.restoreState()


def _thumbnail(
    canvas: Any, audit: Audit, slide: int, rect: Rect, told: tuple[int | None, bool]
) -> None:
    """Draw frame, stance and number of a thumbnail; ``told``: its new place, and if it moves."""
    new, moved = told
    left, bottom, right, top = rect
    hidden = audit.deck.slides[slide - 1].hidden
    canvas.saveState()
    canvas.setStrokeColor(palette().accent if moved else palette().line)
    canvas.setLineWidth(2.0 if moved else 0.7)
    if moved and new is None:
        canvas.setDash(3, 2)
    canvas.rect(left, bottom, right - left, top - bottom, stroke=1, fill=0)
    canvas.restoreState()
    stance(canvas, shape_of(audit.verdict(slide)), left + 4, bottom - 7.5, 7)
    number = str(new or slide)
    canvas.setFillColor(palette().accent if moved else palette().muted)
    canvas.setFont((BOLD if moved else PLAIN).font, 7.5)
    canvas.drawString(left + 11, bottom - 10, f"({number})" if hidden else number)
    if moved and new not in (None, slide):
        canvas.setFont(PLAIN.font, 7.5)
        canvas.drawRightString(right, bottom - 10, text("report.order.was", slide=slide))
    said = text("report.slide", slide=slide)
    canvas.linkRect(said, place(slide), (left, bottom, right, top), relative=0, thickness=0)


def _moves(audit: Audit, *, titled: bool) -> Iterator[Piece]:
    """Yield each move with its reason, by the new places."""
    yield heading(text("report.order.moves-lead", n=len(audit.order.moves)), after=8)
    for move in audit.order.moves:
        slide = link(text("report.slide", slide=move.slide), place(move.slide), "strong")
        said = markup(short_headline(audit.deck.slides[move.slide - 1]), BOLD) if titled else ""
        pieces = [
            marked(f"{slide} {said}", "strong", after=1),
            words(move.why, "text", palette().muted),
        ]
        yield Hanging(pieces, ordinal(move.place), gutter=28, after=8)
