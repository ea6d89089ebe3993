"""The PowerPoint deck that holds every construct once."""

from __future__ import annotations

from pathlib import Path

import pptx

from tests.read.constructs import (
    around,
    charts,
    looks,
    objects,
    pictures,
    smart_art,
    turned,
    unseen,
    whole,
    words,
)
from tests.read.constructs.construct import Construct
from tests.read.constructs.drawing import FAMILY

CONSTRUCTS: tuple[Construct, ...] = (
    *words.CONSTRUCTS,
    *turned.CONSTRUCTS,
    *looks.CONSTRUCTS,
    *pictures.CONSTRUCTS,
    *objects.CONSTRUCTS,
    *charts.CONSTRUCTS,
    *smart_art.CONSTRUCTS,
    *around.CONSTRUCTS,
    *unseen.CONSTRUCTS,
)


def numbers() -> dict[str, int]:
    """Return the number of each construct's first slide."""
    found: dict[str, int] = {}
    number = 1
    for construct in CONSTRUCTS:
        found[construct.name] = number
        number += construct.pages
    return found


def build(path: Path) -> Path:
    """Save the deck; the title of each slide is the construct's name."""
    deck = pptx.Presentation()
    looks.prepare(deck)
    looks.prepare_layout(deck.slide_layouts[looks.FULL])
    for construct in CONSTRUCTS:
        slide = deck.slides.add_slide(deck.slide_layouts[construct.layout])
        if slide.shapes.title is not None:
            slide.shapes.title.text = construct.name
            slide.shapes.title.text_frame.paragraphs[0].runs[0].font.name = FAMILY
        construct.build(slide)
    whole.prepare(deck)
    deck.save(str(path))
    return path
