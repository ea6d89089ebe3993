"""Slides that can go, for another says the same: repeats, further walls, products twice."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sowhat.advise.effect import State, changes
from sowhat.measure import headed, repeats, spread, walls, words_of
from sowhat.model import Cut, CutKind, Deck, Motif, Profile, Stance, Verdict
from sowhat.rules import Rules
from sowhat.rules.measures import load_measures
from sowhat.rules.missing import load_missing
from sowhat.texts import text

_LONG = 4  # letters; shorter words say little

Found = tuple[CutKind, list[int], int]
"""Why, the slides that can go, and the one that stays."""


def cuts(
    deck: Deck, profile: Profile, verdicts: Sequence[Verdict], rules: Rules
) -> tuple[Cut, ...]:
    """Return what can be cut or merged, their effect not told yet; no slide is in two of them.

    This alone decides what goes; advice on slides, the order and the findings follow it. No slide
    goes without which the vendor's share would rise, nor one that a person has to decide first.
    ``verdicts[i]`` belongs to slide i + 1.
    """
    shown = [verdicts[slide.number - 1] for slide in deck.shown]
    free = _free(shown)
    gone: set[int] = set()
    stay: set[int] = set()
    found: list[Cut] = []
    for kind, group, keep in _found(deck, profile, shown, free, rules):
        slides = [number for number in group if number in free - gone - stay]
        if keep in gone or not slides:
            continue
        gone.update(slides)
        stay.add(keep)
        found.append(
            Cut(kind, tuple(slides), keep, kind is CutKind.PRODUCT, _why(kind, slides, keep))
        )
    return tuple(found)


def weighed(deck: Deck, verdicts: Sequence[Verdict], found: Sequence[Cut]) -> tuple[Cut, ...]:
    """Return the cuts with what each changes on the shown slides of the deck as it is."""
    told = [verdicts[slide.number - 1] for slide in deck.shown]
    return tuple(replace(one, effect=_effect(told, one.slides)) for one in found)


def why_of(cut: Cut, slide: int) -> str:
    """Return why one of a cut's slides goes."""
    return _why(cut.kind, [slide], cut.keep)


def _effect(told: Sequence[Verdict], slides: Collection[int]) -> str:
    rest = [verdict for verdict in told if verdict.slide not in slides]
    return changes(State.of(told), State.of(rest)) or text("advise.effect.none-cuts")


def _free(shown: Sequence[Verdict]) -> frozenset[int]:
    """Return the slides that were decided, and without which the share does not rise.

    Several of them together do not raise it either.
    """
    now = State.of(shown).share or 0.0
    rest = {v.slide: [other for other in shown if other is not v] for v in shown if not v.unsure}
    return frozenset(number for number in rest if (State.of(rest[number]).share or 0.0) <= now)


def _found(
    deck: Deck,
    profile: Profile,
    shown: Sequence[Verdict],
    free: Collection[int],
    rules: Rules,
) -> Iterator[Found]:
    # Walls first: the one of two equal walls that stayed would be a second one.
    if profile.purpose not in rules.findings["several-logo-walls"].not_for:
        yield from _walls(shown)
    for group in repeats(deck, shown, rules.findings["near-duplicate"]):
        keep = max(group, key=lambda number: (number not in free, *_worth(deck, shown, number)))
        yield CutKind.DUPLICATE, [number for number in group if number != keep], keep
    if profile.purpose not in load_measures().keep:
        yield from _products(deck, shown)


def _worth(deck: Deck, shown: Sequence[Verdict], number: int) -> tuple[float, int, int]:
    """Rank a slide among its repeats: more about the customer, then more words, then earlier."""
    verdict = next(v for v in shown if v.slide == number)
    theirs = verdict.chances[list(Stance).index(Stance.CUSTOMER)]
    return round(theirs, 1), deck.slides[number - 1].words, -number


def _walls(shown: Sequence[Verdict]) -> Iterator[Found]:
    """Yield all slides that are first of all walls of logos but the last; where there is one only,
    it goes if another slide, which says more, is a wall too."""
    every = walls(shown)
    bare = [v.slide for v in every if v.motif is Motif.LOGOS and v.stance is Stance.VENDOR]
    if bare and len(every) >= load_missing().cuts.walls:
        others = [v.slide for v in every if v.slide not in bare]
        keep = bare[-1] if len(bare) > 1 else others[-1]
        yield CutKind.LOGOS, [number for number in bare if number != keep], keep


def _products(deck: Deck, shown: Sequence[Verdict]) -> Iterator[Found]:
    """Yield product slides most of whose words stand on an earlier one with the same headline."""
    limits = load_missing().cuts
    seen: list[tuple[int, frozenset[str]]] = []
    for number, words in _distinct(deck, shown):
        if len(words) < limits.words:
            continue
        shared = [
            (len(words & other) / min(len(words), len(other)), n)
            for n, other in seen
            if headed(deck.slides[n - 1]) == headed(deck.slides[number - 1]) != ()
        ]
        most, keep = max(shared, default=(0.0, 0))
        if most >= limits.overlap:
            yield CutKind.PRODUCT, [number], keep
        else:
            seen.append((number, words))


def _distinct(deck: Deck, shown: Sequence[Verdict]) -> list[tuple[int, frozenset[str]]]:
    """Return the product slides with their longer words, without those on most of them."""
    products = [
        (v.slide, frozenset(w for w in words_of(deck.slides[v.slide - 1]) if _says(w)))
        for v in shown
        if v.motif is Motif.PRODUCT
        and v.stance is Stance.VENDOR
        and not v.unsure
        and deck.slides[v.slide - 1].step_of is None
    ]
    often = len(products) / 2
    common = {
        word
        for _, words in products
        for word in words
        if len(products) > 3 and sum(word in other for _, other in products) > often
    }
    return [(number, words - common) for number, words in products]


def _says(word: str) -> bool:
    return len(word) >= _LONG and not re.fullmatch(r"\d+", word)


def _why(kind: CutKind, slides: Sequence[int], keep: int) -> str:
    return text(f"advise.cuts.{kind}", n=len(slides), slides=spread(slides), keep=keep)
