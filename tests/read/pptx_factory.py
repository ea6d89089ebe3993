"""Slides, shapes and parts for the tests of the PowerPoint reader."""

from __future__ import annotations

import re
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Inches

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
NAMES = f'xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}" xmlns:p14="{P14}"'
WIDE, HIGH = 10.0, 7.5  # inches, the slide of python-pptx's template
PLACE = (2.0, 3.0, 4.0, 1.0)

rgb: Any = RGBColor  # python-pptx carries no types


def blank(presentation: Any) -> Any:
    """Add a slide without placeholders."""
    return presentation.slides.add_slide(presentation.slide_layouts[6])


def xml(text: str) -> Any:
    """Parse an element; its prefixes a, p, r and p14 are declared."""
    return parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {NAMES}", text))


def words(slide: Any, text: str, place: tuple[float, ...] = PLACE, look: str = "") -> Any:
    """Add a text box whose one run has these children and attributes: ``sz="100"|<a:ln/>``."""
    shape = slide.shapes.add_textbox(*(Inches(value) for value in place))
    attributes, _, children = look.rpartition("|")
    run = f"<a:r><a:rPr {attributes}>{children}</a:rPr><a:t>{text}</a:t></a:r>"
    body = shape.text_frame._txBody
    body.replace(body.p_lst[0], xml(f"<a:p>{run}</a:p>"))
    return shape


def solid(color: str, inner: str = "") -> str:
    """A plain fill of this value, or of the element given."""
    if color.startswith("<"):
        return f"<a:solidFill>{color}</a:solidFill>"
    return f'<a:solidFill><a:srgbClr val="{color}">{inner}</a:srgbClr></a:solidFill>'


def panel(
    shapes: Any, place: tuple[float, ...], fill: str | None, kind: Any = MSO_SHAPE.RECTANGLE
) -> Any:
    """Add a shape without words and outline, filled with the element given."""
    shape = shapes.add_shape(kind, *(Inches(value) for value in place))
    shape.line.fill.background()
    if fill is not None:
        properties = shape._element.spPr
        properties.insert(2, xml(fill))
    return shape


def add_part(owner: Any, name: str, data: str | bytes, kind: str) -> str:
    """Add a part and return the relation by which ``owner`` knows it."""
    blob = data.encode() if isinstance(data, str) else data
    made = Part(PackURI(name), "application/vnd.test+xml", owner.package, blob)
    relation: str = owner.relate_to(made, kind)
    return relation
