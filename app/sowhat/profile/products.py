"""The products that a deck names: never an ordinary word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sowhat.model import Party
from sowhat.profile.evidence import Evidence
from sowhat.profile.names import clean, is_name, key, words
from sowhat.profile.offers import SOURCES

MOST = 5


def find(evidence: Evidence, vendor: Party, customer: Party) -> tuple[str, ...]:
    """Return up to five product names, those on most slides first."""
    taken = {key(name) for name in (*vendor.names, *customer.names)}
    taken |= {key(part) for name in vendor.names for part in name.split()}
    found: dict[str, str] = {}
    for source in SOURCES:
        for name in dict.fromkeys(clean(name) for name in source(evidence, vendor)):
            if is_name(name) and key(name) not in taken:
                found.setdefault(key(name), name)
    said = _full(_short(list(found.values()), vendor), evidence)
    counted = Counter({name: evidence.index.uses(name).slides for name in said})
    return tuple(name for name, _ in counted.most_common(MOST))


def _short(names: list[str], vendor: Party) -> list[str]:
    """Leave out the longer of "Acme Flow" and "Flow"."""
    known = {name.lower() for name in names}
    firsts = [f"{name.lower()} " for name in vendor.names]
    longer = {f"{first}{name}" for first in firsts for name in known}
    return [name for name in names if name.lower() not in longer]


def _full(names: list[str], evidence: Evidence) -> Iterator[str]:
    """Yield names with the edition or number that belongs to them: "Flow 300"."""
    yielded: set[str] = set()
    for name in names:
        for whole in _editions(name, evidence):
            if key(whole) not in yielded:
                yielded.add(key(whole))
                yield whole


def _editions(name: str, evidence: Evidence) -> Iterator[str]:
    if " " in name or "." in name or "/" in name:
        yield name
        return
    after = evidence.index.next_words(name)
    all_uses = after.total()
    fixed: list[str] = []
    for word, count in after.items():
        numbered = re.fullmatch(r"[A-Z]?\d{1,4}[A-Za-z]?", word)
        named = word.lower() in words().editions and not word.islower()
        if (numbered or named) and count > 1:
            fixed.append(word)
    held = sum(after[word] for word in fixed)
    if not fixed or held < all_uses:
        yield name
    yield from (f"{name} {word}" for word in fixed)
