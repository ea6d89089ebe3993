"""Blanks that are told by their form: the rules' regular expressions."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from sowhat.rules.check import Pattern, load_check


class Hit(NamedTuple):
    """Where in a text a placeholder stands, which rule says so and how sure that is."""

    rule: str
    start: int
    end: int
    sure: float


@lru_cache(maxsize=4096)
def forms(text: str) -> tuple[tuple[Hit, bool], ...]:
    """Return what the patterns match, and whether notes ask a speaker for that."""
    found, small = [], text.lower()
    for pattern, one in _patterns():
        if one.needs and not any(need in small for need in one.needs):
            continue
        for match in pattern.finditer(text):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            if match.end() > start:
                found.append((Hit(one.rule, start, match.end(), one.sure), one.spoken))
    return tuple(found)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Pattern], ...]:
    listed = load_check().placeholders.patterns
    return tuple((re.compile(_filled_in(one.expr)), one) for one in listed)


def _filled_in(expression: str) -> str:
    """Return an expression with the words of a list for each "%list%"."""
    lists = load_check().placeholders
    for name, listed in (("matter", lists.matter), ("slots", lists.slots)):
        expression = expression.replace(f"%{name}%", "|".join(map(re.escape, listed)))
    return expression
