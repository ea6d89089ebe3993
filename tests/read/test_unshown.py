"""What no slide shows is read all the same: layouts, alt texts of shapes, empty placeholders."""

from __future__ import annotations

import pytest

from sowhat.model import Deck, Role
from sowhat.read import read_deck
from sowhat.worker import Worker
from tests.check import proposals


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Deck:
    """A proposal with words that no slide shows."""
    path = proposals.save(
        tmp_path_factory.mktemp("unshown") / "deck.pptx",
        "Bexhill Dairies",
        proposals.layout("Only on a layout"),
        proposals.alt_of_text(3, "An alt text of words"),
        proposals.empty_title(4),
        proposals.grouped(5, "In a group"),
        proposals.chart(6, ("2025", "2026"), "Cost"),
    )
    with Worker() as worker:
        return read_deck(path, worker)


def test_words_of_layouts_and_masters(deck: Deck) -> None:
    blank = next(layout for layout in deck.layouts if layout.name == "Blank")
    assert "Only on a layout" in blank.words
    assert blank.slides == ()
    content = next(layout for layout in deck.layouts if layout.name == "Title and Content")
    assert content.slides == (1, 2, 3, 4, 5, 6)
    assert deck.layouts[0].slides == content.slides  # the master's


def test_alt_texts_of_what_is_no_picture(deck: Deck) -> None:
    assert [block.text for block in deck.slides[2].alts] == ["An alt text of words"]
    assert deck.slides[2].alts[0].box is not None
    assert not any(slide.alts for slide in deck.slides if slide.number != 3)


def test_an_empty_placeholder_says_what_asks_to_fill_it(deck: Deck) -> None:
    (block,) = deck.slides[3].empty
    assert (block.text, block.role) == ("Click to edit Master title style", Role.TITLE)


def test_what_stands_in_a_group(deck: Deck) -> None:
    grouped = [block.text for slide in deck.slides for block in slide.blocks if block.grouped]
    assert grouped == ["In a group"]


def test_whose_workbook_lies_behind_a_chart(deck: Deck) -> None:
    (book,) = (p.workbook for p in deck.slides[5].pictures if p.workbook is not None)
    assert book.sheets == ("Sheet1",)
    assert isinstance(book.properties, tuple)
