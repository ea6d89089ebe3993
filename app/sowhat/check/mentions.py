"""What part a name plays in its sentence: a customer's, a reference's, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sowhat.check import cues
from sowhat.check.known import Known
from sowhat.check.names import Name, Strength, coded, names_in
from sowhat.check.parts import Part
from sowhat.check.passages import META, Passage
from sowhat.check.slides import Slides
from sowhat.language.vocabulary import is_word
from sowhat.model import Where
from sowhat.profile.names import key, one_of
from sowhat.rules.check import load_check

ENOUGH = 2  # names in a row: a list of them
CREDIT = 12  # words of a line that says whose a quotation is
SENTENCE = 4  # words
LABEL = 9  # words of a label
_OWNED = re.compile(r"[’'](?:s|S)?\b|[’'](?=\s)")
_PRESENT = re.compile(r"\s+([a-z]{2,}s)\b")
_AT = re.compile(r"\bat (?:the )?$")
_FOR = re.compile(r"(?:^|\n)\s*[Ff]or (?:the )?$")
_PROJECT = re.compile(r"\b(?:project|programme|program|initiative|campaign)\s+$", re.IGNORECASE)
_BEGAN = re.compile(r"(?:^|[\n.!?;]\s*)At (?:the )?$")
_WAS = re.compile(r"[^.!?;\n]*?\s(?:took|was|were|had|went|came|cut|did|lost|saved)\b")
_FOR_YOU = re.compile(
    r"\s+[a-z]+(?:s|ed)\s+(?:[a-z]+ ){0,2}your\b"
    r"|[^.;\n]{0,60}\bas (?:an? |our |your |the )?(?:[\w-]+ )?"
    r"(?:partner|supplier|reseller|auditor|vendor|integrator|consultant|contractor|adviser)\b"
)
_COMPARED = re.compile(
    r"\s+(?:is|are|was) (?:much |far )?(?:(?!other|never|over)[a-z]{2,}er|more|less|better)\b"
)
_HELPED = re.compile(r"\bhelp(?:s|ing)?\s+$", re.IGNORECASE)
_ROW = re.compile(r"\s*(?:,|;|/|,? and|,? or|&)\s*(?:(?:at|by|with|from|for|to|of) )?(?:the )?")
_MORE = re.compile(r"(?: [A-ZÀ-Þ][\w’'-]+){1,2}")
_LOGO = re.compile(r"\W*(?:logo|mark|emblem)\b", re.IGNORECASE)
_LAST = re.compile(r"([^\W\d_]+)\W*$")
_TERSE = frozenset(  # where names stand without a sentence
    {
        Where.PROPERTY,
        Where.FILE_NAME,
        Where.FOOTER,
        Where.CHART_DATA,
        Where.CHART,
        Where.ALT,
        Where.LAYOUT,
    }
)

_PROSE = frozenset(
    {Where.BODY, Where.GROUP, Where.NOTES, Where.COMMENT, Where.HIDDEN, Where.OFF_SLIDE}
)


def part(passage: Passage, name: Name, slides: Slides, known: Known) -> Part:
    """Return what part ``name`` plays in ``passage``."""
    before, after = passage.text[: name.start], passage.text[name.end :]
    owned = _OWNED.match(after)
    around = _Around(passage, name, before, after[owned.end() :] if owned else after, bool(owned))
    told = _told_of(before, around.after)
    line = _FOR.search(before) is not None and _ends(after) and name.strength > Strength.ACRONYM
    if line or cues.labelled().search(before) or beside(before, after, known.sellers):
        return Part.STRONG
    if cues.led().search(before) and (name.strength is not Strength.PLAIN or " " in name.text):
        return Part.TOLD if told else _led(around, slides)
    if passage.where is Where.PICTURE:
        return Part.LOOSE  # what is read in pictures holds words that nobody wrote
    if (heads := slides.heads(passage)) is not None:
        return heads
    repeated = passage.where in (Where.LAYOUT, Where.FOOTER)
    if (slides.referring(passage) and not repeated) or _in_a_row(passage, name, known):
        return Part.REFERENCE
    if told:
        return Part.TOLD
    own = _own(around, slides, known.sellers)
    if own is not None:
        return own
    usual = _usual(around, slides)
    if usual is Part.LIKELY and not _is_distinct(around, slides):
        return Part.LOOSE
    apart = passage.where in META or passage.where is Where.OFF_SLIDE
    if usual not in (Part.NEAR, Part.LIKELY) or apart:
        return usual
    return min(usual, slides.usual(passage))


def _led(around: _Around, slides: Slides) -> Part:
    """Return the part of a name behind words that lead to a customer's: letters and words of the
    dictionary can be something else's there."""
    passage, name = around.passage, around.name
    if name.strength >= Strength.UNKNOWN:
        return Part.STRONG
    if name.strength is Strength.PLAIN:
        return Part.LIKELY if cues.greeted().search(around.before) else Part.STRONG
    there = slides.names_them(passage) or slides.framing(passage) or passage.slide is None
    return Part.STRONG if there else Part.LIKELY


class _Around(NamedTuple):
    """A name with what stands around it; ``after`` is without the possessive that ``owned`` is."""

    passage: Passage
    name: Name
    before: str
    after: str
    owned: bool

    @property
    def first(self) -> bool:
        """Whether a text begins with the name."""
        return not self.before.strip()

    @property
    def has(self) -> bool:
        """Whether what a customer has follows."""
        return cues.thing().match(self.after) is not None


def _own(around: _Around, slides: Slides, vendor: Sequence[str]) -> Part | None:
    """Return the part of a name that stands where hardly any other than a customer's does."""
    passage, name, before, after, owned = around
    if passage.where is Where.ALT and _LOGO.match(after):
        return Part.STRONG if name.strength >= Strength.UNKNOWN else Part.LIKELY
    if around.has and (owned or passage.head or around.first):
        return Part.TELLING
    if _with_vendor(before, after, vendor) or (cues.headed().search(before) and _ends(after)):
        return Part.TELLING
    if not around.has and _referred(passage, before, slides):
        return Part.REFERENCE
    if name.strength >= Strength.UNKNOWN and _HELPED.search(before):
        return Part.TELLING
    sure = name.strength >= Strength.UNKNOWN or cues.does().match(after)
    return Part.TELLING if cues.opened().search(before) and sure else None


def _usual(around: _Around, slides: Slides) -> Part:
    """Return the part of a name that stands where a customer's often does, or anywhere."""
    passage, name, before, after, owned = around
    terse = passage.where in _TERSE and len(passage.text.split()) <= LABEL
    terse = terse and not (passage.where is Where.LAYOUT and not passage.slide)
    if terse and name.strength < Strength.UNKNOWN:
        return Part.LIKELY if _AT.search(before) else Part.LOOSE
    alone = around.first and not after.strip() and name.strength is Strength.FORMAL
    alone = alone and not slides.listing(passage)
    if terse or owned or around.has or alone or cues.jobbed().search(before):
        return Part.LIKELY
    said = _does(after) or cues.goes_before().search(before)
    if said:
        return Part.LIKELY
    return Part.NEAR if _told_to_them(around, slides) else Part.LOOSE


def _is_distinct(around: _Around, slides: Slides) -> bool:
    """Say whether a name is told from words and products by more than its capitals: a single word
    of the dictionary, letters and what is written as products are only where somebody is at it, has
    something or does something, on a slide that names the customer."""
    passage, name, before, after, owned = around
    if name.strength > Strength.PLAIN and not coded(name.text):
        return True
    told = owned or around.has or _does(after) or _AT.search(before) is not None
    several = name.strength is Strength.PLAIN and " " in name.text
    there = slides.names_them(passage) or passage.slide is None
    return (told and several) or (there and (told or several))


def _does(after: str) -> bool:
    """Say whether what a customer does follows: a verb of the list, any in the present."""
    if cues.does().match(after):
        return True
    verb = _PRESENT.match(after)
    return verb is not None and any(is_word(stem, "verb") for stem in _stems(verb[1]))


def _stems(verb: str) -> Iterator[str]:
    """Yield what a verb in the third person may come from: "carries", "teaches", "hires"."""
    yield verb[:-1]
    if verb.endswith("es"):
        yield verb[:-2]
    if verb.endswith("ies"):
        yield f"{verb[:-3]}y"


def _told_to_them(around: _Around, slides: Slides) -> bool:
    """Say whether a name that no dictionary has stands in a sentence of a slide that names the
    customer: what else is in the sentence says nothing of it."""
    name = around.name
    new = name.strength >= Strength.UNKNOWN and not coded(name.text)
    sentence = around.passage.where in _PROSE and len(around.passage.text.split()) >= SENTENCE
    return new and sentence and slides.names_them(around.passage)


def only_placed(passage: Passage, name: Name) -> bool:
    """Say whether nothing but a word that stands before places too tells of the name."""
    before, after = passage.text[: name.start], passage.text[name.end :]
    if _OWNED.match(after) or cues.does().match(after) or cues.thing().match(after):
        return False
    last = _LAST.search(before)
    return last is not None and last.group(1).casefold() in load_check().slots.places


def is_place(passage: Passage, name: Name) -> bool:
    """Say whether the name stands where only places do: "in Rotterdam"."""
    return re.search(r"\b(?:in|near)\s+$", passage.text[: name.start]) is not None


def is_product(passage: Passage, name: Name, vendor: Iterable[str]) -> bool:
    """Say whether what stands around a name makes it a thing that is sold or built."""
    before, after = passage.text[: name.start], passage.text[name.end :]
    if cues.sold_after().match(after) or cues.sold_before().search(before):
        return True
    if _PROJECT.search(before):
        return True
    last = re.search(r"([^\W_]+) $", before)
    owner = last.group(1).casefold() if last else ""
    return owner in load_check().references.known or key(owner) in map(key, vendor)


def beside(before: str, after: str, vendor: Iterable[str]) -> bool:
    """Say whether the name stands beside the vendor's: "Globex + Acme", "Acme for Globex"."""
    own = one_of(vendor)
    if not own:
        return False
    sign = r"\s*(?:\+|×|\||&|/|[xX]|–|—|-|and|for|@|with)\s*"
    first = re.search(rf"(?:^|[\n|·•])\s*(?i:{own}){sign}$", before) is not None
    second = re.match(rf"{sign}(?i:{own})\s*(?:$|[\n|·•])", after) is not None
    return (first and _ends(after)) or (second and not before.strip())


def _ends(after: str) -> bool:
    """Say whether a line or a part of it ends behind a name."""
    return re.match(r"\s*(?:$|[\n|·•,:–—()]|\d)", after) is not None


def _with_vendor(before: str, after: str, vendor: Iterable[str]) -> bool:
    """Say whether the vendor does something together with whom a name names: "Globex and Acme"."""
    own = one_of(vendor)
    if not own:
        return False
    behind = re.match(rf"\s+and\s+(?i:{own})\b", after)
    return bool(behind) or re.search(rf"\b(?i:{own})\s+and\s+$", before) is not None


def _told_of(before: str, after: str) -> bool:
    """Say whether a sentence tells what others did or do for the customer: "we helped Globex",
    "Globex Foods achieved", "At Globex it took", "Globex trains your users"."""
    rest = after[match.end() :] if (match := _MORE.match(after)) else after
    began = _BEGAN.search(before) is not None and _WAS.match(after) is not None
    return bool(
        began
        or cues.refers_after().match(after)
        or cues.refers_after().match(rest)
        or _COMPARED.match(after)
        or _FOR_YOU.match(rest)
        or cues.we_did().search(before)
    )


def _referred(passage: Passage, before: str, slides: Slides) -> bool:
    quoted = slides.quoting(passage) and len(passage.text.split()) <= CREDIT
    return quoted or cues.refers_before().search(before) is not None


def _in_a_row(passage: Passage, name: Name, known: Known) -> bool:
    """Say whether the name is one of several in a row: "Globex, Initech and Hooli", "at Globex and
    at Initech"; the vendor and the customer make no row."""
    found = [one for one in names_in(passage.text) if one.strength >= Strength.PLAIN]
    found = [one for one in found if known.is_other(one.text)]
    rows: list[list[Name]] = []
    for one in found:
        joined = rows and _ROW.fullmatch(passage.text[rows[-1][-1].end : one.start])
        if joined:
            rows[-1].append(one)
        else:
            rows.append([one])
    return any(len(row) >= ENOUGH and row[0].start <= name.start <= row[-1].start for row in rows)
