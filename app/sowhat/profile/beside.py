"""Who stands beside a customer that is known: "Globex and Acme" is Acme's deck."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sowhat.profile.evidence import LINES, Evidence
from sowhat.profile.names import NAME, clean, words

OPENING, FURNITURE = 3.0, 4.5  # what a line of the title slide and one of every slide weigh
MOST = 5.0
_JOINED = r"\s*(?:\+|×|\||/|<>|[xX&·•]|and|with|–|—|-)\s*"


def beside(evidence: Evidence, customer: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Yield the names that stand alone with one of the customer's in lines of the title slide and
    in those of many slides, each with its weight."""
    names = tuple(name for name in map(clean, customer) if name)
    if not names:
        return
    lines = {line: OPENING for line, _ in evidence.opening[:LINES]}
    for line, share in evidence.furniture.items():
        lines[line] = max(lines.get(line, 0.0), FURNITURE * share)
    for line, weight in lines.items():
        for match in filter(None, (one.fullmatch(line.strip()) for one in _pairs(names))):
            yield match.group("name"), weight


@cache
def _pairs(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    forms = "|".join(re.escape(form) for form in sorted(words().legal_forms, key=len, reverse=True))
    said = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    them = rf"(?i:{said})(?:,? (?i:{forms})\.?)?"
    name = rf"(?P<name>{NAME}?)"
    return (
        re.compile(rf"{them}{_JOINED}{name}"),
        re.compile(rf"{name}(?:{_JOINED}|\s+for\s+){them}"),
    )
