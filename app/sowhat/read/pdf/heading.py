"""What belongs to a title once its first part is found: further lines and halves, a subtitle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sowhat.read.pdf.layout import Layout
from sowhat.read.pdf.paragraphs import Paragraph

MOST_WORDS, MOST_WORDS_PLAIN = 30, 12
BIGGER = 1.12  # than most of the page's text


@dataclass(frozen=True, slots=True)
class Heading:
    """Indexes of the paragraphs that are the title, and of the subtitle."""

    title: tuple[int, ...] = ()
    subtitle: int | None = None


def heading_of(layout: Layout, chosen: int | None, apart: set[int]) -> Heading:
    """Return the heading that paragraph ``chosen`` belongs to; ``apart`` are the footers."""
    if chosen is None:
        return Heading()
    items = layout.paragraphs
    title = [chosen]
    while len(title) < 3:
        more = _continuation(layout, title, apart)
        if more is None:
            break
        title.append(more)
    title = [index for row in _rows(items, title) for index in row]
    return Heading(tuple(title), _subtitle(layout, title, apart))


def _rows(items: Sequence[Paragraph], title: Sequence[int]) -> list[list[int]]:
    """Return the parts of a title as they are read: row by row, each from the left."""
    rows: list[list[int]] = []
    for index in sorted(title, key=lambda index: items[index].top):
        first = items[rows[-1][0]] if rows else None
        if first is not None and items[index].top < (first.top + first.bottom) / 2:
            rows[-1].append(index)
        else:
            rows.append([index])
    return [sorted(row, key=lambda index: items[index].x0) for row in rows]


def _continuation(layout: Layout, title: list[int], apart: set[int]) -> int | None:
    """Return a paragraph that is a further line or half of the title, set in the same size."""
    known = [layout.paragraphs[index] for index in title]
    size = known[0].size
    left, right = min(item.x0 for item in known), max(item.x1 for item in known)
    top, bottom = min(item.top for item in known), max(item.bottom for item in known)
    words = sum(len(item.text.split()) for item in known)
    for index, item in enumerate(layout.paragraphs[: layout.upright]):
        if index in title or index in apart or abs(item.size - size) > 0.05 * size:
            continue
        if (
            (item.bullet and item.top > top)
            or words + len(item.text.split()) > MOST_WORDS
            or len(item.lines) > 3
        ):
            continue
        rest = [other for other in layout.paragraphs if other not in (*known, item)]
        alike = font_of(item) == font_of(known[0]) and words <= MOST_WORDS_PLAIN
        if size < BIGGER * body_size(rest) or not (rest or alike):
            continue
        down = max(item.top - bottom, top - item.bottom)
        across = max(item.x0 - right, left - item.x1)
        if (down < 0.6 * size and across < 0) or (down < -0.5 * size and across < 1.5 * size):
            return index
    return None


def _subtitle(layout: Layout, title: list[int], apart: set[int]) -> int | None:
    """Return the paragraph right below the title that is smaller than it, bigger than the rest."""
    items = layout.paragraphs
    known = [items[index] for index in title]
    bottom, size = max(item.bottom for item in known), known[0].size
    rest = [
        (index, item)
        for index, item in enumerate(items[: layout.upright])
        if index not in title and index not in apart
    ]
    below = [(i, item) for i, item in rest if 0 <= item.top - bottom + 0.2 * size < 1.5 * size]
    if len(below) != 1:
        return None
    index, item = below[0]
    others = [other for i, other in rest if i != index]
    if not sum(map(str.isalpha, item.text)) > 2 or item.bullet or len(item.text.split()) > 25:
        return None
    bigger = not others or item.size > 1.1 * max(other.size for other in others)
    return index if bigger and item.size < 0.95 * size else None


def body_size(paragraphs: Sequence[Paragraph]) -> float:
    """Return the size that the median letter has, paragraphs taken whole."""
    weights = sorted((item.size, len(item.text)) for item in paragraphs)
    half, total = sum(weight for _, weight in weights) / 2, 0
    for size, weight in weights:
        total += weight
        if total >= half:
            return size
    return 0.0


def font_of(paragraph: Paragraph) -> str:
    """Return the font of a paragraph's first line, "" where it has several."""
    style = paragraph.lines[0].style
    return style.font if style else ""
