"""A page's objects as PDFium lists them, those within forms included.

A form may hold a form: the walk keeps its own matrix, a depth and a count, so that nothing a file
says can make it endless.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from ctypes import byref
from itertools import islice

import pypdfium2.raw as pdfium

from sowhat.read.affine import SAME, Matrix, product

_DEEPEST, _MOST_OBJECTS = 8, 20_000

Edges = tuple[float, float, float, float]


def walk(
    page: pdfium.FPDF_PAGE, keep: Callable[[int], bool] | None = None
) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, int, Matrix]]:
    """Yield the objects of an open page in the order of drawing: handle, type, matrix to the page.

    Forms are entered and not yielded. ``keep`` is asked whether to yield the object at an address.
    """
    for item, kind, matrix in islice(_everything(page), _MOST_OBJECTS):
        if keep is None or keep(address(item)):
            yield item, kind, matrix


def outermost(page: pdfium.FPDF_PAGE) -> Iterator[pdfium.FPDF_PAGEOBJECT]:
    """Yield the objects of an open page, forms as they are."""
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page, index)
        if item:
            yield item


def within(
    outer: pdfium.FPDF_PAGEOBJECT,
) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, int, Matrix]]:
    """Yield an object, or what a form and the forms in it hold."""
    waiting = [(outer, SAME, 0)]
    seen = 0
    while waiting and seen < _MOST_OBJECTS:
        item, matrix, depth = waiting.pop()
        if not item:
            continue
        seen += 1
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield item, kind, matrix
        elif depth < _DEEPEST:
            inner = product(matrix_of(item), matrix)
            inside = min(pdfium.FPDFFormObj_CountObjects(item), _MOST_OBJECTS - len(waiting))
            waiting += [
                (pdfium.FPDFFormObj_GetObject(item, index), inner, depth + 1)
                for index in reversed(range(inside))
            ]


def _everything(
    page: pdfium.FPDF_PAGE,
) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, int, Matrix]]:
    for outer in outermost(page):
        yield from within(outer)


def matrix_of(item: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    """Return an object's own matrix."""
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, byref(found)):
        return SAME
    return found.a, found.b, found.c, found.d, found.e, found.f


def placed(edges: Edges, matrix: Matrix) -> Edges:
    """Return the box, in page space, around a box of a form's space."""
    if matrix == SAME:
        return edges
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in edges[::2] for y in edges[1::2]]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(down), max(across), max(down)


def bounds(item: pdfium.FPDF_PAGEOBJECT, matrix: Matrix) -> Edges | None:
    """Return the box around an object in page space, None where it has none."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, byref(left), byref(bottom), byref(right), byref(top)):
        return None
    return placed((left.value, bottom.value, right.value, top.value), matrix)


def address(item: pdfium.FPDF_PAGEOBJECT) -> int:
    """Return where an object lies in memory: what tells it from others while its page is open."""
    return ctypes.cast(item, ctypes.c_void_p).value or 0


def fill_of(item: pdfium.FPDF_PAGEOBJECT) -> tuple[str | None, int]:
    """Return the colour that fills an object as ``#rrggbb``, and how far it covers (0 to 255)."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(
        item, byref(red), byref(green), byref(blue), byref(alpha)
    ):
        return None, 255
    return f"#{red.value:02x}{green.value:02x}{blue.value:02x}", alpha.value
