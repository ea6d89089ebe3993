"""Classic comments: a list a slide, and one list of authors."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from sowhat.export.copy.plan import Plan, Remark
from sowhat.export.copy.pptx.names import Dialect, Element, child
from sowhat.export.copy.pptx.package import Package
from sowhat.export.copy.pptx.slides import Slide
from sowhat.read.pptx.names import number

MASTER_UNIT = 72 / 576  # points; in these the places of classic comments are given
COLORS = 8  # an author's colour goes round
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."


class Comments:
    """Writes classic comments by one author into a package."""

    def __init__(self, package: Package, main: str, dialect: Dialect, plan: Plan) -> None:
        self._package, self._dialect, self._date = package, dialect, plan.date
        self._list = _authors(package, main, dialect)
        self._author = _author(package.tree(self._list), dialect, plan)

    def add(self, slide: Slide, remarks: Sequence[Remark]) -> None:
        """Add the comments of one slide after those that are there."""
        kind = self._dialect.relation("comments")
        part = self._package.related(slide.part, kind)
        if part is None:
            part = _free(self._package)
            self._package.add(part, _root(self._dialect, "cmLst"), _TYPE + "comments+xml")
            self._package.relate(slide.part, kind, part)
        for remark in remarks:
            self._write(self._package.tree(part), remark, slide)
        self._package.touch(part)
        self._package.touch(self._list)

    def _write(self, listed: Element, remark: Remark, slide: Slide) -> None:
        tag = self._dialect.tag
        index = str(int(number(self._author.get("lastIdx"))) + 1)
        self._author.set("lastIdx", index)
        attributes = {"authorId": self._author.get("id"), "dt": self._date, "idx": index}
        made = child(listed, tag("cm"), attributes)
        wide, high = slide.canvas
        x, y = (round(part / MASTER_UNIT) for part in (remark.x * wide, remark.y * high))
        child(made, tag("pos"), {"x": str(x), "y": str(y)})
        child(made, tag("text")).text = remark.text


def _authors(package: Package, main: str, dialect: Dialect) -> str:
    kind = dialect.relation("commentAuthors")
    part = package.related(main, kind)
    if part is None:
        part = "ppt/commentAuthors.xml"
        package.add(part, _root(dialect, "cmAuthorLst"), _TYPE + "commentAuthors+xml")
        package.relate(main, kind, part)
    return part


def _author(listed: Element, dialect: Dialect, plan: Plan) -> Element:
    known = list(listed.iterchildren(dialect.tag("cmAuthor")))
    for author in known:
        if (author.get("name"), author.get("initials")) == (plan.author, plan.initials):
            return author
    own = max((int(number(author.get("id"))) for author in known), default=-1) + 1
    attributes = {"id": str(own), "name": plan.author, "initials": plan.initials}
    attributes |= {"lastIdx": "0", "clrIdx": str(own % COLORS)}
    return child(listed, dialect.tag("cmAuthor"), attributes)


def _root(dialect: Dialect, name: str) -> Element:
    return etree.Element(dialect.tag(name), nsmap={"a": dialect.a, "r": dialect.r, "p": dialect.p})


def _free(package: Package) -> str:
    count = 1
    while f"ppt/comments/comment{count}.xml" in package:
        count += 1
    return f"ppt/comments/comment{count}.xml"
