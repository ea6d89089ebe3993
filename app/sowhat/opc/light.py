"""What of a deck is needed, and a copy in memory that holds only that.

Libraries inflate every part, know no slide shows, templates or strict decks, and give up at a
relation to nowhere. The copies leave out films, fonts and embedded files, and mend the rest.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable

from lxml import etree

from sowhat.errors import DeckError
from sowhat.opc.archive import TYPES, Archive, is_xml
from sowhat.opc.markup import parse
from sowhat.opc.relations import target_of

MAIN = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
OTHER_MAIN = re.compile(
    rb"application/vnd\.(ms-powerpoint\.(presentation|slideshow|template|addin)\.macroEnabled"
    rb"|openxmlformats-officedocument\.presentationml\.(slideshow|template))\.main\+xml"
)
PICTURES = (
    ".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".bmp", ".dib", ".tif", ".tiff", ".webp",
    ".emf", ".wmf", ".emz", ".wmz", ".svg", ".wdp", ".hdp", ".jxr", ".img", ".ico", ".pct",
)  # fmt: skip
OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
RELATIONS = ".rels"
TARGET = re.compile(rb"""\bTarget=(["'])([^"']*)\1""")


def sound(archive: Archive) -> dict[str, bytes]:
    """Return the deck's XML by name, made plain; all other parts are empty.

    Raises ``DeckError`` not-a-deck or damaged.
    """
    parts = {name: archive.xml(name) if is_xml(name) else b"" for name in archive.names}
    types = parts.get(TYPES) or b""
    parts[TYPES] = types = OTHER_MAIN.sub(MAIN, types)
    if MAIN not in types:
        raise DeckError("not-a-deck" if types else "damaged")
    return {name: data for name, data in parts.items() if data is not None}


def packed(parts: dict[str, bytes]) -> io.BytesIO:
    """Return ``parts`` as a zip in memory, not packed."""
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    copy.seek(0)
    return copy


def mended(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return ``parts`` without those that are no XML, and without relations to nowhere.

    All have a type. Where some are called in another case than the relations say, all names become
    small letters.
    """
    parts = {name: data for name, data in parts.items() if not is_xml(name) or _parses(data)}
    if _differ_in_case(parts):
        parts = {
            name if name == TYPES else name.lower(): _small(name, d) for name, d in parts.items()
        }
    alive = {
        name: _alive(name, data, parts) if name.endswith(RELATIONS) else data
        for name, data in parts.items()
    }
    return alive | {TYPES: _typed(alive)} if TYPES in alive else alive


def pictures_of(names: Iterable[str]) -> Iterable[str]:
    """Return those of the names that are pictures'."""
    return (name for name in names if name.lower().endswith(PICTURES))


def _parses(data: bytes) -> bool:
    try:
        parse(data)
    except etree.XMLSyntaxError:
        return False
    return True


def _differ_in_case(parts: dict[str, bytes]) -> bool:
    small = {name.lower() for name in parts}
    return any(
        name not in parts and name.lower() in small
        for relations in parts
        if relations.lower().endswith(RELATIONS)
        for name in _targets(relations, parts[relations])
    )


def _targets(relations: str, data: bytes) -> Iterable[str]:
    for found in TARGET.finditer(data):
        yield target_of(relations.lower(), found[2].decode("utf-8", "replace"))


def _small(name: str, data: bytes) -> bytes:
    if not name.lower().endswith(RELATIONS):
        return data
    relations = parse(data)
    for relation in relations:
        if relation.get("TargetMode") != "External":
            relation.set("Target", (relation.get("Target") or "").lower())
    return bytes(etree.tostring(relations))


def _alive(name: str, data: bytes, parts: dict[str, bytes]) -> bytes:
    relations = parse(data)
    for relation in list(relations):
        given = [relation.get(key) for key in ("Id", "Type", "Target")]
        outside = relation.get("TargetMode") == "External"
        if None in given or not (outside or target_of(name, given[2]) in parts):
            relations.remove(relation)
    return bytes(etree.tostring(relations))


def _typed(parts: dict[str, bytes]) -> bytes:
    """Return the list of types with an entry for each part: one without costs the whole deck."""
    types = parse(parts[TYPES])
    endings = {(entry.get("Extension") or "").lower() for entry in types}
    names = {(entry.get("PartName") or "").lower() for entry in types}
    for name in parts:
        ending = name.rpartition("/")[2].rpartition(".")[2].lower()
        if name != TYPES and ending not in endings and f"/{name}".lower() not in names:
            entry = etree.SubElement(types, OVERRIDE)
            entry.set("PartName", f"/{name}")
            entry.set("ContentType", "application/octet-stream")
    return bytes(etree.tostring(types))
