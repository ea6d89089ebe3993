"""Fonts that a PDF deck only names come into the report all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from sowhat import fonts
from sowhat.export import report
from sowhat.model import Audit
from sowhat.read import read_deck
from sowhat.worker import Worker

NAMES = ("Helvetica", "Helvetica-BoldOblique", "Times-Roman", "Courier-Bold")
LINE = "We are the leading platform – “so what?” – for Zoë"


@pytest.fixture(scope="module")
def named(
    audit_of: Callable[..., Audit], worker: Worker, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """A deck whose fonts are names only, and its report."""
    folder = tmp_path_factory.mktemp("named")
    canvas = Canvas(str(folder / "deck.pdf"), pagesize=(720, 405))
    for row, name in enumerate(NAMES):
        canvas.setFont(name, 18)
        canvas.drawString(40, 320 - 40 * row, LINE)
    canvas.setFont("Symbol", 18)
    canvas.drawString(40, 80, "αβγ")
    canvas.save()
    path = folder / "report.pdf"
    report.write(audit_of(read_deck(folder / "deck.pdf", worker)), path, worker)
    return folder / "deck.pdf", path


def fonts_of(pdf: pikepdf.Pdf) -> list[Any]:
    found = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
    return [item for item in found if item.get("/Type") == "/Font" and "/BaseFont" in item]


def test_all_fonts_of_letters_are_embedded(named: tuple[Path, Path]) -> None:
    with pikepdf.open(named[1]) as pdf:
        lacking = {
            str(font.BaseFont)
            for font in fonts_of(pdf)
            if "/FontFile2" not in font.get("/FontDescriptor", {})
        }
        given = {str(font.BaseFont) for font in fonts_of(pdf) if "SOWHAT+" in str(font.BaseFont)}
    assert lacking == {"/Symbol"}  # its letters are no others' letters
    assert len(given) == len(NAMES)
    assert any("Bold" in name and "Italic" in name for name in given)


def test_no_word_moves_and_all_can_be_selected(named: tuple[Path, Path]) -> None:
    deck, path = named
    document = pypdfium2.PdfDocument(path)
    labels = [document.get_page_label(i) for i in range(len(document))]
    said = document[labels.index("Slide 1")].get_textpage().get_text_range()
    document.close()
    assert said.count(LINE) >= len(NAMES)
    with pdfplumber.open(deck) as before, pdfplumber.open(path) as after:
        letters = [(c["text"], c["x0"]) for c in before.pages[0].chars]
        page = after.pages[labels.index("Slide 1")]
        frame = max(page.rects, key=lambda rect: rect["width"] * rect["height"])
        scale = frame["width"] / 720
        there = {(c["text"], round(c["x0"])) for c in page.chars}
    places = [(text, frame["x0"] + scale * left) for text, left in letters if text in LINE]
    assert len(places) >= len(NAMES) * len(LINE)
    for text, left in places:
        assert any((text, round(left) + step) in there for step in (-1, 0, 1)), text


def test_a_part_of_a_face_is_small_and_measured() -> None:
    part = fonts.latin_part(fonts.find("Arimo"))
    assert len(part.data) < 60_000
    assert len(part.widths) == 224
    assert part.widths[ord("A") - 32] == 667  # as Arial's
    assert part.descent < 0 < part.ascent
