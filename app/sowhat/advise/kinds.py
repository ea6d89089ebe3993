"""What kind of claim one is, by its words: which question fits it hangs on that."""

from __future__ import annotations

import re

from sowhat.rules.drafts import load_drafts
from sowhat.rules.questions import load_questions

_WORD = re.compile(r"[^\s,.;:]+")
_SEVERAL = 2  # commas, or one and an "and", from which a claim is a list


def kind_of(claim: str) -> str:
    """Return the kind of a claim: praise, cost, peers, number, better, list, ours, method or any.

    What asks the sharpest question comes first.
    """
    words = {word.casefold() for word in _WORD.findall(claim)}
    drafts, own = load_drafts().words, load_questions().words
    tests = (
        ("praise", words & drafts["praise"]),
        ("cost", words & drafts["cost"]),
        ("peers", words & own["peers"]),
        ("number", words & own["number"] or any(character.isdigit() for character in claim)),
        ("better", words & drafts["better"]),
        ("list", claim.count(",") + (" and " in claim or " & " in claim) >= _SEVERAL),
        ("ours", words & own["ours"]),
        ("method", words & own["method"]),
    )
    return next((kind for kind, found in tests if found), "any")
