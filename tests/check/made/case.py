"""A made deck, and what the rep's check is expected to say of it: plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Expected:
    """Something that has to be found.

    ``slide`` is None where it belongs to the whole file, ``where`` are the places that are right
    to tell, ``text`` is the name or the blank, and ``context`` the words around it. ``sort`` says
    what was tried: the form of a name, the kind of a blank.
    """

    kind: str
    slide: int | None
    where: tuple[str, ...]
    text: str
    context: str
    sort: str


@dataclass(frozen=True, slots=True)
class Case:
    """A deck and how it is checked: for which customer, against which folder of other decks.

    ``group`` is what the case is about (leftover, placeholder, reference), ``half`` A or B.
    """

    name: str
    group: str
    half: str
    deck: Path
    customer: tuple[str, ...]
    vendor: str
    against: Path | None = None
    expected: tuple[Expected, ...] = field(default_factory=tuple)
