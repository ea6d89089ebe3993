"""The PDF reader: drawn charts, diagrams and icons are pictures; panels and tables are not."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from sowhat.model import Box, PictureOrigin, Slide, hull
from sowhat.paths import resources
from tests.read.pdf_factory import HIGH, WIDE, Pages, deck_of

Draw = Callable[[Pages], None]


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path / "deck.pdf")


def drawings(slide: Slide) -> list[Box]:
    return [p.box for p in slide.pictures if p.origin is PictureOrigin.DRAWING]


def ink(path: Path) -> Box:
    """Return the box around everything on the first page that is not white."""
    with pypdfium2.PdfDocument(path) as document:
        image = document[0].render(scale=3).to_pil().convert("L").point(lambda v: 255 * (v < 250))
    box = image.getbbox()
    assert box is not None
    (x0, y0, x1, y1), (wide, high) = box, image.size
    return Box(x0 / wide, y0 / high, x1 / wide, y1 / high)


def upright_bars(pages: Pages) -> None:
    pages.canvas.line(180, 100, 480, 100)
    for number, high in enumerate((40, 90, 130, 60, 170)):
        pages.canvas.rect(200 + 55 * number, 100, 35, high, fill=1)


def level_bars(pages: Pages) -> None:
    for number, wide in enumerate((40, 90, 130, 260)):
        pages.canvas.rect(200, 100 + 45 * number, wide, 30, fill=1)


def double_bars(pages: Pages) -> None:
    for number, (one, other) in enumerate([(40, 90), (60, 120), (80, 130), (100, 180)]):
        pages.canvas.rect(200 + 80 * number, 100, 25, one, fill=1)
        pages.canvas.rect(227 + 80 * number, 100, 25, other, fill=1)


def pie(pages: Pages) -> None:
    start = 0
    for part in (100, 150, 60, 50):
        pages.canvas.wedge(250, 100, 450, 300, start, part, fill=1)
        start += part


def icon(pages: Pages) -> None:
    path = pages.canvas.beginPath()
    for number in range(40):
        angle, far = number * math.pi / 20, 30 + 20 * (number % 2)
        x, y = 360 + far * math.cos(angle), 200 + far * math.sin(angle)
        (path.lineTo if number else path.moveTo)(x, y)
    path.close()
    pages.canvas.drawPath(path, fill=1)


def curve(pages: Pages) -> None:
    path = pages.canvas.beginPath()
    path.moveTo(150, 100)
    for number in range(40):
        path.lineTo(150 + 8 * number, 100 + 40 * math.sin(number / 5) + 2 * number)
    pages.canvas.drawPath(path)


def form(pages: Pages) -> None:
    pages.canvas.beginForm("inner")
    icon(pages)
    pages.canvas.endForm()
    pages.canvas.beginForm("outer")
    pages.canvas.scale(0.5, 0.5)
    pages.canvas.translate(200, 100)
    pages.canvas.doForm("inner")
    pages.canvas.endForm()
    pages.canvas.translate(100, 50)
    pages.canvas.doForm("outer")


@pytest.mark.parametrize(
    "draw", [upright_bars, level_bars, double_bars, pie, icon, curve, form]
)  # fmt: skip
def test_what_is_drawn_is_a_picture_where_it_is_seen(pages: Pages, draw: Draw) -> None:
    draw(pages)
    path = pages.save()
    (box,) = drawings(deck_of(path).slides[0])
    seen = ink(path)
    for edge in ("x0", "y0", "x1", "y1"):
        assert getattr(box, edge) == pytest.approx(getattr(seen, edge), abs=0.01)


@pytest.mark.parametrize("draw", [upright_bars, level_bars, double_bars, pie])
def test_a_chart_with_words_around_is_found(pages: Pages, draw: Draw) -> None:
    draw(pages)
    path = pages.path.with_name("plain.pdf")
    pages.text(50, 40, "What the figures say", 26)
    for number in range(4):
        pages.text(205 + 55 * number, 320, f"20{20 + number}", 10)
    assert len(drawings(deck_of(pages.save()).slides[0])) == 1
    assert not path.exists()


def boxed(pages: Pages, x: float, y: float, text: str) -> None:
    pages.canvas.rect(x, HIGH - y - 40, 110, 40)
    pages.text(x + 8, y + 24, text, 11)


def flow(pages: Pages) -> None:
    for number in range(4):
        boxed(pages, 40 + 165 * number, 150, f"Step {number} here")
        if number:
            x = 40 + 165 * number
            pages.canvas.line(x - 55, HIGH - 170, x, HIGH - 170)


def tree(pages: Pages) -> None:
    boxed(pages, 300, 80, "The board")
    pages.canvas.line(355, HIGH - 120, 355, HIGH - 150)
    pages.canvas.line(155, HIGH - 150, 555, HIGH - 150)
    for number in range(3):
        boxed(pages, 100 + 200 * number, 180, f"Team {number}")
        x = 155 + 200 * number
        pages.canvas.line(x, HIGH - 150, x, HIGH - 180)


def star(pages: Pages) -> None:
    boxed(pages, 300, 180, "The core")
    for x, y in ((60, 60), (560, 60), (60, 300), (560, 300)):
        boxed(pages, x, y, f"Part at {x}")
    for x, y in ((170, 100), (560, 100), (170, 300), (560, 300)):
        pages.canvas.line(300 if x < 300 else 410, HIGH - 200, x, HIGH - y)


@pytest.mark.parametrize("draw", [flow, tree, star])
def test_boxes_joined_by_lines_are_a_diagram(pages: Pages, draw: Draw) -> None:
    draw(pages)
    path = pages.save()
    (box,) = drawings(deck_of(path).slides[0])
    seen = ink(path)
    assert box.x0 == pytest.approx(seen.x0, abs=0.01)
    assert box.y1 == pytest.approx(seen.y1, abs=0.01)


def cards(pages: Pages) -> None:
    for number in range(6):
        x, y = 40 + 220 * (number % 3), 60 + 160 * (number // 3)
        pages.canvas.rect(x, HIGH - y - 140, 200, 140)
        pages.text(x + 10, y + 30, f"Card {number}", 16)
        pages.lines(x + 10, y + 60, ["Some words of it", "and some more"], 11)


def uneven_cards(pages: Pages) -> None:
    for number, high in enumerate((100, 140, 180, 220, 260)):
        x = 40 + 130 * number
        pages.canvas.rect(x, 60, 105, high)
        pages.lines(x + 6, HIGH - 60 - high + 20, ["Words on it", "and more of", "the same"], 11)


def zebra(pages: Pages) -> None:
    for row in range(6):
        pages.canvas.setFillGray(0.9 if row % 2 else 1)
        pages.canvas.rect(40, 60 + 40 * row, 640, 40, fill=1, stroke=0)
        pages.canvas.setFillGray(0)
        for column in range(4):
            pages.text(50 + 160 * column, HIGH - 75 - 40 * row, f"Cell {row}.{column}", 11)


def ruled(pages: Pages) -> None:
    for row in range(6):
        for column in range(4):
            x, y = 40 + 160 * column, 60 + 40 * row
            pages.canvas.rect(x, y, 160, 40)
            pages.canvas.line(x, y, x + 160, y)
            pages.text(x + 10, HIGH - y - 15, f"Cell {row}.{column}", 11)


def striped(pages: Pages) -> None:
    zebra(pages)
    for row in range(7):
        for column in range(4):
            pages.canvas.line(40 + 160 * column, 60 + 40 * row, 200 + 160 * column, 60 + 40 * row)
    for column in range(5):
        pages.canvas.line(40 + 160 * column, 60, 40 + 160 * column, 300)


def steps(pages: Pages) -> None:
    for number in range(5):
        pages.canvas.circle(80 + 140 * number, 200, 25)
        pages.text(76 + 140 * number, 210, str(number), 14)


@pytest.mark.parametrize("draw", [cards, uneven_cards, zebra, ruled, striped, steps])
def test_panels_and_tables_are_no_drawing(pages: Pages, draw: Draw) -> None:
    pages.text(50, 40, "What the words say", 26)
    draw(pages)
    assert drawings(deck_of(pages.save()).slides[0]) == []


def test_a_clipped_drawing_is_as_large_as_it_is_seen(pages: Pages) -> None:
    path = pages.canvas.beginPath()
    path.rect(300, 150, 60, 60)
    pages.canvas.clipPath(path, stroke=0)
    path = pages.canvas.beginPath()
    for number in range(200):
        (path.lineTo if number else path.moveTo)(250 + number, 100 + 150 * (number % 2))
    pages.canvas.drawPath(path)
    (box,) = drawings(deck_of(pages.save()).slides[0])
    assert (box.x0 * WIDE, box.x1 * WIDE) == pytest.approx((300, 360), abs=3)
    assert (box.y0 * HIGH, box.y1 * HIGH) == pytest.approx((HIGH - 210, HIGH - 150), abs=3)


class CanvasPen(BasePen):  # type: ignore[misc]
    """Draws a glyph's outline into a path of a canvas."""

    def __init__(self, glyphs: Any, path: Any) -> None:
        super().__init__(glyphs)
        self._moveTo = lambda p: path.moveTo(*p)
        self._lineTo = lambda p: path.lineTo(*p)
        self._curveToOne = lambda a, b, c: path.curveTo(*a, *b, *c)
        self._closePath = path.close


def outlined(pages: Pages, x: float, y: float, text: str, size: float) -> None:
    """Draw a text as paths, as programs do that turn letters into outlines."""
    font = TTFont(resources() / "fonts" / "Arimo-Bold.ttf")
    glyphs, table = font.getGlyphSet(), font.getBestCmap()
    scale = size / font["head"].unitsPerEm
    for letter in text:
        name = table[ord(letter)]
        path = pages.canvas.beginPath()
        pen = CanvasPen(glyphs, path)
        glyphs[name].draw(TransformPen(pen, (scale, 0, 0, scale, x, HIGH - y)))
        pages.canvas.drawPath(path, stroke=0, fill=1)
        x += glyphs[name].width * scale


def test_a_title_drawn_as_outlines_is_a_drawing(pages: Pages) -> None:
    outlined(pages, 60, 80, "Your claims wait too long", 36)
    outlined(pages, 60, 130, "and nobody knows", 36)
    pages.lines(60, 220, ["Text that is written as text", "stands below the title"])
    path = pages.save()
    found = drawings(deck_of(path).slides[0])
    whole, seen = hull(found), ink(path)
    for edge in ("x0", "y0", "x1"):
        assert getattr(whole, edge) == pytest.approx(getattr(seen, edge), abs=0.01)
    assert whole.y1 * HIGH == pytest.approx(130, abs=9)
    assert len(found) <= 9  # a drawing for each word at most
