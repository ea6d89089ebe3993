"""Paragraphs to the model's blocks: text, runs, a span for each word, and the role."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sowhat.model import Block, Role, Run, Source, Span, hull
from sowhat.read.pdf.glyphs import Style
from sowhat.read.pdf.heading import Heading
from sowhat.read.pdf.layout import Layout
from sowhat.read.pdf.paragraphs import Paragraph
from sowhat.read.pdf.words import Word, text_of

_LOW = 0.5  # of the height: footers below it come last, running headers above it as they stand


def blocks_of(layout: Layout, apart: set[int], heading: Heading) -> tuple[Block, ...]:
    """Return the page's blocks in reading order.

    ``apart`` are the indexes of footers. The paragraphs of a title become one block, which comes
    before all that stands below it, in whatever column; footers come last.
    """
    blocks: list[Block] = []
    footers: list[Block] = []
    parts = [layout.paragraphs[index] for index in heading.title]
    place = _place(layout, parts)
    for index, paragraph in enumerate(layout.paragraphs):
        if index == place:
            whole = Paragraph([line for part in parts for line in part.lines], parts[0].group)
            blocks.append(_block(whole, Role.TITLE))
        if index in heading.title:
            continue
        if index == heading.subtitle:
            blocks.append(_block(paragraph, Role.SUBTITLE))
        elif index in apart:
            low = layout.down(paragraph.top) > _LOW
            (footers if low else blocks).append(_block(paragraph, Role.FOOTER))
        else:
            blocks.append(_block(paragraph, Role.CELL if paragraph.cell else Role.BODY))
    return (*blocks, *footers)


def _place(layout: Layout, title: Sequence[Paragraph]) -> int | None:
    """Return the index of the first paragraph that is of the title or stands below its top."""
    if not title:
        return None
    middle = (title[0].top + title[0].bottom) / 2
    return next(
        index
        for index, item in enumerate(layout.paragraphs)
        if item in title or (index < layout.upright and item.top > middle)
    )


def _block(paragraph: Paragraph, role: Role) -> Block:
    words = [word for line in paragraph.lines for word in line.words]
    spans = []
    start = 0
    for word in words:
        spans.append(Span(start, start + len(word.text), word.box))
        start += len(word.text) + (not word.goes_on)
    return Block(
        text=text_of(words),
        role=role,
        box=hull(word.box for word in words),
        level=paragraph.level,
        group=paragraph.group,
        runs=_runs(words),
        spans=tuple(spans),
        source=Source.OCR if 2 * sum(word.ocr for word in words) > len(words) else Source.SLIDE,
    )


def _runs(words: list[Word]) -> tuple[Run, ...]:
    """Return the runs; their texts put together are the block's text."""

    def format_of(word: Word) -> tuple[Style, float]:
        return word.style, round(word.size, 1)

    parts = [(style, size, list(group)) for (style, size), group in groupby(words, key=format_of)]
    last = len(parts) - 1
    return tuple(
        Run(
            text_of(part) + ("" if index == last or part[-1].goes_on else " "),
            size=size,
            bold=style.bold,
            italic=style.italic,
            font=style.font or None,
            color=style.color,
        )
        for index, (style, size, part) in enumerate(parts)
    )
