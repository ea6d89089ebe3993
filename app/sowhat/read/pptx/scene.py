"""One part being read: what its shapes refer to, and where what they show goes."""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml import etree

from sowhat.model import Picture, PictureOrigin, Workbook
from sowhat.opc import parse
from sowhat.read.pptx.design import Design, Slot
from sowhat.read.pptx.found import Found
from sowhat.read.pptx.holders import holder_of
from sowhat.read.pptx.images import Images, Label
from sowhat.read.pptx.links import Target, Ways
from sowhat.read.pptx.names import A, Element, P
from sowhat.read.pptx.place import Place, Space
from sowhat.read.pptx.styles import Levels
from sowhat.read.pptx.text import Reader


class Scene(NamedTuple):
    """A slide, layout, master or drawing; ``part`` is python-pptx's, ``found`` takes all."""

    part: Any
    design: Design
    images: Images
    found: Found
    ways: Ways

    def of(self, part: Any) -> Scene:
        """Return the scene of a part that this one shows."""
        return self._replace(part=part, images=self.images.of(part))

    def slot(self, shape: Element) -> Slot:
        """Return what a shape starts from."""
        holder = holder_of(shape)
        return self.design.slot(holder) if holder else self.design.free

    def reader(self, levels: Levels) -> Reader:
        """Return the reader of this part's text."""
        return Reader(levels, self.design.theme, self.leads, self.found.page)

    def leads(self, click: Element) -> Target | None:
        """Return where a link leads."""
        return self.ways.target(click, self.part, self.found.number)

    def root(self, relation: str | None) -> Element | None:
        """Return the XML of the part behind a relation, None where there is none."""
        known = self.part.rels.get(relation or "")
        if known is None or known.is_external:
            return None
        part = known.target_part
        if hasattr(part, "_element"):
            return part._element
        try:
            return parse(part.blob)
        except etree.XMLSyntaxError:
            return None

    def drawing(
        self, label: Label, place: Place, origin: PictureOrigin, book: Workbook | None = None
    ) -> None:
        """Add a picture that is no image."""
        picture = Picture(place.box(), origin, self.found.source, *label, workbook=book)
        self.found.pictures.append(picture)


def place_of(shape: Element, slot: Slot, space: Space) -> Place | None:
    """Return where a shape of any kind stands, None where nothing says it."""
    xfrm = shape.find(P + "xfrm")
    if xfrm is None:
        for properties in shape:
            if isinstance(properties.tag, str) and properties.tag.endswith(_PROPERTIES):
                xfrm = properties.find(A + "xfrm")
                break
    place = None if xfrm is None else space.place(xfrm)
    if place is None and slot.xfrm is not None:
        place = space.place(slot.xfrm)
    return place


_PROPERTIES = ("}spPr", "}grpSpPr")
