"""What is asked of the worker, and what it answers: plain values that cross the pipe."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sowhat.model import Box
from sowhat.pictures.seen import Guess, Near, Word

NOWHERE = Near()


class Why(StrEnum):
    """Why a picture is not seen, or not all of it; each has its sentence among the gaps.

    Of an animated one the first image is seen, of one in printing inks an approximation; a blank
    one is left out by the drawing, a failed one ended the worker, for a late one no time was left.
    """

    EMPTY = "empty"
    SMALL = "small"
    BROKEN = "broken"
    HUGE = "huge"
    METAFILE = "metafile"
    VECTOR = "vector"
    FORMAT = "format"
    ANIMATED = "animated"
    INKS = "inks"
    BLANK = "blank"
    FAILED = "failed"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture to look at, by its digest; ``slide`` is where a PDF has it.

    A ``mark`` is so small on its slide that what is read of it is large in it.
    """

    slide: int
    sha256: str
    crop: Box | None = None
    near: Near = NOWHERE
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a drawn slide to look at."""

    box: Box
    near: Near = NOWHERE


@dataclass(frozen=True, slots=True)
class Found:
    """What was seen of one picture.

    ``why`` says why it was not seen, or, where there is a guess, what of it was not.
    """

    guess: Guess | None = None
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The lines that were read from a picture or a slide, and what it shows in their light."""

    lines: tuple[Word, ...] = ()
    guess: Guess | None = None
    why: Why | None = None
