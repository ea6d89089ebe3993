"""The images of a PDF's pages by their digest, each drawn alone by PDFium. Runs in the worker.

What is drawn has the image's own mask, its mirroring and its turn, and nothing of what stands
before or behind it on the page.
"""

from __future__ import annotations

import ctypes
import hashlib
import math
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sowhat.pdf.opened import open_pdf
from sowhat.pictures.opened import LARGEST_AREA, SMALLEST_SIDE, Opened, UnseenError
from sowhat.pictures.seen import LONGEST, Pixels
from sowhat.pictures.wanted import Why

DEEPEST, MOST_OBJECTS = 8, 20_000
LARGEST_DATA = 32 << 20  # bytes

Matrix = tuple[float, float, float, float]  # without its shift: where a picture stands is no matter


class Item(NamedTuple):
    """An image on the open page, and how what it lies in turns and scales it."""

    handle: raw.FPDF_PAGEOBJECT
    matrix: Matrix


class Pages:
    """The images of a document, page by page; use it as a context.

    Raises ``DeckError`` where the file does not open.
    """

    def __init__(self, path: str, password: str | None) -> None:
        self._document = open_pdf(Path(path), password).document
        self._page: pdfium.PdfPage | None = None
        self._number = 0
        self._items: dict[str, Item] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close()
        self._document.close()

    def opened(self, number: int, sha256: str, longest: int = LONGEST) -> Opened:
        """Return the image of that digest on page ``number``, its long side at most ``longest``.

        Raises ``UnseenError``.
        """
        try:
            item = self._found(number).get(sha256)
        except pdfium.PdfiumError as error:
            raise UnseenError(Why.BROKEN) from error
        if item is None:
            raise UnseenError(Why.BROKEN)
        pixels = self._drawn(item, longest)
        if (pixels == pixels[0, 0]).all() and not _decoded(item):
            raise UnseenError(Why.BROKEN)
        return Opened(pixels, Why.INKS if self._in_inks(item) else None)

    def _found(self, number: int) -> dict[str, Item]:
        if number != self._number:
            self._close()
            self._page = self._document[number - 1]
            self._number = number
            self._items = {
                digest: item for item in _images(self._page) if (digest := _digest(item))
            }
        return self._items

    def _close(self) -> None:
        page, self._page, self._number, self._items = self._page, None, 0, {}
        if page is not None:
            page.close()

    def _in_inks(self, item: Item) -> bool:
        about = raw.FPDF_IMAGEOBJ_METADATA()
        told = raw.FPDFImageObj_GetImageMetadata(item.handle, self._page, ctypes.byref(about))
        return bool(told) and about.colorspace == raw.FPDF_COLORSPACE_DEVICECMYK

    def _drawn(self, item: Item, longest: int) -> Pixels:
        assert self._page is not None
        matrix = _scaled(item, longest)
        raw.FPDFPageObj_SetMatrix(item.handle, raw.FS_MATRIX(*matrix, 0.0, 0.0))
        bitmap = raw.FPDFImageObj_GetRenderedBitmap(self._document, self._page, item.handle)
        if not bitmap:
            raise UnseenError(Why.BROKEN)
        try:
            pixels = _pixels(bitmap)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)
        return np.rot90(pixels, -self._page.get_rotation() // 90)


def _decoded(item: Item) -> bool:
    """Say whether an image's data can be read; one that cannot is drawn as nothing."""
    bitmap = raw.FPDFImageObj_GetBitmap(item.handle)
    if not bitmap:
        return False
    raw.FPDFBitmap_Destroy(bitmap)
    return True


def _pixels(bitmap: raw.FPDF_BITMAP) -> Pixels:
    """Return a copy of a bitmap, which PDFium keeps as blue, green, red and alpha or nothing."""
    wide, high = raw.FPDFBitmap_GetWidth(bitmap), raw.FPDFBitmap_GetHeight(bitmap)
    stride, form = raw.FPDFBitmap_GetStride(bitmap), raw.FPDFBitmap_GetFormat(bitmap)
    channels = {raw.FPDFBitmap_Gray: 1, raw.FPDFBitmap_BGR: 3}.get(form, 4)
    data = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * high)
    rows = np.frombuffer(data, np.uint8).reshape(high, stride)[:, : wide * channels]
    shown = rows.reshape(high, wide, channels)
    pixels = np.full((high, wide, 4), 255, np.uint8)
    pixels[..., :3] = shown[..., 2::-1] if channels > 1 else shown
    if form == raw.FPDFBitmap_BGRA:
        pixels[..., 3] = shown[..., 3]
    return pixels


def _images(page: pdfium.PdfPage) -> Iterator[Item]:
    """Yield the images of a page and of the forms in it."""
    waiting = [
        (raw.FPDFPage_GetObject(page, index), (1.0, 0.0, 0.0, 1.0), 0)
        for index in reversed(range(min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS)))
    ]
    seen = 0
    while waiting and seen < MOST_OBJECTS:
        item, outer, depth = waiting.pop()
        seen += 1
        kind = raw.FPDFPageObj_GetType(item) if item else raw.FPDF_PAGEOBJ_UNKNOWN
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            yield Item(item, _product(_matrix(item), outer))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inner = _product(_matrix(item), outer)
            inside = min(raw.FPDFFormObj_CountObjects(item), MOST_OBJECTS - len(waiting))
            waiting += [
                (raw.FPDFFormObj_GetObject(item, index), inner, depth + 1)
                for index in reversed(range(inside))
            ]


def _digest(item: Item) -> str:
    """Return the digest of the image's data as it stands in the file, as the reader tells it."""
    length = raw.FPDFImageObj_GetImageDataRaw(item.handle, None, 0)
    if not 0 < length <= LARGEST_DATA:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFImageObj_GetImageDataRaw(item.handle, buffer, length)
    return hashlib.sha256(buffer.raw).hexdigest()


def _scaled(item: Item, longest: int) -> Matrix:
    """Return the image's matrix, scaled so that it is drawn no larger than asked or than it is."""
    width, height = ctypes.c_uint(0), ctypes.c_uint(0)
    raw.FPDFImageObj_GetImagePixelSize(item.handle, ctypes.byref(width), ctypes.byref(height))
    if min(width.value, height.value) < SMALLEST_SIDE:
        raise UnseenError(Why.SMALL)
    if width.value * height.value > LARGEST_AREA:
        raise UnseenError(Why.HUGE)
    a, b, c, d = item.matrix
    wide, high = math.hypot(a, b), math.hypot(c, d)  # of the image's own sides
    if not (wide > 0 and high > 0 and math.isfinite(wide * high)):
        raise UnseenError(Why.SMALL)
    most = min(longest, max(width.value, height.value))
    factor = most / max(abs(a) + abs(c), abs(b) + abs(d))
    if min(abs(a) + abs(c), abs(b) + abs(d)) * factor < 1:
        raise UnseenError(Why.SMALL)
    return a * factor, b * factor, c * factor, d * factor


def _matrix(item: raw.FPDF_PAGEOBJECT) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, ctypes.byref(found)):
        return 1.0, 0.0, 0.0, 1.0
    return found.a, found.b, found.c, found.d


def _product(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d = one
    e, f, g, h = other
    return a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h
