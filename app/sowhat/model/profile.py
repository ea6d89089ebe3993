"""Whose deck it is, for whom, and what for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Purpose(StrEnum):
    """What the deck is for; verdicts never change with it, sentence and advice do."""

    FIRST_MEETING = "first-meeting"
    PROPOSAL = "proposal"
    LATE_COMPARISON = "late-comparison"
    TRAINING = "training"
    PARTNER = "partner"
    INTERNAL = "internal"


class Origin(StrEnum):
    """How a name or a purpose is known."""

    GIVEN = "given"
    FOUND = "found"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation: its name as shown (None: not known), other names for it, and the source."""

    name: str | None = None
    aliases: tuple[str, ...] = ()
    source: Origin = Origin.UNKNOWN

    @property
    def names(self) -> tuple[str, ...]:
        """Return the name and the aliases, empty where the party is unknown."""
        return (self.name, *self.aliases) if self.name else self.aliases


@dataclass(frozen=True, slots=True)
class Profile:
    """The parties, the vendor's products, and the purpose of a deck."""

    vendor: Party = Party()
    customer: Party = Party()
    products: tuple[str, ...] = ()
    purpose: Purpose = Purpose.FIRST_MEETING
    purpose_source: Origin = Origin.UNKNOWN
