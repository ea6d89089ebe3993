"""Hostile and odd decks, made anew for each run: each has to open, or to be refused for a reason.

``powerpoint`` and ``pdf`` list the kinds; ``running`` puts one through all that is done with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

OPENS = "opens"


@dataclass(frozen=True, slots=True)
class Hostile:
    """A kind of file. ``make`` saves one in the folder it is given and returns its path.

    ``ends`` is "opens", or the reason for which it is refused (a ``DeckError``'s). ``gaps`` are
    ids of gaps that have to be told of it. ``password`` opens it. ``copied`` off spares a copy.
    ``slow`` ones are left to ``python -m tests.benchmarks.hostile``.
    """

    name: str
    ends: str
    make: Callable[[Path], Path]
    gaps: tuple[str, ...] = ()
    password: str | None = None
    copied: bool = True
    slow: bool = False
    uncopied: str = ""
    """Why it has no copy although it opens."""

    def __str__(self) -> str:
        return self.name
