"""The vendor's name: what the witnesses say, joined over spellings, aliases and addresses."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from sowhat.model import Origin, Party
from sowhat.profile import addresses
from sowhat.profile.evidence import Evidence, Index
from sowhat.profile.names import (
    NAME,
    clean,
    initials,
    is_generic,
    is_name,
    is_ordinary,
    key,
    one_of,
    tokens,
    words,
)
from sowhat.profile.witnesses import MARKS, WITNESSES, people

LEAST = 3.0  # evidence below which no vendor is named
MOST_ALIASES = 6
MAKER = 2.5  # evidence that a product's maker needs of its own
MARK = 2.5  # what a company's own mark weighs: its copyright, legal form, logo, address
AGREED = 2.5  # what two such marks add that name the same company
LONGER = 2.5  # the most that a longer name, of a product say, adds to the one that leads it
JOINED = 3.0  # the most that another form of the name adds
SPREAD = 4.0  # the most that being named on many slides can add
ALONE = 0.3  # a short form used less often by itself than this share is part of the long one


@dataclass(slots=True)
class Candidate:
    """A name under discussion: its evidence, its spellings and how often it is used."""

    score: float = 0.0
    spellings: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    named: int = 0
    longer: float = 0.0
    marks: int = 0


Candidates = dict[str, Candidate]


def find(evidence: Evidence, barred: Mapping[str, str] = {}) -> Party:
    """Return the vendor with its other spellings, unknown where the evidence is thin.

    ``barred`` are names that are known to be somebody else's, by their keys.
    """
    found = _heard(evidence, barred)
    labels = addresses.labels(evidence)
    _address(evidence, labels, found, barred)
    for candidate in found.values():
        _spread(candidate, evidence.index)
    _join(found)
    _makers(evidence, found)
    if not found:
        return Party()
    strong = [name for name, item in found.items() if item.score >= LEAST]
    if not strong:
        return Party()
    persons = people(evidence)
    best = max(strong, key=lambda name: (name not in persons, found[name].score))
    return _party(found[best], labels, evidence)


def _heard(evidence: Evidence, barred: Mapping[str, str]) -> Candidates:
    """Hear the witnesses; none can say one name louder than its limit."""
    found: Candidates = defaultdict(Candidate)
    for witness, most in WITNESSES:
        said: dict[str, float] = defaultdict(float)
        for name, weight in witness(evidence):
            cleaned = clean(name) if name else ""
            if not cleaned or not is_name(cleaned) or _barred(key(cleaned), barred):
                continue
            said[key(cleaned)] += weight
            found[key(cleaned)].spellings[cleaned] += weight
        for name, weight in said.items():
            found[name].score += min(weight, most)
            found[name].marks += witness in MARKS and weight >= MARK
    return found


def _barred(name: str, barred: Mapping[str, str]) -> bool:
    """Say whether a key is another's name, begins with it, or is one of its words."""
    return any(
        name.startswith(other) or other.startswith(name) or name in tokens(full)
        for other, full in barred.items()
    )


def _address(
    evidence: Evidence, labels: dict[str, float], found: Candidates, barred: Mapping[str, str]
) -> None:
    """Weigh in the domains: for the names that fit, else for a name of its own."""
    for label, weight in labels.items():
        owners = [
            item
            for item in found.values()
            if any(addresses.belongs(label, spelling) for spelling in item.spellings)
        ]
        for owner in owners:
            owner.score += weight
            for spelling in owner.spellings:
                owner.spellings[spelling] += weight * (key(spelling) == label)
        if not owners and not is_generic(label) and not _barred(label, barred):
            written = evidence.index.written(label) or addresses.spelled(label)
            found[key(written)].score += weight
            found[key(written)].spellings[written] += 0.1
            owners = [found[key(written)]]
        for owner in owners:
            owner.marks += weight >= MARK


def _spread(candidate: Candidate, index: Index) -> None:
    """Weigh on how many slides the name stands; a word also written small is an ordinary one."""
    uses = [index.uses(name) for name in {s.lower(): s for s in candidate.spellings}.values()]
    candidate.named = max(use.named for use in uses)
    slides = max(use.slides for use in uses)
    inside = max(use.inside for use in uses)
    small = max(use.small for use in uses)
    names = {name.lower() for name in candidate.spellings}
    if small > candidate.named:
        candidate.score -= 3.0
        return
    spread = min(1.2 * math.log2(1 + slides), SPREAD)
    plain = all(name.isalpha() and name[1:].islower() for name in candidate.spellings)
    if names & words().ordinary or small > 0.5 * candidate.named or (plain and not inside):
        spread *= 0.3
    unsaid = all(is_ordinary(name) for name in names) or (plain and not inside)
    if not candidate.marks and unsaid:
        candidate.score *= 0.6
    if names & words().technologies:
        candidate.score *= 0.4
        spread *= 0.2
    candidate.score += spread


def _join(found: Candidates) -> None:
    """Join the short and the long forms of one name, and its initials."""
    for short in sorted(found, key=len):
        for long in [name for name in found if len(name) > len(short)]:
            if short in found and long in found:
                _join_two(found, short, long)
    for candidate in found.values():
        candidate.score += candidate.longer + (AGREED if candidate.marks > 1 else 0.0)


def _join_two(found: Candidates, short: str, long: str) -> None:
    one, two = found[short], found[long]
    if len(short) > 2 and any(short in initials(name) for name in two.spellings):
        _merge(found, short, long)
        return
    rest = _rest(one, two) if long.startswith(short) else None
    if rest is None:
        return
    alone = one.named - two.named
    ends = all(word in words().organisation_words for word in rest)
    if all(is_generic(word) for word in rest) and not ends:
        _merge(found, short, long)
    elif alone <= ALONE * two.named:
        _merge(found, long, short)
    elif ends:
        _merge(found, short, long)
    else:
        one.longer = max(one.longer, min(0.3 * two.score, LONGER))


def _rest(one: Candidate, two: Candidate) -> list[str] | None:
    """Return the words that the long form adds to the short one, None where it is another name."""
    for long in two.spellings:
        for short in one.spellings:
            if long.lower().startswith(short.lower() + " "):
                return long[len(short) :].lower().split()
    return None


def _merge(found: Candidates, into: str, other: str) -> None:
    gone = found.pop(other)
    kept = found[into]
    low, high = sorted((kept.score, gone.score))
    kept.score = high + min(0.6 * max(low, 0.0), JOINED)
    for name, weight in gone.spellings.items():
        kept.spellings[name] += weight
    kept.marks += gone.marks
    kept.named = max(kept.named, gone.named)


def _makers(evidence: Evidence, found: Candidates) -> None:
    """Count a product for the company that a line names as its maker: "Product by Company"."""
    best = max(found, key=lambda name: found[name].score, default=None)
    if best is None:
        return
    owners = {
        key(words().brands.get(name.split()[0].lower(), "")) for name in found[best].spellings
    }
    owners.add(addresses.paths(evidence).get(best, ""))
    for owner in owners & set(found) - {best}:
        found[owner].score += found[best].score
        return
    products = tuple(name.lower() for name in found[best].spellings)
    for match in _made().finditer(evidence.whole):
        before = evidence.whole[: match.start()].rstrip(" ,·•|–—-")[-60:].lower()
        maker = key(match.group(1)) if before.endswith(products) else best
        if maker != best and maker in found and found[maker].score >= MAKER:
            found[maker].score += found[best].score


@cache
def _made() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{one_of(words().product_leads)}) ({NAME})")


def _loud(name: str) -> bool:
    return name.isupper() and len(name) > 4


def _alone(spellings: Iterable[str], index: Index) -> dict[str, bool]:
    """Say which of the names stand by themselves and not only within longer ones."""
    named = {name: index.uses(name).named for name in spellings}
    longer = {
        name: max((n for other, n in named.items() if other.startswith(f"{name} ")), default=0)
        for name in named
    }
    return {name: named[name] > longer[name] for name in named}


def _party(best: Candidate, labels: dict[str, float], evidence: Evidence) -> Party:
    """Name the vendor as the deck writes it, rather in small letters than in capitals only."""
    spellings = dict(best.spellings)
    for label in labels:
        for name in best.spellings:
            ending = addresses.tail(label, key(name)) if label.startswith(key(name)) else None
            if ending in words().organisation_words:
                spellings.setdefault(f"{name} {ending.capitalize()}", 0.0)
    for name in list(spellings):
        for word in evidence.index.after(name):
            if word.lower() in words().organisation_ends and word.istitle():
                spellings.setdefault(f"{name} {word}", 0.0)
    alone = _alone(spellings, evidence.index)
    distinct: dict[str, str] = {}
    for name in sorted(spellings, key=lambda n: (_loud(n), not alone[n], -spellings[n])):
        distinct.setdefault(key(name), name)
    names = list(distinct.values())
    return Party(names[0], tuple(names[1 : 1 + MOST_ALIASES]), Origin.FOUND)
