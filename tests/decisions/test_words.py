from __future__ import annotations

from typing import Any

from sowhat.decisions import fingerprint
from sowhat.model import Block, Box, Picture, PictureOrigin, Role, Run, Slide, Source
from tests.decks import slide

WHERE = Box(0.1, 0.1, 0.5, 0.5)


def block(text: str, **more: Any) -> Block:
    return Block(text, more.pop("role", Role.BODY), WHERE, **more)


def of(*blocks: Block, pictures: tuple[Picture, ...] = ()) -> str:
    return fingerprint(Slide(1, blocks=blocks, pictures=pictures))


def picture(sha256: str | None, **more: Any) -> Picture:
    return Picture(
        more.pop("box", WHERE), more.pop("origin", PictureOrigin.IMAGE), sha256=sha256, **more
    )


def test_case_white_space_order_number_and_place_do_not_matter() -> None:
    one = slide(1, "Why Acme?", "We are\nthe best", "You save  money")
    other = slide(7, "WHY ACME?", "You save money", "we are the", "best")
    assert fingerprint(one) == fingerprint(other)
    assert len(fingerprint(one)) == 32


def test_each_word_matters() -> None:
    words = ("We are the best", "We are the best best", "We are best", "We are the rest", "")
    assert len({of(block(text)) for text in words}) == len(words)


def test_what_a_footer_says_does_not_count_nor_what_is_filled_in() -> None:
    plain = of(block("Why Acme"))
    assert of(block("Why Acme"), block("© 2026 Acme", role=Role.FOOTER)) == plain
    numbered = block("Why Acme 12", runs=(Run("Why Acme "), Run("12", field="slidenum")))
    assert of(numbered) == plain
    assert of(block("Why Acme"), block("read in a picture", source=Source.OCR)) == plain
    assert of(block("Why Acme"), pictures=(picture("a"),)) == plain


def test_slides_without_words_are_known_by_their_pictures() -> None:
    logo = picture("logo", source=Source.LAYOUT)
    drawn = picture(None, origin=PictureOrigin.DRAWING)
    moved = picture(None, origin=PictureOrigin.DRAWING, box=Box(0.5, 0.5, 0.9, 0.9))
    choices = [(picture("a"),), (picture("b"),), (picture("a"), picture("b")), (drawn,), (moved,)]
    assert len({of(pictures=pictures) for pictures in choices}) == len(choices)
    assert of(pictures=(picture("b"), picture("a"))) == of(pictures=choices[2])
    assert of(pictures=(picture("a"), logo)) == of(pictures=choices[0])
    footer = block("12", role=Role.FOOTER)
    assert of(footer, pictures=(picture("a"),)) == of(pictures=choices[0])


def test_a_slide_with_nothing_of_its_own_is_known_by_nothing() -> None:
    assert of() == of(block("12", role=Role.FOOTER), pictures=()) == ""
    assert of(pictures=(picture("logo", source=Source.LAYOUT),)) == ""
