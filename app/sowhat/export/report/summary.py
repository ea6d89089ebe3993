"""The first page: for those who read one page only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sowhat.export.report.column import (
    Frame,
    Hanging,
    Panel,
    Piece,
    Space,
    Words,
    fill,
    heading,
    link,
    marked,
    pour,
    total,
    words,
)
from sowhat.export.report.look import BOTTOM, GAP, MARGIN, TOP, WIDTH, color_of, shape_of
from sowhat.export.report.pages import ORDER, SUMMARY, WHOLE, Pages, halves
from sowhat.export.report.shapes import Cell, Legend, Ribbon, ShareBar, accent, ordinal, place
from sowhat.export.report.typeface import markup
from sowhat.export.wording import (
    deck_name,
    fixes_title,
    sentence_of,
    status_words,
    understood,
    unread,
)
from sowhat.measure import band_limits, formula, percent, spread
from sowhat.model import Audit, Fix, FixKind, Gap
from sowhat.palette import palette
from sowhat.rules.measures import load_measures
from sowhat.texts import text

STANCES = ("vendor", "customer", "mixed", "neutral")
SHORT = 110  # characters of a sentence in large type
ENOUGH = 3  # pieces: a heading and two fixes
ROOM = 36.0  # points by which the right column may be higher than the left


def draw(pages: Pages, audit: Audit, gaps: Sequence[Gap], *, slide_words: bool = True) -> None:
    """Draw the first page, and what does not fit on it on pages that follow; without
    ``slide_words`` no headline and no claim stands on it."""
    pages.mark(SUMMARY, text("report.summary"))
    unread = _gaps(gaps)
    rest, low = pour(pages.canvas, _headline(pages, audit), Frame(MARGIN, TOP, WIDTH, BOTTOM))
    if not rest:
        low, beside = _row(pages, audit, unread, low)
        unread = [] if beside else unread
        rest, low = pour(pages.canvas, _slides(audit), Frame(MARGIN, low, WIDTH, BOTTOM))
    todo = _fixes(audit, slide_words=slide_words)
    if not rest:
        frames = halves(low - 4)
        # Better a whole page with fewer of them: all stand with their findings anyway.
        counts = range(len(todo), ENOUGH, -1)
        options = ([*todo[:count], *unread] for count in counts)
        whole = (pieces for pieces in options if not _over(pieces, frames))
        over = pages.columns(next(whole, [*todo, *unread]), frames)
    else:
        over = [*rest, *todo, *unread]
    pages.end(text("report.summary"))
    pages.run_on(over, text("report.summary-continued"), text("report.summary"))


def _over(pieces: Sequence[Piece], frames: Sequence[Frame]) -> Sequence[Piece]:
    for frame in frames:
        _, pieces = fill(frame, pieces)
    return pieces


def _headline(pages: Pages, audit: Audit) -> list[Piece]:
    accent(pages.canvas)
    deck = text("report.audit-of", deck=deck_name(audit))
    name = "headline" if len(audit.sentence) <= SHORT else "headline-long"
    return [
        words(deck, "small", palette().muted, after=6),
        _Balanced(words(audit.sentence, name), after=14),
    ]


def _row(pages: Pages, audit: Audit, unread: Sequence[Piece], top: float) -> tuple[float, bool]:
    """Draw share and parties beside each other, and ``unread`` where it fits below the parties.

    Returns the point below, and whether it did.
    """
    share, parties = _share(audit), _parties(audit)
    left = (WIDTH - GAP) * 0.58
    right = WIDTH - GAP - left
    beside = total([*parties, *unread], right) <= total(share, left) + ROOM
    parties = [*parties, *unread] if beside else parties
    pour(pages.canvas, share, Frame(MARGIN, top, left, -1e6))
    pour(pages.canvas, parties, Frame(MARGIN + left + GAP, top, right, -1e6))
    return top - max(total(share, left), total(parties, right)) - 10, beside


@dataclass(frozen=True, slots=True)
class _Balanced:
    """Words whose lines are about equally long."""

    words: Words
    after: float
    leads: bool = False

    def height(self, width: float) -> float:
        return self.words.height(width)

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        tight = width
        while tight > width / 2 and self.height(tight - 10) <= self.height(width):
            tight -= 10
        self.words.draw(canvas, x, top, tight)

    def cut(self, width: float, height: float) -> tuple[Piece, Piece] | None:
        return self.words.cut(width, height)


def _share(audit: Audit) -> list[Piece]:
    measures, bands = audit.measures, load_measures().bands
    if measures.band is None or measures.vendor_share is None:
        verdict = words(text("report.no-share"), "figure", after=2)
        says = text("report.no-share-why")
    else:
        share = percent(measures.vendor_share)
        shown = text("report.band", band=measures.band, share=share)
        verdict = words(shown, "figure", color_of(measures.band), after=2)
        says = bands.says[measures.band]
    return [
        verdict,
        words(says, after=8),
        ShareBar(measures.vendor_share, (bands.them_below, bands.us_above)),
        *(words(line, "small", palette().muted, after=1) for line in formula(measures).split("\n")),
        words(band_limits(), "small", palette().muted),
    ]


def _parties(audit: Audit) -> list[Piece]:
    pieces: list[Piece] = [heading(text("report.understood"))]
    for label, value in understood(audit):
        said = f'<font color="{palette().muted}">{markup(label)}</font> {markup(value)}'
        pieces.append(marked(said, after=3))
    return [Panel(pieces)]


def _slides(audit: Audit) -> list[Piece]:
    measures = audit.measures
    cells = [
        Cell(slide.number, shape_of(audit.verdict(slide.number)), slide.hidden)
        for slide in audit.deck.slides
    ]
    names = (*STANCES, "unsure") if measures.unsure else STANCES
    entries = [(name, text(f"report.counts.{name}", n=getattr(measures, name))) for name in names]
    pieces: list[Piece] = [Ribbon(cells, after=4), Legend(entries, after=4)]
    if measures.hidden:
        hidden = text("report.counts.hidden", n=measures.hidden)
        pieces.append(words(hidden, "small", palette().muted))
    return [*pieces, Space(8)]


def _fixes(audit: Audit, *, slide_words: bool) -> list[Piece]:
    pieces: list[Piece] = [heading(fixes_title(audit), after=6)]
    for number, fix in enumerate(audit.top, 1):
        what, how = (fix.what, fix.how) if slide_words else _bare(fix)
        said = f"{markup(sentence_of(fix.effect))} {_where(fix)}"
        lines: list[Piece] = [words(what, "strong", after=1)]
        if fix.status:
            lines.append(words(status_words(fix.status), "strong", palette().muted, after=1))
        if how:
            lines.append(words(_first(how), "text", after=1))
        lines.append(marked(said, "small", palette().muted))
        pieces.append(Hanging(lines, ordinal(number), after=7))
    if len(pieces) == 1:
        pieces.append(words(text("report.fixes.none")))
    return pieces


def _bare(fix: Fix) -> tuple[str, str]:
    """Return what to do and how without a word of the slide."""
    if fix.kind not in (FixKind.REWRITE, FixKind.MOVE, FixKind.CUT, FixKind.ASK):
        return fix.what, fix.how
    on = text("words.slides", n=len(fix.slides), slides=spread(fix.slides))
    return text(f"advise.top.{fix.kind}", slides=on), ""


def _where(fix: Fix) -> str:
    """Return markup of a link to where the fix is told in full."""
    if fix.kind is FixKind.ORDER:
        return _kept(text("report.order.title"), ORDER)
    if fix.kind is FixKind.WRITE:
        return _kept(text("report.whole.brief"), WHOLE)
    return slide_links(fix.slides)


def _kept(words: str, target: str) -> str:
    """Return markup of a link that stays on one line."""
    return link(words.replace(" ", "\N{NO-BREAK SPACE}"), target, "small")


def _first(advice: str) -> str:
    """Return the first sentence; the whole advice stands with its finding."""
    return re.split(r"(?<=[.!?:])\s+(?=[A-Z])", advice, maxsplit=1)[0]


def slide_links(slides: Sequence[int]) -> str:
    """Return markup of links to the slides' pages, a link a stretch of three or more."""
    if not slides:
        return ""
    parts = [part for found in _stretches(slides) for part in _linked(found)]
    links = ", ".join(link(spread(part), place(part[0]), "small") for part in parts)
    return f"{markup(text('report.on-slides', n=len(slides)))}&nbsp;{links}"


def _stretches(slides: Sequence[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for number in sorted(set(slides)):
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def _linked(found: Sequence[int]) -> Sequence[Sequence[int]]:
    return [found] if len(found) > 2 else [[number] for number in found]


def _gaps(gaps: Sequence[Gap]) -> list[Piece]:
    said = unread(gaps) or [text("report.all-read")]
    lines = [words(line, "small", after=3) for line in said]
    return [heading(text("report.not-read"), after=2), *lines]
