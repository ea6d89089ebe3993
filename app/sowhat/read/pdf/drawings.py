"""Vector drawings: places of a page where many shapes stand close together.

Shapes are put on a raster; touching cells are one drawing. Charts and diagrams of plain shapes are
found by how these stand (``diagrams``); elsewhere rectangles, plain or with round
corners, and large circles are panels behind text and no drawing; what holds words is none either,
unless much more is drawn there than words need for ornament.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sowhat.model import Box, Picture, PictureOrigin, hull
from sowhat.read.pdf.diagrams import diagrams_of
from sowhat.read.pdf.shapes import Shape

_COLUMNS, _ROWS = 96, 54
_LARGEST_SHAPE = 0.3  # of the page: bigger ones are backgrounds
_LARGEST_PLAIN, _PLAIN = 0.02, 14  # of the page; segments: circles and round corners need fewer
_LEAST_AREA, _LEAST_SEGMENTS = 0.001, 24
_ORNAMENT, _ORNAMENT_PER_WORD = 40, 12  # segments around words
_OUTLINES = 250  # segments of a word's letters, at most
_EDGE = 0.01  # of the page: how far a part may stand out of what it is a part of
_MOST = 60  # drawings of one page

Cell = tuple[int, int]


def drawings_of(shapes: Sequence[Shape], words: Sequence[Box]) -> list[Picture]:
    """Return the drawings, biggest first; ``words`` are the boxes of the page's words."""
    drawn = [shape for shape in shapes if _is_stroke(shape) and not _is_panel(shape, words)]
    cells: dict[Cell, list[int]] = {}
    for index, shape in enumerate(drawn):
        for cell in _cells(shape.box):
            cells.setdefault(cell, []).append(index)
    found = []
    for cluster in _clusters(set(cells)):
        inside = {index for cell in cluster for index in cells[cell]}
        members = [drawn[index] for index in inside]
        box = hull(shape.box for shape in members)
        if _is_drawing(members, box, words):
            seen = hull(shape.seen for shape in members)
            found.append(Picture(seen, PictureOrigin.DRAWING))
    for box in diagrams_of(shapes, words):
        if not any(picture.box.grown(_EDGE).holds(box) for picture in found):
            found = [picture for picture in found if not box.grown(_EDGE).holds(picture.box)]
            found.append(Picture(box, PictureOrigin.DRAWING))
    return sorted(found, key=lambda picture: -picture.box.area)[:_MOST]


def _cells(box: Box) -> Iterator[Cell]:
    for column in range(int(box.x0 * _COLUMNS), min(int(box.x1 * _COLUMNS), _COLUMNS - 1) + 1):
        for row in range(int(box.y0 * _ROWS), min(int(box.y1 * _ROWS), _ROWS - 1) + 1):
            yield column, row


def _clusters(cells: set[Cell]) -> Iterator[set[Cell]]:
    while cells:
        waiting = [cells.pop()]
        cluster = set(waiting)
        while waiting:
            column, row = waiting.pop()
            near = {(column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} & cells
            cells -= near
            cluster |= near
            waiting += near
        yield cluster


def _is_stroke(shape: Shape) -> bool:
    """Say whether a shape may be part of a drawing."""
    if shape.segments > _PLAIN:
        return shape.box.area < _LARGEST_SHAPE
    return shape.curved and shape.box.area < _LARGEST_PLAIN


def _is_panel(shape: Shape, words: Sequence[Box]) -> bool:
    """Say whether a shape is there for the words on it: their panel, or their own outlines."""
    inside = sum(shape.box.contains(*word.center) for word in words)
    return inside > 0 and shape.segments <= _OUTLINES * (inside + 1)


def _is_drawing(shapes: Sequence[Shape], box: Box, words: Sequence[Box]) -> bool:
    if box.area < _LEAST_AREA:
        return False
    segments = sum(shape.segments for shape in shapes)
    inside = sum(box.contains(*word.center) for word in words)
    if inside == 0:
        return segments >= _LEAST_SEGMENTS
    rich = sum(shape.segments for shape in shapes if shape.segments > _PLAIN)
    return rich > _ORNAMENT + _ORNAMENT_PER_WORD * inside
