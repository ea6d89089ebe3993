"""Decisions and the slides they belong to in a deck as it is now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sowhat.decisions.words import fingerprint
from sowhat.model import Decision, Deck

Given = Sequence[Decision]


@dataclass(frozen=True, slots=True)
class Fit:
    """``standing``: one for each decided slide, in order, with its number, title and words of now.

    ``lost``: those whose words no slide has any more, as they were given.
    """

    standing: tuple[Decision, ...]
    lost: tuple[Decision, ...]


def fit(deck: Deck, given: Given) -> Fit:
    """Find each decision's slides by their words, wherever they stand now.

    What a person wrote without them goes by the slide's number. Of several decisions on the same
    words the one with the slide's own number holds, else the last.
    """
    standing: list[Decision] = []
    used: set[int] = set()
    for slide in deck.slides:
        words = fingerprint(slide)
        meant = [at for at, one in enumerate(given) if _means(one, slide.number, words)]
        if meant:
            used.update(meant)
            at = max(meant, key=lambda at: (given[at].slide == slide.number, at))
            standing.append(replace(given[at], slide=slide.number, title=slide.title, words=words))
    return Fit(tuple(standing), tuple(one for at, one in enumerate(given) if at not in used))


def decided(deck: Deck, given: Given, decision: Decision) -> tuple[Decision, ...]:
    """Return ``given`` with ``decision`` in place of any other on the same slide or words."""
    slide = deck.slides[decision.slide - 1]
    whole = replace(decision, title=slide.title, words=fingerprint(slide))
    return (*cleared(deck, given, decision.slide), whole)


def cleared(deck: Deck, given: Given, number: int) -> tuple[Decision, ...]:
    """Return ``given`` without what holds for slide ``number``, or was meant for one of it."""
    words = fingerprint(deck.slides[number - 1])
    found = fit(deck, given)
    return tuple(
        one
        for one in (*found.lost, *found.standing)
        if one.slide != number and not (words and one.words == words)
    )


def joined(deck: Deck, given: Given, more: Given) -> tuple[Decision, ...]:
    """Return ``given`` and those of ``more`` that fit the deck; on the same slide these hold."""
    found = fit(deck, (*given, *fit(deck, more).standing))
    return (*found.lost, *found.standing)


def forgotten(deck: Deck, given: Given) -> tuple[Decision, ...]:
    """Return ``given`` without what fits no slide any more."""
    return fit(deck, given).standing


def _means(one: Decision, number: int, words: str) -> bool:
    if one.words:
        return one.words == words
    return one.slide == number and one.words in (None, words)
