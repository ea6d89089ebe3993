"""Resolutions of advice, and what they belong to in a deck as it is now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from sowhat.decisions.words import fingerprint, fingerprint_of
from sowhat.model import Action, Deck, Order, Resolution, Subject

Resolutions = Sequence[Resolution]


def standing(deck: Deck, order: Order, given: Resolutions) -> tuple[Resolution, ...]:
    """Return the resolutions that hold in the deck, with their slides' numbers of now; the word on
    an order holds while the same slides are to be moved.

    Advice that was followed changes its slide: that a resolution fits none any more is no loss.
    Of several on the same advice the last holds.
    """
    if not given:
        return ()  # as mostly: no need to know any slide by its words
    found: dict[Subject, Resolution] = {}
    for slide in deck.slides:
        words = fingerprint(slide)
        for one in given:
            if one.words == words and (words or one.slide == slide.number):
                here = replace(one, slide=slide.number)
                found[here.subject] = here
    for one in given:
        if not one.slide and one.words == _known_by(deck, order, one.action):
            found[one.subject] = one
    return tuple(found.values())


def resolved(
    deck: Deck, order: Order, given: Resolutions, more: Sequence[Resolution]
) -> tuple[Resolution, ...]:
    """Return ``given`` with each of ``more`` in place of any other on the same advice."""
    kept = unresolved(deck, given, [one.subject for one in more])
    return (*kept, *(_whole(deck, order, one) for one in more))


def unresolved(
    deck: Deck, given: Resolutions, subjects: Collection[Subject]
) -> tuple[Resolution, ...]:
    """Return ``given`` without what holds for the advice on ``subjects``."""
    gone = {(subject, _words(deck, subject.slide)) for subject in subjects}

    def goes(one: Resolution) -> bool:
        if not one.slide:
            return (one.subject, None) in gone
        if one.words:
            return any(
                subject.action is one.action and words == one.words for subject, words in gone
            )
        return (one.subject, one.words) in gone

    return tuple(one for one in given if not goes(one))


def _whole(deck: Deck, order: Order, one: Resolution) -> Resolution:
    """Return ``one`` with what it is known by in other versions of the deck."""
    if not one.slide:
        return replace(one, words=_known_by(deck, order, one.action))
    slide = deck.slides[one.slide - 1]
    return replace(one, title=slide.title, words=fingerprint(slide))


def _words(deck: Deck, number: int) -> str | None:
    return fingerprint(deck.slides[number - 1]) if number else None


def _known_by(deck: Deck, order: Order, action: Action) -> str | None:
    """Return what advice on the whole deck is known by; a slide to write is by its id alone."""
    if action is not Action.ORDER:
        return None
    return fingerprint_of(deck.slides[move.slide - 1] for move in order.moves)
