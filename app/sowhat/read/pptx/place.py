"""Where a shape stands: nested groups and rotation, from EMU to fractions of the slide."""

from __future__ import annotations

import math
from typing import NamedTuple

from sowhat.model import Box
from sowhat.read.pptx.names import EMU, A, Element, number, truth

TURN = 60000.0  # units of angle in a degree


class Place(NamedTuple):
    """A rectangle on the slide in points, before it is turned by ``angle`` degrees around its
    middle; ``canvas`` is the slide's width and height in points."""

    x: float
    y: float
    width: float
    height: float
    angle: float
    canvas: tuple[float, float]

    def box(self) -> Box:
        """Return the hull of the turned rectangle in fractions of the slide."""
        return self.part(0.0, 0.0, self.width, self.height)

    def part(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Return the hull of a rectangle given in points from this place's unturned corner."""
        width, height = self.canvas
        if not self.angle:
            return Box(
                (self.x + x0) / width,
                (self.y + y0) / height,
                (self.x + x1) / width,
                (self.y + y1) / height,
            )
        cos, sin = _turn(self.angle)
        middle_x, middle_y = self.width / 2, self.height / 2
        left, right, top, bottom = x0 - middle_x, x1 - middle_x, y0 - middle_y, y1 - middle_y
        corners = ((left, top), (right, top), (left, bottom), (right, bottom))
        across = [self.x + middle_x + x * cos - y * sin for x, y in corners]
        down = [self.y + middle_y + x * sin + y * cos for x, y in corners]
        return Box(min(across) / width, min(down) / height, max(across) / width, max(down) / height)

    def turned(self, degrees: float) -> Place:
        """Return the place turned further around its middle; quarter turns for its content."""
        return self._replace(angle=(self.angle + degrees) % 360.0)

    def upended(self) -> Place:
        """Return the place with width and height exchanged around the same middle."""
        x = self.x + (self.width - self.height) / 2
        y = self.y + (self.height - self.width) / 2
        return self._replace(x=x, y=y, width=self.height, height=self.width)


class Space(NamedTuple):
    """The coordinates in a group: a point (x, y) in it stands at (a x + c y + e, b x + d y + f)
    points on the slide; lengths grow by ``across`` and ``down``."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    across: float
    down: float
    angle: float
    mirrored: bool
    canvas: tuple[float, float]

    def place(self, xfrm: Element) -> Place | None:
        """Return where a shape with this ``xfrm`` stands, None where it says nothing."""
        rectangle = _rectangle(xfrm, "off", "ext")
        if rectangle is None:
            return None
        x, y, width, height = rectangle
        turn = number(xfrm.get("rot")) / TURN
        if truth(xfrm.get("flipV")):  # which turns its text upside down
            turn += 180.0
        middle_x, middle_y = x + width / 2, y + height / 2
        wide, high = width * self.across, height * self.down
        return Place(
            self.a * middle_x + self.c * middle_y + self.e - wide / 2,
            self.b * middle_x + self.d * middle_y + self.f - high / 2,
            wide,
            high,
            (self.angle - turn if self.mirrored else self.angle + turn) % 360.0,
            self.canvas,
        )

    def inside(self, xfrm: Element) -> Space:
        """Return the space inside a group with this ``xfrm``."""
        outer = _rectangle(xfrm, "off", "ext")
        inner = _rectangle(xfrm, "chOff", "chExt")
        if outer is None or inner is None:
            return self
        grow_x = outer[2] / inner[2] if inner[2] and outer[2] else 1.0
        grow_y = outer[3] / inner[3] if inner[3] and outer[3] else 1.0
        flip_x = -1.0 if xfrm.get("flipH") in ("1", "true") else 1.0
        flip_y = -1.0 if xfrm.get("flipV") in ("1", "true") else 1.0
        turn = number(xfrm.get("rot")) / TURN
        cos, sin = _turn(turn)
        middle_x, middle_y = outer[0] + outer[2] / 2, outer[1] + outer[3] / 2
        # first scaled and flipped around the group's middle, then turned, then as the parent does
        a, b = cos * flip_x * grow_x, sin * flip_x * grow_x
        c, d = -sin * flip_y * grow_y, cos * flip_y * grow_y
        from_x, from_y = inner[0] + inner[2] / 2, inner[1] + inner[3] / 2
        e, f = middle_x - a * from_x - c * from_y, middle_y - b * from_x - d * from_y
        return Space(
            self.a * a + self.c * b,
            self.b * a + self.d * b,
            self.a * c + self.c * d,
            self.b * c + self.d * d,
            self.a * e + self.c * f + self.e,
            self.b * e + self.d * f + self.f,
            self.across * grow_x,
            self.down * grow_y,
            self.angle - turn if self.mirrored else self.angle + turn,
            self.mirrored != (flip_x * flip_y < 0),
            self.canvas,
        )


def slide_space(canvas: tuple[float, float]) -> Space:
    """Return the coordinates of a slide of this width and height in points."""
    unit = 1 / EMU
    return Space(
        unit, 0.0, 0.0, unit, 0.0, 0.0, unit, unit, angle=0.0, mirrored=False, canvas=canvas
    )


def shifted(space: Space, place: Place) -> Space:
    """Return the space of a drawing whose origin is the corner of ``place``."""
    return space._replace(
        a=1 / EMU, b=0.0, c=0.0, d=1 / EMU, e=place.x, f=place.y, across=1 / EMU, down=1 / EMU
    )


def _rectangle(xfrm: Element, corner: str, extent: str) -> tuple[float, float, float, float] | None:
    off, ext = xfrm.find(A + corner), xfrm.find(A + extent)
    if off is None or ext is None:
        return None
    return (
        number(off.get("x")),
        number(off.get("y")),
        number(ext.get("cx")),
        number(ext.get("cy")),
    )


def _turn(degrees: float) -> tuple[float, float]:
    return math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
