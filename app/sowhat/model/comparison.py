"""Two audits side by side: which slide became which, and what became of what was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sowhat.model.audit import Audit


class Part(StrEnum):
    """What of a slide may differ between two decks."""

    TITLE = "title"
    WORDS = "words"
    PICTURES = "pictures"
    HIDDEN = "hidden"


class Fate(StrEnum):
    """What became of something that was found."""

    RESOLVED = "resolved"
    NEW = "new"
    REMAINS = "remains"


@dataclass(frozen=True, slots=True)
class Pair:
    """A slide that is in both decks, by its number in each.

    ``likeness`` is from 0 to 1. ``moved`` says that it left its place among the others: it is not
    part of the longest run of slides that kept their order.
    """

    old: int
    new: int
    likeness: float
    changed: tuple[Part, ...] = ()
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Single:
    """A slide that is in one deck only.

    ``shares`` is the number of the other deck's slide that holds most of its words: what it was
    split from, or merged into.
    """

    slide: int
    shares: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a finding on the whole deck, or of the advice on a slide.

    ``kind`` is "finding" or "advice", ``id`` the finding's or the action's. ``old`` and ``new`` are
    its slides in each deck; ``message`` is the newer deck's word, of what is resolved the older's.
    """

    kind: str
    id: str
    fate: Fate
    message: str
    old: tuple[int, ...] = ()
    new: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """An old and a new version of a deck, with what changed.

    ``pairs`` and ``added`` are in the new deck's order, ``dropped`` in the old one's. ``sentence``
    is the headline in plain words. Where hardly any slide is in both they are ``apart``, two
    different decks: then there are no outcomes.
    """

    old: Audit
    new: Audit
    pairs: tuple[Pair, ...]
    added: tuple[Single, ...]
    dropped: tuple[Single, ...]
    outcomes: tuple[Outcome, ...]
    sentence: str
    apart: bool = False

    @property
    def moved(self) -> tuple[Pair, ...]:
        """The slides that left their place."""
        return tuple(pair for pair in self.pairs if pair.moved)

    @property
    def edited(self) -> tuple[Pair, ...]:
        """The slides that changed, wherever they stand."""
        return tuple(pair for pair in self.pairs if pair.changed)

    @property
    def turned(self) -> tuple[Pair, ...]:
        """The slides whose stance changed, or that are no longer or newly unsure."""
        return tuple(pair for pair in self.pairs if self._told(pair))

    def _told(self, pair: Pair) -> bool:
        before, after = self.old.verdict(pair.old), self.new.verdict(pair.new)
        if before.unsure or after.unsure:
            return before.unsure != after.unsure
        return before.stance is not after.stance

    def of(self, kind: str, fate: Fate) -> tuple[Outcome, ...]:
        """Return the outcomes of one kind that met ``fate``."""
        return tuple(item for item in self.outcomes if item.kind == kind and item.fate is fate)
