"""Which words are words: those of the deck itself, and those of the program's own rules.

The rules' phrases and examples are English as slides speak it; that is enough to tell a broken
word from a whole one, and they are there anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from sowhat.paths import resources

_WORD = re.compile(rb"[a-z]{2,}")
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "al", "r", "er", "rs", "ers")
_LEAST_STEM = 3


class Lexicon:
    """The words of a deck, as written within its lines, and those of the rules."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._own = {word.casefold() for text in texts for word in _LETTERS.findall(text)}

    def writes(self, word: str) -> bool:
        """Say whether the deck itself has the word."""
        return word in self._own

    def knows(self, word: str) -> bool:
        """Say whether a word in small letters is one, in a form of its own or another."""
        if word in self._own or word in _common():
            return True
        stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
        return any(len(stem) >= _LEAST_STEM and stem in _common() for stem in stems)


@cache
def _common() -> frozenset[str]:
    found: set[bytes] = set()
    for path in (resources() / "rules").rglob("*.toml"):
        found.update(_WORD.findall(path.read_bytes().lower()))
    return frozenset(word.decode() for word in found)
