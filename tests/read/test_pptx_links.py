"""Where words and shapes lead to, and where that stands."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Inches

from sowhat.model import Box
from tests.read.conftest import Make, Read
from tests.read.pptx_factory import HIGH, WIDE, blank, panel, solid, words, xml

PLACE = (2.0, 3.0, 4.0, 1.0)
BOX = Box(2 / WIDE, 3 / HIGH, 6 / WIDE, 4 / HIGH)


def near(box: Box | None, other: Box, slack: float = 1e-4) -> bool:
    assert box is not None
    return box.holds(other, slack) and other.holds(box, slack)


def external(slide: Any, address: str) -> str:
    relation: str = slide.part.relate_to(address, RT.HYPERLINK, is_external=True)
    return relation


def jump(owner: Any, target: Any) -> str:
    relation: str = owner.part.relate_to(target.part, RT.SLIDE)
    return relation


def clicks(shape: Any, attributes: str, tag: str = "hlinkClick") -> None:
    name = shape._element.xpath(".//p:cNvPr")[0]
    name.append(xml(f"<a:{tag} {attributes}/>"))


def test_words_lead_where_their_runs_say(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        shape = words(slide, "Ask ")
        for text, bold in (("our ", False), ("people", True), (" today", False)):
            run = shape.text_frame.paragraphs[0].add_run()
            run.text, run.font.bold = text, bold
            if text != " today":
                run.hyperlink.address = "mailto:kim@acme.example?subject=Hello"

    (slide,) = read_pptx(make_deck(build)).slides
    (link,), (block,) = slide.links, slide.blocks
    assert (link.text, link.target, link.slide) == (
        "our people", "mailto:kim@acme.example?subject=Hello", None)  # fmt: skip
    assert [bool(run.link) for run in block.runs] == [False, True, True, False]
    assert link.box is not None
    assert block.box is not None
    assert block.box.holds(link.box, 1e-6)
    before, after = link.box.x0 - block.box.x0, block.box.x1 - link.box.x1
    assert 0.03 < before < 0.05  # "Ask " at 18 points on a slide of 720
    assert 0.05 < after < 0.08


def test_a_link_over_two_lines_is_around_both(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        shape = words(slide, "Read ", (1, 1, 2, 2))
        shape.text_frame.word_wrap = True
        run = shape.text_frame.paragraphs[0].add_run()
        run.text = "what the plant of Globex says about it"
        run.hyperlink.address = "https://example.com/"

    (slide,) = read_pptx(make_deck(build)).slides
    (link,), (block,) = slide.links, slide.blocks
    assert len(block.spans) > 1
    assert near(link.box, block.box or BOX, 1e-6)


def test_words_may_lead_to_slides_and_files(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        first, second = blank(presentation), blank(presentation)
        to_slide = f'r:id="{jump(second, first)}" action="ppaction://hlinksldjump"'
        words(second, "Back", look=f"|<a:hlinkClick {to_slide}/>")
        file = external(second, "file:///C:\\Prices\\list.xlsx")
        words(
            second,
            "Prices",
            (2, 5, 4, 1),
            f'|<a:hlinkMouseOver r:id="{file}" action="ppaction://hlinkfile"/>',
        )

    back, prices = read_pptx(make_deck(build)).slides[1].links
    assert (back.text, back.slide, back.target) == ("Back", 1, "")
    assert (prices.text, prices.slide) == ("Prices", None)
    assert prices.target == "file:///C:\\Prices\\list.xlsx"


def test_jumps_are_no_address_of_their_run(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        click = '<a:hlinkClick r:id="" action="ppaction://hlinkshowjump?jump=firstslide"/>'
        words(slide, "Start", look=f"|{click}")

    (slide,) = read_pptx(make_deck(build)).slides
    assert slide.blocks[0].runs[0].link is None
    assert [link.slide for link in slide.links] == [1]


@pytest.mark.parametrize(
    ("action", "slide"),
    [
        ("hlinkshowjump?jump=nextslide", 3),
        ("hlinkshowjump?jump=previousslide", 1),
        ("hlinkshowjump?jump=firstslide", 1),
        ("hlinkshowjump?jump=lastslide", 4),
        ("customshow?id=3&amp;return=true", 4),
        ("hlinkshowjump?jump=endshow", None),
        ("hlinkshowjump?jump=lastslideviewed", None),
        ("customshow?id=8", None),
        ("noaction", None),
        ("hlinkshowjump", None),
    ],
)
def test_jumps_of_the_show(
    action: str, slide: int | None, make_deck: Make, read_pptx: Read
) -> None:
    def build(presentation: Any) -> None:
        slides = [blank(presentation) for _ in range(4)]
        ids = [entry.rId for entry in presentation.slides._sldIdLst]
        presentation.part._element.append(
            xml(
                '<p:custShowLst><p:custShow name="Board" id="3"><p:sldLst>'
                f'<p:sld r:id="{ids[3]}"/></p:sldLst></p:custShow></p:custShowLst>'
            )
        )
        clicks(panel(slides[1].shapes, PLACE, None), f'r:id="" action="ppaction://{action}"')

    links = read_pptx(make_deck(build)).slides[1].links
    assert [link.slide for link in links] == ([] if slide is None else [slide])
    assert all(near(link.box, BOX) for link in links)


def test_the_ends_of_the_show_have_no_further_slide(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        for kind in ("previousslide", "nextslide"):
            slide = blank(presentation)
            action = f'r:id="" action="ppaction://hlinkshowjump?jump={kind}"'
            clicks(panel(slide.shapes, PLACE, None), action)

    assert [slide.links for slide in read_pptx(make_deck(build)).slides] == [(), ()]


def test_shapes_pictures_and_groups_lead_somewhere(
    make_deck: Make, read_pptx: Read, png: bytes
) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        named = panel(slide.shapes, PLACE, solid("00AA00"))
        named.text_frame.text = "Press here"
        clicks(named, f'r:id="{external(slide, "https://example.com/a")}"')
        picture = slide.shapes.add_picture(io.BytesIO(png), *(Inches(v) for v in PLACE))
        picture._element.nvPicPr.cNvPr.set("descr", "Our mark")
        clicks(picture, f'r:id="{external(slide, "https://example.com/b")}"', "hlinkHover")
        group = slide.shapes.add_group_shape()
        panel(group.shapes, PLACE, solid("00AA00"))
        clicks(group, 'r:id="" action="ppaction://macro?name=Recalculate"')

    links = read_pptx(make_deck(build)).slides[0].links
    assert [(link.target, link.text) for link in links] == [
        ("https://example.com/a", "Press here"),
        ("https://example.com/b", "Our mark"),
        ("ppaction://macro?name=Recalculate", ""),
    ]
    assert all(near(link.box, BOX) for link in links)


def test_links_of_the_layout_are_on_each_slide(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        layout = presentation.slide_layouts[6]
        donor = blank(presentation)
        blank(presentation)
        shape = panel(donor.shapes, PLACE, solid("00AA00"))
        clicks(shape, f'r:id="{external(layout, "https://acme.example")}"')
        beyond = panel(donor.shapes, PLACE, solid("00AA00"))
        clicks(beyond, 'r:id="" action="ppaction://hlinkshowjump?jump=nextslide"')
        for one in (shape, beyond):
            layout.shapes._spTree.append(one._element)

    slides = read_pptx(make_deck(build)).slides
    assert [[link.target for link in slide.links] for slide in slides] == [
        ["https://acme.example"],
        ["https://acme.example"],
    ]


def test_links_to_nowhere_are_none(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        words(slide, "Broken", look='|<a:hlinkClick r:id="rId77"/>')
        clicks(panel(slide.shapes, PLACE, None), 'r:id="rId78" action="ppaction://hlinksldjump"')
        hidden = panel(slide.shapes, PLACE, None)
        clicks(hidden, f'r:id="{external(slide, "https://example.com/")}"')
        hidden._element.nvSpPr.cNvPr.set("hidden", "1")

    (slide,) = read_pptx(make_deck(build)).slides
    assert slide.links == ()
    assert slide.blocks[0].runs[0].link is None
