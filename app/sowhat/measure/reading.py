"""Findings on what a person should look at: repeats, and what was not read or not decided."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from sowhat.measure.case import Case, Hit, hit, visible
from sowhat.measure.wording import spread
from sowhat.model import Deck, Motif, Slide, Verdict
from sowhat.rules import FindingRule

_SHINGLE = 3  # words

Shingles = frozenset[tuple[str, ...]]


def not_read(case: Case) -> Hit | None:
    """Find shown slides whose words or pictures could not be read."""
    ids = case.rule.words["gaps"]
    gaps = [gap for gap in case.deck.gaps if gap.id in ids]
    whole = any(gap.slide is None for gap in gaps)
    slides = {gap.slide for gap in gaps}
    unread = [v for v in case.shown if whole or v.slide in slides]
    return Hit(tuple(v.slide for v in unread)) if unread else None


def mostly_unsure(case: Case) -> Hit | None:
    """Find so many slides left to a person that the share says little."""
    unsure = [verdict for verdict in case.shown if verdict.unsure]
    if not unsure or len(unsure) <= case.limit("share") * len(case.shown):
        return None
    return hit(unsure)


def near_duplicate(case: Case) -> Hit | None:
    """Find slides that say nearly the same words."""
    groups = repeats(case.deck, case.shown, case.rule)
    if not groups:
        return None
    slides = tuple(sorted(number for group in groups for number in group))
    return Hit(slides, (), {"groups": "; ".join(map(spread, groups))})


def repeats(deck: Deck, shown: Iterable[Verdict], rule: FindingRule) -> list[list[int]]:
    """Return the groups of shown slides that say nearly the same by ``rule``, near-duplicate's."""
    skipped = {Motif(word) for word in rule.words["skipped"]}
    texts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for verdict in shown:
        slide = deck.slides[verdict.slide - 1]
        if slide.step_of is not None or verdict.motif in skipped:
            continue  # the steps of a build-up are one slide
        words = words_of(slide)
        if len(words) >= rule.limits["words"]:
            texts[words].append(verdict.slide)
    return _groups(texts, rule.limits["overlap"])


def words_of(slide: Slide) -> tuple[str, ...]:
    """Return the words of a slide in small letters, footers apart."""
    text = " ".join(block.text for _, block in visible(slide))
    return tuple(re.findall(r"\w+", text.casefold()))


def _groups(texts: Mapping[tuple[str, ...], list[int]], overlap: float) -> list[list[int]]:
    """Join the slides whose words overlap; only texts that share words are ever compared."""
    keys = list(texts)
    shingles = [_shingles(words) for words in keys]
    parent = list(range(len(keys)))
    for left, right in _alike(shingles, overlap):
        old, new = parent[right], parent[left]
        if old != new:
            parent = [new if root == old else root for root in parent]
    joined: dict[int, list[int]] = defaultdict(list)
    for index, words in enumerate(keys):
        joined[parent[index]] += texts[words]
    return sorted(sorted(group) for group in joined.values() if len(group) > 1)


def _alike(shingles: list[Shingles], overlap: float) -> Iterable[tuple[int, int]]:
    """Yield the pairs whose Jaccard index of shingles is ``overlap`` or more."""
    seen: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for right, own in enumerate(shingles):
        shared = Counter(left for shingle in own for left in seen[shingle])
        for left, count in shared.items():
            if count >= overlap * (len(own) + len(shingles[left]) - count):
                yield left, right
        for shingle in own:
            seen[shingle].append(right)


def _shingles(words: tuple[str, ...]) -> Shingles:
    return frozenset(words[i : i + _SHINGLE] for i in range(len(words) - _SHINGLE + 1))
