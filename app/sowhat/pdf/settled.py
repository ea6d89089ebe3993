"""Pages whose boxes show nothing, made to show what they hold."""

from __future__ import annotations

from collections.abc import Callable
from ctypes import byref, c_float

import pypdfium2.raw as pdfium

Edges = tuple[float, float, float, float]  # left, bottom, right, top

LETTER: Edges = (0.0, 0.0, 612.0, 792.0)  # what viewers take where a page tells no size
LEAST, MOST = 1.0, 1e6  # points of a side


def settle(page: pdfium.FPDF_PAGE) -> bool:
    """Give an open page that shows no area, or an endless one, a box that viewers would give it.

    The file is not changed. A crop box beside the page is left out, as the standard says. Returns
    whether the page's own size was of no use.
    """
    if shows(_bounds(page)):
        return False
    media = _box(page, pdfium.FPDFPage_GetMediaBox)
    useless = media is None or not shows(media)
    if media is None or useless:
        media = LETTER
        pdfium.FPDFPage_SetMediaBox(page, *media)
    crop = _box(page, pdfium.FPDFPage_GetCropBox)
    if crop is None or not shows(_common(media, crop)):
        pdfium.FPDFPage_SetCropBox(page, *media)
    return useless


def _bounds(page: pdfium.FPDF_PAGE) -> Edges:
    edges = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, byref(edges)):
        return 0.0, 0.0, 0.0, 0.0
    return edges.left, edges.bottom, edges.right, edges.top


def _box(page: pdfium.FPDF_PAGE, ask: Callable[..., int]) -> Edges | None:
    left, bottom, right, top = (c_float() for _ in range(4))
    if not ask(page, byref(left), byref(bottom), byref(right), byref(top)):
        return None
    x0, x1 = sorted((left.value, right.value))
    y0, y1 = sorted((bottom.value, top.value))
    return x0, y0, x1, y1


def _common(one: Edges, other: Edges) -> Edges:
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    return left, bottom, min(one[2], other[2]), min(one[3], other[3])


def shows(edges: Edges) -> bool:
    """Say whether edges in points enclose something that can be shown."""
    left, bottom, right, top = edges
    return LEAST <= right - left <= MOST and LEAST <= top - bottom <= MOST
