from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.util import Inches, Pt

from sowhat import opc
from sowhat.render import layout
from sowhat.render import mended as module
from sowhat.render.mended import mended
from sowhat.render.opened import Opened
from tests.render.test_pptx import rewritten

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
DSP = "http://schemas.microsoft.com/office/drawing/2008/diagram"
Build = Callable[[Any], None]


@pytest.fixture
def make(tmp_path: Path) -> Callable[[Build], Path]:
    def save(build: Build) -> Path:
        deck = Presentation()
        build(deck)
        path = tmp_path / "deck.pptx"
        deck.save(str(path))
        return path

    return save


def parts(path: Path) -> dict[str, bytes]:
    with opc.opened(path) as archive:
        return opc.sound(archive)


def part(changes: dict[str, bytes], name: str) -> Any:
    return etree.fromstring(changes[name])


def plain(deck: Any) -> None:
    """Leave one layout, whose placeholders the library finds."""
    layouts = deck.slide_layouts
    for one in list(layouts)[:6] + list(layouts)[7:]:
        layouts.remove(one)
    deck.slides.add_slide(layouts[0])


def test_a_file_that_needs_nothing_is_left_alone(make: Callable[[Build], Path]) -> None:
    path = make(plain)
    assert mended(parts(path), {}) == {}
    assert mended(parts(path), {"Aptos": "Another"}) == {}


def test_a_part_too_large_to_hold_is_left_alone(
    make: Callable[[Build], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make(lambda deck: deck.slides.add_slide(deck.slide_layouts[3]))
    assert mended(parts(path), {})
    monkeypatch.setattr(module, "LARGEST_PART", 100)
    assert mended(parts(path), {}) == {}


def test_the_masters_text_is_found_under_every_index(make: Callable[[Build], Path]) -> None:
    path = make(lambda deck: deck.slides.add_slide(deck.slide_layouts[3]))  # texts 1 and 2
    master = part(mended(parts(path), {}), "ppt/slideMasters/slideMaster1.xml")
    texts = [holder for holder in master.iter("{*}ph") if holder.get("type") == "body"]
    assert {"1", "2"} <= {holder.get("idx") for holder in texts}


def test_a_table_is_as_wide_as_its_columns(make: Callable[[Build], Path]) -> None:
    def build(deck: Any) -> None:
        plain(deck)
        shapes = deck.slides[0].shapes
        for width in (100, 144):  # the second fits its frame
            place = (Inches(value) for value in (1, 1, 4, 1))
            for column in shapes.add_table(1, 2, *place).table.columns:
                column._gridCol.set("w", str(Pt(width)))  # its frame would follow

    slide = part(mended(parts(make(build)), {}), "ppt/slides/slide1.xml")
    frames = slide.findall(".//{*}graphicFrame/{*}xfrm/{*}ext")
    assert [int(size.get("cx")) for size in frames] == [Pt(200), Inches(4)]


def test_families_are_called_otherwise_where_they_are_named(make: Callable[[Build], Path]) -> None:
    def build(deck: Any) -> None:
        plain(deck)
        box = deck.slides[0].shapes.add_textbox(0, 0, Inches(2), Inches(1))
        for name in ("R&D Sans", "R&D Sans Bold"):
            run = box.text_frame.paragraphs[0].add_run()
            run.text, run.font.name = "R&D Sans", name

    data = mended(parts(make(build)), {"R&D Sans": "R&D Sans <2>"})
    slide = part(data, "ppt/slides/slide1.xml")
    assert [face.get("typeface") for face in slide.iter(f"{{{A}}}latin")] == [
        "R&D Sans <2>",
        "R&D Sans Bold",
    ]
    assert [text.text for text in slide.iter(f"{{{A}}}t") if text.text] == ["R&D Sans"] * 2


def test_the_text_of_smartart_gets_a_shape_of_its_own(make: Callable[[Build], Path]) -> None:
    drawing = (
        f'<dsp:drawing xmlns:dsp="{DSP}" xmlns:a="{A}"><dsp:spTree><dsp:sp><dsp:spPr>'
        '<a:xfrm rot="5400000"><a:off x="0" y="0"/><a:ext cx="900" cy="900"/></a:xfrm>'
        '<a:prstGeom prst="pieWedge"/></dsp:spPr><dsp:txBody><a:bodyPr/><a:p><a:r>'
        "<a:t>Discovery</a:t></a:r></a:p></dsp:txBody>"
        '<dsp:txXfrm rot="-5400000"><a:off x="10" y="20"/><a:ext cx="300" cy="400"/>'
        "</dsp:txXfrm></dsp:sp><dsp:sp><dsp:spPr/></dsp:sp></dsp:spTree></dsp:drawing>"
    ).encode()
    path = make(plain)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("ppt/diagrams/drawing1.xml", drawing)
    root = part(mended(parts(path), {}), "ppt/diagrams/drawing1.xml")
    wedge, text, empty = root.iter(f"{{{DSP}}}sp")
    assert wedge.find(f"{{{DSP}}}txBody") is None
    assert empty.find(f"{{{DSP}}}txBody") is None
    place = text.find(f"{{{DSP}}}spPr/{{{A}}}xfrm")
    assert place.get("rot") == "0"
    assert [dict(child.attrib) for child in place] == [
        {"x": "10", "y": "20"},
        {"cx": "300", "cy": "400"},
    ]


def test_parts_that_are_no_xml_are_left_to_the_library(make: Callable[[Build], Path]) -> None:
    path = make(lambda deck: deck.slides.add_slide(deck.slide_layouts[3]))
    broken = rewritten(
        path, "broken.pptx", lambda name, data: data[:-9] if "Master" in name else data
    )
    assert mended(parts(broken), {}) == {}


def test_a_slide_is_drawn_with_what_its_master_says(make: Callable[[Build], Path]) -> None:
    def build(deck: Any) -> None:
        slide = deck.slides.add_slide(deck.slide_layouts[3])
        for place, holder in enumerate(list(slide.placeholders)[1:]):
            holder.text_frame.text = f"Side {place}"
        texts = (s for s in deck.slide_master.placeholders if s.placeholder_format.idx == 1)
        style = etree.fromstring(
            f'<a:lvl1pPr xmlns:a="{A}"><a:defRPr><a:latin typeface="Tinos"/></a:defRPr></a:lvl1pPr>'
        )
        next(texts)._element.txBody.find(f"{{{A}}}lstStyle").append(style)

    presentation = Opened(parts(make(build))).presentation
    found = layout.parse(presentation.render_slide(0).json)
    assert {run.font_family for _, run in layout.runs(found)} == {"Tinos"}
