"""A new order for a deck's slides, and what it changes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sowhat.model.resolution import Action, Subject
from sowhat.model.verdict import Motif


class Note(StrEnum):
    """What is to be said of an order as a whole."""

    PROPOSED = "proposed"  # slides move
    KEPT = "kept"  # nothing is gained by moving slides
    UNDECIDED = "undecided"  # what may be about the customer is left for a person to decide
    NOTHING_ABOUT_THEM = "nothing-about-them"  # no slide to put first: something must be written
    TOO_LITTLE = "too-little"  # too few slides were judged to say what the deck lacks
    FOR_PURPOSE = "for-purpose"  # those who came know what they came for


@dataclass(frozen=True, slots=True)
class Move:
    """A slide that changes its place.

    ``slide`` is its number in the deck as it is, ``place`` where it stands in the new order (from
    1, hidden slides included), ``why`` a finished sentence.
    """

    slide: int
    place: int
    why: str


@dataclass(frozen=True, slots=True)
class Flow:
    """What changes with the order of slides. Places count from 1, hidden slides included.

    ``heard`` is how many slides about the customer come before the first about the vendor, all
    of them where there is none. ``closes_with`` is what comes before thanks and appendix.
    ``first_customer`` and ``longest_vendor_run`` (first and last place) are None where there is no
    such slide; ``vendor_run`` is how many slides are in that run, build-ups counted once.
    """

    first_customer: int | None = None
    longest_vendor_run: tuple[int, int] | None = None
    vendor_run: int = 0
    opens_with: Motif | None = None
    closes_with: Motif | None = None
    heard: int = 0


@dataclass(frozen=True, slots=True)
class Order:
    """The slides in a new order.

    ``slides`` are the numbers of all slides, hidden ones included, in the new order: slide
    ``slides[0]`` comes first. ``appendix`` are those at the end of them that follow the closing or
    the divider of an appendix; empty where there is none. ``moves`` are the fewest slides to take
    out and put elsewhere, by their new places: all others keep their order. ``cut`` are slides that
    can go: they stand in ``slides`` where they would if they stayed, and are never among ``moves``.
    """

    slides: tuple[int, ...] = ()
    appendix: tuple[int, ...] = ()
    moves: tuple[Move, ...] = ()
    note: Note = Note.KEPT
    before: Flow = Flow()
    after: Flow = Flow()
    cut: tuple[int, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether any slide moves."""
        return bool(self.moves)

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """What the user's word on it is said of; nothing where no slide moves."""
        return (Subject(0, Action.ORDER),) if self.changed else ()

    def place(self, slide: int) -> int:
        """Return where slide ``slide`` stands in the new order, from 1; raises ``ValueError``."""
        return self.slides.index(slide) + 1

    def before_which(self, slide: int) -> int | None:
        """Return the slide before which ``slide`` is to be put, one that itself stays; None at the
        end. Raises ``ValueError`` for an unknown slide."""
        moved = {*self.cut, *(move.slide for move in self.moves)}
        return next((n for n in self.slides[self.place(slide) :] if n not in moved), None)
