"""A page a slide: the slide large, its marks, and beside it why, So what? and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sowhat import rules
from sowhat.export.report.column import (
    Drawing,
    Frame,
    Hanging,
    Panel,
    Piece,
    fill,
    heading,
    marked,
    pour,
    remaining,
    words,
)
from sowhat.export.report.findings import bold, labelled
from sowhat.export.report.look import BOTTOM, GAP, MARGIN, TOP, WIDTH, color_of, shape_of
from sowhat.export.report.notes import annotated
from sowhat.export.report.pages import Pages
from sowhat.export.report.plan import Figure, Rect
from sowhat.export.report.shapes import BADGE, badge, place, stance
from sowhat.export.report.typeface import ITALIC, held, markup
from sowhat.export.wording import draft_label, resolution_words, stance_words
from sowhat.marks import marks, spots, unmarked
from sowhat.model import Action, Advice, Audit, Mark, Sign, Slide, Verdict
from sowhat.palette import palette
from sowhat.texts import text

WIDEST, TALLEST = 500.0, 296.0  # points of a slide's picture that has text below it
TALLEST_ALONE = 420.0  # of one that has all its text beside it
SCALES = (1.0, 0.9, 0.8, 0.72)  # of a picture's largest size: the first that leaves room enough
UPRIGHT = 1.15  # width by height; below it the text goes beside the picture only
LONGEST_TITLE = 240  # characters; the slide's picture shows the whole of a longer one


@dataclass(frozen=True, slots=True)
class Shown:
    """How a slide is shown: its width by its height, the picture's file (None: the page itself),
    and whether that is a sketch."""

    aspect: float
    picture: str | None = None
    sketch: bool = False


def draw(pages: Pages, audit: Audit, slide: Slide, shown: Shown) -> Figure:
    """Draw the page of ``slide``, and more pages where the text is long."""
    verdict = audit.verdict(slide.number)
    found = marks(slide, verdict)
    title = text("report.slide", slide=slide.number)
    pages.mark(place(slide.number), _bookmark(slide, verdict), 1)
    low = _head(pages, audit, slide, verdict)
    reasons, advice = _reasons(verdict, found), _advice(audit, slide, shown)
    rects = [_place(shown.aspect, low, scale) for scale in SCALES]
    layouts = [_layout(rect, reasons, advice) for rect in rects]
    # As large as its texts allow; where they need another page anyway, as large as can be.
    best = next((i for i, layout in enumerate(layouts) if not layout.rest), 0)
    rect, rest = rects[best], layouts[best].rest
    _frame(pages.canvas, rect, found)
    for pieces, frame in layouts[best].columns:
        pour(pages.canvas, pieces, frame)
    figure = Figure(
        page=pages.index,
        slide=slide.number,
        rect=rect,
        picture=shown.picture,
        annotations=annotated(audit, slide.number, found, rect),
    )
    pages.end(title)
    pages.run_on(rest, text("report.slide-continued", slide=slide.number), title)
    return figure


def _bookmark(slide: Slide, verdict: Verdict) -> str:
    title = _title(slide)
    return text("report.bookmark", slide=slide.number, title=title, stance=stance_words(verdict))


def _title(slide: Slide) -> str:
    title = " ".join(slide.title.split())
    if len(title) > LONGEST_TITLE:
        title = title[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
    return title or text("report.untitled")


def _head(pages: Pages, audit: Audit, slide: Slide, verdict: Verdict) -> float:
    """Draw number, title and verdict; return the point below them."""
    key = "report.slide-of-hidden" if slide.hidden else "report.slide-of"
    number = text(key, slide=slide.number, slides=len(audit.deck.slides))
    names = ", ".join(_motif(motif) for motif in verdict.motifs)
    said = text("report.verdict", stance=stance_words(verdict), motifs=names)
    color = color_of(shape_of(verdict))
    pieces: list[Piece] = [
        words(number, "small", palette().muted, after=1),
        words(_title(slide), "heading" if len(slide.title) < 120 else "section", after=2),
        words(said if names else stance_words(verdict), "strong", color),
    ]

    def sign(canvas: Any, x: float, top: float) -> None:
        stance(canvas, shape_of(verdict), x + 11, top - 24, 21)

    hanging = Hanging(pieces, sign, gutter=34)
    _, low = pour(pages.canvas, [hanging], Frame(MARGIN, TOP + 8, WIDTH, BOTTOM))
    return low


def _motif(motif: str) -> str:
    return next((r.name for m, r in rules.load().motifs.items() if m == motif), str(motif))


def _place(aspect: float, top: float, scale: float) -> Rect:
    tallest = TALLEST if aspect >= UPRIGHT else TALLEST_ALONE
    wide = scale * min(WIDEST, min(tallest, top - BOTTOM - 4) * aspect)
    return MARGIN, top - wide / aspect, MARGIN + wide, top


def _frame(canvas: Any, rect: Rect, found: Sequence[Mark]) -> None:
    """Draw the slide's edge and the marks' numbers; the slide itself comes below them later."""
    left, bottom, right, top = rect
    wide, tall = right - left, top - bottom
    canvas.saveState()
    canvas.setStrokeColor(palette().line)
    canvas.setLineWidth(0.8)
    canvas.rect(left, bottom, wide, tall, stroke=1, fill=0)
    canvas.restoreState()
    for mark, (x, y) in zip(found, spots(found, BADGE / wide, BADGE / tall), strict=True):
        badge(canvas, mark, left + x * wide, top - y * tall)


@dataclass(frozen=True, slots=True)
class _Layout:
    """What goes into which column, and what fits into none."""

    columns: tuple[tuple[Sequence[Piece], Frame], ...]
    rest: Sequence[Piece]


def _layout(rect: Rect, reasons: Sequence[Piece], advice: Sequence[Piece]) -> _Layout:
    """Lay the texts out beside and below the picture; each may use what the other leaves."""
    _, bottom, right, top = rect
    beside = Frame(right + GAP, top, MARGIN + WIDTH - right - GAP, BOTTOM)
    if right - MARGIN < (top - bottom) * UPRIGHT:
        first, rest = fill(beside, [*reasons, *advice])
        return _Layout(((first, beside),), rest)
    below = Frame(MARGIN, bottom - 16, right - MARGIN, BOTTOM)
    first, left = fill(beside, reasons)
    second, over = fill(below, advice)
    columns = [(first, beside), (second, below)]
    if left and not over:
        more, left = fill(under := remaining(below, second), left)
        columns.append((more, under))
    elif over and not left:
        more, over = fill(under := remaining(beside, first), over)
        columns.append((more, under))
    return _Layout(tuple(columns), [*left, *over])


def _reasons(verdict: Verdict, found: Sequence[Mark]) -> list[Piece]:
    pieces: list[Piece] = [heading(text("report.reasons"), after=7)]
    pieces += [_reason(mark.label, mark.why, mark.quote, _badge(mark)) for mark in found]
    elsewhere: dict[tuple[str, str], list[Sign]] = {}
    for sign in unmarked(verdict):
        elsewhere.setdefault(_label(sign), []).append(sign)
    pieces += [_elsewhere(*label, signs) for label, signs in elsewhere.items()]
    if len(pieces) == 1:
        pieces.append(words(text("report.no-reasons")))
    return pieces


def _reason(label: str, why: str, quote: str | None, sign: Drawing | None) -> Piece:
    lines: list[Piece] = [words(label, "strong", after=0), words(why, "text", after=1)]
    if quote and quote not in why:
        said = f'<font name="{ITALIC.font}">{markup(f"“{quote}”", ITALIC)}</font>'
        lines.append(marked(said, "small", palette().muted))
    return Hanging(lines, sign, after=8)


def _badge(mark: Mark) -> Drawing:
    def draw(canvas: Any, x: float, top: float) -> None:
        badge(canvas, mark, x + 7, top - 7.5)

    return draw


def _label(sign: Sign) -> tuple[str, str]:
    """Return what a sign without a mark is called, and where it stands."""
    rule = rules.load().motifs.get(sign.motif) if sign.motif else None
    where = "whole" if sign.place.box else str(sign.place.source)
    return rule.name if rule else text(f"marks.{sign.side}"), text(f"report.sources.{where}")


def _elsewhere(label: str, where: str, signs: Sequence[Sign]) -> Piece:
    title = text("report.elsewhere", label=label, where=where)
    whys = " ".join(dict.fromkeys(sign.why for sign in signs))
    quotes = dict.fromkeys(sign.place.quote for sign in signs if sign.place.quote)
    return _reason(title, whys, " … ".join(quotes) or None, None)


def _advice(audit: Audit, slide: Slide, shown: Shown) -> list[Piece]:
    pieces: list[Piece] = []
    if shown.sketch:
        pieces.append(words(text("gaps.render"), "small", palette().muted, after=8))
    items = audit.advice_for(slide.number)
    pieces += chain.from_iterable(_item(item, resolution_words(audit, item)) for item in items)
    return pieces


def _item(item: Advice, resolved: str) -> list[Piece]:
    pieces: list[Piece] = []
    if resolved:
        pieces.append(words(resolved, "strong", palette().muted, after=5))
    if item.so_what:
        pieces.append(words(text("report.labels.so-what"), "section", palette().accent, after=1))
        first, *further = item.questions
        pieces.append(words(first, "section", after=3 if further else 7))
        pieces += [words(one, "text", after=7 if one is further[-1] else 3) for one in further]
    if item.why or item.action is not Action.KEEP:
        to = text("report.actions.move-to", to=item.to) if item.to else ""
        action = to or text(f"report.actions.{item.action}")
        pieces.append(marked(f"{bold(action, palette().ink)} {markup(item.why)}", after=7))
    if item.draft:
        pieces.append(Panel(_draft(item), edge=palette().customer, pad=9))
    return pieces


def _draft(item: Advice) -> list[Piece]:
    """Return the draft's lines; the label of a machine's stands above them."""
    first, *lines = held(item.draft or "").splitlines()
    opening = labelled("draft", first, after=1)
    if item.drafted_by:
        opening, lines = marked(bold(draft_label(item), palette().ink), after=3), [first, *lines]
    return [opening, *(words(line, "text", after=1) for line in lines)]
