"""Threaded comments, as PowerPoint has written them since 2021 ([MS-PPTX] 2.16.3)."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from lxml import etree

from sowhat.export.copy.plan import Plan, Remark
from sowhat.export.copy.pptx.names import (
    COMMAND,
    P14,
    P188,
    THREAD_AUTHORS,
    THREADS,
    Dialect,
    Element,
    child,
)
from sowhat.export.copy.pptx.package import Package
from sowhat.export.copy.pptx.slides import Slide
from sowhat.read.pptx.names import number

EMU = 12700  # in a point
LANGUAGE = "en-GB"
_TYPE = "application/vnd.ms-powerpoint."
_EXTENSION = "{6950BFC3-D8DA-4A85-94F7-54DA5524770B}"  # by which a slide names its comments


class Threads:
    """Writes threaded comments by one author into a package."""

    def __init__(self, package: Package, main: str, dialect: Dialect, plan: Plan) -> None:
        self._package, self._dialect, self._date = package, dialect, plan.utc
        self._author = self._known(main, plan)

    def add(self, slide: Slide, remarks: Sequence[Remark]) -> None:
        """Add the comments of one slide after those that are there."""
        part = self._package.related(slide.part, THREADS)
        creation = _creation(self._package.tree(slide.part))
        if part is None:
            part = _free(self._package, f"{int(number(slide.id)):X}_{creation:X}")
            self._package.add(part, self._root("cmLst"), _TYPE + "comments+xml")
            relation = self._package.relate(slide.part, THREADS, part)
            self._name(slide.part, relation)
        listed = self._package.tree(part)
        for remark in remarks:
            self._write(listed, remark, slide, creation)
        self._package.touch(part)

    def _write(self, listed: Element, remark: Remark, slide: Slide, creation: int) -> None:
        known = {made.get("id") for made in listed}
        ids = (_guid(f"{slide.id} {count} {remark.text}") for count in range(len(known) + 1))
        id_ = next(found for found in ids if found not in known)
        attributes = {"id": id_, "authorId": self._author, "created": self._date}
        made = child(listed, f"{{{P188}}}cm", attributes)
        anchor = etree.SubElement(made, f"{{{COMMAND}}}sldMkLst", nsmap={"pc": COMMAND})
        child(anchor, f"{{{COMMAND}}}docMk")
        child(anchor, f"{{{COMMAND}}}sldMk", {"cId": str(creation), "sldId": slide.id})
        wide, high = slide.canvas
        x, y = round(remark.x * wide * EMU), round(remark.y * high * EMU)
        child(made, f"{{{P188}}}pos", {"x": str(x), "y": str(y)})
        self._say(made, remark.text)

    def _say(self, made: Element, text: str) -> None:
        body = child(made, f"{{{P188}}}txBody")
        child(body, f"{{{self._dialect.a}}}bodyPr")
        child(body, f"{{{self._dialect.a}}}lstStyle")
        for line in text.split("\n"):
            paragraph = child(body, f"{{{self._dialect.a}}}p")
            if line:
                run = child(paragraph, f"{{{self._dialect.a}}}r")
                child(run, f"{{{self._dialect.a}}}rPr", {"lang": LANGUAGE})
                child(run, f"{{{self._dialect.a}}}t").text = line

    def _known(self, main: str, plan: Plan) -> str:
        """Return the author's id in the deck's list, which is made where there is none."""
        part = self._package.related(main, THREAD_AUTHORS)
        if part is None:
            part = "ppt/authors.xml"
            self._package.add(part, self._root("authorLst"), _TYPE + "authors+xml")
            self._package.relate(main, THREAD_AUTHORS, part)
        listed = self._package.tree(part)
        for author in listed.iterchildren(f"{{{P188}}}author"):
            if author.get("name") == plan.author and author.get("providerId") == "None":
                return str(author.get("id"))
        attributes = {"id": _guid(plan.author), "name": plan.author, "initials": plan.initials}
        attributes |= {"userId": plan.author, "providerId": "None"}
        child(listed, f"{{{P188}}}author", attributes)
        self._package.touch(part)
        return attributes["id"]

    def _root(self, name: str) -> Element:
        names = {"a": self._dialect.a, "r": self._dialect.r, "p188": P188}
        return etree.Element(f"{{{P188}}}{name}", nsmap=names)

    def _name(self, part: str, relation: str) -> None:
        """Have the slide name its comments, in the list of extensions that ends it."""
        root, tag = self._package.tree(part), self._dialect.tag
        listed = root.find(tag("extLst"))
        if listed is None:
            listed = child(root, tag("extLst"))
        entry = child(listed, tag("ext"), {"uri": _EXTENSION})
        named = etree.SubElement(entry, f"{{{P188}}}commentRel", nsmap={"p188": P188})
        named.set(self._dialect.id, relation)
        self._package.touch(part)


def _creation(root: Element) -> int:
    """Return the number that PowerPoint gave the slide when it was made, 0 where it has none."""
    found = next(root.iter(f"{{{P14}}}creationId"), None)
    value = "" if found is None else found.get("val") or ""
    return int(value) if value.isdecimal() else 0


def _guid(name: str) -> str:
    return f"{{{uuid.uuid5(uuid.NAMESPACE_OID, f'sowhat {name}')}}}".upper()


def _free(package: Package, name: str) -> str:
    path, count = f"ppt/comments/modernComment_{name}.xml", 1
    while path in package:
        count += 1
        path = f"ppt/comments/modernComment_{name}_{count}.xml"
    return path
