import time
from dataclasses import replace
from pathlib import Path

import pytest

from sowhat import fonts
from sowhat.fonts import kerning, stock


def test_width_is_the_sum_of_the_advances() -> None:
    # Carlito's H, i: 1276 and 470 of 2048 units, as Calibri's.
    assert fonts.width("Hi", "Carlito", 20.48) == pytest.approx((1276 + 470) / 100)
    assert fonts.width("", "Carlito", 18) == 0


def test_letters_are_kerned_and_joined_as_they_are_drawn() -> None:
    from PIL import ImageFont, features

    if not features.check("raqm"):
        pytest.skip("this Pillow sets no kerning by the font's tables")
    for family in ("Arimo", "Carlito", "Tinos", "Caladea"):
        path = str(fonts.find(family).path)
        font = ImageFont.truetype(path, 1000, layout_engine=ImageFont.Layout.RAQM)
        for text in ("AVOID Towers", "attitude", "Yes, 11.7"):
            for word in text.split():
                drawn = font.getlength(word)
                assert fonts.width(word, family, 1000) == pytest.approx(drawn, abs=4)


def test_kerning_can_be_left_out() -> None:
    letters = sum(fonts.width(letter, "Arimo", 10) for letter in "AVA")
    assert fonts.width("AVA", "Arimo", 10, kerned=False) == pytest.approx(letters)
    assert fonts.width("AVA", "Arimo", 10) < 0.95 * letters


def test_a_font_without_kerning_is_its_advances(tmp_path: Path) -> None:
    from fontTools.ttLib import TTFont

    path = tmp_path / "bare.ttf"
    with TTFont(fonts.find("Arimo").path) as font:
        del font["GPOS"], font["GSUB"]
        font.save(path)
    bare = fonts.Face("Bare", path)
    assert kerning.pairs(bare, kerned=True) == {}
    path.write_bytes(path.read_bytes()[:2000])
    assert kerning.pairs(replace(bare, family="Cut"), kerned=True) == {}


def test_bold_is_wider_and_size_scales() -> None:
    plain = fonts.width("Outcome", "Arimo", 10)
    assert fonts.width("Outcome", "Arimo", 10, bold=True) > plain
    assert fonts.width("Outcome", "Arimo", 30) == pytest.approx(3 * plain)


def test_the_renderer_of_the_same_font_agrees() -> None:
    from PIL import ImageFont

    face = fonts.find("Tinos", italic=True)
    font = ImageFont.truetype(str(face.path), 200, layout_engine=ImageFont.Layout.BASIC)
    text = "Quarterly results"
    drawn = font.getlength(text, features=None)
    assert fonts.width(text, "Tinos", 200, italic=True) == pytest.approx(drawn, rel=0.01)


def test_signs_the_face_lacks_come_from_the_covering_one() -> None:
    assert fonts.width("✓", "Carlito", 10) == fonts.width("✓", "DejaVu Sans", 10) > 0


def test_characters_no_font_has_are_guessed() -> None:
    assert fonts.width("漢字", "Carlito", 10) == pytest.approx(20)
    assert fonts.width("\u200b\n", "Carlito", 10) == 0
    assert fonts.width("\t", "Carlito", 10) > fonts.width(" ", "Carlito", 10)
    assert fonts.width("e\u0301", "DejaVu Sans", 10) > 0


def test_line_height_is_the_faces_own() -> None:
    # Carlito: 1536 up, 512 down, 452 between, of 2048.
    assert fonts.line_height("Carlito", 20) == pytest.approx(20 * 2500 / 2048, rel=0.01)
    assert 1.0 < fonts.line_height("Arimo", 1) < 1.3


def test_ten_thousand_words_are_no_work() -> None:
    words = [f"word{n}" for n in range(10_000)]
    fonts.width("warm", "Carlito", 12)
    start = time.process_time()
    for word in words:
        fonts.width(word, "Carlito", 12)
    assert time.process_time() - start < 0.5


def test_a_scaled_stand_in_is_drawn_as_wide_as_it_is_measured(tmp_path: Path) -> None:
    from PIL import ImageFont

    plain = fonts.find("Carlito")
    scaled = replace(plain, stand_in=True, scale=1.25)
    file = tmp_path / "scaled.ttf"
    file.write_bytes(fonts.data(scaled))
    assert fonts.data(plain) == plain.path.read_bytes()
    lengths = [
        ImageFont.truetype(str(path), 400, layout_engine=ImageFont.Layout.BASIC).getlength("Goals")
        for path in (plain.path, file)
    ]
    assert lengths[1] / lengths[0] == pytest.approx(1.25, rel=0.01)
    assert stock.scale("aptos") > 1 == stock.scale("Carlito")
