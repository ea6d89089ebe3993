"""A page's objects as PDFium lists them, those within forms included.

A form may hold a form: the walk keeps its own matrix, a depth and a count, so that nothing a file
says can make it endless.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from ctypes import byref

import pypdfium2.raw as pdfium

_DEEPEST, _MOST_OBJECTS = 8, 20_000

Edges = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def walk(page: pdfium.FPDF_PAGE) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, int, Matrix]]:
    """Yield the objects of an open page in the order of drawing: handle, type, matrix to the page.

    Forms are entered and not yielded.
    """
    count = pdfium.FPDFPage_CountObjects(page)
    waiting = [
        (pdfium.FPDFPage_GetObject(page, index), SAME, 0)
        for index in reversed(range(min(count, _MOST_OBJECTS)))
    ]
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


def matrix_of(item: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    """Return an object's own matrix."""
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, byref(found)):
        return SAME
    return found.a, found.b, found.c, found.d, found.e, found.f


def product(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does ``first``, then ``then``."""
    a, b, c, d, e, f = first
    m, n, o, p, q, r = then
    return (
        a * m + b * o,
        a * n + b * p,
        c * m + d * o,
        c * n + d * p,
        e * m + f * o + q,
        e * n + f * p + r,
    )


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
