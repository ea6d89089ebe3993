"""What python-pptx does not write: text bodies, shapes and parts as XML."""

from __future__ import annotations

import io
from typing import Any

from lxml import etree
from PIL import Image
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Inches

from sowhat.model import Box
from tests.read.constructs.drawing import FAMILY, RED

SPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a14": "http://schemas.microsoft.com/office/drawing/2010/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "p188": "http://schemas.microsoft.com/office/powerpoint/2018/8/main",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "dsp": "http://schemas.microsoft.com/office/drawing/2008/diagram",
}
WIDE, HIGH = 10.0, 7.5  # inches, the slide of python-pptx's template

Place = tuple[float, float, float, float]


def xml(text: str) -> Any:
    """Parse an element whose prefixes are those above."""
    head, tail = text.split(">", 1) if ">" in text else (text, "")
    close = "/" if head.endswith("/") else ""
    spaces = "".join(f' xmlns:{name}="{uri}"' for name, uri in SPACES.items() if f"{name}:" in text)
    return parse_xml(f"{head.removesuffix('/')}{spaces}{close}>{tail}")


def q(name: str) -> str:
    """Return a prefixed name as lxml wants it."""
    prefix, local = name.split(":")
    return f"{{{SPACES[prefix]}}}{local}"


def run(text: str, color: str | None = RED, looks: str = 'sz="2000"', more: str = "") -> str:
    """Return a run; ``more`` goes into its properties after colour and font."""
    fill = f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>' if color else ""
    face = f'<a:latin typeface="{FAMILY}"/>'
    return f"<a:r><a:rPr {looks}>{fill}{face}{more}</a:rPr><a:t>{text}</a:t></a:r>"


def paragraph(*runs: str, properties: str = "") -> str:
    """Return a paragraph of runs."""
    return f"<a:p>{properties}{''.join(runs)}</a:p>"


def write(shape: Any, *paragraphs: str, body: str = 'wrap="square"', inner: str = "") -> Any:
    """Give a shape another text body; returns the shape."""
    words = shape._element.txBody
    for child in list(words):
        words.remove(child)
    words.extend(
        etree.fromstring(
            f'<a:x xmlns:a="{SPACES["a"]}" xmlns:r="{SPACES["r"]}">'
            f"<a:bodyPr {body}>{inner}</a:bodyPr><a:lstStyle/>{''.join(paragraphs)}</a:x>"
        )
    )
    return shape


def textbox(slide: Any, place: Place, *paragraphs: str, body: str = 'wrap="square"',
            inner: str = "") -> Any:  # fmt: skip
    """Add a text box of this place in inches."""
    left, top, width, height = (Inches(value) for value in place)
    tree = slide.shapes._spTree  # masters and layouts have one too, but take no new shapes
    number = max((int(found) for found in tree.xpath("//@id") if found.isdigit()), default=1) + 1
    element = tree.add_textbox(number, f"Text {number}", left, top, width, height)
    (shape,) = (s for s in slide.shapes if s._element is element)
    return write(shape, *paragraphs, body=body, inner=inner)


def add_image(owner: Any, place: Place, color: str, name: str = "", alt: str = "") -> Any:
    """Add a picture of one colour to a slide, layout or master; returns its element."""
    left, top, width, height = (Inches(value) for value in place)
    _, relation = owner.part.get_or_add_image_part(image(color))
    return owner.shapes._spTree.add_pic(900, name, alt, relation, left, top, width, height)


def fraction(place: Place) -> Box:
    """Return a place in inches as a box: left, top, width, height."""
    left, top, width, height = place
    return Box(left / WIDE, top / HIGH, (left + width) / WIDE, (top + height) / HIGH)


def image(color: str, size: tuple[int, int] = (40, 30)) -> io.BytesIO:
    """Return a picture of one colour as PNG."""
    data = io.BytesIO()
    Image.new("RGB", size, f"#{color}").save(data, "PNG")
    data.seek(0)
    return data


def add_part(owner: Any, name: str, content: str, data: str | bytes, kind: str) -> Any:
    """Add a part to the package and a relation to it from ``owner``; returns its id and the part.

    ``name`` is the part's, ``content`` its type, ``kind`` the relation's.
    """
    blob = data.encode() if isinstance(data, str) else data
    part = Part(PackURI(name), content, owner.package, blob)
    return owner.relate_to(part, kind), part


def spaces(*names: str) -> str:
    """Return the declarations of these prefixes."""
    return " ".join(f'xmlns:{name}="{SPACES[name]}"' for name in names)
