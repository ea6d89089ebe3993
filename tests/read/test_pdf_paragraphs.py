"""The PDF reader: which lines are one paragraph, and where the next one starts."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.read.pdf_factory import Pages, deck_of, texts

BOLD, PLAIN = "Helvetica-Bold", "Helvetica"


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path / "deck.pdf").text(40, 50, "What is said on this page", 24)


def body(pages: Pages) -> list[str]:
    return texts(deck_of(pages.save()).slides[0])[1:]


def led(pages: Pages, y: float, lead: str, text: str) -> None:
    """Write a line that opens with bold words."""
    pages.text(40, y, lead, 12, BOLD)
    pages.text(40 + stringWidth(lead + " ", BOLD, 12), y, text, 12)


def test_lines_that_open_bold_are_items_of_their_own(pages: Pages) -> None:
    led(pages, 120, "Sizes:", "From three by three to fifteen by fifteen.")
    led(pages, 136, "Strength:", "Half a millimetre as a rule, more on demand")
    pages.text(40, 152, "and less where it has to be so by all means.", 12)
    assert body(pages) == [
        "Sizes: From three by three to fifteen by fifteen.",
        "Strength: Half a millimetre as a rule, more on demand "
        "and less where it has to be so by all means.",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["Hiring in all markets:", "Of those who know the way and are known to those who pay"],
        ["d. All the other services.", "-Lounges for those who wait for a train or for a plane"],
    ],
)
def test_a_line_that_leaves_room_ends_before_a_new_item(pages: Pages, lines: list[str]) -> None:
    assert body(pages.lines(40, 120, lines, 12)) == lines


@pytest.mark.parametrize(
    ("first", "then", "one"),
    [
        ("Founders who come with", "Energy and trade", True),
        ("All its pros and", "Cons", True),
        ("What it is", "good for", True),
        ("Founders of old", "Energy and trade", False),
    ],
)
def test_a_sentence_goes_on_in_another_colour(
    pages: Pages, first: str, then: str, *, one: bool
) -> None:
    pages.text(40, 120, first, 14)
    pages.canvas.setFillColorRGB(0.8, 0, 0)
    pages.text(40, 137, then, 14)
    assert body(pages) == ([f"{first} {then}"] if one else [first, then])


def test_an_address_in_another_colour_is_no_end_of_a_sentence(pages: Pages) -> None:
    pages.text(40, 120, "Write to the desk", 14)
    pages.canvas.setFillColorRGB(0, 0, 0.8)
    pages.text(40, 137, "desk@acme.example", 14)
    assert body(pages) == ["Write to the desk", "desk@acme.example"]


def test_lines_level_with_others_go_on_after_an_open_word(pages: Pages) -> None:
    for x, name in ((40, "Anna"), (300, "Bert")):
        pages.text(x, 120, f"Ten friends invited by {name} for", 14)
        pages.text(x, 145, "A page of your own", 14)
    assert body(pages) == [
        f"Ten friends invited by {name} for A page of your own" for name in ("Anna", "Bert")
    ]


@pytest.mark.parametrize(("sign", "whole"), [("?", False), ("O", True)])
def test_a_big_sign_before_words_is_none_of_them(tmp_path: Path, sign: str, whole: bool) -> None:
    pages = Pages(tmp_path / "deck.pdf").text(40, 120, sign, 80)
    pages.text(40 + stringWidth(sign, PLAIN, 80), 110, "nce more with feeling", 26)
    found = texts(deck_of(pages.save()).slides[0])
    assert ("nce more with feeling" in found) is not whole
    assert any(text.startswith(f"{sign}nce") for text in found) is whole
