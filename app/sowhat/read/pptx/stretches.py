"""The words of a paragraph behind which there is a link, and where they stand on its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from sowhat import fonts
from sowhat.model import Box, hull
from sowhat.read.pptx.lines import Line
from sowhat.read.pptx.links import Target
from sowhat.read.pptx.place import Place
from sowhat.read.pptx.text import Paragraph

MOST = 400  # stretches of one paragraph, linked or not


def stretches(
    paragraph: Paragraph, lines: Sequence[Line], place: Place
) -> Iterator[tuple[Target, Box | None, str]]:
    """Yield each stretch of words that leads to one target, with its place and the words."""
    if not any(piece.target for piece in paragraph.pieces):
        return
    end = 0
    groups = groupby(paragraph.pieces, key=lambda piece: piece.target)
    for target, pieces in islice(groups, MOST):
        start, end = end, end + sum(len(piece.run.text) for piece in pieces)
        if target is not None:
            boxes = list(_boxes(paragraph, lines, place, (start, end)))
            yield target, hull(boxes) if boxes else None, paragraph.text[start:end]


def _boxes(
    paragraph: Paragraph, lines: Sequence[Line], place: Place, stretch: tuple[int, int]
) -> Iterator[Box]:
    """Yield the parts of the lines that the characters of ``stretch`` take."""
    for line in lines:
        start, end = max(stretch[0], line.start), min(stretch[1], line.end)
        whole = _wide(paragraph, line.start, line.end) if start < end else 0.0
        if not whole:
            continue
        long = (line.x1 - line.x0) / whole  # lines may be stretched or squeezed
        left = line.x0 + long * _wide(paragraph, line.start, start)
        right = left + long * _wide(paragraph, start, end)
        yield place.part(left, line.y0, right, line.y1)


def _wide(paragraph: Paragraph, start: int, end: int) -> float:
    """Return the width of the characters ``start:end`` before any stretching."""
    at, wide = 0, 0.0
    for run, style, _ in paragraph.pieces:
        text = run.text[max(start - at, 0) : max(end - at, 0)]
        if text:
            look = {"bold": style.bold, "italic": style.italic}
            kerned = style.size >= style.kern > 0
            shown = text.upper() if style.capitals else text
            wide += fonts.width(shown, style.font, style.size, kerned=kerned, **look)
            wide += style.track * len(text)
        at += len(run.text)
    return wide
