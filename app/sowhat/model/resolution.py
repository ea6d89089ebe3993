"""What to do with a slide, and the user's word on that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What to do with a slide."""

    KEEP = "keep"
    REWRITE = "rewrite"
    MOVE = "move"
    CUT = "cut"
    MERGE = "merge"


class Status(StrEnum):
    """What became of a piece of advice."""

    DONE = "done"
    LATER = "later"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the user does about the advice ``action`` on a slide, and why.

    ``title`` and ``words`` are the slide's as in a ``Decision``; ``date`` is in ISO 8601, or empty.
    """

    slide: int
    action: Action
    status: Status
    reason: str = ""
    title: str = ""
    words: str | None = None
    date: str = ""
