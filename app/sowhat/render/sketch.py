"""A plain sketch of a slide from what was read of it: its words in their places, and frames."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from sowhat import fonts
from sowhat.model import Block, Box, Deck, Picture, Role, Slide
from sowhat.render.drawn import Drawn, scale_for
from sowhat.texts import text

PAPER, INK, FAINT, FRAME, EDGE = "#ffffff", "#2b2f36", "#8a919c", "#eef0f3", "#c3c8d0"
FAMILY = "Carlito"
USUAL = {Role.TITLE: 32.0, Role.SUBTITLE: 20.0, Role.FOOTER: 10.0}  # points, where none was read
BODY = 16.0  # points, for all other roles
SMALLEST = 5.0  # pixels, below which words are not shrunk
DASH = 8  # pixels


def sketch(deck: Deck, number: int, width: int) -> Drawn:
    """Return slide ``number`` (from 1) ``width`` pixels wide where that fits."""
    scale = scale_for(width, deck.width, deck.height)
    size = max(round(deck.width * scale), 1), max(round(deck.height * scale), 1)
    image = Image.new("RGB", size, PAPER)
    _Sketcher(image, scale).slide(deck.slides[number - 1])
    out = BytesIO()
    image.save(out, "PNG")
    return Drawn(out.getvalue(), *size)


def with_words(png: bytes, width: float, words: Sequence[Block]) -> bytes:
    """Return the picture of a slide ``width`` points wide with ``words`` set in their boxes."""
    with Image.open(BytesIO(png), formats=("PNG",)) as drawn:
        image = drawn.convert("RGB")
    sketcher = _Sketcher(image, image.width / max(width, 1.0))
    for block in words:
        sketcher.line(block)
    out = BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()


class _Sketcher:
    """Draws on one image; ``scale`` is in pixels a point."""

    def __init__(self, image: Image.Image, scale: float) -> None:
        self._draw = ImageDraw.Draw(image)
        self._width, self._height = image.size
        self._scale = scale

    def slide(self, slide: Slide) -> None:
        for picture in slide.pictures:
            self._picture(picture)
        for block in slide.blocks:
            if block.box is not None and block.text.strip():
                self._block(block, block.box)
        self._label()

    def line(self, block: Block) -> None:
        """Set words in one line, as high as their box; too small to be read, they are a stroke."""
        if block.box is None:
            return
        x0, y0, x1, y1 = self._pixels(block.box)
        middle = (y0 + y1) / 2
        if min(y1 - y0, (x1 - x0) / _length(block.text, 1, bold=False)) < SMALLEST:
            self._draw.line((x0, middle, x1, middle), fill=FAINT)
            return
        font = _one_line(block.text, x1 - x0, y1 - y0, bold=False)
        self._draw.text((x0, middle), block.text, fill=INK, font=font, anchor="lm")

    def _picture(self, picture: Picture) -> None:
        x0, y0, x1, y1 = self._pixels(picture.box)
        if x1 - x0 < 3 or y1 - y0 < 3:
            return
        self._draw.rectangle((x0, y0, x1, y1), fill=FRAME, outline=EDGE)
        name = " ".join((picture.alt or picture.name).split())
        lines, font = _fitted(name, x1 - x0 - 8, y1 - y0 - 8, 12 * self._scale, bold=False)
        if name and len(lines) == 1:
            middle = (x0 + x1) / 2, (y0 + y1) / 2
            self._draw.text(middle, name, fill=FAINT, font=font, anchor="mm")

    def _block(self, block: Block, box: Box) -> None:
        bold = block.role is Role.TITLE
        size = (block.size or USUAL.get(block.role, BODY)) * self._scale
        if block.spans:
            for span in block.spans:
                words = block.text[span.start : span.end].strip()
                x0, y0, x1, y1 = self._pixels(span.box)
                tall = size if block.size else (y1 - y0) or size
                font = _one_line(words, x1 - x0, tall, bold=bold)
                self._draw.text((x0, y1), words, fill=INK, font=font, anchor="ld")
            return
        x0, y0, x1, y1 = self._pixels(box)
        lines, font = _fitted(block.text, x1 - x0, y1 - y0, size, bold=bold)
        for row, line in enumerate(lines):
            self._draw.text((x0, y0 + row * _pitch(font)), line, fill=INK, font=font, anchor="la")

    def _label(self) -> None:
        # A dashed edge and a word: nobody shall take this for the slide itself.
        for x in range(0, self._width, 2 * DASH):
            for y in (0, self._height - 1):
                self._draw.line((x, y, x + DASH, y), fill=EDGE)
        for y in range(0, self._height, 2 * DASH):
            for x in (0, self._width - 1):
                self._draw.line((x, y, x, y + DASH), fill=EDGE)
        font = _font(max(self._width / 64, SMALLEST), bold=False)
        corner = self._width - DASH, self._height - DASH
        self._draw.text(corner, text("render.sketch"), fill=FAINT, font=font, anchor="rd")

    def _pixels(self, box: Box) -> tuple[float, float, float, float]:
        w, h = self._width, self._height
        return box.x0 * w, box.y0 * h, box.x1 * w, box.y1 * h


@lru_cache(maxsize=64)
def _font(size: float, *, bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(fonts.find(FAMILY, bold=bold).path), size)


def _pitch(font: ImageFont.FreeTypeFont) -> float:
    return fonts.line_height(FAMILY, font.size)


def _one_line(words: str, width: float, height: float, *, bold: bool) -> ImageFont.FreeTypeFont:
    # A word's place is often no higher than its letters; its width is the better guide.
    size = min(1.1 * height, width / _length(words, 1, bold=bold))
    return _font(max(round(size, 1), SMALLEST), bold=bold)


def _fitted(
    words: str, width: float, height: float, size: float, *, bold: bool
) -> tuple[list[str], ImageFont.FreeTypeFont]:
    """Return the lines and the font with which ``words`` fit the box, as far as they do."""
    while True:
        lines = _wrapped(words, width, size, bold=bold)
        high = len(lines) * fonts.line_height(FAMILY, size)
        if size <= SMALLEST or (
            high <= height and all(_length(line, size, bold=bold) <= width for line in lines)
        ):
            return lines, _font(max(round(size, 1), SMALLEST), bold=bold)
        size = max(size * 0.92, SMALLEST)


def _wrapped(words: str, width: float, size: float, *, bold: bool) -> list[str]:
    lines: list[str] = []
    for part in words.splitlines():
        line = ""
        for word in part.split():
            longer = f"{line} {word}" if line else word
            if line and _length(longer, size, bold=bold) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines


def _length(words: str, size: float, *, bold: bool) -> float:
    return fonts.width(words, FAMILY, size, bold=bold) or size
