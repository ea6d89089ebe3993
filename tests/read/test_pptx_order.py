from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from sowhat.model import Block, Box, Role
from sowhat.read.pptx.order import in_reading_order
from tests.read.conftest import Make, Read

Build = Callable[[Any], None]


def words(shapes: Any, text: str, x: float, y: float, wide: float, size: float = 14) -> None:
    box = shapes.add_textbox(Inches(x), Inches(y), Inches(wide), Inches(0.4))
    box.text_frame.text = text
    box.text_frame.word_wrap = True
    box.text_frame.paragraphs[0].runs[0].font.size = Pt(size)


def panel(shapes: Any, x: float, y: float, wide: float, high: float, text: str = "") -> Any:
    shape = shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Inches, (x, y, wide, high)))
    shape.text_frame.text = text
    return shape


def outlined(shapes: Any, x: float, y: float, wide: float, high: float) -> None:
    card = panel(shapes, x, y, wide, high)
    card.fill.background()
    card.line.width = Pt(1)
    card.line.fill.solid()


def read_words(make_deck: Make, read_pptx: Read, build: Build) -> list[str]:
    def whole(presentation: Any) -> None:
        build(presentation.slides.add_slide(presentation.slide_layouts[6]).shapes)

    (slide,) = read_pptx(make_deck(whole)).slides
    return [block.text for block in slide.blocks]


def test_a_bar_is_read_before_the_next_one(make_deck: Make, read_pptx: Read) -> None:
    def build(shapes: Any) -> None:
        for row, (name, text) in enumerate([("One", "first"), ("Two", "second"), ("Six", "last")]):
            panel(shapes, 1, 1 + row, 8, 0.8)
            words(shapes, text, 6, 1.2 + row, 2)
            words(shapes, name, 1.2, 1.2 + row, 1.5)

    expected = ["One", "first", "Two", "second", "Six", "last"]
    assert read_words(make_deck, read_pptx, build) == expected


def test_cards_are_read_one_by_one_and_row_by_row(make_deck: Make, read_pptx: Read) -> None:
    def build(shapes: Any) -> None:
        for at in range(4):  # the value stands low in its card, nearer to the next row
            x, y = 0.5 + 4.7 * (at % 2), 1 + 2.7 * (at // 2)
            outlined(shapes, x, y, 4.2, 2.2)
            words(shapes, f"{at} days", x + 1, y + 1.7, 2)
            words(shapes, f"Card {at}", x + 1, y + 0.1, 2)

    expected = [text for at in range(4) for text in (f"Card {at}", f"{at} days")]
    assert read_words(make_deck, read_pptx, build) == expected


def test_cells_side_by_side_are_a_table_where_the_file_has_them_in_rows(
    make_deck: Make, read_pptx: Read
) -> None:
    names = [f"{row}{column}" for row in "abc" for column in "xyz"]

    def build(shapes: Any) -> None:
        for at, name in enumerate(names):
            panel(shapes, 1 + 2.5 * (at % 3), 1 + 0.6 * (at // 3), 2.5, 0.6, name)

    assert read_words(make_deck, read_pptx, build) == names


def test_steps_are_read_one_by_one_where_the_file_has_them_so(
    make_deck: Make, read_pptx: Read
) -> None:
    def build(shapes: Any) -> None:
        for step in range(3):
            words(shapes, f"Step {step}", 0.5 + 3 * step, 1, 2.8)
            words(shapes, f"What is done in step {step}", 0.5 + 3 * step, 2, 2.8)

    expected = [
        text for step in range(3) for text in (f"Step {step}", f"What is done in step {step}")
    ]
    assert read_words(make_deck, read_pptx, build) == expected


def test_what_words_run_over_is_decoration(make_deck: Make, read_pptx: Read) -> None:
    def build(shapes: Any) -> None:
        panel(shapes, 0, 2, 3, 4)
        words(shapes, "A headline that runs over the edge", 1.2, 2.1, 5)
        for at, name in enumerate(("North", "East", "South")):
            words(shapes, name, 0.6 + 3 * at, 4, 2)

    expected = ["A headline that runs over the edge", "North", "East", "South"]
    assert read_words(make_deck, read_pptx, build) == expected


def test_hidden_and_open_shapes_are_no_panels(make_deck: Make, read_pptx: Read) -> None:
    def build(shapes: Any) -> None:
        for column in range(2):
            hidden = panel(shapes, 0.8, 1 + 1.5 * column, 8, 1)
            hidden._element.nvSpPr.cNvPr.set("hidden", "1")
            bare = panel(shapes, 0.8, 1 + 1.5 * column, 8, 1)
            bare.fill.background()
            bare.line.fill.background()
        for name, x, y in (("a", 1, 1.2), ("c", 6, 1.2), ("b", 1, 2.4), ("d", 6, 2.4)):
            words(shapes, name, x, y, 1)

    assert read_words(make_deck, read_pptx, build) == ["a", "b", "c", "d"]


def titles(make_deck: Make, read_pptx: Read, build: Build) -> str:
    def whole(presentation: Any) -> None:
        build(presentation.slides.add_slide(presentation.slide_layouts[6]).shapes)

    (slide,) = read_pptx(make_deck(whole)).slides
    return slide.title


def test_words_alone_at_the_top_are_the_title_whatever_their_size(
    make_deck: Make, read_pptx: Read
) -> None:
    def build(shapes: Any) -> None:
        words(shapes, "Team Criteria", 0.5, 0.5, 3)
        for at, name in enumerate(("Skill", "Will", "Time", "Trust")):
            words(shapes, name, 1 + 2 * at, 3, 1.5)

    def listed(shapes: Any) -> None:
        for at, name in enumerate(("Skill", "Will", "Time", "Trust")):
            words(shapes, name, 1, 0.5 + 1.5 * at, 1.5)

    assert titles(make_deck, read_pptx, build) == "Team Criteria"
    assert titles(make_deck, read_pptx, listed) == ""


def test_one_of_many_equals_is_no_title(make_deck: Make, read_pptx: Read) -> None:
    def build(shapes: Any) -> None:
        words(shapes, "Alpha", 4, 0.1, 1.5, 16)
        for at in range(12):
            words(shapes, f"Product {at}", 0.2 + 2.4 * (at % 4), 1 + at // 4, 2, 14.7)
            words(shapes, f"A long note on the product {at}", 0.2 + 2.4 * (at % 4), 4, 2, 12)

    assert titles(make_deck, read_pptx, build) == ""


def test_many_subtitles_and_long_ones_are_body(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        for texts in (["A few words"], ["One part", "Another part"], ["word " * 41]):
            slide = presentation.slides.add_slide(presentation.slide_layouts[0])
            slide.shapes.title.text = "What we do"
            first = slide.placeholders[1]
            for number, text in enumerate(texts):
                if number:
                    first._element.addnext(copy.deepcopy(first._element))
                    first = slide.shapes[-1]
                first.text = text

    slides = read_pptx(make_deck(build)).slides
    roles = [[block.role for block in slide.blocks[1:]] for slide in slides]
    assert roles == [[Role.SUBTITLE], [Role.BODY, Role.BODY], [Role.BODY]]


def test_a_diagram_is_read_as_a_whole() -> None:
    places = {"Plan": (0.1, 0.3), "Do": (0.5, 0.31), "Check": (0.1, 0.6), "Costs": (0.3, 0.4)}
    blocks = [
        Block(text, Role.BODY, Box(x, y, x + 0.1, y + 0.05), group=group)
        for group, (text, (x, y)) in enumerate(places.items(), start=1)
    ]
    apart = in_reading_order(blocks, 1.0)
    assert [block.text for block in apart] == ["Plan", "Do", "Costs", "Check"]
    whole = in_reading_order(blocks, 1.0, (), [range(1, 4)])
    assert [block.text for block in whole] == ["Plan", "Do", "Check", "Costs"]
