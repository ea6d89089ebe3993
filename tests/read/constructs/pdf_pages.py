"""Pages turned and cropped, their pictures, links and annotations, and pages that build up."""

from __future__ import annotations

import pikepdf
from reportlab.lib.colors import HexColor

from sowhat.model import PictureOrigin, Role
from tests.read.constructs.construct import Read
from tests.read.constructs.drawing import BLUE, GREEN, MAGENTA, RED
from tests.read.constructs.pdf_words import on_ink
from tests.read.constructs.sheet import HIGH, WIDE, Page, Sheet

PLACE = (100.0, 120.0, 240.0, 120.0)  # left, top, width, height
TOP = HIGH - PLACE[1]
RECTANGLE = (PLACE[0], TOP - PLACE[3], PLACE[0] + PLACE[2], TOP)


def turned(degrees: int) -> Page:
    """A page that is saved turned and shown upright."""

    def build(sheet: Sheet) -> None:
        canvas = sheet.canvas
        canvas.translate(*{90: (WIDE, 0), 180: (WIDE, HIGH), 270: (0, HIGH)}[degrees])
        canvas.rotate(degrees)
        canvas.translate(0, (WIDE if degrees != 180 else HIGH) - HIGH)
        sheet.text(40, 60, f"Upright after {degrees}")
        sheet.image(60, 150, 150, 90, GREEN)

    def turn(_: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.Rotate = degrees

    def check(read: Read) -> None:
        (block,) = read.slide.blocks
        assert block.text == f"Upright after {degrees}"
        assert block.box is not None
        assert block.box.x0 < 0.15
        on_ink(read, block, RED)
        read.fills(read.picture(PictureOrigin.IMAGE).box, GREEN)

    return Page(f"page turned by {degrees}", build, check, turn, framed=False)


def cut(sheet: Sheet) -> None:
    sheet.text(150, 150, "Inside the crop")
    sheet.text(5, 20, "Outside of it", BLUE)
    sheet.image(300, 200, 150, 90, GREEN)
    sheet.image(550, 200, 150, 90, MAGENTA)


def crop(_: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.CropBox = pikepdf.Array([100, 50, 620, 350])


def enlarge(_: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.obj.UserUnit = 2


def check_cut(read: Read) -> None:
    assert [block.text for block in read.slide.blocks] == ["Inside the crop"]
    on_ink(read, read.slide.blocks[0], RED)
    inside, partly = read.slide.pictures
    read.fills(inside.box, GREEN)
    read.fills(partly.box, MAGENTA)


def whole(sheet: Sheet) -> None:
    sheet.text(150, 150, "In units of its own")
    sheet.image(300, 200, 150, 90, GREEN)


def check_whole(read: Read) -> None:
    on_ink(read, read.block("In units of its own"), RED)
    read.fills(read.picture(PictureOrigin.IMAGE).box, GREEN)


def picture(sheet: Sheet) -> None:
    sheet.image(*PLACE, GREEN)


def check_picture(read: Read) -> None:
    found = read.picture(PictureOrigin.IMAGE)
    assert found.pixels == (40 + 100 % 50, 30 + 120 % 40)
    assert found.sha256 is not None
    read.fills(found.box, GREEN)


def clipped(sheet: Sheet) -> None:
    canvas = sheet.canvas
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(*RECTANGLE[:2], *PLACE[2:])
    canvas.clipPath(path, stroke=0, fill=0)
    sheet.image(60, 90, 500, 250, GREEN)
    canvas.restoreState()


def check_clipped(read: Read) -> None:
    read.fills(read.picture(PictureOrigin.IMAGE).box, GREEN)


def drawn(sheet: Sheet) -> None:
    """A group of outlines: a flower of bent leaves."""
    canvas = sheet.canvas
    canvas.setFillColor(HexColor(f"#{BLUE}"))
    for number in range(12):
        canvas.saveState()
        canvas.translate(300, 180)
        canvas.rotate(30 * number)
        path = canvas.beginPath()
        path.moveTo(0, 0)
        path.curveTo(20, 30, 60, 30, 90, 0)
        path.curveTo(60, -10, 20, -10, 0, 0)
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.restoreState()


def check_drawn(read: Read) -> None:
    found = read.picture(PictureOrigin.DRAWING)
    read.fills(found.box, BLUE)


STEPS = ("First you name the goal", "Then we count the days", "Then you decide")


def steps(sheet: Sheet) -> None:
    for count in range(1, len(STEPS) + 1):
        if count > 1:
            sheet.next()
            sheet.frame("a slide in steps")
        for number, (text, color) in enumerate(
            zip(STEPS[:count], (RED, BLUE, MAGENTA), strict=False)
        ):
            sheet.text(60, 130 + 60 * number, text, color)


def check_steps(read: Read) -> None:
    last = read.number + len(STEPS) - 1
    slides = read.deck.slides[read.number - 1 : last]
    assert [slide.step_of for slide in slides] == [last, last, None]
    texts = [block.text for block in slides[-1].blocks if block.role is Role.BODY]
    assert texts == list(STEPS)
    first, *_ = (block for block in slides[0].blocks if block.text == STEPS[0])
    on_ink(read, first, RED)
    others = [slide.step_of for slide in read.deck.slides if slide not in slides]
    assert others == [None] * len(others)


PAGES = (
    turned(90),
    turned(180),
    turned(270),
    Page("cropped page", cut, check_cut, crop, framed=False),
    Page("page in larger units", whole, check_whole, enlarge, framed=False),
    Page("a picture", picture, check_picture),
    Page("a picture cut by a path", clipped, check_clipped),
    Page("a group of outlines", drawn, check_drawn),
    Page("a slide in steps", steps, check_steps, pages=len(STEPS)),
)
