"""A plain deck as parts that can be changed, and written in ways no program would."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pptx
from pptx.util import Inches

Parts = dict[str, bytes]
Change = Callable[[Parts], None]

SLIDE = "ppt/slides/slide1.xml"
SLIDE_RELATIONS = "ppt/slides/_rels/slide1.xml.rels"
MAIN = "ppt/presentation.xml"
MAIN_RELATIONS = "ppt/_rels/presentation.xml.rels"
TYPES = "[Content_Types].xml"
WORDS = "Your closing takes nine days"


@cache
def _plain() -> Mapping[str, bytes]:
    deck: Any = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = WORDS
    box = slide.shapes.add_textbox(Inches(1), Inches(2), Inches(6), Inches(1))
    box.text_frame.text = "We are the leading platform for your controllers."
    data = io.BytesIO()
    deck.save(data)
    with zipfile.ZipFile(data) as package:
        return {name: package.read(name) for name in package.namelist()}


def plain() -> Parts:
    """Return the parts of a deck of one slide."""
    return dict(_plain())


def changed(*changes: Change, name: str = "deck.pptx") -> Callable[[Path], Path]:
    """Return what saves the plain deck after ``changes`` were made to its parts."""

    def make(folder: Path) -> Path:
        parts = plain()
        for change in changes:
            change(parts)
        return packed(parts, folder / name)

    return make


def packed(parts: Mapping[str, bytes], path: Path) -> Path:
    """Save ``parts`` as a zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def shapes(xml: str) -> Change:
    """Return the change that adds shapes to the slide."""
    return replaced(SLIDE, b"</p:spTree>", xml.encode() + b"</p:spTree>")


def replaced(part: str, old: bytes, new: bytes) -> Change:
    """Return the change that puts ``new`` in place of ``old``, which has to be there."""

    def change(parts: Parts) -> None:
        assert old in parts[part], (part, old)
        parts[part] = parts[part].replace(old, new)

    return change
