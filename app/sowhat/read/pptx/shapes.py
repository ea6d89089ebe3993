"""The walk over the shapes of a slide, layout or drawing."""

from __future__ import annotations

from dataclasses import replace

from sowhat.model import Block, PictureOrigin, Role, Source
from sowhat.read.pptx.contents import chosen, is_drawing, words_in
from sowhat.read.pptx.design import Slot
from sowhat.read.pptx.found import Mark
from sowhat.read.pptx.frames import framed, inner
from sowhat.read.pptx.graphics import read_graphic
from sowhat.read.pptx.holders import FOOTERS, TITLES, Holder, holder_of
from sowhat.read.pptx.images import identity, label_of
from sowhat.read.pptx.links import click_in
from sowhat.read.pptx.names import DSP, MATH, MC, A, Element, P, truth
from sowhat.read.pptx.objects import media_file
from sowhat.read.pptx.place import Place, Space
from sowhat.read.pptx.scene import Scene, place_of
from sowhat.read.pptx.styles import layered, reference_style
from sowhat.read.pptx.surfaces import hazy, painted, panel, shape_fill

DEEPEST = 200  # groups in groups
ODD = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def read_shapes(scene: Scene, tree: Element, space: Space) -> None:
    """Read the shapes in ``tree`` into what the scene has found."""
    Walk(scene).tree(tree, space)


class Walk:
    """Gathers what the shapes of one part show."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._found = scene.found

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
                if found.shapes > found.most:
                    found.gap("shape", f"more than {found.most:,}")
                    return
                self._guarded(shape, space, depth)
            elif tag == MC + "AlternateContent":
                self.tree(chosen(shape), space, depth + 1)

    def _guarded(self, shape: Element, space: Space, depth: int) -> None:
        """Read one shape; an odd one is a gap and does not cost the rest of the deck."""
        if self._found.number is None and holder_of(shape):
            return  # a layout's placeholders show nothing by themselves
        before = self._found.mark()
        try:
            _SHAPES[shape.tag](self, shape, space, depth)
        except ODD:
            self._found.gap("shape", label_of(shape).name)
        try:
            self._note(shape, space, before)
        except ODD:
            self._found.gap("shape", label_of(shape).name)

    def _note(self, shape: Element, space: Space, before: Mark) -> None:
        """Take note of a shape's link and of whether it is hidden, moves or is remarked upon."""
        found, properties = self._found, identity(shape)
        if properties is None:
            return
        alt = label_of(shape).alt
        if alt and all(picture.alt != alt for picture in found.pictures[before.pictures :]):
            place = place_of(shape, self._scene.slot(shape), space)
            box = None if place is None else place.box()
            found.alts.append(Block(alt, Role.ALT, box, source=Source.ALT))
        own = properties.get("id") or ""
        click = click_in(properties)
        if click is not None or own in found.wanted:
            place = place_of(shape, self._scene.slot(shape), space)
            box = None if place is None else place.box()
            if box is not None and own in found.wanted:
                found.boxes.setdefault(own, box)
            target = None if click is None else self._scene.leads(click)
            if target is not None:
                found.lead(target, box, words_in(shape) or label_of(shape).alt)
        if truth(properties.get("hidden")):
            found.hide(before)
        elif own in found.moving:
            found.stir(before)

    def _shape(self, shape: Element, space: Space, _depth: int) -> None:
        names = P if shape.tag.startswith(P) else DSP
        holder = holder_of(shape) if names is P else None
        slot = self._scene.design.slot(holder) if holder else self._scene.design.free
        place = place_of(shape, slot, space)
        if place is None:
            return
        properties = shape.find(names + "spPr")
        fill = shape_fill(shape, properties, slot.fill, self._scene.design.theme)
        self._found.paint(painted(properties, place, fill))
        style = shape.find(names + "style")
        self._found.ground(panel(properties, place, style, filled=fill is not None))
        body = shape.find(names + "txBody")
        has_text = body is not None and any(t.text for t in body.iter(A + "t", MATH + "t"))
        if properties is not None:
            self._looks(shape, properties, place, has_text=has_text)
        if holder and not has_text and holder.type not in FOOTERS:
            role = _ROLES.get(holder.type, Role.BODY)
            self._found.empty.append(Block(slot.prompt, role, place.box(), source=Source.LAYOUT))
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
        theme = self._scene.design.theme
        levels = slot.levels
        style = shape.find(shape.tag[: shape.tag.index("}") + 1] + "style")
        if style is not None:
            levels = reference_style(levels, style, theme)
        levels = layered(levels, (body.find(A + "lstStyle"),), theme)
        frame = framed(slot.frame, body.find(A + "bodyPr"))
        paragraphs = self._scene.reader(levels).paragraphs(body, frame)
        role = _ROLES.get(holder.type, Role.BODY) if holder else Role.BODY
        self._found.text(paragraphs, frame, place, role, self._found.next_group())

    def _looks(self, shape: Element, properties: Element, place: Place, *, has_text: bool) -> None:
        scene = self._scene
        for child in properties:
            if child.tag == A + "blipFill":
                scene.images.add(child, place.box(), label_of(shape), self._found)
            elif child.tag == A + "custGeom" and not has_text:
                scene.drawing(label_of(shape), place, PictureOrigin.DRAWING)

    def _picture(self, picture: Element, space: Space, _depth: int) -> None:
        scene = self._scene
        place = place_of(picture, scene.slot(picture), space)
        fill = picture.find(P + "blipFill")
        if place is not None and fill is not None:
            self._found.paint(hazy(place))
            self._found.ground(place.box())
            media = media_file(picture, scene.part)
            scene.images.add(fill, place.box(), label_of(picture), self._found, media)

    def _group(self, group: Element, space: Space, depth: int) -> None:
        names = P if group.tag.startswith(P) else DSP
        xfrm = group.find(f"{names}grpSpPr/{A}xfrm")
        place = None if xfrm is None else space.place(xfrm)
        if place is not None and place.width and place.height and is_drawing(group):
            self._found.paint(hazy(place))
            self._scene.drawing(label_of(group), place, PictureOrigin.DRAWING)
            return
        before, blocks = len(self._found.pictures), len(self._found.blocks)
        self.tree(group, space if xfrm is None else space.inside(xfrm), depth + 1)
        self._found.group(blocks)
        if place is not None and label_of(group).alt:
            self._describe(group, place, before)

    def _describe(self, group: Element, place: Place, before: int) -> None:
        """Give a group's alt text to the one picture in it, else tell of the group as a drawing."""
        pictures, label = self._found.pictures, label_of(group)
        if len(pictures) - before == 1 and not pictures[before].alt:
            pictures[before] = replace(pictures[before], alt=label.alt)
        else:
            self._scene.drawing(label, place, PictureOrigin.DRAWING)

    def _frame(self, frame: Element, space: Space, depth: int) -> None:
        read_graphic(
            self._scene,
            frame,
            space,
            lambda scene, tree, inside: Walk(scene).tree(tree, inside, depth + 1),
        )

    def _connector(self, line: Element, space: Space, _depth: int) -> None:
        """Take a line for what it paints over: a broad one may be the ground of words."""
        place = place_of(line, self._scene.design.free, space)
        if place is not None:
            self._found.paint(painted(line.find(P + "spPr"), place, None))


_SHAPES = {
    P + "sp": Walk._shape,
    P + "pic": Walk._picture,
    P + "grpSp": Walk._group,
    P + "graphicFrame": Walk._frame,
    P + "cxnSp": Walk._connector,
    DSP + "sp": Walk._shape,
    DSP + "grpSp": Walk._group,
}
_ROLES = {
    **dict.fromkeys(TITLES, Role.TITLE),
    **dict.fromkeys(FOOTERS, Role.FOOTER),
    "subTitle": Role.SUBTITLE,
}
