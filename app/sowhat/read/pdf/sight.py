"""What shows on a page when PDFium draws it: the answer where a file alone does not tell."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from sowhat.model import Box, hull
from sowhat.read.pdf.frame import Frame

_LARGEST = 960  # pixels, the longer side
_PIXEL = 4  # bytes
_ABOVE = 0.02  # of the page: how much above words is looked at as well
_GAP = 0.15  # of a word's height: what is white above it
_PLAIN = 8  # steps of 255 by which the pixels of a plain ground may differ


@dataclass(slots=True)
class Patience:
    """How long, in seconds, the pages of a deck may be drawn all in all."""

    left: float = 20.0


class Sight:
    """An open page, drawn small, as far as it is looked at; its annotations are left out.

    Once ``patience`` has run out, nothing is drawn and so nothing is known to be out of sight.
    """

    def __init__(self, page: pdfium.FPDF_PAGE, frame: Frame, patience: Patience) -> None:
        scale = min(_LARGEST / max(frame.wide, frame.high), 1.0)
        self._page, self._patience = page, patience
        self._wide = max(round(frame.wide * scale), 1)
        self._high = max(round(frame.high * scale), 1)
        self._edges = 0, 0, self._wide, self._high
        self._drawn = b""

    def look(self, boxes: Sequence[Box]) -> None:
        """Turn to the part of the page with ``boxes``; the rest is not seen until the next look."""
        part = hull(boxes).clamped()
        left, right = _pixels(part.x0, part.x1, self._wide)
        top, bottom = _pixels(part.y0, part.y1, self._high)
        above = round(_ABOVE * self._high)
        self._edges = left, max(top - above, 0), max(right, left + 1), max(bottom, top + 1)
        self._drawn = self._draw()

    def unseen(self, items: Iterable[Any], boxes: Sequence[Box]) -> list[bool]:
        """Say for each box looked at whether the page looks the same there without ``items``."""
        handles = list(items)
        for item in handles:
            pdfium.FPDFPageObj_SetIsActive(item, 0)
        try:
            after = self._draw()
        finally:
            for item in handles:
                pdfium.FPDFPageObj_SetIsActive(item, 1)
        return [
            bool(self._drawn) and self._cut(self._drawn, b) == self._cut(after, b) for b in boxes
        ]

    def plain(self, box: Box) -> bool:
        """Say whether nothing stands out in a box looked at."""
        contrast = self._contrast(box)
        return contrast is not None and contrast <= _PLAIN

    def like_writing(self, box: Box) -> bool:
        """Say whether a box looks like a word: much stands out in it, and little right above it."""
        strip = Box(box.x0, box.y0 - _GAP * box.height, box.x1, box.y0)
        inside, above = self._contrast(box), self._contrast(strip)
        return inside is not None and above is not None and inside > 2 * above + _PLAIN

    def _contrast(self, box: Box) -> int | None:
        """Return how far the pixels of a box differ, None where there are none."""
        area = self._cut(self._drawn, box)
        channels = [area[channel::_PIXEL] for channel in range(3)] if area else []
        return max((max(channel) - min(channel) for channel in channels), default=None)

    def _draw(self) -> bytes:
        """Return the pixels, blue, green, red and one more byte each; empty where it fails."""
        if self._patience.left <= 0:
            return b""
        started = time.perf_counter()
        try:
            return self._pixels()
        finally:
            self._patience.left -= time.perf_counter() - started

    def _pixels(self) -> bytes:
        left, top, right, bottom = self._edges
        wide, high = right - left, bottom - top
        bitmap = pdfium.FPDFBitmap_CreateEx(wide, high, pdfium.FPDFBitmap_BGRx, None, 0)
        if not bitmap:
            return b""
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, wide, high, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(
                bitmap, self._page, -left, -top, self._wide, self._high, 0, 0
            )
            size = pdfium.FPDFBitmap_GetStride(bitmap) * high
            return ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), size)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)

    def _cut(self, drawn: bytes, box: Box) -> bytes:
        """Return the pixels of a box; none where it was not looked at."""
        x0, y0, x1, y1 = self._edges
        left, right = _pixels(box.x0, box.x1, self._wide)
        top, bottom = _pixels(box.y0, box.y1, self._high)
        left, top, right, bottom = max(left, x0), max(top, y0), min(right, x1), min(bottom, y1)
        if left >= right or not drawn:
            return b""
        stride = (x1 - x0) * _PIXEL
        return b"".join(
            drawn[row * stride + (left - x0) * _PIXEL : row * stride + (right - x0) * _PIXEL]
            for row in range(top - y0, bottom - y0)
        )


def _pixels(start: float, end: float, size: int) -> tuple[int, int]:
    return max(int(start * size), 0), min(int(end * size) + 1, size)
