"""The first page: for those who read one page only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from sowhat.export.report.column import (
    Frame,
    Hanging,
    Panel,
    Piece,
    Space,
    heading,
    link,
    marked,
    pour,
    total,
    words,
)
from sowhat.export.report.fixes import fixes
from sowhat.export.report.look import BOTTOM, GAP, MARGIN, PAGE, TOP, WIDTH, color_of, shape_of
from sowhat.export.report.pages import SUMMARY, Pages
from sowhat.export.report.shapes import Cell, Legend, Ribbon, ShareBar, ordinal, place
from sowhat.export.report.typeface import markup
from sowhat.measure import band_limits, formula, percent, spread
from sowhat.model import Audit, Gap, Party
from sowhat.rules.measures import load_measures
from sowhat.settings import palette
from sowhat.texts import gap_text, text

STANCES = ("vendor", "customer", "mixed", "neutral")
SHORT = 110  # characters of a sentence in large type
ROOM = 36.0  # points by which the right column may be higher than the left


def draw(pages: Pages, audit: Audit, gaps: Sequence[Gap]) -> None:
    """Draw the first page, and what does not fit on it on pages that follow."""
    pages.mark(SUMMARY, text("report.summary"))
    canvas = pages.canvas
    canvas.setFillColor(palette().accent)
    canvas.rect(MARGIN, PAGE[1] - 34, 40, 3, stroke=0, fill=1)
    left = (WIDTH - GAP) * 0.58
    right = WIDTH - GAP - left
    name = PurePath(audit.deck.path).name
    told = "headline" if len(audit.sentence) <= SHORT else "headline-long"
    head = [
        words(text("report.audit-of", deck=name), "small", palette().muted, after=6),
        words(audit.sentence, told, after=14),
    ]
    unread = _gaps(gaps)
    rest, low = pour(canvas, head, Frame(MARGIN, TOP, _balanced(head[-1]), BOTTOM))
    if not rest:
        share, parties = _share(audit), _parties(audit)
        if total([*parties, *unread], right) <= total(share, left) + ROOM:
            parties, unread = [*parties, *unread], []
        high = max(total(share, left), total(parties, right))
        pour(canvas, share, Frame(MARGIN, low, left, -1e6))
        pour(canvas, parties, Frame(MARGIN + left + GAP, low, right, -1e6))
        rest, low = pour(canvas, _slides(audit), Frame(MARGIN, low - high - 10, WIDTH, BOTTOM))
    rest = [*rest, *_fixes(audit), *unread]
    pages.end_with(rest, low - 4, text("report.summary"), text("report.summary-continued"))


def _balanced(headline: Piece) -> float:
    """Return the least width at which the headline takes no more lines than at full width."""
    width, height = WIDTH, headline.height(WIDTH)
    while width > WIDTH / 2 and headline.height(width - 10) <= height:
        width -= 10
    return width


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
        words(formula(measures), "small", palette().muted, after=2),
        words(band_limits(), "small", palette().muted),
    ]


def _parties(audit: Audit) -> list[Piece]:
    profile = audit.profile
    purpose = text(f"report.purposes.{profile.purpose}")
    lines = [
        ("vendor", _party(profile.vendor)),
        ("products", ", ".join(profile.products)),
        ("customer", _party(profile.customer)),
        ("purpose", text(f"report.origins.{profile.purpose_source}", name=purpose)),
    ]
    pieces: list[Piece] = [heading(text("report.understood"))]
    for key, value in lines:
        if value:
            label = markup(text(f"report.parties.{key}"))
            said = f'<font color="{palette().muted}">{label}</font> {markup(value)}'
            pieces.append(marked(said, after=3))
    return [Panel(pieces)]


def _party(party: Party) -> str:
    if party.name is None:
        return text("report.unknown")
    return text(f"report.origins.{party.source}", name=party.name)


def _slides(audit: Audit) -> list[Piece]:
    measures = audit.measures
    cells = [
        Cell(slide.number, shape_of(audit.verdict(slide.number)), slide.hidden)
        for slide in audit.deck.slides
    ]
    counts = Counter({name: getattr(measures, name) for name in (*STANCES, "unsure")})
    entries = [(name, text(f"report.counts.{name}", n=count)) for name, count in counts.items()]
    pieces: list[Piece] = [Ribbon(cells, after=4), Legend(entries, after=4)]
    if measures.hidden:
        hidden = text("report.counts.hidden", n=measures.hidden)
        pieces.append(words(hidden, "small", palette().muted))
    return [*pieces, Space(8)]


def _fixes(audit: Audit) -> list[Piece]:
    pieces: list[Piece] = [heading(text("report.fixes.heading"), after=6)]
    for number, fix in enumerate(fixes(audit), 1):
        lines: list[Piece] = [
            words(fix.message, "strong", after=1),
            words(_first(fix.advice), "text", after=1),
        ]
        said = " ".join(part for part in (markup(fix.effect), slide_links(fix.slides)) if part)
        if said:
            lines.append(marked(said, "small", palette().muted))
        pieces.append(Hanging(lines, ordinal(number), after=7))
    if len(pieces) == 1:
        pieces.append(words(text("report.fixes.none")))
    return pieces


def _first(advice: str) -> str:
    """Return the first sentence; the whole advice stands with its finding."""
    return re.split(r"(?<=[.!?:])\s+(?=[A-Z])", advice, maxsplit=1)[0]


def slide_links(slides: Sequence[int]) -> str:
    """Return markup of links to the slides' pages, a link a stretch; empty where there are none."""
    if not slides:
        return ""
    stretches: list[list[int]] = []
    for number in sorted(set(slides)):
        if stretches and number == stretches[-1][-1] + 1:
            stretches[-1].append(number)
        else:
            stretches.append([number])
    links = ", ".join(link(spread(part), place(part[0]), "small") for part in stretches)
    return f"{markup(text('report.on-slides', n=len(slides)))} {links}"


def _gaps(gaps: Sequence[Gap]) -> list[Piece]:
    pieces: list[Piece] = [heading(text("report.not-read"), after=2)]
    kinds: dict[Gap, list[int]] = {}
    for gap in gaps:
        kinds.setdefault(replace(gap, slide=None), []).extend(
            () if gap.slide is None else (gap.slide,)
        )
    for kind, slides in kinds.items():
        said = gap_text(kind)
        if slides:
            said = text("report.gap", n=len(set(slides)), slides=spread(slides), sentence=said)
        pieces.append(words(said, "small", after=3))
    if not kinds:
        pieces.append(words(text("report.all-read"), "small"))
    return pieces
