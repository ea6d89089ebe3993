"""Crops, alt texts, films, embedded objects and controls."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pptx.enum.shapes import PROG_ID
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Inches
from xlsxwriter import Workbook as Sheets

from sowhat.model import Box, PictureOrigin
from tests.read.conftest import Make, Read
from tests.read.pptx_factory import HIGH, WIDE, R, add_part, blank, panel, solid, words, xml

PLACE = (2.0, 3.0, 4.0, 1.0)
BOX = Box(2 / WIDE, 3 / HIGH, 6 / WIDE, 4 / HIGH)


def inches() -> tuple[Any, ...]:
    return tuple(Inches(value) for value in PLACE)


def add_picture(shapes: Any, png: bytes, alt: str = "") -> Any:
    picture = shapes.add_picture(io.BytesIO(png), *inches())
    if alt:
        picture._element.nvPicPr.cNvPr.set("descr", alt)
    else:
        del picture._element.nvPicPr.cNvPr.attrib["descr"]
    return picture


@pytest.mark.parametrize(
    ("cut", "laid", "crop"),
    [
        ("", "", None),
        ('l="0" r="0"', 'l="0"', None),
        ('l="25000" t="10000" b="20000"', "", Box(0.25, 0.1, 1.0, 0.8)),
        ('l="-50000"', "", Box(-0.5, 0.0, 1.0, 1.0)),
        ("", 'l="-100000"', Box(0.5, 0.0, 1.0, 1.0)),
        ("", 'l="25000" r="25000"', Box(-0.5, 0.0, 1.5, 1.0)),
        ('r="50000"', 't="-100000"', Box(0.0, 0.5, 0.5, 1.0)),
        ('l="60000" r="60000"', "", None),  # nothing would be left
    ],
)
def test_crops(
    cut: str, laid: str, crop: Box | None, make_deck: Make, read_pptx: Read, png: bytes
) -> None:
    def build(presentation: Any) -> None:
        picture = add_picture(blank(presentation).shapes, png)
        fill = picture._element.blipFill
        fill.insert(1, xml(f"<a:srcRect {cut}/>"))
        fill.find(".//{*}fillRect").getparent().replace(
            fill.find(".//{*}fillRect"), xml(f"<a:fillRect {laid}/>")
        )

    (picture,) = read_pptx(make_deck(build)).slides[0].pictures
    if crop is None or picture.crop is None:
        assert picture.crop is crop
    else:
        assert picture.crop.holds(crop, 1e-9)
        assert crop.holds(picture.crop, 1e-9)


def test_titles_and_alt_texts(make_deck: Make, read_pptx: Read, png: bytes) -> None:
    def build(presentation: Any) -> None:
        shapes = blank(presentation).shapes
        for alt, title in (("A plant", ""), ("", "Site"), ("A plant", "Site"), ("Same", "Same")):
            picture = add_picture(shapes, png, alt)
            picture._element.nvPicPr.cNvPr.set("title", title)

    pictures = read_pptx(make_deck(build)).slides[0].pictures
    assert [picture.alt for picture in pictures] == ["A plant", "Site", "Site: A plant", "Same"]


def test_alt_texts_of_groups(make_deck: Make, read_pptx: Read, png: bytes) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        for name, alts in (("one", [""]), ("said", ["Own"]), ("many", ["", ""]), ("none", [])):
            group = slide.shapes.add_group_shape()
            group._element.nvGrpSpPr.cNvPr.set("descr", f"Group of {name}")
            group.name = name
            words(group, name)
            for alt in alts:
                add_picture(group.shapes, png, alt)

    pictures = read_pptx(make_deck(build)).slides[0].pictures
    assert [(p.alt, p.origin) for p in pictures] == [
        ("Group of one", PictureOrigin.IMAGE),
        ("Own", PictureOrigin.IMAGE),
        ("Group of said", PictureOrigin.DRAWING),
        ("", PictureOrigin.IMAGE),
        ("", PictureOrigin.IMAGE),
        ("Group of many", PictureOrigin.DRAWING),
        ("Group of none", PictureOrigin.DRAWING),
    ]


def add_film(slide: Any, png: bytes) -> Any:
    return slide.shapes.add_movie(
        io.BytesIO(b"film"), *inches(), poster_frame_image=io.BytesIO(png), mime_type="video/mp4"
    )._element.nvPicPr.nvPr


def test_films_tell_their_file(make_deck: Make, read_pptx: Read, png: bytes) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        add_film(slide, png)
        for address in ("https://video.example/watch?v=7", "file:///C:/Films/plant%20tour.mp4"):
            properties = add_film(slide, png)
            relation = slide.part.relate_to(address, RT.VIDEO, is_external=True)
            properties.remove(properties.find("{*}extLst"))
            properties[0].set(f"{{{R}}}link", relation)

    pictures = read_pptx(make_deck(build)).slides[0].pictures
    assert {p.origin for p in pictures} == {PictureOrigin.MEDIA}
    assert [p.content for p in pictures] == [
        "media1.mp4",
        "https://video.example/watch?v=7",
        "plant%20tour.mp4",
    ]


def sheets() -> io.BytesIO:
    data = io.BytesIO()
    with Sheets(data, {"in_memory": True}) as book:
        book.add_worksheet("Savings").write(0, 0, "Hours")
    return io.BytesIO(data.getvalue())


def test_embedded_objects_tell_program_and_file(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        for program, data in ((PROG_ID.XLSX, sheets()), ("Visio.Drawing.15", io.BytesIO(b"v"))):
            shape = slide.shapes.add_ole_object(data, program, *inches())
            shape.name = str(program)

    sheet, drawing = read_pptx(make_deck(build)).slides[0].pictures
    assert (sheet.origin, drawing.origin) == (PictureOrigin.OBJECT, PictureOrigin.OBJECT)
    assert sheet.content == "Excel.Sheet.12 Microsoft_Excel_Sheet1.xlsx"
    assert drawing.content == "Visio.Drawing.15 oleObject1.bin"
    assert sheet.workbook is not None
    assert (sheet.workbook.file, sheet.workbook.sheets) == (
        "Microsoft_Excel_Sheet1.xlsx", ("Savings",))  # fmt: skip
    assert drawing.workbook is None
    assert sheet.sha256 is not None  # of the picture that stands for it
    assert sheet.box.holds(BOX, 1e-4)


def test_linked_objects_and_such_without_a_picture(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        shape = slide.shapes.add_ole_object(sheets(), PROG_ID.XLSX, *inches())
        shape.name = ""
        own = shape._element.find(".//{*}oleObj")
        address = "file:///\\\\server\\share\\budget.xlsx"
        relation = slide.part.relate_to(address, RT.OLE_OBJECT, is_external=True)
        own.set(f"{{{R}}}id", relation)
        own.set("name", "Worksheet")
        own.remove(own.find("{*}pic"))

    (picture,) = read_pptx(make_deck(build)).slides[0].pictures
    assert (picture.name, picture.content) == ("Worksheet", "Excel.Sheet.12 budget.xlsx")
    assert (picture.sha256, picture.origin) == (None, PictureOrigin.OBJECT)
    assert picture.workbook is not None
    assert picture.workbook.sheets == ()


def test_controls_are_named(make_deck: Make, read_pptx: Read, png: bytes) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        picture = add_picture(slide.shapes, png)._element
        control = xml('<p:control name="StartButton" r:id="rId77"/>')
        nowhere = xml('<p:control name="Nowhere" r:id="rId78"/>')
        control.append(picture)
        holder = xml("<p:controls/>")
        holder.extend([control, nowhere])
        slide._element.cSld.append(holder)

    (picture,) = read_pptx(make_deck(build)).slides[0].pictures
    assert (picture.name, picture.content) == ("StartButton", "ActiveX")
    assert picture.origin is PictureOrigin.OBJECT
    assert picture.pixels == (30, 20)
    assert picture.box.holds(BOX, 1e-4)


def test_odd_objects_cost_nothing_else(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        words(slide, "Still here")
        shape = slide.shapes.add_ole_object(io.BytesIO(b"x"), PROG_ID.XLSX, *inches())
        own = shape._element.find(".//{*}oleObj")
        own.set(f"{{{R}}}id", "rId99")
        del own.attrib["progId"]
        add_part(slide.part, "/ppt/theme/themeOverride1.xml", "<a", f"{R}/themeOverride")

    (slide,) = read_pptx(make_deck(build)).slides
    icon = {"Microsoft", "Excel Worksheet"}  # what the object's picture says
    assert {b.text for b in slide.blocks} - icon == {"Still here"}
    assert [p.content for p in slide.pictures] == [""]


def test_what_the_layout_keeps_in_placeholders_is_not_shown(
    make_deck: Make, read_pptx: Read, png: bytes
) -> None:
    def build(presentation: Any) -> None:
        layout = presentation.slide_layouts[6]
        donor = blank(presentation)
        blank(presentation)
        picture = add_picture(donor.shapes, png)._element
        picture.nvPicPr.nvPr.append(xml('<p:ph type="pic" idx="13"/>'))
        drawn = panel(donor.shapes, PLACE, solid("00AA00"))
        drawn.text_frame.text = "Drawn by hand"
        drawn._element.nvSpPr.nvPr.set("userDrawn", "1")
        prompt = words(donor, "Click to add text")._element
        prompt.nvSpPr.nvPr.append(xml('<p:ph type="body" idx="14" hasCustomPrompt="1"/>'))
        hidden = words(donor, "Kept back", (2, 5, 4, 1))._element
        hidden.nvSpPr.cNvPr.set("hidden", "1")
        for shape in (picture, drawn._element, prompt, hidden):
            layout.shapes._spTree.append(shape)

    for slide in read_pptx(make_deck(build)).slides:
        assert [b.text for b in slide.blocks] == ["Drawn by hand"]
        assert (slide.pictures, slide.unseen) == ((), ())
