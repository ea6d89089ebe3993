from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from sowhat.model import WHOLE, Box, PictureKind
from sowhat.pictures import logo
from sowhat.pictures.kinds import look
from sowhat.pictures.marks import layout_of
from sowhat.pictures.opened import drawn
from sowhat.pictures.seen import Near, Pixels, Word
from tests.pictures.made.looks import logos, looks

SEED = 91


def numbers(pixels: Pixels) -> dict[str, float]:
    found = logo.numbers_of(layout_of(pixels), pixels).tolist()
    return dict(zip(logo.NAMES, found, strict=True))


def bars(heights: tuple[int, ...]) -> Pixels:
    """Draw bars that stand on one line, as letters do."""
    image = Image.new("RGB", (40 * len(heights) + 40, 120), "white")
    pen = ImageDraw.Draw(image)
    for number, high in enumerate(heights):
        pen.rectangle((20 + 40 * number, 100 - high, 44 + 40 * number, 100), (30, 60, 140))
    return drawn(image, WHOLE)


def test_letters_on_one_line_are_a_row() -> None:
    row = numbers(bars((40, 40, 30, 40, 30)))
    assert row["rows"] == 1
    assert row["in_rows"] == row["letters_in_rows"] == 1
    assert row["row_wide"] > 0.7
    assert row["first_colour"] == 1


def test_two_pieces_or_some_of_other_heights_are_none() -> None:
    assert numbers(bars((40, 40)))["rows"] == 0
    assert numbers(bars((80, 20, 8)))["rows"] == 0


def test_words_tell_a_name_from_a_text() -> None:
    def read(*said: str) -> dict[str, float]:
        lines = tuple(Word(text, Box(0.1, 0.1, 0.9, 0.5), 0.9) for text in said)
        return dict(zip(logo.READ_NAMES, logo.read_numbers(lines).tolist(), strict=True))

    name, text = read("Norvia"), read("We help your teams to plan", "all that they do in 2024")
    assert (name["a_name"], name["a_text"], name["capital"], name["digit"]) == (1, 0, 1, 0)
    assert (text["a_name"], text["a_text"], text["digit"]) == (0, 1, 1)
    assert set(read().values()) == {0.0}


@pytest.mark.parametrize("read", [False, True])
def test_logos_are_surer_than_what_is_none(read: bool) -> None:
    def share(images: list[Image.Image], words: tuple[Word, ...]) -> float:
        near = Near(words=words if read else (), read=read)
        found = [look(drawn(image, WHOLE), near).kind for image in images]
        return found.count(PictureKind.LOGO) / len(found)

    name = (Word("Norvia", Box(0.2, 0.3, 0.9, 0.7), 0.95),)
    marks = [made.image for made in logos(30, SEED)]
    others = [made.image for made in looks(30, SEED) if made.kind != "icon"]
    assert share(marks, name) > 0.7
    assert share(others, ()) < 0.3


def test_a_picture_of_nothing_has_numbers() -> None:
    empty = drawn(Image.new("RGBA", (60, 60), (0, 0, 0, 0)), WHOLE)
    assert len(numbers(empty)) == len(logo.NAMES)
