"""Small PDFs for the tests, drawn with reportlab. Places are points from the top left."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from sowhat.model import Block, Deck, Role, Slide
from sowhat.read.pdf import read

WIDE, HIGH = 720.0, 405.0


class Pages:
    """A PDF in the making; ``save`` writes it."""

    def __init__(self, path: Path, size: tuple[float, float] = (WIDE, HIGH)) -> None:
        self.path, self.high = path, size[1]
        self.canvas = Canvas(str(path), pagesize=size, initialFontName="Helvetica")

    def text(
        self, x: float, y: float, text: str, size: float = 14, font: str = "Helvetica"
    ) -> Pages:
        """Write ``text`` with its baseline at ``y``."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.high - y, text)
        return self

    def lines(
        self, x: float, y: float, lines: Sequence[str], size: float = 14, pitch: float = 1.2
    ) -> Pages:
        """Write lines below each other, ``pitch`` sizes apart."""
        for number, line in enumerate(lines):
            self.text(x, y + number * pitch * size, line, size)
        return self

    def image(self, x: float, y: float, wide: float, high: float, color: str = "red") -> Pages:
        """Draw a picture of 40 by 30 pixels with its top left at ``x``, ``y``."""
        picture = ImageReader(Image.new("RGB", (40, 30), color))
        self.canvas.drawImage(picture, x, self.high - y - high, wide, high)
        return self

    def next(self) -> Pages:
        """Start the next page."""
        self.canvas.showPage()
        return self

    def save(self) -> Path:
        """Write the file."""
        self.canvas.showPage()
        self.canvas.save()
        return self.path


def no_progress(done: int, total: int) -> None:
    """Take the progress of a reading and leave it."""


def deck_of(path: Path, password: str | None = None) -> Deck:
    """Read a PDF in this process."""
    return read(str(path), password, True, no_progress)


def texts(slide: Slide, role: Role | None = None) -> list[str]:
    """Return the texts of the slide's blocks, of one role if given."""
    return [block.text for block in slide.blocks if role in (None, block.role)]


def block_with(slide: Slide, text: str) -> Block:
    """Return the block that holds ``text``."""
    return next(block for block in slide.blocks if text in block.text)
