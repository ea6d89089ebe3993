"""Pages that build up one slide are its steps; pages that share a frame are not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pptx
import pytest
from pptx.util import Inches

from sowhat.model import Block, Box, Deck, Picture, PictureOrigin, Role, Slide, Source, Span
from sowhat.read.builds import with_steps
from sowhat.read.pptx import read as read_pptx
from tests.read.pdf_factory import Pages, deck_of, no_progress

POINTS = ["Your claims wait for days", "Your people type them twice", "Your customers leave"]


def steps(deck: Deck) -> list[int | None]:
    return [slide.step_of for slide in deck.slides]


def page(pages: Pages, title: str, lines: list[str], number: int | None = None) -> None:
    pages.text(50, 60, title, 30)
    for row, line in enumerate(lines):
        pages.text(70, 120 + 40 * row, line, 18)
    if number:
        pages.text(680, 395, str(number), 9)
    pages.next()


def pdf(tmp_path: Path, *contents: tuple[str, list[str]]) -> Deck:
    pages = Pages(tmp_path / "deck.pdf")
    for number, (title, lines) in enumerate(contents, start=1):
        page(pages, title, lines, number)
    pages.canvas.save()
    return deck_of(pages.path)


def test_bullets_that_appear_one_by_one_are_one_slide(tmp_path: Path) -> None:
    contents = [("Why it hurts", POINTS[: 1 + count]) for count in range(3)]
    deck = pdf(tmp_path, ("A start of its own", ["and its words"]), *contents,
               ("What comes next", ["Something else"]))  # fmt: skip
    assert steps(deck) == [None, 4, 4, None, None]


def test_a_moving_highlight_is_one_slide(tmp_path: Path) -> None:
    pages = Pages(tmp_path / "deck.pdf")
    for lit in range(3):
        pages.text(50, 60, "What we will talk about", 30)
        for row, line in enumerate(POINTS):
            font = "Helvetica-Bold" if row == lit else "Helvetica"
            pages.text(70, 120 + 40 * row, line, 18, font)
        pages.next()
    pages.canvas.save()
    assert steps(deck_of(pages.path)) == [3, 3, None]


def test_one_frame_with_other_content_is_no_step(tmp_path: Path) -> None:
    frame = ["Challenge", "Solution", "Result"]
    deck = pdf(
        tmp_path,
        ("Case study", [*frame, "Northwind waited nine days for every single claim"]),
        ("Case study", [*frame, "Contoso could not tell which of its machines stood still"]),
    )
    assert steps(deck) == [None, None]


def test_a_page_that_drops_a_line_is_no_step(tmp_path: Path) -> None:
    deck = pdf(tmp_path, ("Why it hurts", POINTS), ("Why it hurts", POINTS[:2]))
    assert steps(deck) == [None, None]


def test_an_agenda_shown_again_later_is_no_step(tmp_path: Path) -> None:
    agenda = ("Agenda for today", POINTS)
    deck = pdf(tmp_path, agenda, ("Why it hurts", ["Because it takes so long"]), agenda)
    assert steps(deck) == [None, None, None]


def test_another_title_is_no_step(tmp_path: Path) -> None:
    deck = pdf(tmp_path, ("Before we came", POINTS), ("After we came", POINTS))
    assert steps(deck) == [None, None]


def test_a_bare_title_is_no_step(tmp_path: Path) -> None:
    deck = pdf(tmp_path, ("Team", []), ("Team", POINTS))
    assert steps(deck) == [None, None]


def test_powerpoint_slides_copied_step_by_step_are_known(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    for count in (1, 2, 3):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = "Why it hurts"
        for row, line in enumerate(POINTS[:count]):
            box = slide.shapes.add_textbox(Inches(1), Inches(2 + row), Inches(6), Inches(0.6))
            box.text_frame.text = line
    deck.save(str(tmp_path / "deck.pptx"))
    assert steps(read_pptx(str(tmp_path / "deck.pptx"), None, True, no_progress)) == [3, 3, None]


HERE, THERE = Box(0.1, 0.3, 0.4, 0.6), Box(0.5, 0.3, 0.8, 0.6)
IMAGE = Picture(HERE, PictureOrigin.IMAGE, sha256="a")
DRAWING = Picture(HERE, PictureOrigin.DRAWING)
FEW = "Three plain words"
MANY = " ".join(f"word{number}" for number in range(25))


def slides(text: str, first: tuple[Picture, ...], second: tuple[Picture, ...]) -> tuple[Slide, ...]:
    box = Box(0.1, 0.1, 0.5, 0.2)
    block = Block(text, Role.BODY, box, spans=(Span(0, len(text), box),))
    spans = []
    at = 0
    for word in text.split():
        spans.append(Span(at, at + len(word), box))
        at += len(word) + 1
    block = replace(block, spans=tuple(spans))
    return Slide(1, blocks=(block,), pictures=first), Slide(2, blocks=(block,), pictures=second)


@pytest.mark.parametrize(
    ("text", "first", "second", "step"),
    [
        (FEW, (), (IMAGE,), True),
        (FEW, (IMAGE,), (IMAGE, replace(IMAGE, box=THERE, sha256="b")), True),
        (FEW, (IMAGE,), (), False),
        (FEW, (IMAGE,), (replace(IMAGE, sha256="b"),), False),
        (FEW, (IMAGE,), (replace(IMAGE, box=THERE),), False),
        (MANY, (IMAGE,), (replace(IMAGE, sha256="b"),), True),
        (MANY, (IMAGE,), (replace(IMAGE, sha256="b", box=THERE),), False),
        (FEW, (DRAWING,), (replace(DRAWING, box=Box(0.1, 0.3, 0.7, 0.7)),), True),
        (FEW, (DRAWING,), (replace(DRAWING, box=Box(0.1, 0.3, 0.3, 0.4)),), False),
        (FEW, (replace(IMAGE, source=Source.LAYOUT),), (), True),
        ("Two words", (), (), False),
        ("Two words", (IMAGE,), (IMAGE,), True),
        ("Two words", (DRAWING,), (DRAWING,), False),
    ],
)
def test_a_step_keeps_the_pictures_of_the_one_before(
    text: str, first: tuple[Picture, ...], second: tuple[Picture, ...], step: bool
) -> None:
    found = with_steps(slides(text, first, second))
    assert [slide.step_of for slide in found] == [2 if step else None, None]


def test_hidden_slides_are_no_steps() -> None:
    shown, hidden = slides(FEW, (), ())
    hidden = replace(hidden, hidden=True)
    assert [slide.step_of for slide in with_steps((shown, hidden))] == [None, None]
    assert with_steps(()) == ()
