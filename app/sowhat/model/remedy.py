"""What would make a deck better as a whole: slides to write, to cut, and what counts most."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sowhat.model.resolution import Action, Status, Subject


@dataclass(frozen=True, slots=True)
class Missing:
    """A slide that the deck lacks, as a brief for whoever writes it.

    ``lines`` are what stands on it, with blanks (``__``) for what only the user knows; ``ask`` is
    what to find out first. ``after`` is the slide after which it belongs in the proposed order,
    0 for the beginning.
    """

    id: str
    title: str
    why: str
    lines: tuple[str, ...]
    ask: str
    after: int
    effect: str

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """What the user's word on it is said of."""
        return (Subject(0, Action.WRITE, self.id),)


class CutKind(StrEnum):
    """Why slides can go."""

    DUPLICATE = "duplicate"
    LOGOS = "logos"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True)
class Cut:
    """Slides that can go, for slide ``keep`` says the same; ``merge``: what they add goes there."""

    kind: CutKind
    slides: tuple[int, ...]
    keep: int
    merge: bool
    why: str
    effect: str = ""

    @property
    def action(self) -> Action:
        """What is advised on each of ``slides``."""
        return Action.MERGE if self.merge else Action.CUT

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """What the user's word on it is said of: each of its slides."""
        return tuple(Subject(number, self.action) for number in self.slides)


class FixKind(StrEnum):
    """What sort of work a fix is."""

    ORDER = "order"
    WRITE = "write"
    CUT = "cut"
    MERGE = "merge"
    REWRITE = "rewrite"
    MOVE = "move"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing to do, with what it changes.

    ``what`` is the thing to do in a few words, ``how`` one sentence more, ``effect`` what it
    changes; ``weight`` (from 0 up) ranks it. ``slides`` are those it is about, in order; ``id``
    is that of the missing slide for ``write``, else empty. ``status`` is what the user says became
    of it.
    """

    kind: FixKind
    what: str
    how: str
    effect: str
    weight: float
    slides: tuple[int, ...] = ()
    id: str = ""
    status: Status | None = None

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """What the user's word on it is said of."""
        if self.kind in (FixKind.ORDER, FixKind.WRITE):
            return (Subject(0, Action(self.kind), self.id),)
        action = Action.KEEP if self.kind is FixKind.ASK else Action(self.kind)
        return tuple(Subject(number, action) for number in self.slides)
