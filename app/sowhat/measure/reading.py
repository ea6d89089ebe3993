"""Findings on what a person should look at: repeats, and what was not read or not decided."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sowhat.measure.case import Case, Hit, hit, visible
from sowhat.measure.wording import spread
from sowhat.model import Deck, Motif, Slide, Verdict
from sowhat.rules import FindingRule

_SHINGLE = 3  # words

Shingles = frozenset[tuple[str, ...]]
Headline = tuple[str, ...]


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
    """Return the groups of shown slides that say nearly the same by ``rule``, near-duplicate's.

    Slides with different headlines are different slides.
    """
    skipped = {Motif(word) for word in rule.words["skipped"]}
    told: dict[Headline, list[Slide]] = defaultdict(list)
    for verdict in shown:
        slide = deck.slides[verdict.slide - 1]
        if slide.step_of is None and verdict.motif not in skipped:
            told[headed(slide)].append(slide)  # the steps of a build-up are one slide
    return sorted(group for slides in told.values() for group in _groups(slides, rule))


def words_of(slide: Slide) -> tuple[str, ...]:
    """Return the words of a slide in small letters, footers apart."""
    text = " ".join(block.text for _, block in visible(slide))
    return tuple(re.findall(r"\w+", text.casefold()))


def headed(slide: Slide) -> Headline:
    """Return the words of a slide's headline in small letters; the numbers of parts are none."""
    return tuple(re.findall(r"[^\W\d]\w*", slide.title.casefold()))


def _groups(slides: Sequence[Slide], rule: FindingRule) -> list[list[int]]:
    """Join the slides, all of one headline, whose words or lines overlap."""
    parent = {slide.number: slide.number for slide in slides}
    for left, right in (*_same_words(slides, rule), *_same_lines(slides, rule)):
        old, new = parent[right], parent[left]
        if old != new:
            parent = {number: new if root == old else root for number, root in parent.items()}
    joined: dict[int, list[int]] = defaultdict(list)
    for number, root in parent.items():
        joined[root].append(number)
    return [sorted(group) for group in joined.values() if len(group) > 1]


def _same_words(slides: Sequence[Slide], rule: FindingRule) -> Iterable[tuple[int, int]]:
    texts = {slide.number: words_of(slide) for slide in slides}
    long = [number for number, words in texts.items() if len(words) >= rule.limits["words"]]
    for left, right in _alike([_shingles(texts[n]) for n in long], rule.limits["overlap"]):
        yield long[left], long[right]


def _same_lines(slides: Sequence[Slide], rule: FindingRule) -> Iterable[tuple[int, int]]:
    """Yield the pairs that have most lines in common below the headline they share."""
    lines = {slide.number: _lines(slide) for slide in slides if slide.title}
    numbers = list(lines)
    for left, right in _alike(list(lines.values()), rule.limits["overlap"]):
        pair = numbers[left], numbers[right]
        if len(lines[pair[0]] & lines[pair[1]]) >= rule.limits["same"]:
            yield pair


def _lines(slide: Slide) -> frozenset[Headline]:
    """Return the words of each line of a slide, of those that have several."""
    lines = (line for _, block in visible(slide) for line in block.text.splitlines())
    words = (tuple(re.findall(r"\w+", line.casefold())) for line in lines)
    return frozenset(one for one in words if len(one) > 1) - {headed(slide)}


def _alike(shingles: Sequence[Shingles], overlap: float) -> Iterable[tuple[int, int]]:
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
