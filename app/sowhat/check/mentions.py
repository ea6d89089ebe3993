"""What part a name plays in its sentence: a customer's, a reference's, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sowhat.check import cues
from sowhat.check.known import Known
from sowhat.check.languages import is_foreign
from sowhat.check.names import Name, Strength, coded, unknown
from sowhat.check.parts import Part
from sowhat.check.passages import META, Passage
from sowhat.check.slides import Slides
from sowhat.check.strangers import PROSE, beside_them, in_a_row, told_of
from sowhat.language.vocabulary import is_function_word, is_word
from sowhat.model import Where
from sowhat.profile.names import key, one_of
from sowhat.rules.check import foreign_words, load_check

CREDIT = 12  # words of a line that says whose a quotation is
SENTENCE = 4  # words
LABEL = 9  # words of a label
_OWNED = re.compile(r"[’'](?:s|S)?\b|[’'](?=\s)")
_PRESENT = re.compile(r"\s+([a-z]{2,}s)\b")
_AT = re.compile(r"\bat (?:the )?$")
_FOR = re.compile(r"(?:^|\n)\s*[Ff]or (?:the )?$")
_ASKED = re.compile(r"(?:^|[.!?\n]\s*)(?:Does|Did|Will|Can|Has|Could|Would) (?:the )?$")
_PROJECT = re.compile(
    r"\b(?:project|operation|programme|program|initiative|campaign)\s+$", re.IGNORECASE
)
_HELPED = re.compile(r"\bhelp(?:s|ing)?\s+$", re.IGNORECASE)
_ITS = re.compile(r" and (?:its|their) [a-z]+")
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
        Where.OFF_SLIDE,
    }
)

# What is kept behind the slides: somebody's full name there is of whom the deck was made for.
_KEPT = frozenset({Where.CHART_DATA, Where.OFF_SLIDE, Where.NOTES, Where.COMMENT, Where.PROPERTY})


def part(passage: Passage, name: Name, slides: Slides, known: Known) -> Part:
    """Return what part ``name`` plays in ``passage``."""
    if slides.german(passage) and name.strength is Strength.UNKNOWN and name.text.isalpha():
        return Part.LOOSE  # a noun: all have a capital
    return _part(passage, name, slides, known)


def _part(passage: Passage, name: Name, slides: Slides, known: Known) -> Part:
    before, after = passage.text[: name.start], passage.text[name.end :]
    owned = _OWNED.match(after)
    around = _Around(passage, name, before, after[owned.end() :] if owned else after, bool(owned))
    told = told_of(before, around.after, theirs=slides.to_them(passage))
    told = told or beside_them(passage, name, known)
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
    if (slides.referring(passage) and not repeated) or in_a_row(passage, name, known):
        return Part.REFERENCE
    if told:
        return Part.TOLD
    own = _own(around, slides, known.sellers)
    if own is not None:
        return own
    usual = Part.LOOSE if is_foreign(passage.text) else _usual(around, slides)
    if usual is Part.LIKELY and not _is_distinct(around, slides):
        return Part.LOOSE
    apart = passage.where in META or passage.where is Where.OFF_SLIDE
    if usual not in (Part.NEAR, Part.LIKELY) or apart:
        return usual
    return usual if passage.where is Where.GROUP else min(usual, slides.usual(passage))


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
    terse = terse and not slides.counted(passage)
    if terse and name.strength < Strength.UNKNOWN:
        return Part.LIKELY if _AT.search(before) else Part.LOOSE
    if passage.where in _KEPT and name.strength is Strength.FORMAL:
        return Part.LIKELY
    alone = around.first and not after.strip() and name.strength is Strength.FORMAL
    alone = alone and not slides.listing(passage)
    belonging = cues.belonging().search(before) or _ITS.match(after)
    if passage.where is Where.FILE_NAME and " " in name.text:
        return Part.LIKELY
    if name.strength >= Strength.UNKNOWN and _heads(around):
        return Part.LIKELY
    if terse or owned or around.has or alone or belonging or cues.jobbed().search(before):
        return Part.LIKELY
    said = _does(after) or cues.goes_before().search(before)
    if said:
        return Part.LIKELY
    return Part.NEAR if _told_to_them(around, slides) else Part.LOOSE


def _heads(around: _Around) -> bool:
    """Say whether a headline is somebody's: "Risk in money: Globex", "Globex: the first year"."""
    passage, _, before, after, _ = around
    led = re.search(r"[:,–—|-] $", before) is not None and not after.strip()
    return passage.head and (led or (around.first and after.startswith(":")))


def _is_distinct(around: _Around, slides: Slides) -> bool:
    """Say whether a name is told from words and products by more than its capitals: a single word
    of the dictionary, letters and what is written as products are only where somebody is at it, has
    something or does something, on a slide that names the customer."""
    passage, name, before, after, owned = around
    if name.strength is Strength.FORMAL:
        return True
    if name.strength > Strength.PLAIN and not coded(name.text):
        return True
    told = owned or around.has or _does(after) or _AT.search(before) is not None
    told = told or bool(_ASKED.search(before) or cues.belonging().search(before))
    told = told or _ITS.match(after) is not None
    several = name.strength is Strength.PLAIN and re.search(r"[ -]", name.text) is not None
    if passage.where is Where.FILE_NAME:
        return several
    at = _AT.search(before) or cues.chief().match(after)
    there = slides.speaking(passage) or passage.slide is None or at is not None
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
    if " " not in name.text and not _goes_on_in_english(around.after):
        return False
    sentence = around.passage.where in PROSE and len(around.passage.text.split()) >= SENTENCE
    return new and sentence and slides.names_them(around.passage)


def _goes_on_in_english(after: str) -> bool:
    """Say whether no word of another language follows directly, nor a comma."""
    match = re.match(r"[ \t]+([^\W\d_]+)", after)
    if match is None:
        return not after.startswith(",")
    word = match[1].casefold()
    return not unknown(word) and (word not in foreign_words() or is_function_word(word))


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


def _referred(passage: Passage, before: str, slides: Slides) -> bool:
    line = len(passage.text.split()) <= CREDIT and not passage.text.rstrip().endswith((".", "?"))
    quoted = line and passage.seen and slides.quoting(passage)
    return quoted or cues.refers_before().search(before) is not None
