"""The one customer a deck is sent to, and what is known of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sowhat.model.profile import Party


class FactKind(StrEnum):
    """What a fact tells of a customer; ``mention`` are others that may be named on purpose."""

    GOAL = "goal"
    NUMBER = "number"
    PERSON = "person"
    PROJECT = "project"
    INDUSTRY = "industry"
    WORD = "word"
    ALIAS = "alias"
    TICKER = "ticker"
    DOMAIN = "domain"
    CITY = "city"
    CURRENCY = "currency"
    MENTION = "mention"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the rep knows of the customer, in the rep's words."""

    kind: FactKind
    text: str


@dataclass(frozen=True, slots=True)
class Customer:
    """The organisation the deck is sent to, with its names and the facts known of it."""

    party: Party = field(default_factory=Party)
    facts: tuple[Fact, ...] = ()

    def of(self, kind: FactKind) -> tuple[str, ...]:
        """Return the words of the facts of one kind."""
        return tuple(fact.text for fact in self.facts if fact.kind is kind)
