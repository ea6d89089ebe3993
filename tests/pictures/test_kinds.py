from __future__ import annotations

import random
import tomllib

import pytest
from PIL import Image, ImageOps

from sowhat.model import WHOLE, Box, PictureKind
from sowhat.paths import resources
from sowhat.pictures import around, kinds, wall
from sowhat.pictures.guessing import scales, shifted
from sowhat.pictures.kinds import look
from sowhat.pictures.marks import layout_of
from sowhat.pictures.opened import drawn
from sowhat.pictures.seen import Guess, Near, Word
from tests.pictures.made import quadrants, rounds
from tests.pictures.made.badges import badges
from tests.pictures.made.looks import logos, looks
from tests.pictures.made.walls import walls

SEED = 77


def seen(image: Image.Image, near: Near | None = None) -> Guess:
    return look(drawn(image, WHOLE), near or Near())


def test_most_single_marks_are_logos() -> None:
    found = [seen(made.image).kind for made in logos(30, SEED)]
    assert found.count(PictureKind.LOGO) >= 24


def test_walls_come_through_all_detectors() -> None:
    found = [seen(made.image).kind for made in walls(24, SEED)]
    assert found.count(PictureKind.LOGO_WALL) >= 22


@pytest.mark.parametrize("style", sorted(rounds.STYLES))
def test_waves_and_radars_come_through_all_detectors(style: str) -> None:
    sheet = rounds.STYLES[style](random.Random(f"6 {style} 4"))
    assert seen(sheet.done()).kind is PictureKind.ANALYST


def test_a_quadrant_is_no_wall_whatever_its_dots_look_like() -> None:
    sheet = quadrants.STYLES["squares"](random.Random("5 squares 0"))
    assert seen(sheet.done()).kind is PictureKind.ANALYST


def test_an_emblem_with_rings_is_no_radar() -> None:
    image = rounds.STYLES["radar"](random.Random("6 radar 4")).done()
    assert seen(image, Near(share=0.4)).kind is PictureKind.ANALYST
    assert seen(image, Near(share=0.01)).kind is not PictureKind.ANALYST
    assert seen(image, Near(share=0.4, repeated=True)).kind is not PictureKind.ANALYST
    named = Near(share=0.01, title="The GigaOm Radar")
    assert seen(image, named).kind is PictureKind.ANALYST


def test_most_others_are_told() -> None:
    pairs = [(made.kind, str(seen(made.image).kind)) for made in looks(60, SEED)]
    assert sum(kind == guess for kind, guess in pairs) >= 36


def test_a_plain_picture_is_decoration() -> None:
    guess = seen(Image.new("RGB", (200, 100), (200, 30, 30)))
    assert guess.kind is PictureKind.DECORATION


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Quantor-logo.png", PictureKind.LOGO),
        ("A screenshot of a computer", PictureKind.SCREENSHOT),
        ("Diagram, schematic", PictureKind.DIAGRAM),
        ("Chart, bar chart", PictureKind.CHART),
        ("A group of people at a table", PictureKind.PEOPLE),
        ("world_map", PictureKind.MAP),
        ("iso-27001-certified", PictureKind.BADGE),
        ("g2 best usability 2024", PictureKind.BADGE),
        ("Authorised reseller", PictureKind.BADGE),
        ("partner-gold.png", PictureKind.BADGE),
    ],
)
def test_descriptions_and_names_name_kinds(words: str, kind: PictureKind) -> None:
    assert kind in around.named(Near(alt=words))
    assert kind in around.named(Near(name=words))


def test_picture_7_names_nothing() -> None:
    assert around.named(Near(name="Picture 7", alt="")) == frozenset()


def test_a_description_makes_its_kind_likelier() -> None:
    made = next(iter(looks(1, SEED)))
    pixels = drawn(made.image, WHOLE)
    layout = layout_of(pixels)
    alone, told = (kinds.kind_of(layout, pixels, Near(alt=alt)) for alt in ("", "icons"))
    assert told.kind is PictureKind.ICON or told.confidence < alone.confidence


def test_strokes_of_letters_in_a_small_picture_are_no_rules() -> None:
    def rules(size: int) -> float:
        image = Image.new("RGB", (size, size), "white")
        image.paste((20, 20, 20), (size // 3, 2, size // 2, 18))
        for at in (0.2, 0.4, 0.6, 0.8):
            row = round(at * size)
            image.paste((20, 20, 20), (size // 4, row, 3 * size // 4, row + 2))
        pixels = drawn(image, WHOLE)
        found = kinds.numbers_of(layout_of(pixels), pixels)
        assert found is not None
        return float(found[kinds.NAMES.index("lines")])

    assert rules(120) == 0
    assert rules(400) == 4


def test_some_badges_among_marks_are_a_strip_where_the_words_honour() -> None:
    tiles = [made.image for made in badges(60, SEED) if "hexagon" in made.name][:4]
    tiles += [made.image for made in logos(6, SEED)]
    sheet = Image.new("RGB", (1000, 420), "white")
    for at, tile in enumerate(tiles):
        shown = ImageOps.contain(tile.convert("RGBA"), (130, 130))
        sheet.paste(shown, (40 + 195 * (at % 5), 40 + 200 * (at // 5)), shown)
    assert seen(sheet).kind is PictureKind.LOGO_WALL
    assert seen(sheet, Near(title="Customers")).kind is PictureKind.LOGO_WALL
    assert seen(sheet, Near(title="Industry recognition")).kind is PictureKind.BADGE


def test_a_page_of_words_is_no_badge() -> None:
    word = Word("certified", Box(0, 0, 1, 0.1), 0.9)
    assert around.words_inside(Near(words=(word,) * 60)) > kinds.PAGE


def test_every_reason_is_a_sentence() -> None:
    texts = tomllib.loads((resources() / "texts" / "en.toml").read_text(encoding="utf-8"))
    reasons = {f"picture-{kind}" for kind in PictureKind} - {"picture-logo-wall", "picture-analyst"}
    assert reasons | {"picture-wall", "picture-strip"} <= set(texts["pictures"])


def test_the_weights_fit_the_numbers() -> None:
    assert scales()["kinds"].names == kinds.NAMES
    assert scales()["walls"].names == wall.NAMES
    given = scales()["kinds"].chances(scales()["kinds"].mean)
    assert sum(given.values()) == pytest.approx(1)


def test_evidence_shifts_a_chance() -> None:
    assert shifted(0.5, 0) == pytest.approx(0.5)
    assert shifted(0.5, 1) > 0.7 > shifted(0.5, -1)
    assert 0 < shifted(0.0, -50) < shifted(1.0, 50) <= 1


def test_the_rings_of_a_seal_are_no_radar() -> None:
    seals = [made for made in badges(70, 9) if made.name.startswith(("badge-seal", "badge-cert"))]
    assert len(seals) >= 12
    assert PictureKind.ANALYST not in {seen(made.image).kind for made in seals}
