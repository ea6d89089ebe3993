"""What a sample slide is made of, before it becomes PowerPoint or PDF.

Places and sizes are points on a slide of 960 by 540, origin top left. Colours are ``rrggbb``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 960.0, 540.0


@dataclass(frozen=True)
class Run:
    """A stretch of text in one format; ``color`` None takes the paragraph's."""

    text: str
    bold: bool = False
    color: str | None = None


@dataclass(frozen=True)
class Para:
    """A paragraph; ``bullet`` puts a dot before it, ``after`` is the space below in points."""

    runs: tuple[Run, ...]
    size: float = 16.0
    color: str = "222B3A"
    align: str = "left"
    bullet: bool = False
    after: float = 0.0

    @property
    def text(self) -> str:
        """All the words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Frame:
    """A place on the slide."""

    x: float
    y: float
    w: float
    h: float

    def inset(self, dx: float, dy: float | None = None) -> Frame:
        """Return the frame made smaller on each side."""
        dy = dx if dy is None else dy
        return Frame(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)


@dataclass(frozen=True)
class Text:
    """Words in a frame, wrapped.

    ``anchor`` is top, middle or bottom; ``role`` is title, subtitle or empty.
    """

    at: Frame
    paras: tuple[Para, ...]
    anchor: str = "top"
    role: str = ""


@dataclass(frozen=True)
class Shape:
    """A filled form: rect, round, oval or chevron, with words in its middle where it has some."""

    at: Frame
    kind: str = "rect"
    fill: str | None = None
    line: str | None = None
    paras: tuple[Para, ...] = ()


@dataclass(frozen=True)
class Line:
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float
    color: str
    width: float = 1.0


@dataclass(frozen=True)
class Picture:
    """An image in PNG with its alt text."""

    at: Frame
    png: bytes
    alt: str


@dataclass(frozen=True)
class Cell:
    """A table's cell."""

    para: Para
    fill: str


@dataclass(frozen=True)
class Table:
    """Rows of cells; ``widths`` and ``heights`` in points, from the corner ``x, y``."""

    x: float
    y: float
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Chart:
    """Columns, one a category, each in its colour, its value above it."""

    at: Frame
    categories: tuple[str, ...]
    name: str
    values: tuple[float, ...]
    colors: tuple[str, ...]


Item = Text | Shape | Line | Picture | Table | Chart


@dataclass(frozen=True)
class Slide:
    """A slide: its layout (Cover, Headline, Closing), items in drawing order, speaker notes."""

    layout: str
    items: tuple[Item, ...]
    notes: str = ""
    footer: bool = True
    ground: str = "FFFFFF"


@dataclass(frozen=True)
class Deck:
    """A deck with its document properties."""

    name: str
    title: str
    subject: str
    slides: tuple[Slide, ...] = field(default=())


def para(
    text: str | Sequence[Run],
    size: float = 16.0,
    color: str = "222B3A",
    *,
    bold: bool = False,
    **more: object,
) -> Para:
    """Return a paragraph; in a string, words between two stars are bold."""
    runs = tuple(_runs(text, bold=bold)) if isinstance(text, str) else tuple(text)
    return Para(runs, size, color, **more)  # type: ignore[arg-type]


def _runs(text: str, *, bold: bool) -> list[Run]:
    parts = text.split("*")
    return [Run(part, bold or number % 2 == 1) for number, part in enumerate(parts) if part]
