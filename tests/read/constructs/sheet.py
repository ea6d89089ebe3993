"""A PDF in the making, and what a construct of one is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from sowhat import fonts
from sowhat.model import Source
from tests.read.constructs.construct import Read
from tests.read.constructs.drawing import BLACK, CYAN, FAMILY, RED

WIDE, HIGH = 720.0, 405.0
SIZE = 18.0
MARK = (690.0, 380.0, 20.0, 15.0)
FOOTER = "© 2026 Acme Inc."


class Sheet:
    """The pages of a PDF; places are points from the top left of the page."""

    def __init__(self, path: Path) -> None:
        registerFont(TTFont(FAMILY, str(fonts.find(FAMILY).path)))
        self.canvas: Any = Canvas(str(path), pagesize=(WIDE, HIGH), invariant=True)

    def text(self, x: float, y: float, text: str, color: str = RED, size: float = SIZE) -> float:
        """Write ``text`` with its baseline at ``y``; returns where it ends."""
        self.canvas.setFillColor(HexColor(f"#{color}"))
        self.canvas.setFont(FAMILY, size)
        self.canvas.drawString(x, HIGH - y, text)
        return x + float(stringWidth(text, FAMILY, size))

    def lines(self, x: float, y: float, lines: Sequence[str], color: str = RED) -> None:
        """Write lines below each other."""
        for number, line in enumerate(lines):
            self.text(x, y + number * 1.2 * SIZE, line, color)

    def rectangle(self, x: float, y: float, wide: float, high: float, color: str) -> None:
        """Fill a rectangle."""
        self.canvas.setFillColor(HexColor(f"#{color}"))
        self.canvas.rect(x, HIGH - y - high, wide, high, stroke=0, fill=1)

    def image(self, x: float, y: float, wide: float, high: float, color: str) -> None:
        """Draw a picture of one colour; its pixels depend on its place, so that no two are one."""
        pixels = 40 + int(x) % 50, 30 + int(y) % 40
        reader = ImageReader(Image.new("RGB", pixels, f"#{color}"))
        self.canvas.drawImage(reader, x, HIGH - y - high, wide, high)

    def frame(self, title: str) -> None:
        """Write what most pages have: a title, a footer, the maker's mark."""
        self.text(50, 50, title, BLACK, 28)
        self.text(50, 395, FOOTER, BLACK, 9)
        self.mark()

    def mark(self) -> None:
        """Draw the maker's mark."""
        x, y, wide, high = MARK
        reader = ImageReader(Image.new("RGB", (64, 48), f"#{CYAN}"))
        self.canvas.drawImage(reader, x, HIGH - y - high, wide, high)

    def next(self) -> None:
        """End the page."""
        self.canvas.showPage()


Mend = Callable[[pikepdf.Pdf, pikepdf.Page], None]


@dataclass(frozen=True)
class Page:
    """Something a PDF can say: ``build`` draws it below the page's title, ``mend`` changes the
    page as it was written, ``check`` asks what was read. A page that is not ``framed`` is its
    construct's alone."""

    name: str
    build: Callable[[Sheet], None]
    check: Callable[[Read], None]
    mend: Mend | None = None
    framed: bool = True
    pages: int = 1
    origins: tuple[Source, ...] = (Source.SLIDE,)  # of the construct's words
