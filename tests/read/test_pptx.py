from __future__ import annotations

import io
from typing import Any

import pytest
from pptx.util import Emu, Inches, Pt

from sowhat.model import Gap, Role, Source
from tests.read.conftest import Edit, Make, Read

MAIN = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


def add_text(slide: Any, text: str, box: tuple[float, ...], size: float | None = None) -> Any:
    shape = slide.shapes.add_textbox(*(Inches(value) for value in box))
    shape.text_frame.text = text
    if size:
        for paragraph in shape.text_frame.paragraphs:
            paragraph.runs[0].font.size = Pt(size)
    return shape


def blank(presentation: Any) -> Any:
    return presentation.slides.add_slide(presentation.slide_layouts[6])


def two_slides(presentation: Any) -> None:
    first = presentation.slides.add_slide(presentation.slide_layouts[0])
    first.shapes.title.text = "Faster closing"
    first.placeholders[1].text = "For the finance team"
    second = presentation.slides.add_slide(presentation.slide_layouts[1])
    second.shapes.title.text = "What stands in the way"
    second.placeholders[1].text = "Nine days\nThree systems"
    second.placeholders[1].text_frame.paragraphs[1].level = 1
    second._element.set("show", "0")
    second.notes_slide.notes_text_frame.text = "Ask first.\nThen wait."
    core = presentation.core_properties
    core.title, core.author, core.keywords = "The deck", "Kim", "closing"


def test_slides_in_order_with_roles_notes_and_properties(make_deck: Make, read_pptx: Read) -> None:
    deck = read_pptx(make_deck(two_slides))
    first, second = deck.slides
    assert [(b.text, b.role) for b in first.blocks] == [
        ("Faster closing", Role.TITLE),
        ("For the finance team", Role.SUBTITLE),
    ]
    assert [(b.text, b.level, b.group) for b in second.blocks[1:]] == [
        ("Nine days", 0, 2),
        ("Three systems", 1, 2),
    ]
    assert (first.hidden, second.hidden) == (False, True)
    assert (first.title, first.layout) == ("Faster closing", "Title Slide")
    assert [(b.text, b.source, b.box) for b in second.notes] == [
        ("Ask first.", Source.NOTES, None),
        ("Then wait.", Source.NOTES, None),
    ]
    assert first.notes == ()
    assert (deck.width, deck.height) == (720.0, 540.0)
    assert deck.fonts == ("Calibri",)
    assert (deck.properties.title, deck.properties.author) == ("The deck", "Kim")


def test_a_placeholder_takes_place_and_size_from_layout_and_master(
    make_deck: Make, read_pptx: Read
) -> None:
    slide = read_pptx(make_deck(two_slides)).slides[1]
    title, first, second = slide.blocks
    assert [b.size for b in slide.blocks] == [44.0, 32.0, 28.0]
    assert title.box is not None
    assert first.box is not None
    assert second.box is not None
    assert title.box.center[0] == pytest.approx(0.5, abs=0.01)
    assert first.box.x0 == pytest.approx(0.0975, abs=0.001)
    assert first.box.y1 <= second.box.y0
    assert first.box.x0 < second.box.x0
    assert not title.exact


@pytest.mark.parametrize(
    "kind",
    [
        b"application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
        b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
        b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
        b"application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml",
        b"application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
    ],
)
def test_shows_templates_and_macro_decks_open(
    kind: bytes, make_deck: Make, edit_parts: Edit, read_pptx: Read
) -> None:
    path = edit_parts(
        make_deck(two_slides), {"[Content_Types].xml": lambda data: data.replace(MAIN, kind)}
    )
    assert read_pptx(path).slides[0].title == "Faster closing"


def test_strict_decks_open(make_deck: Make, edit_parts: Edit, read_pptx: Read) -> None:
    def strict(data: bytes) -> bytes:
        loose, tight = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
        for name in (b"presentationml", b"drawingml", b"officeDocument"):
            data = data.replace(loose + name + b"/2006/", tight + name + b"/")
        return data

    deck = read_pptx(edit_parts(make_deck(two_slides), every=strict))
    assert [b.text for b in deck.slides[1].blocks][1:] == ["Nine days", "Three systems"]


def test_the_biggest_words_at_the_top_are_the_title(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        add_text(slide, "A line of ordinary words below", (1, 3, 8, 1), 16)
        add_text(slide, "What it costs you", (1, 0.5, 8, 1), 32)
        add_text(slide, "Another line of ordinary words", (1, 5, 8, 1), 16)
        even = blank(presentation)
        for row in range(3):
            add_text(even, "Left words of this row", (0.5, 2 + row, 4, 0.5), 14)
            add_text(even, "Right words of this row", (5, 1.9 + row, 4, 0.5), 14)

    first, second = read_pptx(make_deck(build)).slides
    assert first.title == "What it costs you"
    assert [b.role for b in first.blocks] == [Role.TITLE, Role.BODY, Role.BODY]
    assert second.title == ""


def test_only_one_of_several_title_frames_is_the_title(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = "The plan"
        other = add_text(slide, "Week one", (1, 4, 3, 1), 20)
        properties = other._element.nvSpPr.nvPr
        properties.get_or_add_ph().set("type", "title")

    slide = read_pptx(make_deck(build)).slides[0]
    assert slide.title == "The plan"
    assert [(b.text, b.role) for b in slide.blocks][1] == ("Week one", Role.BODY)


def test_reading_goes_down_a_column_before_the_next(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        for column, name in enumerate("ab"):
            for row in (2, 1, 0):
                add_text(slide, f"{name}{row}", (1 + 5 * column, 3 + 0.5 * row, 2, 0.4), 14)
        slide.shapes.title.text = "Title comes first"

    slide = read_pptx(make_deck(build)).slides[0]
    words = [b.text for b in slide.blocks]
    assert words == ["Title comes first", "a0", "a1", "a2", "b0", "b1", "b2"]


def test_repeated_words_and_footers_come_last(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        for number in range(1, 5):
            slide = blank(presentation)
            add_text(slide, f"Acme confidential {number}", (0.5, 7, 3, 0.3), 9)
            add_text(slide, f"Point of slide {'abcd'[number - 1]}", (1, 2, 6, 1), 24)

    deck = read_pptx(make_deck(build))
    for slide in deck.slides:
        assert [b.role for b in slide.blocks] == [Role.TITLE, Role.FOOTER]
    assert deck.slides[3].blocks[1].text == "Acme confidential 4"


def test_words_of_the_layout_are_seen_once_and_marked(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        layout = presentation.slide_layouts[6]
        donor = blank(presentation)
        mark = add_text(donor, "© Acme 2026", (0.5, 7.1, 3, 0.3), 9)
        beside = add_text(donor, "Swatches", (11, 1, 1, 0.3), 9)
        for shape in (mark, beside):
            layout.shapes._spTree.append(shape._element)
        add_text(donor, "Own words", (1, 2, 6, 1), 24)
        hiding = blank(presentation)
        hiding._element.set("showMasterSp", "0")
        add_text(hiding, "Alone", (1, 2, 6, 1), 24)

    showing, hiding = read_pptx(make_deck(build)).slides
    assert [(b.text, b.source, b.role) for b in showing.blocks] == [
        ("Own words", Source.SLIDE, Role.TITLE),
        ("© Acme 2026", Source.LAYOUT, Role.FOOTER),
    ]
    assert [b.text for b in hiding.blocks] == ["Alone"]


def test_a_slide_of_pictures_only_is_told(make_deck: Make, read_pptx: Read, png: bytes) -> None:
    def build(presentation: Any) -> None:
        slide = blank(presentation)
        slide.shapes.add_picture(io.BytesIO(png), Emu(0), Emu(0))
        blank(presentation)

    deck = read_pptx(make_deck(build))
    assert deck.gaps == (Gap("no-text", 1),)


def test_a_missing_slide_leaves_its_number(
    make_deck: Make, edit_parts: Edit, read_pptx: Read
) -> None:
    path = edit_parts(make_deck(two_slides), {"ppt/slides/slide1.xml": lambda data: data[:99]})
    deck = read_pptx(path)
    assert [slide.title for slide in deck.slides] == ["", "What stands in the way"]
    assert deck.gaps == (Gap("shape", 1, "the slide itself is missing"),)


def test_notes_are_not_made(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        blank(presentation)

    path = make_deck(build)
    before = path.read_bytes()
    assert read_pptx(path).slides[0].notes == ()
    assert path.read_bytes() == before
