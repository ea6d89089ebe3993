"""Vector shapes of a page, as large as they are seen."""

from __future__ import annotations

import ctypes
from ctypes import byref
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from sowhat.model import Box
from sowhat.read.affine import Matrix, product
from sowhat.read.pdf.frame import Frame
from sowhat.read.pdf.objects import bounds, matrix_of, placed

_PAGE = Box(0.0, 0.0, 1.0, 1.0)
_MEASURED, _MOST_MEASURED = 0.004, 64  # of the page: from here on; segments: up to here
_MOST_CLIPPED = 2_000  # segments of a path that cuts
_STEPS = 8  # along a curve

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """A path: its box on the shown page, its count of segments, whether some are curves.

    ``box`` is PDFium's, with room for strokes and bends; ``seen`` as large as what is drawn.
    """

    box: Box
    segments: int
    curved: bool
    seen: Box


def shape_of(item: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, frame: Frame) -> Shape | None:
    """Return a path's shape, None for a point and for what is not on the page."""
    segments = pdfium.FPDFPath_CountSegments(item)
    curved = any(
        pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(item, index))
        == pdfium.FPDF_SEGMENT_BEZIERTO
        for index in range(min(segments, 24))
    )
    edges = bounds(item, matrix) if segments > 1 else None
    if edges is None:
        return None
    box = shared(frame.box(*frame.rectangle(*edges)), _PAGE)
    clip = clip_of(item, matrix, frame) if box.area > _MEASURED else None
    if clip is not None:
        box = shared(box, clip)
    if box.width <= 0 and box.height <= 0:
        return None
    measured = curved and segments <= _MOST_MEASURED and box.area > _MEASURED
    seen = shared(box, _drawn(item, segments, matrix, frame)) if measured else box
    return Shape(box, segments, curved, seen)


def _drawn(item: pdfium.FPDF_PAGEOBJECT, segments: int, matrix: Matrix, frame: Frame) -> Box:
    """Return the box of a path as it runs: PDFium's holds the points that bend curves, too."""
    inner = product(matrix_of(item), matrix)
    points: list[Point] = []
    bend: list[Point] = []
    x, y, wide = ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    for index in range(segments):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        point = x.value, y.value
        if pdfium.FPDFPathSegment_GetType(segment) != pdfium.FPDF_SEGMENT_BEZIERTO:
            points.append(point)
            bend = []
            continue
        bend.append(point)
        if len(bend) == 3:
            points += _curve(points[-1] if points else bend[0], *bend)
            bend = []
    across, down = [p[0] for p in points] or [0.0], [p[1] for p in points] or [0.0]
    pdfium.FPDFPageObj_GetStrokeWidth(item, byref(wide))
    half = max(wide.value, 0.0) / 2
    edges = min(across) - half, min(down) - half, max(across) + half, max(down) + half
    return frame.box(*frame.rectangle(*placed(edges, inner)))


def _curve(start: Point, one: Point, two: Point, end: Point) -> list[Point]:
    """Return points of a curve, its end the last."""
    result = []
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        result.append(
            (
                a * start[0] + b * one[0] + c * two[0] + d * end[0],
                a * start[1] + b * one[1] + c * two[1] + d * end[1],
            )
        )
    return result


def clip_of(item: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, frame: Frame) -> Box | None:
    """Return the box of the paths that cut an object, None where nothing does."""
    path = pdfium.FPDFPageObj_GetClipPath(item)
    if not path:
        return None
    found: Box | None = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(max(pdfium.FPDFClipPath_CountPaths(path), 0), 16)):
        points = []
        segments = pdfium.FPDFClipPath_CountPathSegments(path, index)
        for number in range(segments if segments <= _MOST_CLIPPED else 0):
            segment = pdfium.FPDFClipPath_GetPathSegment(path, index, number)
            if segment and pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y)):
                points.append((x.value, y.value))
        if len(points) < 3:
            continue
        across, down = [p[0] for p in points], [p[1] for p in points]
        edges = placed((min(across), min(down), max(across), max(down)), matrix)
        box = frame.box(*frame.rectangle(*edges))
        found = box if found is None else shared(found, box)
    return found


def shared(one: Box, other: Box) -> Box:
    """Return what two boxes share, without area where that is nothing."""
    x0, y0 = max(one.x0, other.x0), max(one.y0, other.y0)
    return Box(x0, y0, max(min(one.x1, other.x1), x0), max(min(one.y1, other.y1), y0))
