"""What nobody sees is told apart, and nothing else is."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from sowhat.model import Role, Source, Unseen
from tests.read.conftest import Make, Read
from tests.read.pptx_factory import PLACE, A, R, add_part, blank, panel, solid, words, xml

DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
DSP = "http://schemas.microsoft.com/office/drawing/2008/diagram"

AROUND = (1.5, 2.5, 5.0, 2.0)
Build = Callable[[Any], Any]


@pytest.fixture
def told(make_deck: Make, read_pptx: Read) -> Callable[[Build], list[tuple[str, Unseen | None]]]:
    """Build one slide; return its words with the reason why they are not seen."""

    def tell(build: Build) -> list[tuple[str, Unseen | None]]:
        (slide,) = read_pptx(make_deck(lambda deck: build(blank(deck)))).slides
        assert all(block.unseen is None for block in slide.blocks)
        return [(b.text, b.unseen) for b in (*slide.blocks, *slide.unseen)]

    return tell


def white(alpha: str = "") -> str:
    return "|" + solid("FFFFFF", alpha)


def background(slide: Any, fill: str) -> None:
    slide._element.cSld.insert(0, xml(f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"))


def under(*fill: str, kind: Any = MSO_SHAPE.RECTANGLE, place: tuple[float, ...] = AROUND) -> Build:
    def build(slide: Any) -> Any:
        words(slide, "Below")
        return panel(slide.shapes, place, fill[0] if fill else None, kind)

    return build


def by_style(index: str) -> Build:
    def build(slide: Any) -> None:
        shape = under()(slide)
        shape._element.find(f".//{{{A}}}fillRef").set("idx", index)

    return build


def moving(slide: Any) -> None:
    shape = under(solid("00AA00"))(slide)
    slide._element.append(
        xml(
            "<p:timing><p:tnLst><p:par><p:cTn><p:childTnLst><p:set><p:cBhvr><p:tgtEl>"
            f'<p:spTgt spid="{shape.shape_id}"/></p:tgtEl></p:cBhvr></p:set></p:childTnLst></p:cTn>'
            "</p:par></p:tnLst></p:timing>"
        )
    )


def turned(slide: Any) -> None:
    shape = under(solid("00AA00"))(slide)
    shape.rotation = 30


def above(slide: Any) -> None:
    panel(slide.shapes, AROUND, solid("00AA00"))
    words(slide, "Below")


def hidden_panel(slide: Any) -> None:
    shape = under(solid("00AA00"))(slide)
    shape._element.nvSpPr.cNvPr.set("hidden", "1")


@pytest.mark.parametrize(
    ("build", "reason"),
    [
        (under(solid("00AA00")), Unseen.COVERED),
        (under(solid('<a:schemeClr val="accent2"/>')), Unseen.COVERED),
        (by_style("1"), Unseen.COVERED),
        (by_style("3"), None),  # the theme's third fill is a gradient
        (under(solid("00AA00"), kind=MSO_SHAPE.ROUNDED_RECTANGLE), Unseen.COVERED),
        (under("<a:noFill/>"), None),
        (under(solid("00AA00", '<a:alpha val="60000"/>')), None),
        (under("<a:gradFill><a:gsLst/></a:gradFill>"), None),
        (under(solid("00AA00"), kind=MSO_SHAPE.OVAL), None),
        (under(solid("00AA00"), kind=MSO_SHAPE.CLOUD), None),
        (under(solid("00AA00"), place=(1.5, 2.5, 0.9, 2.0)), None),
        (moving, None),
        (turned, None),
        (above, None),
        (hidden_panel, None),
    ],
)
def test_only_plain_opaque_shapes_above_cover(
    build: Build, reason: Unseen | None, told: Any
) -> None:
    assert told(build) == [("Below", reason)]


def test_a_picture_does_not_cover(told: Any, png: bytes) -> None:
    def build(slide: Any) -> None:
        words(slide, "Below")
        slide.shapes.add_picture(io.BytesIO(png), *(Inches(value) for value in AROUND))

    assert told(build) == [("Below", None)]


def on(fill: str | None, look: str, ground: str | None = None) -> Build:
    def build(slide: Any) -> None:
        if ground is not None:
            background(slide, ground)
        if fill is not None:
            panel(slide.shapes, AROUND, fill)
        words(slide, "Words", look=look)

    return build


@pytest.mark.parametrize(
    ("build", "reason"),
    [
        (on(None, white()), Unseen.NO_CONTRAST),  # the master's background is white
        (on(None, "|" + solid("FDFDFD")), Unseen.NO_CONTRAST),
        (on(None, "|" + solid('<a:sysClr val="window"/>')), Unseen.NO_CONTRAST),
        (on(solid("112233"), "|" + solid("112233")), Unseen.NO_CONTRAST),
        (on(None, "|" + solid("112233"), solid("112233")), Unseen.NO_CONTRAST),
        (on(None, "|" + solid("112233", '<a:alpha val="0"/>')), Unseen.NO_CONTRAST),
        (on(None, "|<a:noFill/>"), Unseen.NO_CONTRAST),
        (on(None, white(), solid("112233")), None),
        (on(solid("112233"), white()), None),
        (on(None, "|" + solid("E8E8E8")), None),  # faint, but there
        (on(None, white('<a:alpha val="50000"/>'), solid("112233")), None),
        (on(None, f"|<a:ln>{solid('000000')}</a:ln>{solid('FFFFFF')}"), None),
        (on(None, f"|<a:ln>{solid('000000')}</a:ln><a:noFill/>"), None),
        (on(None, white() + "<a:highlight><a:srgbClr val='FF0000'/></a:highlight>"), None),
        (on('<a:gradFill><a:gsLst/></a:gradFill>', white()), None),
        (on(None, white(), '<a:gradFill><a:gsLst/></a:gradFill>'), None),
        (on(None, 'sz="100"|'), Unseen.NO_SIZE),
        (on(None, 'sz="200"|'), None),
    ],
)  # fmt: skip
def test_words_in_the_colour_of_their_ground(
    build: Build, reason: Unseen | None, told: Any
) -> None:
    assert told(build) == [("Words", reason)]


def test_words_on_a_picture_are_seen(told: Any, png: bytes) -> None:
    def build(slide: Any) -> None:
        slide.shapes.add_picture(io.BytesIO(png), *(Inches(value) for value in AROUND))
        words(slide, "On it", look=white())

    assert told(build) == [("On it", None)]


def test_one_word_that_is_seen_shows_the_line(told: Any) -> None:
    def build(slide: Any) -> None:
        shape = words(slide, "Lost ", look=white())
        shape.text_frame.paragraphs[0].add_run().text = "and found"

    assert told(build) == [("Lost and found", None)]


def test_the_ground_of_a_theme_by_number(told: Any) -> None:
    def build(slide: Any) -> None:
        slide._element.cSld.insert(
            0, xml('<p:bg><p:bgRef idx="1001"><a:schemeClr val="tx2"/></p:bgRef></p:bg>')
        )
        words(slide, "Words", look="|" + solid('<a:schemeClr val="tx2"/>'))

    assert told(build) == [("Words", Unseen.NO_CONTRAST)]


def test_beside_the_slide(told: Any) -> None:
    def build(slide: Any) -> None:
        words(slide, "Left", (-4, 1, 3, 1))
        words(slide, "Half", (-1, 3, 4, 1))
        words(slide, "Below", (1, 8, 3, 1))

    assert told(build) == [
        ("Half", None),
        ("Left", Unseen.OFF_SLIDE),
        ("Below", Unseen.OFF_SLIDE),
    ]


def test_words_that_run_over_the_edge_are_seen(told: Any) -> None:
    """Where they stand is an estimate; a program may shrink them to fit."""

    def build(slide: Any) -> None:
        shape = words(slide, "First", (1, 6, 4, 1))
        for _ in range(8):
            shape.text_frame.add_paragraph().text = "One more"

    assert {reason for _, reason in told(build)} == {None}


def test_pictures_without_size_beside_and_below(
    make_deck: Make, read_pptx: Read, png: bytes
) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        for name, place in (("flat", (3, 3, 1, 1)), ("off", (11, 1, 2, 2)), ("low", PLACE)):
            picture = slide.shapes.add_picture(io.BytesIO(png), *(Inches(value) for value in place))
            picture.name = name
            if name == "flat":
                picture.height = 0
        panel(slide.shapes, AROUND, solid("00AA00"))

    (slide,) = read_pptx(make_deck(build)).slides
    assert slide.pictures == ()
    assert [(p.name, p.unseen) for p in slide.unseen_pictures] == [
        ("flat", Unseen.NO_SIZE),
        ("off", Unseen.OFF_SLIDE),
        ("low", Unseen.COVERED),
    ]


def test_hidden_groups_are_read_and_cover_nothing(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        words(slide, "Shown")
        group = slide.shapes.add_group_shape()
        panel(group.shapes, AROUND, solid("00AA00")).text_frame.text = "Switched off"
        group._element.nvGrpSpPr.cNvPr.set("hidden", "1")

    (slide,) = read_pptx(make_deck(build)).slides
    assert [b.text for b in slide.blocks] == ["Shown"]
    assert [(b.text, b.unseen) for b in slide.unseen] == [("Switched off", Unseen.HIDDEN)]


def test_a_title_beside_the_slide_still_names_it(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        title = slide.shapes.title
        title.text = "For the outline"
        title.left, title.top, title.width, title.height = map(Inches, (1, -3, 8, 1))
        words(slide, "A big heading", (1, 0.5, 8, 1), 'sz="4000"|')
        words(slide, "And what stands below it, in small letters", (1, 3, 8, 1), 'sz="1400"|')

    (slide,) = read_pptx(make_deck(build)).slides
    assert slide.title == "For the outline"
    assert [(b.text, b.unseen) for b in slide.unseen] == [("For the outline", Unseen.OFF_SLIDE)]
    assert [b.text for b in slide.blocks if b.role is Role.TITLE] == ["A big heading"]


def test_a_slide_may_cover_what_its_layout_shows(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        layout = presentation.slide_layouts[6]
        donor = blank(presentation)
        for text, place in (("House rule", PLACE), ("Swatches", (11, 1, 1, 1))):
            layout.shapes._spTree.append(words(donor, text, place)._element)
        panel(blank(presentation).shapes, AROUND, solid("00AA00"))

    first, second = read_pptx(make_deck(build)).slides
    assert [(b.text, b.source) for b in first.blocks] == [("House rule", Source.LAYOUT)]
    assert first.unseen == ()
    assert second.blocks == ()
    assert [(b.text, b.unseen) for b in second.unseen] == [("House rule", Unseen.COVERED)]


def test_what_stands_on_smartart_is_seen(make_deck: Make, read_pptx: Read, png: bytes) -> None:
    """The outlines in a drawing are one picture; those above it stay above it all the same."""
    place = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="5486400" cy="1828800"/></a:xfrm>'
    outline = f"<dsp:sp><dsp:nvSpPr/><dsp:spPr>{place}<a:custGeom/></dsp:spPr></dsp:sp>"
    plate = (
        f'<dsp:sp><dsp:nvSpPr/><dsp:spPr>{place}<a:prstGeom prst="rect"/>{solid("00AA00")}'
        "</dsp:spPr><dsp:txBody><a:bodyPr/><a:p><a:r><a:t>Step</a:t></a:r></a:p></dsp:txBody>"
        "</dsp:sp>"
    )
    drawn = (
        f'<dsp:drawing xmlns:dsp="{DSP}" xmlns:a="{A}"><dsp:spTree><dsp:nvGrpSpPr/><dsp:grpSpPr/>'
        f"{3 * outline}{plate}</dsp:spTree></dsp:drawing>"
    )

    def build(presentation: Any) -> None:
        slide = blank(presentation)
        drawing = add_part(slide.part, "/ppt/diagrams/drawing1.xml", drawn, f"{R}/diagramDrawing")
        model = (
            f'<dgm:dataModel xmlns:dgm="{DGM}" xmlns:a="{A}"><dgm:ptLst/><dgm:extLst><a:ext '
            f'uri="x"><dsp:dataModelExt xmlns:dsp="{DSP}" relId="{drawing}"/></a:ext>'
            "</dgm:extLst></dgm:dataModel>"
        )
        data = add_part(slide.part, "/ppt/diagrams/data1.xml", model, f"{R}/diagramData")
        slide.shapes._spTree.append(
            xml(
                '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="Steps"/>'
                "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm>"
                f'<a:off x="{Inches(1.5)}" y="{Inches(2.5)}"/><a:ext cx="{Inches(6)}" '
                f'cy="{Inches(2)}"/></p:xfrm><a:graphic><a:graphicData uri="{DGM}">'
                f'<dgm:relIds xmlns:dgm="{DGM}" r:dm="{data}"/></a:graphicData></a:graphic>'
                "</p:graphicFrame>"
            )
        )
        picture = slide.shapes.add_picture(io.BytesIO(png), *(Inches(v) for v in PLACE))
        picture.name = "On top"

    (slide,) = read_pptx(make_deck(build)).slides
    assert [b.text for b in slide.blocks] == ["Step"]
    assert [p.name for p in slide.pictures] == ["Steps", "On top"]
    assert slide.unseen_pictures == ()
