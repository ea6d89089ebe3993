"""What stands in a paragraph besides runs: fields, equations, warped text."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree
from pptx.util import Inches

from sowhat.model import Block, Source
from tests.read.conftest import Make, Read

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
A14 = "http://schemas.microsoft.com/office/drawing/2010/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WIDE, HIGH = 10.0, 7.5  # inches

FRACTION = (
    '<m:oMath><m:r><a:rPr sz="3200" i="1"/><m:t>𝑥=</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r>'
    "</m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
)


def paragraphs(slide: Any, xml: str, body: str = "<a:bodyPr/>") -> Any:
    """Put a text box with these paragraphs on a slide or layout."""
    builder = slide.shapes._spTree
    number = len(builder) + 1
    builder.append(
        etree.fromstring(
            f'<p:sp xmlns:a="{A}" xmlns:a14="{A14}" xmlns:m="{M}" xmlns:mc="{MC}"'
            ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:nvSpPr>'
            f'<p:cNvPr id="{number}" name="Box"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
            f'<a:off x="{Inches(1)}" y="{Inches(3)}"/><a:ext cx="{Inches(4)}" cy="{Inches(2)}"/>'
            f'</a:xfrm><a:prstGeom prst="rect"/></p:spPr><p:txBody>{body}{xml}</p:txBody></p:sp>'
        )
    )
    return builder[-1]


def field(kind: str, text: str) -> str:
    return f'<a:fld id="{{1}}" type="{kind}"><a:rPr b="1"/><a:t>{text}</a:t></a:fld>'


def run(text: str) -> str:
    return f"<a:r><a:t>{text}</a:t></a:r>"


def read_box(make_deck: Make, read_pptx: Read, xml: str, body: str = "<a:bodyPr/>") -> list[Block]:
    def build(presentation: Any) -> None:
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        paragraphs(slide, xml, body)

    return list(read_pptx(make_deck(build)).slides[0].blocks)


def test_the_number_of_a_slide_is_its_own(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        presentation.part._element.set("firstSlideNum", "7")
        for _ in range(2):
            slide = presentation.slides.add_slide(presentation.slide_layouts[6])
            words = run("Page ") + field("slidenum", "‹#›") + run(" of ours")
            paragraphs(slide, f"<a:p>{words}</a:p>")

    slides = read_pptx(make_deck(build)).slides
    assert [[b.text for b in s.blocks] for s in slides] == [["Page 7 of ours"], ["Page 8 of ours"]]
    runs = slides[1].blocks[0].runs
    assert [(r.text, r.field, r.bold) for r in runs] == [
        ("Page ", None, False),
        ("8", "slidenum", True),
        (" of ours", None, False),
    ]


def test_layouts_number_each_slide(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        layout = presentation.slide_layouts[6]
        turn = "<a:br/>"
        words = run("Slide ") + field("slidenum", "‹number›") + run(" so far") + turn + run("or so")
        paragraphs(layout, f"<a:p>{words}</a:p>")
        for _ in range(12):
            presentation.slides.add_slide(layout)

    slides = read_pptx(make_deck(build)).slides
    texts = ["".join(b.text for b in slide.blocks) for slide in slides]
    assert texts[0] == "Slide 1 so far or so"
    assert texts[11] == "Slide 12 so far or so"
    block = slides[11].blocks[0]
    assert block.source is Source.LAYOUT
    assert "".join(r.text for r in block.runs) == block.text
    assert [block.text[s.start : s.end] for s in block.spans] == ["Slide 12 so far", "or so"]


def test_dates_stay_as_saved_and_are_known(make_deck: Make, read_pptx: Read) -> None:
    words = run("As of ") + field("datetime1", "3 May 2024")
    (block,) = read_box(make_deck, read_pptx, f"<a:p>{words}</a:p>")
    assert block.text == "As of 3 May 2024"
    assert [r.field for r in block.runs] == [None, "datetime1"]


def test_an_equation_comes_once(make_deck: Make, read_pptx: Read) -> None:
    inline = f"<a:p>{run('so ')}<a14:m>{FRACTION}</a14:m>{run(' holds')}</a:p>"
    (block,) = read_box(make_deck, read_pptx, inline)
    assert block.text == "so x=1/2 holds"
    assert [(r.text, r.size, r.italic) for r in block.runs][1] == ("x=1/2", 32.0, True)

    choice = (
        f'<a:p><mc:AlternateContent><mc:Choice Requires="a14"><a14:m><m:oMathPara>{FRACTION}'
        f"</m:oMathPara></a14:m></mc:Choice><mc:Fallback>{run('x = 0.5')}</mc:Fallback>"
        "</mc:AlternateContent></a:p>"
    )
    (block,) = read_box(make_deck, read_pptx, choice)
    assert block.text == "x=1/2"

    unknown = (
        '<a:p><mc:AlternateContent><mc:Choice Requires="other"><other/></mc:Choice>'
        f"<mc:Fallback>{run('x = 0.5')}</mc:Fallback></mc:AlternateContent></a:p>"
    )
    (block,) = read_box(make_deck, read_pptx, unknown)
    assert block.text == "x = 0.5"


def test_a_shape_with_an_equation_alone(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        tree = slide.shapes._spTree
        first = paragraphs(slide, f"<a:p><a14:m>{FRACTION}</a14:m></a:p>")
        second = paragraphs(slide, f"<a:p>{run(' ')}</a:p>")
        holder = etree.SubElement(tree, f"{{{MC}}}AlternateContent")
        etree.SubElement(holder, f"{{{MC}}}Choice", Requires="a14").append(first)
        etree.SubElement(holder, f"{{{MC}}}Fallback").append(second)

    blocks = read_pptx(make_deck(build)).slides[0].blocks
    assert [b.text for b in blocks] == ["x=1/2"]


def warp(preset: str) -> str:
    return f'<a:bodyPr><a:prstTxWarp prst="{preset}"><a:avLst/></a:prstTxWarp></a:bodyPr>'


@pytest.mark.parametrize("preset", ["textWave1", "textPlain"])
def test_wordart_fills_its_shape(preset: str, make_deck: Make, read_pptx: Read) -> None:
    xml = f"<a:p>{run('Closing')}<a:br/>{run('time')}</a:p><a:p>{run('again')}</a:p>"
    first, second = read_box(make_deck, read_pptx, xml, warp(preset))
    assert (first.text, second.text) == ("Closing time", "again")
    third = 2 / 3 / HIGH
    left, right, top = 1 / WIDE, 5 / WIDE, 3 / HIGH
    strips = [span.box for span in (*first.spans, *second.spans)]
    assert [box.y0 for box in strips] == pytest.approx([top, top + third, top + 2 * third])
    assert strips[-1].y1 == pytest.approx(top + 3 * third)
    assert {(round(box.x0, 6), round(box.x1, 6)) for box in strips} == {(left, right)}
    assert not first.exact


def test_text_that_is_not_warped_keeps_its_lines(make_deck: Make, read_pptx: Read) -> None:
    (block,) = read_box(make_deck, read_pptx, f"<a:p>{run('Closing')}</a:p>", warp("textNoShape"))
    assert block.box is not None
    assert block.box.width * WIDE < 1.5


def test_breaks_tabs_and_escapes_keep_their_places(make_deck: Make, read_pptx: Read) -> None:
    xml = f"<a:p>{run('a_x000D_b&#9;c_x000B_d')}<a:br/>{run('e')}</a:p>"
    (block,) = read_box(make_deck, read_pptx, xml)
    assert block.text == "a b c d e"


def test_upright_fields_stand_on_end(make_deck: Make, read_pptx: Read) -> None:
    xml = f"<a:p>{run('Slide number ')}{field('slidenum', '#')}</a:p>"
    (block,) = read_box(make_deck, read_pptx, xml, '<a:bodyPr vert="vert270"/>')
    assert block.text == "Slide number 1"
    assert block.box is not None
    assert block.box.height * HIGH > 3 * block.box.width * WIDE
