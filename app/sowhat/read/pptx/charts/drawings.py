"""Text boxes that someone drew into a chart: they lie in a part of their own."""

from __future__ import annotations

from itertools import islice

from sowhat.model import Role
from sowhat.read.pptx.found import Found
from sowhat.read.pptx.frames import Frame, framed
from sowhat.read.pptx.names import C, Element, R, number
from sowhat.read.pptx.place import Place
from sowhat.read.pptx.text import Reader

CDR = "{http://schemas.openxmlformats.org/drawingml/2006/chartDrawing}"
MOST_BOXES = 200  # of a chart


def drawing_in(root: Element) -> str | None:
    """Return the chart part's relation to what was drawn into a ``c:chartSpace``."""
    shapes = root.find(C + "userShapes")
    return None if shapes is None else shapes.get(R + "id")


def read_drawing(drawing: Element, place: Place, reader: Reader, found: Found) -> None:
    """Add the words of a ``c:userShapes`` part; ``place`` is the chart's."""
    for anchor in islice(drawing.iterchildren(CDR + "relSizeAnchor"), MOST_BOXES):
        room = _room(anchor, place)
        for body in islice(anchor.iter(CDR + "txBody"), MOST_BOXES):
            frame = framed(Frame(), next(body.iterchildren(), None))
            paragraphs = reader.paragraphs(body, frame)
            found.text(paragraphs, frame, room, Role.CHART, found.next_group())


def _room(anchor: Element, place: Place) -> Place:
    """Return where an anchor stands; it is given in shares of the chart."""
    left, right = (_share(anchor, corner, "x") * place.width for corner in ("from", "to"))
    top, bottom = (_share(anchor, corner, "y") * place.height for corner in ("from", "to"))
    width, height = max(right - left, 0.0), max(bottom - top, 0.0)
    return place._replace(x=place.x + left, y=place.y + top, width=width, height=height)


def _share(anchor: Element, corner: str, axis: str) -> float:
    value = number(anchor.findtext(f"{CDR}{corner}/{CDR}{axis}"))
    return min(max(value, 0.0), 1.0)
