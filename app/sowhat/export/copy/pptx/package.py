"""A PowerPoint package as parts, their types and their relations; knows what of it was changed."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from sowhat import opc
from sowhat.errors import DeckError
from sowhat.export.copy.pptx.archive import write_changed
from sowhat.export.copy.pptx.names import Element, child, serialized

TYPES = "[Content_Types].xml"
_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships"
PLAIN_BYTES = "application/octet-stream"
_LIST = re.compile(r"(?:(.*/))?_rels/([^/]*)\.rels", re.IGNORECASE)
RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of a part; ``target`` is the name of a part, or an address outside."""

    id: str
    type: str
    target: str
    external: bool


class Package:
    """The parts of an open zip by name, without a leading slash; changes are kept until ``save``.

    Names are found in whatever case they are asked for, as the standard wants it.
    """

    def __init__(self, archive: zipfile.ZipFile, parts: opc.Archive) -> None:
        self._zip = archive
        self._parts = parts  # what is read, and not only carried over, is read behind its gates
        self._names = {folded(name): name for name in archive.namelist()}
        self._changed: dict[str, bytes] = {}
        self._trees: dict[str, Element] = {}
        self._dropped: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return folded(name) in self._names

    @property
    def names(self) -> list[str]:
        """The names of all entries."""
        return list(self._names.values())

    def owners(self) -> list[str]:
        """Return the parts that have relations, with the package itself, whose name is empty."""
        lists = (_LIST.fullmatch(name) for name in self._names.values())
        return [(found[1] or "") + found[2] for found in lists if found is not None]

    def tree(self, name: str) -> Element:
        """Return the root of a part; raises ``DeckError`` damaged where it is not there or no XML.

        The same element at each call: what is done to it is saved once ``touch`` is called.
        """
        key = folded(name)
        if key not in self._trees:
            try:
                self._trees[key] = opc.parse(self._parts.read(key) or b"")
            except etree.XMLSyntaxError as error:
                raise DeckError("damaged", detail=name) from error
        return self._trees[key]

    def touch(self, name: str) -> None:
        """Note that a part's tree was changed."""
        key = folded(name)
        self._changed[self._names[key]] = serialized(self._trees[key])

    def add(self, name: str, root: Element, content_type: str) -> None:
        """Add a part."""
        key = folded(name)
        self._names[key], self._trees[key] = name, root
        self.touch(name)
        self.declare(name, content_type)

    def content_type(self, name: str) -> str:
        """Return a part's type, empty where the package does not tell it."""
        types = self.tree(TYPES)
        for entry in types.iterchildren(_TYPE + "Override"):
            if folded(entry.get("PartName") or "") == folded(name):
                return str(entry.get("ContentType") or "")
        ending = name.rpartition(".")[2].lower()
        for entry in types.iterchildren(_TYPE + "Default"):
            if (entry.get("Extension") or "").lower() == ending:
                return str(entry.get("ContentType") or "")
        return ""

    def declare(self, name: str, content_type: str) -> None:
        """Give a part a type of its own."""
        types = self.tree(TYPES)
        known = types.iterchildren(_TYPE + "Override")
        entry = next((e for e in known if folded(e.get("PartName") or "") == folded(name)), None)
        if entry is None:
            entry = child(types, _TYPE + "Override", {"PartName": f"/{name}"})
        entry.set("ContentType", content_type)
        self.touch(TYPES)

    def relations(self, part: str) -> list[Relation]:
        """Return the relations of a part, the package's own for an empty name."""
        name = _relations_of(part)
        if name not in self:
            return []
        return [
            _relation(entry, part)
            for entry in self.tree(name).iterchildren(f"{{{_RELATION}}}Relationship")
        ]

    def related(self, part: str, kind: str) -> str | None:
        """Return the first part of the package that ``part`` has a relation of ``kind`` to."""
        found = (r for r in self.relations(part) if r.type == kind and not r.external)
        return next((r.target for r in found if r.target in self), None)

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relation to another part and return its id."""
        name = _relations_of(part)
        if name not in self:
            empty = etree.Element(f"{{{_RELATION}}}Relationships", nsmap={None: _RELATION})
            self._names[folded(name)], self._trees[folded(name)] = name, empty
            if self.content_type(name) != RELATIONS_TYPE:
                self.declare(name, RELATIONS_TYPE)
        taken = {relation.id.lower() for relation in self.relations(part)}
        count = len(taken) + 1
        while f"rid{count}" in taken:
            count += 1
        path = posixpath.relpath(target, posixpath.dirname(part) or ".")
        attributes = {"Id": f"rId{count}", "Type": kind, "Target": path}
        child(self.tree(name), f"{{{_RELATION}}}Relationship", attributes)
        self.touch(name)
        return f"rId{count}"

    def unrelate(self, part: str, ids: Collection[str]) -> None:
        """Take relations of a part away; what they led to is still there until ``sweep``."""
        name = _relations_of(part)
        if not ids or name not in self:
            return
        root = self.tree(name)
        for entry in list(root):
            if entry.get("Id") in ids:
                root.remove(entry)
        self.touch(name)

    def lead(self, part: str, id_: str, target: str) -> None:
        """Let an external relation of a part lead elsewhere."""
        name = _relations_of(part)
        for entry in self.tree(name):
            if entry.get("Id") == id_:
                entry.set("Target", target)
        self.touch(name)

    def bytes_of(self, name: str) -> bytes:
        """Return a part's bytes; raises ``DeckError`` damaged where they cannot be read."""
        data = self._parts.read(folded(name))
        if data is None:
            raise DeckError("damaged", detail=name)
        return data

    def replace(self, name: str, data: bytes) -> None:
        """Give a part that is no XML other bytes."""
        self._changed[self._names[folded(name)]] = data

    def reached(self) -> list[str]:
        """Return the names of the parts that relations lead to from the package, nearest first."""
        found: dict[str, str] = {}
        waiting = [""]
        while waiting:
            for relation in self.relations(waiting.pop(0)):
                key = folded(relation.target)
                if not relation.external and key in self._names and key not in found:
                    found[key] = self._names[key]
                    waiting.append(relation.target)
        return list(found.values())

    def sweep(self) -> None:
        """Drop every entry that no relation leads to, and its type."""
        kept = {folded(name) for name in self.reached()} | {""}
        kept |= {folded(_relations_of(name)) for name in kept} | {folded(TYPES)}
        self._dropped |= {self._names.pop(key) for key in list(self._names) if key not in kept}
        self._forget(lambda part: part not in kept)

    def drop(self, names: Iterable[str]) -> None:
        """Drop these parts with their types and relations; those that lead to them stay."""
        gone = {folded(name) for name in names}
        gone |= {folded(_relations_of(name)) for name in gone}
        there = gone & self._names.keys()
        self._dropped |= {self._names.pop(key) for key in there}
        if there:
            self._forget(lambda part: part in gone)

    def _forget(self, lost: Callable[[str], bool]) -> None:
        """Take away the types of parts."""
        types = self.tree(TYPES)
        for entry in list(types.iterchildren(_TYPE + "Override")):
            if lost(folded(entry.get("PartName") or "")):
                types.remove(entry)
        self.touch(TYPES)

    def retype(self, *kinds: re.Pattern[str]) -> None:
        """Call endings plain bytes that stand for a type of these kinds."""
        for entry in self.tree(TYPES).iterchildren(_TYPE + "Default"):
            if any(kind.search(entry.get("ContentType") or "") for kind in kinds):
                entry.set("ContentType", PLAIN_BYTES)
                self.touch(TYPES)

    def save(self, out: Path) -> None:
        """Write the package with its changes; raises ``DeckError`` damaged."""
        try:
            write_changed(self._zip, out, self._changed, self._dropped)
        except zipfile.BadZipFile as error:
            raise DeckError("damaged") from error


def folded(name: str) -> str:
    """Return the name by which a part is found in whatever case and with whatever slashes."""
    return name.replace("\\", "/").lstrip("/").lower()


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relation(entry: Element, part: str) -> Relation:
    target, external = entry.get("Target") or "", entry.get("TargetMode") == "External"
    if not external:
        path = posixpath.join("/", posixpath.dirname(part), unquote(target.partition("#")[0]))
        target = posixpath.normpath(path).lstrip("/")
    return Relation(entry.get("Id") or "", entry.get("Type") or "", target, external)
