"""Signs: one observation with its place, found slide by slide by pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sowhat.model import Deck, ParsedDeck, Profile, Sign
from sowhat.signs import fields, layouts, pictures, regexes, subjects, voice, words
from sowhat.signs.view import View, views

__all__ = ["KINDS", "find"]

_FINDERS: tuple[Callable[[View], Iterator[Sign]], ...] = (
    words.find,
    subjects.find,
    regexes.find,
    layouts.find,
    pictures.find,
    fields.find,
    voice.find,
)

KINDS = frozenset(
    kind
    for module in (words, subjects, regexes, layouts, pictures, fields)
    for kind in module.KINDS
)


def find(deck: Deck, parsed: ParsedDeck, profile: Profile) -> tuple[tuple[Sign, ...], ...]:
    """Return the signs of each slide, in the order of the slides."""
    return tuple(
        pictures.backed(tuple(sign for finder in _FINDERS for sign in finder(view)))
        for view in views(deck, parsed, profile)
    )
