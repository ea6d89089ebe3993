"""Which parts are seen with a slide, by the relations of a package."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree

from sowhat.opc.markup import Element, parse

MAIN = "ppt/presentation.xml"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LIST = "{http://schemas.openxmlformats.org/presentationml/2006/main}sldId"
_ELSEWHERE = ("/slide", "/notesSlide", "/slideLayouts", "/comments", "/tags")


def target_of(relations: str, target: str) -> str:
    """Return the name of the part that a relation in the part ``relations`` leads to."""
    folder = relations.rpartition("_rels/")[0]
    return posixpath.normpath(posixpath.join("/", folder, target))[1:]


def seen_with(parts: Mapping[str, bytes], number: int) -> frozenset[str]:
    """Return the parts that are needed to draw slide ``number``, from 1; none where it is lost."""
    main = _main(parts)
    ids = [entry.get(_ID) for entry in _root(parts, main).iter(_LIST)]
    slides = {key: target for key, _, target in _relations(parts, main)}
    if not 1 <= number <= len(ids) or ids[number - 1] not in slides:
        return frozenset()
    seen: set[str] = set()
    waiting = [slides[ids[number - 1]]]
    while waiting:
        part = waiting.pop()
        if part in seen:
            continue
        seen.add(part)
        master = any(kind.endswith("/slideLayout") for _, kind, _ in _relations(parts, part))
        master = master and "/slideMasters/" in f"/{part}"
        for _, kind, target in _relations(parts, part):
            if not kind.endswith(_ELSEWHERE) and not (master and kind.endswith("/slideLayout")):
                waiting.append(target)
    return frozenset(seen)


def slides_in(parts: Mapping[str, bytes]) -> int:
    """Return how many slides the package's main part lists."""
    return sum(1 for _ in _root(parts, _main(parts)).iter(_LIST))


def _main(parts: Mapping[str, bytes]) -> str:
    found = (t for _, kind, t in _relations(parts, "") if kind.endswith("/officeDocument"))
    return next(found, MAIN)


def _relations(parts: Mapping[str, bytes], part: str) -> Iterator[tuple[str, str, str]]:
    """Yield id, type and target of the relations of a part that stay inside the package."""
    folder, _, name = part.rpartition("/")
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    for relation in _root(parts, relations):
        if relation.get("TargetMode") != "External":
            target = target_of(relations, relation.get("Target") or "")
            yield relation.get("Id") or "", relation.get("Type") or "", target


def _root(parts: Mapping[str, bytes], name: str) -> Element:
    """Return the root of an XML part, an empty one where there is none."""
    try:
        return parse(parts.get(name) or b"<none/>")
    except etree.XMLSyntaxError:
        return etree.Element("none")
