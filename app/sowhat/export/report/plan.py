"""What the worker puts on the pages that were drawn: plain values, in points of the page."""

from __future__ import annotations

from dataclasses import dataclass

Rect = tuple[float, float, float, float]
"""Left, bottom, right, top; origin at the page's bottom left."""

Color = tuple[float, float, float]
"""Red, green, blue from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Spared:
    """The place of a mark's number, on which nothing is drawn: around ``x``, ``y``, ``size`` wide,
    ``round`` or square."""

    x: float
    y: float
    size: float
    round: bool


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation. ``kind`` is highlight (a rectangle a line), square, or note.

    ``parts`` are framed finely inside a square; what is ``spared`` shows through all of it.
    """

    kind: str
    rects: tuple[Rect, ...]
    color: Color
    subject: str
    contents: str
    name: str
    parts: tuple[Rect, ...] = ()
    spared: tuple[Spared, ...] = ()

    @property
    def hull(self) -> Rect:
        """Return the rectangle around all of them."""
        left, bottom, right, top = zip(*self.rects, strict=True)
        return min(left), min(bottom), max(right), max(top)


@dataclass(frozen=True, slots=True)
class Figure:
    """A slide on a page. ``page`` counts from 0, ``slide`` from 1.

    ``picture`` is the path of a JPEG or PNG file; None: the deck's own page is put there.
    """

    page: int
    slide: int
    rect: Rect
    picture: str | None
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that is added to the drawn pages.

    ``labels`` are the pages' names in order, ``size`` is the paper's width and height in points
    where it is not the one that was drawn for.
    """

    figures: tuple[Figure, ...]
    labels: tuple[str, ...]
    title: str
    author: str
    size: tuple[float, float] | None = None
