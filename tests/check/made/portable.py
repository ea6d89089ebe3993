"""Told decks as PDF, as they look when they are exported."""

from __future__ import annotations

import io
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from sowhat.paths import resources
from tests.check.made.cast import SPLIT
from tests.check.made.ink import INK
from tests.check.made.marks import mark
from tests.check.made.story import Page, Told

WIDE, HIGH = 720.0, 405.0  # points
FACE, BOLD = "Carlito", "Carlito-Bold"
LEFT, RIGHT = 44.0, 676.0
PALE = "EEF1F5"


def write(told: Told, folder: Path) -> Path:
    """Write the deck into ``folder`` under its own name; return where it is."""
    for name, file in ((FACE, "Carlito-Regular"), (BOLD, "Carlito-Bold")):
        pdfmetrics.registerFont(TTFont(name, str(resources() / "fonts" / f"{file}.ttf")))
    path = folder / f"{told.file}.pdf"
    canvas = Canvas(str(path), pagesize=(WIDE, HIGH), invariant=True)
    canvas.setTitle(_plain(told.properties["title"]))
    canvas.setSubject(_plain(told.properties["subject"]))
    canvas.setKeywords(_plain(told.properties["custom"]))
    canvas.setAuthor(told.properties["author"])
    for page in told.pages:
        if page.kind != "hidden":  # which no export shows
            _page(canvas, page, told)
            canvas.showPage()
    canvas.save()
    return path


def _page(canvas: Canvas, page: Page, told: Told) -> None:
    cover = page.kind == "cover"
    canvas.setFillColor(HexColor(f"#{told.colour}"))
    canvas.rect(0, 0, 10, HIGH, stroke=0, fill=1)
    _image(canvas, mark(told.vendor), 610, 366, 90)
    y = _words(canvas, page.title, 250 if cover else 350, (BOLD, 32 if cover else 25), told.colour)
    for line in page.lines:
        y = _words(canvas, line if cover else f"• {line}", y - 8, (FACE, 17), INK)
    _boxes(canvas, page.group or page.steps, y - 60, told.colour)
    _table(canvas, page.table, y - 24, told.colour)
    _bars(canvas, page, y - 20, told.colour)
    if page.logo:
        _image(canvas, mark(_plain(page.logo)), 40, 340, 130)
    for at, name in enumerate(page.logos):
        _image(canvas, mark(name), 60 + at % 3 * 210, 240 - at // 3 * 90, 160)
    _words(canvas, page.footer, 22, (FACE, 9), "6B7480")
    if page.link[1]:
        _words(canvas, page.link[0], 44, (FACE, 12), "2050B0")
        canvas.linkURL(page.link[1], (LEFT, 40, LEFT + 120, 56))


def _plain(words: str) -> str:
    return words.replace(SPLIT, "")


def _words(canvas: Canvas, words: str, y: float, face: tuple[str, float], color: str) -> float:
    """Draw words in lines from ``y`` downwards; return where the last stands."""
    canvas.setFillColor(HexColor(f"#{color}"))
    canvas.setFont(*face)
    for line in simpleSplit(_plain(words), *face, RIGHT - LEFT):
        canvas.drawString(LEFT, y, line)
        y -= face[1] * 1.2
    return y


def _boxes(canvas: Canvas, boxes: tuple[str, ...], y: float, color: str) -> None:
    wide = (RIGHT - LEFT) / max(len(boxes), 1)
    for at, words in enumerate(boxes):
        x = LEFT + at * wide
        canvas.setFillColor(HexColor(f"#{color}"))
        canvas.roundRect(x, y - 20, wide - 14, 66, 6, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#FFFFFF"))
        canvas.setFont(FACE, 14)
        for row, line in enumerate(simpleSplit(_plain(words), FACE, 14, wide - 30)):
            canvas.drawString(x + 8, y + 24 - 17 * row, line)


def _table(canvas: Canvas, rows: tuple[tuple[str, ...], ...], y: float, color: str) -> None:
    for row, cells in enumerate(rows):
        wide = (RIGHT - LEFT) / len(cells)
        low = y - 30 * (row + 1)
        for at, words in enumerate(cells):
            canvas.setFillColor(HexColor(f"#{PALE if row else color}"))
            canvas.rect(LEFT + at * wide, low, wide - 2, 28, stroke=0, fill=1)
            canvas.setFillColor(HexColor(f"#{INK if row else 'FFFFFF'}"))
            canvas.setFont(FACE, 13)
            canvas.drawString(LEFT + at * wide + 6, low + 9, _plain(words))


def _bars(canvas: Canvas, page: Page, y: float, color: str) -> None:
    """Draw the first series of a chart as bars, its name above them."""
    if not page.chart:
        return
    series = page.chart["series"]
    _words(canvas, " / ".join(series), y, (FACE, 12), INK)
    values = next(iter(series.values()))
    names = zip(page.chart["categories"], values, strict=True)
    for at, (name, value) in enumerate(names):
        low = y - 26 - 24 * at
        canvas.setFillColor(HexColor(f"#{color}"))
        canvas.rect(190, low, 380 * value / max(*values, 1), 16, stroke=0, fill=1)
        canvas.setFillColor(HexColor(f"#{INK}"))
        canvas.setFont(FACE, 12)
        canvas.drawString(LEFT, low + 3, _plain(name))


def _image(canvas: Canvas, png: bytes, x: float, y: float, wide: float) -> None:
    picture = ImageReader(io.BytesIO(png))
    canvas.drawImage(picture, x, y, wide, wide * 110 / 360, mask="auto")
