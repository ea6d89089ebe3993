"""The walk over the shapes of a slide, layout or drawing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lxml import etree

from sowhat.model import Picture, PictureOrigin, Role, Workbook
from sowhat.read.pptx.charts import data_of, read_chart
from sowhat.read.pptx.design import FOOTERS, TITLES, Design, Holder, Slot, holder_of
from sowhat.read.pptx.diagrams import drawing_of, read_points, shapes_of
from sowhat.read.pptx.found import MOST_SHAPES, Found
from sowhat.read.pptx.frames import framed, inner
from sowhat.read.pptx.images import Images, Label, label_of
from sowhat.read.pptx.names import DGM, DSP, MATH, MC, A, C, Element, P, R, truth
from sowhat.read.pptx.package import parse
from sowhat.read.pptx.place import Place, Space, shifted
from sowhat.read.pptx.styles import layered, reference_style
from sowhat.read.pptx.tables import read_table
from sowhat.read.pptx.text import Reader
from sowhat.read.pptx.workbooks import workbook_of

DEEPEST = 200  # groups in groups
CHARTEX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart"
MEDIA = ("videoFile", "audioFile", "quickTimeFile", "wavAudioFile", "audioCd")


class Walk:
    """Gathers what the shapes of one part show into ``found``."""

    def __init__(self, part: Any, design: Design, images: Images, found: Found) -> None:
        self._part = part
        self._design = design
        self._images = images
        self._found = found

    def tree(self, tree: Element, space: Space, depth: int = 0) -> None:
        """Read the shapes in ``tree``: a shape tree, a group or an alternative of either."""
        found = self._found
        if depth > DEEPEST:
            found.gap("shape", "too many groups in groups")
            return
        for shape in tree:
            tag = shape.tag
            if tag in _SHAPES:
                found.shapes += 1
                if found.shapes > MOST_SHAPES:
                    found.gap("shape", f"more than {MOST_SHAPES} on a slide")
                    return
                self._guarded(shape, space, depth)
            elif tag == MC + "AlternateContent":
                self.tree(_alternative(shape), space, depth + 1)

    def _guarded(self, shape: Element, space: Space, depth: int) -> None:
        """Read one shape; an odd one is a gap and does not cost the rest of the deck."""
        if _hidden(shape):
            return
        try:
            _SHAPES[shape.tag](self, shape, space, depth)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            self._found.gap("shape", label_of(shape).name)

    def _shape(self, shape: Element, space: Space, _depth: int) -> None:
        names = P if shape.tag.startswith(P) else DSP
        holder = holder_of(shape) if names is P else None
        if holder and self._found.number is None:
            return  # a layout's placeholders show nothing by themselves
        slot = self._design.slot(holder) if holder else self._design.free
        properties = shape.find(names + "spPr")
        place = _place(properties, slot, space)
        if place is None:
            return
        body = shape.find(names + "txBody")
        has_text = body is not None and any(t.text for t in body.iter(A + "t", MATH + "t"))
        if properties is not None:
            self._looks(shape, properties, place, has_text=has_text)
        if has_text:
            own = shape.find(names + "txXfrm")
            room = space.place(own) if own is not None else None
            if room is not None:  # turned with the shape, and then by itself
                room = room.turned(place.angle - space.angle)
            geometry = None if properties is None else properties.find(A + "prstGeom")
            self._text(shape, body, room or inner(place, geometry), slot, holder)

    def _text(
        self, shape: Element, body: Element, place: Place, slot: Slot, holder: Holder | None
    ) -> None:
        theme = self._design.theme
        levels = slot.levels
        style = shape.find(shape.tag[: shape.tag.index("}") + 1] + "style")
        if style is not None:
            levels = reference_style(levels, style, theme)
        levels = layered(levels, (body.find(A + "lstStyle"),), theme)
        frame = framed(slot.frame, body.find(A + "bodyPr"))
        reader = Reader(levels, theme, self._link, self._found.page)
        paragraphs = reader.paragraphs(body, frame)
        role = _ROLES.get(holder.type, Role.BODY) if holder else Role.BODY
        self._found.text(paragraphs, frame, place, role, self._found.next_group())

    def _looks(self, shape: Element, properties: Element, place: Place, *, has_text: bool) -> None:
        for child in properties:
            if child.tag == A + "blipFill":
                label = label_of(shape)
                self._images.add(child, place.box(), label, self._found, media=False)
            elif child.tag == A + "custGeom" and not has_text:
                self._drawing(label_of(shape), place, PictureOrigin.DRAWING)

    def _picture(self, picture: Element, space: Space, _depth: int) -> None:
        holder = holder_of(picture)
        slot = self._design.slot(holder) if holder else self._design.free
        place = _place(picture.find(P + "spPr"), slot, space)
        fill = picture.find(P + "blipFill")
        if place is not None and fill is not None:
            label, media = label_of(picture), _is_media(picture)
            self._images.add(fill, place.box(), label, self._found, media=media)

    def _group(self, group: Element, space: Space, depth: int) -> None:
        names = P if group.tag.startswith(P) else DSP
        xfrm = group.find(f"{names}grpSpPr/{A}xfrm")
        place = None if xfrm is None else space.place(xfrm)
        if place is not None and place.width and place.height and _is_drawing(group):
            self._drawing(label_of(group), place, PictureOrigin.DRAWING)
            return
        self.tree(group, space if xfrm is None else space.inside(xfrm), depth + 1)

    def _frame(self, frame: Element, space: Space, depth: int) -> None:
        holder = holder_of(frame)
        slot = self._design.slot(holder) if holder else self._design.free
        xfrm = frame.find(P + "xfrm")
        place = None if xfrm is None else space.place(xfrm)
        if place is None and slot.xfrm is not None:
            place = space.place(slot.xfrm)
        data = frame.find(f"{A}graphic/{A}graphicData")
        if place is None or data is None:
            return
        for content in data:
            if content.tag == A + "tbl":
                design = self._design
                reader = Reader(design.cell, design.theme, self._link, self._found.page)
                looks = design.tables.looks(content, design.theme)
                read_table(content, place, reader, self._found, looks)
            elif content.tag in (C + "chart", CHARTEX):
                self._chart(content.get(R + "id"), place, label_of(frame))
            elif content.tag == DGM + "relIds":
                self._drawing(label_of(frame), place, PictureOrigin.DRAWING)
                self._diagram(content, space, place, depth)
            else:
                self._embedded(content, place, label_of(frame))

    def _chart(self, relation: str | None, place: Place, label: Label) -> None:
        found, root = self._found, self._root(relation)
        if root is None:
            self._drawing(label, place, PictureOrigin.CHART)
            found.gap("chart", relation or "missing")
            return
        part = self._part.rels[relation].target_part
        book = workbook_of(part, data_of(root), self._images.package)
        self._drawing(label, place, PictureOrigin.CHART, book)
        at = len(found.pictures) - 1  # it stays, odd as the chart may be
        found.pictures[at] = replace(found.pictures[at], chart=read_chart(root, place, found))

    def _diagram(self, ids: Element, space: Space, place: Place, depth: int) -> None:
        data = self._root(ids.get(R + "dm"))
        if data is None:
            self._found.gap("shape", "SmartArt")
            return
        relation = drawing_of(data)
        tree = shapes_of(self._root(relation))
        if tree is None:
            design = self._design
            reader = Reader(design.free.levels, design.theme, lambda _: None)
            read_points(data, place, reader, self._found)
            return
        target = self._part.rels[relation].target_part
        walk = Walk(target, self._design, self._images.of(target), self._found)
        pictures = self._found.pictures
        before = len(pictures)
        walk.tree(tree, shifted(space, place), depth + 1)
        own = [p for p in pictures[before:] if p.origin is not PictureOrigin.DRAWING]
        pictures[before:] = own  # its outlines are parts of the one drawing

    def _embedded(self, content: Element, place: Place, label: Label) -> None:
        for picture in content.iter(P + "pic"):
            fill = picture.find(P + "blipFill")
            if fill is not None:
                self._images.add(fill, place.box(), label, self._found, media=False)
                return

    def _drawing(
        self, label: Label, place: Place, origin: PictureOrigin, book: Workbook | None = None
    ) -> None:
        picture = Picture(place.box(), origin, self._found.source, *label, workbook=book)
        self._found.pictures.append(picture)

    def _root(self, relation: str | None) -> Element | None:
        known = self._part.rels.get(relation or "")
        if known is None or known.is_external:
            return None
        part = known.target_part
        if hasattr(part, "_element"):
            return part._element
        try:
            return parse(part.blob)
        except etree.XMLSyntaxError:
            return None

    def _link(self, relation: str | None) -> str | None:
        known = self._part.rels.get(relation or "")
        return known.target_ref if known is not None and known.is_external else None


def _place(properties: Element | None, slot: Slot, space: Space) -> Place | None:
    xfrm = None if properties is None else properties.find(A + "xfrm")
    place = None if xfrm is None else space.place(xfrm)
    if place is None and slot.xfrm is not None:
        place = space.place(slot.xfrm)
    return place


def _hidden(shape: Element) -> bool:
    for properties in shape[0] if len(shape) else ():
        if properties.get("hidden") is not None:
            return truth(properties.get("hidden"))
    return False


def _alternative(content: Element) -> Element:
    """Return the choice that this reader understands, else the fallback."""
    choice, fallback = content.find(MC + "Choice"), content.find(MC + "Fallback")
    if choice is None:
        return () if fallback is None else fallback
    known = all(
        shape.tag != P + "graphicFrame" or _understood(shape)
        for shape in choice
        if isinstance(shape.tag, str)
    )
    return choice if known or fallback is None or not len(fallback) else fallback


def _understood(frame: Element) -> bool:
    data = frame.find(f"{A}graphic/{A}graphicData")
    tags = (A + "tbl", C + "chart", CHARTEX, DGM + "relIds")
    return data is not None and any(content.tag in tags for content in data)


def _is_drawing(group: Element) -> bool:
    """Say whether a group is one drawing: outlines, no words, no pictures."""
    outlined = False
    for element in group.iter(A + "custGeom", A + "t", A + "blip", P + "graphicFrame"):
        if element.tag == A + "custGeom":
            outlined = True
        elif element.tag != A + "t" or (element.text or "").strip():
            return False
    return outlined


def _is_media(picture: Element) -> bool:
    properties = picture.find(f"{P}nvPicPr/{P}nvPr")
    return properties is not None and any(
        isinstance(child.tag, str) and etree.QName(child).localname in MEDIA for child in properties
    )


_SHAPES = {
    P + "sp": Walk._shape,
    P + "pic": Walk._picture,
    P + "grpSp": Walk._group,
    P + "graphicFrame": Walk._frame,
    DSP + "sp": Walk._shape,
    DSP + "grpSp": Walk._group,
}
_ROLES = {
    **dict.fromkeys(TITLES, Role.TITLE),
    **dict.fromkeys(FOOTERS, Role.FOOTER),
    "subTitle": Role.SUBTITLE,
}
