"""The PDF reader: footers of all kinds, and headings that compete."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from sowhat.model import Role
from tests.read.pdf_factory import Pages, deck_of, texts

NAMES = [
    "Plans",
    "Teams",
    "Sites",
    "Costs",
    "Gains",
    "Risks",
    "Dates",
    "Steps",
    "Roles",
    "Ideas",
    "Goals",
    "Terms",
]


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path / "deck.pdf")


def place(side: str, text: str) -> float:
    wide = float(stringWidth(text, "Helvetica", 9))
    return {"left": 40.0, "middle": 360 - wide / 2, "right": 680 - wide}[side]


@pytest.mark.parametrize("side", ["left", "middle", "right"])
@pytest.mark.parametrize(
    "footer",
    [
        "Acme Corp {}",
        "Acme Corp {:02}",
        "{} Acme Corp",
        "Confidential | {}",
        "{} | Confidential",
        "Page {} of 12",
        "{}/12",
        "Acme Corp – slide {}",
        "© 2026 Acme Corp p.{}",
        "Acme Corp 11 March 2026 {}",
    ],
)
def test_a_footer_with_its_page_number_is_one(pages: Pages, side: str, footer: str) -> None:
    for number, name in enumerate(NAMES, start=1):
        text = footer.format(number)
        pages.text(50, 60, f"{name} of the year", 28)
        pages.lines(50, 120 + number, ["A text that is of this page alone", f"with {name} in it"])
        pages.text(place(side, text), 395, text, 9).next()
    slides = deck_of(pages.save()).slides[:12]
    for number, slide in enumerate(slides, start=1):
        assert texts(slide, Role.FOOTER) == [footer.format(number)]
        assert slide.title == f"{NAMES[number - 1]} of the year"


def test_a_footer_of_left_and_right_pages_is_one(pages: Pages) -> None:
    for number, name in enumerate(NAMES, start=1):
        pages.text(50, 60, f"{name} of the year", 28)
        text = f"Acme Corp {number}" if number % 2 else f"{number} Acme Corp"
        pages.text(place("right" if number % 2 else "left", text), 395, text, 9).next()
    for slide in deck_of(pages.save()).slides[:12]:
        assert len(texts(slide, Role.FOOTER)) == 1


def test_roman_page_numbers_are_footers(pages: Pages) -> None:
    for name, number in zip(
        NAMES,
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"],
        strict=True,
    ):
        pages.text(50, 60, f"{name} of the year", 28)
        pages.text(place("right", number), 395, number, 9).next()
    for slide in deck_of(pages.save()).slides[:12]:
        assert len(texts(slide, Role.FOOTER)) == 1


def test_figures_at_the_foot_of_a_page_are_no_footer(pages: Pages) -> None:
    for number, name in enumerate(NAMES[:6], start=1):
        pages.text(50, 60, f"{name} of the year", 28)
        pages.text(50 + 90 * number, 380, f"{number * 7}% more claims for {name}", 12).next()
    for slide in deck_of(pages.save()).slides[:6]:
        assert texts(slide, Role.FOOTER) == []


def test_the_bigger_of_two_headings_is_the_title(pages: Pages) -> None:
    for name in NAMES[:4]:
        pages.text(50, 50, f"{name} first", 30).text(400, 50, "What it says", 22)
        pages.lines(50, 100, ["Words on the left side", f"that speak of {name}"])
        pages.lines(400, 100, ["Words on the right side", f"that say more of {name}"]).next()
    for slide, name in zip(deck_of(pages.save()).slides, NAMES[:4], strict=False):
        assert slide.title == f"{name} first"


def test_of_two_headings_alike_the_one_in_the_titles_place_wins(pages: Pages) -> None:
    for name in NAMES[:4]:
        pages.text(50, 60, f"{name} of the year", 28)
        pages.lines(50, 120, ["A text that is of this page alone", f"with {name} in it"]).next()
    pages.text(400, 55, "Beside it", 28).text(50, 60, "Gains of the year", 28)
    pages.lines(50, 120, ["A text that is of this page alone", "with gains in it"])
    assert deck_of(pages.save()).slides[4].title == "Gains of the year"
