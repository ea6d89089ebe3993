"""Questions by what a claim says: data in ``resources/rules/questions.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec
from msgspec import Struct

from sowhat.paths import resources


class QuestionRules(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in the file: words that tell the kind of a claim, and the questions of a kind."""

    words: Mapping[str, frozenset[str]]
    questions: Mapping[str, tuple[str, ...]]


@cache
def load_questions() -> QuestionRules:
    """Load the file; raises ``msgspec.ValidationError`` where its form is wrong."""
    data = (resources() / "rules" / "questions.toml").read_bytes()
    return msgspec.toml.decode(data, type=QuestionRules)
