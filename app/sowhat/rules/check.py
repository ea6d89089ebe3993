"""The words of the rep's check: ``resources/rules/check.toml``."""

from __future__ import annotations

from functools import cache

import msgspec
from msgspec import Struct

from sowhat.paths import resources

Phrases = tuple[str, ...]


class Slots(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a customer's name stands: what is before it and what follows."""

    links: Phrases
    leads: Phrases
    labels: Phrases
    things: Phrases
    belongings: Phrases
    verbs: Phrases
    before: Phrases
    places: frozenset[str]
    done: frozenset[str]


class References(Struct, frozen=True, forbid_unknown_fields=True):
    """What tells that somebody is named on purpose."""

    headlines: Phrases
    before: Phrases
    after: Phrases
    did: Phrases
    plain: Phrases
    told_before: Phrases
    told_behind: Phrases
    past: Phrases
    accounts: Phrases
    orders: frozenset[str]
    products: Phrases
    quotes: Phrases
    known: frozenset[str]
    forms: frozenset[str]
    kinds: frozenset[str]
    legal: frozenset[str]
    no_kinds: frozenset[str]
    common: str
    foreign: str
    counted: frozenset[str]
    numerals: frozenset[str]
    german: frozenset[str]
    first: frozenset[str]
    ends: Phrases
    currencies: frozenset[str]
    terms: frozenset[str]  # those of currencies that are abbreviations of other things, too


class Pattern(Struct, frozen=True, forbid_unknown_fields=True):
    """What a regular expression tells: the rule of its items, how sure it is, the expression;
    ``spoken`` where it is a speaker whom notes ask for that, one of ``needs`` stands, in small
    letters, in each text that it matches."""

    rule: str
    sure: float
    expr: str
    spoken: bool = False
    needs: tuple[str, ...] = ()


class Placeholders(Struct, frozen=True, forbid_unknown_fields=True):
    """What nobody filled in, and what asks to be filled."""

    whole: frozenset[str]
    weak: frozenset[str]
    headings: frozenset[str]
    anywhere: Phrases
    blind: frozenset[str]
    soft: frozenset[str]
    marks: Phrases
    inside: frozenset[str]
    orders: Phrases
    asks: Phrases
    objects: Phrases
    matter: Phrases
    slots: Phrases
    pictures: frozenset[str]
    made: frozenset[str]
    drawings: frozenset[str]
    samples: frozenset[str]
    prompts: Phrases
    patterns: tuple[Pattern, ...]


class Hazards(Struct, frozen=True, forbid_unknown_fields=True):
    """What embarrasses in front of a customer."""

    internal: Phrases
    servers: Phrases
    hosts: frozenset[str]
    clouds: Phrases
    schemes: Phrases


class About(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell whom a deck is about."""

    next: Phrases
    ours: Phrases
    theirs: Phrases
    small: frozenset[str]


class People(Struct, frozen=True, forbid_unknown_fields=True):
    """Given names, with spaces between; columns of them; how places end; what joins the
    last of several; what people are."""

    given: str
    columns: frozenset[str]
    landmarks: frozenset[str]
    joined: Phrases
    roles: Phrases


class Industry(Struct, frozen=True, forbid_unknown_fields=True):
    """An industry's names, and phrases that belong to its companies only."""

    names: Phrases
    phrases: Phrases


class CheckRules(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in the file."""

    slots: Slots
    references: References
    placeholders: Placeholders
    hazards: Hazards
    about: About
    people: People
    industries: tuple[Industry, ...]


@cache
def load_check() -> CheckRules:
    """Load the file; raises ``msgspec.ValidationError`` where its form is wrong."""
    data = (resources() / "rules" / "check.toml").read_bytes()
    return msgspec.toml.decode(data, type=CheckRules)


@cache
def common_words() -> frozenset[str]:
    """Return words that are nobody's name though no dictionary has them, in small letters."""
    return frozenset(load_check().references.common.split())


@cache
def given_names() -> frozenset[str]:
    """Return the given names that are hardly anything else, in small letters."""
    return frozenset(load_check().people.given.split())


@cache
def first_names() -> frozenset[str]:
    """Return all given names, in small letters: those with which two words are a person's."""
    return given_names() | _listed("given-names.txt")


@cache
def given_words() -> frozenset[str]:
    """Return the given names that are words, surnames or places too, in small letters."""
    return _listed("given-words.txt")


@cache
def foreign_words() -> frozenset[str]:
    """Return words of other languages that English has not, in small letters."""
    return frozenset(load_check().references.foreign.split()) | _listed("foreign-words.txt")


@cache
def places() -> frozenset[str]:
    """Return countries and towns, in small letters."""
    return frozenset(_lines("places.txt"))


def _listed(file: str) -> frozenset[str]:
    return frozenset(word for line in _lines(file) for word in line.split())


def _lines(file: str) -> list[str]:
    said = (resources() / "rules" / file).read_text(encoding="utf-8")
    return [line for line in said.splitlines() if not line.startswith("#")]
