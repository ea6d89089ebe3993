"""The capitals of headlines: which words keep one within a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sowhat.language import is_function_word, is_word
from sowhat.model import Deck, Profile
from sowhat.rules.drafts import load_drafts

_WORD = re.compile(r"(?<![\w.])[^\W\d_]+(?:['’][^\W\d_]+)?(?!\w)")
_WITHIN = re.compile(r"(?<=[a-z,] )[A-Z][^\W\d_]+")  # a capital within a sentence
_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][A-Za-z]+")  # two capitals in a row
_ALONE = re.compile(r"(?<![\w-])([a-z]+ )([A-Z][a-z]{2,})(?= [a-z]|[.,]?$)")  # among small words
_TO = re.compile(r"-to-[A-Z](?=[a-z])")
_ENDINGS = (("s",), ("es",), ("ed", "e"), ("ing", "e"), ("ies", "y"), ("er", "e"), ("ier", "y"))
_HEADLINE = 0.6  # share of the longer words with a capital, from which a line is a headline
_SHOUTED = 0.8  # share of capitals among the letters of a line that is all in capitals
_LONG = 4


@dataclass(frozen=True, slots=True)
class Casing:
    """What a deck shows of its words' capitals.

    ``common`` are words that it also writes small, ``names`` words that keep their capitals,
    ``known`` the names of vendor, customer and products as they stand.
    """

    common: frozenset[str]
    names: frozenset[str]
    known: frozenset[str] = frozenset()

    @classmethod
    def of(cls, deck: Deck, profile: Profile) -> Casing:
        """Learn from the deck's lines that are no headlines, and from the names that are known."""
        small: set[str] = set()
        capitals: Counter[str] = Counter()
        for block in (block for slide in deck.slides for block in slide.blocks):
            for line in block.text.splitlines():
                if not headline(line):
                    small.update(word for word in _WORD.findall(line) if word.islower())
                    capitals.update(_WITHIN.findall(line))
        known = {*profile.vendor.names, *profile.customer.names, *profile.products}
        words = {word for name in known for word in _WORD.findall(name)}
        named = {word for word in words if not _in_dictionary(word.lower())}
        seen = {w for w, times in capitals.items() if times > 2 and not _in_dictionary(w.lower())}
        return cls(frozenset(small), frozenset(named | seen), frozenset(known))

    def lowered(self, line: str) -> str:
        """Return a headline as it would stand within a text; of other lines only the capitals that
        stand alone and that the deck does not write elsewhere."""
        if not headline(line):
            return _TO.sub(_smaller, _ALONE.sub(self._usual, line))
        shouted, after = _shouted(line), _Product()
        kept = [found.span() for name in self.known for found in _find(name, line)]

        def change(found: re.Match[str]) -> str:
            named = any(first <= found.start() < last for first, last in kept)
            if not shouted and (after.holds(found) or named):
                return found.group()
            return self._small(found.group(), shouted=shouted)

        return _WORD.sub(change, line)

    def _usual(self, found: re.Match[str]) -> str:
        before, word = found.groups()
        named = word in self.names or any(word in name.split() for name in self.known)
        small = word.lower() in self.common and word.lower() not in _names() and not named
        return before + (word.lower() if small else word)

    def first_small(self, words: str) -> str:
        """Return ``words`` as they stand within a sentence."""
        found = _WORD.match(words)
        if found is None or (_NAME.match(words) and not is_function_word(found.group().lower())):
            return words
        return self._small(found.group(), shouted=False) + words[found.end() :]

    def common_word(self, word: str) -> bool:
        """Say whether nothing speaks for a word being a name."""
        return word not in self.names and word.lower() not in _names()

    def _small(self, word: str, *, shouted: bool) -> str:
        small = word.lower()
        if is_function_word(small) and word not in ("I", "IT"):
            return small
        inner = word[1:] != word[1:].lower() and not (shouted and word.isupper())
        if shouted and len(word) < _LONG and small not in self.common:
            return word
        if small in _names():
            return word.capitalize() if shouted else word
        if inner or word in self.names:
            return word
        known = (
            small in self.common or small.removesuffix("s") in _people() or _in_dictionary(small)
        )
        return small if known else word


def _find(name: str, line: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"\b{re.escape(name)}\b", line) if name else iter(())


def _smaller(found: re.Match[str]) -> str:
    return found.group().lower()


class _Product:
    """Tells which words of a headline belong to the name that begins with a brand."""

    def __init__(self) -> None:
        self._end: int | None = None

    def holds(self, found: re.Match[str]) -> bool:
        """Say whether a word belongs to a name; words are asked about in their order."""
        word = found.group()
        # "SQL Server", "BBM Social Platform": what follows initials is their name.
        initials = word.isupper() and len(word) > 1
        brand = initials or word.lower() in load_drafts().words["brands"]
        after = self._end is not None and found.string[self._end : found.start()] == " "
        follows = after and word[:1].isupper()
        if brand or (follows and not is_function_word(word.lower())):
            self._end = found.end()
            return True
        return False


@cache
def _names() -> frozenset[str]:
    return load_drafts().words["names"] | load_drafts().words["brands"]


@cache
def _people() -> frozenset[str]:
    nouns = load_drafts().nouns
    return nouns["roles"] | nouns["buyers"] | nouns["tools"]


def headline(line: str) -> bool:
    """Say whether a line has the capitals of a headline: most of its longer words, and not only
    the first one and a name."""
    words = _WORD.findall(line)
    long = [word for word in words if len(word) >= _LONG]
    capitals = [word for word in long if word[:1].isupper()]
    if _shouted(line):
        return True
    if any(word.islower() and not is_function_word(word) for word in long):
        return False  # what it writes large beside a small noun or verb is a name
    bare = not any(word.islower() for word in words)
    later = sum(word[:1].isupper() for word in words[1:])
    return len(capitals) > _HEADLINE * len(long) and later > (0 if bare else 1)


def _shouted(line: str) -> bool:
    letters = [character for character in line if character.isalpha()]
    return sum(map(str.isupper, letters)) > _SHOUTED * len(letters)


def _in_dictionary(word: str) -> bool:
    return any(map(is_word, _bases(word)))


def _bases(word: str) -> Iterable[str]:
    yield word
    for ending, *others in _ENDINGS:
        if word.endswith(ending):
            base = word.removesuffix(ending)
            yield from (base, base[:-1], *(base + other for other in others))
