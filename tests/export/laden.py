"""A PowerPoint deck that holds a secret in every place which its slides do not show."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pptx
from PIL import Image, PngImagePlugin
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import PROG_ID
from pptx.opc.constants import RELATIONSHIP_TYPE as KINDS
from pptx.util import Inches
from xlsxwriter import Workbook

from sowhat.export.copy.plan import Trace
from tests.check.made import parts
from tests.export.copies import MODERN, P188, A
from tests.read.pptx_factory import NAMES, P, R, panel, solid, words, xml

OFFICE = "http://schemas.microsoft.com/office"
SECRETS: dict[Trace, tuple[str, ...]] = {
    Trace.COMMENTS: ("SecretRemark", "SecretReviewer", "SecretThread", "SecretAnswer"),
    Trace.NOTES: ("SecretNotes", "SecretHandout"),
    Trace.HIDDEN: ("SecretSlide", "SecretSection", "SecretShow"),
    Trace.OFF_SLIDE: (
        "SecretBeside",
        "SecretSwitch",
        "SecretGrouped",
        "SecretOnLayout",
        "SecretCovered",
        "SecretWhite",
    ),
    Trace.LAYOUTS: ("SecretLayout",),
    Trace.LINKS: ("secretserver", "secretshare", "secretintranet", "SecretPlan", "secretfilm"),
    Trace.WORKBOOKS: ("SecretCell", "SecretSheet", "SecretFiltered"),
    Trace.OBJECTS: ("SecretEmbedded",),
    Trace.ALT: ("SecretFolder",),
    Trace.PICTURES: ("SecretCamera", "SecretProgram"),
    Trace.DATA: ("SecretTag", "SecretItem"),
    Trace.HISTORY: ("SecretRevision", "SecretChange"),
    Trace.PROPERTIES: ("SecretAuthor", "SecretCompany", "SecretAccount", "SecretTheme"),
}
SHOWN = ("Your plan", "A box that comes in", "Our site", "Your numbers", "What we agreed")


def laden(path: Path) -> Path:
    """Save three slides, the second hidden, with all secrets."""
    deck = pptx.Presentation()
    first, second, third = (deck.slides.add_slide(deck.slide_layouts[5]) for _ in range(3))
    for slide, title in zip(
        (first, second, third), (SHOWN[0], "SecretSlide", SHOWN[3]), strict=True
    ):
        slide.shapes.title.text = title
    _remarks(deck, first)
    _hidden(deck, first, second)
    _beside(deck, first)
    _links(first)
    _pictures(first, second)
    _chart(third)
    _object(third)
    _data(deck, first)
    _properties(deck)
    deck.save(str(path))
    return path


def _remarks(deck: Any, slide: Any) -> None:
    parts.comment(slide, "SecretRemark", "SecretReviewer")
    thread = (
        f'<p188:cmLst xmlns:p188="{P188}" xmlns:a="{A}"><p188:cm id="{{A}}"><p188:replyLst>'
        '<p188:reply id="{B}"><p188:txBody><a:bodyPr/><a:p><a:r><a:t>SecretAnswer</a:t></a:r></a:p>'
        "</p188:txBody></p188:reply></p188:replyLst><p188:txBody><a:bodyPr/><a:p><a:r>"
        "<a:t>SecretThread</a:t></a:r></a:p></p188:txBody></p188:cm></p188:cmLst>"
    )
    kind = "application/vnd.ms-powerpoint.comments+xml"
    name = "/ppt/comments/modernComment_1.xml"
    relation = parts.add(slide.part, name, kind, thread, f"{MODERN}/comments")
    slide._element.append(
        xml(
            '<p:extLst><p:ext uri="{6950BFC3-D8DA-4A85-94F7-54DA5524770B}">'
            f'<p188:commentRel xmlns:p188="{P188}" r:id="{relation}"/></p:ext></p:extLst>'
        )
    )
    slide.notes_slide.notes_text_frame.text = "SecretNotes"
    parts.label(deck.notes_master.shapes._spTree, "SecretHandout", (1.0, 1.0, 3.0, 1.0))


def _hidden(deck: Any, first: Any, second: Any) -> None:
    second._element.set("show", "0")
    second.notes_slide.notes_text_frame.text = "SecretSlide, too"
    words(first, "Our site").click_action.target_slide = second
    root, entries = deck.part._element, list(deck.part._element.sldIdLst)
    root.append(
        xml(
            '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst>'
            + _section("All", 1, entries[0].id, entries[2].id)
            + _section("SecretSection", 2, entries[1].id)
            + "</p14:sectionLst></p:ext></p:extLst>"
        )
    )
    show = (
        '<p:custShowLst><p:custShow name="SecretShow" id="0"><p:sldLst>'
        f'<p:sld r:id="{entries[1].rId}"/></p:sldLst></p:custShow></p:custShowLst>'
    )
    root.insert(list(root).index(root.find(f"{{{P}}}notesSz")) + 1, xml(show))
    properties = next(r for r in deck.part.rels.values() if r.reltype.endswith("/presProps"))
    properties.target_part._blob = (
        f'<p:presentationPr {NAMES}><p:showPr><p:custShow id="0"/></p:showPr></p:presentationPr>'
    ).encode()


def _section(name: str, at: int, *ids: int) -> str:
    listed = "".join(f'<p14:sldId id="{id_}"/>' for id_ in ids)
    guid = f"{{0000000{at}-0000-4000-8000-000000000000}}"
    held = f"<p14:sldIdLst>{listed}</p14:sldIdLst>"
    return f'<p14:section name="{name}" id="{guid}">{held}</p14:section>'


def _beside(deck: Any, slide: Any) -> None:
    words(slide, "SecretBeside", (-5.0, 1.0, 4.0, 1.0))
    words(slide, "SecretSwitch")._element.nvSpPr.cNvPr.set("hidden", "1")
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(Inches(1), Inches(5), Inches(2), Inches(1))
    far = group.shapes.add_textbox(Inches(11), Inches(5), Inches(2), Inches(1))
    far.text_frame.text = "SecretGrouped"
    words(slide, "SecretCovered", (1.2, 4.2, 1.5, 0.4))
    panel(slide.shapes, (1.0, 4.0, 2.0, 0.8), solid("336699"))
    words(slide, "SecretWhite", (5.0, 4.2, 2.0, 0.4), f"|{solid('FFFFFF')}")
    flying = words(slide, SHOWN[1], (-5.0, 4.0, 4.0, 1.0))
    comes_in = f'<p:bldP spid="{flying.shape_id}" grpId="0"/>'
    slide._element.append(
        xml(
            '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" nodeType="tmRoot"/></p:par>'
            f"</p:tnLst><p:bldLst>{comes_in}</p:bldLst></p:timing>"
        )
    )
    tree = slide._element
    tree.append(tree.find(f"{{{P}}}extLst"))  # which comes last
    parts.label(deck.slide_layouts[5].shapes._spTree, "SecretOnLayout", (-4.0, 1.0, 3.0, 1.0))
    parts.label(deck.slide_layouts[3].shapes._spTree, "SecretLayout", (1.0, 1.0, 3.0, 1.0))


def _links(slide: Any) -> None:
    addresses = (
        "file:///C:/SecretPlan/prices.xlsx",
        r"\\secretshare\sales\deck.pptx",
        "http://secretintranet/wiki",
        "https://secretserver.corp/x",
        "https://www.acme.example/public",
    )
    frame = words(slide, "See: ", (1.0, 6.0, 6.0, 1.0)).text_frame
    for address in addresses:
        run = frame.paragraphs[0].add_run()
        run.text, run.hyperlink.address = "here ", address
    slide.part.relate_to("file:///D:/secretfilm.mp4", KINDS.VIDEO, is_external=True)


def _pictures(first: Any, second: Any) -> None:
    held = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(held, "JPEG", comment=b"SecretCamera")
    photo = first.shapes.add_picture(held, Inches(7), Inches(1))
    photo._element.nvPicPr.cNvPr.set("descr", r"C:\Users\jo\SecretFolder\photo.jpg")
    told = PngImagePlugin.PngInfo()
    told.add_text("Software", "SecretProgram")
    held = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(held, "PNG", pnginfo=told)
    first.shapes.add_picture(held, Inches(8), Inches(1))
    held = io.BytesIO()
    Image.new("RGB", (41, 31), "red").save(held, "PNG")
    second.shapes.add_picture(held, Inches(1), Inches(1))


def _chart(slide: Any) -> None:
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["Now", "Then"]
    data.add_series("You", (3, 5))
    place = map(Inches, (1, 2, 4, 3))
    chart = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data).chart
    chart.part.chart_workbook.update_from_xlsx_blob(_book("SecretCell"))
    root = chart.part._element
    for formula in root.iter("{*}f"):
        formula.text = formula.text.replace("Sheet1", "'SecretSheet 2'")
    plot = root.find(".//{*}barChart")
    space = "http://schemas.microsoft.com/office/drawing/2012/chart"
    plot.append(
        xml(
            f'<c:extLst xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:ext '
            f'uri="{{02D57815-91ED-43cb-92C2-25804820EDAC}}" xmlns:c15="{space}">'
            '<c15:filteredBarSeries><c15:ser><c:idx val="1"/><c:order val="1"/><c:tx><c:v>'
            "SecretFiltered</c:v></c:tx></c15:ser></c15:filteredBarSeries></c:ext></c:extLst>"
        )
    )


def _object(slide: Any) -> None:
    held = io.BytesIO(_book("SecretEmbedded"))
    place = map(Inches, (6, 2, 2, 2))
    slide.shapes.add_ole_object(held, PROG_ID.XLSX, *place)


def _book(cell: str) -> bytes:
    held = io.BytesIO()
    book = Workbook(held, {"in_memory": True})
    book.add_worksheet("Sheet1").write(9, 9, cell)
    book.close()
    return held.getvalue()


def _data(deck: Any, slide: Any) -> None:
    tags = f'<p:tagLst xmlns:p="{P}"><p:tag name="WHO" val="SecretTag"/></p:tagLst>'
    kind = "application/vnd.openxmlformats-officedocument.presentationml.tags+xml"
    relation = parts.add(slide.part, "/ppt/tags/tag1.xml", kind, tags, f"{R}/tags")
    slide._element.cSld.append(xml(f'<p:custDataLst><p:tags r:id="{relation}"/></p:custDataLst>'))
    item = "<item>SecretItem</item>"
    parts.add(deck.part, "/customXml/item1.xml", "application/xml", item, f"{R}/customXml")
    for name, words_, kind in (
        ("revisionInfo", "SecretRevision", f"{OFFICE}/2015/10/relationships/revisionInfo"),
        ("changesInfo", "SecretChange", f"{OFFICE}/2016/11/relationships/changesInfo"),
    ):
        data = f'<x:{name} xmlns:x="urn:test" who="{words_}"/>'
        type_ = f"application/vnd.ms-powerpoint.{name.lower()}+xml"
        parts.add(deck.part, f"/ppt/{name}.xml", type_, data, kind)


def _properties(deck: Any) -> None:
    deck.core_properties.author = deck.core_properties.last_modified_by = "SecretAuthor"
    parts.custom(deck, {"Account": "SecretAccount"})
    for part in deck.part.package.iter_parts():
        name = str(part.partname)
        if name == "/docProps/app.xml":
            part._blob = re.sub(
                rb"<Company>.*?</Company>|<Company/>",
                b"<Company>SecretCompany</Company>",
                part.blob,
            )
            assert b"SecretCompany" in part._blob
        if name == "/ppt/theme/theme1.xml":
            part._blob = part.blob.replace(b'name="Office', b'name="SecretTheme')


def turned(data: bytes, turn: int) -> bytes:
    """Return a JPEG with a segment of Exif that says which way is up, and who took it."""
    maker = b"SecretCamera\0"
    tiff = b"MM\0*" + struct.pack(">IH", 8, 2)
    tiff += struct.pack(">HHIHH", 0x0112, 3, 1, turn, 0)
    tiff += struct.pack(">HHII", 0x010F, 2, len(maker), 38) + struct.pack(">I", 0) + maker
    body = b"Exif\0\0" + tiff
    return data[:2] + struct.pack(">BBH", 0xFF, 0xE1, len(body) + 2) + body + data[2:]


def secrets() -> Iterator[tuple[Trace, str]]:
    """Yield every secret with what it is a trace of."""
    for trace, listed in SECRETS.items():
        for secret in listed:
            yield trace, secret
