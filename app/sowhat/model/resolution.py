"""What to do with a slide or the whole deck, and the user's word on that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Action(StrEnum):
    """What to do with a slide; with the deck as a whole its slides are ordered, others written."""

    KEEP = "keep"
    REWRITE = "rewrite"
    MOVE = "move"
    CUT = "cut"
    MERGE = "merge"
    ORDER = "order"
    WRITE = "write"


class Status(StrEnum):
    """What became of a piece of advice."""

    DONE = "done"
    LATER = "later"
    IGNORED = "ignored"


class Subject(NamedTuple):
    """What is advised: ``action`` on a slide, on the deck as a whole where that is 0; ``id`` is
    that of the missing slide for ``write``, else empty."""

    slide: int
    action: Action
    id: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the user does about the advice ``action`` on a slide, and why.

    ``title`` and ``words`` are the slide's as in a ``Decision``; ``date`` is in ISO 8601, or empty.
    Of advice on the whole deck ``slide`` is 0 and ``id`` as in a ``Subject``; ``words`` is then the
    digest of the slides that an order moves, None of a slide to write.
    """

    slide: int
    action: Action
    status: Status
    reason: str = ""
    title: str = ""
    words: str | None = None
    date: str = ""
    id: str = ""

    @property
    def subject(self) -> Subject:
        """What it is said of."""
        return Subject(self.slide, self.action, self.id)


def word_on(resolutions: Iterable[Resolution], subjects: Iterable[Subject]) -> Resolution | None:
    """Return what became of advice that has these ``subjects``; None where that is not one thing.

    A group has its word once all in it have the same.
    """
    known = {one.subject: one for one in resolutions}
    found = [known.get(subject) for subject in subjects]
    first = found[0] if found else None
    if first is None or any(one is None or one.status is not first.status for one in found):
        return None
    return first
