"""Evidence to numbered marks on the slide: the same for window and report. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import product

from sowhat import fonts, rules
from sowhat.model import (
    Block,
    Box,
    Mark,
    Profile,
    Run,
    Side,
    Sign,
    Slide,
    Source,
    Span,
    Verdict,
    hull,
)
from sowhat.texts import text

MOST = 8  # marks on a slide; more of them hide it
MOST_PARTS = 60  # fine frames inside a mark
REPEATS = 2  # marks with the very same reason
SMALLEST = (0.012, 0.018)  # fractions of the slide's width and height that can still be seen
SAME = 0.8  # two places that share so much of their area are one place
WHOLE_SLIDE = 0.9  # of the slide: a layout that takes more is the slide's own
AREAS = frozenset(("picture", "layout"))  # kinds of sign that speak of an area, not of words

OUT = 0.3  # of a badge: how far its middle stands out of highlighted words
CLEAR = 0.55  # the same where it does not touch them
USUAL = 0.03  # of the slide's width: a badge
TOUCH = 0.15  # of a badge: words that it may cover as well as none
AROUND = 0.08  # of the slide: how far from a mark its badge may lie on words

HIGHLIGHT = "highlight"
SQUARE = "square"

Shape = tuple[str, tuple[Box, ...], bool]  # shape, boxes, exact


def marks(slide: Slide, verdict: Verdict) -> tuple[Mark, ...]:
    """Return the marks of ``slide``, strongest first, numbered from 1, each place once.

    Signs without a place of their own (``unmarked``) have no mark. All boxes lie on the slide.
    """
    found: list[Mark] = []
    lines: tuple[Box, ...] | None = None
    for sign in verdict.evidence:
        mark = _mark(slide, sign)
        if mark and _tells_more(mark, found):
            lines = _lines(slide) if lines is None else lines
            near = tuple(line for line in lines if line.overlap(mark.box.grown(AROUND)))
            found.append(replace(mark, number=len(found) + 1, near=near))
        if len(found) == MOST:
            break
    return tuple(found)


def unmarked(verdict: Verdict) -> tuple[Sign, ...]:
    """Return the signs that have no place of their own: in the notes, or the whole slide."""
    return tuple(sign for sign in verdict.evidence if not _placed(sign))


def spots(found: Sequence[Mark], width: float, height: float) -> tuple[tuple[float, float], ...]:
    """Return the middle of each mark's number badge, in fractions of the slide.

    ``width`` and ``height`` are the badge's. Badges sit at a corner or an end of their mark, on the
    slide, off each other, and off words, where one of these places allows it.
    """
    usual = USUAL, USUAL * height / max(width, 1e-9)  # one place for all sizes, as far as it can be
    taken: list[Box] = []
    for mark in found:
        options = [_badge(x, y, width, height) for x, y in _corners(mark, width, height)]
        words = [_covered(_badge(x, y, *usual), mark) for x, y in _corners(mark, *usual)]
        covered = [sum(box.overlap(other) for other in taken) for box in options]
        best = min(range(len(options)), key=lambda at: (covered[at], words[at]))
        taken.append(options[best])
    return tuple(box.center for box in taken)


def _covered(badge: Box, mark: Mark) -> int:
    """Return about how much of the words a badge would cover."""
    return round(sum(badge.overlap(line) for line in mark.near) / max(badge.area, 1e-9) / TOUCH)


def _mark(slide: Slide, sign: Sign) -> Mark | None:
    place = sign.place
    if place.box is None or not _placed(sign):
        return None
    shape, boxes, exact = _shape(slide, sign, place.box)
    boxes = tuple(_visible(box) for box in boxes)
    rule = rules.load().motifs.get(sign.motif) if sign.motif else None
    return Mark(
        slide=slide.number,
        number=0,
        shape=shape,
        box=hull(boxes),
        boxes=boxes,
        exact=exact,
        side=sign.side,
        label=rule.name if rule else text(f"marks.{sign.side}"),
        why=sign.why,
        quote=place.quote,
        parts=tuple(map(_visible, place.parts[:MOST_PARTS])),
    )


def _lines(slide: Slide) -> tuple[Box, ...]:
    """Return a box for each line of words on the slide whose place is known."""
    return tuple(box for block in slide.blocks for box in places(block, 0, len(block.text)))


def _placed(sign: Sign) -> bool:
    place = sign.place
    if place.box is None or place.source is Source.NOTES:
        return False
    # A frame around everything shows nothing.
    return sign.kind != "layout" or place.box.clamped().area < WHOLE_SLIDE


def _tells_more(mark: Mark, found: Sequence[Mark]) -> bool:
    """Say whether the place is new, and the reason not yet told often enough."""
    told = sum(other.why.casefold() == mark.why.casefold() for other in found)
    return told < REPEATS and not any(_same(mark, other) for other in found)


def _shape(slide: Slide, sign: Sign, box: Box) -> Shape:
    place = sign.place
    if place.quote is None or sign.kind in AREAS:
        return SQUARE, (box,), place.exact
    if place.block is None or place.block >= len(slide.blocks):
        return HIGHLIGHT, (box,), place.exact
    block = slide.blocks[place.block]
    start, end = place.start, place.start + len(place.quote)
    lines = places(block, start, end)
    if lines:
        return HIGHLIGHT, lines, place.exact
    # Without finer places a few words of a long block are somewhere in it: frame the block.
    shape = HIGHLIGHT if 2 * len(place.quote) >= len(block.text) else SQUARE
    return shape, (block.box or box,), False


def places(block: Block, start: int, end: int) -> tuple[Box, ...]:
    """Return a box for each line of ``block`` that characters ``start:end`` touch."""
    lines: list[Box] = []
    for span in block.spans:
        if not (span.start < end and start < span.end):
            continue
        box = _part(block, span, start, end)
        if lines and _one_line(lines[-1], box):
            lines[-1] = hull((lines[-1], box))
        else:
            lines.append(box)
    return tuple(lines)


def named(slide: Slide, names: Iterable[str]) -> tuple[Box, ...]:
    """Return where ``slide`` names somebody, a box a line.

    A name in capitals throughout is found only as it is written: it may be a word besides.
    """
    pattern = _naming(tuple(sorted({name for name in names if name}, key=len, reverse=True)))
    if pattern is None:
        return ()
    found = ((block, match) for block in slide.blocks for match in pattern.finditer(block.text))
    return tuple(box for block, match in found for box in places(block, *match.span()))


def parties_named(slide: Slide, profile: Profile) -> dict[Side, tuple[Box, ...]]:
    """Return where ``slide`` names vendor and customer, for each side that it names."""
    parties = ((Side.VENDOR, profile.vendor), (Side.CUSTOMER, profile.customer))
    found = {side: named(slide, party.names) for side, party in parties}
    return {side: boxes for side, boxes in found.items() if boxes}


@cache
def _naming(names: tuple[str, ...]) -> re.Pattern[str] | None:
    forms = [_form(name) if name.isupper() else f"(?i:{_form(name)})" for name in names]
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)") if forms else None


def _form(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def _part(block: Block, span: Span, start: int, end: int) -> Box:
    """Return the part of a span's box that characters ``start:end`` take."""
    box = span.box
    start, end = max(start, span.start), min(end, span.end)
    whole = (start, end) == (span.start, span.end)
    if whole or box.height > box.width:  # the latter is written upwards
        return box
    step = box.width / max(_width(block, span.start, span.end), 1e-9)
    left = _width(block, span.start, start) * step
    right = _width(block, end, span.end) * step
    return Box(box.x0 + left, box.y0, max(box.x1 - right, box.x0 + left), box.y1)


def _width(block: Block, start: int, end: int) -> float:
    """Return how wide characters ``start:end`` are in their own faces, in no particular unit."""
    runs = block.runs
    if sum(len(run.text) for run in runs) != len(block.text):
        runs = (Run(block.text),)
    wide, at = 0.0, 0
    for run in runs:
        words = run.text[max(start - at, 0) : max(end - at, 0)]
        size = run.size or 1.0
        wide += fonts.width(words, run.font or "", size, bold=run.bold, italic=run.italic)
        at += len(run.text)
    return wide


def _one_line(one: Box, other: Box) -> bool:
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    return shared > 0.5 * min(one.height, other.height)


def _visible(box: Box) -> Box:
    box = box.clamped()
    x0, x1 = _widened(box.x0, box.x1, SMALLEST[0])
    y0, y1 = _widened(box.y0, box.y1, SMALLEST[1])
    return Box(x0, y0, x1, y1)


def _widened(low: float, high: float, least: float) -> tuple[float, float]:
    if high - low >= least:
        return low, high
    start = min(max((low + high - least) / 2, 0.0), 1.0 - least)
    return start, start + least


def _same(one: Mark, other: Mark) -> bool:
    shared = sum(a.overlap(b) for a, b in product(one.boxes, other.boxes))
    areas = [sum(box.area for box in mark.boxes) for mark in (one, other)]
    if one.shape == other.shape == HIGHLIGHT:
        return shared > SAME * min(areas)
    return shared > SAME * max(areas)


def _corners(mark: Mark, width: float, height: float) -> Iterable[tuple[float, float]]:
    """Yield places for a badge: words are left readable, frames carry it on their corners."""
    out = OUT if mark.shape == HIGHLIGHT else 0.0
    first, last = mark.boxes[0], mark.boxes[-1]
    left, right = first.x0 - out * width, last.x1 + out * width
    above, below = first.y0 - out * height, last.y1 + out * height
    yield from ((left, above), (first.x1, above), (last.x0, below), (right, below))
    yield from ((left, first.center[1]), (right, last.center[1]))
    if mark.shape == HIGHLIGHT:
        before, after = first.x0 - CLEAR * width, last.x1 + CLEAR * width
        over, under = first.y0 - CLEAR * height, last.y1 + CLEAR * height
        yield from ((before, first.center[1]), (after, last.center[1]))
        yield from ((left, over), (first.center[0], over), (first.x1, over))
        yield from ((last.x0, under), (last.center[0], under), (right, under))


def _badge(x: float, y: float, width: float, height: float) -> Box:
    x = min(max(x, width / 2), 1 - width / 2)
    y = min(max(y, height / 2), 1 - height / 2)
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
