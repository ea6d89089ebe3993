"""Draws pages of a PDF with PDFium. Runs in the worker, in its one thread."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from sowhat.errors import DeckError
from sowhat.pdf.opened import open_pdf
from sowhat.pdf.settled import settle
from sowhat.render.drawn import Drawn, scale_for
from sowhat.render.kept import Kept

QUICK = 1  # zlib level: drawings are shown more often than they are stored


def draw(
    path: str, number: int, width: int, password: str | None = None, sha256: str | None = None
) -> Drawn:
    """Draw page ``number`` (from 1) as it is displayed, ``width`` pixels wide where that fits.

    Rotation and crop box are applied. ``sha256`` is that of the file meant. Raises ``DeckError``:
    missing, changed, password, damaged.
    """
    document = _documents.get(path, password, sha256=sha256)
    try:
        page = document[number - 1]
    except (pdfium.PdfiumError, IndexError) as error:
        raise DeckError("damaged", path=path) from error
    try:
        settle(page.raw)
        scale = scale_for(width, *page.get_size())
        bitmap = page.render(scale=scale, rev_byteorder=True)
        image = bitmap.to_pil().convert("RGB")
    finally:
        page.close()
    out = BytesIO()
    image.save(out, "PNG", compress_level=QUICK)
    bitmap.close()
    return Drawn(out.getvalue(), image.width, image.height)


def count(path: str) -> int:
    """Return how many pages the PDF has; raises ``DeckError`` as ``draw``."""
    return len(_documents.get(path, None))


def _open(path: str, password: str | None) -> Any:
    document = open_pdf(Path(path), password).document
    if document.get_formtype():
        document.init_forms()  # filled-in fields are part of what a person sees
    return document


_documents: Kept[Any] = Kept(_open, lambda document: document.close())
