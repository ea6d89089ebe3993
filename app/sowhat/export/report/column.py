"""Pieces of a page, and how they flow down a column: measured first, never cut off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Protocol, Self

from sowhat.export.report.lettering import paragraph
from sowhat.export.report.look import face, style
from sowhat.export.report.typeface import markup
from sowhat.palette import palette

TOGETHER = 210.0  # points: an entry of a list, or a panel, that is no higher is never cut


class Piece(Protocol):
    """Something that takes a column's width and some height. Lengths in points."""

    @property
    def after(self) -> float:
        """The space that follows it."""

    @property
    def leads(self) -> bool:
        """Whether it must not stand last in a column."""

    def height(self, width: float) -> float:
        """Return the height it takes at ``width``."""

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw it with its top left at ``x``, ``top``."""

    def cut(self, width: float, height: float) -> tuple[Piece, Piece] | None:
        """Return the part that fits into ``height`` and the rest, None where it cannot be cut."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A column on a page: left and upper edge, width, and the lowest point. In points."""

    x: float
    top: float
    width: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph. ``marked`` is reportlab's markup."""

    paragraph: Any
    after: float = 4.0
    leads: bool = False

    def height(self, width: float) -> float:
        """Return the height of the wrapped lines."""
        return _height(self.paragraph, width)

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the lines."""
        _, height = self.paragraph.wrap(width, 1e6)  # it draws what was wrapped last
        self.paragraph.drawOn(canvas, x, top - height)

    def cut(self, width: float, height: float) -> tuple[Piece, Piece] | None:
        """Cut between two lines."""
        self.paragraph.wrap(width, 1e6)  # it splits what was wrapped last
        parts = self.paragraph.split(width, height)
        if len(parts) != 2:
            return None
        return replace(self, paragraph=parts[0], after=0.0), replace(self, paragraph=parts[1])


@lru_cache(maxsize=512)  # a page's pieces are measured at each level that they lie in
def _height(paragraph: Any, width: float) -> float:
    return float(paragraph.wrap(width, 1e6)[1])


def words(text: str, name: str = "body", color: str | None = None, *, after: float = 4.0) -> Words:
    """Return plain text as a paragraph in the style ``name``."""
    return marked(markup(text, face(name)), name, color, after=after)


def marked(text: str, name: str = "body", color: str | None = None, *, after: float = 4.0) -> Words:
    """Return reportlab's markup as a paragraph in the style ``name``."""
    return Words(paragraph(text, style(name, color or palette().ink)), after)


def heading(text: str, name: str = "section", *, after: float = 4.0) -> Words:
    """Return a heading, which stays with what follows it."""
    return replace(words(text, name, after=after), leads=True)


def link(text: str, target: str, name: str = "body") -> str:
    """Return markup of ``text`` that leads to the place named ``target`` in the report."""
    return f'<a href="#{target}" color="{palette().accent}">{markup(text, face(name))}</a>'


@dataclass(frozen=True, slots=True)
class Space:
    """A gap."""

    after: float
    leads: bool = False

    def height(self, width: float) -> float:  # noqa: ARG002
        """Return nothing: the gap is what follows."""
        return 0.0

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw nothing."""

    def cut(self, width: float, height: float) -> tuple[Piece, Piece] | None:  # noqa: ARG002
        """Refuse to be cut."""
        return None


Drawing = Callable[[Any, float, float], None]
"""Draws at canvas, x and top."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """Pieces with a sign in the gutter beside the first of them."""

    pieces: Sequence[Piece]
    sign: Drawing | None
    gutter: float = 22.0
    after: float = 8.0
    leads: bool = False

    def height(self, width: float) -> float:
        """Return the height of all pieces."""
        return total(self.pieces, width - self.gutter)

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the sign and the pieces."""
        if self.sign is not None:
            self.sign(canvas, x, top)
        pour(canvas, self.pieces, Frame(x + self.gutter, top, width - self.gutter, -1e6))

    def cut(self, width: float, height: float) -> tuple[Piece, Piece] | None:
        """Cut a high one between or inside its pieces; the sign stays with the first part."""
        if self.height(width) <= TOGETHER:
            return None
        first, rest = divide(self.pieces, width - self.gutter, height)
        if not first or not rest:
            return None
        return replace(self, pieces=first, after=0.0), replace(self, pieces=rest, sign=None)


@dataclass(frozen=True, slots=True)
class Panel:
    """Pieces on a tinted ground. It is cut like its pieces."""

    pieces: Sequence[Piece]
    pad: float = 12.0
    after: float = 12.0
    leads: bool = False
    edge: str | None = None
    ground: str = field(default_factory=lambda: palette().panel)

    def height(self, width: float) -> float:
        """Return the height with padding."""
        return total(self.pieces, width - 2 * self.pad) + 2 * self.pad

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw ground, edge and pieces."""
        height = self.height(width)
        canvas.saveState()
        canvas.setFillColor(self.ground)
        canvas.roundRect(x, top - height, width, height, 4, stroke=0, fill=1)
        if self.edge:
            canvas.setFillColor(self.edge)
            canvas.rect(x, top - height, 3, height, stroke=0, fill=1)
        canvas.restoreState()
        inner = Frame(x + self.pad, top - self.pad, width - 2 * self.pad, -1e6)
        pour(canvas, self.pieces, inner)

    def cut(self, width: float, height: float) -> tuple[Piece, Piece] | None:
        """Cut a high one between or inside its pieces."""
        if self.height(width) <= TOGETHER:
            return None
        first, rest = divide(self.pieces, width - 2 * self.pad, height - 2 * self.pad)
        if not first or not rest:
            return None
        return self._with(first), self._with(rest)

    def _with(self, pieces: Sequence[Piece]) -> Self:
        return replace(self, pieces=pieces)


def total(pieces: Sequence[Piece], width: float) -> float:
    """Return the height of ``pieces`` below each other, the space after the last left out."""
    if not pieces:
        return 0.0
    spaces = sum(piece.after for piece in pieces[:-1])
    return sum(piece.height(width) for piece in pieces) + spaces


def divide(pieces: Sequence[Piece], width: float, height: float) -> tuple[list[Piece], list[Piece]]:
    """Return the pieces that fit into ``height``, the last perhaps cut, and the rest."""
    left = height
    for index, piece in enumerate(pieces):
        need = piece.height(width)
        under = left - need - piece.after
        if piece.leads and index + 1 < len(pieces) and not _starts(pieces[index + 1], width, under):
            return list(pieces[:index]), list(pieces[index:])
        if need > left + 0.01:
            parts = piece.cut(width, left)
            head, tail = ([], [piece]) if parts is None else ([parts[0]], [parts[1]])
            return [*pieces[:index], *head], [*tail, *pieces[index + 1 :]]
        left -= need + piece.after
    return list(pieces), []


def _starts(piece: Piece, width: float, height: float) -> bool:
    """Say whether the piece, or a first part of it, fits into ``height``."""
    return piece.height(width) <= height or piece.cut(width, height) is not None


def pour(canvas: Any, pieces: Sequence[Piece], frame: Frame) -> tuple[list[Piece], float]:
    """Draw what fits into ``frame``; return the rest and the lowest point used."""
    first, rest = fill(frame, pieces)
    top = frame.top
    for piece in first:
        piece.draw(canvas, frame.x, top, frame.width)
        top -= piece.height(frame.width) + piece.after
    return rest, top


def fill(frame: Frame, pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Return what fits into ``frame``, and the rest."""
    return divide(pieces, frame.width, frame.top - frame.bottom)


def remaining(frame: Frame, pieces: Sequence[Piece]) -> Frame:
    """Return what ``pieces`` leave of ``frame``, a little space apart."""
    return replace(frame, top=frame.top - total(pieces, frame.width) - 14)
