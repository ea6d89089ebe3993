"""The same deck in another shape: names, order, case, file."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pptx
from pptx.util import Pt
from reportlab.pdfgen.canvas import Canvas

from tests.benchmarks.written import WrittenDeck, WrittenSlide

OTHER_NAMES = ("Bexhurst", "Ormvale", "Tindal Cross", "Quennby", "Larkstead", "Vossmere", "Hadlin")


def renamed(deck: WrittenDeck) -> WrittenDeck:
    """Give all parties and products other names."""
    old = [deck.vendor, *deck.products, *([deck.customer] if deck.customer else [])]
    new = dict(zip(old, OTHER_NAMES, strict=False))
    pattern = re.compile("|".join(map(re.escape, sorted(old, key=len, reverse=True))))

    def swap(text: str) -> str:
        return pattern.sub(lambda hit: new[hit[0]], text)

    said = each_line(deck, swap)
    products = tuple(new[name] for name in deck.products)
    customer = new[deck.customer] if deck.customer else None
    return replace(said, vendor=new[deck.vendor], products=products, customer=customer)


def reordered(deck: WrittenDeck) -> WrittenDeck:
    """Put the lines of each slide in another order."""
    chance = random.Random(3)

    def shuffled(slide: WrittenSlide) -> WrittenSlide:
        return replace(slide, lines=tuple(chance.sample(slide.lines, len(slide.lines))))

    return replace(deck, slides=tuple(map(shuffled, deck.slides)))


def shouted(deck: WrittenDeck) -> WrittenDeck:
    """Write everything in capitals."""
    return each_line(deck, str.upper)


def each_line(deck: WrittenDeck, change: Callable[[str], str]) -> WrittenDeck:
    """Change titles and lines one by one."""

    def changed(slide: WrittenSlide) -> WrittenSlide:
        lines = tuple(map(change, slide.lines))
        return replace(slide, title=change(slide.title), lines=lines)

    return replace(deck, slides=tuple(map(changed, deck.slides)))


def save_pptx(deck: WrittenDeck, path: Path) -> Path:
    """Save the deck as a presentation: a title and a list on each slide."""
    made = pptx.Presentation()
    for written in deck.slides:
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = written.title
        frame = slide.placeholders[1].text_frame
        frame.text = "\n".join(written.lines)
        for paragraph in frame.paragraphs:
            paragraph.font.size = Pt(16)
    made.save(str(path))
    return path


def save_pdf(deck: WrittenDeck, path: Path) -> Path:
    """Save the deck as a PDF that looks about the same, a line of words a line."""
    canvas = Canvas(str(path), pagesize=(960, 540), invariant=True)
    for slide in deck.slides:
        canvas.setFont("Helvetica-Bold", 30)
        canvas.drawString(50, 470, slide.title)
        canvas.setFont("Helvetica", 14)
        for row, line in enumerate(slide.lines):
            canvas.drawString(60, 410 - 30 * row, f"• {line}")
        canvas.showPage()
    canvas.save()
    return path
