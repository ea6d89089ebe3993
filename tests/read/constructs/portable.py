"""The PDF that holds every construct once."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from sowhat.model import Bookmark, Deck
from tests.read.constructs import pdf_pages, pdf_remarks, pdf_unseen, pdf_words
from tests.read.constructs.sheet import Page, Sheet

PAGES: tuple[Page, ...] = (
    *pdf_words.PAGES,
    *pdf_unseen.PAGES,
    *pdf_pages.PAGES,
    *pdf_remarks.PAGES,
)
ROMAN = ("i", "ii", "iii")
OUTLINE = (Bookmark("Words", 0, 1), Bookmark("Columns", 1, 2), Bookmark("Pages", 0, 5))


def numbers() -> dict[str, int]:
    """Return the number of each construct's first page."""
    found: dict[str, int] = {}
    number = 1
    for page in PAGES:
        found[page.name] = number
        number += page.pages
    return found


def build(path: Path) -> Path:
    """Save the deck."""
    plain = path.with_name("plain.pdf")
    sheet = Sheet(plain)
    for page in PAGES:
        if page.framed:
            sheet.frame(page.name)
        page.build(sheet)
        sheet.next()
    sheet.canvas.save()
    with pikepdf.open(plain) as pdf:
        for page, number in zip(PAGES, numbers().values(), strict=True):
            if page.mend is not None:
                page.mend(pdf, pdf.pages[number - 1])
        _label(pdf)
        pdf.save(path)
    return path


def _label(pdf: pikepdf.Pdf) -> None:
    """Count the first pages in Roman numbers, and give the deck an outline."""
    front = pikepdf.Dictionary(S=pikepdf.Name.r)
    rest = pikepdf.Dictionary(S=pikepdf.Name.D)
    nums = pikepdf.Array([0, front, len(ROMAN), rest])
    pdf.Root.PageLabels = pikepdf.Dictionary(Nums=nums)
    with pdf.open_outline() as outline:
        for mark in OUTLINE:
            item = pikepdf.OutlineItem(mark.title, (mark.slide or 1) - 1)
            under = outline.root[-1].children if mark.level else outline.root
            under.append(item)


def check_outline(deck: Deck) -> None:
    assert deck.outline == OUTLINE


def check_labels(deck: Deck) -> None:
    count = len(deck.slides) - len(ROMAN)
    expected = [*ROMAN, *(str(number) for number in range(1, count + 1))]
    assert [slide.label for slide in deck.slides] == expected


CHECKS = {"outline": check_outline, "page labels": check_labels}
