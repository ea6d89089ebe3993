from __future__ import annotations

import hashlib
import io
import zipfile
from typing import Any

import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Emu, Inches

from sowhat.model import Box, Gap, PictureOrigin, Role, Source
from tests.read.conftest import Edit, Make, Read

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
DSP = "http://schemas.microsoft.com/office/drawing/2008/diagram"
WIDE, HIGH = 10.0, 7.5  # inches, the slide of python-pptx's template


def blank(presentation: Any) -> Any:
    return presentation.slides.add_slide(presentation.slide_layouts[6])


chart_data: Any = CategoryChartData  # python-pptx carries no types


def rectangle(shapes: Any, text: str, *place: float, kind: Any = MSO_SHAPE.RECTANGLE) -> Any:
    shape = shapes.add_shape(kind, *(Inches(value) for value in place))
    shape.text_frame.text = text
    return shape


def inside(box: Box | None, x0: float, y0: float, x1: float, y1: float) -> bool:
    """Say whether ``box`` lies in the rectangle given in inches."""
    assert box is not None
    return Box(x0 / WIDE, y0 / HIGH, x1 / WIDE, y1 / HIGH).holds(box, slack=0.002)


def test_groups_in_groups_carry_their_shapes(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        outer = blank(presentation).shapes.add_group_shape()
        inner = outer.shapes.add_group_shape()
        rectangle(inner.shapes, "Deep", 1, 1, 2, 1)
        inner.left, inner.top, inner.width, inner.height = map(Inches, (2, 2, 4, 2))
        xfrm = outer._element.grpSpPr.find(f"{{{A}}}xfrm")
        values = {"off": (5, 1), "ext": (4, 4), "chOff": (0, 0), "chExt": (8, 8)}
        for name, (first, second) in values.items():
            keys = ("cx", "cy") if "xt" in name else ("x", "y")
            child = xfrm.find(f"{{{A}}}{name}")
            child.set(keys[0], str(Inches(first)))
            child.set(keys[1], str(Inches(second)))

    block = read_pptx(make_deck(build)).slides[0].blocks[0]
    assert inside(block.box, 6, 2, 8, 3)  # (2, 2) to (6, 4), halved, moved by (5, 1)


def test_a_flipped_group_moves_its_shapes(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        group = blank(presentation).shapes.add_group_shape()
        rectangle(group.shapes, "Left", 1, 1, 2, 1)
        rectangle(group.shapes, "Right", 6, 1, 2, 1)
        group._element.grpSpPr.find(f"{{{A}}}xfrm").set("flipH", "1")

    blocks = {b.text: b for b in read_pptx(make_deck(build)).slides[0].blocks}
    assert inside(blocks["Left"].box, 6, 1, 8, 2)
    assert inside(blocks["Right"].box, 1, 1, 3, 2)


def test_turned_shapes_give_turned_hulls(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        shape = rectangle(slide.shapes, "Upwards and away", 3, 3, 4, 0.6)
        shape.rotation = 270.0

    block = read_pptx(make_deck(build)).slides[0].blocks[0]
    assert inside(block.box, 4.7, 1.3, 5.3, 5.3)
    assert block.box is not None
    assert block.box.height * HIGH > 3 * block.box.width * WIDE


def test_upright_text_stands_on_end(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        shape = rectangle(blank(presentation).shapes, "Side of the matrix", 1, 1, 0.6, 4)
        shape.text_frame._txBody.bodyPr.set("vert", "vert270")

    block = read_pptx(make_deck(build)).slides[0].blocks[0]
    assert inside(block.box, 1, 1, 1.6, 5)
    assert len(block.spans) == 1


def test_tables_by_cell(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        frame = blank(presentation).shapes.add_table(
            3, 2, *(Inches(value) for value in (1, 1, 6, 1.5))
        )
        words = [["Need", "Answer"], ["Merged", ""], ["One\nTwo\nThree\nFour", "Last"]]
        for row, texts in enumerate(words):
            for column, text in enumerate(texts):
                frame.table.cell(row, column).text = text
        frame.table.cell(1, 0).merge(frame.table.cell(1, 1))

    blocks = read_pptx(make_deck(build)).slides[0].blocks
    texts = [b.text for b in blocks]
    assert texts == ["Need", "Answer", "Merged", "One", "Two", "Three", "Four", "Last"]
    assert {(b.role, b.group) for b in blocks} == {(Role.CELL, 1)}
    answer, four = blocks[1].box, blocks[6].box
    assert inside(answer, 4, 1, 7, 1.5)
    assert four is not None
    assert four.y1 * HIGH > 2.5 + 0.5  # the row has grown with its text


def test_charts_give_titles_series_and_categories(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        data: Any = chart_data()
        data.categories = ["Days", "Errors"]
        data.add_series("Before", (9, 3))
        data.add_series("After", (3, 1))
        place = (Inches(value) for value in (1, 1, 6, 4))
        frame = blank(presentation).shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data)
        frame.chart.has_title = frame.chart.has_legend = True
        frame.chart.chart_title.text_frame.text = "Closing the books"

    slide = read_pptx(make_deck(build)).slides[0]
    assert [b.text for b in slide.blocks] == [
        "Closing the books",
        "Before",
        "After",
        "Days",
        "Errors",
    ]
    assert {(b.source, b.role, b.exact) for b in slide.blocks} == {
        (Source.CHART, Role.CHART, False)
    }
    assert [p.origin for p in slide.pictures] == [PictureOrigin.CHART]
    assert inside(slide.pictures[0].box, 1, 1, 7, 5)


def test_pictures_with_hash_size_and_alt(make_deck: Make, read_pptx: Read, png: bytes) -> None:
    def build(presentation: Any) -> None:
        place = (Inches(value) for value in (2, 2, 3, 2))
        picture = blank(presentation).shapes.add_picture(io.BytesIO(png), *place)
        picture._element.nvPicPr.cNvPr.set("descr", "A red flag")

    path = make_deck(build)
    picture = read_pptx(path).slides[0].pictures[0]
    assert (picture.alt, picture.pixels) == ("A red flag", (30, 20))
    assert picture.sha256 == hashlib.sha256(png).hexdigest()
    assert inside(picture.box, 2, 2, 5, 4)
    unseen = read_pptx(path, False).slides[0].pictures[0]
    assert (unseen.sha256, unseen.pixels, unseen.box) == (None, None, picture.box)


def test_pictures_of_the_layout_and_behind_the_slide(
    make_deck: Make, read_pptx: Read, png: bytes
) -> None:
    def build(presentation: Any) -> None:
        layout = presentation.slide_layouts[6]
        _, relation = layout.part.get_or_add_image_part(io.BytesIO(png))
        fill = f'<a:blipFill><a:blip r:embed="{relation}"/></a:blipFill>'
        layout._element.cSld.insert(
            0,
            parse_xml(
                f'<p:bg xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}"><p:bgPr>{fill}'
                "<a:effectLst/></p:bgPr></p:bg>"
            ),
        )
        slide = blank(presentation)
        shape = rectangle(slide.shapes, "Filled", 1, 1, 2, 1)
        _, relation = slide.part.get_or_add_image_part(io.BytesIO(png))
        fill = (
            f'<a:blipFill xmlns:a="{A}" xmlns:r="{R}"><a:blip r:embed="{relation}"/></a:blipFill>'
        )
        shape._element.spPr.insert(2, parse_xml(fill))

    pictures = read_pptx(make_deck(build)).slides[0].pictures
    assert [(p.source, p.name) for p in pictures] == [
        (Source.LAYOUT, "background"),
        (Source.SLIDE, "Rectangle 1"),
    ]
    assert pictures[0].box == Box(0, 0, 1, 1)
    assert inside(pictures[1].box, 1, 1, 3, 2)


def test_linked_and_broken_pictures_are_gaps(
    make_deck: Make, edit_parts: Edit, read_pptx: Read, png: bytes
) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        linked = slide.shapes.add_picture(io.BytesIO(png), Emu(0), Emu(0))
        relation = slide.part.relate_to("https://example.com/a.png", RT.IMAGE, is_external=True)
        blip = linked._element.blipFill.blip
        del blip.attrib[f"{{{R}}}embed"]
        blip.set(f"{{{R}}}link", relation)
        other = blank(presentation)
        lost = other.shapes.add_picture(io.BytesIO(png), Emu(0), Emu(0))
        lost.name = "The lost one"

    path = edit_parts(make_deck(build), {"ppt/media/image1.png": lambda _: None})
    deck = read_pptx(path)
    assert [len(slide.pictures) for slide in deck.slides] == [1, 1]
    assert [gap for gap in deck.gaps if gap.id == "image"] == [
        Gap("image", 1, "linked, not in the file"),
        Gap("image", 2, "The lost one"),
    ]


def test_a_film_is_media_and_stays_packed(make_deck: Make, read_pptx: Read, png: bytes) -> None:
    def build(presentation: Any) -> None:
        place = (Inches(value) for value in (1, 1, 4, 3))
        blank(presentation).shapes.add_movie(
            io.BytesIO(b"film"), *place, poster_frame_image=io.BytesIO(png), mime_type="video/mp4"
        )

    picture = read_pptx(make_deck(build)).slides[0].pictures[0]
    assert (picture.origin, picture.pixels) == (PictureOrigin.MEDIA, (30, 20))


def test_outlines_are_drawings_and_a_group_of_them_is_one(make_deck: Make, read_pptx: Read) -> None:
    def outline(shapes: Any, left: float) -> None:
        builder = shapes.build_freeform(Inches(left), Inches(1))
        builder.add_line_segments([(Inches(left + 1), Inches(1)), (Inches(left), Inches(2))])
        builder.convert_to_shape()

    def build(presentation: Any) -> None:
        slide = blank(presentation)
        outline(slide.shapes, 6)
        group = slide.shapes.add_group_shape()
        outline(group.shapes, 1)
        outline(group.shapes, 3)
        group._element.recalculate_extents()

    pictures = read_pptx(make_deck(build)).slides[0].pictures
    assert [p.origin for p in pictures] == [PictureOrigin.DRAWING] * 2
    assert inside(pictures[0].box, 6, 1, 7, 2)
    assert inside(pictures[1].box, 1, 1, 4, 2)
    assert pictures[1].box.width * WIDE == pytest.approx(3.0, abs=0.01)


def test_hidden_shapes_are_not_seen(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        shape = rectangle(slide.shapes, "Left over", 1, 1, 2, 1)
        shape._element.nvSpPr.cNvPr.set("hidden", "1")
        rectangle(slide.shapes, "Shown", 4, 1, 2, 1)

    assert [b.text for b in read_pptx(make_deck(build)).slides[0].blocks] == ["Shown"]


def test_of_alternatives_only_one_is_read(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        first = rectangle(slide.shapes, "Choice", 1, 1, 2, 1)._element
        second = rectangle(slide.shapes, "Fallback", 1, 1, 2, 1)._element
        compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
        holder = parse_xml(
            f'<mc:AlternateContent xmlns:mc="{compatibility}"><mc:Choice Requires="p14"/>'
            "<mc:Fallback/></mc:AlternateContent>"
        )
        slide.shapes._spTree.append(holder)
        holder[0].append(first)
        holder[1].append(second)

    assert [b.text for b in read_pptx(make_deck(build)).slides[0].blocks] == ["Choice"]


@pytest.mark.parametrize("drawn", [True, False])
def test_smartart_gives_its_words(drawn: bool, make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        package = slide.part.package

        def part(name: str, data: str, kind: str) -> str:
            uri = PackURI(f"/ppt/diagrams/{name}.xml")
            made = Part(uri, f"application/vnd.test.{name}+xml", package, data.encode())
            relation: str = slide.part.relate_to(made, kind)
            return relation

        link = ""
        if drawn:
            drawing = (
                f'<dsp:drawing xmlns:dsp="{DSP}" xmlns:a="{A}"><dsp:spTree><dsp:nvGrpSpPr/>'
                "<dsp:grpSpPr/><dsp:sp><dsp:nvSpPr/><dsp:spPr><a:xfrm>"
                f'<a:off x="{Inches(1)}" y="0"/><a:ext cx="{Inches(2)}" cy="{Inches(1)}"/>'
                '</a:xfrm><a:prstGeom prst="rect"/></dsp:spPr><dsp:txBody><a:bodyPr/><a:p><a:r>'
                "<a:t>Decide</a:t></a:r></a:p></dsp:txBody></dsp:sp><dsp:sp><dsp:nvSpPr/><dsp:spPr>"
                '<a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm><a:custGeom/>'
                "</dsp:spPr></dsp:sp></dsp:spTree></dsp:drawing>"
            )
            known = part("drawing1", drawing, "http://schemas.microsoft.com/drawing")
            link = (
                f'<dgm:extLst><a:ext uri="x"><dsp:dataModelExt xmlns:dsp="{DSP}" '
                f'relId="{known}"/></a:ext></dgm:extLst>'
            )
        data = (
            f'<dgm:dataModel xmlns:dgm="{DGM}" xmlns:a="{A}"><dgm:ptLst><dgm:pt modelId="1">'
            "<dgm:t><a:p><a:r><a:t>Decide</a:t></a:r></a:p></dgm:t></dgm:pt>"
            '<dgm:pt modelId="2" type="pres"><dgm:t><a:p><a:r><a:t>No</a:t></a:r></a:p></dgm:t>'
            f"</dgm:pt></dgm:ptLst>{link}</dgm:dataModel>"
        )
        relation = part("data1", data, f"{R}/diagramData")
        slide.shapes._spTree.append(
            parse_xml(
                f'<p:graphicFrame xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}"><p:nvGraphicFramePr>'
                '<p:cNvPr id="9" name="Steps" descr="Three steps"/><p:cNvGraphicFramePr/><p:nvPr/>'
                f'</p:nvGraphicFramePr><p:xfrm><a:off x="{Inches(2)}" y="{Inches(2)}"/>'
                f'<a:ext cx="{Inches(6)}" cy="{Inches(3)}"/></p:xfrm><a:graphic><a:graphicData '
                f'uri="{DGM}"><dgm:relIds xmlns:dgm="{DGM}" r:dm="{relation}"/></a:graphicData>'
                "</a:graphic></p:graphicFrame>"
            )
        )

    slide = read_pptx(make_deck(build)).slides[0]
    assert [b.text for b in slide.blocks] == ["Decide"]
    assert [(p.origin, p.alt) for p in slide.pictures] == [(PictureOrigin.DRAWING, "Three steps")]
    assert inside(slide.blocks[0].box, *((3, 2, 5, 3) if drawn else (2, 2, 8, 5)))


def test_a_chart_that_is_no_chart_is_a_gap(
    make_deck: Make, edit_parts: Edit, read_pptx: Read
) -> None:
    def build(presentation: Any) -> None:
        data: Any = chart_data()
        data.categories = ["Days"]
        data.add_series("Before", (9,))
        slide = blank(presentation)
        rectangle(slide.shapes, "Beside it", 7.5, 1, 2, 1)
        place = (Inches(value) for value in (1, 1, 6, 4))
        slide.shapes.add_chart(XL_CHART_TYPE.PIE, *place, data)

    path = make_deck(build)
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    broken = next(name for name in names if name.startswith("ppt/charts/chart"))
    deck = read_pptx(edit_parts(path, {broken: lambda data: data[:50]}))
    assert [gap.id for gap in deck.gaps] == ["chart"]
    assert deck.slides[0].blocks[0].text == "Beside it"
