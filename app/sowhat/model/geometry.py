"""Places on a slide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in fractions of the slide, origin top left, ``x0 <= x1`` and ``y0 <= y1``."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Width as a fraction of the slide's width."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height as a fraction of the slide's height."""
        return self.y1 - self.y0

    @property
    def area(self) -> float:
        """Area as a fraction of the slide's area."""
        return self.width * self.height

    @property
    def center(self) -> tuple[float, float]:
        """The middle, x then y."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def clamped(self) -> Box:
        """Return the part that lies on the slide (an off-slide box becomes a line on its edge)."""
        x0, x1 = sorted((min(max(self.x0, 0.0), 1.0), min(max(self.x1, 0.0), 1.0)))
        y0, y1 = sorted((min(max(self.y0, 0.0), 1.0), min(max(self.y1, 0.0), 1.0)))
        return Box(x0, y0, x1, y1)

    def contains(self, x: float, y: float) -> bool:
        """Say whether the point lies in the box, edges included."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def holds(self, other: Box, slack: float = 0.0) -> bool:
        """Say whether ``other`` lies inside, give or take ``slack`` on each edge."""
        return (
            self.x0 - slack <= other.x0
            and self.y0 - slack <= other.y0
            and other.x1 <= self.x1 + slack
            and other.y1 <= self.y1 + slack
        )

    def overlap(self, other: Box) -> float:
        """Return the area both share."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.y1, other.y1) - max(self.y0, other.y0)
        return width * height if width > 0 and height > 0 else 0.0

    def grown(self, by: float) -> Box:
        """Return the box with each edge moved outwards by ``by`` and kept on the slide."""
        return Box(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by).clamped()


WHOLE = Box(0.0, 0.0, 1.0, 1.0)


def hull(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around ``boxes``; raises ``ValueError`` when there are none."""
    items = tuple(boxes)
    if not items:
        raise ValueError("no boxes")
    return Box(
        min(box.x0 for box in items),
        min(box.y0 for box in items),
        max(box.x1 for box in items),
        max(box.y1 for box in items),
    )
