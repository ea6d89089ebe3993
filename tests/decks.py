"""Two decks of one invented company, made anew for each run of the tests."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pptx
from PIL import Image
from pptx.util import Inches
from reportlab.pdfgen.canvas import Canvas

from sowhat.model import Block, Box, Deck, DeckKind, Role, Slide

FONT = "Carlito"  # ships with the program, so that places do not depend on the machine

VENDOR_SLIDES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("About Acme", ("Acme was founded in 1998.", "We are the leading platform with 40 offices.")),
    ("Trusted by the best", ("Over 400 customers worldwide",)),
    ("AcmeFlow: our product", ("AcmeFlow offers dashboards", "AcmeFlow integrates with any ERP")),
    ("Why Acme?", ("#1 in the Magic Quadrant", "Best-in-class support", "Award-winning team")),
    ("Your closing takes nine days", ("Your controllers re-key 1,200 invoices a month.",)),
    ("Northwind closes in three days", ("They cut the close from nine days to three.",)),
    ("Thank you", ("Questions? jane@acme.example",)),
)

PDF_PAGES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Your first quarter", ("Prepared for Globex", "A workshop")),
    (
        "Why do late invoices cost you sleep?",
        (
            "Your suppliers wait 61 days for their money.",
            "Your team spends a third of its week on reminders.",
            "What happens if nothing changes until June?",
        ),
    ),
    (
        "What you want to reach by June",
        ("You pay every supplier within 30 days.", "Your team gets its Fridays back."),
    ),
    ("Our platform", ("We offer the leading platform for payments.", "We won 14 awards.")),
    (
        "Next steps",
        ("You name two controllers by 3 May.", "Together we agree on the goals by 10 May."),
    ),
)


def vendor_pptx(path: Path) -> Path:
    """Save a deck of seven slides in which Acme speaks of itself; the sixth is hidden."""
    deck = pptx.Presentation()
    for title, lines in VENDOR_SLIDES:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = "\n".join(lines)
        for shape in slide.placeholders:
            for paragraph in shape.text_frame.paragraphs:
                paragraph.font.name = FONT
                for run in paragraph.runs:
                    run.font.name = FONT
    logos(deck.slides[1])
    deck.slides[2].notes_slide.notes_text_frame.text = "Say that we ship every month."
    deck.slides[5]._element.set("show", "0")
    deck.core_properties.title = "Acme"
    deck.save(str(path))
    return path


def logos(slide: Any) -> None:
    """Put eight marks in two rows on the slide."""
    for number in range(8):
        data = io.BytesIO()
        width = 60 + 20 * (number % 3)
        Image.new("RGB", (width, 30), (20 * number, 90, 200)).save(data, "PNG")
        left, top = Inches(1 + 2 * (number % 4)), Inches(3.5 + 1.2 * (number // 4))
        slide.shapes.add_picture(data, left, top, Inches(width / 80), Inches(30 / 80))


def customer_pdf(path: Path) -> Path:
    """Save a deck of five pages about Globex."""
    canvas = Canvas(str(path), pagesize=(720, 405), invariant=True)
    for number, (title, lines) in enumerate(PDF_PAGES, start=1):
        canvas.setFont("Helvetica-Bold", 28)
        canvas.drawString(50, 330, title)
        canvas.setFont("Helvetica", 16)
        for row, line in enumerate(lines):
            canvas.drawString(50, 270 - 40 * row, line)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(50, 20, "© 2026 Acme Inc.")
        canvas.drawRightString(680, 20, str(number))
        canvas.showPage()
    canvas.save()
    return path


def slide(number: int, title: str, *lines: str, **more: Any) -> Slide:
    """Make a slide of the model: the title on top, a block a line below it."""
    blocks = [Block(title, Role.TITLE, Box(0.05, 0.05, 0.95, 0.15))] if title else []
    for row, line in enumerate(lines):
        top = 0.2 + 0.05 * row
        blocks.append(Block(line, Role.BODY, Box(0.05, top, 0.95, top + 0.05), group=1))
    return Slide(number, title, (*blocks, *more.pop("blocks", ())), **more)


def written(*slides: tuple[str, ...] | Slide) -> Deck:
    """Make a deck of the model from slides, or from their titles and lines."""
    made = tuple(
        item if isinstance(item, Slide) else slide(number, *item)
        for number, item in enumerate(slides, start=1)
    )
    return Deck("deck.pptx", "0" * 64, DeckKind.PPTX, 960, 540, made)
