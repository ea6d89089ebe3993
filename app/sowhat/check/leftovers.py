"""Names of others that stand where the customer's belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sowhat.check import seats
from sowhat.check.candidates import Candidates, is_piece
from sowhat.check.known import Known
from sowhat.check.lines import Readings
from sowhat.check.look import is_listed_place
from sowhat.check.mentions import is_place, is_product, part
from sowhat.check.names import Name, Strength
from sowhat.check.parallel import Parallels
from sowhat.check.parts import Part
from sowhat.check.passages import Passage
from sowhat.check.people import seen_by_model
from sowhat.check.slides import Slides
from sowhat.check.stands import Stands
from sowhat.check.suspects import LISTED, Mention, Suspect
from sowhat.model import Item, ItemKind
from sowhat.profile.names import key, tokens

SURE = 0.8  # from here on a left-over stops a deck
SHORT = 5  # letters of an abbreviation
LEAST = 4  # letters of a name that may begin a longer one
_NUMBERED = re.compile(r"(\w+) (\d+)")


def leftovers(
    known: Known,
    stream: Sequence[Passage],
    slides: Slides,
    stands: Stands,
    readings: Readings,
    names: Candidates,
    others: Iterable[tuple[str, str]],
) -> list[Item]:
    """Return what bears another customer's name.

    ``others`` are names that are known to be other customers', each with the rule that says so.
    """
    suspects = _suspects(known, stream, slides, stands, readings, names)
    for name, rule in others:
        _accuse(name, rule, known, stream, slides, suspects)
    left = [suspect for suspect in suspects.values() if suspect.left()]
    unsure = {id(s) for s in left if s.may_be_person()}
    people = seen_by_model(
        (m.passage.text, m.name) for s in left if id(s) in unsure for m in s.mentions
    )
    left = [s for s in left if id(s) not in unsure or not s.is_one_of(people)]
    for suspect in left:
        if not suspect.rule:
            suspect.mentions += _more(suspect, stream, slides, known)
    return [item for suspect in left for item in _told(suspect)]


def _suspects(
    known: Known,
    stream: Sequence[Passage],
    slides: Slides,
    stands: Stands,
    readings: Readings,
    names: Candidates,
) -> dict[str, Suspect]:
    """Return the names of others with their mentions, the forms of one name together."""
    suspects, parallels = dict[str, Suspect](), Parallels(known, stream)
    for passage, name in names.all(readings):
        said = part(passage, name, slides, known)
        if parallels.stands_like(passage, name):
            said = max(said, Part.TELLING)
        suspect = suspects.setdefault(_home(name, suspects), Suspect())
        seat = seats.near(stands.features(passage, name))
        whose = readings.of(passage, name.start, name.end)
        suspect.mentions.append(Mention(passage, name, said, seat, whose))
        suspect.place = suspect.place or is_of_place(passage, name)
        suspect.label = suspect.label and slides.counted(passage)
        suspect.guessed = suspect.guessed or known.may_be_sold(name.text)
        suspect.sold = suspect.sold or may_be_product(passage, name, known)
    for suspect in suspects.values():
        suspect.beside = _is_beside(suspect, stream, known)
    counted = _counted(suspects.values())
    return {said: one for said, one in suspects.items() if not counted & _firsts(one)}


def _is_beside(suspect: Suspect, stream: Sequence[Passage], known: Known) -> bool:
    """Say whether a line holds letters beside the customer's name: they are of a measure or the
    like, not of another customer."""
    if suspect.strength is not Strength.ACRONYM:
        return False
    pattern = written(suspect.mentions[0].name.text)
    return any(
        passage.seen and pattern.search(passage.text) and known.is_named(passage.text)
        for passage in stream
    )


def is_of_place(passage: Passage, name: Name) -> bool:
    """Say whether a name is a place's, or stands where only places do."""
    return is_listed_place(name.text) or is_place(passage, name)


def may_be_product(passage: Passage, name: Name, known: Known) -> bool:
    """Say whether what stands around a name makes it a thing that is sold or built."""
    return is_product(passage, name, known.sellers)


def _counted(suspects: Iterable[Suspect]) -> frozenset[str]:
    """Return the words that stand before several numbers: "Wave 1", "Wave 2"."""
    numbers: dict[str, set[str]] = {}
    for mention in (m for suspect in suspects for m in suspect.mentions):
        match = _NUMBERED.fullmatch(mention.name.text)
        if match:
            numbers.setdefault(match[1], set()).add(match[2])
    return frozenset(word for word, found in numbers.items() if len(found) > 1)


def _firsts(suspect: Suspect) -> frozenset[str]:
    return frozenset(m.name.text.split()[0] for m in suspect.mentions)


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


def _more(
    suspect: Suspect, stream: Sequence[Passage], slides: Slides, known: Known
) -> list[Mention]:
    """Return the mentions of a left-over that its writing did not tell: in an address, in capitals
    throughout, where a sentence begins."""
    best = max(suspect.mentions, key=lambda m: (m.name.strength, -len(m.name.text))).name
    there = {(id(m.passage), m.name.start) for m in suspect.mentions}
    found: list[Mention] = []
    for passage in stream:
        for match in written(best.text).finditer(passage.text):
            single = best.strength < Strength.UNKNOWN and " " not in best.text
            plain = single and match.group() != best.text
            if (id(passage), match.start()) not in there and not plain:
                name = Name(match.group(), match.start(), match.end(), best.strength)
                mailed = passage.text[: match.start()].endswith("@")  # an address clears nobody
                said = Part.LOOSE if mailed else part(passage, name, slides, known)
                found.append(Mention(passage, name, said))
    return found


def _told(suspect: Suspect) -> Iterator[Item]:
    """Yield the items of one name: all its mentions but those that are meant, or none."""
    if not suspect.left():
        return
    for mention in suspect.mentions:
        sure = suspect.sure(mention)
        if sure >= LISTED:
            yield _item(mention, sure, suspect.rule or "left-over-name")


def _item(mention: Mention, sure: float, rule: str) -> Item:
    passage, name = mention.passage, mention.name
    span = name.start, name.end
    return passage.item(ItemKind.LEFTOVER, rule, span, confidence=sure, blocker=sure >= SURE)


def _accuse(
    name: str,
    rule: str,
    known: Known,
    stream: Sequence[Passage],
    slides: Slides,
    suspects: dict[str, Suspect],
) -> None:
    """Add all mentions of a name that ``rule`` knows to be another customer's."""
    if not known.is_other(name) or is_piece(name):
        return
    pattern, suspect = written(name), Suspect(rule=rule)
    for passage in stream:
        for match in pattern.finditer(passage.text):
            found = Name(match.group(), match.start(), match.end(), Strength.FORMAL)
            suspect.mentions.append(Mention(passage, found, part(passage, found, slides, known)))
    if suspect.mentions:
        for other in [o for o in suspects if o.startswith(key(name)) or key(name).startswith(o)]:
            shorter = suspects.pop(other)
            suspect.mentions = [_weighed(mention, shorter) for mention in suspect.mentions]
            suspect.mentions += _besides(shorter, suspect)
        suspects[key(name)] = suspect


def _weighed(mention: Mention, shorter: Suspect) -> Mention:
    """Return a mention with what the models say of a form of the name that begins there."""
    place = (id(mention.passage), mention.name.start)
    same = (m for m in shorter.mentions if (id(m.passage), m.name.start) == place)
    return next((mention._replace(seat=m.seat, whose=m.whose) for m in same), mention)


def _besides(shorter: Suspect, longer: Suspect) -> list[Mention]:
    """Return where a coined word stands alone with which a name begins that is another customer's:
    "Globex waits" beside "For Globex Foods Ltd"."""
    taken = {(id(m.passage), m.name.start) for m in longer.mentions}
    new = [m for m in shorter.mentions if m.name.strength >= Strength.UNKNOWN]
    return [m for m in new if (id(m.passage), m.name.start) not in taken]


@cache
def written(name: str) -> re.Pattern[str]:
    """Return what matches a name however it is written: in capitals, in one word, in an address; an
    abbreviation as it is."""
    if name.isupper() and len(name) <= SHORT:
        return re.compile(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])")
    joined = r"[\W_]{0,2}".join(re.escape(word) for word in tokens(name))
    return re.compile(rf"(?<![^\W_]){joined}(?![^\W_])", re.IGNORECASE)
