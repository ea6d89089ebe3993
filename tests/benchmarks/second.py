"""A second reading of decks: the words that PDFium finds on the pages of a PDF.

PowerPoint decks are turned into PDF by LibreOffice where it is installed.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from ctypes import byref
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from sowhat.model import Box, hull
from tests.benchmarks.matching import words_in

MOST_SECONDS = 120  # for LibreOffice and one deck
_OFFLINE = ("unshare", "--net", "--map-root-user")


class Chunk(NamedTuple):
    """What stands between two spaces; the box is in fractions of a page that is not turned."""

    text: str
    box: Box


class Page(NamedTuple):
    """A page's chunks in PDFium's order, apart from those that lie wholly ``beyond`` its edges."""

    shown: list[Chunk]
    beyond: list[Chunk]


def pages_of(pdf: Path) -> list[Page]:
    """Return what PDFium finds on each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_page(document, index) for index in range(len(document))]
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, index: int) -> Page:
    """Return what stands on a page, nothing where PDFium refuses it or it has no area."""
    found = Page([], [])
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return found
    left, bottom, right, top = page.get_bbox()
    if right > left and top > bottom:
        for chunk in _once(_chunks(page)):
            box = chunk.box
            on_page = box.x1 > 0 and box.x0 < 1 and box.y1 > 0 and box.y0 < 1
            (found.shown if on_page else found.beyond).append(chunk)
    page.close()
    return found


def _once(chunks: Iterator[Chunk]) -> Iterator[Chunk]:
    """Yield chunks with words; what is drawn twice in one place, as a shadow is, counts once."""
    seen: dict[str, list[Box]] = {}
    for chunk in chunks:
        boxes = seen.setdefault(chunk.text, [])
        if words_in(chunk.text) and not any(_same_place(chunk.box, box) for box in boxes):
            boxes.append(chunk.box)
            yield chunk


def _same_place(one: Box, other: Box) -> bool:
    (x0, y0), (x1, y1) = one.center, other.center
    return abs(x1 - x0) < 0.25 * one.width and abs(y1 - y0) < 0.25 * one.height


def _chunks(page: pypdfium2.PdfPage) -> Iterator[Chunk]:
    text_page = page.get_textpage()
    left, bottom, right, top = page.get_bbox()
    wide, high = right - left, top - bottom
    text, boxes = "", list[Box]()
    for letter, edges in (*_letters(text_page.raw), (" ", None)):
        if _parts(letter):
            if boxes:
                yield Chunk(text, hull(boxes))
            text, boxes = "", []
        else:
            text += letter
        if edges is not None:
            x0, y0, x1, y1 = edges
            x0, x1 = (x0 - left) / wide, (x1 - left) / wide
            boxes.append(Box(x0, (top - y1) / high, x1, (top - y0) / high))
    text_page.close()


def _parts(letter: str) -> bool:
    """Say whether a character parts chunks; a few control characters count as spaces elsewhere."""
    return letter.isspace() and not "\x1c" <= letter <= "\x1f"


def _letters(
    handle: pdfium.FPDF_TEXTPAGE,
) -> Iterator[tuple[str, tuple[float, float, float, float] | None]]:
    """Yield the page's characters as PDFium orders them, and where they are drawn."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    high = 0
    for index in range(pdfium.FPDFText_CountChars(handle)):
        code = pdfium.FPDFText_GetUnicode(handle, index)
        if code & 0xFC00 == 0xD800:  # characters beyond 16 bits come as two
            high = code
            continue
        if code & 0xFC00 == 0xDC00 and high:
            code = 0x10000 + ((high & 0x3FF) << 10) + (code & 0x3FF)
        high = 0
        letter = chr(code) if 0 < code <= 0x10FFFF else "\ufffd"
        if _parts(letter) or not pdfium.FPDFText_GetCharBox(
            handle, index, byref(left), byref(right), byref(bottom), byref(top)
        ):
            yield letter, None
        else:
            yield letter, (left.value, bottom.value, right.value, top.value)


def has_libreoffice() -> bool:
    """Say whether LibreOffice is installed."""
    return _program() is not None


def converted(deck: Path, folder: Path, pages: int) -> Path | None:
    """Return LibreOffice's PDF of a deck, from ``folder`` where it is kept; None if it fails.

    LibreOffice runs with a profile of its own, without the net where the system allows that, and
    is believed only where the PDF has as many pages as the deck shows slides.
    """
    kept = folder / f"{deck.stem}.pdf"
    program = _program()
    if not kept.exists() and program is not None:
        with tempfile.TemporaryDirectory() as home:
            profile = f"-env:UserInstallation={Path(home).as_uri()}"
            job = ("--headless", "--convert-to", "pdf", "--outdir", str(folder), str(deck))
            _run([*_shut_off(), program, profile, *job])
    return kept if kept.exists() and _count(kept) == pages else None


def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _run(command: list[str]) -> None:
    """Run a program until it ends or its time is over; then what it started ends too."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True) as process:
        try:
            process.wait(MOST_SECONDS)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def _shut_off() -> tuple[str, ...]:
    """Return what starts a program without a net, where the system lets one do so."""
    if shutil.which(_OFFLINE[0]) is None:
        return ()
    tried = subprocess.run([*_OFFLINE, "true"], capture_output=True, check=False)
    return () if tried.returncode else _OFFLINE


def _count(pdf: Path) -> int:
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        return 0
    try:
        return len(document)
    finally:
        document.close()
