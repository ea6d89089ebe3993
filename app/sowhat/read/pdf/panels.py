"""What is painted under and over a page's words, in the order of drawing."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from ctypes import byref
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from sowhat.model import Box
from sowhat.read.affine import Matrix
from sowhat.read.pdf.frame import Frame
from sowhat.read.pdf.objects import address, bounds, fill_of, outermost, walk, within

_MOST_SEGMENTS = 60  # of a path; what has more is a drawing
_MOST_PANELS = 400  # the largest of a page
_OPAQUE, _PATTERN = 255, "#bfbfbf"  # what PDFium says of a pattern that fills a path
_LEAST = 4.0  # points, each side
_PAINTED = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING)


@dataclass(frozen=True, slots=True)
class Panel:
    """An area that is filled: its rank among the page's objects, its place, its colour as
    ``#rrggbb``, None where it has many (``image`` says whether it is a picture) or lets others
    through (then it is not ``opaque``; of pictures that is not known)."""

    rank: int
    box: Box
    color: str | None
    image: bool = False
    opaque: bool = True


@dataclass(frozen=True, slots=True)
class Panels:
    """The panels of a page in the order of drawing; ``texts`` are rank and handle of its texts,
    by their address; ``faint`` are those of them in a form that lets the page through."""

    panels: tuple[Panel, ...]
    texts: dict[int, tuple[int, Any]]
    faint: frozenset[int]


def panels_of(page: pdfium.FPDF_PAGE, frame: Frame) -> Panels:
    """Return what an open page paints big enough to hold a word."""
    found: list[Panel] = []
    texts: dict[int, tuple[int, Any]] = {}
    for rank, (item, kind, matrix) in enumerate(walk(page)):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            texts[address(item)] = rank, item
        elif kind in _PAINTED:
            box = _box(item, matrix, frame)
            if box is not None:
                image = kind == pdfium.FPDF_PAGEOBJ_IMAGE
                found.append(Panel(rank, box, None, image, opaque=image))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            panel = _filled(item, matrix, frame, rank)
            if panel is not None:
                found.append(panel)
    if len(found) > _MOST_PANELS:
        largest = sorted(found, key=lambda panel: -panel.box.area)[:_MOST_PANELS]
        found = sorted(largest, key=lambda panel: panel.rank)
    return Panels(tuple(found), texts, frozenset(_faint(page)))


def _faint(page: pdfium.FPDF_PAGE) -> Iterator[int]:
    """Yield the addresses of the texts in forms that are painted with less than full strength."""
    for outer in outermost(page):
        if pdfium.FPDFPageObj_GetType(outer) != pdfium.FPDF_PAGEOBJ_FORM:
            continue
        if pdfium.FPDFPageObj_HasTransparency(outer):
            for item, kind, _ in within(outer):
                if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                    yield address(item)


def _filled(item: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, frame: Frame, rank: int) -> Panel | None:
    if not 3 < pdfium.FPDFPath_CountSegments(item) <= _MOST_SEGMENTS:
        return None
    box = _box(item, matrix, frame)
    if box is None:
        return None
    mode, stroked = ctypes.c_int(0), ctypes.c_int(0)
    pdfium.FPDFPath_GetDrawMode(item, byref(mode), byref(stroked))
    color, cover = fill_of(item)
    if not mode.value or cover == 0:
        return None
    opaque = cover == _OPAQUE and color != _PATTERN and not pdfium.FPDFPageObj_HasTransparency(item)
    return Panel(rank, box, color if opaque else None, opaque=opaque)


def _box(item: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, frame: Frame) -> Box | None:
    edges = bounds(item, matrix)
    if edges is None or edges[2] - edges[0] < _LEAST or edges[3] - edges[1] < _LEAST:
        return None
    return frame.box(*frame.rectangle(*edges))
