"""Headlines that number the parts of one thing: these slides stay together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sowhat.rules.order import load_order

_NUMBER = r"(?P<n>\d{1,2}|[ivx]{1,4})"
_TOTAL = re.compile(
    r"(?P<stem>.*?)[\s–—:,-]*[(\[]?\b(?P<n>\d{1,2})\s*(?:/|of)\s*(?P<of>\d{1,2})[)\]]?"
)
_TRAILING = re.compile(rf"(?P<stem>.*\w.*?)(?:[\s–—:,-]*[(\[#]\s*|[\s–—:,-]+){_NUMBER}[)\]]?")
_LEADING = re.compile(rf"(?P<stem>[a-z]+)\s*#?{_NUMBER}(?!\w).*")
_LISTED = re.compile(r"#?(?P<n>\d{1,2})\s?[.):–—-]\s?(?P<stem>\D.*)")
_EDGES = " \t–—:,;-([])"
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """The number in a headline: of what (``stem``), and which."""

    stem: str
    number: int


def together(title: str, following: str) -> bool:
    """Say whether ``following`` is the headline of the next part, or goes on with the same one.

    So are “Costs (1/2)” and “Costs (2/2)”, “Step 1: sign” and “Step 2: pay”, “Costs” and “Costs,
    continued”.
    """
    first, second = _plain(title), _plain(following)
    stem = _continued(second)
    if stem is not None:
        return stem in (first, _continued(first))
    after = _mark(second)
    if after is None:
        return False
    before = _mark(first) or Mark(first, 1)
    return before.stem == after.stem and after.number - before.number == 1


def step(title: str) -> Mark | None:
    """Return the number of a headline that begins with it, as “Step 1: sign”; else None."""
    leading = _LEADING.fullmatch(_plain(title))
    if leading is None or leading["stem"] not in load_order().words.part:
        return None
    return _counted(leading["stem"], leading["n"])


def listed(title: str, following: str) -> bool:
    """Say whether both are entries of a numbered list, one after the other: “1. Sign”, “2. Pay”."""
    found = [_LISTED.fullmatch(_plain(words)) for words in (title, following)]
    numbers = [int(match["n"]) for match in found if match]
    return len(numbers) == 2 and numbers[1] - numbers[0] == 1


def _mark(title: str) -> Mark | None:
    total = _TOTAL.fullmatch(title)
    if total and int(total["n"]) <= int(total["of"]):
        return Mark(total["stem"].strip(_EDGES), int(total["n"]))
    leading = step(title)
    if leading:
        return leading
    trailing = _TRAILING.fullmatch(title)
    return _counted(trailing["stem"].strip(_EDGES), trailing["n"]) if trailing else None


def _counted(stem: str, number: str) -> Mark | None:
    value = int(number) if number.isdecimal() else _ROMAN.get(number)
    return Mark(stem, value) if value else None


def _continued(title: str) -> str | None:
    """Return what the headline goes on with, None where it does not say that it goes on."""
    head, _, last = title.rstrip(")]").rpartition(" ")
    if last.strip(_EDGES) not in load_order().words.continued:
        return None
    return head.strip(_EDGES)


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
