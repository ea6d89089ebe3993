"""A PDF file to a deck: page by page, then what only the whole deck shows (footers, titles)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from sowhat.errors import DeckError
from sowhat.model import Block, Deck, DeckKind, Gap, Picture, Role, Slide
from sowhat.pdf.gates import MOST_PAGES, gates
from sowhat.pdf.opened import open_pdf
from sowhat.read.builds import with_steps
from sowhat.read.pdf.blocks import blocks_of
from sowhat.read.pdf.layout import Layout
from sowhat.read.pdf.links import linked
from sowhat.read.pdf.mending import mend
from sowhat.read.pdf.outline import outline_of
from sowhat.read.pdf.page import Page, PageReader
from sowhat.read.pdf.properties import properties_of
from sowhat.read.pdf.repeated import footers, layout_pictures
from sowhat.read.pdf.titles import headings
from sowhat.worker import Patience

UNREAD = frozenset(("page", "page-heavy"))  # gaps of pages of which nothing is known
_FEW_LETTERS = 4  # fewer are no words


def read_file(
    path: Path,
    password: str | None,
    progress: Callable[[int, int], None],
    patience: Patience,
    *,
    pictures: bool,
    without: Collection[int] = (),
) -> Deck:
    """Return the deck in the PDF file at ``path``; ``progress`` gets pages done and pages in all.

    Pages ``without`` (from 0) and those that would be too heavy are not opened, and none is begun
    once ``patience`` has run out. Raises ``DeckError`` as ``open_pdf`` does, and where no page can
    be read damaged or too-large.
    """
    document, mended = open_pdf(path, password)
    try:
        there = len(document)
        asked = gates(path, password)
        if there > MOST_PAGES:  # or its list of pages tells of some that are not there
            there = asked.pages or there
        total = min(there, MOST_PAGES)
        heavy = asked.heavy.union(without)
        pages: list[Page] = []
        with PageReader(document, path, password, pictures=pictures, named=asked.named) as reader:
            progress(0, total)
            for index in range(total):
                if pages and patience.over:
                    break
                pages.append(reader.left_out(index) if index in heavy else reader.read(index))
                progress(index + 1, total)
        unread = [page.gaps[0].id if page.gaps else "" for page in pages]
        if set(unread) <= UNREAD:
            raise DeckError("too-large" if "page-heavy" in unread else "damaged", detail="pages")
        deck = _deck(path, pages)
        whole = [Gap("mended")] if mended else []
        whole += [Gap("slides", detail=f"{there - total:,}")] if there > total else []
        late = total - len(pages)
        whole += [Gap("slides-late", detail=f"{late:,}")] if late else []
        outline = outline_of(document.raw)
        return replace(
            deck, gaps=(*whole, *deck.gaps), properties=properties_of(document), outline=outline
        )
    finally:
        document.close()


def _deck(path: Path, pages: list[Page]) -> Deck:
    layouts = [page.layout for page in pages]
    mend(layouts)
    apart = footers(layouts)
    found = headings(layouts, apart)
    kept = layout_pictures([page.pictures for page in pages])
    slides = []
    gaps: list[Gap] = []
    for number, page in enumerate(pages, start=1):
        blocks = blocks_of(page.layout, apart[number - 1], found[number - 1])
        slides.append(_slide(number, page, blocks, kept[number - 1]))
        gaps += page.gaps
        if page.drawn and not page.gaps and not _has_words(page.layout, apart[number - 1]):
            gaps.append(Gap("no-text", number))
        elif page.outlined:
            gaps.append(Gap("drawn-words", number))
    first = pages[0].frame
    return Deck(
        path=str(path),
        sha256=_digest(path),
        kind=DeckKind.PDF,
        width=first.wide,
        height=first.high,
        slides=with_steps(slides),
        gaps=tuple(gaps),
        fonts=_fonts(layouts),
    )


def _slide(number: int, page: Page, blocks: Sequence[Block], pictures: list[Picture]) -> Slide:
    title = " ".join(block.text for block in blocks if block.role is Role.TITLE)
    return Slide(
        number,
        title,
        (*linked(blocks, page.notes.links), *page.notes.blocks),
        tuple(pictures),
        label=page.label,
        links=tuple(page.notes.links),
        comments=tuple(page.notes.comments),
        unseen=tuple(page.unseen),
        unseen_pictures=tuple(page.unseen_pictures),
    )


def _has_words(layout: Layout, apart: set[int]) -> bool:
    letters = sum(
        sum(map(str.isalpha, paragraph.text))
        for index, paragraph in enumerate(layout.paragraphs)
        if index not in apart
    )
    return letters >= _FEW_LETTERS


def _fonts(layouts: list[Layout]) -> tuple[str, ...]:
    names = {
        word.style.font
        for layout in layouts
        for paragraph in layout.paragraphs
        for line in paragraph.lines
        for word in line.words
    }
    return tuple(sorted(names - {""}))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
