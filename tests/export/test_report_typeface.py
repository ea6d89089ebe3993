from __future__ import annotations

from sowhat.export.report.typeface import BOLD, clean, markup


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
    assert markup("日本語 deck") == "[…] deck"
    assert markup("Go 🚀 now") == "Go  now"
    assert markup("\uf0b7 item") == " item"


def test_breaks_and_control_characters_do_not_reach_the_page() -> None:
    assert clean("one\vtwo\nthree\x00\u200b") == "one two three"


def test_words_are_no_markup() -> None:
    assert markup("<b>R&D</b>") == "&lt;b&gt;R&amp;D&lt;/b&gt;"
