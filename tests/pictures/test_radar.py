from __future__ import annotations

import random

import pytest
from PIL import Image

from sowhat.model import PictureKind
from sowhat.pictures import analyst, radar
from sowhat.pictures.lines import on_white
from sowhat.pictures.radar import AGREED
from sowhat.pictures.rings import rings
from sowhat.pictures.seen import Near
from tests.pictures.made import lookalikes, rounds
from tests.pictures.made.sheet import Sheet
from tests.pictures.test_quadrant import near, seen


def drawn(style: str, number: int = 4) -> Sheet:
    return rounds.STYLES[style](random.Random(f"6 {style} {number}"))


@pytest.mark.parametrize("style", sorted(rounds.STYLES))
def test_waves_radars_and_grids_are_an_analysts(style: str) -> None:
    guess = analyst.find(seen(drawn(style).done()), Near())
    assert guess is not None
    assert guess.kind is PictureKind.ANALYST
    assert guess.confidence < 0.7


@pytest.mark.parametrize("style", ["onion", "spider", "ring", "target", "wheel", "venn"])
def test_other_round_things_are_none(style: str) -> None:
    for number in range(2):
        sheet = lookalikes.STYLES[style](random.Random(f"7 {style} {number}"))
        assert radar.best(seen(sheet.done())) is None


def test_the_middle_of_rings_is_found() -> None:
    image = drawn("radar").done()
    found = rings(on_white(seen(image)), AGREED)
    assert found is not None
    scale = 480 / max(image.size)
    assert found.middle.x == pytest.approx(0.5 * image.width * scale, abs=4)
    assert found.middle.y == pytest.approx(0.52 * image.height * scale, abs=4)
    assert found.middle.stretch == pytest.approx(1, abs=0.03)
    assert len(found.radii) >= 4


def test_bands_of_a_flattened_wave_are_found() -> None:
    image = drawn("scape").done()
    flat = image.resize((image.width, round(0.85 * image.height)), Image.Resampling.LANCZOS)
    assert radar.best(seen(flat)) is not None


def test_a_wave_with_its_words_is_sure() -> None:
    guess = analyst.find(seen(drawn("wave").done()), near(["Strong Performers", "Contenders"]))
    assert guess is not None
    assert guess.confidence > 0.9


def test_nothing_is_no_ring() -> None:
    assert rings(on_white(seen(Image.new("RGB", (400, 400), "white"))), AGREED) is None
