"""Shapes of the stances, the ribbon of the slides and the bar of the share, as vectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from sowhat.export.report.column import Drawing, Piece
from sowhat.export.report.look import MARGIN, PAGE, color_of
from sowhat.export.report.typeface import BOLD, PLAIN
from sowhat.model import Mark, Side
from sowhat.palette import palette
from sowhat.settings import badge_ink
from sowhat.texts import text

BADGE = 13.0  # points, the diameter of a mark's number
NARROWEST = 18.0  # points, a slide's place in the ribbon


def stance(canvas: Any, name: str, x: float, y: float, size: float) -> None:
    """Draw the shape ``name`` around the point ``x``, ``y``: a stance, or unsure."""
    half = size / 2
    canvas.saveState()
    canvas.setFillColor(color_of(name))
    canvas.setStrokeColor(color_of(name))
    canvas.setLineWidth(max(size / 9, 0.9))
    if name == "vendor":
        _polygon(canvas, ((x, y + half), (x + half, y - half), (x - half, y - half)))
    elif name == "customer":
        canvas.circle(x, y, half, stroke=0, fill=1)
    elif name == "mixed":
        _halves(canvas, x, y, half)
    elif name == "neutral":
        canvas.circle(x, y, half * 0.88, stroke=1, fill=0)
    else:
        _question(canvas, x, y, size)
    canvas.restoreState()


def _polygon(canvas: Any, points: Sequence[tuple[float, float]]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _halves(canvas: Any, x: float, y: float, radius: float) -> None:
    box = (x - radius, y - radius, x + radius, y + radius)
    for name, start in (("vendor", 90), ("customer", 270)):
        canvas.setFillColor(color_of(name))
        canvas.wedge(*box, start, 180, stroke=0, fill=1)
    canvas.setStrokeColor(palette().paper)
    canvas.line(x, y - radius, x, y + radius)


def _question(canvas: Any, x: float, y: float, size: float) -> None:
    unit = size / 10
    canvas.setLineWidth(1.7 * unit)
    canvas.setLineCap(1)
    path = canvas.beginPath()
    path.moveTo(x - 2.6 * unit, y + 2.2 * unit)
    path.curveTo(
        x - 2.4 * unit,
        y + 5.4 * unit,
        x + 3.0 * unit,
        y + 5.4 * unit,
        x + 2.8 * unit,
        y + 2.0 * unit,
    )
    path.curveTo(x + 2.6 * unit, y + 0.2 * unit, x, y + 0.3 * unit, x, y - 1.6 * unit)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.circle(x, y - 4.3 * unit, 1.1 * unit, stroke=0, fill=1)


def badge(canvas: Any, mark: Mark, x: float, y: float) -> None:
    """Draw the mark's number around ``x``, ``y``; vendor's is square, the others' are round."""
    color, half = color_of(str(mark.side)), BADGE / 2
    filled = mark.side is not Side.NEUTRAL
    canvas.saveState()
    canvas.setStrokeColor(palette().paper if filled else color)
    canvas.setFillColor(color if filled else palette().paper)
    canvas.setLineWidth(1.0)
    if mark.side is Side.VENDOR:
        canvas.roundRect(x - half, y - half, BADGE, BADGE, 2.2, stroke=1, fill=1)
    else:
        canvas.circle(x, y, half, stroke=1, fill=1)
    canvas.setFillColor(badge_ink(mark.side))
    canvas.setFont(BOLD.font, 8.5)
    canvas.drawCentredString(x, y - 2.9, str(mark.number))
    canvas.restoreState()


def tick(canvas: Any, x: float, y: float, size: float) -> None:
    """Draw a tick on a disc around ``x``, ``y``: as it should be."""
    canvas.saveState()
    canvas.setFillColor(color_of("customer"))
    canvas.circle(x, y, size / 2, stroke=0, fill=1)
    _strokes(canvas, size, ((x - 0.22 * size, y), (x - 0.05 * size, y - 0.17 * size)))
    _strokes(canvas, size, ((x - 0.05 * size, y - 0.17 * size), (x + 0.24 * size, y + 0.17 * size)))
    canvas.restoreState()


def octagon(canvas: Any, x: float, y: float, size: float) -> None:
    """Draw a cross on an octagon around ``x``, ``y``: it must not go out."""
    half, side = size / 2, size * 0.207
    corners = ((-half, side), (-side, half), (side, half), (half, side))
    points = [(x + a, y + b) for a, b in corners] + [(x - a, y - b) for a, b in corners]
    canvas.saveState()
    canvas.setFillColor(palette().stop)
    _polygon(canvas, points)
    reach = 0.18 * size
    for turn in (-1, 1):
        ends = ((x - reach, y - turn * reach), (x + reach, y + turn * reach))
        _strokes(canvas, size, ends)
    canvas.restoreState()


def question(canvas: Any, x: float, y: float, size: float) -> None:
    """Draw a question mark in a ring around ``x``, ``y``: to be looked at."""
    canvas.saveState()
    canvas.setStrokeColor(color_of("unsure"))
    canvas.setFillColor(color_of("unsure"))
    canvas.setLineWidth(max(size / 11, 0.8))
    canvas.circle(x, y, size * 0.46, stroke=1, fill=0)
    _question(canvas, x, y + size * 0.02, size * 0.72)
    canvas.restoreState()


def ring(canvas: Any, x: float, y: float, size: float) -> None:
    """Draw an empty ring in the customer's colour around ``x``, ``y``: it is still to come."""
    canvas.saveState()
    canvas.setStrokeColor(color_of("customer"))
    canvas.setLineWidth(max(size / 8, 1.0))
    canvas.circle(x, y, size * 0.42, stroke=1, fill=0)
    canvas.restoreState()


def _strokes(canvas: Any, size: float, ends: Sequence[tuple[float, float]]) -> None:
    canvas.setStrokeColor(palette().paper)
    canvas.setLineWidth(size / 9)
    canvas.setLineCap(1)
    (x0, y0), (x1, y1) = ends
    canvas.line(x0, y0, x1, y1)


def accent(canvas: Any) -> None:
    """Draw the short bar above a page that opens a part for the hurried."""
    canvas.setFillColor(palette().accent)
    canvas.rect(MARGIN, PAGE[1] - 34, 40, 3, stroke=0, fill=1)


def ordinal(number: int) -> Drawing:
    """Return a drawing of a plain number for the gutter of a list."""

    def draw(canvas: Any, x: float, top: float) -> None:
        canvas.saveState()
        canvas.setFillColor(palette().accent)
        canvas.setFont(BOLD.font, 13)
        canvas.drawString(x + 2, top - 11.5, str(number))
        canvas.restoreState()

    return draw


@dataclass(frozen=True, slots=True)
class Cell:
    """A slide in the ribbon: its number, its shape, and whether it is hidden."""

    number: int
    shape: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Ribbon:
    """All slides in order, a shape each, in as many rows as they need; each leads to its page."""

    cells: Sequence[Cell]
    after: float = 10.0
    leads: bool = False

    def height(self, width: float) -> float:
        """Return the height of the rows."""
        per_row, _, tall = self._grid(width)
        return ceil(len(self.cells) / per_row) * tall

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw each cell with its number below, and a link over it."""
        per_row, wide, tall = self._grid(width)
        for index, cell in enumerate(self.cells):
            row, column = divmod(index, per_row)
            left, upper = x + column * wide, top - row * tall
            self._cell(canvas, cell, left, upper, (wide, tall))

    def cut(self, width: float, height: float) -> tuple[Piece, Piece] | None:
        """Cut between two rows."""
        per_row, _, tall = self._grid(width)
        count = int(height // tall) * per_row
        if not 0 < count < len(self.cells):
            return None
        first, rest = self.cells[:count], self.cells[count:]
        return replace(self, cells=first, after=0.0), replace(self, cells=rest)

    def _grid(self, width: float) -> tuple[int, float, float]:
        """Return the cells a row, and a cell's width and height."""
        rows = max(1, ceil(len(self.cells) / int(width // NARROWEST)))
        per_row = max(ceil(len(self.cells) / rows), 16)
        return per_row, width / per_row, 30.0 if rows == 1 else 24.0

    def _cell(
        self, canvas: Any, cell: Cell, left: float, upper: float, extent: tuple[float, float]
    ) -> None:
        wide, tall = extent
        size = min(14.0 if tall > 25 else 11.0, wide * 0.72)
        canvas.saveState()
        if cell.hidden:
            canvas.setFillAlpha(0.4)
            canvas.setStrokeAlpha(0.4)
        stance(canvas, cell.shape, left + wide / 2, upper - 9, size)
        canvas.restoreState()
        canvas.setFillColor(palette().muted)
        canvas.setFont(PLAIN.font, 7.0)
        label = f"({cell.number})" if cell.hidden else str(cell.number)
        canvas.drawCentredString(left + wide / 2, upper - 23, label)
        area = (left, upper - tall + 2, left + wide, upper)
        said = text("report.slide", slide=cell.number)
        canvas.linkRect(said, place(cell.number), area, relative=0, thickness=0)


@dataclass(frozen=True, slots=True)
class Legend:
    """Shapes with their words, in a row that wraps."""

    entries: Sequence[tuple[str, str]]  # shape, words
    after: float = 14.0
    leads: bool = False

    def height(self, width: float) -> float:
        """Return the height of the rows."""
        return 15.0 * len(self._rows(width))

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw shape and words of each entry."""
        for index, row in enumerate(self._rows(width)):
            y = top - 15.0 * index - 8.0
            for shape, words, left in row:
                stance(canvas, shape, x + left + 5, y, 9)
                canvas.setFillColor(palette().ink)
                canvas.setFont(PLAIN.font, 9.0)
                canvas.drawString(x + left + 15, y - 3, words)

    def cut(self, width: float, height: float) -> tuple[Piece, Piece] | None:  # noqa: ARG002
        """Refuse to be cut."""
        return None

    def _rows(self, width: float) -> list[list[tuple[str, str, float]]]:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        rows: list[list[tuple[str, str, float]]] = [[]]
        left = 0.0
        for shape, words in self.entries:
            wide = 15 + stringWidth(words, PLAIN.font, 9.0) + 20
            if rows[-1] and left + wide > width:
                rows.append([])
                left = 0.0
            rows[-1].append((shape, words, left))
            left += wide
        return rows


@dataclass(frozen=True, slots=True)
class ShareBar:
    """The vendor's share as a bar with the bands' limits marked; ``share`` None draws no parts."""

    share: float | None
    limits: tuple[float, float]
    after: float = 6.0
    leads: bool = False

    def height(self, width: float) -> float:  # noqa: ARG002
        """Return the height of bar and limits."""
        return 39.0

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the vendor's part from the left, the customer's beside it, the limits below."""
        y, tall = top - 27, 15.0
        canvas.saveState()
        canvas.setFillColor(palette().line)
        canvas.rect(x, y, width, tall, stroke=0, fill=1)
        if self.share is not None:
            canvas.setFillColor(color_of("customer"))
            canvas.rect(x, y, width, tall, stroke=0, fill=1)
            canvas.setFillColor(color_of("vendor"))
            canvas.rect(x, y, width * self.share, tall, stroke=0, fill=1)
            canvas.setFillColor(palette().paper)  # a gap, so that the parts differ without colour
            canvas.rect(x + width * self.share - 1, y, 2, tall, stroke=0, fill=1)
        canvas.setStrokeColor(palette().ink)
        canvas.setLineWidth(0.7)
        canvas.setFillColor(palette().muted)
        canvas.setFont(PLAIN.font, 7.5)
        canvas.drawString(x, top - 8, text("report.bar.vendor"))
        canvas.drawRightString(x + width, top - 8, text("report.bar.customer"))
        for limit in self.limits:
            canvas.line(x + width * limit, y - 4, x + width * limit, y + tall)
            canvas.drawCentredString(x + width * limit, y - 11.5, f"{limit:.0%}")
        canvas.restoreState()

    def cut(self, width: float, height: float) -> tuple[Piece, Piece] | None:  # noqa: ARG002
        """Refuse to be cut."""
        return None


def place(slide: int) -> str:
    """Return the name of a slide's place in the report, for links and bookmarks."""
    return f"slide-{slide}"
