"""What stands in graphic frames: tables, charts, SmartArt, embedded objects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from sowhat.model import PictureOrigin
from sowhat.read.pptx.charts import data_of, drawing_in, read_chart, read_drawing
from sowhat.read.pptx.diagrams import drawing_of, read_points, shapes_of
from sowhat.read.pptx.images import Label, label_of
from sowhat.read.pptx.names import DGM, A, C, Element, P, R
from sowhat.read.pptx.objects import SHEETS, Object, controls_in, object_in
from sowhat.read.pptx.place import Place, Space, shifted
from sowhat.read.pptx.scene import Scene, place_of
from sowhat.read.pptx.surfaces import hazy
from sowhat.read.pptx.tables import read_table
from sowhat.read.pptx.workbooks import workbook_of

CHARTEX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart"
KNOWN = (A + "tbl", C + "chart", CHARTEX, DGM + "relIds")
Shapes: TypeAlias = Callable[[Scene, Element, Space], None]  # reads a tree of shapes


def read_graphic(scene: Scene, frame: Element, space: Space, shapes: Shapes) -> None:
    """Read a ``p:graphicFrame``; ``shapes`` reads those of a drawing in it."""
    place = place_of(frame, scene.slot(frame), space)
    data = data_in(frame)
    if place is None or data is None:
        return
    scene.found.paint(hazy(place))
    label = label_of(frame)
    for content in data:
        if content.tag == A + "tbl":
            looks = scene.design.tables.looks(content, scene.design.theme)
            reader = scene.reader(scene.design.cell)
            read_table(content, place, reader, scene.found, looks)
        elif content.tag in (C + "chart", CHARTEX):
            scene.found.ground(place.box())
            _chart(scene, content.get(R + "id"), place, label)
        elif content.tag == DGM + "relIds":
            scene.drawing(label, place, PictureOrigin.DRAWING)
            with scene.found.drawn_together():
                _diagram(scene, content, space, place, shapes)
        else:
            scene.found.ground(place.box())
            _embedded(scene, content, place, label)


def read_controls(scene: Scene, sheet: Element, space: Space) -> None:
    """Read the controls of a ``p:cSld``."""
    for control, picture in controls_in(sheet):
        place = place_of(picture, scene.design.free, space)
        if place is not None:
            label = Label(control.name or label_of(picture).name, label_of(picture).alt)
            _show(scene, picture, place, label, control)


def data_in(frame: Element) -> Element | None:
    """Return what a graphic frame holds."""
    return frame.find(f"{A}graphic/{A}graphicData")


def _chart(scene: Scene, relation: str | None, place: Place, label: Label) -> None:
    found, root = scene.found, scene.root(relation)
    if root is None:
        scene.drawing(label, place, PictureOrigin.CHART)
        found.gap("chart", relation or "missing")
        return
    part = scene.part.rels[relation].target_part
    book = workbook_of(part, data_of(root), scene.images.package)
    scene.drawing(label, place, PictureOrigin.CHART, book)
    at = len(found.pictures) - 1  # it stays, odd as the chart may be
    found.pictures[at] = replace(found.pictures[at], chart=read_chart(root, place, found))
    own = scene.of(part)
    drawing = own.root(drawing_in(root))
    if drawing is not None:
        read_drawing(drawing, place, own.reader(scene.design.free.levels), found)


def _diagram(scene: Scene, ids: Element, space: Space, place: Place, shapes: Shapes) -> None:
    found = scene.found
    data = scene.root(ids.get(R + "dm"))
    if data is None:
        found.gap("shape", "SmartArt")
        return
    relation = drawing_of(data)
    tree = shapes_of(scene.root(relation))
    if tree is None:
        own = scene.of(scene.part.rels[ids.get(R + "dm")].target_part)
        read_points(data, place, own.reader(scene.design.free.levels), found)
        return
    before = found.mark()
    shapes(scene.of(scene.part.rels[relation].target_part), tree, shifted(space, place))
    drawn = found.pictures[before.pictures :]  # its outlines are parts of the one drawing
    found.keep(before, [p for p in drawn if p.origin is not PictureOrigin.DRAWING])


def _embedded(scene: Scene, content: Element, place: Place, label: Label) -> None:
    own = object_in(content, scene.part)
    picture = next((p for p in content.iter(P + "pic") if p.find(P + "blipFill") is not None), None)
    if own is not None:
        _show(scene, picture, place, Label(label.name or own.name, label.alt), own)
    elif picture is not None:
        scene.images.add(picture.find(P + "blipFill"), place.box(), label, scene.found)


def _show(scene: Scene, picture: Element | None, place: Place, label: Label, own: Object) -> None:
    """Add an object by the picture that stands for it, if it has one."""
    found = scene.found
    fill = None if picture is None else picture.find(P + "blipFill")
    before = len(found.pictures)
    if fill is not None:
        scene.images.add(fill, place.box(), label, found)
    if len(found.pictures) == before:
        scene.drawing(label, place, PictureOrigin.OBJECT)
    book = None
    if own.content.lower().endswith(SHEETS):
        book = workbook_of(scene.part, own.relation, scene.images.package)
    shown = found.pictures[-1]
    origin = PictureOrigin.OBJECT
    found.pictures[-1] = replace(shown, origin=origin, content=own.content, workbook=book)
