"""The PDF reader: paragraphs, columns, tables, titles, footers, pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from sowhat.model import PictureOrigin, Role, Source
from sowhat.read.pdf.spelling import is_number, letters
from tests.read.pdf_factory import HIGH, WIDE, Pages, block_with, deck_of, texts

LEFT = [
    "Claims pile up on desks while",
    "customers wait for an answer",
    "that nobody can give them",
]
RIGHT = [
    "A case is opened within the",
    "hour and the person who sent",
    "it hears of it the same day",
]


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path / "deck.pdf")


def test_columns_side_by_side_stay_apart(pages: Pages) -> None:
    pages.text(50, 60, "What changes for you", 30)
    for row in range(3):  # written line by line across both columns
        pages.text(50, 120 + row * 17, LEFT[row]).text(280, 120 + row * 17, RIGHT[row])
    slide = deck_of(pages.save()).slides[0]
    assert texts(slide) == ["What changes for you", " ".join(LEFT), " ".join(RIGHT)]
    groups = [block.group for block in slide.blocks]
    assert groups[1] != groups[2]


def test_cards_in_a_grid_are_read_card_by_card(pages: Pages) -> None:
    for number in range(4):
        x, y = 50 + 330 * (number % 2), 80 + 160 * (number // 2)
        pages.text(x, y, f"Card {'ABCD'[number]}", 20)
        pages.lines(x, y + 26, [f"the first line of {'abcd'[number]}", "and its second line"])
    slide = deck_of(pages.save()).slides[0]
    assert [text[:6] for text in texts(slide)] == [
        "Card A", "the fi", "Card B", "the fi", "Card C", "the fi", "Card D", "the fi",
    ]  # fmt: skip
    assert texts(slide)[3] == "the first line of b and its second line"


def test_list_items_are_blocks_and_lose_their_bullets(pages: Pages) -> None:
    items = [
        "• First point of the list that",
        "goes on in a second line",
        "• Second point",
        "• Third",
    ]
    slide = deck_of(pages.lines(60, 100, items).save()).slides[0]
    assert texts(slide) == [
        "First point of the list that goes on in a second line",
        "Second point",
        "Third",
    ]
    assert len({block.group for block in slide.blocks}) == 1


def test_lower_items_have_a_deeper_level(pages: Pages) -> None:
    pages.text(60, 100, "• Top item").text(90, 118, "– Lower item").text(60, 136, "• Next item")
    slide = deck_of(pages.save()).slides[0]
    assert [(b.text, b.level) for b in slide.blocks] == [
        ("Top item", 0),
        ("Lower item", 1),
        ("Next item", 0),
    ]


def test_a_wider_gap_parts_paragraphs(pages: Pages) -> None:
    pages.lines(60, 100, LEFT).lines(60, 100 + 3 * 16.8 + 12, RIGHT)
    assert texts(deck_of(pages.save()).slides[0]) == [" ".join(LEFT), " ".join(RIGHT)]


def test_a_bold_heading_is_no_part_of_its_text(pages: Pages) -> None:
    pages.text(60, 100, "A heading in bold type", 14, "Helvetica-Bold").lines(60, 117, LEFT)
    assert texts(deck_of(pages.save()).slides[0])[0] == "A heading in bold type"


def test_a_table_is_read_by_rows(pages: Pages) -> None:
    rows = [
        ("Region", "2024", "2025"),
        ("North", "12", "14"),
        ("South", "9", "11"),
        ("East", "7", "8"),
    ]
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            pages.text(60 + 180 * column, 120 + 40 * number, cell)
    slide = deck_of(pages.save()).slides[0]
    assert texts(slide, Role.CELL) == [cell for row in rows for cell in row]
    assert len({block.group for block in slide.blocks}) == 1


def test_the_biggest_words_at_the_top_are_the_title(pages: Pages) -> None:
    pages.text(50, 40, "THE PROBLEM", 10).text(50, 80, "Claims take 42 days", 30)
    slide = deck_of(pages.lines(50, 150, LEFT).save()).slides[0]
    assert slide.title == "Claims take 42 days"
    assert texts(slide, Role.TITLE) == ["Claims take 42 days"]


def test_a_title_of_two_lines_is_one_block(pages: Pages) -> None:
    pages.lines(50, 70, ["Your customers wait for", "an answer far too long"], 30, 1.3)
    slide = deck_of(pages.lines(50, 180, LEFT).save()).slides[0]
    assert slide.title == "Your customers wait for an answer far too long"
    assert len(texts(slide, Role.TITLE)) == 1


def test_a_big_number_is_no_title(pages: Pages) -> None:
    pages.text(50, 60, "Where the time goes", 24).text(300, 200, "85%", 72)
    slide = deck_of(pages.lines(50, 250, LEFT).save()).slides[0]
    assert slide.title == "Where the time goes"


def test_even_text_has_no_title(pages: Pages) -> None:
    slide = deck_of(pages.lines(50, 60, LEFT * 4, 14, 1.2).save()).slides[0]
    assert slide.title == ""
    assert Role.TITLE not in {block.role for block in slide.blocks}


def test_the_line_below_a_cover_title_is_its_subtitle(pages: Pages) -> None:
    pages.text(100, 180, "Claims in hours", 40).text(100, 225, "A way for insurers", 20)
    slide = deck_of(pages.save()).slides[0]
    assert slide.title == "Claims in hours"
    assert texts(slide, Role.SUBTITLE) == ["A way for insurers"]


def test_what_repeats_on_most_pages_is_a_footer(pages: Pages) -> None:
    for number in range(1, 7):
        pages.text(50, 60, f"Heading {'ABCDEF'[number - 1]} of this deck", 28)
        pages.lines(50, 120, [*LEFT, f"and a line for slide {number}"])
        pages.text(50, 395, "© 2026 Acme Corp. All rights reserved.", 9)
        pages.text(690, 395, str(number), 9).next()
    for number, slide in enumerate(deck_of(pages.save()).slides[:6], start=1):
        assert texts(slide, Role.FOOTER) == ["© 2026 Acme Corp. All rights reserved.", str(number)]
        assert slide.title == f"Heading {'ABCDEF'[number - 1]} of this deck"


def test_a_title_that_repeats_is_no_footer(pages: Pages) -> None:
    for word in ("one", "two", "three", "four"):
        pages.text(50, 60, "Agenda", 30).lines(
            50, 120 + len(word), [f"This is about {word}"]
        ).next()
    slides = deck_of(pages.save()).slides[:4]
    assert [slide.title for slide in slides] == ["Agenda"] * 4


def test_pictures_have_their_box_and_mark(pages: Pages) -> None:
    for number in range(4):
        pages.text(50, 60, "Words on every page", 24)
        pages.image(0, 0, WIDE, HIGH, "navy").image(640, 10, 60, 30, "teal")
        pages.image(100 + 50 * number, 150, 200, 100, ("red", "green", "blue", "gray")[number])
        pages.image(300, 300, 3, 3, "black").next()
    slides = deck_of(pages.save()).slides[:4]
    for slide in slides:
        logo, photo = slide.pictures
        assert (logo.source, photo.source) == (Source.LAYOUT, Source.SLIDE)
        assert logo.sha256 == slides[0].pictures[0].sha256 != photo.sha256
    box = slides[0].pictures[1].box
    assert (box.x0 * WIDE, box.y0 * HIGH) == pytest.approx((100, 150), abs=0.5)
    assert (box.x1 * WIDE, box.y1 * HIGH) == pytest.approx((300, 250), abs=0.5)


def test_a_cropped_picture_is_as_large_as_it_is_seen(pages: Pages) -> None:
    path = pages.canvas.beginPath()
    path.rect(100, 100, 50, 60)
    pages.canvas.clipPath(path, stroke=0)
    (picture,) = deck_of(pages.image(0, 0, WIDE, HIGH).save()).slides[0].pictures
    assert picture.box.width * WIDE == pytest.approx(50, abs=0.5)
    assert picture.box.height * HIGH == pytest.approx(60, abs=0.5)


def test_drawn_shapes_are_a_drawing_and_panels_are_not(pages: Pages) -> None:
    canvas = pages.canvas
    for number in range(12):
        canvas.circle(500 + 8 * (number % 4), 200 + 8 * (number // 4), 5)
    canvas.roundRect(50, 250, 300, 100, 8)
    canvas.rect(50, 100, 300, 100, fill=0)
    pages.text(60, 100, "Words on a panel").text(60, 250, "Words on another panel")
    (picture,) = deck_of(pages.save()).slides[0].pictures
    assert picture.origin is PictureOrigin.DRAWING
    assert 490 < picture.box.x0 * WIDE < picture.box.x1 * WIDE < 540


def test_a_numbered_footnote_stays_with_its_line(pages: Pages) -> None:
    pages.text(50, 100, "A share of all claims", 14).text(188, 96, "1", 8)
    assert block_with(deck_of(pages.save()).slides[0], "claims").text.startswith("A share of all")


@pytest.mark.parametrize(
    ("code", "text"),
    [(0xFB01, "fi"), (0xFB03, "ffi"), (0xA0, " "), (0x2009, " "), (0x07, ""), (0xE000, ""),
     (0x2, "-"), (0x41, "A"), (0xF0B7, "\uf0b7"), (0x110000, "")],
)  # fmt: skip
def test_characters_read_as_plain_letters(code: int, text: str) -> None:
    assert letters(code) == text


@pytest.mark.parametrize("text", ["85%", "$4.2M", "03", "24/7", "1,200+", "3x"])
def test_figures(text: str) -> None:
    assert is_number(text)
    assert not is_number("3 steps")
