"""The marks of a slide stand in the window where they stand in the report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops, ImageColor, ImageFilter
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPixmap

from sowhat.export import report
from sowhat.gui.paint import Look, evidence, frame, marks
from sowhat.gui.theme import Theme, colours
from sowhat.marks import marks as marks_of
from sowhat.model import Audit, Box, Motif, Place, Side, Sign
from sowhat.palette import palette
from sowhat.render import Renderer
from sowhat.worker import Worker

WIDE, HIGH = 640, 360  # pixels that both are compared at
FAR = 3  # pixels that they may be apart
SEEN = 20  # of 255 that the parts of a colour have to be apart
NOTE = (WIDE - 24, 0, WIDE, 16)  # where the report has a note that the window has no need of
SLIDE = 3


@pytest.fixture(scope="module")
def marked(audit: Audit) -> Audit:
    """The audit with a slide that has words and a picture marked."""
    picture = Place(SLIDE, box=Box(0.55, 0.6, 0.95, 0.95))
    square = Sign("x", "picture", Motif.PEOPLE, Side.VENDOR, 1.0, "A picture.", picture)
    verdict = audit.verdict(SLIDE)
    verdict = replace(verdict, evidence=(*verdict.evidence, square))
    verdicts = (*audit.verdicts[: SLIDE - 1], verdict, *audit.verdicts[SLIDE:])
    return replace(audit, verdicts=verdicts)


def on_screen(audit: Audit, slide: QImage, look: Look, path: Path) -> Image.Image:
    """Return the slide as the window paints it."""
    found = marks_of(audit.deck.slides[SLIDE - 1], audit.verdict(SLIDE))
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sheet = QRectF(0, 0, WIDE, HIGH)
    frame.paint(painter, QPixmap.fromImage(slide), sheet, look)
    evidence.paint(painter, evidence.Evidence(marks.Marked(found)), sheet, look)
    painter.end()
    image.save(str(path))
    with Image.open(path) as shown:
        return shown.convert("RGB")


def on_paper(path: Path) -> Image.Image:
    """Return the slide with its annotations and numbers, cut from its page of the report."""
    with pdfplumber.open(path) as pdf:
        pages = {str(a["data"].get("NM")): p for p in pdf.pages for a in p.annots}
        page = next(p for name, p in pages.items() if f"slide-{SLIDE}-mark-1" in name)
        edge = max(page.rects, key=lambda rect: rect["width"] * rect["height"])
        place = [float(edge[key]) for key in ("x0", "top", "x1", "bottom")]
        index = page.page_number - 1
    scale = WIDE / (place[2] - place[0])
    document = pdfium.PdfDocument(path)
    drawn: Image.Image = (
        document[index].render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
    )
    document.close()
    left, top, right, bottom = (round(edge * scale) for edge in place)
    return drawn.crop((left, top, right, bottom)).resize((WIDE, HIGH))


def mask(shown: Image.Image) -> Image.Image:
    """Return where a slide is marked: the deck itself is black and white, marks are coloured."""
    red, green, blue = shown.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    least = ImageChops.darker(ImageChops.darker(red, green), blue)
    found = ImageChops.subtract(most, least).point(lambda value: 255 * (value > SEEN))
    clear = Image.new("L", found.size, 0)
    clear.paste(found)
    clear.paste(0, NOTE)
    return clear


def outside(one: Image.Image, other: Image.Image) -> float:
    """Return how much of what one marks lies farther than ``FAR`` from what the other does."""
    near = other.filter(ImageFilter.MaxFilter(2 * FAR + 1))
    alone = ImageChops.subtract(one, near)
    return alone.histogram()[255] / max(one.histogram()[255], 1)


def crossed(audit: Audit, shown: Image.Image) -> list[int]:
    """Return the marks whose number has anything drawn over it, between the digits and the rim."""
    found = marks_of(audit.deck.slides[SLIDE - 1], audit.verdict(SLIDE))
    sheet = QRectF(0, 0, WIDE, HIGH)
    far, long = (round(part * marks.badge_size(sheet)) for part in (0.26, 0.16))
    told = []
    for mark, at in zip(found, marks.badges(found, sheet), strict=True):
        x, y = round(at.x()), round(at.y())
        strips = (
            (x + far, y - long, x + far + 1, y + long),
            (x - long, y + far, x + long, y + far + 1),
        )
        colour = ImageColor.getrgb(getattr(palette(dark=False), mark.side.value))
        lowest, highest = (tuple(part + by for part in colour) for by in (-SEEN, SEEN))
        seen = [
            band for strip in strips for band in zip(*shown.crop(strip).getextrema(), strict=True)
        ]
        if not all(
            low <= one <= high
            for band in seen
            for low, one, high in zip(lowest, band, highest, strict=True)
        ):
            told.append(mark.number)
    return told


def test_window_and_report_mark_the_same_places(
    marked: Audit, theme: Theme, tmp_path: Path
) -> None:
    path = tmp_path / "report.pdf"
    with Worker() as worker:
        slide = Renderer(marked.deck, worker).slide(SLIDE, 1280).png
        report.write(marked, path, worker)
    look = Look(colours(dark=False), theme.font())
    image = QImage.fromData(slide)
    shown, printed = on_screen(marked, image, look, tmp_path / "screen.png"), on_paper(path)
    assert crossed(marked, shown) == crossed(marked, printed) == []
    screen, paper = mask(shown), mask(printed)
    assert screen.histogram()[255] > 2000
    assert outside(screen, paper) < 0.01
    assert outside(paper, screen) < 0.01
    moved = ImageChops.offset(screen, 12, 0)
    assert outside(moved, paper) > 0.05
