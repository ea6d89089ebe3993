"""The PDF reader: what stands side by side, and in which order it is read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from sowhat.model import Role
from tests.read.pdf_factory import Pages, deck_of, texts

TITLE = "Where the money comes from and where all of it goes in the end"


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path / "deck.pdf").text(40, 50, TITLE, 22)


def body(pages: Pages) -> list[str]:
    return texts(deck_of(pages.save()).slides[0])[1:]


def table(pages: Pages, x: float, rows: Sequence[tuple[str, ...]], pitch: float = 20) -> None:
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            pages.text(x + 90 * column, 130 + pitch * number, cell, 11)


LEFT = [("North", "12", "14"), ("South", "9", "11"), ("East", "7", "8"), ("West", "5", "6")]
RIGHT = [("Claims", "40 %"), ("Letters", "25 %"), ("Calls", "20 %"), ("Visits", "15 %")]


@pytest.mark.parametrize("pitch", [20, 26])
def test_tables_side_by_side_under_headings_are_read_one_by_one(pages: Pages, pitch: float) -> None:
    pages.text(40, 105, "Sales by region", 14).text(400, 105, "Cost by kind", 14)
    table(pages, 40, LEFT, 20)
    table(pages, 400, RIGHT, pitch)
    left = ["Sales by region", *(cell for row in LEFT for cell in row)]
    right = ["Cost by kind", *(cell for row in RIGHT for cell in row)]
    assert body(pages) == [*left, *right]


def test_one_table_with_big_column_heads_is_one(pages: Pages) -> None:
    for column, head in enumerate(("Region", "2024", "2025")):
        pages.text(40 + 90 * column, 105, head, 14)
    table(pages, 40, LEFT)
    slide = deck_of(pages.save()).slides[0]
    heads = ["Region", "2024", "2025"]
    assert texts(slide, Role.CELL) == [*heads, *(cell for row in LEFT for cell in row)]


def test_a_box_beside_a_list_does_not_part_it(pages: Pages) -> None:
    expected = []
    for number in range(3):
        y = 78 + 56 * number
        pages.text(400, y, f"Group {'ABC'[number]} of what you get", 13, "Helvetica-Bold")
        pages.text(400, y + 16, f"• The first of group {number}", 12)
        pages.text(400, y + 32, f"• The second of group {number}", 12)
        expected += [f"Group {'ABC'[number]} of what you get"]
        expected += [f"The {rank} of group {number}" for rank in ("first", "second")]
    pages.text(60, 202, "900 people read", 13).text(60, 220, "it every day", 13)
    assert body(pages) == ["900 people read it every day", *expected]


@pytest.mark.parametrize("top", [88, 120])
def test_rows_of_a_label_and_a_list_are_read_row_by_row(pages: Pages, top: float) -> None:
    expected = []
    for number in range(4):
        y = top + 60 * number
        pages.text(60, y + 8, f"Part {'ABCD'[number]}", 16)
        items = [f"First of part {number}", f"Second of part {number}"]
        for place, item in enumerate(items):
            pages.text(300, y + 16 * place, f"• {item}", 12)
        expected += [f"Part {'ABCD'[number]}", *items]
    assert body(pages) == expected


HEADS = ("Advice for all", "Training for all", "A circle of peers")
TEXTS = (
    ["We help the teams of our", "members to deliver well"],
    ["Courses and research that", "people can use at work"],
    ["Leaders of many trades who", "drive the craft forward"],
)


def test_headings_far_above_their_texts_stay_with_them(pages: Pages) -> None:
    expected = []
    for number, (head, lines) in enumerate(zip(HEADS, TEXTS, strict=True)):
        pages.text(40 + 190 * number, 105, head, 15, "Helvetica-Bold")
        pages.lines(40 + 190 * number, 160, lines, 13)
        expected += [head, " ".join(lines)]
    assert body(pages) == expected


NAMES = ("Anna", "Bert", "Cleo", "Dirk")


def test_footers_come_last_whatever_column_they_stand_under(tmp_path: Path) -> None:
    pages = Pages(tmp_path / "deck.pdf")
    for number in range(4):
        pages.text(300, 50, f"What we do in part {number}", 24)
        pages.lines(40, 320, [f"{NAMES[number]} on the left", "goes on to the end"])
        pages.text(40, 385, "Acme, for the board only", 9)
        pages.lines(440, 320, [f"{NAMES[number]} on the right", "goes on as well"])
        if number < 3:
            pages.next()
    for slide in deck_of(pages.save()).slides:
        assert len(slide.blocks) == 4
        assert [block.role for block in slide.blocks][2:] == [Role.BODY, Role.FOOTER]
