"""The table of all slides: number, verdict, title, motifs, how sure, and what to do."""

from __future__ import annotations

from sowhat.export.report.column import Piece, link, marked, words
from sowhat.export.report.look import shape_of
from sowhat.export.report.pages import TABLE, Pages
from sowhat.export.report.rows import Row, Signs, head, table
from sowhat.export.report.shapes import place
from sowhat.export.wording import motif_names, short_headline, status_words
from sowhat.measure import percent
from sowhat.model import Action, Advice, Audit, Slide, Verdict
from sowhat.palette import palette
from sowhat.texts import text

COLUMNS = {  # and their shares of the width
    "slide": 0.06,
    "sign": 0.03,
    "about": 0.15,
    "title": 0.34,
    "motifs": 0.21,
    "sure": 0.09,
    "advice": 0.12,
}
WIDTHS = tuple(COLUMNS.values())


def draw(pages: Pages, audit: Audit) -> None:
    """Draw the table on as many pages as it takes."""
    title = text("report.overview.heading")
    pages.mark(TABLE, title)
    names = [text(f"report.overview.{name}") for name in COLUMNS]
    rows = [head(names, WIDTHS), *(_row(audit, slide) for slide in audit.deck.slides)]
    table(pages, pages.top(title), rows, title, text("report.overview.continued"))
    pages.end(title)


def _row(audit: Audit, slide: Slide) -> Row:
    verdict, target = audit.verdict(slide.number), place(slide.number)
    key = "report.overview.hidden" if slide.hidden else "report.overview.number"
    number = text(key, slide=slide.number)
    cells: list[Piece] = [
        marked(link(number, target, "small"), "small"),
        Signs([shape_of(verdict)]),
        words(_stance(verdict), "small"),
        marked(link(short_headline(slide), target, "small"), "small"),
        words(motif_names(verdict), "small", palette().muted),
        words(_sure(verdict), "small", palette().muted),
        words(_advice(audit, slide.number), "small"),
    ]
    return Row(cells, WIDTHS)


def _stance(verdict: Verdict) -> str:
    if verdict.unsure:
        guess = text(f"report.guesses.{verdict.stance}")
        return text("report.unsure", stance=guess)
    return text(f"report.stances.{verdict.stance}")


def _sure(verdict: Verdict) -> str:
    return text("report.overview.decided") if verdict.decided else percent(verdict.confidence)


def _advice(audit: Audit, slide: int) -> str:
    items = [item for item in audit.advice_for(slide) if item.action is not Action.KEEP]
    return "; ".join(dict.fromkeys(_told(audit, item) for item in items))


def _told(audit: Audit, item: Advice) -> str:
    said = text(f"report.overview.{_key(item.action, item.to)}", to=item.to)
    found = audit.resolution(item)
    key = "report.overview.resolved"
    return text(key, said=said, status=status_words(found.status).lower()) if found else said


def _key(action: str, to: int | None) -> str:
    return f"{action}-to" if action == "move" and to else action
