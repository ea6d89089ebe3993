"""Remarks left on slides: the classic comments, and the threads that took their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from lxml import etree

from sowhat.model import Box, Comment, CommentKind
from sowhat.opc import parse
from sowhat.read.pptx.design import related
from sowhat.read.pptx.names import EMU, A, Element, P, number

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MODERN = "http://schemas.microsoft.com/office/2018/10/relationships"
CLASSIC, CLASSIC_AUTHORS = _OFFICE + "/comments", _OFFICE + "/commentAuthors"
THREADED, THREADED_AUTHORS = _MODERN + "/comments", _MODERN + "/authors"
P15 = "{http://schemas.microsoft.com/office/powerpoint/2012/main}"
P188 = "{http://schemas.microsoft.com/office/powerpoint/2018/8/main}"
AC = "{http://schemas.microsoft.com/office/drawing/2013/main/command}"

MOST = 1_000  # comments on a slide
MASTER_UNIT = 72 / 576  # points; in these the places of classic comments are given
_ANCHORS = [
    AC + name for name in ("spMk", "picMk", "graphicFrameMk", "grpSpMk", "cxnSpMk", "inkMk")
]

Places: TypeAlias = Mapping[str, Box]  # where the shapes stand that remarks hang on
_Id: TypeAlias = tuple[str | None, str | None]  # of a classic comment: its author's and its own


class Authors:
    """The names of those who left comments; ``main`` is the presentation part."""

    def __init__(self, main: Any) -> None:
        self._main = main
        self._known: dict[str, Mapping[str, str]] = {}

    def name(self, kind: str, id_: str | None) -> str:
        """Return the name behind an id of a list of authors, empty where it is not there."""
        if kind not in self._known:
            root = _root(related(self._main, kind))
            entries = () if root is None else root.iterchildren(P + "cmAuthor", P188 + "author")
            self._known[kind] = {e.get("id") or "": e.get("name") or "" for e in entries}
        return self._known[kind].get(id_ or "", "")


def shapes_remarked(slide: Any) -> frozenset[str]:
    """Return the ids of the shapes of a slide part on which threads hang."""
    root = _root(related(slide, THREADED))
    anchors = () if root is None else root.iter(*_ANCHORS)
    return frozenset(anchor.get("id") or "" for anchor in anchors)


def read_comments(
    slide: Any, authors: Authors, canvas: tuple[float, float], places: Places
) -> tuple[Comment, ...]:
    """Return the comments on a slide part, each followed by its answers where it is a thread."""
    classic, threaded = (_root(related(slide, kind)) for kind in (CLASSIC, THREADED))
    found: list[Comment] = []
    if classic is not None:
        found += _classic(classic, authors, canvas)
    if threaded is not None:
        for remark in threaded.iterchildren(P188 + "cm"):
            first = len(found)
            found += _thread(remark, authors, _spot(remark, canvas, places), first)
    return tuple(found[:MOST])


def _classic(root: Element, authors: Authors, canvas: tuple[float, float]) -> list[Comment]:
    remarks = list(root.iterchildren(P + "cm"))[:MOST]
    ids = {_id(remark): index for index, remark in enumerate(remarks)}
    return [
        Comment(
            (remark.findtext(P + "text") or "").strip(),
            CommentKind.CLASSIC,
            authors.name(CLASSIC_AUTHORS, remark.get("authorId")),
            remark.get("dt") or "",
            _point(remark.find(P + "pos"), canvas, MASTER_UNIT),
            _answered(remark, ids, index),
        )
        for index, remark in enumerate(remarks)
    ]


def _answered(remark: Element, ids: Mapping[_Id, int], own: int) -> int | None:
    found = next((ids.get(_id(parent)) for parent in remark.iter(P15 + "parentCm")), None)
    return None if found == own else found


def _id(remark: Element) -> _Id:
    return remark.get("authorId"), remark.get("idx")


def _thread(remark: Element, authors: Authors, box: Box | None, first: int) -> Iterator[Comment]:
    replies = remark.find(P188 + "replyLst")
    answers = () if replies is None else replies.iterchildren(P188 + "reply")
    for count, one in enumerate((remark, *answers)):
        yield Comment(
            _words(one.find(P188 + "txBody")),
            CommentKind.THREADED,
            authors.name(THREADED_AUTHORS, one.get("authorId")),
            one.get("created") or "",
            box,
            first if count else None,
        )


def _spot(remark: Element, canvas: tuple[float, float], places: Places) -> Box | None:
    """Return the box of the shape that a thread hangs on, else the point on the slide."""
    for anchor in remark.iter(*_ANCHORS):
        box = places.get(anchor.get("id") or "")
        if box is not None:
            return box
    return _point(remark.find(P188 + "pos"), canvas, 1 / EMU)


def _point(place: Element | None, canvas: tuple[float, float], unit: float) -> Box | None:
    if place is None:
        return None
    x, y = (number(place.get(key)) * unit / size for key, size in zip("xy", canvas, strict=True))
    return Box(x, y, x, y)


def _words(body: Element | None) -> str:
    """Return the paragraphs of a thread's text, one a line."""
    paragraphs = () if body is None else body.iterchildren(A + "p")
    lines = ("".join(t.text or "" for t in p.iter(A + "t")) for p in paragraphs)
    return "\n".join(lines).strip()


def _root(part: Any) -> Element | None:
    if part is None:
        return None
    try:
        return part._element if hasattr(part, "_element") else parse(part.blob)
    except etree.XMLSyntaxError:
        return None
