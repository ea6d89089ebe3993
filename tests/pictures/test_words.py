from __future__ import annotations

import pytest

from sowhat.model import Block, Box, Role, Run, Slide, Source
from sowhat.pictures.seen import Word
from sowhat.pictures.words import blocks_of, with_headline

HIGH = 540.0


def line(text: str, x: float, y: float, high: float = 0.04, sure: float = 0.95) -> Word:
    return Word(text, Box(x, y, x + 0.01 * len(text), y + high), sure)


def test_lines_of_a_column_are_one_block() -> None:
    lines = [
        line("We keep a close eye", 0.1, 0.30),
        line("on the left column", 0.1, 0.36),
        line("while the other one", 0.6, 0.30),
        line("stands on the right", 0.6, 0.36),
    ]
    left, right = blocks_of(lines, Slide(1), HIGH)
    assert left.text == "We keep a close eye on the left column"
    assert right.text == "while the other one stands on the right"
    assert [left.text[s.start : s.end] for s in left.spans] == [lines[0].text, lines[1].text]
    assert [span.box for span in right.spans] == [lines[2].box, lines[3].box]
    assert left.group != right.group


def test_what_was_read_is_told_as_read() -> None:
    (block,) = blocks_of([line("Seen only", 0.1, 0.1, 0.1, sure=0.8)], Slide(1), HIGH)
    assert (block.source, block.exact, block.confidence) == (Source.OCR, False, 0.8)
    assert block.size == pytest.approx(0.1 * HIGH * 0.75)


def test_other_sizes_and_far_lines_are_other_blocks() -> None:
    lines = [line("Large", 0.1, 0.1, 0.09), line("small", 0.1, 0.2), line("far below", 0.1, 0.5)]
    assert [b.text for b in blocks_of(lines, Slide(1), HIGH)] == ["Large", "small", "far below"]


def test_words_of_the_text_layer_are_not_told_twice() -> None:
    known = Block("A headline", Role.TITLE, Box(0.1, 0.1, 0.5, 0.16), group=4)
    lines = [line("A headline", 0.12, 0.11), line("More words", 0.1, 0.4)]
    (block,) = blocks_of(lines, Slide(1, "A headline", (known,)), HIGH)
    assert block.text == "More words"
    assert block.group > known.group


def test_a_part_of_the_slide_is_placed_on_the_slide() -> None:
    box = Box(0.5, 0.5, 0.9, 0.7)
    word = Word("Inside it", Box(0.0, 0.0, 0.5, 0.5), 0.9)
    (block,) = blocks_of([word], Slide(1), HIGH, box)
    assert block.box is not None
    assert (block.box.x0, block.box.y0, block.box.x1) == (0.5, 0.5, 0.7)
    assert block.box.y1 == pytest.approx(0.6)


def roles(lines: list[Word], title: str = "") -> list[tuple[str, Role]]:
    found = blocks_of(lines, Slide(1, title), HIGH, titled=True)
    return [(block.text, block.role) for block in found]


BODY = [line("Some words below", 0.1, 0.5), line("and others", 0.1, 0.7)]


def test_large_words_at_the_top_are_the_title() -> None:
    found = roles([line("small above", 0.1, 0.02, 0.03), line("About us", 0.1, 0.1, 0.08), *BODY])
    assert found[0] == ("About us", Role.TITLE)
    assert [role for _, role in found[1:]] == [Role.BODY] * 3


@pytest.mark.parametrize(
    "head",
    [
        line("About us", 0.1, 0.6, 0.08),  # too low
        line("About us", 0.1, 0.1, 0.04),  # no larger than the rest
        line("About us", 0.1, 0.1, 0.08, sure=0.7),  # hardly legible
        line("08", 0.1, 0.1, 0.08),  # no words
    ],
)
def test_other_words_are_no_title(head: Word) -> None:
    assert all(role is Role.BODY for _, role in roles([head, *BODY]))


def test_a_slide_has_one_title() -> None:
    found = roles([line("About us", 0.1, 0.1, 0.08), *BODY], title="Company")
    assert all(role is Role.BODY for _, role in found)


def sized(text: str, size: float, role: Role = Role.BODY) -> Block:
    return Block(text, role, None, runs=(Run(text, size),))


def test_a_larger_title_that_was_read_takes_the_place_of_the_written_one() -> None:
    written = sized("Some words of the body", 16, Role.TITLE)
    slide = Slide(1, written.text, (written, sized("and more of it", 16)))
    drawn = (sized("The headline", 36, Role.TITLE), sized("below", 14))
    found = with_headline(slide, drawn)
    assert found.title == "The headline"
    assert [block.role for block in found.blocks] == [Role.TITLE, *[Role.BODY] * 3]
    assert found.blocks[1].text == written.text


def test_a_smaller_one_does_not() -> None:
    written = sized("The headline", 36, Role.TITLE)
    found = with_headline(Slide(1, written.text, (written,)), (sized("below", 16, Role.TITLE),))
    assert found.title == "The headline"
    assert [block.role for block in found.blocks] == [Role.TITLE, Role.BODY]
