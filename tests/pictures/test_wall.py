from __future__ import annotations

from PIL import Image, ImageDraw

from sowhat.model import WHOLE, PictureKind
from sowhat.pictures import wall
from sowhat.pictures.opened import drawn
from sowhat.pictures.seen import Near, Word
from tests.pictures.made.badges import badges
from tests.pictures.made.looks import logos, looks
from tests.pictures.made.sheet import Made
from tests.pictures.made.walls import walls

SEED = 77


def guessed(made: Made, near: Near | None = None) -> PictureKind | None:
    guess = wall.find(drawn(made.image, WHOLE), near or Near())
    return guess.kind if guess else None


def test_nearly_all_drawn_walls_are_found() -> None:
    found = [guessed(made) for made in walls(40, SEED)]
    assert found.count(PictureKind.LOGO_WALL) >= 35


def test_nearly_no_look_alike_is_a_wall() -> None:
    found = [guessed(made) for made in (*looks(60, SEED), *logos(20, SEED))]
    assert found.count(PictureKind.LOGO_WALL) <= 3


def test_each_mark_of_a_wall_is_boxed() -> None:
    image = Image.new("RGB", (800, 300), (255, 255, 255))
    made = next(iter(walls(1, SEED)))
    assert made.kind == "logo-wall"
    guess = wall.find(drawn(made.image, WHOLE), Near())
    assert guess is not None
    assert len(guess.boxes) >= 4
    for box in guess.boxes:
        assert 0 <= box.x0 < box.x1 <= 1
        assert 0 <= box.y0 < box.y1 <= 1
    assert wall.find(drawn(image, WHOLE), Near()) is None


def test_three_marks_are_no_wall() -> None:
    image = Image.new("RGB", (600, 160), (255, 255, 255))
    pen = ImageDraw.Draw(image)
    for x, colour in ((40, (200, 30, 30)), (240, (30, 120, 60)), (440, (30, 60, 160))):
        pen.ellipse((x, 40, x + 80, 120), colour)
    assert wall.find(drawn(image, WHOLE), Near()) is None


def test_words_around_make_a_wall_surer() -> None:
    for made in walls(12, SEED):
        pixels = drawn(made.image, WHOLE)
        alone, told = wall.find(pixels, Near()), wall.find(pixels, Near(title="Our customers"))
        if alone and told:
            assert told.confidence > alone.confidence


def test_a_row_of_badges_is_told_by_words_around() -> None:
    strips = [made for made in badges(20, SEED) if "strip" in made.name]
    near = Near(title="Awards and certifications")
    assert [guessed(made, near) for made in strips] == [PictureKind.BADGE] * len(strips)


def test_a_described_screenshot_is_no_wall_so_easily() -> None:
    for made in walls(12, SEED):
        pixels = drawn(made.image, WHOLE)
        alone, told = wall.find(pixels, Near()), wall.find(pixels, Near(alt="Screenshot"))
        assert told is None or (alone is not None and told.confidence < alone.confidence)


def lines(*said: str) -> Near:
    return Near(words=tuple(Word(text, WHOLE, 0.9) for text in said), read=True)


def test_what_is_read_in_a_wall_tells_it_from_a_page() -> None:
    names = lines("Acme", "Norvia Bank", "Helio", "Quantor", "Bright & Co", "Tessel", "Orla")
    figures = lines("Revenue", "12", "Cost 4 %", "Q1", "Q2", "Q3", "Q4", "2024")
    page = lines(
        "We help your teams to plan what they do", *(f"{n}. {'word ' * 9}" for n in "abcd")
    )
    held = 0
    for made in walls(12, SEED):
        pixels = drawn(made.image, WHOLE)
        alone = wall.find(pixels, Near())
        if alone is None or alone.kind is not PictureKind.LOGO_WALL:
            continue
        held += 1
        found = [wall.find(pixels, near) for near in (names, figures, page, Near(read=True))]
        sure = [guess.confidence if guess else 0.0 for guess in found]
        if len(alone.boxes) <= 4 * len(names.words):
            assert sure[0] > alone.confidence
        assert max(sure[1:]) < alone.confidence
    assert held >= 8
