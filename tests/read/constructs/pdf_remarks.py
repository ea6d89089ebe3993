"""What lies over a page: links and annotations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf

from sowhat.model import Box, CommentKind
from tests.read.constructs.construct import Read
from tests.read.constructs.drawing import BLUE, GREEN, MAGENTA, NEAR, apart
from tests.read.constructs.sheet import HIGH, WIDE, Page, Sheet

PLACE = (100.0, 120.0, 240.0, 120.0)  # left, top, width, height
TOP = HIGH - PLACE[1]
RECTANGLE = (PLACE[0], TOP - PLACE[3], PLACE[0] + PLACE[2], TOP)


def linked(sheet: Sheet) -> None:
    sheet.rectangle(*PLACE, GREEN)
    sheet.canvas.linkURL("https://example.com/pdf", RECTANGLE, relative=0)
    sheet.text(PLACE[0], 300, "Back to the start", BLUE)


def point_back(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    goal = pikepdf.Array([pdf.pages[0].obj, pikepdf.Name.Fit])
    add(pdf, page, Subtype=pikepdf.Name.Link, Rect=pikepdf.Array([90, 90, 260, 125]), Dest=goal)


def check_linked(read: Read) -> None:
    out, back = sorted(read.slide.links, key=lambda link: link.slide or 0)
    assert (out.target, out.slide) == ("https://example.com/pdf", None)
    read.fills(out.box, GREEN)
    assert (back.target, back.slide, back.text) == ("", 1, "Back to the start")
    ink = read.drawing.ink(BLUE)
    assert back.box is not None
    assert ink is not None
    assert back.box.holds(ink)
    assert apart(back.box, shown(90, 90, 260, 125)) < NEAR


def shown(x0: float, y0: float, x1: float, y1: float) -> Box:
    """Return a rectangle of a page's own space as a box."""
    return Box(x0 / WIDE, 1 - y1 / HIGH, x1 / WIDE, 1 - y0 / HIGH)


def add(pdf: pikepdf.Pdf, page: pikepdf.Page, **keys: Any) -> None:
    """Add an annotation to a page."""
    made = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Annot, **keys))
    if "/Annots" not in page.obj:
        page.obj.Annots = pikepdf.Array()
    page.obj.Annots.append(made)


def annotated(kind: str, contents: str, quads: bool = False) -> Callable[..., None]:
    """Return what adds an annotation, drawn as a rectangle in one colour."""

    def mend(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        x0, y0, x1, y1 = RECTANGLE
        look = pikepdf.Stream(pdf, f"1 0 1 rg 0 0 {x1 - x0} {y1 - y0} re f".encode())
        look.Type, look.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        look.BBox = pikepdf.Array([0, 0, x1 - x0, y1 - y0])
        more: dict[str, Any] = {}
        if quads:
            more["QuadPoints"] = pikepdf.Array([x0, y1, x1, y1, x0, y0, x1, y0])
        if kind == "FreeText":
            more["DA"] = pikepdf.String("/Helv 12 Tf 0 g")
        add(pdf, page, Subtype=pikepdf.Name("/" + kind), Rect=pikepdf.Array(list(RECTANGLE)),
            Contents=pikepdf.String(contents), T=pikepdf.String("Ann Lee"), F=4,
            M=pikepdf.String("D:20260305080000Z"), C=pikepdf.Array([1, 0, 1]),
            AP=pikepdf.Dictionary(N=look), **more)  # fmt: skip

    return mend


def check_annotated(kind: CommentKind, contents: str) -> Callable[[Read], None]:
    def check(read: Read) -> None:
        (found,) = read.slide.comments
        assert (found.text, found.kind, found.author) == (contents, kind, "Ann Lee")
        assert found.date[:10] == "2026-03-05"
        read.fills(found.box, MAGENTA)
        seen = [block.text for block in read.own]
        assert (contents in seen) == (kind is CommentKind.FREE_TEXT)

    return check


def plain(sheet: Sheet) -> None:
    sheet.text(60, 320, "What the page says")


def noted(name: str, kind: str, means: CommentKind, contents: str, quads: bool = False) -> Page:
    return Page(name, plain, check_annotated(means, contents), annotated(kind, contents, quads))


PAGES = (
    Page("links", linked, check_linked, point_back),
    noted("note", "Text", CommentKind.NOTE, "Who pays?"),
    noted("highlight", "Highlight", CommentKind.MARKUP, "Good point", quads=True),
    noted("free text", "FreeText", CommentKind.FREE_TEXT, "Typed on top"),
    noted("stamp", "Stamp", CommentKind.DRAWING, "Approved"),
)
