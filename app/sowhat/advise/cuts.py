"""Slides that can go, for another says the same: repeats, further walls, products twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sowhat.advise.effect import State, changes
from sowhat.advise.missing import in_order
from sowhat.measure import repeats, spread, words_of
from sowhat.model import Cut, CutKind, Deck, Motif, Order, Profile, Stance, Verdict
from sowhat.rules import Rules
from sowhat.rules.measures import load_measures
from sowhat.rules.missing import load_missing
from sowhat.texts import text

_LONG = 4  # letters; shorter words say little

Found = tuple[CutKind, list[int], int, str]
"""Why, the slides that can go, the one that stays, and what is said of it."""


def cuts(
    deck: Deck, profile: Profile, verdicts: Sequence[Verdict], order: Order, rules: Rules
) -> tuple[Cut, ...]:
    """Return what can be cut or merged; no slide twice. ``verdicts[i]`` belongs to slide i + 1."""
    shown = [verdicts[slide.number - 1] for slide in deck.shown]
    told = in_order(deck, verdicts, order)
    gone: set[int] = set()
    found: list[Cut] = []
    for kind, group, keep, why in _found(deck, profile, shown, order, rules):
        slides = [number for number in group if number not in gone]
        if keep in gone or not slides:
            continue
        gone.update(slides)
        rest = [verdict for verdict in told if verdict.slide not in slides]
        effect = changes(State.of(told), State.of(rest)) or text("advise.effect.none-cuts")
        found.append(Cut(kind, tuple(slides), keep, kind is CutKind.PRODUCT, why, effect))
    return tuple(found)


def _found(
    deck: Deck, profile: Profile, shown: Sequence[Verdict], order: Order, rules: Rules
) -> Iterator[Found]:
    for group in repeats(deck, shown, rules.findings["near-duplicate"]):
        keep = max(group, key=lambda number: _worth(deck, shown, number))
        rest = [number for number in group if number != keep]
        yield CutKind.DUPLICATE, rest, keep, _why("duplicate", rest, keep)
    if profile.purpose not in rules.findings["several-logo-walls"].not_for:
        yield from _walls(shown, order)
    if profile.purpose not in load_measures().keep:
        yield from _products(deck, shown)


def _worth(deck: Deck, shown: Sequence[Verdict], number: int) -> tuple[float, int, int]:
    """Rank a slide among its repeats: more about the customer, then more words, then earlier."""
    verdict = next(v for v in shown if v.slide == number)
    theirs = verdict.chances[list(Stance).index(Stance.CUSTOMER)]
    return round(theirs, 1), deck.slides[number - 1].words, -number


def _walls(shown: Sequence[Verdict], order: Order) -> Iterator[Found]:
    """Yield all walls of logos but the one that comes last in the proposed order."""
    walls = [
        v.slide
        for v in shown
        if v.motif is Motif.LOGOS and v.stance is Stance.VENDOR and not v.unsure
    ]
    if len(walls) >= load_missing().cuts.walls:
        keep = max(walls, key=order.place)
        rest = [number for number in walls if number != keep]
        yield CutKind.LOGOS, rest, keep, _why("logos", rest, keep)


def _products(deck: Deck, shown: Sequence[Verdict]) -> Iterator[Found]:
    """Yield product slides most of whose words stand on an earlier one."""
    limits = load_missing().cuts
    seen: list[tuple[int, frozenset[str]]] = []
    for number, words in _distinct(deck, shown):
        if len(words) < limits.words:
            continue
        shared = [(len(words & other) / min(len(words), len(other)), n) for n, other in seen]
        most, keep = max(shared, default=(0.0, 0))
        if most >= limits.overlap:
            yield CutKind.PRODUCT, [number], keep, _why("product", [number], keep)
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


def _why(kind: str, slides: Sequence[int], keep: int) -> str:
    return text(f"advise.cuts.{kind}", n=len(slides), slides=spread(slides), keep=keep)
