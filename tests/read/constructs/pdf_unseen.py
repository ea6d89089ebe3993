"""Words of a page that nobody sees, and those that are seen only in a picture of them."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader

from sowhat import fonts
from sowhat.model import PictureOrigin, Role, Source, Unseen
from tests.read.constructs.construct import Read
from tests.read.constructs.drawing import BLUE, FAMILY, GREEN, MAGENTA, RED
from tests.read.constructs.pdf_words import on_ink
from tests.read.constructs.sheet import HIGH, SIZE, Page, Sheet

SCANNED = (Source.SLIDE, Source.OCR)
SCAN = (50.0, 90.0, 400.0, 200.0)


GRAIN = 3  # pixels of a scan in a point


def scan(sheet: Sheet, text: str) -> None:
    """Draw a picture of words, as a scanner makes it."""
    x, y, wide, high = SCAN
    paper = Image.new("RGB", (int(GRAIN * wide), int(GRAIN * high)), f"#{GREEN}")
    face = ImageFont.truetype(str(fonts.find(FAMILY).path), GRAIN * SIZE)
    at = GRAIN * (80 - x), GRAIN * (150 - y)
    ImageDraw.Draw(paper).text(at, text, fill=f"#{RED}", font=face, anchor="ls")
    sheet.canvas.drawImage(ImageReader(paper), x, HIGH - y - high, wide, high)


def invisible(sheet: Sheet, text: str) -> None:
    sheet.canvas._code.append("BT 3 Tr ET")
    sheet.text(80, 150, text, BLUE)
    sheet.canvas._code.append("BT 0 Tr ET")


def hidden_layer(sheet: Sheet) -> None:
    sheet.text(50, 120, "In plain sight", BLUE)
    sheet.canvas._code.append("/OC /Layer BDC")
    sheet.text(50, 200, "On a layer that is off")
    sheet.canvas._code.append("EMC")


def switch_off(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    layer = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("Draft"))
    )
    page.obj.Resources.Properties = pikepdf.Dictionary(Layer=layer)
    pdf.Root.OCProperties = pikepdf.Dictionary(
        OCGs=pikepdf.Array([layer]),
        D=pikepdf.Dictionary(OFF=pikepdf.Array([layer]), Order=pikepdf.Array([layer])),
    )


def recognized(sheet: Sheet) -> None:
    """Letters that are not drawn over a picture of words: what OCR programs write."""
    scan(sheet, "Read from the scan")
    invisible(sheet, "Read from the scan")
    sheet.text(500, 150, "Typed", MAGENTA)


def below_scan(sheet: Sheet) -> None:
    """Letters below the picture of a scanned page: the other way to hide recognized words."""
    sheet.text(80, 150, "Read from the scan", BLUE)
    scan(sheet, "Read from the scan")


def check_recognized(read: Read) -> None:
    """What is seen of recognized words is the picture's: there they have to stand."""
    block = read.block("Read from the scan")
    assert (block.role, block.source, block.unseen) == (Role.BODY, Source.OCR, None)
    assert [b.source for b in read.own if b is not block] in ([], [Source.SLIDE])
    assert read.slide.unseen == ()
    assert read.drawing.ink(BLUE) is None
    on_ink(read, block, RED)
    read.fills(read.picture(PictureOrigin.IMAGE).box, GREEN)


def covered(sheet: Sheet) -> None:
    sheet.text(80, 150, "Below a picture")
    sheet.image(*SCAN, GREEN)
    sheet.text(500, 150, "In plain sight", BLUE)


def inkless(sheet: Sheet) -> None:
    invisible(sheet, "Not drawn")
    sheet.text(500, 150, "In plain sight", BLUE)


def white(sheet: Sheet) -> None:
    sheet.text(80, 150, "White on white", "FFFFFF")
    sheet.text(500, 150, "In plain sight", BLUE)


def why(text: str, reason: Unseen) -> Callable[[Read], None]:
    """Ask that words are told apart for this reason, and are not drawn."""

    def check(read: Read) -> None:
        assert read.texts == ["In plain sight"]
        assert [(block.text, block.unseen) for block in read.slide.unseen] == [(text, reason)]
        assert read.drawing.ink(RED) is None
        on_ink(read, read.block("In plain sight"), BLUE)

    return check


PAGES = (
    Page("hidden layer", hidden_layer, why("On a layer that is off", Unseen.HIDDEN), switch_off),
    Page("recognized words over a scan", recognized, check_recognized, origins=SCANNED),
    Page("recognized words under a scan", below_scan, check_recognized, origins=SCANNED),
    Page("words under a picture", covered, why("Below a picture", Unseen.COVERED)),
    Page("words without ink", inkless, why("Not drawn", Unseen.HIDDEN)),
    Page("words in the page's colour", white, why("White on white", Unseen.NO_CONTRAST)),
)
