"""What lies on top of a page's content: links, remarks, free text, form fields, films.

Free text and the values of form fields are words a person sees, so they are blocks as well.
Nothing here runs a script or opens a file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from ctypes import byref
from dataclasses import replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from sowhat.model import (
    WHOLE,
    Block,
    Box,
    Comment,
    CommentKind,
    Picture,
    PictureOrigin,
    Role,
    Run,
    Unseen,
)
from sowhat.read.pdf.fields import Fields
from sowhat.read.pdf.frame import Frame
from sowhat.read.pdf.links import WordsAt, link_of
from sowhat.read.pdf.properties import iso_date
from sowhat.read.pdf.remarks import KINDS, Annotations
from sowhat.read.pdf.strings import wide_text
from sowhat.read.pdf.words import Word

_MOST = 2_000  # annotations of a page; corners of one that marks text
_UNSHOWN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_SIZE = re.compile(r"([\d.]+)\s+Tf\b")
_FILMS = (pdfium.FPDF_ANNOT_MOVIE, pdfium.FPDF_ANNOT_SCREEN, pdfium.FPDF_ANNOT_RICHMEDIA)


class AnnotationReader:
    """Reads the annotations of a document's pages; to be closed before the document."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self.document = document.raw
        self.fields = Fields(document)

    def close(self) -> None:
        """Let go what was opened for forms."""
        self.fields.close()

    def read(self, page: pdfium.FPDF_PAGE, frame: Frame, words: Sequence[Word]) -> Annotations:
        """Return what the annotations of an open page say; ``words`` are the page's."""
        count = min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)
        return _Reading(self, page, frame, words).all(count) if count > 0 else Annotations()


class _Reading:
    """One page's annotations, one after the other."""

    def __init__(
        self, reader: AnnotationReader, page: Any, frame: Frame, words: Sequence[Word]
    ) -> None:
        self._reader, self._page, self._frame = reader, page, frame
        self._words = WordsAt(words)
        self._found = Annotations()
        self._places: dict[int, int] = {}
        self._replies: dict[int, int] = {}

    def all(self, count: int) -> Annotations:
        for index in range(count):
            annotation = pdfium.FPDFPage_GetAnnot(self._page, index)
            if annotation:
                try:
                    self._take(index, annotation)
                finally:
                    pdfium.FPDFPage_CloseAnnot(annotation)
        return self._joined()

    def _take(self, index: int, annotation: Any) -> None:
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        edges = pdfium.FS_RECTF()
        if not pdfium.FPDFAnnot_GetRect(annotation, byref(edges)):
            return
        box = self._box(edges.left, edges.bottom, edges.right, edges.top)
        shown = not pdfium.FPDFAnnot_GetFlags(annotation) & _UNSHOWN
        if kind == pdfium.FPDF_ANNOT_LINK:
            boxes = self._quads(annotation) or [box]
            link = link_of(self._reader.document, annotation, box, self._words.text(boxes))
            self._found.links += [link] if link and shown else []
        elif kind == pdfium.FPDF_ANNOT_WIDGET:
            self._write(annotation, self._reader.fields.value(annotation), box, shown=shown)
        elif kind in _FILMS and shown:
            name = _text(annotation, b"T") or _text(annotation, b"Contents")
            self._found.films.append(Picture(box.clamped(), PictureOrigin.MEDIA, name=name))
        elif kind in KINDS and not _text(annotation, b"StateModel"):
            self._remark(index, annotation, box, shown=shown)

    def _remark(self, index: int, annotation: Any, box: Box, *, shown: bool) -> None:
        """Take a remark. Replies are told to stay hidden, for their window shows them."""
        kind = KINDS[pdfium.FPDFAnnot_GetSubtype(annotation)]
        text = _text(annotation, b"Contents")
        parent = self._parent(annotation)
        alone = not shown and parent is None
        if kind is CommentKind.FREE_TEXT or alone:
            self._write(annotation, text, box, shown=shown)
        if alone:
            return
        if kind is CommentKind.MARKUP and not text:
            text = self._words.text(self._quads(annotation) or [box])
        elif kind is CommentKind.ATTACHMENT:
            name = _file_name(annotation)
            text = f"{name}\n{text}" if name and text else name or text
        if parent is not None:
            self._replies[len(self._found.comments)] = parent
        self._places[index] = len(self._found.comments)
        date = _text(annotation, b"M") or _text(annotation, b"CreationDate")
        self._found.comments.append(
            Comment(text, kind, _text(annotation, b"T"), iso_date(date), box)
        )

    def _write(self, annotation: Any, text: str, box: Box, *, shown: bool) -> None:
        """Add the words that an annotation draws."""
        text = " ".join(text.split())
        if not text:
            return
        size = _SIZE.search(_text(annotation, b"DA"))
        points = _number(size.group(1)) if size else None
        on_page = box.overlap(WHOLE) > 0
        reason = (None if on_page else Unseen.OFF_SLIDE) if shown else Unseen.HIDDEN
        block = Block(text, Role.BODY, box, runs=(Run(text, size=points),), unseen=reason)
        (self._found.unseen if reason else self._found.blocks).append(block)

    def _parent(self, annotation: Any) -> int | None:
        """Return the index on the page of the annotation that this one replies to."""
        parent = pdfium.FPDFAnnot_GetLinkedAnnot(annotation, b"IRT")
        if not parent:
            return None
        try:
            index = pdfium.FPDFPage_GetAnnotIndex(self._page, parent)
            return index if index >= 0 else None
        finally:
            pdfium.FPDFPage_CloseAnnot(parent)

    def _quads(self, annotation: Any) -> list[Box]:
        if not pdfium.FPDFAnnot_HasAttachmentPoints(annotation):
            return []
        found = []
        corners = pdfium.FS_QUADPOINTSF()
        for index in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(annotation), _MOST)):
            if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, index, byref(corners)):
                across = corners.x1, corners.x2, corners.x3, corners.x4
                down = corners.y1, corners.y2, corners.y3, corners.y4
                found.append(self._box(min(across), min(down), max(across), max(down)))
        return found

    def _box(self, left: float, bottom: float, right: float, top: float) -> Box:
        return self._frame.box(*self._frame.rectangle(left, bottom, right, top))

    def _joined(self) -> Annotations:
        """Return what was found, each reply with the place of the remark it answers."""
        for place, parent in self._replies.items():
            answers = self._places.get(parent)
            if answers is not None and answers != place:
                self._found.comments[place] = replace(self._found.comments[place], answers=answers)
        return self._found


def _text(annotation: Any, key: bytes) -> str:
    return wide_text(pdfium.FPDFAnnot_GetStringValue, annotation, key)


def _file_name(annotation: Any) -> str:
    attachment = pdfium.FPDFAnnot_GetFileAttachment(annotation)
    return wide_text(pdfium.FPDFAttachment_GetName, attachment) if attachment else ""


def _number(text: str) -> float | None:
    try:
        return float(text) or None
    except ValueError:
        return None
