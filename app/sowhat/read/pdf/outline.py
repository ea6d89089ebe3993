"""A document's outline, and what it calls its pages."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from sowhat.model import Bookmark
from sowhat.read.pdf.strings import wide_text

_MOST, _DEEPEST = 2_000, 32  # entries; levels


def outline_of(document: pdfium.FPDF_DOCUMENT) -> tuple[Bookmark, ...]:
    """Return the outline's entries, top to bottom; an entry that comes back is left out."""
    found: list[Bookmark] = []
    seen: set[int] = set()
    waiting = [(pdfium.FPDFBookmark_GetFirstChild(document, None), 0)]
    while waiting and len(seen) < _MOST:
        entry, level = waiting.pop()
        key = ctypes.cast(entry, ctypes.c_void_p).value if entry else None
        if key is None or key in seen:
            continue
        seen.add(key)
        title = " ".join(wide_text(pdfium.FPDFBookmark_GetTitle, entry).split())
        if title:
            found.append(Bookmark(title, level, _slide(document, entry)))
        waiting.append((pdfium.FPDFBookmark_GetNextSibling(document, entry), level))
        if level + 1 < _DEEPEST:
            waiting.append((pdfium.FPDFBookmark_GetFirstChild(document, entry), level + 1))
    return tuple(found)


def label_of(document: pdfium.FPDF_DOCUMENT, index: int) -> str:
    """Return what the document calls page ``index`` (from 0), empty where that is its number."""
    label = wide_text(pdfium.FPDF_GetPageLabel, document, index)
    return "" if label == str(index + 1) else label


def destination_of(document: pdfium.FPDF_DOCUMENT, action: Any) -> Any:
    """Return where in this document an action leads, None where it does not."""
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_GOTO:
        return None
    return pdfium.FPDFAction_GetDest(document, action)


def slide_of(document: pdfium.FPDF_DOCUMENT, destination: Any) -> int | None:
    """Return the number of the page where a destination is, None where it is none."""
    index = pdfium.FPDFDest_GetDestPageIndex(document, destination) if destination else -1
    return index + 1 if 0 <= index < pdfium.FPDF_GetPageCount(document) else None


def _slide(document: pdfium.FPDF_DOCUMENT, entry: Any) -> int | None:
    destination = pdfium.FPDFBookmark_GetDest(document, entry)
    if not destination:
        destination = destination_of(document, pdfium.FPDFBookmark_GetAction(entry))
    return slide_of(document, destination)
