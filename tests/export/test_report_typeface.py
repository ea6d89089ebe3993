from __future__ import annotations

from typing import Any

import pytest
from PIL import features

from sowhat.export.report.lettering import paragraph
from sowhat.export.report.look import style
from sowhat.export.report.typeface import BOLD, clean, markup


def frags(words: str, color: str = "#1d2530") -> list[Any]:
    return list(paragraph(markup(words), style("body", color)).frags)


def images(words: str, color: str = "#1d2530") -> list[Any]:
    return [frag.cbDefn for frag in frags(words, color) if hasattr(frag, "cbDefn")]


def words_of(words: str) -> list[str]:
    return [frag.text for frag in frags(words)]


def test_latin_greek_and_cyrillic_need_no_other_face() -> None:
    words = "Müller, Ευχαριστώ, Спасибо: “so what?” – 5 €"
    assert markup(words) == words
    assert markup(words, BOLD) == words


def test_a_character_that_the_face_lacks_is_drawn_by_another() -> None:
    assert markup("a ☎ b") == 'a <font name="SoWhat-DejaVuSans">☎</font> b'
    assert "DejaVu" in markup("✔", BOLD)


def test_marks_stay_with_their_letter() -> None:
    assert clean("e\u0301") == "é"
    assert markup("x\u20d7") in ('<font name="SoWhat-DejaVuSans">x\u20d7</font>', "x\u20d7")


def test_what_no_face_draws_is_said_or_left_out_but_never_an_empty_box() -> None:
    assert words_of("\U00014400\U00014401 deck") == ["[…] deck"]  # Anatolian hieroglyphs
    assert markup("\uf0b7 item") == " item"
    assert markup("\ue000 so") == " so"  # what marks words to be drawn is nobody's own


def test_emoji_are_drawn_without_their_tints() -> None:
    found = images("Go 👍🏽️ now")
    assert len(found) == 1
    assert found[0].height < 14


@pytest.mark.skipif(not features.check("raqm"), reason="nothing here shapes such scripts")
def test_words_from_the_right_are_one_picture_a_line() -> None:
    long = "مرحبا بالعالم هذا عرض تقديمي عن عملائنا وأهدافهم في العام القادم"
    assert len(images("Hebrew שלום עולם, and on")) == 1
    found = images(f"Arabic {long} and on")
    assert len(found) > 1
    assert all(image.width <= 17 * 10.5 + 1 for image in found)
    assert words_of("Hebrew שלום עולם, and on") == ["Hebrew ", "", ", and on"]


@pytest.mark.skipif(not features.check("raqm"), reason="nothing here shapes such scripts")
def test_letters_are_shaped_by_their_neighbours() -> None:
    together, first, second = (
        images(word)[0].width for word in ("\u0644\u0627", "\u0644", "\u0627")
    )
    assert together < 0.9 * (first + second)


def test_a_picture_has_the_colour_of_its_words() -> None:
    (image,) = images("🚀", "#0f766e")
    pixels = image.image._image.convert("RGBA").getcolors(1 << 16)
    assert {color[:3] for _, color in pixels} == {(15, 118, 110)}


def test_breaks_and_control_characters_do_not_reach_the_page() -> None:
    assert clean("one\vtwo\nthree\x00\u200b") == "one two three"


def test_words_are_no_markup() -> None:
    assert markup("<b>R&D</b>") == "&lt;b&gt;R&amp;D&lt;/b&gt;"
