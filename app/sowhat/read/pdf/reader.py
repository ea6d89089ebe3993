"""A PDF file to a deck: page by page, then what only the whole deck shows (footers, titles)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from sowhat.errors import DeckError
from sowhat.model import Deck, DeckKind, Gap, Picture, Properties, Slide
from sowhat.read.pdf.blocks import blocks_of
from sowhat.read.pdf.drawings import drawings_of
from sowhat.read.pdf.frame import Frame, frame_of
from sowhat.read.pdf.glyphs import MOST_CHARACTERS
from sowhat.read.pdf.layout import Layout, layout_of
from sowhat.read.pdf.mending import mend
from sowhat.read.pdf.pictures import Objects, objects_of
from sowhat.read.pdf.repeated import footers, layout_pictures
from sowhat.read.pdf.second import SecondOpinion
from sowhat.read.pdf.titles import Heading, headings
from sowhat.read.pdf.words import PageText, words_of

_UNREADABLE = 0.3  # of the characters: from here on the font does not tell its letters
_FEW_LETTERS = 4  # fewer are no words
_NO_PAGES, _A_PAGE = re.compile(rb"/Count\s+0\b"), re.compile(rb"/Type\s*/Page\b")
_EMPTY = Frame(0.0, 0.0, 720.0, 540.0)


@dataclass(slots=True)
class _Page:
    """What was found on one page."""

    frame: Frame
    layout: Layout
    pictures: list[Picture] = field(default_factory=list)
    drawn: bool = False
    gaps: list[Gap] = field(default_factory=list)


def read_file(
    path: Path, password: str | None, progress: Callable[[int, int], None], *, pictures: bool
) -> Deck:
    """Return the deck in the PDF file at ``path``; ``progress`` gets pages done and pages in all.

    Raises ``DeckError`` password, damaged, unsupported, unreadable or no-slides.
    """
    document = _opened(path, password)
    try:
        total = len(document)
        if total == 0:
            raise DeckError("no-slides")
        pages: list[_Page] = []
        with SecondOpinion(path, password) as second:
            for index in range(total):
                pages.append(_page(document, index, second, pictures=pictures))
                progress(index + 1, total)
        if all(gap.id == "page" for page in pages for gap in page.gaps[:1] or [Gap("")]):
            raise DeckError("damaged", detail="pages")
        return _deck(path, pages, _properties(document))
    finally:
        document.close()


def _opened(path: Path, password: str | None) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path, password=password)
    except pypdfium2.PdfiumError as error:
        reason = {
            pdfium.FPDF_ERR_PASSWORD: "password",
            pdfium.FPDF_ERR_SECURITY: "unsupported",
            pdfium.FPDF_ERR_FILE: "unreadable",
        }.get(pdfium.FPDF_GetLastError(), "damaged")
        raise DeckError(_told_apart(path, reason), detail="pdf") from error


def _told_apart(path: Path, reason: str) -> str:
    """Correct PDFium's reason: it may tell an earlier file's, and has none for no pages."""
    data = path.read_bytes()
    if reason == "password" and b"/Encrypt" not in data:
        reason = "damaged"
    if reason == "damaged" and _NO_PAGES.search(data) and not _A_PAGE.search(data):
        return "no-slides"
    return reason


def _page(
    document: pypdfium2.PdfDocument, index: int, second: SecondOpinion, *, pictures: bool
) -> _Page:
    handle = pdfium.FPDF_LoadPage(document.raw, index)
    frame = frame_of(handle) if handle else None
    try:
        if frame is None:
            return _Page(_EMPTY, layout_of((), _EMPTY), gaps=[Gap("page", index + 1)])
        return _read(handle, frame, index, second, pictures=pictures)
    finally:
        if handle:
            pdfium.FPDF_ClosePage(handle)


def _read(
    handle: pdfium.FPDF_PAGE, frame: Frame, index: int, second: SecondOpinion, *, pictures: bool
) -> _Page:
    text = words_of(handle, frame)
    objects = objects_of(handle, frame) if pictures or not text.words else Objects()
    if text.unreadable > _UNREADABLE or (objects.text and not text.words):
        text = second.better(index, text)
    found = [*objects.images, *drawings_of(objects.shapes, [word.box for word in text.words])]
    return _Page(
        frame,
        layout_of(text.words, frame),
        pictures=found if pictures else [],
        drawn=bool(found),
        gaps=_text_gaps(text, index + 1),
    )


def _text_gaps(text: PageText, number: int) -> list[Gap]:
    gaps = []
    if text.cut:
        gaps.append(Gap("long-page", number, f"{MOST_CHARACTERS:,}"))
    if text.unreadable > _UNREADABLE:
        gaps.append(Gap("letters", number))
    return gaps


def _deck(path: Path, pages: list[_Page], properties: Properties) -> Deck:
    layouts = [page.layout for page in pages]
    mend(layouts)
    apart = footers(layouts)
    found = headings(layouts, apart)
    kept = layout_pictures([page.pictures for page in pages])
    slides = []
    gaps: list[Gap] = []
    for number, page in enumerate(pages, start=1):
        slide = _slide(number, page, apart[number - 1], found[number - 1])
        slides.append(Slide(slide.number, slide.title, slide.blocks, tuple(kept[number - 1])))
        gaps += page.gaps
        if page.drawn and not page.gaps and not _has_words(page.layout, apart[number - 1]):
            gaps.append(Gap("no-text", number))
    first = pages[0].frame
    return Deck(
        path=str(path),
        sha256=_digest(path),
        kind=DeckKind.PDF,
        width=first.wide,
        height=first.high,
        slides=tuple(slides),
        gaps=tuple(gaps),
        properties=properties,
        fonts=_fonts(layouts),
    )


def _slide(number: int, page: _Page, apart: set[int], heading: Heading) -> Slide:
    title = " ".join(page.layout.paragraphs[index].text for index in heading.title)
    return Slide(number, title, blocks_of(page.layout, apart, heading))


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


def _properties(document: pypdfium2.PdfDocument) -> Properties:
    def value(key: str) -> str:
        return " ".join(document.get_metadata_value(key).replace("\x00", "").split())

    return Properties(
        title=value("Title"),
        author=value("Author"),
        company=value("Company"),
        subject=value("Subject"),
        keywords=value("Keywords"),
        application=value("Creator") or value("Producer"),
    )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
