"""The benchmark of words: what counts as the same word, and as a number that a program wrote."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches
from reportlab.pdfgen.canvas import Canvas

from sowhat.model import Box, Chart, Picture, PictureOrigin, Series, Slide
from tests.benchmarks.made import Facts, facts_of, made
from tests.benchmarks.matching import match, mended, words_in
from tests.benchmarks.second import Chunk, pages_of

chart_data: Any = CategoryChartData  # python-pptx carries no types

PLOT = Box(0.2, 0.2, 0.8, 0.8)
MIDDLE = Box(0.4, 0.4, 0.45, 0.45)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Every planner’s day", ["every", "planner", "s", "day"]),
        ("of\ufb01ce STRASSE straße", ["office", "strasse", "strasse"]),
        ("inter\u00adnational inter\u0002 national", ["international", "international"]),
        ("10,5 % m² snake_case", ["10", "5", "m2", "snake", "case"]),
        ("cafe\u0301 – • …", ["café"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_in(text) == words


def matched(wanted: str, found: str) -> tuple[str, str, list[str]]:
    result = match(wanted.split(), found.split())
    missing, spare = (" ".join(sorted(side.elements())) for side in result[:2])
    return missing, spare, [f"{' '.join(s.wanted)}={' '.join(s.found)}" for s in result.apart]


def test_the_order_of_words_is_free_and_each_counts_once() -> None:
    assert matched("a b b c", "c b a") == ("b", "", [])
    assert matched("a", "a a d") == ("", "a d", [])


@pytest.mark.parametrize(
    ("wanted", "found", "apart"),
    [
        ("p l a n now", "now plan", ["p l a n=plan"]),
        ("wherefrom here", "where from here", ["wherefrom=where from"]),
        ("abc de f", "ab cd ef", ["abc de f=ab cd ef"]),
        ("a to a way", "away to a", ["a way=away"]),  # the first "a" is found as it is
    ],
)
def test_words_parted_or_joined_are_found_by_their_letters(
    wanted: str, found: str, apart: list[str]
) -> None:
    assert matched(wanted, found) == ("", "", apart)


def test_no_place_is_used_twice() -> None:
    assert matched("de sign de e p sign al", "design deep signal design") == (
        "",
        "design",
        ["de sign=design", "sign al=signal", "de e p=deep"],
    )


def test_letters_alone_are_no_word() -> None:
    assert matched("plan", "plans") == ("plan", "plans", [])
    assert matched("p l a n", "l a p n")[0] == ""
    assert matched("pl an", "an pl so")[2] == []
    assert matched("plan", "pl so an") == ("plan", "an pl so", [])


@pytest.mark.parametrize(
    ("chunk", "found", "parts"),
    [
        ("o\x1fces", "offices", 2),
        ("(Pla>num", "platinum", 2),
        ("trade-o\x1fs", "offs", 2),
        ("sta\x1f.", "staff", 1),
        ("sta.", "staff", 0),
        ("o-ces", "oceans", 0),
    ],
)
def test_holes_in_a_word_may_be_letters(chunk: str, found: str, parts: int) -> None:
    result = mended([chunk], Counter(words_in(chunk)), Counter([found]))
    assert sum(len(spelling.wanted) for spelling in result) == parts
    assert mended([chunk], Counter(), Counter([found])) == []


def test_what_is_off_the_page_or_drawn_twice_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    canvas = Canvas(str(path), (400, 300))
    canvas.setCropBox((50, 50, 350, 250))
    for x, y, text in (
        (60, 60, "seen"),
        (61, 59, "seen"),
        (200, 60, "seen"),
        (5, 5, "off"),
        (30, 100, "halfway"),
    ):
        canvas.drawString(x, y, text)
    canvas.save()
    (page,) = pages_of(path)
    assert sorted(chunk.text for chunk in page.shown) == ["halfway", "seen", "seen"]
    assert [chunk.text for chunk in page.beyond] == ["off"]
    box = min(chunk.box.x0 for chunk in page.shown if chunk.text == "seen")
    assert box == pytest.approx(10 / 300, abs=0.01)


def slide_with(*values: float) -> Slide:
    chart = Chart(("bar",), series=(Series("Cost", values),))
    return Slide(1, pictures=(Picture(PLOT, PictureOrigin.CHART, chart=chart),))


def explained(text: str, box: Box, facts: Facts, *values: float) -> tuple[int, int, int]:
    found = made([Chunk(text, box)], Counter(words_in(text)), slide_with(*values), facts)
    return found.values.total(), found.axes.total(), found.lists.total()


def test_numbers_at_points_are_the_readers_values() -> None:
    assert explained("12.5%", MIDDLE, Facts(), 0.125) == (2, 0, 0)
    assert explained("$1,250k", MIDDLE, Facts(), 1_250_000) == (2, 0, 0)
    assert explained("12.6%", MIDDLE, Facts(), 0.125) == (0, 0, 0)


def test_numbers_of_axes_stand_on_charts_with_an_axis() -> None:
    assert explained("40", MIDDLE, Facts(axes=1), 3.0) == (0, 1, 0)
    assert explained("40", MIDDLE, Facts(), 3.0) == (0, 0, 0)
    assert explained("40", Box(0.9, 0.9, 0.95, 0.95), Facts(axes=1), 3.0) == (0, 0, 0)
    assert explained("planned", MIDDLE, Facts(axes=1), 3.0) == (0, 0, 0)


def test_list_numbers_are_as_many_as_paragraphs_counted() -> None:
    chunks = [Chunk(f"{number}.", Box(0, 0, 0.1, 0.1)) for number in (1, 2, 3)]
    found = made(chunks, Counter("123"), Slide(1), Facts(counted=2))
    assert found.lists == Counter("12")
    word = made([Chunk("cost", MIDDLE)], Counter(["cost"]), Slide(1), Facts(counted=1))
    assert word.lists == Counter()


def test_the_file_says_what_a_program_writes(tmp_path: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    text = slide.shapes.add_textbox(0, 0, Inches(3), Inches(1)).text_frame
    text.text = "One\nTwo\nThree"
    for paragraph in text.paragraphs[:2]:
        paragraph._p.get_or_add_pPr().insert_element_before(
            paragraph._p.makeelement(f"{{{paragraph._p.nsmap['a']}}}buAutoNum", type="arabicPeriod")
        )
    data: Any = chart_data()
    data.categories = ["North", "South"]
    data.add_series("Cost", (1, 2))
    place = (0, 0, Inches(3), Inches(3))
    for kind, shown in (("COLUMN_CLUSTERED", True), ("COLUMN_CLUSTERED", False), ("PIE", True)):
        chart = slide.shapes.add_chart(getattr(XL_CHART_TYPE, kind), *place, data).chart
        if not shown:
            chart.value_axis.visible = False
    path = tmp_path / "deck.pptx"
    deck.save(str(path))
    assert facts_of(path) == [Facts(counted=2, axes=1)]
