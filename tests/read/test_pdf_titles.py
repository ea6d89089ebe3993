"""The PDF reader: which line is a page's title, how it reads, and where it stands in the order."""

from __future__ import annotations

from pathlib import Path

import pytest

from sowhat.model import Role
from tests.read.pdf_factory import Pages, deck_of, texts


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path / "deck.pdf")


def test_the_title_comes_before_the_columns_below_it(pages: Pages) -> None:
    pages.text(300, 60, "How it all pays off", 28)
    pages.lines(40, 120, ["We save forty hours a month", "for every team of yours", "at last"])
    pages.lines(440, 120, ["The board sees its figures", "a week before it used to", "and more"])
    slide = deck_of(pages.save()).slides[0]
    assert slide.title == "How it all pays off"
    assert slide.blocks[0].role is Role.TITLE


def test_a_chapter_above_the_title_stays_before_it(pages: Pages) -> None:
    pages.text(300, 30, "Our product", 12).text(300, 70, "How it all pays off", 28)
    pages.text(40, 120, "We save forty hours a month for every team of yours, as all can see", 14)
    assert texts(deck_of(pages.save()).slides[0])[:2] == ["Our product", "How it all pays off"]


def test_the_parts_of_a_title_read_from_the_left(pages: Pages) -> None:
    pages.text(60, 82, "We are raising", 30).text(280, 72, "two million", 30)
    pages.lines(60, 160, ["The round closes in the spring", "and pays for two years of work"])
    assert deck_of(pages.save()).slides[0].title == "We are raising two million"


NAMES = ("Marlies Okafor", "Tobias Lindqvist", "Ines Carvalho")
WORK = ("Runs the sales of it all", "Builds what we sell you", "Counts what comes of it")


@pytest.mark.parametrize("columns", [2, 3])
def test_one_of_three_names_side_by_side_is_no_title(pages: Pages, columns: int) -> None:
    for number in range(columns):
        pages.text(50 + 230 * number, 100, NAMES[number], 22)
        pages.text(50 + 230 * number, 130, WORK[number], 12)
    slide = deck_of(pages.save()).slides[0]
    assert (slide.title == "") is (columns == 3)


def test_names_below_a_title_leave_it_the_title(pages: Pages) -> None:
    pages.text(50, 50, "Meet the team", 22)
    for number in range(3):
        pages.text(50 + 230 * number, 100, NAMES[number], 22)
        pages.text(50 + 230 * number, 130, WORK[number], 12)
    assert deck_of(pages.save()).slides[0].title == "Meet the team"


HEADINGS = (
    "Claims are slow",
    "One flow for all of them",
    "Paid back within a year",
    "Trusted by the careful",
    "The round and its use",
)


def test_a_chapter_is_no_title_though_pages_without_a_heading_have_only_that(pages: Pages) -> None:
    for number in range(8):
        pages.text(30, 30, f"Chapter {'abcdefgh'[number] * 4}", 14)
        if number < len(HEADINGS):
            pages.text(90 + 40 * number, 70, HEADINGS[number], 28)
        pages.lines(60, 160, [f"What is said in part {number}", "goes on for a line or two"], 12)
        pages.next()
    deck = deck_of(pages.save())
    assert tuple(slide.title for slide in deck.slides[: len(HEADINGS)]) == HEADINGS
    assert deck.slides[7].title == "Chapter hhhh"
