"""The order of a deck that puts the customer first: data in ``resources/rules/order.toml``."""

from __future__ import annotations

from functools import cache

import msgspec
from msgspec import Struct

from sowhat.model import Motif
from sowhat.paths import resources


class Group(Struct, frozen=True, forbid_unknown_fields=True):
    """Slides that belong together in a deck, by their motif."""

    id: str
    motifs: tuple[Motif, ...]


class Roles(Struct, frozen=True, forbid_unknown_fields=True):
    """Which groups have a say of their own, by id."""

    opening: tuple[str, ...]
    second: tuple[str, ...]
    told: tuple[str, ...]
    proof: tuple[str, ...]
    appendix: tuple[str, ...]
    closing: tuple[str, ...]
    vendor: str
    customer: str


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of headlines, in small letters."""

    appendix: frozenset[str]
    part: frozenset[str]
    continued: frozenset[str]


class OrderRules(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in the file."""

    first_within: int
    turned: float
    heard: int
    groups: tuple[Group, ...]
    roles: Roles
    words: Words

    def rank(self, group: str) -> int:
        """Return the place of a group among the groups, from 0."""
        return [one.id for one in self.groups].index(group)

    def begins_appendix(self, title: str) -> bool:
        """Say whether a headline begins an appendix."""
        return title.casefold().strip(" .:-–—") in self.words.appendix

    def rank_of(self, motif: Motif) -> int | None:
        """Return the place of the motif's group, None where it belongs to none."""
        return next((i for i, one in enumerate(self.groups) if motif in one.motifs), None)


@cache
def load_order() -> OrderRules:
    """Load the file; raises ``msgspec.ValidationError`` where its form is wrong."""
    data = (resources() / "rules" / "order.toml").read_bytes()
    return msgspec.toml.decode(data, type=OrderRules)
