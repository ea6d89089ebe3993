"""What goes with a slide: links, comments of both kinds, whether it is hidden."""

from __future__ import annotations

from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from sowhat.model import Box, Comment, CommentKind
from tests.read.constructs.construct import Construct, Read
from tests.read.constructs.drawing import BLUE, GREEN, NEAR, RED, apart
from tests.read.constructs.parts import (
    SPACES,
    add_part,
    fraction,
    paragraph,
    run,
    spaces,
    textbox,
)
from tests.read.constructs.pictures import inches, rgb

PLACE = (2.0, 3.0, 3.0, 1.5)
CLASSIC = "application/vnd.openxmlformats-officedocument.presentationml.comments+xml"
AUTHORS = "application/vnd.openxmlformats-officedocument.presentationml.commentAuthors+xml"
THREADED = "application/vnd.ms-powerpoint.comments+xml"
MODERN_AUTHORS = "application/vnd.ms-powerpoint.authors+xml"
OFFICE = "http://schemas.microsoft.com/office/2018/10/relationships"
ANN, BEN = "{00000000-0000-4000-8000-00000000000A}", "{00000000-0000-4000-8000-00000000000B}"
UNIT = 576.0  # of a classic comment's place, in an inch


def click(slide: Any, address: str) -> str:
    relation = slide.part.relate_to(address, RT.HYPERLINK, is_external=True)
    return f'<a:hlinkClick r:id="{relation}"/>'


def on_run(slide: Any) -> None:
    link = click(slide, "https://example.com/case")
    textbox(slide, (1, 2, 8, 1), paragraph(run("See "), run("the case", BLUE, more=link),
                                           run(" of a peer")))  # fmt: skip


def check_on_run(read: Read) -> None:
    block = read.block("See the case of a peer")
    assert [part.link for part in block.runs] == [None, "https://example.com/case", None]
    (link,) = read.slide.links
    assert (link.target, link.slide, link.text) == ("https://example.com/case", None, "the case")
    ink = read.drawing.ink(BLUE) or read.drawing.ink(RED)
    assert link.box is not None
    assert ink is not None
    assert abs(link.box.x0 - ink.x0) < NEAR
    assert abs(link.box.x1 - ink.x1) < NEAR
    assert link.box.holds(ink, slack=NEAR)
    assert link.box.height * read.size[1] < 30


def mailto(slide: Any) -> None:
    link = click(slide, "mailto:ann@acme.example?subject=Hello")
    textbox(slide, (1, 2, 8, 1), paragraph(run("Write to Ann", BLUE, more=link)))


def check_mailto(read: Read) -> None:
    (link,) = read.slide.links
    assert (link.target, link.slide) == ("mailto:ann@acme.example?subject=Hello", None)
    assert link.text == "Write to Ann"
    read.around(link.box, BLUE, 10.0)


def square(slide: Any, color: str) -> Any:
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *inches(PLACE))
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb.from_string(color)
    shape.line.fill.background()
    return shape


def on_shape(slide: Any) -> None:
    square(slide, GREEN).click_action.hyperlink.address = "https://example.com/shape"


def check_on_shape(read: Read) -> None:
    (link,) = read.slide.links
    assert (link.target, link.slide) == ("https://example.com/shape", None)
    read.fills(link.box, GREEN)


def jump(slide: Any) -> None:
    first = slide.part.package.presentation_part.presentation.slides[0]
    square(slide, RED).click_action.target_slide = first


def check_jump(read: Read) -> None:
    (link,) = read.slide.links
    assert (link.target, link.slide) == ("", 1)
    read.fills(link.box, RED)


def classic(slide: Any) -> None:
    """A comment by Ann at 3 by 4 inches, answered by Ben."""
    main = slide.part.package.presentation_part
    add_part(main, "/ppt/commentAuthors.xml", AUTHORS,
        f'<p:cmAuthorLst {spaces("p")}><p:cmAuthor id="0" name="Ann Lee" initials="AL" lastIdx="1" '
        'clrIdx="0"/><p:cmAuthor id="1" name="Ben Roe" initials="BR" lastIdx="1" clrIdx="1"/>'
        "</p:cmAuthorLst>", f"{SPACES['r']}/commentAuthors")  # fmt: skip
    answer = (
        '<p:extLst><p:ext uri="{C676402C-5697-4E1C-873F-D02D1690AC5C}"><p15:threadingInfo '
        'xmlns:p15="http://schemas.microsoft.com/office/powerpoint/2012/main" timeZoneBias="0">'
        '<p15:parentCm authorId="0" idx="1"/></p15:threadingInfo></p:ext></p:extLst>'
    )
    at = f'<p:pos x="{int(3 * UNIT)}" y="{int(4 * UNIT)}"/>'
    add_part(slide.part, "/ppt/comments/comment1.xml", CLASSIC,
        f'<p:cmLst {spaces("p")}><p:cm authorId="0" dt="2026-03-01T10:00:00.000" idx="1">{at}'
        '<p:text>Who pays for this?</p:text></p:cm><p:cm authorId="1" '
        f'dt="2026-03-02T11:30:00.000" idx="1">{at}<p:text>The plant does.</p:text>{answer}'
        "</p:cm></p:cmLst>", f"{SPACES['r']}/comments")  # fmt: skip


def check_classic(read: Read) -> None:
    """Comments are not drawn: their place is the point that the file gives."""
    first, second = read.slide.comments
    point = Box(0.3, 4 / 7.5, 0.3, 4 / 7.5)
    kind = CommentKind.CLASSIC
    dates = "2026-03-01T10:00:00", "2026-03-02T11:30:00"
    assert apart(first.box, point) < NEAR
    assert apart(second.box, point) < NEAR
    assert (first.text, first.kind, first.author, first.answers) == (
        "Who pays for this?", kind, "Ann Lee", None)  # fmt: skip
    assert (second.text, second.kind, second.author, second.answers) == (
        "The plant does.", kind, "Ben Roe", 0)  # fmt: skip
    assert [first.date[:19], second.date[:19]] == list(dates)
    assert read.texts == []


def threaded(slide: Any) -> None:
    """A remark on a shape, with a reply."""
    shape = textbox(slide, PLACE, paragraph(run("Remarked upon")))
    main = slide.part.package.presentation_part
    add_part(main, "/ppt/authors.xml", MODERN_AUTHORS,
        f'<p188:authorLst {spaces("p188")}><p188:author id="{ANN}" name="Ann Lee" initials="AL" '
        f'userId="a" providerId="None"/><p188:author id="{BEN}" name="Ben Roe" initials="BR" '
        'userId="b" providerId="None"/></p188:authorLst>', f"{OFFICE}/authors")  # fmt: skip
    command = "http://schemas.microsoft.com/office/drawing/2013/main/command"
    slides = "http://schemas.microsoft.com/office/powerpoint/2013/main/command"
    mark = (
        f'<ac:deMkLst xmlns:ac="{command}"><pc:docMk xmlns:pc="{slides}"/><pc:sldMk '
        f'xmlns:pc="{slides}" cId="1" sldId="{slide.slide_id}"/><ac:spMk id="{shape.shape_id}" '
        'creationId="{00000000-0000-0000-0000-000000000000}"/></ac:deMkLst>'
    )
    add_part(slide.part, "/ppt/comments/modernComment_100_0.xml", THREADED,
        f'<p188:cmLst {spaces("p188", "a", "r")}><p188:cm id="{{1}}" authorId="{ANN}" '
        f'created="2026-03-03T09:00:00.000">{mark}<p188:replyLst><p188:reply id="{{2}}" '
        f'authorId="{BEN}" created="2026-03-03T10:00:00.000">{said("Globex did.")}</p188:reply>'
        f"</p188:replyLst>{said('Who said so?')}</p188:cm></p188:cmLst>",
        f"{OFFICE}/comments")  # fmt: skip


def said(text: str) -> str:
    return (
        '<p188:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-US"/>'
        f"<a:t>{text}</a:t></a:r></a:p></p188:txBody>"
    )


def check_threaded(read: Read) -> None:
    """Comments are not drawn: the shape that one was left on is its place."""
    first, second = read.slide.comments
    kind = CommentKind.THREADED
    assert _plain(first) == ("Who said so?", kind, "Ann Lee", "2026-03-03T09:00:00", None)
    assert _plain(second) == ("Globex did.", kind, "Ben Roe", "2026-03-03T10:00:00", 0)
    assert first.box is not None
    assert fraction(PLACE).holds(first.box, slack=NEAR)


def _plain(comment: Comment) -> tuple[str, CommentKind, str, str, int | None]:
    return comment.text, comment.kind, comment.author, comment.date[:19], comment.answers


def hidden(slide: Any) -> None:
    slide._element.set("show", "0")
    textbox(slide, PLACE, paragraph(run("Kept for later")))


def check_hidden(read: Read) -> None:
    assert read.slide.hidden
    assert read.texts == ["Kept for later"]
    read.on_lines(read.own[0], RED)
    assert [slide.number for slide in read.deck.slides if slide.hidden] == [read.number]


CONSTRUCTS = (
    Construct("link on words", on_run, check_on_run),
    Construct("mail address behind words", mailto, check_mailto),
    Construct("link on a shape", on_shape, check_on_shape),
    Construct("jump to a slide", jump, check_jump),
    Construct("classic comments", classic, check_classic),
    Construct("threaded comments", threaded, check_threaded),
    Construct("hidden slide", hidden, check_hidden),
)
