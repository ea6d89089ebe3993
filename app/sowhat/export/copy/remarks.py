"""An audit's advice as comments on the slides, each at the place it speaks of. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sowhat.export.copy.plan import Remark
from sowhat.export.wording import draft_label, resolution_words
from sowhat.marks import marks, unmarked
from sowhat.model import Action, Advice, Audit, Mark, Move, Side
from sowhat.texts import text

MOST = 3  # comments on evidence on a slide; the first carries the advice
TOLD = 2  # reasons without a place of their own
CORNER = (0.01, 0.01)  # of the slide: where a comment stands that speaks of all of it
_UNWRITABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # not in XML


def remarks(audit: Audit, *, moved: bool) -> tuple[Remark, ...]:
    """Return the comments on all slides that have advice, by slide; ``moved`` tells of moves, too.

    The slides' numbers are those of the deck as it is.
    """
    moves = {move.slide: move for move in audit.order.moves} if moved else {}
    found: list[Remark] = []
    for slide in audit.deck.slides:
        advice = audit.advice_for(slide.number)
        move = moves.get(slide.number)
        if advice:
            found += _advised(audit, slide.number, advice, move)
        elif move:
            found.append(_remark(slide.number, None, [_moved(move)]))
    return tuple(found)


def _advised(
    audit: Audit, slide: int, advice: Sequence[Advice], move: Move | None
) -> Iterator[Remark]:
    verdict = audit.verdict(slide)
    shown = [
        mark
        for mark in marks(audit.deck.slides[slide - 1], verdict)
        if mark.side is not Side.CUSTOMER
    ][:MOST]
    first = shown[0] if shown else None
    reasons = [_evidence(first)] if first else [s.why for s in unmarked(verdict)[:TOLD]]
    said = [part for item in advice for part in _said(item, move, resolution_words(audit, item))]
    yield _remark(slide, first, [*dict.fromkeys(reasons), *said])
    for mark in shown[1:]:
        asked = dict.fromkeys(item.question_to(mark.quote) for item in advice)
        put = [_asked(one) for one in asked if one not in _first(advice)]
        yield _remark(slide, mark, [_evidence(mark), *put])


def _first(advice: Sequence[Advice]) -> tuple[str, ...]:
    return ("", *(item.so_what for item in advice))


def _asked(question: str) -> str:
    return text("copy.labelled", label=text("report.labels.so-what"), said=question)


def _remark(slide: int, mark: Mark | None, parts: Sequence[str]) -> Remark:
    x, y = (mark.boxes[0].x0, mark.boxes[0].y0) if mark else CORNER
    return Remark(slide, x, y, _UNWRITABLE.sub(" ", "\n\n".join(filter(None, parts))))


def _evidence(mark: Mark) -> str:
    quote = mark.quote if mark.quote and mark.quote not in mark.why else ""
    key = "copy.evidence-quoted" if quote else "copy.evidence"
    return text(key, label=mark.label, why=mark.why, quote=" ".join(quote.split()))


def _said(item: Advice, move: Move | None, resolved: str) -> Iterator[str]:
    if resolved:
        yield resolved
    if item.so_what:
        yield _asked(item.so_what)
    if move and item.action is Action.MOVE:
        yield _moved(move)
    elif item.why or item.action is not Action.KEEP:
        yield text("copy.labelled", label=text("report.labels.do"), said=_do(item))
        if move:
            yield _moved(move)
    if item.draft:
        yield text("copy.labelled", label=draft_label(item), said=item.draft)


def _do(item: Advice) -> str:
    to = text("report.actions.move-to", to=item.to) if item.to else ""
    return f"{to or text(f'report.actions.{item.action}')} {item.why}".strip()


def _moved(move: Move) -> str:
    return text("copy.moved", slide=move.slide, place=move.place, why=move.why)
