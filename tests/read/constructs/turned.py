"""Words turned, flipped, upright, in groups, and WordArt."""

from __future__ import annotations

from typing import Any

from pptx.util import Inches

from sowhat.model import Box, Role, Source
from tests.read.constructs.construct import Construct, Read
from tests.read.constructs.drawing import BLUE, RED
from tests.read.constructs.parts import fraction, paragraph, q, run, textbox, write


def upright(slide: Any) -> None:
    textbox(slide, (1, 2, 1, 4), paragraph(run("Upright words")), body='wrap="square" vert="vert"')
    textbox(slide, (4, 2, 1, 4), paragraph(run("Climbing words", BLUE)),
            body='wrap="square" vert="vert270"')  # fmt: skip


def check_upright(read: Read) -> None:
    assert sorted(read.texts) == ["Climbing words", "Upright words"]
    read.around(read.block("Upright words").box, RED, 8.0)
    read.around(read.block("Climbing words").box, BLUE, 8.0)


def turned(slide: Any) -> None:
    textbox(slide, (2, 3, 4, 1), paragraph(run("Turned by thirty degrees"))).rotation = 30.0
    mirrored = textbox(slide, (5, 2, 4, 1), paragraph(run("Mirrored across", BLUE)))
    mirrored._element.spPr.find(q("a:xfrm")).set("flipH", "1")


def check_turned(read: Read) -> None:
    read.around(read.block("Turned by thirty degrees").box, RED, 20.0)
    read.on_lines(read.block("Mirrored across"), BLUE)


def grouped(slide: Any) -> None:
    """A group in a group; the inner one is drawn at half its size, the outer one is moved."""
    outer = slide.shapes.add_group_shape()
    inner = outer.shapes.add_group_shape()
    for color, left, text in ((RED, 1, "First in group"), (BLUE, 5, "Second in group")):
        write(inner.shapes.add_textbox(*(Inches(v) for v in (left, 1, 3, 1))),
              paragraph(run(text, color, 'sz="1200"')))  # fmt: skip
    inner.left, inner.top, inner.width, inner.height = (Inches(v) for v in (2, 3, 3.5, 0.5))
    outer._element.recalculate_extents()
    outer.left, outer.top = Inches(1), Inches(5)


def check_grouped(read: Read) -> None:
    assert read.texts == ["First in group", "Second in group"]
    for block, color in zip(read.own, (RED, BLUE), strict=True):
        read.on_lines(block, color)


def flipped(slide: Any) -> None:
    group = slide.shapes.add_group_shape()
    for color, left, text in ((RED, 1, "Saved left"), (BLUE, 5, "Saved right")):
        write(group.shapes.add_textbox(*(Inches(v) for v in (left, 3, 3, 1))),
              paragraph(run(text, color)))  # fmt: skip
    group._element.grpSpPr.find(q("a:xfrm")).set("flipH", "1")
    group._element.grpSpPr.find(q("a:xfrm")).set("rot", "10800000")


def check_flipped(read: Read) -> None:
    """A group's turn and flip are not drawn, so the places that they ask for are compared: mirrored
    and turned by half, what stood left stands left again, and its words upside down."""
    for text, place in (("Saved left", (1, 3, 3, 1)), ("Saved right", (5, 3, 3, 1))):
        box, corner = read.block(text).box, fraction(place)
        assert box is not None
        upside_down = Box(*(a + b - c for a, b, c in (
            (corner.x0, corner.x1, box.x1), (corner.y0, corner.y1, box.y1),
            (corner.x0, corner.x1, box.x0), (corner.y0, corner.y1, box.y0))))  # fmt: skip
        read.starts(upside_down, corner)


def word_art(slide: Any) -> None:
    textbox(slide, (1, 2, 6, 1.2), paragraph(run("Grow with your customers", looks='sz="3200"')),
            body='wrap="none" fromWordArt="1"',
            inner='<a:prstTxWarp prst="textPlain"><a:avLst/></a:prstTxWarp>')  # fmt: skip


def check_word_art(read: Read) -> None:
    """The warp stretches the words over their frame: that is where a person sees them."""
    block = read.block("Grow with your customers")
    assert (block.role, block.source) == (Role.BODY, Source.SLIDE)
    ink = read.drawing.ink(RED)
    assert block.box is not None
    assert ink is not None
    assert fraction((1, 2, 6, 1.2)).holds(block.box, slack=0.01)
    assert block.box.holds(ink, slack=0.01)


CONSTRUCTS = (
    Construct("upright text", upright, check_upright),
    Construct("turned and flipped", turned, check_turned),
    Construct("groups in groups", grouped, check_grouped),
    Construct("turned and flipped group", flipped, check_flipped),
    Construct("WordArt", word_art, check_word_art),
)
