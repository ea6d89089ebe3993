from dataclasses import replace

import pytest

from sowhat.model import Block, Box, Deck, Role, Span
from sowhat.render.drawn import LARGEST_AREA, LARGEST_SIDE, scale_for
from sowhat.render.sketch import sketch
from tests.render.pixels import picture_of


def ink(deck: Deck, number: int = 1, width: int = 640) -> list[tuple[int, int]]:
    image = picture_of(sketch(deck, number, width).png).convert("L")
    values = enumerate(image.tobytes())
    return [(at % image.width, at // image.width) for at, value in values if value < 100]


def test_words_stay_in_their_boxes(read_deck: Deck) -> None:
    dark = ink(read_deck)
    assert dark
    for x, y in dark:
        title = 0.04 < x / 640 < 0.96 and 0.04 < y / 360 < 0.21
        body = 0.04 < x / 640 < 0.46 and 0.29 < y / 360 < 0.92
        assert title or body


def test_pictures_are_grey_frames(read_deck: Deck) -> None:
    image = picture_of(sketch(read_deck, 1, 640).png)
    assert image.getpixel((330, 120)) == (0xEE, 0xF0, 0xF3)
    assert image.getpixel((300, 350)) == (255, 255, 255)


def test_words_with_places_stand_there(read_deck: Deck) -> None:
    spans = (Span(0, 4, Box(0.1, 0.5, 0.2, 0.55)), Span(5, 9, Box(0.8, 0.5, 0.9, 0.55)))
    block = Block("over here", Role.BODY, Box(0.1, 0.5, 0.9, 0.55), spans=spans)
    slide = replace(read_deck.slides[1], blocks=(block,))
    dark = ink(replace(read_deck, slides=(slide,)))
    assert min(x for x, _ in dark) == pytest.approx(64, abs=3)
    assert max(x for x, _ in dark) <= 0.9 * 640
    assert not any(0.2 < x / 640 < 0.8 for x, _ in dark)
    assert all(0.49 < y / 360 < 0.57 for _, y in dark)


def test_an_empty_slide_says_what_it_is(read_deck: Deck) -> None:
    image = picture_of(sketch(read_deck, 2, 640).png)
    assert image.getpixel((320, 180)) == (255, 255, 255)
    corner = image.crop((560, 335, 636, 356)).convert("L").getextrema()
    assert isinstance(corner[0], (int, float))
    assert corner[0] < 200


@pytest.mark.parametrize(
    ("wanted", "width", "height"),
    [
        (1280, 720, 405),
        (50_000, 720, 405),
        (4000, 3, 14_000),
        (1, 14_000, 3),
        (9000, 10, 9),
        (0, 0, 0),
    ],
)
def test_bitmaps_have_limits(wanted: int, width: float, height: float) -> None:
    scale = scale_for(wanted, width, height)
    assert scale > 0
    assert max(width, height) * scale <= LARGEST_SIDE
    assert width * height * scale * scale <= LARGEST_AREA
    if wanted == 1280:
        assert width * scale == pytest.approx(1280, abs=0.01)
