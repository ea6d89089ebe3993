"""Resolutions of advice, and the slides they belong to in a deck as it is now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sowhat.decisions.words import fingerprint
from sowhat.model import Action, Deck, Resolution

Resolutions = Sequence[Resolution]


def standing(deck: Deck, given: Resolutions) -> tuple[Resolution, ...]:
    """Return the resolutions that hold in the deck, with their slides' numbers of now.

    Advice that was followed changes its slide: that a resolution fits none any more is no loss.
    Of several on the same advice the last holds.
    """
    if not given:
        return ()  # as mostly: no need to know any slide by its words
    found: dict[tuple[int, Action], Resolution] = {}
    for slide in deck.slides:
        words = fingerprint(slide)
        for one in given:
            if one.words == words and (words or one.slide == slide.number):
                found[slide.number, one.action] = replace(one, slide=slide.number)
    return tuple(found.values())


def resolved(deck: Deck, given: Resolutions, one: Resolution) -> tuple[Resolution, ...]:
    """Return ``given`` with ``one`` in place of any other on the same advice."""
    slide = deck.slides[one.slide - 1]
    whole = replace(one, title=slide.title, words=fingerprint(slide))
    return (*unresolved(deck, given, one.slide, one.action), whole)


def unresolved(
    deck: Deck, given: Resolutions, number: int, action: Action
) -> tuple[Resolution, ...]:
    """Return ``given`` without what holds for the advice ``action`` on slide ``number``."""
    words = fingerprint(deck.slides[number - 1])
    return tuple(
        one
        for one in given
        if one.action is not action or one.words != words or not (words or one.slide == number)
    )
