"""Names of others that stand where the customer's belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from sowhat.check.known import Known
from sowhat.check.mentions import is_place, is_product, only_placed, part
from sowhat.check.names import PERSON, Name, Strength, loose_names, names_in
from sowhat.check.parallel import Parallels
from sowhat.check.parts import Part
from sowhat.check.passages import Passage
from sowhat.check.slides import Slides
from sowhat.model import Audit, Item, ItemKind, Where
from sowhat.profile.names import key, tokens

SURE = 0.8  # from here on a left-over stops a deck
HALF = 0.7  # where a word of the dictionary stands as a customer does
LISTED = 0.6  # below this nothing is said
OFTEN = 3  # slides
STEPS = 3  # of a path
LEAST = 4  # letters of a name that may begin a longer one
_STRONG = {
    Strength.FORMAL: 0.95,
    Strength.UNKNOWN: 0.92,
    Strength.PLAIN: 0.82,
    Strength.ACRONYM: 0.82,
}
_LIKELY = {
    Strength.FORMAL: 0.84,
    Strength.UNKNOWN: 0.82,
    Strength.PLAIN: 0.65,
    Strength.ACRONYM: 0.3,
}
_PATH = re.compile(r"[:/\\](?=\w)")
_FILED = frozenset({Where.FILE_NAME, Where.PROPERTY, Where.LAYOUT, Where.CHART_DATA, Where.ALT})
_LESS = 0.12  # where only a word tells that stands before places too


class Mention(NamedTuple):
    """A name where it stands, and the part that it plays there."""

    passage: Passage
    name: Name
    part: Part


@dataclass(slots=True)
class Suspect:
    """All mentions of one name that is nobody's who is known."""

    mentions: list[Mention] = field(default_factory=list)
    sold: bool = False
    guessed: bool = False  # to be a product's, the vendor's or a person's
    place: bool = False
    rule: str = ""  # that knows it to be another customer's

    @property
    def strength(self) -> Strength:
        """The most that any of its writings says."""
        return max(m.name.strength for m in self.mentions)

    def has(self, kind: Part) -> bool:
        """Say whether it plays this part anywhere."""
        return any(mention.part is kind for mention in self.mentions)

    def accused(self) -> bool:
        """Say whether it stands anywhere where only a customer does."""
        if self.has(Part.STRONG) or self.strength is Strength.ACRONYM:
            return self.has(Part.STRONG)
        telling = {m.passage.text for m in self.mentions if m.part is Part.TELLING}
        return len(telling) >= (OFTEN if self.guessed else 1)

    def at_home(self) -> bool:
        """Say whether it is a place that the deck is about: "at Kelby" here, Kelby there."""
        slides = {mention.passage.slide for mention in self.mentions}
        placed = any(only_placed(mention.passage, mention.name) for mention in self.mentions)
        return placed and len(slides) >= OFTEN

    def left(self) -> bool:
        """Say whether any of it is left over: all is meant where some of it is, but for places
        where only a customer stands."""
        if bool(self.rule) or self.accused():
            return True
        meant = (
            self.has(Part.REFERENCE) or self.place or self.sold or self.guessed or self.at_home()
        )
        return not meant and self.has(Part.LIKELY)

    def on_slides(self) -> bool:
        """Say whether readers see it on a slide."""
        return any(mention.passage.seen for mention in self.mentions)


def leftovers(
    audit: Audit,
    known: Known,
    stream: Sequence[Passage],
    slides: Slides,
    others: Iterable[tuple[str, str]],
) -> list[Item]:
    """Return what bears another customer's name.

    ``others`` are names that are known to be other customers', each with the rule that says so.
    """
    vendor = audit.profile.vendor.names
    suspects = _suspects(known, stream, slides, vendor)
    for name, rule in others:
        _accuse(name, rule, known, stream, slides, suspects, vendor)
    for suspect in suspects.values():
        if suspect.left() and not suspect.rule:
            suspect.mentions += _more(suspect, stream, slides, vendor)
    return [item for suspect in suspects.values() for item in _told(suspect)]


def _suspects(
    known: Known, stream: Sequence[Passage], slides: Slides, vendor: Sequence[str]
) -> dict[str, Suspect]:
    """Return the names of others with their mentions, the forms of one name together."""
    parallels = Parallels(known, stream)
    suspects: dict[str, Suspect] = {}
    for passage in stream:
        for name in _names(passage):
            if not known.is_other(name.text):
                continue
            said = part(passage, name, slides, vendor)
            if parallels.stands_like(passage, name):
                said = max(said, Part.TELLING)
            suspect = suspects.setdefault(_home(name, suspects), Suspect())
            suspect.mentions.append(Mention(passage, name, said))
            suspect.place = suspect.place or is_place(passage, name)
            guess = known.may_be_sold(name.text) or _like_a_person(name)
            suspect.guessed = suspect.guessed or guess
            suspect.sold = suspect.sold or is_product(passage, name, vendor)
    return suspects


def _like_a_person(name: Name) -> bool:
    """Say whether a name is two or three words that say nothing of an organisation."""
    parts = name.text.split()
    plain = name.strength is Strength.UNKNOWN and all(part.istitle() for part in parts)
    return plain and 1 < len(parts) <= PERSON


def _home(name: Name, suspects: dict[str, Suspect]) -> str:
    """Return the key under which a form of a name belongs: Globex with Globex Foods."""
    said = key(name.text)
    for other in suspects:
        if (
            len(other) >= LEAST
            and len(said) >= LEAST
            and (said.startswith(other) or other.startswith(said))
        ):
            return other
    return said


def _names(passage: Passage) -> list[Name]:
    if passage.where is Where.LINK or len(_PATH.findall(passage.text)) >= STEPS:
        return []
    if passage.where is Where.FILE_NAME:
        return loose_names(passage.text)
    return names_in(passage.text)


def _more(
    suspect: Suspect, stream: Sequence[Passage], slides: Slides, vendor: Sequence[str]
) -> list[Mention]:
    """Return the mentions of a left-over that its writing did not tell: in an address, in capitals
    throughout, where a sentence begins."""
    best = max(suspect.mentions, key=lambda m: (m.name.strength, -len(m.name.text))).name
    known = {(id(m.passage), m.name.start) for m in suspect.mentions}
    found: list[Mention] = []
    for passage in stream:
        for match in written(best.text).finditer(passage.text):
            plain = best.strength < Strength.UNKNOWN and match.group() != best.text
            if (id(passage), match.start()) not in known and not plain:
                name = Name(match.group(), match.start(), match.end(), best.strength)
                found.append(Mention(passage, name, part(passage, name, slides, vendor)))
    return found


def _told(suspect: Suspect) -> Iterator[Item]:
    """Yield the items of one name: all its mentions but those that are meant, or none."""
    if not suspect.left():
        return
    strong = bool(suspect.rule) or suspect.accused()
    for mention in suspect.mentions:
        sure = _sure(suspect, mention, strong=strong)
        if sure >= LISTED:
            yield _item(mention, sure, suspect.rule or "left-over-name")


def _sure(suspect: Suspect, mention: Mention, *, strong: bool) -> float:
    """Return how sure it is that a mention is a left-over, 0 where it is meant."""
    if mention.part is Part.REFERENCE:
        return 0.0
    level = suspect.strength
    if suspect.rule:
        return 0.95 if mention.part > Part.LOOSE else 0.88
    if strong and suspect.has(Part.REFERENCE) and mention.part < Part.TELLING:
        return 0.0
    if strong:
        if level < Strength.UNKNOWN and not suspect.has(Part.STRONG):
            return HALF if mention.part is Part.TELLING else 0.0
        weaker = {Part.STRONG: 0.0, Part.TELLING: 0.02, Part.LIKELY: 0.03, Part.LOOSE: 0.08}[
            mention.part
        ]
        return _STRONG[level] - weaker
    sure = _LIKELY[level]
    if mention.part is Part.LOOSE:
        sure -= 0.2 if suspect.has(Part.LIKELY) else 0.4
    elif only_placed(mention.passage, mention.name):
        sure -= _LESS
    if mention.passage.where in _FILED and not suspect.on_slides():
        sure -= 0.04
    return sure


def _item(mention: Mention, sure: float, rule: str) -> Item:
    passage, name, _ = mention
    span = name.start, name.end
    return passage.item(ItemKind.LEFTOVER, rule, span, confidence=sure, blocker=sure >= SURE)


def _accuse(
    name: str,
    rule: str,
    known: Known,
    stream: Sequence[Passage],
    slides: Slides,
    suspects: dict[str, Suspect],
    vendor: Sequence[str],
) -> None:
    """Add all mentions of a name that ``rule`` knows to be another customer's."""
    if not known.is_other(name):
        return
    pattern, suspect = written(name), Suspect(rule=rule)
    for passage in stream:
        for match in pattern.finditer(passage.text):
            found = Name(match.group(), match.start(), match.end(), Strength.FORMAL)
            suspect.mentions.append(Mention(passage, found, part(passage, found, slides, vendor)))
    if suspect.mentions:
        for other in [o for o in suspects if o.startswith(key(name)) or key(name).startswith(o)]:
            del suspects[other]
        suspects[key(name)] = suspect


@cache
def written(name: str) -> re.Pattern[str]:
    """Return what matches a name however it is written: in capitals, in one word, in an address."""
    between = r"[\W_]{0,2}"
    joined = between.join(re.escape(word) for word in tokens(name))
    return re.compile(rf"(?<![^\W_]){joined}(?![^\W_])", re.IGNORECASE)
