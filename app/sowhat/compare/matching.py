"""Which slide of the old deck is which of the new one, moved or edited. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from sowhat.compare.assign import Matrix, assign
from sowhat.compare.likeness import likeness, nearness, shares
from sowhat.compare.traits import Traits, traits
from sowhat.measure import longest_kept
from sowhat.model import Deck, Pair, Part, Single

LEAST = 0.38  # likeness from which two slides are one
BESIDE = 0.11  # for each neighbour that is a pair itself
MOST_OF_IT = 0.6  # of a slide's words: it was split from the slide that holds them, or merged
SAME = 0.97  # likeness of words that two readers of the same slide reach


def match(old: Deck, new: Deck) -> tuple[tuple[Pair, ...], tuple[Single, ...], tuple[Single, ...]]:
    """Return the pairs, what was added, and what was dropped."""
    left, right = [traits(s) for s in old.slides], [traits(s) for s in new.slides]
    same_kind = old.kind is new.kind
    alike = likeness(left, right, same_kind=same_kind)
    near = nearness(*alike.shape)
    found = assign(alike + near - LEAST)
    found = assign(alike + near + _beside(found, alike.shape) - LEAST)
    made = (
        Pair(
            row + 1,
            column + 1,
            round(float(alike[row, column]), 3),
            _changed(left[row], right[column], same_kind=same_kind),
        )
        for row, column in found
    )
    pairs = _with_moves(made)
    added = _singles(right, left, {pair.new for pair in pairs})
    dropped = _singles(left, right, {pair.old for pair in pairs})
    return pairs, added, dropped


def _beside(found: Iterable[tuple[int, int]], shape: tuple[int, ...]) -> Matrix:
    """Return what each pair of places gains from neighbours that belong together."""
    gains = np.zeros(shape)
    for row, column in found:
        for step in (-1, 1):
            if 0 <= row + step < shape[0] and 0 <= column + step < shape[1]:
                gains[row + step, column + step] += BESIDE
    return gains


def _changed(old: Traits, new: Traits, *, same_kind: bool) -> tuple[Part, ...]:
    """Return what differs; between kinds of file only what is no matter of reading."""
    parts: list[Part] = []
    if old.title != new.title and (same_kind or not _read_alike(old.title, new.title)):
        parts.append(Part.TITLE)
    if _body(old) != _body(new) and (same_kind or not _read_alike(old.words, new.words)):
        parts.append(Part.WORDS)
    if same_kind and old.pictures != new.pictures:
        parts.append(Part.PICTURES)
    if old.hidden != new.hidden:
        parts.append(Part.HIDDEN)
    return tuple(parts)


def _body(slide: Traits) -> tuple[str, ...]:
    rest = list(slide.words)
    for word in slide.title:
        if word in rest:
            rest.remove(word)
    return tuple(rest)


def _read_alike(old: Sequence[str], new: Sequence[str]) -> bool:
    left, right = set(old), set(new)
    return 2 * len(left & right) >= SAME * (len(left) + len(right))


def _with_moves(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Return the pairs in the new order; those outside the longest kept run are moved."""
    ordered = sorted(pairs, key=lambda pair: pair.new)
    kept = longest_kept([pair.old for pair in ordered])
    return tuple(replace(pair, moved=pair.old not in kept) for pair in ordered)


def _singles(
    own: Sequence[Traits], other: Sequence[Traits], paired: set[int]
) -> tuple[Single, ...]:
    """Return the slides of ``own`` that are in no pair."""
    held = shares(own, other)
    found: list[Single] = []
    for index in range(len(own)):
        if index + 1 not in paired:
            most = int(held[index].argmax()) if other else 0
            whole = other and held[index, most] >= MOST_OF_IT
            found.append(Single(index + 1, most + 1 if whole else None))
    return tuple(found)
