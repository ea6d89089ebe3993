"""What part a name plays in its sentence: a customer's, a reference's, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sowhat.check import cues
from sowhat.check.known import Known
from sowhat.check.names import Name, Strength, names_in
from sowhat.check.parts import Part
from sowhat.check.passages import META, Passage
from sowhat.check.slides import Slides
from sowhat.model import Where
from sowhat.profile.names import key, one_of
from sowhat.rules.check import load_check

ENOUGH = 2  # names in a row: a list of them
CREDIT = 12  # words of a line that says whose a quotation is
LABEL = 9  # words of a label
_OWNED = re.compile(r"[’'](?:s|S)?\b|[’'](?=\s)")
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


def part(passage: Passage, name: Name, slides: Slides, known: Known) -> Part:
    """Return what part ``name`` plays in ``passage``."""
    before, after = passage.text[: name.start], passage.text[name.end :]
    owned = _OWNED.match(after)
    around = _Around(passage, name, before, after[owned.end() :] if owned else after, bool(owned))
    told = _told_of(before, around.after)
    if cues.labelled().search(before) or beside(before, after, known.sellers):
        return Part.STRONG
    if cues.led().search(before) and name.strength > Strength.PLAIN:
        return Part.TOLD if told else Part.STRONG
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
    return usual if usual is not Part.LIKELY or passage.where in META else slides.usual(passage)


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
    sure = name.strength >= Strength.UNKNOWN or cues.does().match(after)
    return Part.TELLING if cues.opened().search(before) and sure else None


def _usual(around: _Around, slides: Slides) -> Part:
    """Return the part of a name that stands where a customer's often does, or anywhere."""
    passage, name, before, after, owned = around
    terse = passage.where in _TERSE and len(passage.text.split()) <= LABEL
    terse = terse and not (passage.where is Where.LAYOUT and not passage.slide)
    if terse and name.strength < Strength.UNKNOWN:
        return Part.LOOSE
    alone = around.first and not after.strip() and name.strength is Strength.FORMAL
    alone = alone and not slides.listing(passage)
    if terse or owned or around.has or alone or cues.jobbed().search(before):
        return Part.LIKELY
    said = cues.does().match(after) or cues.goes_before().search(before)
    return Part.LIKELY if said else Part.LOOSE


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
    """Say whether a sentence tells what others did: "we helped Globex", "Globex Foods achieved"."""
    rest = after[match.end() :] if (match := _MORE.match(after)) else after
    return bool(
        cues.refers_after().match(after)
        or cues.refers_after().match(rest)
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
