"""Whom a deck names: people, whose names are no company's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sowhat import language
from sowhat.check.names import Name, kinds, names_in, unknown
from sowhat.check.passages import Passage
from sowhat.check.sentences import sentence_around
from sowhat.check.tables import headed
from sowhat.model import Audit
from sowhat.profile.names import one_of, tokens, unaccented, words
from sowhat.rules.check import first_names, given_words, load_check

LONGEST = 400  # characters of a text in which the language model looks for people
_PERSON = re.compile(
    r"(?=(?<![\w’'-])(?P<all>(?P<first>[A-ZÀ-Þ][\w’'-]*\w|[A-Z]\.)"
    r"(?: (?:van|von|de|den|der|di|da|la|le|bin|al|[A-Z]\.))* (?P<last>[A-ZÀ-Þ][\w’'-]*\w)"
    r"(?: (?P<more>[A-ZÀ-Þ][\w’'-]*\w))?))"
)
_MAIL = re.compile(r"([\w.-]+)@[\w-]+\.")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sir|Dame|Herr|Frau|Mme|Sra?)\.? $")
_CAPITALS_BEFORE = re.compile(r"(?<![\w’'-])(?:[A-ZÀ-Þ][\w’'-]*\w ){1,2}$")
_CAPITALS_AFTER = re.compile(r"(?: [A-ZÀ-Þ][\w’'-]*\w){1,2}")
_VOTES = {"PERSON": 1, "ORG": -1}
_OWNED = re.compile(r"[’'][sS]?$")


def people(audit: Audit, stream: Sequence[Passage]) -> frozenset[str]:
    """Return the parts of the names of people whom the deck names, in small letters."""
    writers = _mailed(stream)
    listed = {id(one.block) for one in headed(audit.deck, load_check().people.columns)}
    found = set(_of_the_file(audit))
    for passage in stream:
        for match in _PERSON.finditer(passage.text):
            alone = id(passage.block) in listed and match["all"] == passage.text.strip()
            if alone or _is_person(match, passage.text, writers):
                found.update(_parts(match))
    return frozenset(found)


def seen_by_model(places: Iterable[tuple[str, Name]]) -> frozenset[str]:
    """Return the parts of people's names that the language model sees at ``places``, texts with a
    name in each: two or three words of which one at least is in no dictionary, called a person's
    oftener than anything else."""
    short = [_alone(*place) for place in dict.fromkeys(places) if len(place[0]) <= LONGEST]
    votes: Counter[tuple[str, ...]] = Counter()
    for (text, name), seen in zip(short, language.names([t for t, _ in short]), strict=True):
        start, end = _widened(text, name)
        said = tuple(tokens(_OWNED.sub("", text[start:end])))
        for one in seen:
            if one.start < end and start < one.end and one.kind in _VOTES:
                votes[said] += _VOTES[one.kind]
    return frozenset(
        part for said, vote in votes.items() if vote > 0 and _may_be(said) for part in said
    )


def _alone(text: str, name: Name) -> tuple[str, Name]:
    """Return the sentence in which a name stands, and the name where it stands there."""
    start, end = sentence_around(text, name.start)
    moved = name._replace(start=name.start - start, end=name.end - start)
    return text[start : max(end, name.end)], moved


def _widened(text: str, name: Name) -> tuple[int, int]:
    """Return where the words with capitals begin and end among which a name stands."""
    before = _CAPITALS_BEFORE.search(text[: name.start])
    after = _CAPITALS_AFTER.match(text[name.end :])
    return name.start - len(before.group()) if before else name.start, name.end + (
        after.end() if after else 0
    )


def _may_be(said: tuple[str, ...]) -> bool:
    """Say whether words can be a person's name: one is in no dictionary, or the first is a given
    name; what ends as a place does needs one that is nothing else."""
    last = said[-1]
    place = last in load_check().people.landmarks or (last.endswith("s") and not unknown(last))
    named = not place or said[0] in first_names()
    if said[0] in load_check().references.first:
        return False
    told = any(map(unknown, said)) or said[0] in given_words()
    return len(said) in (2, 3) and last not in kinds() and named and told


def _of_the_file(audit: Audit) -> Iterator[str]:
    """Yield the parts of the names of who wrote the deck and who left remarks in it."""
    properties = audit.deck.properties
    for person in (properties.author, properties.last_author, properties.manager):
        if len(person.split()) > 1 and not _is_organisation(person):
            yield from tokens(person)
    for slide in audit.deck.slides:
        for comment in slide.comments:
            yield from tokens(comment.author)


def _is_person(match: re.Match[str], text: str, writers: frozenset[tuple[str, str]]) -> bool:
    """Say whether two or three words with capitals are a person's name: by the given name, a title
    or a job beside it, a mail address."""
    first, last = (_plain(_OWNED.sub("", match[part])) for part in ("first", "last"))
    if last in kinds() or (match["more"] and _plain(match["more"]) in kinds()):
        return False
    before, after = text[: match.start("all")], text[match.end("all") :]
    given = first in first_names() or (first[0], last) in writers
    return bool(given or _TITLED.search(before) or _job().match(after) or _called().search(before))


def _parts(match: re.Match[str]) -> list[str]:
    return [part for part in tokens(_OWNED.sub("", match["all"])) if len(part) > 1]


def _mailed(stream: Iterable[Passage]) -> frozenset[tuple[str, str]]:
    """Return first letters and surnames of those who have a mail address: "a.lee@…"."""
    found = set()
    for passage in stream:
        if "@" not in passage.text:
            continue
        for local in _MAIL.findall(passage.text):
            first, *rest = re.split(r"[._-]", _plain(local))
            if rest and first and len(rest[-1]) > 1:
                found.add((first[0], rest[-1]))
    return frozenset(found)


@cache
def _plain(word: str) -> str:
    """Return a word in small letters without accents, as addresses have it."""
    return unaccented(word.casefold())


def _is_organisation(text: str) -> bool:
    """Say whether a text holds a name that says what it is: Acme Ltd."""
    return any(name.strength >= 4 for name in names_in(text))


@cache
def _job() -> re.Pattern[str]:
    """Match a job behind a name: ", Head of IT"."""
    jobs = one_of((*words().job_titles, *words().chiefs))
    return re.compile(rf"\s*[,(\n–—|·-]\s*(?:[\w&-]+ ){{0,3}}(?i:{jobs})\b")


@cache
def _called() -> re.Pattern[str]:
    """Match a job right before a name: "our sponsor"."""
    jobs = one_of((*words().job_titles, *words().chiefs, *load_check().people.roles))
    return re.compile(rf"\b(?i:{jobs}),? $")
