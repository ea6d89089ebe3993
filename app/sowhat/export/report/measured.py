"""How it was measured: the formula, who judges, and how right that is."""

from __future__ import annotations

from dataclasses import replace

from sowhat.export.report.column import Piece, Space, heading, pour, words
from sowhat.export.report.look import GAP, MARGIN, WIDTH
from sowhat.export.report.pages import MEASURED, Pages, halves
from sowhat.export.report.rows import Row, head
from sowhat.export.wording import sent_words
from sowhat.measure import band_limits, formula
from sowhat.model import Audit
from sowhat.palette import palette
from sowhat.rules.accuracy import load_accuracy
from sowhat.texts import text

WIDTHS = (0.4, 0.29, 0.31)
LEFT = 0.38  # of the width; the figures stand in the rest


def draw(pages: Pages, audit: Audit) -> None:
    """Draw the page."""
    title = text("report.measured.heading")
    pages.mark(MEASURED, title)
    top = pages.top(title)
    first, second = halves(top)
    wide = (WIDTH - GAP) * LEFT
    left, right = MARGIN + wide + GAP, (WIDTH - GAP) * (1 - LEFT)
    rest, _ = pour(pages.canvas, _method(audit), replace(first, width=wide))
    over, _ = pour(pages.canvas, _figures(), replace(second, x=left, width=right))
    pages.end(title)
    pages.run_on([*rest, *over], text("report.measured.continued"), title)


def _method(audit: Audit) -> list[Piece]:
    pieces: list[Piece] = [heading(text("report.measured.share"))]
    lines = formula(audit.measures).split("\n")
    pieces += [words(line, "text", after=2) for line in (*lines, band_limits())]
    for key in ("judge", "sure", "private"):
        pieces += [Space(10), heading(text(f"report.measured.{key}"))]
        pieces.append(words(text(f"report.measured.{key}-says", sent=sent_words(audit)), "text"))
    version = text("report.measured.version", version=audit.version)
    return [*pieces, Space(10), words(version, "small", palette().muted)]


def _figures() -> list[Piece]:
    found = load_accuracy()
    rows = [Row([words(cell, "small") for cell in row], WIDTHS) for row in found.figures]
    return [
        heading(text("report.measured.right")),
        words(found.intro, "text", after=10),
        head(["", *found.columns], WIDTHS),
        *rows,
        Space(8),
        words(found.caveats, "small", palette().muted),
    ]
