"""What the words in and around a picture say of analysts and review sites. Pure."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from sowhat.paths import resources
from sowhat.pictures.seen import Near

CARD = 60
"""A card has no more words than these."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of ``resources/pictures/analyst.toml``."""

    fields: tuple[str, ...]
    axes: tuple[str, ...]
    names: tuple[str, ...]
    houses: tuple[str, ...]
    grades: tuple[str, ...]
    others: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """How many different phrases of each sort the words inside hold; ``named`` also around.

    ``grades`` are those of one vendor, a house's name among them; ``other`` is the largest number
    of one kind of look-alike, ``words`` how many words there are.
    """

    fields: int
    axes: int
    names: int
    grades: int
    other: int
    words: int
    named: bool

    @property
    def for_it(self) -> bool:
        """Whether what stands inside can only be an analyst's, given its structure."""
        return self.fields >= 2 or self.names > 0 or (self.axes > 0 and self.axes >= self.other)

    @property
    def against(self) -> bool:
        """Whether what stands inside is that of a look-alike."""
        return self.other >= 2 and self.other > self.fields + self.axes + self.names

    @property
    def card(self) -> bool:
        """Whether it is a card with the grades of one vendor."""
        return not self.against and self.grades >= 2 and self.words <= CARD

    @property
    def alone(self) -> bool:
        """Whether it takes no structure to know."""
        return not self.against and (self.fields >= 3 or (self.fields >= 2 and self.axes >= 1))


@cache
def phrases() -> Phrases:
    """Return the phrases, read once."""
    table = tomllib.loads((resources() / "pictures" / "analyst.toml").read_text(encoding="utf-8"))
    return Phrases(
        tuple(table["fields"]),
        tuple(table["axes"]),
        tuple(table["names"]),
        tuple(table["houses"]),
        tuple(table["grades"]),
        tuple(tuple(words) for words in table["others"].values()),
    )


def said(near: Near) -> Said:
    """Return what the words in and around a picture say."""
    known = phrases()
    inside = _plain(" ".join(word.text for word in near.words))
    around = _plain(f"{near.alt} {near.name} {near.title} {near.text}")
    return Said(
        fields=_count(known.fields, inside),
        axes=_count(known.axes, inside),
        names=_count(known.names, inside),
        grades=_count(known.grades, inside) + (_count(known.houses, inside) > 0),
        other=max(_count(words, inside) for words in known.others),
        words=len(inside.split()),
        named=_count(known.names, f"{inside} {around}") > 0,
    )


def _plain(words: str) -> str:
    parts = re.findall(r"[^\W_]+", words.lower())
    return f" {' '.join(parts)} "


@cache
def _phrase(words: str) -> str:
    return _plain(words)


def _count(wanted: tuple[str, ...], words: str) -> int:
    """Return how many phrases there are; words of a phrase may be read apart from each other.

    A phrase within a longer one that is there too does not count.
    """
    tokens = set(words.split())
    if not tokens:
        return 0
    found = {
        plain
        for phrase in wanted
        if (plain := _phrase(phrase)) in words or _scattered(plain.split(), tokens)
    }
    return sum(not any(one != other and one in other for other in found) for one in found)


def _scattered(parts: list[str], tokens: set[str]) -> bool:
    return len(parts) > 1 and all(len(part) > 3 and part in tokens for part in parts)
