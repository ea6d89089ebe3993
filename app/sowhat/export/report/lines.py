"""A line a slide without a word of it: for a report that is shown outside the team."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sowhat.export.report.column import Drawing, Hanging, Piece, words
from sowhat.export.report.look import shape_of
from sowhat.export.report.pages import SLIDES, Pages
from sowhat.export.report.shapes import place, stance
from sowhat.export.wording import motif_names, stance_words
from sowhat.model import Audit, Slide, Verdict
from sowhat.palette import palette
from sowhat.texts import text


def draw(pages: Pages, audit: Audit) -> None:
    """Draw number, stance and motifs of every slide; each line is where links to it lead."""
    title = text("report.slides")
    pages.mark(SLIDES, title)
    pieces = [_line(slide, audit.verdict(slide.number)) for slide in audit.deck.slides]
    pages.end_with(pieces, pages.top(title), title, title)


def _line(slide: Slide, verdict: Verdict) -> Piece:
    number = text("report.slide", slide=slide.number)
    said = text("markdown.hidden", slide=number) if slide.hidden else number
    # A reason is in the words of whoever decided.
    lines: list[Piece] = [
        words(f"{said}: {stance_words(replace(verdict, reason=''))}", "strong", after=0),
        words(motif_names(verdict) or " ", "small", palette().muted, after=0),
    ]
    return Hanging(lines, _sign(slide.number, shape_of(verdict)), after=7)


def _sign(number: int, shape: str) -> Drawing:
    def draw(canvas: Any, x: float, top: float) -> None:
        canvas.bookmarkPage(place(number))
        stance(canvas, shape, x + 7, top - 7.5, 11)

    return draw
