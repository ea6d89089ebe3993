"""Decks with pictures in them, made by the tests."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pptx
from PIL import Image, ImageDraw, ImageFont
from pptx.util import Emu
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from sowhat import fonts

WIDE, HIGH = 960, 540  # points of a slide
POINT = 12_700


def png(image: Image.Image, kind: str = "PNG", **more: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def typeface(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(io.BytesIO(fonts.data(fonts.find("Carlito"))), size)


def page_of_words(lines: Iterable[str], size: tuple[int, int] = (1280, 720)) -> Image.Image:
    """Draw lines of words as one picture, the first as a headline."""
    image = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(image)
    top = 50
    for number, line in enumerate(lines):
        high = 64 if number == 0 else 34
        pen.text((70, top), line, font=typeface(high), fill=(25, 35, 60))
        top += round(1.9 * high)
    return image


def noise(seed: int, size: tuple[int, int] = (320, 200)) -> Image.Image:
    """Draw something that is like nothing else."""
    import numpy as np

    chance = np.random.default_rng(seed)
    small = chance.integers(0, 255, (size[1] // 20, size[0] // 20, 3), dtype=np.uint8)
    return Image.fromarray(small).resize(size, Image.Resampling.BICUBIC)


class Show:
    """A PowerPoint file in the making: slides of one title and pictures anywhere."""

    def __init__(self) -> None:
        self.deck = pptx.Presentation()
        self.deck.slide_width, self.deck.slide_height = Emu(WIDE * POINT), Emu(HIGH * POINT)

    def slide(self, title: str = "") -> Any:
        """Add a slide with a title, or an empty one."""
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[5 if title else 6])
        if title:
            slide.shapes.title.text = title
        return slide

    def save(self, path: Path) -> Path:
        self.deck.save(str(path))
        return path


def put(slide: Any, data: bytes, box: tuple[float, float, float, float]) -> Any:
    """Put a picture into a box of fractions of the slide."""
    x0, y0, x1, y1 = box
    return slide.shapes.add_picture(
        io.BytesIO(data),
        Emu(round(x0 * WIDE * POINT)),
        Emu(round(y0 * HIGH * POINT)),
        Emu(round((x1 - x0) * WIDE * POINT)),
        Emu(round((y1 - y0) * HIGH * POINT)),
    )


def swapped(path: Path, old: bytes, new: bytes) -> Path:
    """Put other bytes in the place of a picture of a saved deck."""
    import zipfile

    with zipfile.ZipFile(path) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    assert old in parts.values()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, new if data == old else data)
    return path


def pdf(path: Path, pages: Iterable[Iterable[tuple[Image.Image, tuple[float, ...]]]]) -> Path:
    """Save a PDF of pages with pictures in boxes of fractions of the page."""
    canvas = Canvas(str(path), pagesize=(WIDE, HIGH), invariant=True)
    for pictures in pages:
        for image, (x0, y0, x1, y1) in pictures:
            place = x0 * WIDE, (1 - y1) * HIGH, (x1 - x0) * WIDE, (y1 - y0) * HIGH
            canvas.drawImage(ImageReader(image), *place, mask="auto")
        canvas.showPage()
    canvas.save()
    return path
