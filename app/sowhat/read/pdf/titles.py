"""Which paragraph is a slide's title: big, near the top, words, and where the deck keeps titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sowhat.read.pdf.heading import (
    BIGGER,
    MOST_WORDS,
    MOST_WORDS_PLAIN,
    Heading,
    body_size,
    font_of,
    heading_of,
)
from sowhat.read.pdf.layout import Layout
from sowhat.read.pdf.paragraphs import Paragraph
from sowhat.read.pdf.spelling import is_number

_MOST_LINES = 5
_LOWEST, _LOW, _HEAD = 0.8, 0.5, 0.35  # of the height
_FEW_LINES, _MANY = 6, 120  # lines of a page that may be all title; paragraphs of a crowded one
_ADDRESS = re.compile(r"\S*(?:@|://|www\.|\.(?:com|org|net|io|ai|co)\b)\S*", re.IGNORECASE)
_SURELY_BIGGER = 1.3  # than a line above a heading
_MOST_PAGES = 0.5  # of all: what stands above headings on so many is their title
_SMALLEST = 0.3  # of the page's biggest words
_FEWEST_LETTERS = 3
_APART = 1.5  # sizes between headings of columns
_NEAR = 0.03  # of width or height: the same place


class _Page:
    """A page's paragraphs without its footers, and the size of their median letter."""

    def __init__(self, layout: Layout, items: list[Paragraph]) -> None:
        self.layout, self.items, self.body = layout, items, body_size(items)


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
        heading_of(layout, _chosen(page, votes), apart)
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
            font_of(paragraph),
            layout.across(paragraph.x0),
            layout.across((paragraph.x0 + paragraph.x1) / 2),
            max(layout.down(paragraph.top), 0.0),
            _score(layout, paragraph, biggest),
            look == max(looks) and look > 0 and not _is_one_of_row(paragraph, page.items),
        )
        for (index, paragraph), look in zip(able, looks, strict=True)
    ]


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
    body = page.body if len(others) > _MANY else body_size(others)
    if paragraph.size >= BIGGER * body and paragraph.size >= _SMALLEST * biggest:
        return 2
    plain = len(paragraph.text.split()) <= MOST_WORDS_PLAIN and not paragraph.bullet
    if not plain or paragraph.size < 0.95 * body:
        return 0
    few = sum(len(item.lines) for item in page.items) <= _FEW_LINES
    return 1 if few or _leads(page.layout, paragraph, others) else 0


def _is_one_of_row(paragraph: Paragraph, items: Sequence[Paragraph]) -> bool:
    """Say whether a paragraph heads one of many columns: others beside it look the same."""
    size, bold = paragraph.size, _is_bold(paragraph)
    beside = sum(
        max(other.x0 - paragraph.x1, paragraph.x0 - other.x1) > _APART * size
        for other in items
        if other is not paragraph
        and abs(other.size - size) < 0.05 * size
        and _is_bold(other) == bold
        and abs(other.top - paragraph.top) < 0.5 * size
        and sum(map(str.isalpha, other.text)) >= _FEWEST_LETTERS
    )
    return beside > 1


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
        letters >= _FEWEST_LETTERS
        and not is_number(text)
        and not (len(text.split()) <= 2 and _ADDRESS.search(text))
        and len(text.split()) <= MOST_WORDS
        and len(paragraph.lines) <= _MOST_LINES
        and layout.down(paragraph.top) < _LOWEST
        and not (paragraph.cell and len(text.split()) < 3)
    )


def _looks_like_figure(text: str) -> bool:
    """Say whether the text is a call-out of a number: "40 hours", "3x faster"."""
    words = text.split()
    lead = words[0].lstrip("~<>≈+-–$€£(")
    return len(words) <= 3 and lead[:1].isdigit() and not lead.rstrip(".").isdigit()


def _chosen(page: list[_Candidate], votes: list[_Candidate]) -> int | None:
    """Return the best candidate; those where other pages have their titles count for more."""
    best: tuple[float, _Candidate] | None = None
    for item in page:
        company = sum(_alike(item, vote) for vote in votes)
        kept = min(company / max(0.3 * len(votes), 2.0), 1.0) if company > 1 else 0.0
        if company < _MOST_PAGES * len(votes) and _tops_heading(item, page):
            kept = 0.0
        if not (item.plausible or kept >= 0.8):
            continue
        score = item.score + 0.5 * kept
        if best is None or score > best[0]:
            best = score, item
    return best[1].index if best else None


def _tops_heading(item: _Candidate, page: list[_Candidate]) -> bool:
    """Say whether a candidate is a small line, a chapter's name perhaps, above a heading."""
    return any(
        other.plausible and other.size > _SURELY_BIGGER * item.size and item.top < other.top < _HEAD
        for other in page
    )


def _alike(one: _Candidate, other: _Candidate) -> bool:
    """Say whether both have one format and stand in one place."""
    if abs(one.size - other.size) > 0.06 * other.size or one.font != other.font:
        return False
    aligned = abs(one.left - other.left) < _NEAR or abs(one.middle - other.middle) < _NEAR
    return aligned and abs(one.top - other.top) < _NEAR
