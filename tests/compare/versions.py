"""Versions of a deck as people make them, with what became of each slide."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sowhat.model import Block, Deck, Pair, Role, Slide

SHARE = 0.3  # of the slides that a change touches


@dataclass(frozen=True)
class Version:
    """A later version; ``origins[i]`` are the old slides that slide i + 1 may rightly be."""

    deck: Deck
    origins: tuple[frozenset[int], ...]


Change = Callable[[Version, Sequence[Slide], random.Random], Version]


def first(deck: Deck) -> Version:
    """Return the deck itself."""
    return Version(deck, tuple(frozenset({slide.number}) for slide in deck.slides))


def moved(version: Version, _others: Sequence[Slide], rng: random.Random) -> Version:
    """Put some slides elsewhere."""
    order = list(range(len(version.origins)))
    for index in _some(order, rng):
        order.remove(index)
        order.insert(rng.randint(0, len(order)), index)
    return _ordered(version, [(version.deck.slides[i], version.origins[i]) for i in order])


def edited(version: Version, others: Sequence[Slide], rng: random.Random) -> Version:
    """Write some slides anew: half of their blocks below the title are another slide's."""

    def change(slide: Slide) -> Slide:
        mine = [block for block in slide.blocks if block.role is not Role.TITLE]
        new = [block for block in rng.choice(others).blocks if block.role is not Role.TITLE]
        out = set(map(id, rng.sample(mine, len(mine) // 2)))
        kept = [block for block in slide.blocks if id(block) not in out]
        return replace(slide, blocks=(*kept, *new[: len(out)]))

    return _each(version, change, rng)


def retitled(version: Version, others: Sequence[Slide], rng: random.Random) -> Version:
    """Give some slides another title."""

    def change(slide: Slide) -> Slide:
        title = rng.choice(others).title
        return replace(slide, title=title, blocks=tuple(_titled(b, title) for b in slide.blocks))

    return _each(version, change, rng)


def repictured(version: Version, _others: Sequence[Slide], rng: random.Random) -> Version:
    """Put other pictures in the place of some slides' own."""

    def change(slide: Slide) -> Slide:
        fresh = hashlib.sha256(str(rng.random()).encode()).hexdigest()
        return replace(slide, pictures=tuple(replace(p, sha256=fresh) for p in slide.pictures))

    return _each(version, change, rng)


def deleted(version: Version, _others: Sequence[Slide], rng: random.Random) -> Version:
    """Leave some slides out."""
    out = set(_some(range(len(version.origins)), rng))
    return _ordered(version, [item for i, item in enumerate(_items(version)) if i not in out])


def inserted(version: Version, others: Sequence[Slide], rng: random.Random) -> Version:
    """Put slides of other decks between them."""
    items = _items(version)
    for _ in _some(range(len(items)), rng):
        items.insert(rng.randint(0, len(items)), (rng.choice(others), frozenset()))
    return _ordered(version, items)


def split(version: Version, _others: Sequence[Slide], rng: random.Random) -> Version:
    """Spread some slides over two, each with the title."""
    items = _items(version)
    for index in sorted(_some(range(len(items)), rng), reverse=True):
        slide, origin = items[index]
        if len(slide.blocks) >= 4:
            head = [b for b in slide.blocks if b.role is Role.TITLE]
            rest = [b for b in slide.blocks if b.role is not Role.TITLE]
            half = len(rest) // 2
            parts = ((*head, *rest[:half]), (*head, *rest[half:]))
            items[index : index + 1] = [(replace(slide, blocks=p), origin) for p in parts]
    return _ordered(version, items)


def merged(version: Version, _others: Sequence[Slide], rng: random.Random) -> Version:
    """Put some slides and their next ones on one."""
    items = _items(version)
    for index in sorted(_some(range(len(items)), rng), reverse=True):
        if index + 1 < len(items) and items[index][0].blocks and items[index + 1][0].blocks:
            (slide, origin), (second, other) = items[index : index + 2]
            both = replace(
                slide,
                blocks=(*slide.blocks, *second.blocks),
                pictures=(*slide.pictures, *second.pictures),
            )
            items[index : index + 2] = [(both, origin | other)]
    return _ordered(version, items)


CHANGES: dict[str, Change] = {
    "moved": moved,
    "edited": edited,
    "retitled": retitled,
    "repictured": repictured,
    "deleted": deleted,
    "inserted": inserted,
    "split": split,
    "merged": merged,
}


def all_of_it(version: Version, others: Sequence[Slide], rng: random.Random) -> Version:
    """Change the deck in every way, one after the other."""
    for change in CHANGES.values():
        version = change(version, others, rng)
    return version


def rightly(old: Deck, version: Version, pairs: Sequence[Pair]) -> tuple[int, int]:
    """Return how many slides are matched rightly, of how many.

    Counted are the slides of the version: each must have one of its origins as its partner, or
    none where it has none or all of them are the partners of others. A slide that says the same
    as an origin counts as that.
    """
    partner = {pair.new: pair.old for pair in pairs}
    taken = set(partner.values())
    known = {slide.number: _content(slide) for slide in old.slides}
    right = 0
    for number, origin in enumerate(version.origins, start=1):
        found = partner.get(number)
        if found is None:
            right += not origin - taken
        else:
            right += found in origin or known[found] in {known[one] for one in origin}
    return right, len(version.origins)


def _content(slide: Slide) -> tuple[object, ...]:
    return tuple(block.text for block in slide.blocks), tuple(p.sha256 for p in slide.pictures)


def _some(numbers: Sequence[int], rng: random.Random) -> list[int]:
    return rng.sample(list(numbers), max(1, round(SHARE * len(numbers)))) if numbers else []


def _items(version: Version) -> list[tuple[Slide, frozenset[int]]]:
    return list(zip(version.deck.slides, version.origins, strict=True))


def _each(version: Version, change: Callable[[Slide], Slide], rng: random.Random) -> Version:
    items = _items(version)
    for index in _some(range(len(items)), rng):
        items[index] = change(items[index][0]), items[index][1]
    return _ordered(version, items)


def _ordered(version: Version, items: Sequence[tuple[Slide, frozenset[int]]]) -> Version:
    slides = tuple(replace(slide, number=n) for n, (slide, _) in enumerate(items, start=1))
    return Version(replace(version.deck, slides=slides), tuple(origin for _, origin in items))


def _titled(block: Block, title: str) -> Block:
    return replace(block, text=title, runs=()) if block.role is Role.TITLE else block
