"""Paragraphs to the model's blocks: text, runs, a span for each word, and the role."""

from __future__ import annotations

from itertools import groupby

from sowhat.model import Block, Role, Run, Source, Span, hull
from sowhat.read.pdf.glyphs import Style
from sowhat.read.pdf.layout import Layout
from sowhat.read.pdf.paragraphs import Paragraph
from sowhat.read.pdf.titles import Heading
from sowhat.read.pdf.words import Word, text_of


def blocks_of(layout: Layout, apart: set[int], heading: Heading) -> tuple[Block, ...]:
    """Return the page's blocks in reading order.

    ``apart`` are the indexes of footers. The paragraphs of a title become one block, which stands
    where the first of them stood.
    """
    blocks: list[Block] = []
    for index, paragraph in enumerate(layout.paragraphs):
        if index in heading.title[1:]:
            continue
        if index in heading.title[:1]:
            parts = [layout.paragraphs[number] for number in heading.title]
            whole = Paragraph([line for part in parts for line in part.lines], paragraph.group)
            blocks.append(_block(whole, Role.TITLE))
        elif index == heading.subtitle:
            blocks.append(_block(paragraph, Role.SUBTITLE))
        elif index in apart:
            blocks.append(_block(paragraph, Role.FOOTER))
        else:
            blocks.append(_block(paragraph, Role.CELL if paragraph.cell else Role.BODY))
    return tuple(blocks)


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
