"""What was read from a deck: frozen, plain, without any library's types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sowhat.model.geometry import Box, hull


class DeckKind(StrEnum):
    """The file's family."""

    PPTX = "pptx"
    PDF = "pdf"


class Source(StrEnum):
    """Where words or pictures come from."""

    SLIDE = "slide"
    LAYOUT = "layout"
    NOTES = "notes"
    ALT = "alt"
    CHART = "chart"
    OCR = "ocr"


class Role(StrEnum):
    """What part a block plays on its slide."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    CELL = "cell"
    CHART = "chart"
    FOOTER = "footer"
    NOTES = "notes"
    ALT = "alt"


class PictureKind(StrEnum):
    """What a picture shows."""

    LOGO = "logo"
    LOGO_WALL = "logo-wall"
    ANALYST = "analyst"
    BADGE = "badge"
    SCREENSHOT = "screenshot"
    DIAGRAM = "diagram"
    CHART = "chart"
    PEOPLE = "people"
    PHOTO = "photo"
    MAP = "map"
    ICON = "icon"
    DECORATION = "decoration"


class PictureOrigin(StrEnum):
    """How a picture got into the deck."""

    IMAGE = "image"
    CHART = "chart"
    DRAWING = "drawing"
    MEDIA = "media"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a block's text with one format; ``size`` in points, ``color`` as ``#rrggbb``."""

    text: str
    size: float | None = None
    bold: bool = False
    italic: bool = False
    font: str | None = None
    color: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Where a word or a line stands: characters ``start:end`` of its block's text, and the box."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like text with its box.

    ``exact`` is false where the box was estimated. ``spans`` are in reading order, do not overlap,
    and cover every visible character where the reader knows finer places than the whole block
    (a PDF's words, a PowerPoint paragraph's estimated lines); else they are empty.
    ``group`` joins the blocks of one text frame, table or column; ``level`` is the outline level
    from 0. Off-slide boxes are kept as they are; blocks without a place (notes, alt texts of the
    whole slide) have ``box`` None.
    """

    text: str
    role: Role
    box: Box | None
    exact: bool = True
    source: Source = Source.SLIDE
    level: int = 0
    group: int = 0
    runs: tuple[Run, ...] = ()
    spans: tuple[Span, ...] = ()

    @property
    def size(self) -> float | None:
        """Return the size in points of most of the text, None where it is not known."""
        weights: dict[float, int] = {}
        for run in self.runs:
            if run.size:
                weights[run.size] = weights.get(run.size, 0) + len(run.text)
        return max(weights, key=lambda size: weights[size]) if weights else None

    def box_of(self, start: int, end: int) -> tuple[Box, bool] | None:
        """Return the box around characters ``start:end`` and whether it is exact, else None."""
        if self.box is None:
            return None
        found = [span.box for span in self.spans if span.start < end and start < span.end]
        if found:
            return hull(found), self.exact
        whole = start <= 0 and end >= len(self.text)
        return self.box, self.exact and whole


@dataclass(frozen=True, slots=True)
class Picture:
    """An image or a drawing with its box; ``pixels`` is width then height; ``kind`` once known."""

    box: Box
    origin: PictureOrigin
    source: Source = Source.SLIDE
    name: str = ""
    alt: str = ""
    sha256: str | None = None
    pixels: tuple[int, int] | None = None
    kind: PictureKind | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide or PDF page. ``number`` counts from 1, hidden slides included.

    ``blocks`` are in reading order; ``notes`` apart from them. ``title`` is empty where there is
    none. ``layout`` is the layout's name (PowerPoint) or empty.
    """

    number: int
    title: str = ""
    blocks: tuple[Block, ...] = ()
    pictures: tuple[Picture, ...] = ()
    notes: tuple[Block, ...] = ()
    hidden: bool = False
    layout: str = ""

    @property
    def body(self) -> Iterator[Block]:
        """Yield the blocks that are neither title nor footer."""
        return (b for b in self.blocks if b.role not in (Role.TITLE, Role.FOOTER))

    @property
    def words(self) -> int:
        """Count the words a person sees on the slide, footers apart."""
        return sum(len(b.text.split()) for b in self.blocks if b.role is not Role.FOOTER)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that could not be read or shown; ``id`` is the key of its sentence in the texts.

    ``slide`` is None where the whole deck is meant; ``detail`` fills the sentence's blank.
    """

    id: str
    slide: int | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Properties:
    """The document's own properties, as its author left them."""

    title: str = ""
    author: str = ""
    company: str = ""
    subject: str = ""
    keywords: str = ""
    application: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck as it was read; ``width`` and ``height`` are the first slide's, in points."""

    path: str
    sha256: str
    kind: DeckKind
    width: float
    height: float
    slides: tuple[Slide, ...]
    gaps: tuple[Gap, ...] = ()
    properties: Properties = Properties()
    fonts: tuple[str, ...] = ()

    @property
    def shown(self) -> Iterator[Slide]:
        """Yield the slides that are not hidden."""
        return (slide for slide in self.slides if not slide.hidden)
