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
_STRESSED = re.compile(r"(?<=[a-z] )(?:ALL|NOW|NOT|ONLY|EVERY|AND|YOU|YOUR|FOR)\b")
_TO = re.compile(r"-to-[A-Z](?=[a-z])")
_ENDINGS = (("s",), ("es",), ("ed", "e"), ("ing", "e"), ("ies", "y"), ("er", "e"), ("ier", "y"))
_HEADLINE = 0.6  # share of the longer words with a capital, from which a line is a headline
_SHOUTED = 0.8  # share of capitals among the letters of a line that is all in capitals
_ROW = re.compile(r"(?<=[a-z,] )[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)+")  # a name of several words
_TWICE = 2
_LONG = 4
_OFTEN = 2  # times beyond which a deck means how it writes a word


@dataclass(frozen=True, slots=True)
class Casing:
    """What a deck shows of its words' capitals.

    ``common`` are words that it also writes small, ``names`` words that keep their capitals,
    ``known`` the names of vendor, customer and products as they stand. ``often`` are small words
    that it has several times, ``terms`` words of the dictionary that it keeps large.
    """

    common: frozenset[str]
    names: frozenset[str]
    known: frozenset[str] = frozenset()
    often: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()

    @classmethod
    def of(cls, deck: Deck, profile: Profile) -> Casing:
        """Learn from the deck's lines that are no headlines, and from the names that are known."""
        small: Counter[str] = Counter()
        capitals: Counter[str] = Counter()
        for block in (block for slide in deck.slides for block in slide.blocks):
            for line in block.text.splitlines():
                if not headline(line):
                    small.update(word for word in _WORD.findall(line) if word.islower())
                    capitals.update(_WITHIN.findall(line))
        known = {*profile.vendor.names, *profile.customer.names, *profile.products}
        known |= _named(deck)
        words = {word for name in known for word in _WORD.findall(name)}
        named = {word for word in words if not known_word(word.lower())}
        seen = {w for w, times in capitals.items() if times > _OFTEN and not known_word(w.lower())}
        often = {word for word, times in small.items() if times > _OFTEN}
        terms = {w for w, times in capitals.items() if times > max(_OFTEN, small[w.lower()])}
        names = frozenset(named | seen)
        return cls(frozenset(small), names, frozenset(known), frozenset(often), frozenset(terms))

    def lowered(self, line: str) -> str:
        """Return a headline as it would stand within a text; of other lines only the capitals that
        stand alone and that the deck does not write elsewhere."""
        if not headline(line):
            return _STRESSED.sub(_smaller, _TO.sub(_smaller, _ALONE.sub(self._usual, line)))
        shouted, after = _shouted(line), _Product()
        kept = [found.span() for name in self.known for found in _find(name, line)]
        if shouted:
            kept, line = self._named(line)

        def change(found: re.Match[str]) -> str:
            named = any(first <= found.start() < last for first, last in kept)
            held = not shouted and after.holds(found)
            if named or held:
                return found.group()
            return self._small(found.group(), shouted=shouted)

        return _WORD.sub(change, line)

    def _named(self, line: str) -> tuple[list[tuple[int, int]], str]:
        """Return a line all in capitals with the names that are known as they are, and where they
        stand."""
        kept = []
        for name in self.known:
            for found in re.finditer(rf"\b{re.escape(name)}\b", line, re.IGNORECASE):
                kept.append(found.span())
                line = line[: found.start()] + name + line[found.end() :]
        return kept, line

    def sure(self, line: str) -> bool:
        """Say whether a line that is no headline, or one of which each word that would be written
        small is known to be no name: the deck or the rules have it small."""
        first = line.split(maxsplit=1)[0].lower()
        if not headline(line) or _shouted(line) or first in ("we", "our", "your", "you"):
            return True
        after = _Product()
        words = [found for found in _WORD.finditer(line) if not after.holds(found)]
        return all(
            found.group()[1:] != found.group()[1:].lower()
            or found.group().islower()
            or found.group() in self.names
            or is_function_word(found.group().lower())
            or any(found.group() in name.split() for name in self.known)
            or self._attested(found.group().lower())
            for found in words
        )

    def _attested(self, word: str) -> bool:
        return any(one in self.common or one in _usual_words() for one in _bases(word))

    def _usual(self, found: re.Match[str]) -> str:
        before, word = found.groups()
        named = not self.plain(word)
        small = word.lower() in self.common and word.lower() not in _names() and not named
        small = small and known_word(word.lower())
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

    def plain(self, word: str) -> bool:
        """Say whether a word of the dictionary has no reason to stand large within a sentence."""
        named = word in self.terms or any(word in name.split() for name in self.known)
        return self.common_word(word) and not named

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
        known = small in self.common or small.removesuffix("s") in _people() or known_word(small)
        return small if known else word


def _named(deck: Deck) -> set[str]:
    """Return what blocks that are no headlines write large word by word, at more than one place."""
    found: Counter[str] = Counter()
    for block in (block for slide in deck.slides for block in slide.blocks):
        lines = (line for line in block.text.splitlines() if not headline(line))
        found.update({name for line in lines for name in _ROW.findall(line)})
    return {name for name, times in found.items() if times >= _TWICE}


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
        if brand or follows:
            self._end = found.end()
            return True
        return False


@cache
def _names() -> frozenset[str]:
    return load_drafts().words["names"] | load_drafts().words["brands"]


@cache
def _usual_words() -> frozenset[str]:
    rules = load_drafts()
    groups = (*rules.verbs.values(), *rules.nouns.values(), rules.words["better"])
    return frozenset().union(*groups)


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


def known_word(word: str) -> bool:
    """Say whether a word in small letters, or what it is a form of, is in the dictionary."""
    return any(map(is_word, _bases(word)))


def _bases(word: str) -> Iterable[str]:
    yield word
    for ending, *others in _ENDINGS:
        if word.endswith(ending):
            base = word.removesuffix(ending)
            yield from (base, base[:-1], *(base + other for other in others))
