"""Bullets that are drawn, not written: small shapes, one below the other, before lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sowhat.read.pdf.frame import Frame
from sowhat.read.pdf.lines import Line
from sowhat.read.pdf.shapes import Shape

_LARGEST, _MOST = 0.04, 400  # of the page, each side; with more of them a page is a drawing
_SLIMMEST = 0.6  # of one side to the other
_SMALL, _LARGE = 0.12, 0.75  # of the text's size
_REACH = 2.5  # sizes between a bullet and its text
_ASCENT = 0.75  # of the size: how high above the baseline a bullet's middle stands at most
_ALIKE = 0.15  # of the text's size: how much bullets of a list differ


@dataclass(frozen=True, slots=True)
class Mark:
    """A small shape about as high as wide, in points on the shown page."""

    x: float
    y: float
    side: float


def marks_of(shapes: Iterable[Shape], frame: Frame) -> list[Mark]:
    """Return the shapes of a page that may be bullets."""
    found = []
    for shape in shapes:
        box = shape.box
        if box.width > _LARGEST or box.height > _LARGEST:
            continue
        wide, high = box.width * frame.wide, box.height * frame.high
        if min(wide, high) >= _SLIMMEST * max(wide, high):
            x, y = box.center
            found.append(Mark(x * frame.wide, y * frame.high, max(wide, high)))
    return found if len(found) <= _MOST else []


def with_bullets(lines: Sequence[Line], marks: Sequence[Mark]) -> list[Line]:
    """Return level lines; those after a mark that has another like it in its list are items."""
    if not marks:
        return list(lines)
    pairs = [(line, _before(line, marks)) for line in lines]
    known = [mark for _, mark in pairs if mark is not None]
    return [
        Line(line.words, bullet=True, start=mark.x - mark.side / 2)
        if mark is not None and _has_like(mark, known, _ALIKE * line.size)
        else line
        for line, mark in pairs
    ]


def _before(line: Line, marks: Sequence[Mark]) -> Mark | None:
    """Return the mark right before a line, None where there is none or it has a bullet."""
    size = line.size
    if line.bullet or size <= 0:
        return None
    for mark in marks:
        level = 0 < line.base - mark.y < _ASCENT * size
        near = -_REACH * size < mark.x + mark.side / 2 - line.x0 <= 0
        if level and near and _SMALL * size < mark.side < _LARGE * size:
            return mark
    return None


def _has_like(mark: Mark, others: Sequence[Mark], near: float) -> bool:
    return any(
        other is not mark and abs(other.x - mark.x) < near and abs(other.side - mark.side) < near
        for other in others
    )
