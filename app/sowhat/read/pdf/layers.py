"""Layers (optional content): what of a page they hide.

Which layers are off is left to PDFium, which knows all the ways a file may say so: an object is
hidden where drawing the page without it changes nothing. This costs a drawing or two, so the file
is asked first whether it turns any layer off.
"""

from __future__ import annotations

import mmap
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pypdfium2.raw as pdfium

from sowhat.model import Box
from sowhat.read.pdf.frame import Frame
from sowhat.read.pdf.objects import address, bounds, outermost, within
from sowhat.read.pdf.sight import Sight
from sowhat.read.pdf.strings import mark_text

_LAYERS = b"/OCProperties"
_TURNED_OFF = re.compile(
    rb"/OFF\s*(?:\[\s*\d|\d)|/(?:BaseState|ViewState)\s*/OFF|/P\s*/A(?:ny|ll)Off|/VE\s*\["
)
_PACK, _HEAD = b"/ObjStm", 600  # a stream of objects; bytes to the end of its dictionary
_MOST_PACKS, _PIECE, _LARGEST = 5_000, 1 << 16, 4 << 20
_MOST_GROUPS, _MOST_MARKS = 16, 32

Item = tuple[pdfium.FPDF_PAGEOBJECT, Box]
Key = tuple[str, ...]


def turns_layers_off(path: Path) -> bool:
    """Say whether the file may turn a layer off; yes where it is locked and so cannot be asked."""
    if path.stat().st_size == 0:
        return False
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        layered = data.find(_LAYERS) >= 0
        if layered and _TURNED_OFF.search(data):
            return True
        packs = list(_packs(data))
        if packs and data.find(b"/Encrypt") >= 0:
            return True
    layered = layered or any(_LAYERS in pack for pack in packs)
    return layered and any(_TURNED_OFF.search(pack) for pack in packs)


def _packs(data: mmap.mmap) -> Iterator[bytes]:
    """Yield the objects that a file keeps in streams, those of each stream together."""
    at = data.find(_PACK)
    for _ in range(_MOST_PACKS):
        if at < 0:
            return
        start = data.find(b"stream", at, at + _HEAD)
        if start >= 0:
            yield _inflated(data, start + len(b"stream"))
        at = data.find(_PACK, at + 1)


def _inflated(data: mmap.mmap, start: int) -> bytes:
    """Return what is packed from ``start`` on, as far as it can be told."""
    while data[start : start + 1] in (b"\r", b"\n"):
        start += 1
    stream, result = zlib.decompressobj(), b""
    try:
        while start < len(data) and not stream.eof and len(result) < _LARGEST:
            result += stream.decompress(data[start : start + _PIECE], _LARGEST)
            start += _PIECE
    except zlib.error:
        pass
    return result


def hidden_objects(page: pdfium.FPDF_PAGE, frame: Frame, sight: Sight) -> frozenset[int]:
    """Return the addresses of the objects of an open page that its layers hide."""
    found: set[int] = set()
    groups = _groups(page, frame)
    if groups:
        sight.look([box for items in groups for _, box in items])
    for items in groups:
        unseen = sight.unseen([item for item, _ in items], [box for _, box in items])
        found |= {address(item) for (item, _), gone in zip(items, unseen, strict=True) if gone}
    return frozenset(found)


def _groups(page: pdfium.FPDF_PAGE, frame: Frame) -> list[list[Item]]:
    """Return the objects that may be of a layer, those apart that may be of different ones."""
    groups: dict[Key, list[Item]] = {}
    for index, outer in enumerate(outermost(page)):
        layers = _layers(outer)
        kind = pdfium.FPDFPageObj_GetType(outer)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            layers = layers or ("", str(index))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            layers = layers or ("",)
        for item, inner, matrix in within(outer):
            key = (*layers, *_layers(item)) if item is not outer else layers
            edges = bounds(item, matrix) if key and _leaves_ink(item, inner) else None
            if edges is not None:
                place = key if key in groups or len(groups) < _MOST_GROUPS else next(iter(groups))
                box = frame.box(*frame.rectangle(*edges))
                groups.setdefault(place, []).append((item, box))
    return list(groups.values())


def _leaves_ink(item: pdfium.FPDF_PAGEOBJECT, kind: int) -> bool:
    """Say whether an object may be drawn at all: the words of a scan are hidden by no layer."""
    if kind != pdfium.FPDF_PAGEOBJ_TEXT:
        return True
    return bool(pdfium.FPDFTextObj_GetTextRenderMode(item) != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


def _layers(item: pdfium.FPDF_PAGEOBJECT) -> Key:
    """Return the names of the layers that an object is marked with, "?" for one without."""
    names = []
    for index in range(min(pdfium.FPDFPageObj_CountMarks(item), _MOST_MARKS)):
        mark = pdfium.FPDFPageObj_GetMark(item, index)
        if mark and mark_text(pdfium.FPDFPageObjMark_GetName, mark) == "OC":
            names.append(
                mark_text(pdfium.FPDFPageObjMark_GetParamStringValue, mark, b"Name") or "?"
            )
    return tuple(names)
