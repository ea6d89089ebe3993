"""The pages that tell what changed since an older version of the deck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sowhat import compare
from sowhat.export.report.column import (
    Frame,
    Hanging,
    Piece,
    Space,
    heading,
    link,
    marked,
    pour,
    total,
    words,
)
from sowhat.export.report.findings import bold
from sowhat.export.report.look import BOTTOM, MARGIN, TOP, WIDTH, shape_of
from sowhat.export.report.pages import CHANGES, Pages, halves
from sowhat.export.report.rows import Row, Signs, head, table
from sowhat.export.report.shapes import Legend, accent, place, stance
from sowhat.export.report.typeface import PLAIN, markup
from sowhat.model import Audit, Comparison, Fate
from sowhat.palette import palette
from sowhat.texts import text

FIGURES = (0.44, 0.28, 0.28)
SLIDES = {"number": 0.07, "verdict": 0.1, "title": 0.48, "became": 0.35}
CLOSER = (4.0, 3.0, 2.0, 1.0)  # points between two rows of figures
ROOM = 200.0  # points of a page that may be taken from the table of the slides
WIDEST = 44.0  # points, a slide's place in the drawing
SIGNS = {Fate.RESOLVED: "✓", Fate.NEW: "+", Fate.REMAINS: "•"}


def draw(pages: Pages, comparison: Comparison) -> None:
    """Draw what changed: in a sentence, a drawing, numbers, point by point, slide by slide."""
    title = text("compare.title")
    pages.mark(CHANGES, title)
    old, new = compare.names(comparison)
    accent(pages.canvas)
    said: list[Piece] = [
        words(text("compare.versions", old=old, new=new), "small", palette().muted, after=6),
        words(comparison.sentence, "headline-long", after=8),
        words(compare.counted(comparison), "body", palette().muted, after=14),
        _Flow(comparison),
        Legend(_legend(comparison), after=4),
        words(text("compare.flow"), "small", palette().muted, after=16),
    ]
    rest, low = pour(pages.canvas, said, Frame(MARGIN, TOP, WIDTH, BOTTOM))
    figures = fitted(_figures(comparison), halves(low)[0])
    pieces = [*rest, *figures, Space(14), *_points(comparison)]
    left = pages.columns(pieces, halves(low))
    pages.end(title)
    if total(left, WIDTH) > ROOM:
        pages.run_on(left, text("compare.continued"), title)
        left = []
    _slides(pages, comparison, left)


def _legend(comparison: Comparison) -> list[tuple[str, str]]:
    verdicts = (*comparison.old.verdicts, *comparison.new.verdicts)
    used = {shape_of(verdict) for verdict in verdicts}
    names = ("vendor", "customer", "mixed", "neutral", "unsure")
    return [(name, text(f"compare.figures.{name}")) for name in names if name in used]


def fitted(rows: Sequence[Row], frame: Frame) -> Sequence[Row]:
    """Return the rows so close that they fit into ``frame``; as they are where none would."""
    closer = ([replace(row, after=after) for row in rows] for after in CLOSER)
    room = frame.top - frame.bottom
    return next((found for found in closer if total(found, frame.width) <= room), rows)


def _figures(comparison: Comparison) -> list[Row]:
    names = [text("compare.numbers"), text("compare.before"), text("compare.after")]
    rows = [head(names, FIGURES)]
    for row in compare.figures(comparison):
        after = (
            words(row.after, "text") if row.same else marked(bold(row.after, palette().ink), "text")
        )
        rows.append(Row([words(row.name, "text"), words(row.before, "text"), after], FIGURES))
    return rows


def _points(comparison: Comparison) -> list[Piece]:
    found: list[Piece] = []
    for fate in Fate:
        found += [_point(fate, item.message) for item in comparison.of("finding", fate)]
    advised = {fate: compare.advised(comparison, fate) for fate in Fate}
    asked = [_point(fate, said) for fate, said in advised.items() if said]
    pieces: list[Piece] = []
    for key, items in (("compare.findings-heading", found), ("compare.advice-heading", asked)):
        if items:
            pieces += [heading(text(key), after=6), *items, Space(8)]
    return pieces


def _point(fate: Fate, said: str) -> Piece:
    told = f"{bold(text(f'compare.fates.{fate}'), palette().ink)}: {markup(said)}"

    def sign(canvas: Any, x: float, top: float) -> None:
        piece = words(SIGNS[fate], "strong", palette().accent)
        piece.draw(canvas, x, top + 1, 14)

    return Hanging([marked(told, "text")], sign, gutter=14, after=4)


def _slides(pages: Pages, comparison: Comparison, first: Sequence[Piece]) -> None:
    """Draw what came of each slide, below what was left of the page before."""
    title, continued = text("compare.slides-heading"), text("compare.slides-continued")
    top = pages.top(text("compare.continued") if first else title)
    if first:
        said = [*first, Space(16), words(title, "section", after=8)]
        _, top = pour(pages.canvas, said, Frame(MARGIN, top, WIDTH, BOTTOM))
    rows: list[Piece] = [_head(), *(_slide(row) for row in compare.slides(comparison))]
    gone = [_slide(row) for row in compare.gone(comparison)]
    if gone:
        over = replace(words(text("compare.gone-heading"), "section"), after=0.0)
        rows += [Row([over], (1.0,), leads=True), *gone]
    table(pages, top, rows, title, continued)
    pages.end(title)


def _head() -> Row:
    return head([text(f"compare.columns.{name}") for name in SLIDES], tuple(SLIDES.values()))


def _slide(row: compare.Row) -> Row:
    seen = [shape_of(verdict) for verdict in (row.before, row.after) if verdict is not None]
    number, title = str(row.new or row.old), words(row.title, "small")
    if row.new is not None:
        title = marked(link(row.title, place(row.new), "small"), "small")
    cells: list[Piece] = [
        words(number, "small"),
        Signs(tuple(dict.fromkeys(seen)) if len(set(seen)) == 1 else seen),
        title,
        words(row.told, "small", palette().muted),
    ]
    return Row(cells, tuple(SLIDES.values()))


@dataclass(frozen=True, slots=True)
class _Flow:
    """Both decks as rows of shapes, a line from each slide to what became of it."""

    comparison: Comparison
    after: float = 8.0
    leads: bool = False

    def height(self, width: float) -> float:  # noqa: ARG002
        return 108.0

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        audits = (self.comparison.old, self.comparison.new)
        count = max(len(audit.deck.slides) for audit in audits)
        column = min(width / max(count, 1), WIDEST)
        upper, lower = top - 22, top - 86
        canvas.saveState()
        for pair in sorted(self.comparison.pairs, key=lambda pair: pair.moved):
            canvas.setStrokeColor(palette().accent if pair.moved else palette().line)
            canvas.setLineWidth(1.5 if pair.moved else 1.1)
            start, end = (x + column * (number - 0.5) for number in (pair.old, pair.new))
            canvas.line(start, upper - 9, end, lower + 9)
        canvas.restoreState()
        _ribbon(canvas, audits[0], (x, upper, upper + 11), column)
        _ribbon(canvas, audits[1], (x, lower, lower - 17), column)

    def cut(self, width: float, height: float) -> tuple[Piece, Piece] | None:  # noqa: ARG002
        return None


def _ribbon(canvas: Any, audit: Audit, at: tuple[float, float, float], column: float) -> None:
    """Draw the deck's shapes at left edge and middle ``at``, their numbers at its last."""
    left, middle, base = at
    step = max(1, round(13 / column))  # so that the numbers do not run into each other
    canvas.setFont(PLAIN.font, 7.0)
    for verdict in audit.verdicts:
        x = left + column * (verdict.slide - 0.5)
        stance(canvas, shape_of(verdict), x, middle, min(12.0, column * 0.72))
        if (verdict.slide - 1) % step == 0:
            canvas.setFillColor(palette().muted)
            canvas.drawCentredString(x, base, str(verdict.slide))
