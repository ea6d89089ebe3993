from __future__ import annotations

from typing import Any

import pytest
from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from sowhat import fonts
from sowhat.model import Block
from tests.read.conftest import Make, Read

rgb: Any = RGBColor  # python-pptx carries no types
WIDE, HIGH = 720.0, 540.0  # points
A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def read_frame(make_deck: Make, read_pptx: Read, fill: Any, box: Any = (1, 1, 4, 2)) -> list[Block]:
    """Read back a text box of this place in inches, after ``fill`` has written to its frame."""

    def build(presentation: Any) -> None:
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        shape = slide.shapes.add_textbox(*(Inches(value) for value in box))
        shape.text_frame.word_wrap = True
        fill(shape.text_frame)

    return list(read_pptx(make_deck(build)).slides[0].blocks)


def test_offsets_stay_true_through_breaks_tabs_and_runs(make_deck: Make, read_pptx: Read) -> None:
    def fill(frame: Any) -> None:
        frame.text = "  We agree\von a\tplan "
        run = frame.paragraphs[0].add_run()
        run.text = " with\u00a0you  "
        run.font.bold = True
        frame.add_paragraph().text = "   "

    (block,) = read_frame(make_deck, read_pptx, fill)
    assert block.text == "We agree on a plan  with you"
    assert "".join(run.text for run in block.runs) == block.text
    assert [block.text[span.start : span.end] for span in block.spans] == [
        "We agree",
        "on a",
        "plan  with you",
    ]
    assert [run.bold for run in block.runs] == [False, False, False, True]


def test_runs_carry_format_colour_and_link(make_deck: Make, read_pptx: Read) -> None:
    def fill(frame: Any) -> None:
        first = frame.paragraphs[0].add_run()
        first.text = "Plain "
        second = frame.paragraphs[0].add_run()
        second.text = "loud"
        font = second.font
        font.size, font.bold, font.italic, font.name = Pt(30), True, True, "Georgia"
        font.color.rgb = rgb(0xC0, 0x10, 0x20)
        third = frame.paragraphs[0].add_run()
        third.text = " there"
        third.hyperlink.address = "https://example.com/"
        third.font.color.theme_color = MSO_THEME_COLOR.ACCENT_1

    (block,) = read_frame(make_deck, read_pptx, fill)
    plain, loud, there = block.runs
    assert (plain.size, plain.bold, plain.font, plain.link) == (18.0, False, "Calibri", None)
    assert (loud.size, loud.bold, loud.italic, loud.font) == (30.0, True, True, "Georgia")
    assert loud.color == "#c01020"
    assert (there.link, there.color) == ("https://example.com/", "#0000ff")  # as all links


def test_lines_follow_the_widths_of_the_words(make_deck: Make, read_pptx: Read) -> None:
    text = "The quick brown fox jumps over the lazy dog and then rests for a while in the sun"

    def fill(frame: Any) -> None:
        frame.text = text

    (block,) = read_frame(make_deck, read_pptx, fill)
    room = 4 * 72 - 14.4
    lines = [text[span.start : span.end] for span in block.spans]
    assert " ".join(lines) == text
    for span, line in zip(block.spans, lines, strict=True):
        assert span.box.width * WIDE == pytest.approx(fonts.width(line, "Calibri", 18), abs=0.1)
        assert span.box.width * WIDE <= room + 0.1
        assert span.box.x0 * WIDE == pytest.approx(72 + 7.2)
    first_words = lines[1].split()[0]
    assert fonts.width(f"{lines[0]} {first_words}", "Calibri", 18) > room
    tops = [span.box.y0 * HIGH for span in block.spans]
    assert tops[0] == pytest.approx(72 + 3.6)
    assert tops[1] - tops[0] == pytest.approx(1.2 * 18)


def test_alignment_and_anchor(make_deck: Make, read_pptx: Read) -> None:
    def fill(frame: Any) -> None:
        frame.text = "Middle"
        frame.paragraphs[0].alignment = PP_ALIGN.CENTER
        frame.add_paragraph().text = "Right"
        frame.paragraphs[1].alignment = PP_ALIGN.RIGHT
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE

    middle, right = read_frame(make_deck, read_pptx, fill)
    assert middle.box is not None
    assert right.box is not None
    assert middle.box.center[0] * WIDE == pytest.approx(3 * 72)
    assert right.box.x1 * WIDE == pytest.approx(5 * 72 - 7.2)
    assert middle.box.y1 * HIGH == pytest.approx(2 * 72)
    assert right.box.y0 * HIGH == pytest.approx(2 * 72)


def test_the_saved_fit_shrinks_words(make_deck: Make, read_pptx: Read) -> None:
    def fill(frame: Any) -> None:
        frame.text = "Small print"
        fit = etree.SubElement(frame._txBody.bodyPr, f"{{{A}}}normAutofit")
        fit.set("fontScale", "50000")

    (block,) = read_frame(make_deck, read_pptx, fill)
    assert block.size == 9.0


def test_what_is_shrunk_is_shrunk_to_whole_points(make_deck: Make, read_pptx: Read) -> None:
    def fill(frame: Any) -> None:
        frame.text = "Small print\nand more"
        frame.paragraphs[1].space_before = Pt(20)
        for paragraph in frame.paragraphs:
            paragraph.font.size = Pt(21)
        fit = etree.SubElement(frame._txBody.bodyPr, f"{{{A}}}normAutofit")
        fit.set("fontScale", "62500")

    first, second = read_frame(make_deck, read_pptx, fill)
    assert first.size == second.size == 13.0
    assert first.box is not None
    assert second.box is not None
    assert (second.box.y0 - first.box.y1) * HIGH == pytest.approx(20)  # as it was given


def test_line_breaks_at_the_ends_are_empty_lines(make_deck: Make, read_pptx: Read) -> None:
    def fill(frame: Any) -> None:
        frame.text = "\v\vafter two\v"
        frame.add_paragraph().text = "after one"

    first, second = read_frame(make_deck, read_pptx, fill)
    assert first.text == "after two"
    assert first.box is not None
    assert second.box is not None
    line = 1.2 * 18
    assert first.box.y0 * HIGH == pytest.approx(72 + 3.6 + 2 * line)
    assert second.box.y0 * HIGH == pytest.approx(72 + 3.6 + 4 * line)


def test_bold_edges_of_tables(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        table = slide.shapes.add_table(3, 2, *(Inches(n) for n in (1, 1, 6, 2))).table
        table.last_col = True
        for row in range(3):
            for column in range(2):
                table.cell(row, column).text = f"{row}{column}"
        plain = table.cell(0, 0).text_frame.paragraphs[0].runs[0]
        plain.font.bold = False

    blocks = read_pptx(make_deck(build)).slides[0].blocks
    assert [b.text for b in blocks if b.runs[0].bold] == ["01", "11", "21"]


def test_raised_letters_are_small(make_deck: Make, read_pptx: Read) -> None:
    def fill(frame: Any) -> None:
        frame.text = "The 2"
        run = frame.paragraphs[0].add_run()
        run.text = "nd"
        run._r.get_or_add_rPr().set("baseline", "30000")

    (block,) = read_frame(make_deck, read_pptx, fill)
    assert [run.size for run in block.runs] == [18.0, pytest.approx(0.58 * 18)]


def test_columns_are_filled_one_after_the_other(make_deck: Make, read_pptx: Read) -> None:
    def fill(frame: Any) -> None:
        frame.text = "\n".join("abcdefgh")
        frame._txBody.bodyPr.set("numCol", "2")

    blocks = read_frame(make_deck, read_pptx, fill, (1, 1, 4, 1.4))
    lefts = [round(block.box.x0 * WIDE) for block in blocks if block.box]
    assert lefts == [79] * 4 + [216] * 4


def test_a_word_wider_than_its_line_is_torn(make_deck: Make, read_pptx: Read) -> None:
    def fill(frame: Any) -> None:
        frame.text = "so " + "m" * 40

    (block,) = read_frame(make_deck, read_pptx, fill)
    lines = [block.text[span.start : span.end] for span in block.spans]
    assert lines[0] == "so"
    assert "".join(lines[1:]) == "m" * 40
    assert all(span.box.x1 * WIDE <= 5 * 72 - 7 for span in block.spans)


def test_text_that_does_not_wrap_stays_on_its_line(make_deck: Make, read_pptx: Read) -> None:
    def fill(frame: Any) -> None:
        frame.word_wrap = False
        frame.text = "as long as it takes and then some more words to go beyond"

    (block,) = read_frame(make_deck, read_pptx, fill)
    assert len(block.spans) == 1


def test_a_quote_is_found_at_its_line(make_deck: Make, read_pptx: Read) -> None:
    def fill(frame: Any) -> None:
        frame.text = "The first line is this\vand the second has the quote"

    (block,) = read_frame(make_deck, read_pptx, fill)
    start = block.text.index("quote")
    found = block.box_of(start, start + 5)
    assert found == (block.spans[-1].box, False)
