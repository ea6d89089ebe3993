"""The file's own properties, its preview, and what tells of its revisions."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from sowhat.export.copy.plan import Removed, Trace
from sowhat.export.copy.pptx.clean.work import Work
from sowhat.export.copy.pptx.names import Element

HISTORY = ("revisionInfo", "changesInfo", "changesInfos")
WHOLE = ("custom-properties", "customProperties", "thumbnail", "classificationlabels")
TOLD = ("core-properties", "coreProperties", "metadata/core-properties")
COUNTED = ("extended-properties", "extendedProperties")
QUIET = frozenset(
    (
        "TotalTime", "Words", "Paragraphs", "Slides", "Notes", "HiddenSlides", "MMClips",
        "ScaleCrop", "HeadingPairs", "TitlesOfParts", "LinksUpToDate", "SharedDoc",
        "HyperlinksChanged", "Characters", "Pages", "Lines", "CharactersWithSpaces", "DocSecurity",
    )
)  # fmt: skip  # counts and lists that go without being told
KEPT = ("Application", "AppVersion", "PresentationFormat")
THEME, PLAIN = ".theme+xml", "Office Theme"
SCHEMES = ("{*}clrScheme", "{*}fontScheme", "{*}fmtScheme", "{*}themeFamily")
COMMON = ("", PLAIN, "Office")
LONGEST = 200  # characters told of one value


def remove_history(work: Work) -> Iterator[Removed]:
    """Remove what PowerPoint keeps on who changed what."""
    for part in ("", work.main):
        for lost in work.unrelate(part, HISTORY):
            yield Removed(Trace.HISTORY, None, lost.rpartition("/")[2])


def remove(work: Work) -> Iterator[Removed]:
    """Remove all properties but the program's name and the slides' format, and the preview."""
    for relation in work.package.relations(""):
        kind = relation.type.rpartition("/")[2]
        if relation.target not in work.package:
            continue
        if kind in TOLD or kind in WHOLE:
            yield from _told(work, relation.target, kind)
            work.package.unrelate("", {relation.id})
        elif kind in COUNTED:
            yield from _told(work, relation.target, kind)
            _shorten(work, relation.target)
    for part in work.parts():
        if work.package.content_type(part).endswith(THEME):
            yield from _unnamed(work, part)


def _unnamed(work: Work, part: str) -> Iterator[Removed]:
    """Take away the names of a theme and its schemes, which tell of the house or another deck."""
    root = work.package.tree(part)
    named = [root, *root.iter(*SCHEMES)]
    names = [n for n in dict.fromkeys(e.get("name") or "" for e in named) if n not in COMMON]
    for name in names:
        yield Removed(Trace.PROPERTIES, None, f"theme: {name}")
    for element in named if names else ():
        element.set("name", PLAIN)
    if names:
        work.package.touch(part)


def _told(work: Work, part: str, kind: str) -> Iterator[Removed]:
    if not work.package.content_type(part).endswith("xml"):
        yield Removed(Trace.PROPERTIES, None, kind)
        return
    for element in work.package.tree(part):
        name = element.get("name") or str(element.tag).rpartition("}")[2]
        words = " ".join(" ".join(element.itertext()).split())[:LONGEST]
        if words and name not in QUIET and name not in KEPT:
            yield Removed(Trace.PROPERTIES, None, f"{name}: {words}")


def _shorten(work: Work, part: str) -> None:
    root: Element = work.package.tree(part)
    for element in list(root.iterchildren(etree.Element)):
        if element.tag.rpartition("}")[2] not in KEPT:
            root.remove(element)
    work.package.touch(part)
