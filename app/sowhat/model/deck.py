"""A deck as it was read: its slides and what belongs to the whole; frozen, plain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sowhat.model.content import Block, Comment, Link, Picture, Role


class DeckKind(StrEnum):
    """The file's family."""

    PPTX = "pptx"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide or PDF page. ``number`` counts from 1, hidden slides included.

    ``blocks`` are in reading order; ``notes`` apart from them. ``title`` is empty where there is
    none. ``layout`` and ``section`` are names (PowerPoint) or empty; ``label`` is what a PDF calls
    the page ("iv"), empty where that is its number. ``unseen`` and ``unseen_pictures`` are in the
    file, but nobody sees them. ``alts`` are alt texts of what is no picture, ``empty`` the
    placeholders with nothing in them: their words are those that ask to fill them, maybe none.
    ``step_of`` is the number of the slide that this page, exported
    step by step, is building up to.
    """

    number: int
    title: str = ""
    blocks: tuple[Block, ...] = ()
    pictures: tuple[Picture, ...] = ()
    notes: tuple[Block, ...] = ()
    hidden: bool = False
    layout: str = ""
    section: str = ""
    label: str = ""
    links: tuple[Link, ...] = ()
    comments: tuple[Comment, ...] = ()
    unseen: tuple[Block, ...] = ()
    unseen_pictures: tuple[Picture, ...] = ()
    step_of: int | None = None
    alts: tuple[Block, ...] = ()
    empty: tuple[Block, ...] = ()

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
    """The document's own properties, as its author left them; dates in ISO 8601.

    ``custom`` are name and value of those that a program or a company added.
    """

    title: str = ""
    author: str = ""
    company: str = ""
    subject: str = ""
    keywords: str = ""
    application: str = ""
    manager: str = ""
    category: str = ""
    description: str = ""
    last_author: str = ""
    created: str = ""
    modified: str = ""
    custom: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Show:
    """A custom show: a choice of the deck's slides, by number, in the order of showing."""

    name: str
    slides: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of a PDF's outline; ``level`` from 0, ``slide`` None where it leads nowhere."""

    title: str
    level: int
    slide: int | None


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout or a master: all its words, alt texts too, whether or not any slide shows them.

    ``slides`` are the numbers of those made with it; ``name`` may be empty.
    """

    name: str
    words: tuple[str, ...] = ()
    slides: tuple[int, ...] = ()


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
    shows: tuple[Show, ...] = ()
    outline: tuple[Bookmark, ...] = ()
    layouts: tuple[Layout, ...] = ()

    @property
    def shown(self) -> Iterator[Slide]:
        """Yield the slides that are not hidden."""
        return (slide for slide in self.slides if not slide.hidden)
