"""Words and sentences of the drafts: data in ``resources/rules/drafts.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec
from msgspec import Struct

from sowhat.model import Motif
from sowhat.paths import resources


class DraftRules(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in the file.

    ``sparing`` are motifs of slides with little to turn round; ``templates`` by name; ``mends``
    what slides get wrong, with what is right; ``verbs``,
    ``nouns`` and ``words`` are groups of lemmas or words.
    """

    sparing: frozenset[Motif]
    templates: Mapping[str, tuple[str, ...]]
    verbs: Mapping[str, frozenset[str]]
    mends: Mapping[str, str]
    nouns: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]


@cache
def load_drafts() -> DraftRules:
    """Load the file; raises ``msgspec.ValidationError`` where its form is wrong."""
    data = (resources() / "rules" / "drafts.toml").read_bytes()
    return msgspec.toml.decode(data, type=DraftRules)
