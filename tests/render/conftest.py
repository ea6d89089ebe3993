import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt
from reportlab.pdfgen.canvas import Canvas

from sowhat.model import Block, Box, Deck, DeckKind, Picture, PictureOrigin, Role, Run, Slide
from sowhat.worker import Worker


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as child:
        yield child


@pytest.fixture
def pptx(tmp_path: Path) -> Path:
    """Two slides, 10 by 7.5 inches: a red box from (2.5, 1.5) to (5, 3); words with signs."""
    deck = Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[6])
    box = first.shapes.add_shape(
        MSO_SHAPE.RECTANGLE, Inches(2.5), Inches(1.5), Inches(2.5), Inches(1.5)
    )
    box.fill.solid()
    box.fill.fore_color.rgb = RGBColor(255, 0, 0)  # type: ignore[no-untyped-call]
    box.line.fill.background()
    second = deck.slides.add_slide(deck.slide_layouts[6])
    words = second.shapes.add_textbox(Inches(1), Inches(1), Inches(8), Inches(1))
    run = words.text_frame.paragraphs[0].add_run()
    run.text = "Done ✓ 50 %"
    run.font.name = "Quite Unheard"
    run.font.size = Pt(40)
    path = tmp_path / "deck.pptx"
    deck.save(str(path))
    return path


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """A page of 400 by 300 points with a red box, then the same turned right and cropped."""
    path, flat = tmp_path / "deck.pdf", tmp_path / "flat.pdf"
    canvas = Canvas(str(flat), pagesize=(400, 300))
    for _ in range(2):
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(100, 180, 100, 60, stroke=0, fill=1)  # y 60 to 120 from the top
        canvas.showPage()
    canvas.save()
    with pikepdf.open(flat) as document:
        document.pages[1].Rotate = 90
        document.pages[1].CropBox = pikepdf.Array([100, 0, 400, 300])
        document.save(path)
    return path


@pytest.fixture
def read_deck() -> Deck:
    """A deck as it is read: a title, a long body, words with places, and a picture."""
    title = Block("Close the books in 3 days", Role.TITLE, Box(0.05, 0.05, 0.95, 0.2))
    body = Block("many words " * 60, Role.BODY, Box(0.05, 0.3, 0.45, 0.9), runs=(Run("", 18.0),))
    picture = Picture(Box(0.5, 0.3, 0.9, 0.9), PictureOrigin.IMAGE, name="Plant in Graz")
    slide = Slide(1, title.text, (title, body), (picture,))
    return Deck("none.pptx", "", DeckKind.PPTX, 720, 405, (slide, Slide(2)))


@pytest.fixture
def metafile(tmp_path: Path) -> Path:
    """Write a deck whose one slide shows a picture that the drawing library leaves out."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    pixel = BytesIO()
    Image.new("RGB", (4, 4), "red").save(pixel, "PNG")
    pixel.seek(0)
    slide.shapes.add_picture(pixel, Inches(2.5), Inches(1.5), Inches(5), Inches(3))
    whole = tmp_path / "whole.pptx"
    deck.save(str(whole))
    plain = tmp_path / "emf.pptx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(plain, "w") as new:
        for part in old.namelist():
            data = old.read(part)
            if part.endswith((".rels", "[Content_Types].xml")):
                data = data.replace(b"image1.png", b"image1.emf")
                data = data.replace(b'Extension="png"', b'Extension="emf"')
            if part.endswith("image1.png"):
                data = b"\x01\x00\x00\x00" + bytes(200)
            new.writestr(part.replace("image1.png", "image1.emf"), data)
    return plain
