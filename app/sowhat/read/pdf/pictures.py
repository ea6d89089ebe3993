"""Images of a page, and with them its vector shapes, from PDFium's page objects."""

from __future__ import annotations

import ctypes
import hashlib
from collections.abc import Callable
from ctypes import byref
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from sowhat.model import Box, Picture, PictureOrigin, hull
from sowhat.read.affine import Matrix
from sowhat.read.pdf.frame import Frame
from sowhat.read.pdf.objects import bounds, walk
from sowhat.read.pdf.shapes import Shape, clip_of, shape_of, shared

_LEAST_AREA, _LEAST_PIXELS = 0.0004, 8  # of the page; a side
_LARGEST_HASHED = 32 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Objects:
    """Images and drawn shapes of a page; ``text`` says whether the page draws letters."""

    images: tuple[Picture, ...] = ()
    shapes: tuple[Shape, ...] = ()
    text: bool = False


def objects_of(
    page: pdfium.FPDF_PAGE, frame: Frame, keep: Callable[[int], bool] | None = None
) -> Objects:
    """Return the visible images and the shapes of an open page; ``keep`` is asked which objects
    are meant, by their address."""
    images: list[Picture] = []
    shapes: list[Shape] = []
    text = False
    for item, kind, matrix in walk(page, keep):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            picture = _image(item, matrix, frame)
            if picture is not None:
                images.append(picture)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            shape = shape_of(item, matrix, frame)
            if shape is not None:
                shapes.append(shape)
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            text = True
    return Objects(tuple(_tiles_joined(images)), tuple(shapes), text)


def _image(item: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, frame: Frame) -> Picture | None:
    edges = bounds(item, matrix)
    if edges is None:
        return None
    box = frame.box(*frame.rectangle(*edges))
    clip = clip_of(item, matrix, frame)
    if clip is not None:
        box = shared(box, clip)
    shown = shared(box, Box(0.0, 0.0, 1.0, 1.0))
    width, height = ctypes.c_uint(0), ctypes.c_uint(0)
    pdfium.FPDFImageObj_GetImagePixelSize(item, byref(width), byref(height))
    if shown.area < _LEAST_AREA or min(width.value, height.value) < _LEAST_PIXELS:
        return None
    pixels = (width.value, height.value)
    return Picture(shown, PictureOrigin.IMAGE, sha256=_sha256(item), pixels=pixels)


def _sha256(item: pdfium.FPDF_PAGEOBJECT) -> str | None:
    """Return the digest of the picture's data as it stands in the file."""
    length = pdfium.FPDFImageObj_GetImageDataRaw(item, None, 0)
    if not 0 < length <= _LARGEST_HASHED:
        return None
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFImageObj_GetImageDataRaw(item, buffer, length)
    return hashlib.sha256(buffer.raw).hexdigest()


def _tiles_joined(images: list[Picture]) -> list[Picture]:
    """Join strips that follow each other edge to edge: one picture that a printer cut up."""
    result: list[Picture] = []
    for picture in images:
        if result and _strip(result[-1].box, picture.box):
            result[-1] = _joined(result[-1], picture)
        else:
            result.append(picture)
    return result


def _joined(one: Picture, other: Picture) -> Picture:
    box = hull((one.box, other.box))
    return Picture(box, PictureOrigin.IMAGE, pixels=_pixels(one, other, box))


def _strip(one: Box, other: Box) -> bool:
    near = 0.002
    same_columns = abs(one.x0 - other.x0) < near and abs(one.x1 - other.x1) < near
    return same_columns and abs(one.y1 - other.y0) < near and other.height < 0.35 * other.width


def _pixels(one: Picture, other: Picture, box: Box) -> tuple[int, int] | None:
    if one.pixels is None or other.pixels is None or other.box.height <= 0:
        return None
    rows = round(other.pixels[1] * box.height / other.box.height)
    return max(one.pixels[0], other.pixels[0]), min(rows, 65_535)
