"""WordArt: text that is bent or stretched until it fills its shape."""

from __future__ import annotations

from collections.abc import Sequence

from sowhat.read.pptx.lines import Line
from sowhat.read.pptx.text import Paragraph


def fill(paragraphs: Sequence[Paragraph], width: float, height: float) -> list[list[Line]]:
    """Return the lines of each paragraph, each a strip of a shape of this size in points.

    Such text is never wrapped: lines end where someone ended them.
    """
    written = [_lines(paragraph) if paragraph.text else [] for paragraph in paragraphs]
    strip = height / max(sum(len(lines) for lines in written), 1)
    top = 0.0
    result: list[list[Line]] = []
    for lines in written:
        result.append([])
        for start, end in lines:
            result[-1].append(Line(start, end, 0.0, top, width, top + strip))
            top += strip
    return result


def _lines(paragraph: Paragraph) -> list[tuple[int, int]]:
    starts = [0, *(place + 1 for place in paragraph.breaks)]
    ends = [*paragraph.breaks, len(paragraph.text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if end > start]
