"""Signs: one observation with its place, found slide by slide by pure functions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sowhat.model import Deck, ParsedDeck, Profile, Sign
from sowhat.rules import Rules, SignRule
from sowhat.signs import fields, layouts, pictures, regexes, subjects, voice, words
from sowhat.signs.phrase import compile_phrase
from sowhat.signs.view import View, views

__all__ = ["KINDS", "find", "sound"]

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


def sound(rules: Rules) -> None:
    """Raise ``ValueError`` where a sign of the rules asks for what nothing here can find."""
    for rule in rules.motifs.values():
        for sign in rule.signs:
            try:
                _check(sign)
            except (ValueError, LookupError, re.error) as error:
                raise ValueError(f"{rule.id}.toml, sign {sign.id}: {error}") from error


def _check(sign: SignRule) -> None:
    sign.why.format(quote="", vendor="", customer="", count=1, field="")
    if sign.kind not in KINDS:
        raise ValueError(f"there is no kind {sign.kind}")
    if sign.kind == "regex":
        re.compile("|".join(sign.match))
    elif sign.kind in words.KINDS:
        for match in sign.match:
            if match != "*":
                compile_phrase(match)
    elif sign.kind == "layout" and (unknown := set(sign.match) - layouts.NAMES):
        raise ValueError(f"there is no layout {min(unknown)}")
