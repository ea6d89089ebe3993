"""The prompt and the limits of the check: data in ``resources/drafting``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec
from msgspec import Struct

from sowhat.paths import resources


class Prompt(Struct, frozen=True, forbid_unknown_fields=True):
    """What the model is told; ``user`` has blanks as in ``string.Template``."""

    system: str
    user: str
    unknown: str


class Limits(Struct, frozen=True, forbid_unknown_fields=True):
    """Limits of what is sent and taken; ``numbers`` in words, ``units`` with their spellings."""

    most_lines: int
    most_answer: int
    most_asked: int
    longest_asked: int
    english: float
    told: float
    numbers: Mapping[str, str]
    units: Mapping[str, tuple[str, ...]]


@cache
def prompt() -> Prompt:
    """Load the prompt."""
    data = (resources() / "drafting" / "prompt.toml").read_bytes()
    return msgspec.toml.decode(data, type=Prompt)


@cache
def limits() -> Limits:
    """Load the limits."""
    data = (resources() / "drafting" / "check.toml").read_bytes()
    return msgspec.toml.decode(data, type=Limits)
