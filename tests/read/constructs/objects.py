"""What is embedded in a slide: films, sounds, workbooks; tables; and its notes."""

from __future__ import annotations

import io
from typing import Any

from pptx.enum.shapes import PROG_ID
from xlsxwriter import Workbook as Sheets

from sowhat.model import PictureOrigin, Role, Source
from tests.read.constructs.construct import Construct, Read
from tests.read.constructs.drawing import BLUE, GREEN, MAGENTA, NEAR, RED, apart
from tests.read.constructs.parts import fraction, image, paragraph, q, run, textbox, write
from tests.read.constructs.pictures import inches

PLACE = (2.0, 2.5, 3.0, 2.0)


NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def film(slide: Any) -> None:
    slide.shapes.add_movie(io.BytesIO(b"no real film"), *inches(PLACE),
                           poster_frame_image=image(GREEN), mime_type="video/mp4")  # fmt: skip


def check_film(read: Read) -> None:
    picture = read.picture(PictureOrigin.MEDIA)
    assert picture.content.endswith(".mp4")
    assert picture.pixels == (40, 30)
    read.fills(picture.box, GREEN)


def sound(slide: Any) -> None:
    data = io.BytesIO(b"no real sound")
    movie = slide.shapes.add_movie(data, *inches(PLACE), poster_frame_image=image(RED),
                                   mime_type="audio/mpeg")  # fmt: skip
    kept = movie._element.nvPicPr.nvPr.find(q("a:videoFile"))
    kept.tag = q("a:audioFile")


def check_sound(read: Read) -> None:
    picture = read.picture(PictureOrigin.MEDIA)
    assert picture.content.startswith("media")
    read.fills(picture.box, RED)


def sheets(name: str, words: str, defined: str) -> bytes:
    """A workbook of two sheets with a defined name."""
    data = io.BytesIO()
    with Sheets(data, {"in_memory": True}) as book:
        sheet = book.add_worksheet(name)
        sheet.write(0, 0, words)
        sheet.write(1, 0, 42)
        book.add_worksheet("Assumptions")
        book.define_name(defined, f"='{name}'!$A$2")
    return data.getvalue()


def embedded(slide: Any) -> None:
    book = io.BytesIO(sheets("Globex case", "Hours saved", "hours"))
    frame = slide.shapes.add_ole_object(book, PROG_ID.XLSX, *inches(PLACE),
                                        icon_file=image(BLUE))  # fmt: skip
    frame.name = "Object 3"


def check_embedded(read: Read) -> None:
    picture = read.picture(PictureOrigin.OBJECT)
    assert picture.content.endswith(".xlsx")
    assert picture.workbook is not None
    assert picture.workbook.sheets == ("Globex case", "Assumptions")
    assert picture.workbook.names == ("hours",)
    assert "Hours saved" in picture.workbook.words
    assert apart(fraction(PLACE), picture.box) < NEAR  # its icon is drawn smaller


def table(slide: Any) -> None:
    grid = slide.shapes.add_table(3, 3, *inches((1, 2, 8, 1.8))).table
    properties = grid._tbl.tblPr
    properties.find(q("a:tableStyleId")).text = NO_STYLE  # no ground below the words
    words = (("Need", "Today", "By June"), ("Close in days", "nine", "three"), ("All of it",))
    colors = {"Need": RED, "nine": BLUE, "All of it": MAGENTA}
    for row, texts in enumerate(words):
        for column, text in enumerate(texts):
            cell = grid.cell(row, column)
            write(_Cell(cell), paragraph(run(text, colors.get(text, "808080"))))
    grid.cell(2, 0).merge(grid.cell(2, 2))


class _Cell:
    """A cell as far as writing goes: an element with a text body."""

    def __init__(self, cell: Any) -> None:
        self._element = cell._tc
        self._element.get_or_add_txBody()


def check_table(read: Read) -> None:
    assert read.texts == ["Need", "Today", "By June", "Close in days", "nine", "three", "All of it"]
    assert {(b.role, b.source) for b in read.own} == {(Role.CELL, Source.SLIDE)}
    assert len({b.group for b in read.own}) == 1
    for text, color in (("Need", RED), ("nine", BLUE), ("All of it", MAGENTA)):
        read.around(read.block(text).box, color, 8.0)


def noted(slide: Any) -> None:
    textbox(slide, (1, 2, 5, 1), paragraph(run("Shown")))
    slide.notes_slide.notes_text_frame.text = "Ask who signs.\nThen wait."


def check_noted(read: Read) -> None:
    assert read.texts == ["Shown"]
    read.on_lines(read.own[0], RED)
    assert [(n.text, n.role, n.source, n.box) for n in read.slide.notes] == [
        ("Ask who signs.", Role.NOTES, Source.NOTES, None),
        ("Then wait.", Role.NOTES, Source.NOTES, None),
    ]


CONSTRUCTS = (
    Construct("film", film, check_film),
    Construct("sound", sound, check_sound),
    Construct("embedded workbook", embedded, check_embedded),
    Construct("table with merged cells", table, check_table),
    Construct("notes", noted, check_noted),
)
