"""Whether a copied PowerPoint package is sound, told apart from the code that writes copies.

By the packaging rules (ISO/IEC 29500-2): no entry twice, a type for each part, no relation to
nowhere; and by what a copy promises: every part of the original is there, unchanged but for those
that name slides by place or carry comments.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import etree

TYPES = "[Content_Types].xml"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_MAY_CHANGE = re.compile(
    r"\[Content_Types\]\.xml|ppt/(presentation|presProps|commentAuthors|authors)\.xml"
    r"|docProps/app\.xml|ppt/comments/\w+\.xml|ppt/(slides/)?_rels/\w+\.xml\.rels"
)
_ACTS = re.compile(r"activeX|ctrlProps/|vbaProject", re.IGNORECASE)
_MAY_GAIN = re.compile(r"ppt/slides/\w+\.xml")  # the extension that names threads


def parts_of(path: Path) -> dict[str, bytes]:
    """Return all parts of a package by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def faults(old: Path, new: Path) -> Iterator[str]:
    """Yield what is wrong with a copy that was not wrong with its original."""
    before, after = parts_of(old), parts_of(new)
    yield from (f"{name} is twice in the zip" for name in _twice(new))
    yield from unsound(before, after)
    for name, data in before.items():
        if name not in after:
            yield f"{name} is missing"
        elif after[name] != data and not _may(name, data, after[name]):
            yield f"{name} was changed"
    yield from _counts(before, after)


def disarmed(path: Path) -> set[str]:
    """Return the parts that a copy takes out or mends for safety: macros, controls, data that is
    fetched from elsewhere, and what leads to them."""
    parts = parts_of(path)
    found = {name for name in parts if _ACTS.search(name)}
    for name, data in parts.items():
        led = etree.fromstring(data).iterchildren(_RELATION) if name.endswith(".rels") else ()
        if any(_acts(relation) for relation in led):
            folder, _, owner = name.rpartition("_rels/")
            found |= {name, folder + owner.removesuffix(".rels")}
    return found


def _acts(relation: Any) -> bool:
    kind = relation.get("Type").rpartition("/")[2]
    fetched = relation.get("TargetMode") == "External" and kind in ("package", "oleObject")
    return fetched or _ACTS.search(relation.get("Target")) is not None


def unsound(before: dict[str, bytes], after: dict[str, bytes]) -> Iterator[str]:
    """Yield what breaks the packaging rules in a copy's parts and did not in its original's."""
    known = {*_unsound(before)}
    yield from (fault for fault in _unsound(after) if fault not in known)


def _twice(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        counted = Counter(name.lower() for name in archive.namelist())
    return [name for name, count in counted.items() if count > 1]


def _unsound(parts: dict[str, bytes]) -> Iterator[str]:
    types = etree.fromstring(parts[TYPES])
    named = [entry.get("PartName") for entry in types.iterchildren(_TYPE + "Override")]
    endings = {e.get("Extension", "").lower() for e in types.iterchildren(_TYPE + "Default")}
    yield from (f"{name} has two types" for name, count in Counter(named).items() if count > 1)
    for name in named:
        if name.lstrip("/").lower() not in {part.lower() for part in parts}:
            yield f"{name} has a type and is not there"
    for name in parts:
        ending = name.rpartition(".")[2].lower()
        typed = f"/{name}" in named or ending in endings or name == TYPES
        if not typed and not name.endswith("/"):
            yield f"{name} has no type"
        if name.endswith(".rels"):
            yield from _relations(name, parts)


def _relations(name: str, parts: dict[str, bytes]) -> Iterator[str]:
    folder = name.partition("_rels/")[0]
    there = {part.lower() for part in parts}
    entries = list(etree.fromstring(parts[name]).iterchildren(_RELATION))
    ids = Counter(entry.get("Id") for entry in entries)
    yield from (f"{name} has {id_} twice" for id_, count in ids.items() if count > 1)
    for entry in entries:
        target = unquote(entry.get("Target", "")).partition("#")[0]
        path = posixpath.normpath(posixpath.join("/", folder, target))[1:]
        if entry.get("TargetMode") != "External" and path.lower() not in there:
            yield f"{name} leads to {path}, which is not there"


def _may(name: str, before: bytes, after: bytes) -> bool:
    return bool(_MAY_CHANGE.fullmatch(name)) or _gained(name, before, after)


def _gained(name: str, before: bytes, after: bytes) -> bool:
    """Say whether a slide differs by nothing but the extension at its end."""
    if not _MAY_GAIN.fullmatch(name):
        return False
    old, new = etree.fromstring(before), etree.fromstring(after)
    for entry in [e for e in new.iter() if str(e.tag).endswith("}commentRel")]:
        holder = entry.getparent()
        listed = holder.getparent()
        listed.remove(holder)
        if not len(listed) and len(new) > len(old):
            new.remove(listed)
    return canonical(old) == canonical(new)


def canonical(root: Any) -> bytes:
    """Return an element in the form that does not depend on how it was written."""
    data: bytes = etree.tostring(root, method="c14n")
    return data


def _counts(before: dict[str, bytes], after: dict[str, bytes]) -> Iterator[str]:
    """Compare the file's own properties: numbers stay, titles change their places at most."""
    name = "docProps/app.xml"
    if name not in before or name not in after:
        return
    old, new = (_leaves(etree.fromstring(parts[name])) for parts in (before, after))
    if sorted(old) != sorted(new):
        yield f"{name} tells other numbers or titles"
    slides = next((text for tag, text in new if tag == "Slides"), None)
    if slides is not None and old != new:
        parts = sum(1 for part in after if re.fullmatch(r"ppt/slides/\w+\.xml", part))
        if int(slides) != parts:
            yield f"{name} counts {slides} slides of {parts}"


def _leaves(root: Any) -> list[tuple[str, str]]:
    return [
        (etree.QName(entry).localname, (entry.text or "").strip())
        for entry in root.iter(etree.Element)
        if not len(entry)
    ]
