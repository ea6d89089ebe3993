"""What nobody sees of a PDF's words and pictures, and what is read off a scan."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader

from sowhat.model import Slide, Source, Unseen
from sowhat.read.pdf.frame import frame_of
from sowhat.read.pdf.layers import turns_layers_off
from sowhat.read.pdf.seen import seen_of
from sowhat.read.pdf.sight import Patience, Sight
from sowhat.read.pdf.words import words_of
from tests.read.pdf_factory import HIGH, WIDE, Pages, deck_of, texts

HEADING = "What everyone can read"


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path / "deck.pdf").text(50, 60, HEADING, 24)


def unseen(slide: Slide) -> list[tuple[str, Unseen | None]]:
    return [(block.text, block.unseen) for block in slide.unseen]


def only(pages: Pages) -> Slide:
    return deck_of(pages.save()).slides[0]


def traceless(pages: Pages, x: float, y: float, text: str, size: float = 20) -> None:
    line = pages.canvas.beginText(x, HIGH - y)
    line.setFont("Helvetica", size)
    line.setTextRenderMode(3)
    line.textOut(text)
    line.setTextRenderMode(0)
    pages.canvas.drawText(line)


def scan(words: list[str]) -> ImageReader:
    """Return a picture of lines of words, as large as a page."""
    picture = Image.new("RGB", (int(WIDE), int(HIGH)), "white")
    draw = ImageDraw.Draw(picture)
    for number, line in enumerate(words):
        draw.text((50, 84 + 40 * number), line, "black", font_size=20)
    return ImageReader(picture)


LINES = ["We save you forty hours", "in every month of claims"]


def test_words_without_ink_on_plain_ground_are_hidden(pages: Pages) -> None:
    traceless(pages, 50, 200, "Ignore all of this")
    slide = only(pages)
    assert texts(slide) == [HEADING]
    assert unseen(slide) == [("Ignore all of this", Unseen.HIDDEN)]
    box = slide.unseen[0].box
    assert box is not None
    assert box.x0 * WIDE == pytest.approx(50, abs=2)
    assert box.y1 * HIGH == pytest.approx(204, abs=3)


def test_words_that_cover_nothing_at_all_are_hidden(pages: Pages) -> None:
    pages.canvas.setFillAlpha(0)
    pages.text(50, 200, "Clear as air", 20)
    assert unseen(only(pages)) == [("Clear as air", Unseen.HIDDEN)]


def test_a_second_layer_of_the_same_words_is_neither(pages: Pages) -> None:
    traceless(pages, 50, 60, HEADING, 24)
    slide = only(pages)
    assert texts(slide) == [HEADING]
    assert slide.unseen == ()


@pytest.mark.parametrize("first", ["words", "picture"])
def test_the_words_of_a_scan_are_an_ocr_layer(tmp_path: Path, first: str) -> None:
    pages = Pages(tmp_path / "scan.pdf")
    if first == "picture":
        pages.canvas.drawImage(scan(LINES), 0, 0, WIDE, HIGH)
        for number, line in enumerate(LINES):
            traceless(pages, 50, 102 + 40 * number, line)
    else:
        for number, line in enumerate(LINES):
            pages.text(50, 102 + 40 * number, line, 20)
        pages.canvas.drawImage(scan(LINES), 0, 0, WIDE, HIGH)
    deck = deck_of(pages.save())
    slide = deck.slides[0]
    assert " ".join(texts(slide)) == " ".join(LINES)
    assert {block.source for block in slide.blocks} == {Source.OCR}
    assert slide.unseen == ()
    assert deck.gaps == ()


def test_words_under_a_photo_are_covered(pages: Pages) -> None:
    for number, line in enumerate(LINES):
        pages.text(50, 200 + 40 * number, line, 20)
    pages.image(20, 150, 400, 200)
    slide = only(pages)
    assert texts(slide) == [HEADING]
    assert {why for _, why in unseen(slide)} == {Unseen.COVERED}
    assert " ".join(text for text, _ in unseen(slide)) == " ".join(LINES)


def test_words_that_show_through_a_picture_are_seen(pages: Pages) -> None:
    pages.text(50, 200, LINES[0], 20)
    picture = ImageReader(Image.new("RGBA", (40, 30), (255, 0, 0, 60)))
    pages.canvas.drawImage(picture, 20, HIGH - 350, 400, 200, mask="auto")
    slide = only(pages)
    assert texts(slide) == [HEADING, LINES[0]]
    assert slide.blocks[1].source is Source.SLIDE
    assert slide.unseen == ()


def test_words_under_a_panel_are_covered(pages: Pages) -> None:
    pages.text(50, 200, "Old price: 9,000", 20)
    pages.canvas.setFillColorRGB(0.1, 0.2, 0.3)
    pages.canvas.rect(40, HIGH - 210, 300, 40, stroke=0, fill=1)
    pages.canvas.setFillColorRGB(1, 1, 1)
    pages.text(50, 205, "New price", 20)
    slide = only(pages)
    assert unseen(slide) == [("Old price: 9,000", Unseen.COVERED)]
    assert texts(slide) == [HEADING, "New price"]


def test_words_in_the_colour_of_their_ground_have_no_contrast(pages: Pages) -> None:
    pages.canvas.setFillColorRGB(0.1, 0.2, 0.3)
    pages.canvas.rect(40, HIGH - 210, 300, 60, stroke=0, fill=1)
    pages.text(50, 200, "Dark on dark", 20)
    pages.canvas.setFillColorRGB(1, 1, 1)
    pages.text(50, 180, "White on dark", 20)
    pages.text(50, 300, "White on white", 20)
    slide = only(pages)
    assert texts(slide) == [HEADING, "White on dark"]
    assert sorted(unseen(slide)) == [
        ("Dark on dark", Unseen.NO_CONTRAST),
        ("White on white", Unseen.NO_CONTRAST),
    ]


def test_white_words_on_a_picture_are_seen(pages: Pages) -> None:
    pages.image(20, 150, 400, 200)
    pages.canvas.setFillColorRGB(1, 1, 1)
    pages.text(50, 200, "White on red", 20)
    assert texts(only(pages)) == [HEADING, "White on red"]


def test_words_too_small_to_see_have_no_size(pages: Pages) -> None:
    pages.text(50, 200, "Smaller than dust", 0.5)
    assert unseen(only(pages)) == [("Smaller than dust", Unseen.NO_SIZE)]


def test_words_beside_the_page_are_off_the_slide(tmp_path: Path) -> None:
    pages = Pages(tmp_path / "cropped.pdf")
    pages.canvas.setCropBox((100, 50, 620, 350))
    pages.text(120, 100, "Inside the crop", 20).text(5, 20, "Outside it", 20)
    slide = deck_of(pages.text(540, 200, "Cut at the edge", 20).save()).slides[0]
    assert texts(slide)[0] == "Inside the crop"
    assert unseen(slide)[0] == ("Outside it", Unseen.OFF_SLIDE)
    box = slide.unseen[0].box
    assert box is not None
    assert box.y1 < 0


def layered(path: Path, off: str, target: Path, packed: bool = False) -> Slide:
    """Return the page of a deck with a layer "draft" that the configuration turns ``off``."""
    with pikepdf.open(path) as file:
        draft = file.make_indirect(Dictionary(Type=Name.OCG, Name=String("draft")))
        final = file.make_indirect(Dictionary(Type=Name.OCG, Name=String("final")))
        config = {
            "off": Dictionary(OFF=Array([draft])),
            "base": Dictionary(BaseState=Name.OFF, ON=Array([final])),
            "on": Dictionary(OFF=Array([])),
            "other": Dictionary(OFF=Array([final])),
        }[off]
        file.Root.OCProperties = Dictionary(OCGs=Array([draft, final]), D=config)
        page = file.pages[0]
        font = page.Resources["/Font"]["/F1"]
        form = file.make_stream(b"BT /F1 20 Tf 50 105 Td (Only in the form) Tj ET")
        form.update(
            Dictionary(
                Type=Name.XObject,
                Subtype=Name.Form,
                OC=draft,
                BBox=Array([0, 0, WIDE, HIGH]),
                Resources=Dictionary(Font=Dictionary(F1=font)),
            )
        )
        page.Resources.Properties = Dictionary(L1=draft, L2=final)
        page.Resources.XObject.Fx = form
        image = next(str(name) for name in page.Resources.XObject if name != "/Fx")
        page.contents_add(
            b"/OC /L1 BDC BT /F1 20 Tf 50 205 Td (Only a draft) Tj ET "
            b"q 80 0 0 60 500 100 cm %s Do Q EMC "
            % image.encode()
            + b"/OC /L2 BDC BT /F1 20 Tf 50 155 Td (In the end) Tj ET EMC /Fx Do"
        )
        mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
        file.save(target, object_stream_mode=mode)
    return deck_of(target).slides[0]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("off", ["off", "base"])
def test_what_is_on_a_hidden_layer_is_not_seen(
    pages: Pages, tmp_path: Path, off: str, packed: bool
) -> None:
    path = pages.image(600, 20, 60, 60).save()
    slide = layered(path, off, tmp_path / "layers.pdf", packed)
    assert texts(slide) == [HEADING, "In the end"]
    assert [(text, why) for text, why in unseen(slide)] == [
        ("Only a draft", Unseen.HIDDEN),
        ("Only in the form", Unseen.HIDDEN),
    ]
    assert len(slide.pictures) == 1
    (picture,) = slide.unseen_pictures
    assert picture.unseen is Unseen.HIDDEN
    assert picture.box.x0 * WIDE == pytest.approx(500, abs=1)
    assert picture.sha256 == slide.pictures[0].sha256


def test_layers_that_are_on_are_seen(pages: Pages, tmp_path: Path) -> None:
    path = pages.image(600, 20, 60, 60).save()
    slide = layered(path, "on", tmp_path / "layers.pdf")
    assert texts(slide) == [HEADING, "Only a draft", "In the end", "Only in the form"]
    assert (slide.unseen, slide.unseen_pictures) == ((), ())
    assert len(slide.pictures) == 2


def test_each_layer_goes_by_its_own_state(pages: Pages, tmp_path: Path) -> None:
    path = pages.image(600, 20, 60, 60).save()
    slide = layered(path, "other", tmp_path / "layers.pdf")
    assert texts(slide) == [HEADING, "Only a draft", "Only in the form"]
    assert unseen(slide) == [("In the end", Unseen.HIDDEN)]


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_is_asked_whether_it_hides_layers(
    pages: Pages, tmp_path: Path, packed: bool
) -> None:
    path = pages.image(600, 20, 60, 60).save()
    answers = {}
    for off in ("off", "on"):
        layered(path, off, tmp_path / f"{off}.pdf", packed)
        answers[off] = turns_layers_off(tmp_path / f"{off}.pdf")
    assert answers == {"off": True, "on": False}
    assert not turns_layers_off(path)


@pytest.mark.parametrize(("seconds", "gone"), [(9.0, True), (0.0, False)])
def test_without_patience_nothing_is_out_of_sight(pages: Pages, seconds: float, gone: bool) -> None:
    pages.canvas.setFillColorRGB(1, 1, 1)
    path = pages.text(50, 300, "White on white", 20).save()
    document = pypdfium2.PdfDocument(path)
    page = pypdfium2.raw.FPDF_LoadPage(document.raw, 0)
    frame = frame_of(page)
    assert frame is not None
    words = words_of(page, frame).words
    seen = seen_of(page, frame, words, frozenset(), Sight(page, frame, Patience(seconds)))
    pypdfium2.raw.FPDF_ClosePage(page)
    document.close()
    assert ("White" in [word.text for word in seen.words]) is not gone
    assert len(seen.words) + len(seen.unseen) == len(words)
