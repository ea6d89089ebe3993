"""The pages that brief the slides a deck lacks, and name those that can go."""

from __future__ import annotations

from collections.abc import Iterator

from sowhat.export.report.column import Hanging, Panel, Piece, heading, marked, words
from sowhat.export.report.findings import bold
from sowhat.export.report.pages import WHOLE, Pages
from sowhat.export.report.summary import slide_links
from sowhat.export.report.typeface import ITALIC, held, markup
from sowhat.export.wording import place_words, resolution_words, sentence_of
from sowhat.model import Audit, Cut, Missing
from sowhat.palette import palette
from sowhat.texts import text


def draw(pages: Pages, audit: Audit, top: float | None) -> None:
    """Draw slides to write, and slides to cut or merge, below ``top``; None: on a page of its own,
    and where there are neither on none."""
    pieces = [*_missing(audit), *_cuts(audit)]
    title = text("report.whole.title")
    if pieces:
        pages.mark(WHOLE, title)
    if top is not None:
        label = text("report.order.title")
        pages.end_with(pieces, top, label, text("report.whole.continued"))
    elif pieces:
        pages.end_with(pieces, pages.top(title), title, text("report.whole.continued"))


def _missing(audit: Audit) -> Iterator[Piece]:
    if not audit.missing:
        return
    yield heading(text("report.whole.missing"), after=6)
    for one in audit.missing:
        panel = Panel(list(_brief(audit, one)), edge=palette().customer, pad=10)
        yield Hanging([panel], None, gutter=0, after=9)  # so that it is not cut


def _brief(audit: Audit, one: Missing) -> Iterator[Piece]:
    muted = f'<font color="{palette().muted}">{markup(f"· {place_words(one)}")}</font>'
    yield marked(f"{bold(one.title, palette().ink)} {muted}", "body", after=2)
    yield from _resolved(audit, one)
    yield words(one.why, "text", after=4)
    for line in one.lines:
        yield Hanging([words(held(line), "text")], None, gutter=10, after=2)
    asked = f'<font name="{ITALIC.font}">{markup(one.ask, ITALIC)}</font>'
    yield marked(asked, "text", after=2)
    yield words(sentence_of(one.effect), "small", palette().muted)


def _resolved(audit: Audit, one: Missing | Cut) -> Iterator[Piece]:
    if said := resolution_words(audit, one):
        yield words(said, "strong", palette().muted, after=2)


def _cuts(audit: Audit) -> Iterator[Piece]:
    if not audit.cuts:
        return
    yield heading(text("report.whole.cuts"), after=6)
    for one in audit.cuts:
        panel = Panel(list(_cut(audit, one)), edge=palette().vendor, pad=10)
        yield Hanging([panel], None, gutter=0, after=9)


def _cut(audit: Audit, one: Cut) -> Iterator[Piece]:
    key = "merge" if one.merge else "cut"
    yield words(text(f"report.whole.{key}", n=len(one.slides)), "strong", after=1)
    yield from _resolved(audit, one)
    yield words(one.why, "text", after=2)
    linked = slide_links((*one.slides, one.keep))
    yield marked(f"{markup(sentence_of(one.effect))} {linked}", "small", palette().muted)
