"""SmartArt with its drawing, as PowerPoint saves it, and without one."""

from __future__ import annotations

from typing import Any

from sowhat.model import PictureOrigin, Source
from tests.read.constructs.construct import Build, Construct, Read
from tests.read.constructs.drawing import BLUE, RED
from tests.read.constructs.parts import SPACES, add_part, fraction, paragraph, run, spaces, xml
from tests.read.constructs.pictures import inches

PLACE = (1.0, 2.0, 7.0, 4.5)


def smart_art(*, drawn: bool) -> Build:
    """SmartArt as PowerPoint saves it, or without the drawing that other programs leave out."""

    def build(slide: Any) -> None:
        link = ""
        if drawn:
            known, _ = add_part(
                slide.part,
                "/ppt/diagrams/drawing1.xml",
                "application/vnd.ms-office.drawingml.diagramDrawing+xml",
                DRAWN,
                "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing",
            )
            link = (
                '<dgm:extLst><a:ext uri="http://schemas.microsoft.com/office/drawing/2008/diagram">'
                f'<dsp:dataModelExt {spaces("dsp")} relId="{known}"/></a:ext></dgm:extLst>'
            )
        data, _ = add_part(
            slide.part,
            f"/ppt/diagrams/data{1 + drawn}.xml",
            "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
            f"<dgm:dataModel {spaces('dgm', 'a')}><dgm:ptLst>{POINTS}</dgm:ptLst>{link}"
            "</dgm:dataModel>",
            f"{SPACES['r']}/diagramData",
        )
        left, top, width, height = inches(PLACE)
        slide.shapes._spTree.append(xml(
            '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="77" name="Steps" '
            'descr="Two steps"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
            f'<p:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></p:xfrm>'
            f'<a:graphic><a:graphicData uri="{SPACES["dgm"]}"><dgm:relIds r:dm="{data}"/>'
            "</a:graphicData></a:graphic></p:graphicFrame>"))  # fmt: skip

    return build


STEPS = (("Decide", 0.5, RED), ("Start", 4.0, BLUE))


POINTS = '<dgm:pt modelId="0" type="doc"/><dgm:pt modelId="9" type="pres"/>' + "".join(
    f'<dgm:pt modelId="{number}"><dgm:t><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t>'
    "</dgm:pt>"
    for number, (text, _, _) in enumerate(STEPS, start=1)
)


def _drawn(text: str, left: float, color: str) -> str:
    x, y, wide, high = inches((left, 1, 2.5, 1.5))
    return (
        f'<dsp:sp modelId="{{{text}}}"><dsp:nvSpPr><dsp:cNvPr id="0" name=""/><dsp:cNvSpPr/>'
        f'</dsp:nvSpPr><dsp:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></dsp:spPr><dsp:txBody>'
        f"<a:bodyPr/><a:lstStyle/>{paragraph(run(text, color))}</dsp:txBody></dsp:sp>"
    )


DRAWN = (
    f'<dsp:drawing {spaces("dsp", "a")}><dsp:spTree><dsp:nvGrpSpPr><dsp:cNvPr id="0" name=""/>'
    "<dsp:cNvGrpSpPr/></dsp:nvGrpSpPr><dsp:grpSpPr/>"
    + "".join(_drawn(*step) for step in STEPS)
    + "</dsp:spTree></dsp:drawing>"
)


def check_drawn_art(read: Read) -> None:
    assert read.texts == ["Decide", "Start"]
    for block, (_, _, color) in zip(read.own, STEPS, strict=True):
        assert block.source is Source.SLIDE
        read.on_lines(block, color)
    check_frame(read)


def check_plain_art(read: Read) -> None:
    """Without its drawing SmartArt is not drawn, so its frame is where its words are."""
    assert read.texts == ["Decide", "Start"]
    for block in read.own:
        assert block.box is not None
        assert not block.exact
        assert fraction(PLACE).holds(block.box, slack=0.01)
    check_frame(read)


def check_frame(read: Read) -> None:
    picture = read.picture(PictureOrigin.DRAWING)
    assert (picture.name, picture.alt) == ("Steps", "Two steps")
    assert fraction(PLACE).holds(picture.box, slack=0.001)
    assert picture.box.holds(fraction(PLACE), slack=0.001)


CONSTRUCTS = (
    Construct("SmartArt with its drawing", smart_art(drawn=True), check_drawn_art),
    Construct("SmartArt without a drawing", smart_art(drawn=False), check_plain_art),
)
