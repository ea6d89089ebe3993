"""Proposals of Quillmark for one customer, in which another's name was left in one place."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pptx
from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

Change = Callable[[Any], None]  # what is done to a proposal before it is saved

SLIDES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("A shorter close", ("Prepared for {name}", "Quillmark, proposal")),
    (
        "{name} today: nine days to close the books",
        ("{name} runs four ledgers in two countries.", "Your controllers re-key 1,200 invoices."),
    ),
    ("What {name} wants", ("Close in three days by June.", "Give the team its Fridays back.")),
    ("How Quillmark Ledger works", ("Quillmark Ledger matches invoices.", "It runs in a browser.")),
    (
        "Customer story: Tarnbrook Mills closes in four days",
        ("Tarnbrook Mills cut its close from ten days to four.", "Their controllers go home."),
    ),
    (
        "Next steps",
        (
            "{name} names an owner by 3 May.",
            "Quillmark and your team agree on the goals by 10 May.",
        ),
    ),
)


def save(path: Path, name: str, *changes: Change) -> Path:
    """Save a proposal for ``name``, with ``changes`` made to it."""
    deck = pptx.Presentation()
    for title, lines in SLIDES:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title.format(name=name)
        slide.placeholders[1].text = "\n".join(line.format(name=name) for line in lines)
        footer = slide.shapes.add_textbox(Inches(0.5), Inches(7.1), Inches(4), Inches(0.3))
        footer.text_frame.text = "© 2026 Quillmark Ltd"
    deck.core_properties.title = f"Proposal for {name}"
    deck.core_properties.author = deck.core_properties.last_modified_by = "Quillmark"
    for change in changes:
        change(deck)
    deck.save(str(path))
    return path


def line(slide: int, words: str) -> Change:
    """Add a line to the body of slide ``slide``."""

    def change(deck: Any) -> None:
        deck.slides[slide - 1].placeholders[1].text_frame.add_paragraph().text = words

    return change


def split(slide: int, *pieces: str) -> Change:
    """Add a line whose words are split across runs."""

    def change(deck: Any) -> None:
        paragraph = deck.slides[slide - 1].placeholders[1].text_frame.add_paragraph()
        for piece in pieces:
            paragraph.add_run().text = piece

    return change


def box(slide: int, words: str, left: float = 1.0) -> Change:
    """Put a text box on a slide, beside it where ``left`` is beyond its ten inches."""

    def change(deck: Any) -> None:
        shapes = deck.slides[slide - 1].shapes
        frame = shapes.add_textbox(Inches(left), Inches(5.5), Inches(4), Inches(0.5)).text_frame
        frame.text = words

    return change


def grouped(slide: int, words: str) -> Change:
    """Put words into a group of shapes."""

    def change(deck: Any) -> None:
        group = deck.slides[slide - 1].shapes.add_group_shape()
        group.shapes.add_textbox(Inches(1), Inches(5.5), Inches(4), Inches(0.5)).text = words

    return change


def notes(slide: int, words: str) -> Change:
    """Write notes."""

    def change(deck: Any) -> None:
        deck.slides[slide - 1].notes_slide.notes_text_frame.text = words

    return change


def table(slide: int, *rows: tuple[str, ...]) -> Change:
    """Put a table on a slide."""

    def change(deck: Any) -> None:
        shapes = deck.slides[slide - 1].shapes
        frame = shapes.add_table(
            len(rows), len(rows[0]), Inches(1), Inches(4), Inches(7), Inches(1.5)
        )
        for row, cells in enumerate(rows):
            for column, words in enumerate(cells):
                frame.table.cell(row, column).text = words

    return change


def chart(slide: int, categories: tuple[str, ...], *series: str) -> Change:
    """Put a bar chart on a slide, with its workbook."""

    def change(deck: Any) -> None:
        data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
        data.categories = categories
        for name in series:
            data.add_series(name, tuple(range(3, 3 + len(categories))))
        place = Inches(1), Inches(4), Inches(6), Inches(2.5)
        shapes = deck.slides[slide - 1].shapes
        shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data)

    return change


def picture(slide: int, alt: str, color: tuple[int, int, int] = (20, 90, 200)) -> Change:
    """Put a small picture on a slide."""

    def change(deck: Any) -> None:
        data = io.BytesIO()
        Image.new("RGB", (60, 30), color).save(data, "PNG")
        shapes = deck.slides[slide - 1].shapes
        shown = shapes.add_picture(data, Inches(8.5), Inches(0.2), Inches(1), Inches(0.5))
        shown._element.nvPicPr.cNvPr.set("descr", alt)

    return change


def link(slide: int, words: str, target: str) -> Change:
    """Put a link on a slide."""

    def change(deck: Any) -> None:
        paragraph = deck.slides[slide - 1].placeholders[1].text_frame.add_paragraph()
        run = paragraph.add_run()
        run.text = words
        run.hyperlink.address = target

    return change


def hidden(slide: int) -> Change:
    """Hide a slide."""

    def change(deck: Any) -> None:
        deck.slides[slide - 1]._element.set("show", "0")

    return change


def layout(words: str, *, used: bool = False) -> Change:
    """Write words on a layout that no slide uses, or on the one that all do."""

    def change(deck: Any) -> None:
        tree = deck.slide_layouts[1 if used else 6]._element.cSld.spTree
        made = deck.slides[0].shapes.add_textbox(Inches(1), Inches(1), Inches(4), Inches(0.5))
        made.text_frame.text = words
        tree.append(made._element)

    return change


def subject(words: str) -> Change:
    """Set the file's subject."""

    def change(deck: Any) -> None:
        deck.core_properties.subject = words

    return change


def alt_of_text(slide: int, words: str) -> Change:
    """Give a text box an alt text."""

    def change(deck: Any) -> None:
        shape = deck.slides[slide - 1].shapes[-1]
        shape._element.nvSpPr.cNvPr.set("descr", words)

    return change


def empty_title(slide: int) -> Change:
    """Empty the title of a slide."""

    def change(deck: Any) -> None:
        deck.slides[slide - 1].shapes.title.text = ""

    return change
