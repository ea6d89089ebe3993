"""One page of a PDF: its words and pictures, what is on top of it, and what nobody sees of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from sowhat.model import Block, Gap, Picture, Unseen
from sowhat.pdf.patience import limited
from sowhat.pdf.settled import settle, shows
from sowhat.read.pdf.annotations import AnnotationReader
from sowhat.read.pdf.blocks import blocks_of
from sowhat.read.pdf.bullets import marks_of
from sowhat.read.pdf.drawings import drawings_of
from sowhat.read.pdf.frame import Frame, frame_of
from sowhat.read.pdf.glyphs import MOST_CHARACTERS
from sowhat.read.pdf.heading import Heading
from sowhat.read.pdf.layers import hidden_objects, turns_layers_off
from sowhat.read.pdf.layout import Layout, layout_of
from sowhat.read.pdf.outline import label_of
from sowhat.read.pdf.outlined import outlined
from sowhat.read.pdf.pictures import objects_of
from sowhat.read.pdf.remarks import Annotations
from sowhat.read.pdf.second import SecondOpinion
from sowhat.read.pdf.seen import seen_of
from sowhat.read.pdf.sight import Patience, Sight
from sowhat.read.pdf.words import PageText, Word, words_of

_UNREADABLE = 0.3  # of the characters: from here on the font does not tell its letters
_EMPTY = Frame(0.0, 0.0, 720.0, 540.0)


@dataclass(slots=True)
class Page:
    """What was found on one page."""

    frame: Frame
    layout: Layout
    label: str = ""
    pictures: list[Picture] = field(default_factory=list)
    drawn: bool = False
    outlined: bool = False
    notes: Annotations = field(default_factory=Annotations)
    unseen: list[Block] = field(default_factory=list)
    unseen_pictures: list[Picture] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)


class PageReader:
    """Reads the pages of an open document; use it as a context."""

    def __init__(
        self,
        document: pypdfium2.PdfDocument,
        path: Path,
        password: str | None,
        *,
        pictures: bool,
        named: bool = True,
    ) -> None:
        self._document, self._pictures, self._named = document, pictures, named
        self._patience = Patience()
        self._layered = turns_layers_off(path)
        self._second = SecondOpinion(path, password, len(document))
        self._annotations = AnnotationReader(document)

    def __enter__(self) -> PageReader:
        return self

    def __exit__(self, *error: object) -> None:
        self._annotations.close()
        self._second.__exit__(*error)

    def read(self, index: int) -> Page:
        """Return page ``index`` (from 0); one that does not open has a gap and at most words.

        One that takes too long ends this process.
        """
        with limited():
            return self._opened(index)

    def left_out(self, index: int) -> Page:
        """Return page ``index`` (from 0) as far as it is known without opening it."""
        size = pdfium.FS_SIZEF()
        told = pdfium.FPDF_GetPageSizeByIndexF(self._document.raw, index, size)
        edges = 0.0, 0.0, size.width, size.height
        frame = Frame(*edges) if told and shows(edges) else _EMPTY
        return Page(frame, layout_of((), frame), gaps=[Gap("page-heavy", index + 1)])

    def _opened(self, index: int) -> Page:
        handle = pdfium.FPDF_LoadPage(self._document.raw, index)
        if not handle:
            return self._unopened(index)
        try:
            sizeless = settle(handle)
            frame = frame_of(handle)
            if frame is None:
                return self._unopened(index)
            page = self._read(handle, frame, index)
        finally:
            pdfium.FPDF_ClosePage(handle)
        if sizeless:
            page.gaps.append(Gap("page-size", index + 1))
        return page

    def _unopened(self, index: int) -> Page:
        text = self._second.better(index, PageText())
        gap = "second-reader" if text.words else "page"
        return Page(_EMPTY, layout_of(text.words, _EMPTY), gaps=[Gap(gap, index + 1)])

    def _read(self, handle: pdfium.FPDF_PAGE, frame: Frame, index: int) -> Page:
        text, sight = words_of(handle, frame), Sight(handle, frame, self._patience)
        gone = hidden_objects(handle, frame, sight) if self._layered else frozenset()
        objects = objects_of(handle, frame, _but(gone))
        bare = not (text.words or text.beyond or objects.images or objects.shapes)
        if text.unreadable > _UNREADABLE or bare or (objects.text and not text.words):
            text = self._second.better(index, text)
        seen = seen_of(handle, frame, text.words, gone, sight)
        places = [word.box for word in seen.words]
        found = [*objects.images, *drawings_of(objects.shapes, places)]
        notes = self._annotations.read(handle, frame, seen.words)
        off = [(Unseen.OFF_SLIDE, word) for word in text.beyond]
        pictures = [*found, *notes.films] if self._pictures else []
        lost = objects_of(handle, frame, gone.__contains__).images if gone and pictures else ()
        return Page(
            frame,
            layout_of(seen.words, frame, marks_of(objects.shapes, frame)),
            label_of(self._document.raw, index) if self._named else "",
            pictures,
            drawn=bool(found),
            outlined=bool(outlined(objects.shapes, places)),
            notes=notes,
            unseen=[*_blocks([*seen.unseen, *off], frame), *notes.unseen],
            unseen_pictures=[replace(picture, unseen=Unseen.HIDDEN) for picture in lost],
            gaps=_gaps(text, index + 1, alone=bare and not objects.text),
        )


def _but(gone: frozenset[int]) -> Callable[[int], bool] | None:
    return (lambda item: item not in gone) if gone else None


def _blocks(words: Iterable[tuple[Unseen, Word]], frame: Frame) -> Iterator[Block]:
    """Yield the blocks of words that are not seen, those with one reason together."""
    reasons: dict[Unseen, list[Word]] = {}
    for reason, word in words:
        reasons.setdefault(reason, []).append(word)
    for reason, group in reasons.items():
        for block in blocks_of(layout_of(group, frame), set(), Heading()):
            yield replace(block, unseen=reason)


def _gaps(text: PageText, number: int, *, alone: bool) -> list[Gap]:
    """Return what is not known of a page; ``alone`` says that PDFium found nothing on it."""
    gaps = [Gap("second-reader", number)] if alone and text.words else []
    if text.cut:
        gaps.append(Gap("long-page", number, f"{MOST_CHARACTERS:,}"))
    if text.unreadable > _UNREADABLE:
        gaps.append(Gap("letters", number))
    return gaps
