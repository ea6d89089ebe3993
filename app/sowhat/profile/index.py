"""A deck's words in order: how often a name is used, how, where and in which forms."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sowhat.profile.names import tokens

_ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S*|(?<!\S)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?(?!\S)")
ADDRESSED = re.compile(r"\w\.[A-Za-z]|@")  # what a text with an address holds
_WORDS = re.compile(r"\w+|[.:;!?\n]")


@dataclass(frozen=True, slots=True)
class Uses:
    """How a deck uses a name: how often, how often in small letters only, how often inside a
    sentence, and on how many slides."""

    named: int = 0
    small: int = 0
    inside: int = 0
    slides: int = 0


class Index:
    """The deck's words in order, addresses apart; marks that end a sentence or line count too."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.words: list[str] = []
        self._starts: list[int] = []
        for text in texts:
            self._starts.append(len(self.words))
            said = _ADDRESS.sub(" ", text) if ADDRESSED.search(text) else text
            self.words += _WORDS.findall(said + "\n\n")
        self._lower = [word.lower() for word in self.words]
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self._lower):
            self._places[word].append(place)

    def slides(self, word: str) -> set[int]:
        """Return the slides, counted from 0, on which a word in small letters stands."""
        return {bisect(self._starts, place) - 1 for place in self._places.get(word, ())}

    def uses(self, name: str) -> Uses:
        """Count the uses of ``name``, whatever its case."""
        parts = tokens(name)
        if not parts:
            return Uses()
        small = inside = 0
        slides: list[int] = []
        for place in self._places.get(parts[0], ()):
            if len(parts) > 1 and self._lower[place : place + len(parts)] != parts:
                continue
            if self.words[place].islower() and not name[0].islower():
                small += 1
                continue
            slides.append(bisect(self._starts, place))
            inside += place > 0 and self.words[place - 1].islower()
        return Uses(len(slides), small, inside, len(set(slides)))

    def after(self, name: str) -> list[str]:
        """Return the words that follow ``name`` and end a run of capitalised ones."""
        parts = tokens(name)
        found: dict[str, None] = {}
        for place in self._places.get(parts[0], ()):
            end = place + len(parts)
            if (
                self._lower[place:end] == parts
                and not "".join(self.words[end + 1 : end + 2]).istitle()
            ):
                found[self.words[end]] = None
        return list(found)

    def next_words(self, word: str) -> Counter[str]:
        """Count the words that follow a word, as they are written."""
        places = self._places.get(word.lower(), ())
        return Counter(self.words[place + 1] for place in places)

    def forms(self, name: str) -> Counter[str]:
        """Count the ways in which a name of plain words is written: in capitals, say."""
        parts = tokens(name)
        found: Counter[str] = Counter()
        for place in self._places.get(parts[0], ()):
            if self._lower[place : place + len(parts)] == parts:
                found[" ".join(self.words[place : place + len(parts)])] += 1
        return found

    def written(self, label: str) -> str | None:
        """Return the words that read ``label`` without spaces, None where there are none."""
        return next(iter(self.spelt(label)), None)

    def spelt(self, label: str) -> Iterator[str]:
        """Yield the forms that read ``label`` without spaces and are not in small letters."""
        for start in range(len(label), 2, -1):
            for place in self._places.get(label[:start], ()):
                end, read = place + 1, self._lower[place]
                while len(read) < len(label) and end < len(self._lower):
                    read, end = read + self._lower[end], end + 1
                if read == label and not all(word.islower() for word in self.words[place:end]):
                    yield " ".join(self.words[place:end])
