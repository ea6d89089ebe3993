"""Names under discussion, and how the forms of one name are joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sowhat.profile.names import initials, is_generic, words

MARK = 2.5  # what a witness says at least that speaks up for a name
# Those whose words a company leaves of itself: its marks; those of them with its legal name.
MARKS = ("copyright_", "legal", "properties", "logos", "address", "preparers", "beside")
FORMAL = ("copyright_", "legal")
# Places where a deck shows its maker's name.
SHOWN = (
    "opening",
    "headlines",
    "furniture",
    "closing",
    "sentences",
    "speakers",
    "headings",
    "links",
)
SEEN = 0.7  # what each such place beyond the first adds
AGREED = 2.5  # what two marks of a company add that name the same one
LONGER = 2.5  # the most that a longer name, of a product say, adds to the one that leads it
JOINED = 3.0  # the most that another form of the name adds
ALONE = 0.3  # a short form used less often by itself than this share is part of the long one


@dataclass(slots=True)
class Candidate:
    """A name under discussion: its evidence, its spellings and how often it is used; ``heard`` is
    what each witness said of it, by the witness's name."""

    score: float = 0.0
    spellings: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    heard: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    named: int = 0
    longer: float = 0.0

    def said_by(self, witnesses: Iterable[str]) -> int:
        """Count the witnesses of these that speak up for the name."""
        return sum(self.heard.get(witness, 0.0) >= MARK for witness in witnesses)

    @property
    def places(self) -> int:
        """Count the places where the deck shows the name as its maker's."""
        return sum(self.heard.get(witness, 0.0) >= 1.0 for witness in SHOWN)


Candidates = dict[str, Candidate]


def join(found: Candidates) -> None:
    """Join the short and the long forms of one name, and its initials."""
    for short in sorted(found, key=len):
        for long in [name for name in found if len(name) > len(short)]:
            if short in found and long in found:
                _join_two(found, short, long)
    for candidate in found.values():
        candidate.score += candidate.longer + (AGREED if candidate.said_by(MARKS) > 1 else 0.0)
        candidate.score += SEEN * max(candidate.places - 1, 0)


def _join_two(found: Candidates, short: str, long: str) -> None:
    one, two = found[short], found[long]
    if long.endswith(short) and any("," in name for name in two.spellings):
        _merge(found, long, short)  # the last of the partners in a firm's name
        return
    if len(short) > 2 and any(short in initials(name) for name in two.spellings):
        _merge(found, short, long)
        return
    rest = _rest(one, two) if long.startswith(short) else None
    if rest is None:
        return
    alone = one.named - two.named
    ends = all(word in words().organisation_words for word in rest)
    kind = any(word in words().organisation_words for word in rest)
    if all(is_generic(word) for word in rest) and not kind:
        two.spellings.clear()  # "Acme Report" tells of Acme but is no other name for it
        _merge(found, short, long)
    elif alone <= ALONE * two.named or (two.heard["legal"] and not one.heard["legal"]):
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
    for witness, weight in gone.heard.items():
        kept.heard[witness] += weight
    kept.named = max(kept.named, gone.named)
