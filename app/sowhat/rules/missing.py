"""What a customer-centred deck has, and what is too much: ``resources/rules/missing.toml``."""

from __future__ import annotations

from functools import cache

import msgspec
from msgspec import Struct

from sowhat.model import Motif
from sowhat.paths import resources


class BriefRule(Struct, frozen=True, forbid_unknown_fields=True):
    """A slide that a deck may lack, and when it does.

    ``lines`` and ``ask`` have the blanks ``{vendor}`` and ``{customer}``.
    """

    id: str
    title: str
    group: str
    motifs: tuple[Motif, ...]
    why: str
    lines: tuple[str, ...]
    ask: str
    figure: bool = False
    dated: bool = False
    findings: tuple[str, ...] = ()


class CutRules(Struct, frozen=True, forbid_unknown_fields=True):
    """When product slides repeat each other, and when walls of logos are too many."""

    overlap: float
    words: int
    walls: int


class MissingRules(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in the file."""

    slides: int
    briefs: tuple[BriefRule, ...]
    cuts: CutRules


@cache
def load_missing() -> MissingRules:
    """Load the file; raises ``msgspec.ValidationError`` where its form is wrong."""
    data = (resources() / "rules" / "missing.toml").read_bytes()
    return msgspec.toml.decode(data, type=MissingRules)
