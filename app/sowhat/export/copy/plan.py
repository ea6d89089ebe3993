"""What the worker does to a copy, and what it tells afterwards: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Trace(StrEnum):
    """A sort of thing that a deck holds beside what its slides show."""

    COMMENTS = "comments"
    NOTES = "notes"
    HIDDEN = "hidden"
    OFF_SLIDE = "off-slide"
    LAYOUTS = "layouts"
    LINKS = "links"
    WORKBOOKS = "workbooks"
    OBJECTS = "objects"
    ALT = "alt"
    PICTURES = "pictures"
    DATA = "data"
    HISTORY = "history"
    PROPERTIES = "properties"
    LAYERS = "layers"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class Removed:
    """Something that a cleaned copy no longer holds; ``slide`` is its number in the deck, None
    where it belonged to the whole file. ``text`` is what it said, as far as it said something."""

    trace: Trace
    slide: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment on a slide at a point of it, in fractions of the slide from the top left."""

    slide: int
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The slides' numbers in their new order, and the comments.

    ``moved`` are those that were taken out and put elsewhere; all others keep their order.
    ``appendix`` are those of the slides that make a section named ``section`` at the end, where
    the deck has sections. ``date`` and ``utc`` are now, in ISO 8601 without a zone: here, where
    classic comments tell the time, and in Greenwich, where threads do. Without ``slides`` all stay
    as they are. ``cut`` are those that are left out, ``clean`` the traces that the copy is to be
    without.
    """

    slides: tuple[int, ...] = ()
    moved: tuple[int, ...] = ()
    appendix: tuple[int, ...] = ()
    remarks: tuple[Remark, ...] = ()
    section: str = ""
    author: str = ""
    initials: str = ""
    date: str = ""
    utc: str = ""
    clean: frozenset[Trace] = frozenset()
    cut: frozenset[int] = frozenset()

    @property
    def moves(self) -> bool:
        """Say whether any slide changes its place."""
        return self.slides != tuple(sorted(self.slides))


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: how many comments, what was removed, and keys of sentences on what could not
    be kept."""

    comments: int = 0
    notes: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()
