"""Words in text frames: lines, lists, columns, turned and grouped, WordArt, fields, equations."""

from __future__ import annotations

from typing import Any

from pptx.util import Inches

from sowhat.model import Role, Source
from tests.read.constructs.construct import Construct, Read
from tests.read.constructs.drawing import BLUE, GREEN, MAGENTA, RED
from tests.read.constructs.parts import (
    fraction,
    paragraph,
    q,
    run,
    textbox,
    xml,
)

LONG = "Their planners close the books in three days, and nobody waits for numbers any more"
BOX = (1.0, 2.0, 4.0, 3.0)
LINE = 24.0  # points, of 20-point words
BEARING = 2.0


def wrapped(slide: Any) -> None:
    textbox(slide, BOX, paragraph(run(LONG)))


def check_wrapped(read: Read) -> None:
    block = read.block(LONG)
    assert (block.role, block.source, block.level) == (Role.BODY, Source.SLIDE, 0)
    assert len(block.spans) > 2
    read.on_lines(block, RED)


def aligned(slide: Any) -> None:
    for color, align in ((RED, "ctr"), (GREEN, "r")):
        place = (1.0, 2.0 if color == RED else 4.0, 6.0, 1.0)
        textbox(slide, place, paragraph(run(f"Aligned {align} today", color),
                                        properties=f'<a:pPr algn="{align}"/>'))  # fmt: skip


def check_aligned(read: Read) -> None:
    for color, align in ((RED, "ctr"), (GREEN, "r")):
        read.on_lines(read.block(f"Aligned {align} today"), color)


def bullets(slide: Any) -> None:
    lines = []
    for level, color in enumerate((RED, GREEN, BLUE)):
        look = f'<a:pPr lvl="{level}" marL="{342900 * (level + 1)}" indent="-342900">'
        dot = '<a:buClr><a:srgbClr val="000000"/></a:buClr><a:buChar char="•"/></a:pPr>'
        lines.append(paragraph(run(f"Bullet of level {level}", color), properties=look + dot))
    textbox(slide, BOX, *lines)


def check_bullets(read: Read) -> None:
    assert read.texts == [f"Bullet of level {level}" for level in range(3)]
    assert [block.level for block in read.own] == [0, 1, 2]
    assert len({block.group for block in read.own}) == 1
    for block, color in zip(read.own, (RED, GREEN, BLUE), strict=True):
        read.on_lines(block, color)


def breaks(slide: Any) -> None:
    br = '<a:br><a:rPr sz="2000"/></a:br>'
    textbox(slide, BOX, paragraph(run("Broken here"), br, run("and typed on")),
            paragraph(run("left\tright", BLUE)))  # fmt: skip


def check_breaks(read: Read) -> None:
    assert read.texts == ["Broken here and typed on", "left right"]
    first, second = read.own
    assert [first.text[s.start : s.end].strip() for s in first.spans] == [
        "Broken here",
        "and typed on",
    ]
    read.on_lines(first, RED)
    read.around(second.box, BLUE, LINE)


def columns(slide: Any) -> None:
    textbox(slide, (1, 2, 8, 2), paragraph(run(LONG)), paragraph(run(LONG, BLUE)),
            body='wrap="square" numCol="2" spcCol="360000"')  # fmt: skip


def check_columns(read: Read) -> None:
    assert read.texts == [LONG, LONG]
    assert len({block.group for block in read.own}) == 1
    read.around(read.own[0].box, RED, LINE)
    read.around(read.own[1].box, BLUE, LINE)


def shrunk(slide: Any) -> None:
    textbox(slide, BOX, paragraph(run(LONG, looks='sz="2800"')),
            inner='<a:normAutofit fontScale="62500" lnSpcReduction="20000"/>')  # fmt: skip


def check_shrunk(read: Read) -> None:
    block = read.block(LONG)
    assert block.size == 18.0  # 62.5 % of 28, in whole points, as it is seen
    read.around(block.box, RED, 8.0)


def fields(slide: Any) -> None:
    fill = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill><a:latin typeface="Carlito"/>'
    head = f'<a:rPr sz="2000">{fill}</a:rPr>'
    number = f'<a:fld id="{{1A2B3C4D-0000-4000-8000-000000000001}}" type="slidenum">{head}'
    head = head.replace("FF0000", BLUE)
    date = f'<a:fld id="{{1A2B3C4D-0000-4000-8000-000000000002}}" type="datetime1">{head}'
    textbox(slide, BOX,
            paragraph(run("Slide "), f"{number}<a:t>{slide_number(slide)}</a:t></a:fld>"),
            paragraph(run("Printed ", BLUE), f"{date}<a:t>5/17/2026</a:t></a:fld>"))  # fmt: skip


def slide_number(slide: Any) -> int:
    slides = slide.part.package.presentation_part.presentation.slides
    return int(slides.index(slide)) + 1


def check_fields(read: Read) -> None:
    assert read.texts == [f"Slide {read.number}", "Printed 5/17/2026"]
    number, date = read.own
    assert [run.field for run in number.runs] == [None, "slidenum"]
    assert [run.field for run in date.runs] == [None, "datetime1"]
    read.on_lines(number, RED)
    read.on_lines(date, BLUE)


MATH = (
    "<m:oMath><m:r><m:t>ROI</m:t></m:r><m:r><m:t>=</m:t></m:r><m:f><m:num><m:r><m:t>gain</m:t>"
    "</m:r></m:num><m:den><m:r><m:t>cost</m:t></m:r></m:den></m:f></m:oMath>"
)


def equation(slide: Any) -> None:
    """An equation as PowerPoint saves it: the real one, and a picture for those who know none."""
    shape = textbox(slide, BOX, paragraph(), paragraph(run("in words ")))
    alone, among = shape._element.txBody.findall(q("a:p"))
    alone.append(xml(f"<a14:m><m:oMathPara>{MATH}</m:oMathPara></a14:m>"))
    among.append(xml(f"<a14:m>{MATH}</a14:m>"))
    tree = shape._element.getparent()
    both = xml("<mc:AlternateContent><mc:Choice/><mc:Fallback/></mc:AlternateContent>")
    tree.append(both)
    both[0].set("Requires", "a14")
    both[1].append(xml(
        '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Equation"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        "<p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>no equation here</a:t></a:r></a:p>"
        "</p:txBody></p:sp>"))  # fmt: skip
    both[0].append(shape._element)


def check_equation(read: Read) -> None:
    """Equations are not drawn, so their frame is where they are."""
    assert [text.replace(" ", "") for text in read.texts] == [
        "ROI=gain/cost",
        "inwordsROI=gain/cost",
    ]
    first, second = read.own
    read.starts(first.box, fraction(BOX))
    assert second.box is not None
    assert fraction(BOX).holds(second.box, slack=0.01)


def ordered(slide: Any) -> None:
    """Two columns of cards, saved in the wrong order."""
    for text, left, top, color in (
        ("East 2", 5.5, 4, RED), ("West 2", 1, 4, GREEN),
        ("East 1", 5.5, 2.2, BLUE), ("West 1", 1, 2.2, MAGENTA)):  # fmt: skip
        textbox(slide, (left, top, 3, 1.6), paragraph(run(f"{text} and what it needs", color)))


def check_ordered(read: Read) -> None:
    columns = ["West 1", "West 2", "East 1", "East 2"]
    assert [text.split(" and")[0] for text in read.texts] == columns
    for block, color in zip(read.own, (MAGENTA, GREEN, BLUE, RED), strict=True):
        read.on_lines(block, color)


def connected(slide: Any) -> None:
    """Words beside a connector, which has none of its own."""
    textbox(slide, (1, 2, 3, 0.6), paragraph(run("You decide")))
    line = slide.shapes.add_connector(1, *(Inches(v) for v in (1, 3, 5, 4)))
    line._element.nvCxnSpPr.cNvPr.set("descr", "leads to")
    textbox(slide, (5, 4, 3, 0.6), paragraph(run("Your team starts", MAGENTA)))


def check_connected(read: Read) -> None:
    assert read.texts == ["You decide", "Your team starts"]
    read.on_lines(read.own[0], RED)
    read.on_lines(read.own[1], MAGENTA)


CONSTRUCTS = (
    Construct("wrapped lines", wrapped, check_wrapped),
    Construct("centred and right", aligned, check_aligned),
    Construct("bullets and levels", bullets, check_bullets),
    Construct("line breaks and tabs", breaks, check_breaks),
    Construct("columns in a frame", columns, check_columns),
    Construct("shrunk to fit", shrunk, check_shrunk),
    Construct("fields", fields, check_fields),
    Construct("equation", equation, check_equation),
    Construct("reading order", ordered, check_ordered),
    Construct("connector", connected, check_connected),
)
