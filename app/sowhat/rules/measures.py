"""Limits and lists of the deck's numbers: data in ``resources/rules/measures.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec
from msgspec import Struct

from sowhat.model import Band, Motif, Purpose
from sowhat.paths import resources


class Bands(Struct, frozen=True, forbid_unknown_fields=True):
    """The limits of the bands as shares from 0 to 1; ``Both`` holds both of its limits."""

    them_below: float
    us_above: float
    says: Mapping[Band, str]

    def of(self, share: float) -> Band:
        """Return the band of a vendor share."""
        if share < self.them_below:
            return Band.ABOUT_THEM
        return Band.ABOUT_US if share > self.us_above else Band.BOTH


class Claim(Struct, frozen=True, forbid_unknown_fields=True):
    """How many words a claim keeps, which words it must not end with, and with which a heading
    begins that claims nothing ("why we win")."""

    words: int
    dangling: frozenset[str]
    asking: frozenset[str]


class MeasureRules(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in the file."""

    bands: Bands
    keep: Mapping[Purpose, tuple[Motif, ...]]
    claim: Claim


@cache
def load_measures() -> MeasureRules:
    """Load the file; raises ``msgspec.ValidationError`` where its form is wrong."""
    data = (resources() / "rules" / "measures.toml").read_bytes()
    return msgspec.toml.decode(data, type=MeasureRules)
