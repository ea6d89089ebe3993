"""Words and boxes in colour, by python-pptx."""

from __future__ import annotations

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from tests.check.made.cast import SPLIT

INK = "2B3445"


def coloured(value: str) -> Any:
    """Return a colour of python-pptx, which carries no types."""
    made: Any = RGBColor
    return made.from_string(value)


def said(paragraph: Any, words: str, size: float | None = None, color: str = INK) -> None:
    """Put words into a paragraph, a run for each part."""
    for at, part in enumerate(words.split(SPLIT)):
        run = paragraph.add_run()
        run.text = part
        run.font.color.rgb = coloured(color)
        run.font.bold = True if at else None
        if size:
            run.font.size = Pt(size)


def panel(shapes: Any, place: tuple[float, ...], fill: str) -> Any:
    """Add a filled rounded box without an outline."""
    shape = shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *map(Inches, place))
    shape.fill.solid()
    shape.fill.fore_color.rgb = coloured(fill)
    shape.line.fill.background()
    shape.shadow.inherit = False
    return shape
