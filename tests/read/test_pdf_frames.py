"""The PDF reader: pages turned, cropped, scaled and of different sizes are read as shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from sowhat.model import Box, Role
from tests.read.pdf_factory import HIGH, WIDE, Pages, block_with, deck_of, texts

TABLE = [
    ("Region", "2024", "2025"),
    ("North", "12", "14"),
    ("South", "9", "11"),
    ("East", "7", "8"),
]
FIRST = ["Words on the left side of", "the page that are read first", "and go on for three lines"]
SECOND = ["Words on the right side of", "the page that are read last", "and go on as long again"]


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path / "deck.pdf")


def filled(pages: Pages) -> Path:
    """Write a page with a title, two columns and a table."""
    pages.text(60, 60, "A page in its frame", 26)
    pages.lines(60, 110, FIRST, 12).lines(380, 110, SECOND, 12)
    for number, row in enumerate(TABLE):
        for column, cell in enumerate(row):
            pages.text(60 + 180 * column, 220 + 36 * number, cell, 12)
    return pages.save()


def changed(path: Path, **entries: Any) -> Path:
    """Return a copy of a file with entries of its first page set."""
    copy = path.with_name("changed.pdf")
    with pikepdf.open(path) as file:
        for key, value in entries.items():
            file.pages[0][f"/{key}"] = value
        file.save(copy)
    return copy


def drawn(path: Path) -> Image.Image:
    """Return the first page in grey as PDFium draws it."""
    with pypdfium2.PdfDocument(path) as document:
        image: Image.Image = document[0].render(scale=2).to_pil().convert("L")
    return image


def ink_within(image: Image.Image, box: Box) -> float:
    """Return which share of a box of the drawn page is dark."""
    wide, high = image.size
    part = image.crop(
        (int(box.x0 * wide), int(box.y0 * high), int(box.x1 * wide) + 1, int(box.y1 * high) + 1)
    )
    return sum(part.histogram()[:200]) / (part.width * part.height)


def check(path: Path) -> None:
    """Check that the page's words are in order, and that each stands on ink."""
    slide = deck_of(path).slides[0]
    assert slide.title == "A page in its frame"
    assert texts(slide)[:3] == ["A page in its frame", " ".join(FIRST), " ".join(SECOND)]
    assert texts(slide, Role.CELL) == [cell for row in TABLE for cell in row]
    image = drawn(path)
    assert all(ink_within(image, span.box) > 0.05 for b in slide.blocks for span in b.spans)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, [20, 15, 700, 390], [-50, -60, 800, 500]])
@pytest.mark.parametrize("unit", [None, 2.0])
def test_any_frame_shows_the_same_words(
    pages: Pages, turn: int, crop: list[int] | None, unit: float | None
) -> None:
    entries: dict[str, Any] = {}
    if turn:  # the content turned against the page, so that it is upright as shown
        wide, high = (HIGH, WIDE) if turn != 180 else (WIDE, HIGH)
        shift = {90: (wide, 0), 180: (wide, high), 270: (0, high)}[turn]
        pages.canvas.setPageSize((wide, high))
        pages.canvas.translate(*shift)
        pages.canvas.rotate(turn)
        entries["Rotate"] = turn
    if unit:
        entries["UserUnit"] = unit
    if crop:
        x0, y0, x1, y1 = crop
        box: list[float] = {
            0: [float(edge) for edge in crop],
            90: [HIGH - y1, x0, HIGH - y0, x1],
            180: [WIDE - x1, HIGH - y1, WIDE - x0, HIGH - y0],
            270: [y0, WIDE - x1, y1, WIDE - x0],
        }[turn]
        entries["CropBox"] = pikepdf.Array(box)
    check(changed(filled(pages), **entries))


def test_a_media_box_away_from_the_origin_is_the_page(pages: Pages) -> None:
    path = filled(pages)
    check(changed(path, MediaBox=pikepdf.Array([-30, -20, 750, 420])))


def test_pages_of_different_sizes_have_their_own_places(pages: Pages) -> None:
    pages.text(360, 200, "The middle of it", 14).next()
    pages.canvas.setPageSize((WIDE * 2, HIGH * 2))
    pages.high = HIGH * 2
    pages.text(720, 400, "The middle of it", 28)
    deck = deck_of(pages.save())
    first, second = (block_with(slide, "middle").box for slide in deck.slides)
    assert (deck.width, deck.height) == (WIDE, HIGH)
    assert first is not None
    assert second is not None
    assert first.center == pytest.approx(second.center, abs=0.01)


@pytest.mark.parametrize("turn", [90, 270])
def test_a_label_that_runs_up_or_down_is_one_block(pages: Pages, turn: int) -> None:
    pages.lines(200, 100, FIRST)
    pages.canvas.saveState()
    pages.canvas.translate(60, 80 if turn == 90 else 300)
    pages.canvas.rotate(turn)
    pages.canvas.drawString(0, 0, "Revenue in millions")
    pages.canvas.drawString(0, -15, "of francs a year")
    pages.canvas.restoreState()
    path = pages.save()
    slide = deck_of(path).slides[0]
    assert texts(slide) == [" ".join(FIRST), "Revenue in millions of francs a year"]
    image = drawn(path)
    assert all(ink_within(image, span.box) > 0.05 for span in slide.blocks[-1].spans)
