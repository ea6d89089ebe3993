from __future__ import annotations

import io
import random
from collections.abc import Sequence

import pytest
from PIL import Image

from sowhat.model import Box, PictureKind
from sowhat.pictures import analyst, quadrant
from sowhat.pictures.lines import Lines, on_white, tilt
from sowhat.pictures.opened import opened
from sowhat.pictures.seen import Near, Pixels, Word
from tests.pictures.made import lookalikes, quadrants
from tests.pictures.made.sheet import Sheet, spoilt


def seen(image: Image.Image) -> Pixels:
    stream = io.BytesIO()
    image.save(stream, "PNG", compress_level=1)
    return opened(stream.getvalue()).pixels


def near(words: Sequence[str] = (), title: str = "") -> Near:
    return Near(title=title, words=tuple(Word(word, Box(0, 0, 1, 1), 0.9) for word in words))


def drawn(style: str, number: int = 5) -> Sheet:
    return quadrants.STYLES[style](random.Random(f"5 {style} {number}"))


@pytest.mark.parametrize("style", sorted(quadrants.STYLES))
def test_each_style_is_an_analysts(style: str) -> None:
    guess = analyst.find(seen(drawn(style).done()), Near())
    assert guess is not None
    assert guess.kind is PictureKind.ANALYST
    assert guess.confidence < 0.7
    assert len(guess.boxes) >= 5


def test_a_tilted_one_is_found() -> None:
    image = drawn("tinted").done().rotate(2, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    pixels = seen(image)
    assert tilt(on_white(pixels)) == pytest.approx(-2, abs=0.5)
    assert quadrant.best(pixels) is not None


@pytest.mark.parametrize("style", ["glossy", "tiled"])
def test_axes_may_be_covered_where_they_meet(style: str) -> None:
    dice = random.Random(f"5 {style} 11")
    covered = spoilt(quadrants.STYLES[style](dice), "covered", dice)
    assert quadrant.best(seen(covered)) is not None


def test_dots_stand_where_they_are_drawn() -> None:
    sheet = drawn("bare")
    guess = analyst.find(seen(sheet.done()), Near())
    assert guess is not None
    assert all(0.05 < box.center[0] < 0.99 and box.width < 0.06 for box in guess.boxes)


FLAT = (
    *("risk", "swot", "effort", "bcg", "agile", "panels", "crossed", "named_scatter", "table"),
    *("dashboard", "hype", "stairs", "stickers", "boxes", "urgent", "window", "network"),
)


@pytest.mark.parametrize("style", FLAT)
def test_look_alikes_are_none(style: str) -> None:
    sheet = lookalikes.STYLES[style](random.Random(f"7 {style} 0"))
    assert analyst.find(seen(sheet.done()), Near()) is None


def test_words_inside_make_it_sure() -> None:
    pixels = seen(drawn("tinted").done())
    inside = near(["CHALLENGERS", "LEADERS", "NICHE PLAYERS", "VISIONARIES"])
    guess = analyst.find(pixels, inside)
    assert guess is not None
    assert guess.confidence > 0.9
    titled = analyst.find(pixels, near(title="Named a leader in the 2031 Magic Quadrant"))
    assert titled is not None
    assert 0.7 < titled.confidence < 0.9


def test_words_of_a_look_alike_speak_against_it() -> None:
    pixels = seen(drawn("bare").done())
    assert analyst.find(pixels, near(["Effort", "Impact", "Quick wins", "Big bets"])) is None
    assert analyst.find(pixels, near(["Stars", "Dogs", "Cash cows"])) is None


def test_words_alone_are_enough_where_they_are_many() -> None:
    plain = seen(Image.new("RGB", (600, 500), "white"))
    words = ["Leaders", "Challengers", "Niche Players", "Visionaries"]
    guess = analyst.find(plain, near(words))
    assert guess is not None
    assert guess.reason == "picture-analyst-words"
    assert analyst.find(plain, near(["Leaders", "of", "the", "pack"])) is None
    assert analyst.find(plain, near(title="Leaders, Challengers, Visionaries")) is None


def test_the_grades_of_one_vendor_on_a_card_are_an_analysts() -> None:
    plain = seen(Image.new("RGB", (400, 500), "white"))
    card = ["KPI results", "The Storage Survey", "20", "top rankings", "and 13 leading positions"]
    guess = analyst.find(plain, near([*card, "BARC"]))
    assert guess is not None
    assert guess.reason == "picture-analyst-card"
    assert 0.7 < guess.confidence < 0.9
    assert analyst.find(plain, near(["92 % of surveyed users rate it good", "Gartner"])) is not None
    assert analyst.find(plain, near(["Top rankings in search", "after six weeks"])) is None
    assert analyst.find(plain, near(["Gartner: a third of all projects stop"])) is None
    assert analyst.find(plain, near([*card, "BARC", *["word"] * 60])) is None


def test_a_small_or_narrow_picture_is_none() -> None:
    image = drawn("tinted").done()
    assert analyst.find(seen(image.resize((120, 120))), Near()) is None
    assert analyst.find(seen(image.resize((900, 200))), Near()) is None


def test_faint_edges_are_lines_where_they_are_long() -> None:
    image = Image.new("RGB", (300, 300), "white")
    image.paste((249, 249, 249), (150, 0, 300, 300))
    upright, level = Lines(on_white(seen(image))).found()
    assert [abs(line.at - 150) <= 3 for line in upright] == [True]
    assert level == ()


@pytest.mark.parametrize(("gap", "whole"), [(12, True), (20, False)])
def test_dashes_are_one_line_where_their_gaps_are_short(gap: int, whole: bool) -> None:
    image = Image.new("RGB", (300, 300), "white")
    for top in range(0, 300, 20 + gap):
        image.paste((0, 0, 0), (150, top, 151, top + 20))
    lines = Lines(on_white(seen(image)))
    assert all(line.length < 250 for line in lines.found()[0])
    assert any(line.length > 250 for line in lines.found(12)[0]) is whole
