"""Classic comments and threads, by whom, when, where and in answer to what."""

from __future__ import annotations

from typing import Any

import pytest
from pptx.util import Inches

from sowhat.model import Box, CommentKind
from tests.read.conftest import Make, Read
from tests.read.pptx_factory import HIGH, PLACE, WIDE, A, P, R, add_part, blank, words

P188 = "http://schemas.microsoft.com/office/powerpoint/2018/8/main"
P15 = "http://schemas.microsoft.com/office/powerpoint/2012/main"
AC = "http://schemas.microsoft.com/office/drawing/2013/main/command"
MODERN = "http://schemas.microsoft.com/office/2018/10/relationships"


def classic(slide: Any, *remarks: str) -> None:
    main = slide.part.package.presentation_part
    authors = f'<p:cmAuthorLst xmlns:p="{P}"><p:cmAuthor id="4" name="Kim Roe"/></p:cmAuthorLst>'
    add_part(main, "/ppt/commentAuthors.xml", authors, f"{R}/commentAuthors")
    listed = f'<p:cmLst xmlns:p="{P}">{"".join(remarks)}</p:cmLst>'
    add_part(slide.part, "/ppt/comments/comment1.xml", listed, f"{R}/comments")


def remark(number: int, text: str, parent: int | None = None, author: str = "4") -> str:
    thread = (
        f'<p:extLst><p:ext uri="x"><p15:threadingInfo xmlns:p15="{P15}"><p15:parentCm '
        f'authorId="4" idx="{parent}"/></p15:threadingInfo></p:ext></p:extLst>'
    )
    return (
        f'<p:cm authorId="{author}" dt="2026-05-0{number}T10:00:00.5" idx="{number}">'
        f'<p:pos x="576" y="{2 * 576}"/><p:text>{text}</p:text>{thread if parent else ""}</p:cm>'
    )


def threaded(slide: Any, anchor: str, replies: str = "", place: str = "") -> None:
    main = slide.part.package.presentation_part
    authors = (
        f'<p188:authorLst xmlns:p188="{P188}"><p188:author id="{{A}}" name="Kim Roe"/>'
        '<p188:author id="{B}" name="Lee Ash"/></p188:authorLst>'
    )
    add_part(main, "/ppt/authors.xml", authors, f"{MODERN}/authors")
    body = said("First line", "second line")
    thread = (
        f'<p188:cmLst xmlns:p188="{P188}" xmlns:ac="{AC}" xmlns:a="{A}"><p188:cm id="{{1}}" '
        f'authorId="{{A}}" created="2026-05-01T09:00:00">{anchor}{place}{replies}{body}</p188:cm>'
        "</p188:cmLst>"
    )
    add_part(slide.part, "/ppt/comments/modern1.xml", thread, f"{MODERN}/comments")


def said(*lines: str) -> str:
    paragraphs = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in lines)
    return f"<p188:txBody><a:bodyPr/>{paragraphs}</p188:txBody>"


def test_classic_comments_with_answers(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        classic(blank(presentation), remark(1, " Why? "), remark(2, "Because.", parent=1))
        blank(presentation)

    first, second = read_pptx(make_deck(build)).slides
    point = Box(1 / WIDE, 2 / HIGH, 1 / WIDE, 2 / HIGH)
    assert [(c.text, c.kind, c.author, c.date, c.answers) for c in first.comments] == [
        ("Why?", CommentKind.CLASSIC, "Kim Roe", "2026-05-01T10:00:00.5", None),
        ("Because.", CommentKind.CLASSIC, "Kim Roe", "2026-05-02T10:00:00.5", 0),
    ]
    assert [comment.box for comment in first.comments] == [point, point]
    assert second.comments == ()


def test_who_answers_nobody_known_or_themselves(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        classic(slide, remark(1, "a", parent=1), remark(2, "b", parent=9, author="7"))

    comments = read_pptx(make_deck(build)).slides[0].comments
    assert [(c.author, c.answers) for c in comments] == [("Kim Roe", None), ("", None)]


def test_threads_hang_on_their_shape(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        group = slide.shapes.add_group_shape()
        shape = words(group, "Remarked upon")
        reply = f'<p188:reply authorId="{{B}}" created="2026-05-02">{said("Yes")}</p188:reply>'
        anchor = f'<ac:deMkLst><ac:spMk id="{shape.shape_id}"/></ac:deMkLst>'
        threaded(slide, anchor, f"<p188:replyLst>{reply}</p188:replyLst>")

    comments = read_pptx(make_deck(build)).slides[0].comments
    x, y, width, height = PLACE
    box = Box(x / WIDE, y / HIGH, (x + width) / WIDE, (y + height) / HIGH)
    assert [(c.text, c.author, c.date, c.answers, c.kind) for c in comments] == [
        ("First line\nsecond line", "Kim Roe", "2026-05-01T09:00:00", None, CommentKind.THREADED),
        ("Yes", "Lee Ash", "2026-05-02", 0, CommentKind.THREADED),
    ]
    for comment in comments:
        assert comment.box is not None
        assert box.holds(comment.box, 1e-4)
        assert comment.box.holds(box, 1e-4)


@pytest.mark.parametrize("anchor", ["", '<ac:deMkLst><ac:spMk id="77"/></ac:deMkLst>'])
def test_threads_on_the_slide_stand_at_their_point(
    anchor: str, make_deck: Make, read_pptx: Read
) -> None:
    place = f'<p188:pos x="{Inches(5)}" y="{Inches(3)}"/>'

    def build(presentation: Any) -> None:
        threaded(blank(presentation), anchor, place=place)

    (comment,) = read_pptx(make_deck(build)).slides[0].comments
    assert comment.box == Box(0.5, 0.4, 0.5, 0.4)


def test_damaged_comments_cost_nothing_else(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        words(slide, "Still here")
        add_part(slide.part, "/ppt/comments/c.xml", "<p:cmLst", f"{R}/comments")
        add_part(slide.part, "/ppt/comments/m.xml", "<a><b/></a>", f"{MODERN}/comments")

    (slide,) = read_pptx(make_deck(build)).slides
    assert (slide.comments, slide.blocks[0].text) == ((), "Still here")
