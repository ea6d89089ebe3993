"""What shows on a page when PDFium draws it: the answer where a file alone does not tell."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from sowhat.model import Box
from sowhat.read.pdf.frame import Frame

_LARGEST = 960  # pixels, the longer side
_PIXEL = 4  # bytes
_GAP = 0.15  # of a word's height: what is white above it
_PLAIN = 8  # steps of 255 by which the pixels of a plain ground may differ


class Sight:
    """An open page, drawn small; its annotations are left out."""

    def __init__(self, page: pdfium.FPDF_PAGE, frame: Frame) -> None:
        scale = min(_LARGEST / max(frame.wide, frame.high), 1.0)
        self._page = page
        self._wide = max(round(frame.wide * scale), 1)
        self._high = max(round(frame.high * scale), 1)
        self._drawn: bytes | None = None

    def unseen(self, items: Iterable[Any], boxes: Sequence[Box]) -> list[bool]:
        """Say for each box whether the page looks the same there without ``items``."""
        before = self._as_is()
        handles = list(items)
        for item in handles:
            pdfium.FPDFPageObj_SetIsActive(item, 0)
        try:
            after = self._draw()
        finally:
            for item in handles:
                pdfium.FPDFPageObj_SetIsActive(item, 1)
        return [bool(before) and self._same(before, after, box) for box in boxes]

    def plain(self, box: Box) -> bool:
        """Say whether nothing stands out in a box."""
        contrast = self._contrast(box)
        return contrast is not None and contrast <= _PLAIN

    def like_writing(self, box: Box) -> bool:
        """Say whether a box looks like a word: much stands out in it, and little right above it."""
        strip = Box(box.x0, box.y0 - _GAP * box.height, box.x1, box.y0)
        inside, above = self._contrast(box), self._contrast(strip)
        return inside is not None and above is not None and inside > 2 * above + _PLAIN

    def _contrast(self, box: Box) -> int | None:
        """Return how far the pixels of a box differ, None where there are none."""
        drawn = self._as_is()
        rows = self._rows(box) if drawn else []
        area = b"".join(drawn[start:end] for start, end in rows)
        channels = [area[channel::_PIXEL] for channel in range(3)] if area else []
        return max((max(channel) - min(channel) for channel in channels), default=None)

    def _as_is(self) -> bytes:
        if self._drawn is None:
            self._drawn = self._draw()
        return self._drawn

    def _draw(self) -> bytes:
        """Return the page's pixels, blue, green, red and one more byte each; empty on failure."""
        bitmap = pdfium.FPDFBitmap_CreateEx(self._wide, self._high, pdfium.FPDFBitmap_BGRx, None, 0)
        if not bitmap:
            return b""
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, self._wide, self._high, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(bitmap, self._page, 0, 0, self._wide, self._high, 0, 0)
            size = pdfium.FPDFBitmap_GetStride(bitmap) * self._high
            return ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), size)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)

    def _same(self, one: bytes, other: bytes, box: Box) -> bool:
        return all(one[start:end] == other[start:end] for start, end in self._rows(box))

    def _rows(self, box: Box) -> list[tuple[int, int]]:
        """Return where the rows of a box start and end; none for a box off the page."""
        left, right = _pixels(box.x0, box.x1, self._wide)
        top, bottom = _pixels(box.y0, box.y1, self._high)
        stride = self._wide * _PIXEL
        return [
            (row * stride + left * _PIXEL, row * stride + right * _PIXEL)
            for row in range(top, bottom if left < right else top)
        ]


def _pixels(start: float, end: float, size: int) -> tuple[int, int]:
    return max(int(start * size), 0), min(int(end * size) + 1, size)
