"""From a page's own space to the page as it is shown."""

from __future__ import annotations

import math
from ctypes import byref
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from sowhat.model import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page: its CropBox in page space (points, origin bottom left, y up).

    ``turn`` counts quarter turns clockwise from page space to the shown page. ``wide`` and ``high``
    measure the shown page.
    """

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @property
    def wide(self) -> float:
        """Width of the shown page in points."""
        return self.top - self.bottom if self.turn % 2 else self.right - self.left

    @property
    def high(self) -> float:
        """Height of the shown page in points."""
        return self.right - self.left if self.turn % 2 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Turn a point of page space into points from the shown page's top left corner."""
        if self.turn == 0:
            return x - self.left, self.top - y
        if self.turn == 1:
            return y - self.bottom, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def rectangle(
        self, x0: float, y0: float, x1: float, y1: float
    ) -> tuple[float, float, float, float]:
        """Turn two corners in page space into left, top, right, bottom on the shown page."""
        u0, v0 = self.point(x0, y0)
        u1, v1 = self.point(x1, y1)
        return min(u0, u1), min(v0, v1), max(u0, u1), max(v0, v1)

    def angle(self, dx: float, dy: float) -> int:
        """Return where a direction of page space points on the shown page, degrees clockwise."""
        u0, v0 = self.point(0.0, 0.0)
        u1, v1 = self.point(dx, dy)
        degrees = round(math.degrees(math.atan2(v1 - v0, u1 - u0))) % 360
        nearest = round(degrees / 90) * 90
        return nearest % 360 if abs(degrees - nearest) <= 3 else degrees

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """Turn points on the shown page into fractions of it."""
        return Box(left / self.wide, top / self.high, right / self.wide, bottom / self.high)


def frame_of(page: pdfium.FPDF_PAGE) -> Frame | None:
    """Return the frame of an open page, None where the page has no area."""
    edges = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, byref(edges)):
        return None
    if edges.right - edges.left < 1 or edges.top - edges.bottom < 1:
        return None
    turn = max(pdfium.FPDFPage_GetRotation(page), 0) % 4
    return Frame(edges.left, edges.bottom, edges.right, edges.top, turn)
