"""Which paragraph is a slide's title: big, near the top, words, and where the deck keeps titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sowhat.read.pdf.layout import Layout
from sowhat.read.pdf.paragraphs import Paragraph
from sowhat.read.pdf.spelling import is_number

_MOST_WORDS, _MOST_WORDS_PLAIN, _MOST_LINES = 30, 12, 5
_LOWEST, _LOW, _HEAD = 0.8, 0.5, 0.35  # of the height
_FEW_LINES, _MANY = 6, 120  # lines of a page that may be all title; paragraphs of a crowded one
_ADDRESS = re.compile(r"\S*(?:@|://|www\.|\.(?:com|org|net|io|ai|co)\b)\S*", re.IGNORECASE)
_BIGGER = 1.12  # than most of the page's text
_SMALLEST = 0.3  # of the page's biggest words
_NEAR = 0.03  # of width or height: the same place


@dataclass(frozen=True, slots=True)
class Heading:
    """Indexes of the paragraphs that are the title, and of the subtitle."""

    title: tuple[int, ...] = ()
    subtitle: int | None = None


class _Page:
    """A page's paragraphs without its footers, and the size of their median letter."""

    def __init__(self, layout: Layout, items: list[Paragraph]) -> None:
        self.layout, self.items, self.body = layout, items, _body_size(items)


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    size: float
    font: str
    left: float
    middle: float
    top: float
    score: float
    plausible: bool


def headings(layouts: Sequence[Layout], footers: Sequence[set[int]]) -> list[Heading]:
    """Return the heading of each page."""
    pages = [_candidates(layout, apart) for layout, apart in zip(layouts, footers, strict=True)]
    best = [max(page, key=lambda item: item.score) for page in pages if page]
    votes = [item for item in best if item.plausible]
    return [
        _heading(layout, _chosen(page, votes), apart)
        for layout, page, apart in zip(layouts, pages, footers, strict=True)
    ]


def _candidates(layout: Layout, apart: set[int]) -> list[_Candidate]:
    items = [
        (index, paragraph)
        for index, paragraph in enumerate(layout.paragraphs[: layout.upright])
        if index not in apart
    ]
    able = [(index, paragraph) for index, paragraph in items if _can_be_title(layout, paragraph)]
    if not able:
        return []
    page = _Page(layout, [paragraph for _, paragraph in items])
    looks = [_looks(page, paragraph) for _, paragraph in able]
    biggest = max(paragraph.size for _, paragraph in able)
    return [
        _Candidate(
            index,
            paragraph.size,
            _font(paragraph),
            layout.across(paragraph.x0),
            layout.across((paragraph.x0 + paragraph.x1) / 2),
            max(layout.down(paragraph.top), 0.0),
            _score(layout, paragraph, biggest),
            look == max(looks) and look > 0,
        )
        for (index, paragraph), look in zip(able, looks, strict=True)
    ]


def _font(paragraph: Paragraph) -> str:
    style = paragraph.lines[0].style
    return style.font if style else ""


def _is_bold(paragraph: Paragraph) -> bool:
    style = paragraph.lines[0].style
    return bool(style and style.bold)


def _score(layout: Layout, paragraph: Paragraph, biggest: float) -> float:
    down = max(layout.down(paragraph.top), 0.0)
    long = max(len(paragraph.text.split()) - 12, 0)
    score = paragraph.size / biggest + 0.8 * (1 - down) + 0.1 * _is_bold(paragraph)
    return score - 0.5 * _looks_like_figure(paragraph.text) - 0.02 * long - 0.15 * paragraph.bullet


def _looks(page: _Page, paragraph: Paragraph) -> int:
    """Return 2 for what is set as a heading, 1 for what may be one where nothing is, else 0."""
    others = [item for item in page.items if item is not paragraph]
    biggest = max((other.size for other in others), default=0.0)
    alike = sum(abs(other.size - paragraph.size) < 0.05 * paragraph.size for other in others)
    if page.layout.down(paragraph.top) > _LOW:
        return 2 if paragraph.size >= 0.95 * biggest and alike < 2 else 0
    body = page.body if len(others) > _MANY else _body_size(others)
    if paragraph.size >= _BIGGER * body and paragraph.size >= _SMALLEST * biggest:
        return 2
    plain = len(paragraph.text.split()) <= _MOST_WORDS_PLAIN and not paragraph.bullet
    if not plain or paragraph.size < 0.95 * body:
        return 0
    few = sum(len(item.lines) for item in page.items) <= _FEW_LINES
    return 1 if few or _leads(page.layout, paragraph, others) else 0


def _leads(layout: Layout, paragraph: Paragraph, others: Sequence[Paragraph]) -> bool:
    """Say whether a paragraph of the text's own size stands as a heading above all others."""
    if len(paragraph.lines) > 2 or layout.down(paragraph.bottom) > _HEAD:
        return False
    middle = (paragraph.top + paragraph.bottom) / 2
    size = paragraph.size
    return not any(
        other.top < middle < other.bottom or (other.bottom < middle and other.size >= 0.95 * size)
        for other in others
    )


def _can_be_title(layout: Layout, paragraph: Paragraph) -> bool:
    text = paragraph.text
    letters = sum(map(str.isalpha, text))
    return (
        letters >= 3
        and not is_number(text)
        and not (len(text.split()) <= 2 and _ADDRESS.search(text))
        and len(text.split()) <= _MOST_WORDS
        and len(paragraph.lines) <= _MOST_LINES
        and layout.down(paragraph.top) < _LOWEST
        and not (paragraph.cell and len(text.split()) < 3)
    )


def _looks_like_figure(text: str) -> bool:
    """Say whether the text is a call-out of a number: "40 hours", "3x faster"."""
    words = text.split()
    lead = words[0].lstrip("~<>≈+-–$€£(")
    return len(words) <= 3 and lead[:1].isdigit() and not lead.rstrip(".").isdigit()


def _body_size(paragraphs: Sequence[Paragraph]) -> float:
    """Return the size that the median letter has, paragraphs taken whole."""
    weights = sorted((item.size, len(item.text)) for item in paragraphs)
    half, total = sum(weight for _, weight in weights) / 2, 0
    for size, weight in weights:
        total += weight
        if total >= half:
            return size
    return 0.0


def _chosen(page: list[_Candidate], votes: list[_Candidate]) -> _Candidate | None:
    """Return the best candidate; those where other pages have their titles count for more."""
    best: tuple[float, _Candidate] | None = None
    for item in page:
        company = sum(_alike(item, vote) for vote in votes)
        kept = min(company / max(0.3 * len(votes), 2.0), 1.0) if company > 1 else 0.0
        if not (item.plausible or kept >= 0.8):
            continue
        score = item.score + 0.5 * kept
        if best is None or score > best[0]:
            best = score, item
    return best[1] if best else None


def _alike(one: _Candidate, other: _Candidate) -> bool:
    """Say whether both have one format and stand in one place."""
    if abs(one.size - other.size) > 0.06 * other.size or one.font != other.font:
        return False
    aligned = abs(one.left - other.left) < _NEAR or abs(one.middle - other.middle) < _NEAR
    return aligned and abs(one.top - other.top) < _NEAR


def _heading(layout: Layout, chosen: _Candidate | None, apart: set[int]) -> Heading:
    if chosen is None:
        return Heading()
    items = layout.paragraphs
    title = [chosen.index]
    while len(title) < 3:
        more = _continuation(layout, title, apart)
        if more is None:
            break
        title.append(more)
    title.sort(key=lambda index: (items[index].top, items[index].x0))
    return Heading(tuple(title), _subtitle(layout, title, apart))


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
            or words + len(item.text.split()) > _MOST_WORDS
            or len(item.lines) > 3
        ):
            continue
        rest = [other for other in layout.paragraphs if other not in (*known, item)]
        alike = _font(item) == _font(known[0]) and words <= _MOST_WORDS_PLAIN
        if size < _BIGGER * _body_size(rest) or not (rest or alike):
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
