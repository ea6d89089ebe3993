"""A PowerPoint file with what the drawing library misreads said in a way that it understands.

The library looks for a master's text placeholder under the very index that a slide gives, so that
most of them would lose the master's insets, sizes and fonts. It squeezes the columns of a table
into the frame that the file states, which some programs leave at a made-up size, though the
columns' own widths are what counts. And it sets the text of SmartArt over the whole shape, not in
the part of it that is meant for text.

Text could also be changed once the file is open, but the library then shrinks it anew to its frame,
other than it was saved.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any
from xml.sax.saxutils import escape, unescape

from lxml import etree

from sowhat import opc

LARGEST_PART = 16 << 20  # bytes
FULL_TURN = 360 * 60_000
OFF = 0.01  # share by which a frame and its columns may differ

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_HOLDING = re.compile(r"ppt/(?:slides|slideLayouts)/[^/]+\.xml")
_MASTER = re.compile(r"ppt/slideMasters/[^/]+\.xml")
_DSP = "{http://schemas.microsoft.com/office/drawing/2008/diagram}"
_DRAWING = re.compile(r"ppt/diagrams/drawing[^/]*\.xml")
_NAMING = re.compile(r"ppt/(?:slides|slideLayouts|slideMasters|theme|charts|diagrams)/[^/]+\.xml")
_TYPEFACE = re.compile(rb"(\btypeface=[\"'])([^\"']+)([\"'])")
_SLIDE = re.compile(r"ppt/slides/[^/]+\.xml")
_HOLDER = re.compile(rb"<(?:\w+:)?ph\b([^>]*)>")
_TYPE = re.compile(rb"\btype=[\"'](\w+)")
_INDEX = re.compile(rb"\bidx=[\"'](\d+)")
_TEXT = ("body", "obj", "subTitle")


def mended(parts: Mapping[str, bytes], families: Mapping[str, str]) -> dict[str, bytes]:
    """Return those of the parts that need mending, mended.

    ``families`` are to be called by other names.
    """
    indices = {index for _, data in _some(parts, _HOLDING) for index in _text_holders(data)}
    changes = {
        name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        for name, root in chain(_masters(parts, indices), _tables(parts), _drawings(parts))
    }
    for name, data in _some(parts, _NAMING) if families else ():
        changes |= _renamed(name, changes.get(name, data), families)
    return changes


def _renamed(name: str, data: bytes, families: Mapping[str, str]) -> dict[str, bytes]:
    """Return the part under its name with families called otherwise, empty where none is named."""

    def other(found: re.Match[bytes]) -> bytes:
        family = unescape(found[2].decode("utf-8", "replace"))
        new = families.get(family)
        return found[0] if new is None else found[1] + escape(new).encode() + found[3]

    changed = _TYPEFACE.sub(other, data)
    return {} if changed == data else {name: changed}


def _some(parts: Mapping[str, bytes], wanted: re.Pattern[str]) -> Iterator[tuple[str, bytes]]:
    for name, data in parts.items():
        if wanted.fullmatch(name) and len(data) <= LARGEST_PART:
            yield name, data


def _text_holders(part: bytes) -> Iterator[str]:
    """Yield the indices of a part's placeholders for text."""
    for attributes in _HOLDER.findall(part):
        kind, index = _TYPE.search(attributes), _INDEX.search(attributes)
        if index and (kind is None or kind[1].decode() in _TEXT):
            yield index[1].decode()


def _masters(parts: Mapping[str, bytes], indices: set[str]) -> Iterator[tuple[str, Any]]:
    """Yield masters that have their text placeholder under each of the indices."""
    for name, data in _some(parts, _MASTER):
        root = _parsed(data)
        tree = None if root is None else root.find(f"{_P}cSld/{_P}spTree")
        if tree is None:
            continue
        holders = [holder for holder in tree.iter(_P + "ph") if holder.get("type", "obj") in _TEXT]
        text = next((holder for holder in holders if holder.get("type") == "body"), None)
        missing = indices - {holder.get("idx") for holder in holders}
        if text is None or not missing:
            continue
        shape = next(text.iterancestors(_P + "sp"))
        for index in sorted(missing):
            another = copy.deepcopy(shape)
            next(another.iter(_P + "ph")).set("idx", index)
            tree.append(another)
        yield name, root


def _tables(parts: Mapping[str, bytes]) -> Iterator[tuple[str, Any]]:
    """Yield slides whose tables' frames are as wide as their columns."""
    for name, data in _some(parts, _SLIDE):
        root = _parsed(data) if b":tbl>" in data else None
        if root is not None and sum(map(_widened, root.iter(_P + "graphicFrame"))):
            yield name, root


def _widened(frame: Any) -> bool:
    """Make a frame as wide as its table; say whether it was not."""
    size = frame.find(f"{_P}xfrm/{_A}ext")
    table = frame.find(f"{_A}graphic/{_A}graphicData/{_A}tbl")
    if size is None or table is None:
        return False
    try:
        stated = int(size.get("cx"))
        width = sum(int(column.get("w")) for column in table.iterfind(f"{_A}tblGrid/{_A}gridCol"))
    except (TypeError, ValueError):
        return False
    if width <= 0 or abs(width - stated) <= OFF * width:
        return False
    size.set("cx", str(width))
    return True


def _drawings(parts: Mapping[str, bytes]) -> Iterator[tuple[str, Any]]:
    """Yield SmartArt whose texts are shapes of their own."""
    for name, data in _some(parts, _DRAWING):
        root = _parsed(data) if b"txXfrm" in data else None
        if root is not None and sum(map(_parted, list(root.iter(_DSP + "sp")))):
            yield name, root


def _parted(shape: Any) -> bool:
    """Move a shape's text into a shape of its own where it has a place; say whether it had."""
    place, own = shape.find(f"{_DSP}spPr/{_A}xfrm"), shape.find(_DSP + "txXfrm")
    body = shape.find(_DSP + "txBody")
    if place is None or own is None or body is None or not any(t.text for t in body.iter(_A + "t")):
        return False
    turn = sum(int(part.get("rot") or 0) for part in (place, own))
    text = copy.deepcopy(shape)
    look = text.find(_DSP + "spPr")
    for child in list(look):
        look.remove(child)
    inner = etree.SubElement(look, _A + "xfrm", rot=str(turn % FULL_TURN))
    inner.extend(copy.deepcopy(part) for part in own)
    etree.SubElement(etree.SubElement(look, _A + "prstGeom", prst="rect"), _A + "avLst")
    etree.SubElement(look, _A + "noFill")
    etree.SubElement(etree.SubElement(look, _A + "ln"), _A + "noFill")
    shape.remove(body)
    shape.addnext(text)
    return True


def _parsed(data: bytes) -> Any:
    try:
        return opc.parse(data)
    except etree.XMLSyntaxError:
        return None
