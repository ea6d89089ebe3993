"""The vendor's name: what the witnesses say, joined over spellings, aliases and addresses."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from sowhat.model import Party
from sowhat.profile import addresses
from sowhat.profile.beside import MOST, beside
from sowhat.profile.candidates import FORMAL, MARKS, Candidate, Candidates, join
from sowhat.profile.evidence import Evidence
from sowhat.profile.index import Index
from sowhat.profile.names import (
    NAME,
    clean,
    is_generic,
    is_listed,
    is_name,
    is_ordinary,
    key,
    one_of,
    tokens,
    unaccented,
    words,
)
from sowhat.profile.spelling import party
from sowhat.profile.witnesses import WITNESSES, people
from sowhat.rules.check import places

_CODE = re.compile(r"\d+[A-Za-z]?")
LEAST = 3.0  # evidence below which no vendor is named
LEAST_SIGNED = 1.8  # the same for a name that stands alone in a line of the title slide
ALONE = 2.0  # what such a line weighs
WITHIN = 5  # letters of another's name that bar a longer one
MAKER = 2.5  # evidence that a product's maker needs of its own
FORMAL_SHARE = 0.4  # of the best name's evidence, from which a company's legal name beats a product
OFTEN = 2.0  # the most that it can add where nothing else speaks for the name
LOUD = frozenset(("frequent", "headings", "headlines"))  # witnesses of any word that comes back
SPREAD = 4.0  # the most that being named on many slides can add


def find(evidence: Evidence, barred: Mapping[str, str], customer: Sequence[str] = ()) -> Party:
    """Return the vendor with its other spellings, unknown where the evidence is thin.

    ``barred`` are names that are known to be somebody else's, by their keys; ``customer`` are
    those of the customer where somebody gave them.
    """
    found = _heard(evidence, barred)
    for name, weight in beside(evidence, customer):
        _hear(found, name, weight, barred)
    labels = addresses.labels(evidence)
    _address(evidence, labels, found, barred)
    for candidate in found.values():
        _spread(candidate, evidence.index)
    join(found)
    _makers(evidence, found)
    if customer:
        found = _apart_from(customer, found)
    best = _best(evidence, found)
    return party(best, labels, evidence) if best else Party()


def _apart_from(customer: Sequence[str], found: Candidates) -> Candidates:
    """Return those that can be the vendor beside a customer that is known: no part of its name, no
    word that is only frequent, no town, no legal name that stands once, as a forgotten customer's
    does."""
    own = {part for name in customer for part in (*tokens(name), *tokens(unaccented(name)))}
    joined = [key(unaccented(name)) for name in customer]
    kept = {
        name: one
        for name, one in found.items()
        if not all(part in own for spelling in one.spellings for part in tokens(spelling))
        and not set(one.heard) <= LOUD
        and not any(full.startswith(name) or name.startswith(full) for full in joined if full)
        and not name.startswith("hq")  # where somebody sits
        and not ({spelling.casefold() for spelling in one.spellings} & places())
        and not (one.named <= 1 and set(one.heard) <= {*LOUD, *FORMAL, "address"})
    }
    return defaultdict(Candidate, kept)


def _hear(found: Candidates, name: str, weight: float, barred: Mapping[str, str]) -> None:
    """Weigh in who stands beside the customer."""
    cleaned = clean(name)
    if not is_name(cleaned) or _of_others(cleaned, barred):
        return
    candidate = found[key(cleaned)]
    more = min(weight, MOST - candidate.heard["beside"])
    candidate.score += max(more, 0.0)
    candidate.heard["beside"] += weight
    candidate.spellings[cleaned] += weight


def _best(evidence: Evidence, found: Candidates) -> Candidate | None:
    """Return the strongest: rather no person, rather a company's legal name than a product's."""
    persons = people(evidence)
    strong = [name for name in found if found[name].score >= LEAST]
    strong = strong or [name for name in found if _signed(found[name])]
    if not strong:
        return None
    best = found[max(strong, key=lambda name: (name not in persons, found[name].score))]
    others = (found[name] for name in strong)
    formal = [o for o in others if o.said_by(FORMAL) and o.score >= FORMAL_SHARE * best.score]
    return best if best.said_by(MARKS) or not formal else max(formal, key=lambda item: item.score)


def _signed(candidate: Candidate) -> bool:
    """Say whether a name has a line of the title slide to itself and comes back: a signature."""
    telling = not all(is_ordinary(part) for name in candidate.spellings for part in name.split())
    shown = candidate.heard.get("opening", 0.0) >= ALONE
    return telling and shown and candidate.named > 1 and candidate.score >= LEAST_SIGNED


def _heard(evidence: Evidence, barred: Mapping[str, str]) -> Candidates:
    """Hear the witnesses; none can say one name louder than its limit."""
    found: Candidates = defaultdict(Candidate)
    for witness, most in WITNESSES:
        said: dict[str, float] = defaultdict(float)
        for name, weight in witness(evidence):
            cleaned = clean(name) if name else ""
            if not cleaned or not is_name(cleaned) or _of_others(cleaned, barred):
                continue
            if _is_number(cleaned):
                continue
            said[key(cleaned)] += weight
            found[key(cleaned)].spellings[cleaned] += weight
        for name, weight in said.items():
            found[name].score += min(weight, most)
            found[name].heard[witness.__name__] += weight
    return found


def _is_number(name: str) -> bool:
    """Say whether a name is a word of every day with a number: "Unit 4B"."""
    first, *rest = name.split()
    return is_listed(first) and len(rest) == 1 and _CODE.fullmatch(rest[0]) is not None


def _of_others(name: str, barred: Mapping[str, str]) -> bool:
    """Say whether a name is another's, or that of something with theirs: "Project GFL", "Acme for
    Globex"."""
    known = key(name)
    within = any(len(other) >= WITHIN and other in known for other in barred)
    return within or _barred(known, barred) or any(word in barred for word in tokens(name))


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
            written = addresses.written(label, evidence)
            found[key(written)].score += weight
            found[key(written)].spellings[written] += 0.1
            owners = [found[key(written)]]
        for owner in owners:
            owner.heard["address"] += weight


def _spread(candidate: Candidate, index: Index) -> None:
    """Weigh on how many slides the name stands; a word also written small is an ordinary one."""
    uses = [index.uses(name) for name in {s.lower(): s for s in candidate.spellings}.values()]
    candidate.named = max(use.named for use in uses)
    slides = max(use.slides for use in uses)
    inside = max(use.inside for use in uses)
    small = max(use.small for use in uses)
    names = {name.lower() for name in candidate.spellings}
    if small > candidate.named and not (candidate.said_by(MARKS) and not names & words().ordinary):
        candidate.score -= 3.0
        return
    spread = min(1.2 * math.log2(1 + slides), SPREAD)
    plain = all(name.isalpha() and name[1:].islower() for name in candidate.spellings)
    if names & words().ordinary or small > 0.5 * candidate.named or (plain and not inside):
        spread *= 0.3
    unsaid = all(is_ordinary(name) for name in names) or (plain and not inside)
    if unsaid and candidate.places < 2 and not candidate.said_by((*MARKS, "opening")):
        candidate.score *= 0.6
    if names & words().technologies and not candidate.said_by(FORMAL):
        candidate.score *= 0.4
        spread *= 0.2
    if set(candidate.heard) <= {"frequent"}:
        spread = min(spread, OFTEN)
    candidate.score += spread


def _makers(evidence: Evidence, found: Candidates) -> None:
    """Count a product for the company that a line names as its maker: "Product by Company"."""
    best = max(found, key=lambda name: found[name].score, default=None)
    if best is None:
        return
    owners = {
        key(words().brands.get(name.split()[0].lower(), "")) for name in found[best].spellings
    }
    owners.add(addresses.paths(evidence).get(best, ""))
    for owner in sorted(owners & set(found) - {best})[:1]:
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
