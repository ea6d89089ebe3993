"""The PDF reader: bullets that are drawn as shapes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sowhat.read.pdf import read
from tests.read.pdf_factory import HIGH, Pages, deck_of, no_progress, texts

ITEMS = (
    "Claims are settled within the week and nobody",
    "Teams of all sizes see the same figures as the",
    "The board is told what matters before it asks",
)

Draw = Callable[[Pages, float, float], None]


def dot(pages: Pages, x: float, y: float) -> None:
    pages.canvas.circle(x, HIGH - y + 5, 2, stroke=0, fill=1)


def square(pages: Pages, x: float, y: float) -> None:
    pages.canvas.rect(x - 2, HIGH - y + 3, 4, 4, stroke=0, fill=1)


def rule(pages: Pages, x: float, y: float) -> None:
    pages.canvas.rect(x - 1, HIGH - y - 2, 1, 14, stroke=0, fill=1)


def items(pages: Pages, draw: Draw, marked: int = 3) -> Pages:
    pages.text(50, 60, "What changes for you", 28)
    for number, item in enumerate(ITEMS):
        y = 140 + 17 * number
        pages.text(70, y, item)
        if number < marked:
            draw(pages, 58, y)
    return pages


@pytest.mark.parametrize("draw", [dot, square])
def test_lines_after_drawn_bullets_are_items(tmp_path: Path, draw: Draw) -> None:
    slide = deck_of(items(Pages(tmp_path / "deck.pdf"), draw).save()).slides[0]
    assert texts(slide)[1:] == list(ITEMS)


def test_a_line_without_a_bullet_goes_on_with_its_item(tmp_path: Path) -> None:
    slide = deck_of(items(Pages(tmp_path / "deck.pdf"), dot, marked=2).save()).slides[0]
    assert texts(slide)[1:] == [ITEMS[0], f"{ITEMS[1]} {ITEMS[2]}"]


@pytest.mark.parametrize(("draw", "marked"), [(rule, 3), (dot, 1)])
def test_a_rule_and_a_lone_dot_are_no_bullets(tmp_path: Path, draw: Draw, marked: int) -> None:
    slide = deck_of(items(Pages(tmp_path / "deck.pdf"), draw, marked).save()).slides[0]
    assert texts(slide)[1:] == [" ".join(ITEMS)]


def test_a_deeper_item_has_a_deeper_level(tmp_path: Path) -> None:
    pages = items(Pages(tmp_path / "deck.pdf"), dot)
    for number in range(2):
        pages.text(100, 191 + 17 * number, f"A smaller point of the list {number}")
        dot(pages, 88, 191 + 17 * number)
    slide = deck_of(pages.save()).slides[0]
    assert [block.level for block in slide.blocks[1:]] == [0, 0, 0, 1, 1]


def test_the_words_are_the_same_where_pictures_are_left_out(tmp_path: Path) -> None:
    path = items(Pages(tmp_path / "deck.pdf"), dot).save()
    assert texts(read(str(path), None, False, no_progress).slides[0])[1:] == list(ITEMS)
