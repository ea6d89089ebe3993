"""Phrases of the rules, compiled once and looked up word by word.

The form is told in ``resources/rules/README.md``. A phrase is a row of elements, each a set of
keys; a word fits an element when it has one of the keys: its lower-case form and lemma, ``=form``,
its part of speech in capitals, ``NUM``, ``WE``, ``YOU``, or the party whose name it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

CLASSES = frozenset(
    "NUM ADJ ADV NOUN VERB PROPN WE YOU VENDOR PRODUCT CUSTOMER".split()  # noqa: SIM905
)
ANY: frozenset[str] = frozenset()
GAP = 3  # words that ** may skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A word as phrases see it, or a name of several words: its keys and its place in the block."""

    keys: frozenset[str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled phrase: elements (None is a gap), and whether it is bound to the block's ends."""

    elements: tuple[frozenset[str] | None, ...]
    at_start: bool
    at_end: bool

    @property
    def anchor(self) -> tuple[int, frozenset[str]]:
        """Return the offset and the keys of the element by which the phrase is looked up.

        That is the one with the longest words, for they are rarer than short ones and classes.
        """
        fixed: list[tuple[int, frozenset[str]]] = []
        for offset, element in enumerate(self.elements):
            if element is None:
                break
            if element:
                fixed.append((offset, element))
        return max(fixed, key=lambda item: min(0 if k in CLASSES else len(k) for k in item[1]))


def compile_phrase(phrase: str) -> list[Pattern]:
    """Compile a phrase; optional words make one pattern each way. Raises ``ValueError``."""
    words = phrase.split()
    at_start, at_end = words[:1] == ["^"], words[-1:] == ["$"]
    variants: list[list[frozenset[str] | None]] = [[]]
    for word in words[at_start : len(words) - at_end]:
        optional, element = word.endswith("?"), _element(word.removesuffix("?"))
        longer = [[*variant, element] for variant in variants]
        variants = [*longer, *variants] if optional else longer
    patterns = [Pattern(tuple(v), at_start, at_end) for v in variants if any(v)]
    if not patterns or any(v[0] is None for v in variants if v):
        raise ValueError(f"phrase without a word, or beginning with a gap: {phrase!r}")
    return patterns


def _element(word: str) -> frozenset[str] | None:
    if word == "**":
        return None
    if word == "*":
        return ANY
    return frozenset(part if part in CLASSES else part.lower() for part in word.split("|") if part)


class Phrasebook(Generic[T]):
    """Phrases with a value each, found in rows of units."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._index: dict[str, list[tuple[int, Pattern, T]]] = {}
        for phrase, value in entries:
            for pattern in compile_phrase(phrase):
                offset, keys = pattern.anchor
                for key in keys:
                    self._index.setdefault(key, []).append((offset, pattern, value))

    def find(
        self, units: Sequence[Unit], *, first: bool = True, last: bool = True
    ) -> Iterator[tuple[int, int, T]]:
        """Yield ``(from, to, value)`` for each phrase that fits ``units[from:to]``.

        ``first`` and ``last`` say that the row begins and ends its block.
        """
        for position, unit in enumerate(units):
            for key in unit.keys:
                for offset, pattern, value in self._index.get(key, ()):
                    start = position - offset
                    if start < 0 or (pattern.at_start and (start or not first)):
                        continue
                    if pattern.at_end and not last:
                        continue
                    end = _fit(pattern, 0, units, start)
                    if end is not None:
                        yield start, end, value


def _fit(pattern: Pattern, at: int, units: Sequence[Unit], position: int) -> int | None:
    """Return where the pattern's elements from ``at`` on end, None where they do not fit."""
    elements = pattern.elements
    for number in range(at, len(elements)):
        element = elements[number]
        if element is None and number == len(elements) - 1:
            position = min(position + GAP, len(units))
        elif element is None:
            ends = (_fit(pattern, number + 1, units, position + skip) for skip in range(GAP + 1))
            return next((end for end in ends if end is not None), None)
        elif position >= len(units) or (element and element.isdisjoint(units[position].keys)):
            return None
        else:
            position += 1
    return None if pattern.at_end and position < len(units) else position
