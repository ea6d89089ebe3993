"""What a slide holds: words, pictures, remarks and links; frozen, plain, of no library's types."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sowhat.model.geometry import Box, hull


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
    OBJECT = "object"


class Unseen(StrEnum):
    """Why a person does not see words or a picture that the file holds."""

    OFF_SLIDE = "off-slide"
    COVERED = "covered"
    NO_CONTRAST = "no-contrast"
    NO_SIZE = "no-size"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a block's text with one format; ``size`` in points, ``color`` as ``#rrggbb``.

    ``link`` is the address behind it; ``field`` names what a program fills in (PowerPoint's
    ``slidenum``, ``datetime1`` and so on), None for plain text.
    """

    text: str
    size: float | None = None
    bold: bool = False
    italic: bool = False
    font: str | None = None
    color: str | None = None
    link: str | None = None
    field: str | None = None


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
    from 0. Blocks without a place (notes, alt texts of the whole slide) have ``box`` None.
    ``unseen`` says why a person does not see it; such blocks are in ``Slide.unseen`` only.
    ``confidence`` is how sure the reading of a picture is of its words, None for a file's own.
    ``grouped`` says that it stands in a group of shapes or in a diagram.
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
    unseen: Unseen | None = None
    confidence: float | None = None
    grouped: bool = False

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
class Series:
    """One row of a chart's numbers; a value that is missing or no number is None."""

    name: str
    values: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """What the workbook behind a chart or an object names: the file, its sheets, its defined names,
    the words in its cells and its own properties, as far as they were looked at."""

    file: str = ""
    sheets: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    properties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart says. ``kinds`` are OOXML's names without "Chart" ("bar", "line", "waterfall");
    ``axes`` are the titles of its axes."""

    kinds: tuple[str, ...] = ()
    title: str = ""
    categories: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    axes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """An image or a drawing with its box; ``pixels`` is width then height.

    ``kind``, once the picture was looked at, is what it shows, ``confidence`` how sure that is and
    ``reason`` the key of the sentence that says why; ``marks`` are the places of what stands apart
    in it (a wall's logos, a quadrant's dots), and ``read`` the words that were read from it.

    ``crop`` is the part of the image that is shown, in fractions of the image (beyond 0 to 1 where
    the image is smaller than its box), None for all of it. ``content`` names what a film or a
    sound is (its file) and what an embedded object is (its program, then its file). ``workbook``
    lies behind charts and embedded tables. ``unseen`` says why a person does not see it; such
    pictures are in ``Slide.unseen_pictures`` only.
    """

    box: Box
    origin: PictureOrigin
    source: Source = Source.SLIDE
    name: str = ""
    alt: str = ""
    sha256: str | None = None
    pixels: tuple[int, int] | None = None
    kind: PictureKind | None = None
    confidence: float | None = None
    crop: Box | None = None
    content: str = ""
    chart: Chart | None = None
    workbook: Workbook | None = None
    unseen: Unseen | None = None
    reason: str = ""
    marks: tuple[Box, ...] = ()
    read: tuple[Block, ...] = ()


class CommentKind(StrEnum):
    """What a remark on a slide is: PowerPoint's two sorts of comments, PDF's annotations."""

    CLASSIC = "classic"
    THREADED = "threaded"
    NOTE = "note"
    MARKUP = "markup"
    FREE_TEXT = "free-text"
    DRAWING = "drawing"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark that someone left on a slide; ``date`` as the file gives it in ISO 8601, or empty.

    ``answers`` is the index among the slide's comments of the one it replies to. The words of a
    free text are seen on the slide, and so are a block of it too. ``box`` has no area where only a
    point is known.
    """

    text: str
    kind: CommentKind
    author: str = ""
    date: str = ""
    box: Box | None = None
    answers: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Where a place of a slide leads: to an address (``target``), or to ``slide`` of this deck."""

    target: str = ""
    slide: int | None = None
    box: Box | None = None
    text: str = ""
