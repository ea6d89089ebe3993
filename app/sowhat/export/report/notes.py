"""A slide's marks as annotations of its picture on the page."""

from __future__ import annotations

from collections.abc import Sequence

from sowhat.export.report.look import color_of, rgb, shape_of
from sowhat.export.report.plan import Annotation, Rect, Spared
from sowhat.export.report.shapes import BADGE
from sowhat.export.wording import draft_label, resolution_words, stance_words
from sowhat.marks import HIGHLIGHT, spots
from sowhat.model import Audit, Box, Mark, Side
from sowhat.palette import palette
from sowhat.texts import text

ICON = 17.0  # points
RIM = 1.0  # points that a number's rim adds to it
OUT = 6.0  # points by which the note stands out of the picture's corner


def annotated(
    audit: Audit, slide: int, found: Sequence[Mark], rect: Rect
) -> tuple[Annotation, ...]:
    """Return an annotation for each mark, and a note on the whole slide."""
    asked = [item for item in audit.advice_for(slide) if item.so_what][:1]
    spared = _numbers(found, rect)
    made = tuple(
        _annotation(mark, "".join(item.question_to(mark.quote) for item in asked), rect, spared)
        for mark in found
    )
    return (*made, _note(audit, slide, rect))


def on_page(box: Box, rect: Rect) -> Rect:
    """Return a box of the slide in points of the page."""
    left, bottom, right, top = rect
    wide, tall = right - left, top - bottom
    return (
        left + box.x0 * wide,
        top - box.y1 * tall,
        left + box.x1 * wide,
        top - box.y0 * tall,
    )


def _numbers(found: Sequence[Mark], rect: Rect) -> tuple[Spared, ...]:
    """Return where the marks' numbers stand on the page, with their light rim."""
    left, bottom, right, top = rect
    wide, tall = right - left, top - bottom
    places = spots(found, BADGE / wide, BADGE / tall)
    return tuple(
        Spared(left + x * wide, top - y * tall, BADGE + RIM, mark.side is not Side.VENDOR)
        for mark, (x, y) in zip(found, places, strict=True)
    )


def _annotation(mark: Mark, asked: str, rect: Rect, spared: tuple[Spared, ...]) -> Annotation:
    parts = [mark.why]
    if mark.quote and mark.quote not in mark.why:
        parts.append(f"“{mark.quote}”")
    if asked and mark.side is not Side.CUSTOMER:
        parts.append(f"{text('report.labels.so-what')} {asked}")
    boxes = mark.boxes if mark.shape == HIGHLIGHT else (mark.box,)
    return Annotation(
        kind=mark.shape,
        rects=tuple(on_page(box, rect) for box in boxes),
        parts=tuple(on_page(box, rect) for box in mark.parts),
        color=rgb(color_of(str(mark.side))),
        subject=mark.label,
        contents="\n".join(parts),
        name=f"sowhat-slide-{mark.slide}-mark-{mark.number}",
        spared=spared,
    )


def _note(audit: Audit, slide: int, rect: Rect) -> Annotation:
    verdict = audit.verdict(slide)
    parts = [stance_words(verdict)]
    for item in audit.advice_for(slide):
        parts += filter(None, [resolution_words(audit, item)])
        parts += [f"{text('report.labels.so-what')} {asked}" for asked in item.questions]
        parts += [item.why] if item.why else []
        parts += [f"{draft_label(item)} {item.draft}"] if item.draft else []
    _, _, right, top = rect
    x, y = right - ICON + OUT, top - ICON + OUT
    return Annotation(
        kind="note",
        rects=((x, y, x + ICON, y + ICON),),
        color=rgb(color_of(shape_of(verdict)) if audit.advice_for(slide) else palette().accent),
        subject=text("report.slide", slide=slide),
        contents="\n".join(parts),
        name=f"sowhat-slide-{slide}-note",
    )
