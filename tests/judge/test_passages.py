from __future__ import annotations

from dataclasses import replace

import pytest

from sowhat.judge.passages import CUSTOMER, PRODUCT, VENDOR, masker, passages
from sowhat.model import (
    WHOLE,
    Block,
    Box,
    Origin,
    Party,
    Picture,
    PictureOrigin,
    Profile,
    Role,
    Run,
    Source,
)
from tests.decks import slide, written

PROFILE = Profile(
    Party("Acme Corp", ("Acme",), Origin.GIVEN), Party("Globex", (), Origin.FOUND), ("Acme Flow",)
)


def test_names_become_tokens_the_longest_first() -> None:
    said = masker(PROFILE)("Why ACME  Corp and Acme Flow suit Globex, not Acmeology")
    assert said == f"Why {VENDOR} and {PRODUCT} suit {CUSTOMER}, not Acmeology"


def test_a_name_of_both_sides_is_the_vendors() -> None:
    same = Profile(Party("Acme", (), Origin.GIVEN), Party("Acme", (), Origin.FOUND), ("Acme",))
    assert masker(same)("Acme") == VENDOR


def test_short_names_stay_since_they_are_words() -> None:
    assert masker(Profile(Party("Go", (), Origin.FOUND)))("Go on") == "Go on"


def test_nothing_is_replaced_where_nobody_is_known() -> None:
    assert masker(Profile())("Acme") == "Acme"


def test_a_slide_is_read_with_what_stands_around_it() -> None:
    deck = written(("Acme for ports",), ("Queues", "Ships wait"), ("Thanks",))
    found = [passage.around.text for passage in passages(deck, PROFILE)]
    assert found == [
        f"first slide of {VENDOR} for ports | after - | before Queues | no pictures",
        f"middle slide of {VENDOR} for ports | after {VENDOR} for ports | before Thanks"
        " | no pictures",
        f"last slide of {VENDOR} for ports | after Queues | before - | no pictures",
    ]


def test_titles_and_body_are_apart_and_footers_are_left_out() -> None:
    footer = Block("© Acme", Role.FOOTER, Box(0, 0.95, 1, 1))
    number = Block("12 %", Role.BODY, Box(0, 0.8, 0.1, 0.9))
    deck = written(slide(1, "Queues", "Ships wait", "Cranes too", blocks=(footer, number)))
    passage = passages(deck, PROFILE)[0]
    assert [(part.text, part.block) for part in passage.titles] == [("Queues", 0)]
    assert [(part.text, part.block) for part in passage.body] == [
        ("Ships wait", 1),
        ("Cranes too", 2),
    ]


def test_size_is_told_in_doublings_of_the_usual_one() -> None:
    sizes = {"Small words that are many": 12.0, "Big": 24.0, "Huge": 200.0, "Tiny": 6.0}
    blocks = tuple(
        Block(words, Role.BODY, Box(0, 0.1, 1, 0.2), runs=(Run(words, size),))
        for words, size in sizes.items()
    )
    body = passages(written(slide(1, "", blocks=blocks)), PROFILE)[0].body
    assert [part.size for part in body] == [0.0, 1.0, 1.0, -1.0]


@pytest.mark.parametrize(("words", "read"), [("word " * 20, ""), ("", "Say that they wait")])
def test_notes_are_read_only_where_the_slide_says_little(words: str, read: str) -> None:
    notes = (Block("Say that  they wait", Role.NOTES, None, source=Source.NOTES),)
    deck = written(slide(1, "Queues", *([words] if words else []), notes=notes))
    assert passages(deck, PROFILE)[0].around.notes == read


def test_pictures_charts_and_tables_are_counted() -> None:
    dot = Picture(Box(0, 0, 0.01, 0.01), PictureOrigin.IMAGE)
    image, chart = (Picture(WHOLE, kind) for kind in (PictureOrigin.IMAGE, PictureOrigin.CHART))
    cell = Block("a", Role.CELL, Box(0, 0, 1, 1))
    one = slide(1, "One", pictures=(dot, image), blocks=(cell,))
    many = slide(2, "Many", pictures=(image,) * 9 + (chart,))
    found = [p.around.pictures for p in passages(written(one, many, ("None",)), PROFILE)]
    assert found == ["one pictures table", "many pictures chart", "no pictures"]


def test_a_slide_without_words_has_an_empty_passage() -> None:
    deck = written(replace(slide(1, ""), title=""))
    assert passages(deck, PROFILE)[0].titles == passages(deck, PROFILE)[0].body == ()
