"""SmartArt without a saved drawing: the words of its data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from lxml import etree
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Inches

from sowhat.model import Block, Box, Role
from tests.read.conftest import Make, Read

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
PLACE = (2, 2, 6, 3)  # inches
WIDE, HIGH = 10.0, 7.5


def point(name: str, text: str, more: str = "", settings: str = "") -> str:
    words = f"<dgm:t><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t>" if text else ""
    return f'<dgm:pt modelId="{name}" {more}><dgm:prSet {settings}/>{words}</dgm:pt>'


def link(parent: str, child: str, order: int, more: str = "") -> str:
    ends = f'srcId="{parent}" destId="{child}" srcOrd="{order}"'
    return f'<dgm:cxn modelId="{parent}-{child}" {ends} {more}/>'


@pytest.fixture
def diagrammed(make_deck: Make, read_pptx: Read) -> Any:
    """Read back a slide with a diagram of these points and links."""

    def run(
        points: Sequence[str], links: Sequence[str] = (), place: Sequence[float] = PLACE
    ) -> list[Block]:
        data = (
            f'<dgm:dataModel xmlns:dgm="{DGM}" xmlns:a="{A}"><dgm:ptLst>{"".join(points)}'
            f"</dgm:ptLst><dgm:cxnLst>{''.join(links)}</dgm:cxnLst></dgm:dataModel>"
        )

        def build(presentation: Any) -> None:
            slide = presentation.slides.add_slide(presentation.slide_layouts[6])
            uri = PackURI("/ppt/diagrams/data1.xml")
            kind = "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml"
            made = Part(uri, kind, slide.part.package, data.encode())
            relation = slide.part.relate_to(made, f"{R}/diagramData")
            x, y, wide, high = map(Inches, place)
            slide.shapes._spTree.append(
                etree.fromstring(
                    f'<p:graphicFrame xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}">'
                    '<p:nvGraphicFramePr><p:cNvPr id="9" name="Steps"/><p:cNvGraphicFramePr/>'
                    f'<p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="{x}" y="{y}"/>'
                    f'<a:ext cx="{wide}" cy="{high}"/></p:xfrm><a:graphic><a:graphicData '
                    f'uri="{DGM}"><dgm:relIds xmlns:dgm="{DGM}" r:dm="{relation}"/>'
                    "</a:graphicData></a:graphic></p:graphicFrame>"
                )
            )

        return list(read_pptx(make_deck(build)).slides[0].blocks)

    return run


def by_text(blocks: Sequence[Block]) -> dict[str, Block]:
    return {block.text: block for block in blocks}


def inside(block: Block, x0: float, y0: float, x1: float, y1: float) -> bool:
    assert block.box is not None
    return Box(x0 / WIDE, y0 / HIGH, x1 / WIDE, y1 / HIGH).holds(block.box, slack=0.002)


def test_points_keep_their_order_and_levels(diagrammed: Any) -> None:
    blocks = diagrammed(
        [
            point("sub", "Ask"),
            point("b", "Decide"),
            point("a", "Listen"),
            point("root", "", 'type="doc"'),
            point("t", "Between", 'type="sibTrans"'),
            point("p", "Layout", 'type="pres"'),
        ],
        [
            link("root", "b", 1),
            link("root", "a", 0),
            link("a", "sub", 0),
            link("p", "b", 0, 'type="presOf"'),
        ],
    )
    assert [(b.text, b.level) for b in blocks] == [("Listen", 0), ("Ask", 1), ("Decide", 0)]
    assert {(b.role, b.group, b.exact) for b in blocks} == {(blocks[0].role, 1, False)}
    assert blocks[0].role in (Role.BODY, Role.TITLE)
    found = by_text(blocks)
    assert inside(found["Listen"], 2, 2, 5, 3.5)
    assert inside(found["Ask"], 2, 3.5, 5, 5)
    assert inside(found["Decide"], 5, 2, 8, 5)


def test_a_single_head_stands_above_its_branches(diagrammed: Any) -> None:
    names = ("One", "Two", "Three")
    found = by_text(
        diagrammed(
            [point("root", "", 'type="doc"'), point("h", "Head"), *(point(n, n) for n in names)],
            [link("root", "h", 0), *(link("h", name, n) for n, name in enumerate(names))],
        )
    )
    assert inside(found["Head"], 2, 2, 8, 3)
    for index, name in enumerate(names):
        assert found[name].level == 1
        assert inside(found[name], 2 + 2 * index, 3, 4 + 2 * index, 5)


def test_a_high_diagram_is_split_into_rows(diagrammed: Any) -> None:
    points = [point(name, name) for name in ("One", "Two")]
    found = by_text(diagrammed(points, (), (1, 1, 2, 4)))
    assert inside(found["One"], 1, 1, 3, 3)
    assert inside(found["Two"], 1, 3, 3, 5)


def test_what_invites_to_write_is_left_out(diagrammed: Any) -> None:
    points = [point("a", "Said"), point("b", "[Text]", settings='phldr="1" phldrT="[Text]"')]
    assert [b.text for b in diagrammed(points)] == ["Said"]


def test_long_words_shrink_into_their_cell(diagrammed: Any) -> None:
    points = [point(str(n), f"Number {n} " + "and a good many words " * 6) for n in range(6)]
    blocks = diagrammed(points)
    assert len(blocks) == 6
    for block in blocks:
        assert block.size < 14
        assert inside(block, 1.9, 1.5, 8.1, 5.5)


def test_points_in_a_ring_come_once(diagrammed: Any) -> None:
    points = [point("a", "One"), point("b", "Two")]
    blocks = diagrammed(points, [link("a", "b", 0), link("b", "a", 0)])
    assert [b.text for b in blocks] == ["One", "Two"]
