"""The PDF reader: lines of words that are drawn as the outlines of their letters are told."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import pytest

from sowhat.engine import audit
from sowhat.model import Gap, Source
from sowhat.pictures import ocr
from sowhat.settings import AuditOptions
from tests.read.pdf_factory import HIGH, Pages, deck_of
from tests.read.test_pdf_drawings import level_bars, outlined, pie, upright_bars

TOLD = Gap("drawn-words", 1)
WRITTEN = ["Every branch waits nine days for an answer", "and nobody can say why it takes so long"]


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path / "deck.pdf").lines(60, 220, WRITTEN)


def test_a_headline_of_outlines_is_told(pages: Pages) -> None:
    outlined(pages, 60, 80, "Your claims wait too long", 36)
    assert TOLD in deck_of(pages.save()).gaps


def test_lines_of_small_outlines_are_told(pages: Pages) -> None:
    for number in range(4):
        outlined(pages, 60, 60 + 22 * number, "Claims are handled by three teams today", 14)
    assert TOLD in deck_of(pages.save()).gaps


def test_a_page_of_outlines_alone_has_no_text(tmp_path: Path) -> None:
    pages = Pages(tmp_path / "deck.pdf")
    outlined(pages, 60, 80, "Your claims wait too long", 36)
    assert deck_of(pages.save()).gaps == (Gap("no-text", 1),)


def test_outlines_of_written_words_are_not_told(pages: Pages) -> None:
    outlined(pages, 60, 80, "Your claims wait too long", 36)
    pages.text(60, 80, "Your claims wait too long", 36, "Helvetica-Bold")
    assert TOLD not in deck_of(pages.save()).gaps


def test_the_name_in_a_logo_is_not_told(pages: Pages) -> None:
    outlined(pages, 580, 380, "Northgate", 14)
    assert TOLD not in deck_of(pages.save()).gaps


def dots(pages: Pages) -> None:
    for number in range(20):
        pages.canvas.circle(80 + 25 * number, 200 + 40 * math.sin(number), 6, fill=1)


def steps(pages: Pages) -> None:
    for number in range(12):
        pages.canvas.roundRect(60 + 48 * number, 250, 40, 40, 6, fill=1)


def wave(pages: Pages) -> None:
    path = pages.canvas.beginPath()
    path.moveTo(60, 250)
    for number in range(12):
        x = 60 + 48 * number
        path.curveTo(x + 12, 300, x + 36, 200, x + 48, 250)
    pages.canvas.drawPath(path)


@pytest.mark.parametrize("draw", [dots, steps, wave, pie, upright_bars, level_bars])
def test_drawings_are_no_letters(pages: Pages, draw: Callable[[Pages], None]) -> None:
    draw(pages)
    assert TOLD not in deck_of(pages.save()).gaps


@pytest.mark.skipif(not ocr.there(), reason="sowhat[ocr] is not installed")
def test_they_are_read_where_that_is_possible(pages: Pages) -> None:
    outlined(pages, 60, 80, "Your claims wait too long", 36)
    pages.canvas.circle(600, HIGH - 330, 30, fill=1)
    found = audit(pages.save(), AuditOptions(decisions=())).deck
    read = [block for block in found.slides[0].blocks if block.source is Source.OCR]
    assert [block.text for block in read] == ["Your claims wait too long"]
    assert found.slides[0].title == read[0].text
    assert TOLD not in found.gaps
