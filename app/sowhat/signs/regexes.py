"""Signs in the letters of a block: what phrases cannot say (years, prices, addresses)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sowhat.model import Role, Sign
from sowhat.rules import derived, load
from sowhat.signs.view import Entry, View

KINDS = ("regex",)


@derived
def _patterns() -> tuple[tuple[re.Pattern[str], frozenset[str], Entry], ...]:
    return tuple(
        (re.compile("|".join(sign.match), re.IGNORECASE), frozenset(sign.needs), (rule, sign))
        for rule in load().motifs.values()
        for sign in rule.signs
        if sign.kind == "regex"
    )


def find(view: View) -> Iterator[Sign]:
    """Yield the regex signs of a slide."""
    for number, block in view.shown:
        part = "title" if block.role is Role.TITLE else "body"
        letters = set(block.text)
        for pattern, needs, entry in _patterns():
            if entry[1].where in ("any", part) and not (needs and needs.isdisjoint(letters)):
                for match in pattern.finditer(block.text):
                    if match.end() > match.start():
                        yield from view.sign(entry, number, match.start(), match.end())
