"""The program's own samples, customised: one for a dairy, one with a customer's name put on it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pptx
from pptx.util import Pt

from sowhat.paths import resources
from tests.check.made.case import Case, Expected
from tests.check.made.cast import Company, customers
from tests.check.made.ink import said

NAME = re.compile("Ellermoor")
VENDOR = "Quayfold"
DAIRY = slice(-3, None)
SWAPS, PLAIN = 6, 6  # decks in which one swap was missed, and decks without


def cases(folder: Path) -> Iterator[Case]:
    """Write the customised samples and yield their cases; halves in turn."""
    drawn = random.Random(7)
    for at in range(SWAPS):
        company = customers()[DAIRY][at % 3]
        yield _story(f"sample-swap-{at + 1}", company, folder, drawn, missed=True)
    for at in range(PLAIN):
        name = f"sample-plain-{at + 1}"
        if at % 2:
            yield _story(name, customers()[DAIRY][at % 3], folder, drawn, missed=False)
        else:
            yield _pitch(name, customers()[at * 3 + 1], folder)


def _story(
    name: str, company: Company, folder: Path, drawn: random.Random, *, missed: bool
) -> Case:
    """Swap the name in the customer's story everywhere, but for one paragraph where ``missed``."""
    deck = pptx.Presentation(str(resources() / "samples" / "customer-story.pptx"))
    found = list(_named(deck))
    kept = drawn.choice(found) if missed else None
    expected: tuple[Expected, ...] = ()
    for number, where, paragraph in found:
        if kept is not None and paragraph is kept[2]:
            words = "".join(run.text for run in paragraph.runs)
            where_ = (where, "body", "title")
            expected = (
                Expected("leftover", number, where_, "Ellermoor", words, f"sample {where}"),
            )
            continue
        for run in paragraph.runs:
            run.text = NAME.sub(company.short, run.text)
    deck.core_properties.subject = f"Prepared for {company.short}"
    path = _saved(deck, folder / name, f"{company.short} - milk on the shelf.pptx")
    group = "leftover" if missed else "reference"
    names = (company.short, company.full)
    return Case(name, group, "AB"[int(name[-1]) % 2], path, names, VENDOR, None, expected)


def _named(deck: Any) -> Iterator[tuple[int, str, Any]]:
    """Yield the paragraphs that hold the name, with slide and place."""
    for number, slide in enumerate(deck.slides, 1):
        for shape in slide.shapes:
            title = shape == slide.shapes.title
            frames = [shape.text_frame] if shape.has_text_frame else []
            if shape.has_table:
                frames = [cell.text_frame for cell in shape.table.iter_cells()]
            where = "table" if shape.has_table else "title" if title else "body"
            for frame in frames:
                for paragraph in frame.paragraphs:
                    if any(NAME.search(run.text) for run in paragraph.runs):
                        yield number, where, paragraph


def _pitch(name: str, company: Company, folder: Path) -> Case:
    """Put a customer's name on the vendor's standard deck, full of others' names."""
    deck = pptx.Presentation(str(resources() / "samples" / "vendor-pitch.pptx"))
    for slide, words in (
        (deck.slides[0], f"Prepared for {company.full}"),
        (deck.slides[len(deck.slides) - 1], f"We look forward to working with {company.short}."),
    ):
        box = slide.shapes.add_textbox(Pt(48), Pt(500), Pt(600), Pt(28))
        said(box.text_frame.paragraphs[0], words, 16)
    path = _saved(deck, folder / name, f"Quayfold for {company.short}.pptx")
    names = (company.short, company.full)
    return Case(name, "reference", "AB"[int(name[-1]) % 2], path, names, VENDOR)


def _saved(deck: Any, folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    deck.save(str(folder / name))
    return folder / name
