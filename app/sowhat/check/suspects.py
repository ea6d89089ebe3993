"""All mentions of one name that is nobody's who is known, and how sure each is left over."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sowhat.check import seats
from sowhat.check.mentions import only_placed
from sowhat.check.names import Name, Strength, kinds, unknown
from sowhat.check.parts import Part
from sowhat.check.passages import Passage
from sowhat.judge.whose import Whose
from sowhat.model import Where
from sowhat.profile.names import tokens
from sowhat.rules.check import foreign_words, given_words, load_check

OFTEN = 3  # slides
ACCUSED = 0.03  # below this rules are not believed that accuse
LEAST = 0.05  # below this rules are not believed but where only a customer stands
ALONE = 0.25  # from here on they need no rule
AGAINST = 0.8  # nor do they mind one, by which somebody means it
SPREAD = 0.95  # the same of what stands on slide after slide, or is introduced
SURELY = 0.8  # a reading from here on is believed where rules say the same
OTHERS = 0.6  # from here on what is named often is read as somebody's who is meant
DOUBTED = 0.45  # below this the language model's word is taken that it is a person's name
PERSONAL = 0.9  # and below this where the text model reads anything of one
HINT = 0.2  # of a person
EVEN = 0.5  # below this what rules say stops no deck
MOST = 0.78  # how sure it is at the most, then
MEANT = -3.0  # a logit below which somebody is named on purpose
PERSON = 2  # words
HALF = 0.7  # where a word of the dictionary stands as a customer does
LISTED = 0.6  # below this nothing is said
RULED, LOOSELY = 0.95, 0.88  # where a rule knows whose name it is, in a customer's place and not
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
    Strength.ACRONYM: 0.62,
}
_WEAKER = {
    Part.STRONG: 0.0,
    Part.TELLING: 0.02,
    Part.LIKELY: 0.03,
    Part.NEAR: 0.06,
    Part.LOOSE: 0.08,
    Part.TOLD: 0.1,
}
_FILED = frozenset({Where.FILE_NAME, Where.PROPERTY, Where.LAYOUT, Where.CHART_DATA, Where.ALT})
_SAID = frozenset({Where.BODY, Where.GROUP, Where.TABLE, Where.NOTES, Where.COMMENT})
_SHARED = frozenset({Where.FOOTER, Where.LAYOUT})
_FAR = Part.NEAR  # from where a customer often stands
_THEIRS = [Whose.CUSTOMER, Whose.CLIENT]
_PEOPLE = [Whose.PERSON, Whose.STRANGER]
_OTHERS = [
    *(Whose.PEER, Whose.PARTNER, Whose.COMPETITOR, Whose.STANDARD, Whose.OWNER, Whose.CLIENT),
]
_AT = re.compile(r"\b(?:at|inside|within) (?:the )?$")
_WHO = re.compile(
    r"(?: [A-ZÀ-Þ][\w’'-]+){0,2}, (?:an?|one of|the (?:largest|leading|first|biggest)) [a-z]"
)
_TO_YOU = re.compile(r"\byours?\b|\byou\b", re.IGNORECASE)
_LESS = 0.12  # where only a word tells that stands before places too


def _is_no_person(words: list[str]) -> bool:
    """Say whether a name ends as places and companies do, or begins as companies do."""
    rules = load_check()
    ends = words[-1] in kinds() or words[-1] in rules.people.landmarks
    return ends or words[0] in rules.references.first


def _coined(word: str) -> bool:
    """Say whether English does not have a word: many surnames are words of other languages."""
    return unknown(word) or word in foreign_words()


class Mention(NamedTuple):
    """A name where it stands, and the part that it plays there by rules.

    ``seat`` is the logit that what stands around it is a customer's place, ``whose`` the reading of
    the name; the first is None where nothing but the name's letters was looked for, the second in
    addresses.
    """

    passage: Passage
    name: Name
    part: Part
    seat: float | None = None
    whose: NDArray[np.float32] | None = None


@dataclass(slots=True)
class Suspect:
    """All mentions of one name that is nobody's who is known."""

    mentions: list[Mention] = field(default_factory=list)
    sold: bool = False
    guessed: bool = False  # to be a product's, the vendor's or a person's
    place: bool = False
    label: bool = True  # of a chart's axis, wherever it stands
    beside: bool = False  # letters that stand beside the customer's name: "COD load of Globex"
    rule: str = ""  # that knows it to be another customer's
    _chance: float | None = None  # by all mentions that can be weighed, once they are known

    @property
    def strength(self) -> Strength:
        """The most that any of its writings says."""
        return max(m.name.strength for m in self.mentions)

    def has(self, kind: Part) -> bool:
        """Say whether it plays this part anywhere."""
        return any(mention.part is kind for mention in self.mentions)

    def accused(self) -> bool:
        """Say whether it stands anywhere where only a customer does."""
        if self.has(Part.STRONG):
            return True
        telling = {m.passage.text for m in self.mentions if m.part is Part.TELLING}
        enough = len(telling) >= (OFTEN if self.guessed else 1)
        return enough and not self.at_home() and not self._is_pair()

    def at_home(self) -> bool:
        """Say whether it is the deck's own, such as the customer's place: what was forgotten does
        not come back on slide after slide."""
        own = (m.passage for m in self.mentions if m.passage.where not in _SHARED)
        return len({passage.slide for passage in own if passage.slide is not None}) >= OFTEN

    def chance(self) -> float:
        """Return how likely the models take the name for another customer's."""
        if self._chance is None:
            weighed = any(mention.seat is not None for mention in self.mentions)
            self._chance = seats.whole(self.numbers()) if weighed else 0.0
        return self._chance

    def numbers(self) -> tuple[float, ...]:
        """Return what the model is told of the name as a whole."""
        kind = (self.guessed, self.place, self.sold, self._like_a_person())
        places = [
            seats.Place(mention.seat, mention.whose, mention.passage.slide)
            for mention in self.mentions
            if mention.seat is not None
        ]
        return seats.numbers(places, kind, self.strength)

    def left(self) -> bool:
        """Say whether any of it is left over: where the rules say so and the models do not think
        it unlikely, or where the models are sure by themselves."""
        if self.rule:
            return True
        likely = self.chance()
        if self.beside and not self.has(Part.STRONG):
            return False
        if self.place or self.label:
            return likely >= EVEN and (self.ruled() or self.alone())
        if self.is_read_as_person():
            return likely >= EVEN
        least = ACCUSED if self.accused() else LEAST
        believed = likely >= least or self.is_read_as_customer()
        if likely < EVEN and len(self.mentions) >= OFTEN and self._read(_OTHERS) >= OTHERS:
            believed = False
        return (self.ruled() and (believed or self.has(Part.STRONG))) or self.alone()

    def is_read_as_customer(self) -> bool:
        """Say whether the text model is sure somewhere that it is another customer's name, or takes
        it for one, or for a client of the customer's, in a line that speaks to the reader."""
        read = [(m, m.whose) for m in self.mentions if m.whose is not None]
        return any(
            whose[Whose.CUSTOMER] >= SURELY
            or (whose[_THEIRS].sum() >= EVEN and _TO_YOU.search(mention.passage.text))
            for mention, whose in read
        )

    def is_read_as_person(self) -> bool:
        """Say whether the text model takes it for somebody's name, and it has no legal form."""
        return self.strength is not Strength.FORMAL and self._read(_PEOPLE) >= EVEN

    def may_be_person(self) -> bool:
        """Say whether it is no person's only if nobody else takes it for one's."""
        if self.rule or self.strength is Strength.FORMAL:
            return False
        return self.chance() < (PERSONAL if self._read(_PEOPLE) >= HINT else DOUBTED)

    def _read(self, whose: list[Whose]) -> float:
        """Return how likely the text model takes it for the name of any of these."""
        read = [float(m.whose[whose].sum()) for m in self.mentions if m.whose is not None]
        return sum(read) / len(read) if read else 0.0

    def alone(self) -> bool:
        """Say whether the models take it for left over, even if a rule takes it for meant."""
        against = SPREAD if self.at_home() or self._introduced() else AGAINST
        return self.chance() >= (against if self.meant() else ALONE)

    def _introduced(self) -> bool:
        """Say whether readers are told who it is: "Globex, a maker of lenses"."""
        return any(_WHO.match(m.passage.text[m.name.end :]) for m in self.mentions)

    def ruled(self) -> bool:
        """Say whether rules take any of it for left over: all is meant where some of it is, but for
        places where only a customer stands."""
        if self.accused():
            return True
        told = self.place or self.sold or self.meant() or self.at_home() or self._like_a_person()
        told = told or (self.guessed and not self._visited())
        return not told and (self.has(Part.LIKELY) or self.has(Part.NEAR))

    def _visited(self) -> bool:
        """Say whether something is at it, and it is named nowhere but where a customer often is:
        nothing is at a product."""
        at = any(_AT.search(m.passage.text[: m.name.start]) for m in self.mentions)
        return (
            at and self.strength >= Strength.UNKNOWN and min(m.part for m in self.mentions) > _FAR
        )

    def _like_a_person(self) -> bool:
        """Say whether two words, coined or the first a given name, always stand together, in
        sentences, with nothing that a company has and a person does not: nobody is at a person."""
        for mention in self.mentions:
            words = mention.name.text.casefold().split()
            coined = all(map(_coined, words)) or words[0] in given_words()
            coined = coined and len(words) == PERSON and not _is_no_person(words)
            at = _AT.search(mention.passage.text[: mention.name.start])
            if not coined or at or mention.passage.where not in _SAID:
                return False
        return self.strength in (Strength.UNKNOWN, Strength.PLAIN)

    def _is_pair(self) -> bool:
        """Say whether two coined words always stand together, as a person's do."""
        said = [mention.name.text.casefold().split() for mention in self.mentions]
        return self.strength is Strength.UNKNOWN and all(
            len(words) == PERSON and all(map(unknown, words)) and not _is_no_person(words)
            for words in said
        )

    def is_one_of(self, people: frozenset[str]) -> bool:
        """Say whether it is one of ``people``, by the parts of their names, and not where only a
        customer stands."""
        said = {part for mention in self.mentions for part in tokens(mention.name.text)}
        if all(" " not in mention.name.text for mention in self.mentions) and len(said) > 1:
            return False  # "Meier-Roth"
        formal = self.strength is Strength.FORMAL
        return not formal and not self.has(Part.STRONG) and said <= people

    def on_slides(self) -> bool:
        """Say whether readers see it on a slide."""
        return any(mention.passage.seen for mention in self.mentions)

    def meant(self) -> bool:
        """Say whether somebody names it on purpose somewhere."""
        return any(mention.part.meant for mention in self.mentions)

    def sure(self, mention: Mention) -> float:
        """Return how sure it is that a mention is a left-over, 0 where it is meant."""
        if self.rule and not self._meant(mention):
            return self._known(mention)
        likely, said = self.chance(), 0.0
        if self.rule:
            return likely if mention.seat is not None and likely >= AGAINST else 0.0
        if self.ruled() and not self._meant(mention):
            said = self._strongly(mention) if self.accused() else self._likely(mention)
            said = said if likely >= EVEN or self.accused() else min(said, MOST)
        alone = self.alone() and (mention.seat is None or mention.seat > MEANT)
        return max(said, likely, LISTED) if alone else said

    def _meant(self, mention: Mention) -> bool:
        """Say whether rules take a mention for one that is meant."""
        known = bool(self.rule) or self.has(Part.STRONG)
        return mention.part is Part.REFERENCE or (mention.part.meant and not known)

    def _known(self, mention: Mention) -> float:
        return RULED if mention.part > Part.LOOSE else LOOSELY

    def _strongly(self, mention: Mention) -> float:
        """Return how sure it is where the name stands somewhere as only a customer's does."""
        known = self.has(Part.STRONG) and self.strength >= Strength.UNKNOWN
        if self.meant() and mention.part < Part.TELLING and not known:
            return 0.0
        if self.strength < Strength.UNKNOWN and not self.has(Part.STRONG):
            return HALF if mention.part is Part.TELLING else 0.0
        return _STRONG[self.strength] - _WEAKER[mention.part]

    def _likely(self, mention: Mention) -> float:
        """Return how sure it is where the name stands only as a customer's often does."""
        sure = _LIKELY[self.strength]
        if mention.part is Part.NEAR:
            sure -= _LESS
        elif mention.part is Part.LOOSE:
            sure -= 0.2 if self.has(Part.LIKELY) else 0.4
        elif self.strength >= Strength.UNKNOWN and only_placed(mention.passage, mention.name):
            sure -= _LESS
        if mention.passage.where in _FILED and not self.on_slides():
            sure -= 0.04
        return sure
