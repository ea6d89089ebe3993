"""The PDF reader: tables of all kinds by rows, columns of any number, cards."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from sowhat.model import Role
from tests.read.pdf_factory import Pages, deck_of, texts

Row = tuple[str, ...]
REGIONS: list[Row] = [
    ("Region", "2024", "2025"),
    ("North", "12", "14"),
    ("South", "9", "11"),
    ("East", "7", "8"),
]
FEATURES: list[Row] = [
    ("Need", "What we do about it", "Who does it"),
    ("Claims", "One desk takes in all cases and\nsorts them by how much they cost", "Claims team"),
    (
        "Fraud",
        "Every case is checked against\nwhat is known of the people",
        "Fraud team\nwith police",
    ),
    ("Letters", "Sent the same day", "Mail room"),
    ("Calls", "Taken within the minute, by\npeople who can decide", "Service desk"),
]
PAIRS: list[Row] = [(f"Item {n}", f"{n * 7},{n}00 EUR") for n in range(1, 10)]
WIDE: list[Row] = [tuple(f"C{c} R{r}" for c in range(10)) for r in range(5)]
TALL: list[Row] = [tuple(f"{c * 3 + r}.{r} %" for c in range(5)) for r in range(10)]
GAPPED: list[Row] = [
    ("Plan", "Basic", "Plus", "All"),
    ("Users", "5", "50", "500"),
    ("Reports", "", "yes", "yes"),
    ("Exports", "", "", "yes"),
    ("Calls", "yes", "yes", "yes"),
]


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path / "deck.pdf")


def draw(pages: Pages, rows: list[Row], *, ruled: bool, align: str, bold: bool) -> None:
    wide, high = 640 / len(rows[0]), 270 / len(rows)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            left, top = 40 + wide * column, 110 + high * number
            if ruled:
                pages.canvas.rect(left, 405 - top - high, wide, high)
            lines = cell.split("\n")
            font = "Helvetica-Bold" if bold and not number else "Helvetica"
            for place, line in enumerate(lines):
                room = wide - 12 - stringWidth(line, font, 11)
                x = left + 6 + {"left": 0.0, "middle": room / 2, "right": room}[align]
                y = top + high / 2 + 4 + (place - (len(lines) - 1) / 2) * 13
                pages.text(x, y, line, 11, font)


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize("align", ["left", "middle", "right"])
@pytest.mark.parametrize(
    "rows",
    [REGIONS, FEATURES, PAIRS, WIDE, TALL, GAPPED],
    ids=["3x4", "text", "2x9", "10x5", "5x10", "gaps"],
)
def test_a_table_is_read_row_by_row(
    pages: Pages, rows: list[Row], align: str, *, bold: bool, ruled: bool
) -> None:
    pages.text(40, 60, "What the table says", 28)
    draw(pages, rows, ruled=ruled, align=align, bold=bold)
    slide = deck_of(pages.save()).slides[0]
    want = [cell.replace("\n", " ") for row in rows for cell in row if cell]
    assert texts(slide, Role.CELL) == want
    assert slide.title == "What the table says"
    assert len({block.group for block in slide.blocks if block.role is Role.CELL}) == 1


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_columns_of_any_number_are_read_one_by_one(pages: Pages, count: int) -> None:
    wide = 660 / count
    pages.text(30, 50, "A page of columns", 26)
    words = ["claims", "wait", "for", "an", "hour", "then", "go", "on", "and", "are", "paid"]
    want = []
    for column in range(count):
        lines = [
            " ".join(words[(row + k + column) % 11] for k in range(max(8 - count, 2)))
            for row in range(9)
        ]
        pages.lines(30 + wide * column, 100, lines, 11)
        want.append(" ".join(lines))
    assert texts(deck_of(pages.save()).slides[0])[1:] == want


@pytest.mark.parametrize("across", [2, 3, 4])
@pytest.mark.parametrize("framed", [True, False])
def test_cards_are_read_card_by_card(pages: Pages, across: int, *, framed: bool) -> None:
    pages.text(30, 50, "What you get from us", 26)
    want = []
    wide = 660 / across
    for number in range(across * 2):
        x, y = 30 + wide * (number % across), 100 + 150 * (number // across)
        if framed:
            pages.canvas.rect(x - 8, 405 - y - 90, wide - 12, 115)
        head = f"Card {number}"
        body = ["the words of it", f"and more of {number}", "in three lines"]
        pages.text(x, y, head, 15, "Helvetica-Bold").lines(x, y + 22, body, 11)
        want += [head, " ".join(body)]
    assert texts(deck_of(pages.save()).slides[0])[1:] == want


PEOPLE: list[Row] = [
    ("Firm", "Who", "Where"),
    ("Acme", "Anna Berg", "anna@acme.example"),
    ("Brightly", "Bert Cole", "bert@brightly.example"),
    ("Corvus", "Cleo Dahl", "cleo@corvus.example"),
    ("Dorado", "Dirk Emmer", "dirk@dorado.example"),
]
PROSE: list[Row] = [
    ("We help them", "Our courses and", "Leaders of old"),
    ("to deliver it", "talks for all of", "drive the craft"),
    ("week by week", "them at work or", "with those who"),
    ("and all year", "at home as well", "come after them"),
]


@pytest.mark.parametrize("pitch", [15, 17])
def test_tight_rows_are_no_paragraphs(pages: Pages, pitch: float) -> None:
    for number, row in enumerate(PEOPLE):
        for column, cell in enumerate(row):
            pages.text(40 + 200 * column, 120 + pitch * number, cell, 12)
    slide = deck_of(pages.save()).slides[0]
    assert texts(slide, Role.CELL) == [cell for row in PEOPLE for cell in row]


def test_narrow_columns_of_prose_are_paragraphs(pages: Pages) -> None:
    for number, row in enumerate(PROSE):
        for column, cell in enumerate(row):
            pages.text(40 + 200 * column, 120 + 15 * number, cell, 12)
    assert texts(deck_of(pages.save()).slides[0]) == [
        " ".join(row[column] for row in PROSE) for column in range(3)
    ]
