"""A PDF file to a document that PDFium has open, or the reason why there is none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from sowhat.errors import DeckError
from sowhat.pdf.mended import mended

_HEADER, _HEAD = b"%PDF", 1024  # what a PDF begins with; bytes before it may be others
_NO_PAGES, _A_PAGE = re.compile(rb"/Count\s+0\b"), re.compile(rb"/Type\s*/Page\b")
_TRIED = 50  # pages; where none of the first opens, none will


class Opened(NamedTuple):
    """An open document. ``mended`` says that its file is damaged, and things may be missing."""

    document: pypdfium2.PdfDocument
    mended: bool


def open_pdf(path: Path, password: str | None) -> Opened:
    """Return the document in the PDF file at ``path``; whoever asks closes it.

    Raises ``DeckError`` password, wrong-password, damaged, unsupported, unreadable, no-slides or
    not-a-deck.
    """
    try:
        document = pypdfium2.PdfDocument(path, password=password)
    except pypdfium2.PdfiumError as error:
        reason = _reason(path, password)
        if reason != "damaged":
            raise DeckError(reason, detail="pdf") from error
    else:
        if _has_pages(document):
            return Opened(document, mended=False)
        document.close()
    return Opened(_mended(path, password), mended=True)


def _reason(path: Path, password: str | None) -> str:
    """Return why PDFium refuses a file; what it tells may be of an earlier one."""
    reason = {
        pdfium.FPDF_ERR_PASSWORD: "password",
        pdfium.FPDF_ERR_SECURITY: "unsupported",
        pdfium.FPDF_ERR_FILE: "unreadable",
    }.get(pdfium.FPDF_GetLastError(), "damaged")
    if reason in ("password", "unsupported") and b"/Encrypt" not in path.read_bytes():
        return "damaged"
    return "wrong-password" if reason == "password" and password else reason


def _has_pages(document: pypdfium2.PdfDocument) -> bool:
    """Say whether there is a page; a broken list of them may tell of some that are not there."""
    size = pdfium.FS_SIZEF()
    return any(
        pdfium.FPDF_GetPageSizeByIndexF(document, index, size)
        for index in range(min(len(document), _TRIED))
    )


def _mended(path: Path, password: str | None) -> pypdfium2.PdfDocument:
    data = path.read_bytes()
    whole = mended(data, password)
    if whole is not None:
        try:
            document = pypdfium2.PdfDocument(whole)
        except pypdfium2.PdfiumError:
            pass
        else:
            if _has_pages(document):
                return document
            document.close()
    if _HEADER not in data[:_HEAD]:
        raise DeckError("not-a-deck")
    empty = _NO_PAGES.search(data) and not _A_PAGE.search(data)
    raise DeckError("no-slides" if empty else "damaged", detail="pdf")
