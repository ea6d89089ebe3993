"""XML as it comes in a package, made plain: UTF-8, transitional, without a document type."""

from __future__ import annotations

import codecs
import re
from typing import Any, TypeAlias

from lxml import etree

Element: TypeAlias = Any  # an lxml element; lxml carries no types

STRICT = b"http://purl.oclc.org/ooxml/"
LOOSE = b"http://schemas.openxmlformats.org/"
TRANSITIONAL = (
    (b"officeDocument/extendedProperties", b"officeDocument/2006/extended-properties"),
    (b"officeDocument/customProperties", b"officeDocument/2006/custom-properties"),
    (b"officeDocument/", b"officeDocument/2006/"),
    (b"presentationml/", b"presentationml/2006/"),
    (b"drawingml/", b"drawingml/2006/"),
    (b"spreadsheetml/", b"spreadsheetml/2006/"),
)
_WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16", b"<\0": "utf-16-le",
         b"\0<": "utf-16-be"}  # fmt: skip
_TOLD = re.compile(rb"""\A<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["'][^>]*\?>""")
_ASCII = re.compile(r"utf-?8|us-ascii|ascii|iso-8859-\d+|windows-125\d|cp125\d|latin-?1")
_SPACE = re.compile(rb"\s*")
_PROLOG = ((b"<?", b"?>"), (b"<!--", b"-->"))


def plain(data: bytes) -> bytes | None:
    """Return XML as UTF-8 with transitional names.

    None where it has a document type, or is written in signs that the standard does not know: what
    a reader makes of those cannot be told from here.
    """
    told = _utf8(data)
    if told is None or _has_document_type(told):
        return None
    if STRICT in told:
        for strict, transitional in TRANSITIONAL:
            told = told.replace(STRICT + strict, LOOSE + transitional)
    return told


def parse(data: bytes) -> Element:
    """Parse XML with no entities and no network; raises ``etree.XMLSyntaxError``."""
    return etree.fromstring(data, _PARSER)


def serialized(root: Element) -> bytes:
    """Return the bytes of a part."""
    return bytes(etree.tostring(root))


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def _utf8(data: bytes) -> bytes | None:
    wide = next((name for mark, name in _WIDE.items() if data.startswith(mark)), None)
    try:
        if wide is not None:
            data = data.decode(wide).encode()
            told = _TOLD.match(data)
            return data if told is None else data[told.end() :]
        data = data.removeprefix(codecs.BOM_UTF8)
        told = _TOLD.match(data)
        name = "utf-8" if told is None else told[1].decode().lower()
        if _ASCII.fullmatch(name) is None:
            return None
        if told is None or name in ("utf-8", "utf8"):
            return data
        return data[told.end() :].decode(name).encode()
    except (UnicodeError, LookupError):
        return None


def _has_document_type(data: bytes) -> bool:
    """Say whether a document type stands before the first element, where alone it may stand."""
    if b"<!DOCTYPE" not in data:
        return False
    at = 0
    while True:
        at = _SPACE.match(data, at).end()  # type: ignore[union-attr]  # it matches anything
        end = next((end for start, end in _PROLOG if data.startswith(start, at)), None)
        if end is None:
            return data.startswith(b"<!DOCTYPE", at)
        after = data.find(end, at)
        if after < 0:
            return True
        at = after + len(end)
