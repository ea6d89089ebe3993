from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from sowhat.model import WHOLE, Box, PictureKind
from sowhat.pictures import badge
from sowhat.pictures.kinds import look
from sowhat.pictures.marks import layout_of
from sowhat.pictures.opened import drawn
from sowhat.pictures.seen import Near, Word
from tests.pictures.made.badges import STYLES, badges
from tests.pictures.made.looks import logos, looks
from tests.pictures.made.tiles import star

SEED = 77


def numbers(image: Image.Image) -> dict[str, float]:
    pixels = drawn(image, WHOLE)
    found = badge.numbers_of(layout_of(pixels), pixels)
    assert found is not None
    return dict(zip(badge.NAMES, found.tolist(), strict=True))


def blank(width: int = 300, height: int = 300) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", (width, height), (255, 255, 255))
    return image, ImageDraw.Draw(image)


def test_most_drawn_badges_are_found() -> None:
    found = [look(drawn(made.image, WHOLE), Near()).kind for made in badges(40, SEED)]
    assert found.count(PictureKind.BADGE) >= 28


def test_with_their_words_read_nearly_all_are() -> None:
    near = Near(words=(Word("Winner 2024", Box(0.2, 0.2, 0.8, 0.4), 0.9),))
    found = [look(drawn(made.image, WHOLE), near).kind for made in badges(40, SEED)]
    assert found.count(PictureKind.BADGE) >= 34


def test_few_others_are_badges() -> None:
    others = (*looks(60, SEED), *logos(20, SEED))
    found = [look(drawn(made.image, WHOLE), Near()).kind for made in others]
    assert found.count(PictureKind.BADGE) <= 4


def test_every_style_is_drawn() -> None:
    drawn_styles = {made.name.split("-")[1] for made in badges(len(STYLES), SEED)}
    assert drawn_styles == {style.split("-")[0] for style in STYLES}


def test_five_stars_in_a_row_are_seen() -> None:
    image, pen = blank(600, 120)
    for at in range(5):
        pen.polygon(star(60 + at * 115, 60, 50), (250, 170, 20))
    assert numbers(image)["stars"] == 1
    image, pen = blank(600, 120)
    for at in range(5):
        pen.rectangle((20 + at * 115, 20, 100 + at * 115, 100), (250, 170, 20))
    assert numbers(image)["stars"] == 0


def test_stars_are_seen_where_letters_touch_them() -> None:
    image, pen = blank(600, 160)
    for at in range(5):
        pen.polygon(star(60 + at * 115, 100, 50), (250, 170, 20))
    pen.rectangle((20, 10, 580, 62), (10, 60, 110))  # the name above, down to the tips
    assert numbers(image)["stars"] == 1


def test_the_teeth_of_a_seal_are_seen() -> None:
    seal, pen = blank(460, 460)
    pen.polygon(star(230, 230, 140, 24, 0.88), (212, 168, 60))
    disc, pen = blank(460, 460)
    pen.ellipse((90, 90, 370, 370), (212, 168, 60))
    assert numbers(seal)["teeth"] > 4 * numbers(disc)["teeth"]
    assert numbers(disc)["ellipse"] < 0.05
    assert numbers(disc)["gold"] > 0.9


def test_a_band_across_a_shield_is_seen() -> None:
    image, pen = blank()
    pen.polygon([(50, 10), (250, 10), (250, 220), (150, 290), (50, 220)], (40, 60, 120))
    plain = numbers(image)["band"]
    pen.rectangle((20, 150, 280, 190), (220, 60, 50))
    assert plain < 0.02 < 0.05 < numbers(image)["band"]


@pytest.mark.parametrize("size", [(2, 2), (6, 300)])
def test_next_to_nothing_is_no_form(size: tuple[int, int]) -> None:
    image, pen = blank()
    pen.rectangle((100, 100, 99 + size[0], min(299, 99 + size[1])), (0, 0, 0))
    pixels = drawn(image, WHOLE)
    assert badge.numbers_of(layout_of(pixels), pixels) is None
