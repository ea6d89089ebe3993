"""Tables: rows of cells with a line below each, on as many pages as they take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, count
from typing import Any

from sowhat.export.report.column import Frame, Piece, pour, words
from sowhat.export.report.look import BOTTOM, MARGIN, WIDTH
from sowhat.export.report.pages import Pages
from sowhat.export.report.shapes import stance
from sowhat.palette import palette

GUTTER = 10.0  # points between two cells
PAD = 4.0  # points above the line
STEP = 12.0  # points by which pages are made shorter until all are about as full


@dataclass(frozen=True, slots=True)
class Row:
    """Cells beside each other; ``widths`` are their shares of the whole width."""

    cells: Sequence[Piece]
    widths: Sequence[float]
    after: float = 4.0
    leads: bool = False

    def height(self, width: float) -> float:
        """Return the height of the highest cell, and of what lies above the line."""
        highest = max(cell.height(wide) for cell, wide in self._measured(width))
        return highest + PAD

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the cells and the line below them."""
        lefts = accumulate((share * width for share in self.widths), initial=0.0)
        for (cell, wide), left in zip(self._measured(width), lefts, strict=False):
            cell.draw(canvas, x + left, top, wide)
        low = top - self.height(width)
        canvas.saveState()
        canvas.setStrokeColor(palette().line)
        canvas.setLineWidth(0.6)
        canvas.line(x, low, x + width, low)
        canvas.restoreState()

    def cut(self, width: float, height: float) -> tuple[Piece, Piece] | None:  # noqa: ARG002
        """Refuse to be cut: a row is read as one."""
        return None

    def _measured(self, width: float) -> list[tuple[Piece, float]]:
        whole = [share * width - GUTTER for share in self.widths]
        return list(zip(self.cells, whole, strict=True))


@dataclass(frozen=True, slots=True)
class Signs:
    """Shapes of stances in a row, an arrow between them."""

    names: Sequence[str]
    after: float = 0.0
    leads: bool = False

    def height(self, width: float) -> float:  # noqa: ARG002
        """Return the height of a line of text."""
        return 12.0

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:  # noqa: ARG002
        """Draw the shapes."""
        for at, name in enumerate(self.names):
            if at:
                _arrow(canvas, x + 22 * at - 9, top - 6.5)
            stance(canvas, name, x + 5 + 22 * at, top - 6.5, 9.5)

    def cut(self, width: float, height: float) -> tuple[Piece, Piece] | None:  # noqa: ARG002
        """Refuse to be cut."""
        return None


def _arrow(canvas: Any, x: float, y: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(palette().muted)
    canvas.setLineWidth(0.8)
    canvas.line(x, y, x + 6, y)
    canvas.line(x + 6, y, x + 3.8, y + 2)
    canvas.line(x + 6, y, x + 3.8, y - 2)
    canvas.restoreState()


def head(names: Sequence[str], widths: Sequence[float]) -> Row:
    """Return the row with the columns' names."""
    return Row([words(name, "small", palette().muted) for name in names], widths)


def table(pages: Pages, top: float, rows: Sequence[Piece], label: str, continued: str) -> None:
    """Draw ``rows``, the first of which heads each page; all pages but the last are ended.

    What does not fit goes to pages headed ``continued``, each about as full as the others.
    """
    for at, part in enumerate(_shared(rows, top - BOTTOM)):
        if at:
            pages.end(label)
            top = pages.top(continued)
        pour(pages.canvas, part, Frame(MARGIN, top, WIDTH, -1e6))


def _shared(rows: Sequence[Piece], room: float) -> list[list[Piece]]:
    """Return the rows of each page, its head included: as few pages as can be, evenly filled."""
    parts = _filled(rows, room)
    for less in count(STEP, STEP):
        fewer = _filled(rows, room - less)
        if len(fewer) > len(parts) or room - less < room / 2:
            return parts
        parts = fewer
    return parts


def _filled(rows: Sequence[Piece], room: float) -> list[list[Piece]]:
    """Fill page after page; one row at least stands on each."""
    head, *rest = rows
    parts: list[list[Piece]] = []
    while rest:
        left, part = room - head.height(WIDTH) - head.after, [head]
        for row in rest:
            need = row.height(WIDTH)
            follows = rest[len(part)].height(WIDTH) if row.leads and len(part) < len(rest) else 0.0
            if need + follows > left and len(part) > 1:
                break
            part.append(row)
            left -= need + row.after
        parts.append(part)
        rest = rest[len(part) - 1 :]
    return parts or [[head]]
