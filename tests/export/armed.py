"""A deck that holds all that may act: macros, controls, add-ins, files, clicks that start."""

from __future__ import annotations

import copy
import io
import zipfile
from pathlib import Path
from typing import Any

import pptx
from pptx.chart.data import ChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import PROG_ID
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Inches
from xlsxwriter import Workbook

from tests.read.pptx_factory import words, xml

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
OFFICE, MS = (
    "http://schemas.openxmlformats.org/officeDocument",
    "http://schemas.microsoft.com/office",
)
WE = f"{MS}/webextensions/webextension/2010/11"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
PLACE = tuple(map(Inches, (1, 1, 2, 1)))


def armed(path: Path) -> Path:
    """Save a deck of four slides: controls and add-ins; files; charts; clicks."""
    deck = pptx.Presentation()
    controls, files, charts, clicks = (
        deck.slides.add_slide(deck.slide_layouts[5]) for _ in range(4)
    )
    for slide, title in zip(deck.slides, ("Controls", "Files", "Charts", "Clicks"), strict=True):
        slide.shapes.title.text = title
    _macros(deck)
    _control(controls)
    _add_in(deck, controls)
    _files(files)
    _chart(charts, book())
    _chart(charts, book(macros=True))
    _clicks(clicks)
    deck.save(str(path))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("ppt/embeddings/stray.exe", b"MZ stray")
    return path


def part(deck: Any, name: str, kind: str, data: bytes = b"x") -> Part:
    """A part that python-pptx knows nothing of."""
    return Part(PackURI(name), kind, deck.part.package, data)


def _macros(deck: Any) -> None:
    project = part(deck, "/ppt/vbaProject.bin", "application/vnd.ms-office.vbaProject", OLE)
    kind = "application/vnd.ms-office.vbaProjectSignature"
    signed = part(deck, "/ppt/vbaProjectSignature.bin", kind)
    project.relate_to(signed, f"{MS}/2006/relationships/vbaProjectSignature")
    deck.part.relate_to(project, f"{MS}/2006/relationships/vbaProject")
    ribbon = part(deck, "/customUI/customUI14.xml", "application/xml", b"<customUI/>")
    deck.part.package.relate_to(ribbon, f"{MS}/2007/relationships/ui/extensibility")


def _control(slide: Any) -> None:
    deck = slide.part.package.presentation_part.presentation
    made = part(deck, "/ppt/activeX/activeX1.xml", "application/vnd.ms-office.activeX+xml", b"<x/>")
    inner = part(deck, "/ppt/activeX/activeX1.bin", "application/vnd.ms-office.activeX", OLE)
    made.relate_to(inner, f"{MS}/2006/relationships/activeXControlBinary")
    id_ = slide.part.relate_to(made, f"{OFFICE}/2006/relationships/control")
    seen = slide.shapes.add_picture(_png(), *PLACE)._element
    seen.getparent().remove(seen)
    listed = xml(
        f'<p:controls><p:control name="Button" r:id="{id_}" imgW="9" imgH="9"/></p:controls>'
    )
    listed[0].append(seen)
    slide._element.cSld.append(listed)


def _add_in(deck: Any, slide: Any) -> None:
    kind = "application/vnd.ms-office.webextension"
    made = part(deck, "/ppt/webextensions/webextension1.xml", f"{kind}+xml", b"<x/>")
    panes = part(deck, "/ppt/webextensions/taskpanes.xml", f"{kind}taskpanes+xml", b"<x/>")
    deck.part.package.relate_to(panes, f"{MS}/2011/relationships/webextensiontaskpanes")
    id_ = slide.part.relate_to(made, f"{MS}/2011/relationships/webextension")
    shown = words(slide, "What the add-in showed")._element
    shown.getparent().remove(shown)
    both = xml(
        f'<mc:AlternateContent xmlns:mc="{MC}" xmlns:we="{WE}"><mc:Choice Requires="we">'
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="77" name="Add-in"/>'
        "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm/><a:graphic>"
        f'<a:graphicData uri="{WE}"><we:webextensionref r:id="{id_}"/></a:graphicData></a:graphic>'
        "</p:graphicFrame></mc:Choice><mc:Fallback/></mc:AlternateContent>"
    )
    both[1].append(shown)
    slide.shapes._spTree.append(both)


def _files(slide: Any) -> None:
    """A program, an old document with macros and one without, a new one of each kind; a link."""
    held = (b"MZ a program", OLE + "_VBA_PROJECT".encode("utf-16-le"), OLE + b"\x01Equation")
    for data in held:
        slide.shapes.add_ole_object(io.BytesIO(data), "Package", *PLACE)
    for macros in (False, True):
        slide.shapes.add_ole_object(io.BytesIO(book(macros=macros)), PROG_ID.XLSX, *PLACE)
    linked = slide.shapes.add_ole_object(io.BytesIO(b"MZ linked"), "Package", *PLACE)
    element = next(linked._element.iter("{*}oleObj"))
    target = "file:///C:/share/prices.xlsx"
    id_ = slide.part.relate_to(target, RELATIONSHIP_TYPE.OLE_OBJECT, is_external=True)
    element.set(next(name for name in element.attrib if name.endswith("}id")), id_)
    _both_ways(linked._element)


def _both_ways(frame: Any) -> None:
    """Write an object as PowerPoint does: without its picture for newer programs, then with it."""
    data = frame.find(".//{*}graphicData")
    ways = '<mc:Choice Requires="v"/><mc:Fallback/>'
    both = xml(f'<mc:AlternateContent xmlns:mc="{MC}">{ways}</mc:AlternateContent>')
    held = data[0]
    plain = copy.deepcopy(held)
    plain.remove(plain.find("{*}pic"))
    both[0].append(plain)
    both[1].append(held)
    data.append(both)


def _chart(slide: Any, workbook: bytes) -> None:
    data: Any = ChartData()  # type: ignore[no-untyped-call]
    data.categories = ("2024", "2025")
    data.add_series("Days", (9, 4))
    chart = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *PLACE, data).chart
    chart.part.chart_workbook.xlsx_part._blob = workbook


def _clicks(slide: Any) -> None:
    part_of = slide.part
    for target in ("https://example.com/", "ms-msdt:/id", "javascript:alert(1)"):
        id_ = part_of.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        words(slide, "Click")._element.nvSpPr.cNvPr.append(xml(f'<a:hlinkClick r:id="{id_}"/>'))
    program = part_of.relate_to("calc.exe", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    actions = (
        f'<a:hlinkClick r:id="{program}" action="ppaction://program"/>',
        '<a:hlinkHover r:id="" action="ppaction&#58;//macro?name=AutoOpen"/>',
        '<a:hlinkClick r:id="" action="ppaction://hlinkshowjump?jump=nextslide"/>',
    )
    for action in actions:
        words(slide, "Click")._element.nvSpPr.cNvPr.append(xml(action))


def book(*, macros: bool = False) -> bytes:
    """A workbook, said to be without macros either way."""
    held = io.BytesIO()
    with Workbook(held, {"in_memory": True}) as made:
        made.add_worksheet("Sheet1").write(0, 0, 9)
    if macros:
        with zipfile.ZipFile(held, "a") as archive:
            archive.writestr("xl/vbaProject.bin", OLE)
    return held.getvalue()


def _png() -> io.BytesIO:
    from PIL import Image

    held = io.BytesIO()
    Image.new("RGB", (40, 20), "green").save(held, "PNG")
    held.seek(0)
    return held
