"""What the workbook behind a chart or an embedded table names: file, sheets, names and words.

Only the packed spreadsheets of today are looked into, and only as far as the limits go; of the
others the file's name is all that is told.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from lxml import etree

from sowhat.errors import DeckError
from sowhat.model import Workbook
from sowhat.opc import MIB, Archive, parse
from sowhat.read.pptx.names import Element
from sowhat.read.pptx.package import Package
from sowhat.read.pptx.properties import read_properties

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MOST_A_PART = 8 * MIB  # inflated
MOST_OF_SHEETS = 8 * MIB  # inflated, together
MOST_ENTRIES = 2_000
MOST_NAMES = 500  # sheets, defined names, words
MOST_LETTERS = 120  # of each
BUILT_IN = "_xlnm."
BOOK, STRINGS, SHEETS = "xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/"
PROPERTIES = ("docProps/core.xml", "docProps/app.xml")


def workbook_of(part: Any, relation: str | None, package: Package) -> Workbook | None:
    """Return the workbook that ``part`` names by ``relation``, None where there is none."""
    known = part.rels.get(relation or "")
    if known is None:
        return None
    if known.is_external:
        return Workbook(_path(known.target_ref))
    name = known.target_part.partname.lstrip("/")
    return read_workbook(name.rpartition("/")[2], package.embedded(name))


def read_workbook(file: str, data: bytes | None) -> Workbook:
    """Return what the workbook ``file`` names; only that where ``data`` is no packed workbook."""
    if not data or not data.startswith(b"PK"):
        return Workbook(file)
    try:
        archive = Archive(io.BytesIO(data))
        if len(archive.names) > MOST_ENTRIES:
            return Workbook(file)
        return _Reader(archive).read(file)
    except (DeckError, etree.LxmlError):
        return Workbook(file)


class _Reader:
    """A workbook being read."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def read(self, file: str) -> Workbook:
        """Return what the workbook names."""
        book = self._root(BOOK)
        if book is None:
            return Workbook(file)
        sheets = (sheet.get("name") or "" for sheet in book.iterfind(f"{S}sheets/{S}sheet"))
        names = (n.get("name") or "" for n in book.iterfind(f"{S}definedNames/{S}definedName"))
        own = (name for name in names if not name.startswith(BUILT_IN))
        held = {name: self._archive.xml(name, MOST_A_PART) or b"" for name in PROPERTIES}
        told = read_properties(held)
        left = (value for value in (told.title, told.author, told.company, told.subject) if value)
        return Workbook(file, _some(sheets), _some(own), _some(self._words()), _some(left))

    def _words(self) -> Iterator[str]:
        shared = self._root(STRINGS)
        if shared is not None:
            yield from map(_text, shared.iterchildren(S + "si"))
        left = MOST_OF_SHEETS
        for name in self._archive.names:
            size = self._archive.size(name) or 0
            if name.startswith(SHEETS) and name.endswith(".xml") and size <= left:
                left -= size
                yield from self._inline(name)

    def _inline(self, name: str) -> Iterator[str]:
        """Yield the words that stand in the cells of a sheet themselves."""
        data = self._archive.xml(name, MOST_A_PART)
        if data is None or (b"inlineStr" not in data and b't="str"' not in data):
            return
        for cell in parse(data).iter(S + "c"):
            if cell.get("t") in ("inlineStr", "str"):
                yield _text(cell) or cell.findtext(S + "v") or ""

    def _root(self, name: str) -> Element | None:
        data = self._archive.xml(name, MOST_A_PART)
        return None if data is None else parse(data)


def _text(item: Element) -> str:
    return "".join(text.text or "" for text in item.iter(S + "t"))


def _some(words: Iterator[str]) -> tuple[str, ...]:
    cut = (" ".join(word[:MOST_LETTERS].split()) for word in words)
    known: dict[str, None] = {}
    for word in cut:
        if word:
            known[word] = None
        if len(known) == MOST_NAMES:
            break
    return tuple(known)


def _path(target: str) -> str:
    """Return the place of a linked file without the marks of an address."""
    text = unquote(target)[:MOST_NAMES]
    for mark in ("file:///", "file:"):
        text = text.removeprefix(mark)
    return text
