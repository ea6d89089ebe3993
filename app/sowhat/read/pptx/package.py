"""The zip of a deck: its gates, and a light copy in memory that python-pptx can open.

python-pptx inflates every part, knows no slide shows, templates or strict decks, and gives up at a
relation to nowhere. The copy leaves out films, fonts and embedded files, and mends the rest.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import re
import zipfile
import zlib
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from sowhat.errors import DeckError
from sowhat.read.pptx.metafiles import Words, is_metafile, words_of
from sowhat.read.pptx.names import Element
from sowhat.read.pptx.pixels import pixels

MIB = 1 << 20
MOST_ENTRIES = 20_000
MOST_IN_ALL = 1024 * MIB
MOST_A_PART = 64 * MIB
MOST_EMBEDDED = 8 * MIB  # a workbook behind a chart
MOST_RATIO = 200  # inflated to packed, looked at above RATIO_FROM bytes only
RATIO_FROM = 100 * MIB

TYPES = "[Content_Types].xml"
MAIN = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
OTHER_MAIN = re.compile(
    rb"application/vnd\.(ms-powerpoint\.(presentation|slideshow|template|addin)\.macroEnabled"
    rb"|openxmlformats-officedocument\.presentationml\.(slideshow|template))\.main\+xml"
)
STRICT = b"http://purl.oclc.org/ooxml/"
LOOSE = b"http://schemas.openxmlformats.org/"
TRANSITIONAL = (
    (b"officeDocument/extendedProperties", b"officeDocument/2006/extended-properties"),
    (b"officeDocument/customProperties", b"officeDocument/2006/custom-properties"),
    (b"officeDocument/", b"officeDocument/2006/"),
    (b"presentationml/", b"presentationml/2006/"),
    (b"drawingml/", b"drawingml/2006/"),
)
UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError)


class Facts(NamedTuple):
    """What a picture's bytes tell without being drawn: their SHA-256, width and height in pixels,
    and the words of a metafile."""

    sha256: str
    pixels: tuple[int, int] | None
    words: tuple[Words, ...] = ()


class Package:
    """A deck's file, open for reading only; use it as a context.

    Raises ``DeckError`` damaged, not-a-deck, password or too-large.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        try:
            self.sha256 = hashlib.file_digest(self._file, "sha256").hexdigest()
            self._zip = zipfile.ZipFile(self._file)
            self._infos = {_tidy(info.filename): info for info in self._zip.infolist()}
            _check(self._infos)
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            self._file.close()
            raise DeckError("damaged") from error
        except BaseException:
            self._file.close()
            raise
        self._left = MOST_IN_ALL
        self._seen: dict[str, Facts | None] = {}

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def parts(self) -> dict[str, bytes]:
        """Return the deck's XML by name, made transitional; what is not needed is empty."""
        parts = {name: self._part(name) for name in self._infos if not name.endswith("/")}
        types = parts.get(TYPES) or b""
        parts[TYPES] = types = OTHER_MAIN.sub(MAIN, types)
        if MAIN not in types:
            raise DeckError("not-a-deck" if types else "damaged")
        return {name: data for name, data in parts.items() if data is not None}

    def picture(self, name: str) -> Facts | None:
        """Return what is told of the picture in part ``name``, None if it is unreadable."""
        if name not in self._seen:
            data = self._inflate(name)
            self._seen[name] = _facts(data) if data else None
        return self._seen[name]

    def embedded(self, name: str) -> bytes | None:
        """Return the bytes of a part that the light copy leaves empty, None if too large."""
        info = self._infos.get(name)
        if info is None or info.file_size > MOST_EMBEDDED:
            return None
        return self._inflate(name)

    def _part(self, name: str) -> bytes | None:
        if not name.endswith((".xml", ".rels")):
            return b""
        data = self._inflate(name)
        if data is not None and STRICT in data:
            for strict, transitional in TRANSITIONAL:
                data = data.replace(STRICT + strict, LOOSE + transitional)
        if data is not None and b"<!DOCTYPE" in data[:4096]:
            return None
        return data

    def _inflate(self, name: str) -> bytes | None:
        info = self._infos.get(name)
        if info is None or info.file_size > min(MOST_A_PART, self._left):
            return None
        self._left -= info.file_size
        try:
            return self._zip.read(info)
        except UNREADABLE:
            return None


def light_copy(parts: dict[str, bytes]) -> io.BytesIO:
    """Return ``parts`` as a zip in memory, not packed."""
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    copy.seek(0)
    return copy


def mended(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return ``parts`` without those that are no XML, and without relations to nowhere."""
    sound = {name: data for name, data in parts.items() if not _is_xml(name) or _parses(data)}
    return {
        name: _alive(name, data, sound) if name.endswith(".rels") else data
        for name, data in sound.items()
    }


def parse(data: bytes) -> Element:
    """Parse XML with no entities and no network; raises ``etree.XMLSyntaxError``."""
    return etree.fromstring(data, _PARSER)


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _parses(data: bytes) -> bool:
    try:
        parse(data)
    except etree.XMLSyntaxError:
        return False
    return True


def _alive(name: str, data: bytes, parts: dict[str, bytes]) -> bytes:
    folder, _, _ = name.partition("_rels/")
    relations = parse(data)
    for relation in list(relations):
        if any(relation.get(name) is None for name in ("Id", "Type", "Target")):
            relations.remove(relation)
            continue
        target = relation.get("Target", "")
        if relation.get("TargetMode") == "External":
            continue
        if posixpath.normpath(posixpath.join("/", folder, target))[1:] not in parts:
            relations.remove(relation)
    return bytes(etree.tostring(relations))


def _facts(data: bytes) -> Facts:
    words = words_of(data) if is_metafile(data) else ()
    return Facts(hashlib.sha256(data).hexdigest(), pixels(data), tuple(words))


def _tidy(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _check(infos: dict[str, zipfile.ZipInfo]) -> None:
    if any(info.flag_bits & 1 for info in infos.values()):
        raise DeckError("password")
    if TYPES not in infos:
        raise DeckError("not-a-deck")
    needed = [info for name, info in infos.items() if _is_xml(name)]
    inflated = sum(info.file_size for info in needed)
    packed = sum(info.compress_size for info in needed)
    bomb = inflated > RATIO_FROM and inflated > MOST_RATIO * max(packed, 1)
    large = max((info.file_size for info in needed), default=0) > MOST_A_PART
    if len(infos) > MOST_ENTRIES or inflated > MOST_IN_ALL or bomb or large:
        raise DeckError("too-large")
