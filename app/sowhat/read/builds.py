"""Pages that build up one slide: a deck exported step by step, each with all of the one before.

The pages of a run are one slide in steps; the last of them is the whole slide. Pages that only
share a frame (a title, a template, a repeated agenda) keep too little of each other to be a run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from sowhat.model import Block, Box, Picture, PictureOrigin, Role, Slide, Source

_KEPT, _MOST_LOST = 0.9, 3  # share of a page's words that the next keeps; words it may drop
_FEWEST = 3  # words of a page without a picture that can be a step
_MANY = 20  # words that, all kept, tell a step even where its picture is drawn anew
_NEAR = 0.04, 0.007  # of width and height: the same place, though words before it turned bold
_NEAR_GUESSED = 0.04, 0.15
_SAME_PICTURE, _MOSTLY = 0.02, 0.5  # of width and height; of the smaller area


class _Item(NamedTuple):
    """A word or a picture's name, its place and how far that may wander."""

    text: str
    x: float
    y: float
    near: tuple[float, float]


def with_steps(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """Return the slides; those that build up to a later one tell its number."""
    ends: dict[int, int] = {}
    for following, slide in pairwise(reversed(slides)):
        if _builds_up(slide, following):
            ends[slide.number] = ends.get(following.number, following.number)
    return tuple(
        replace(slide, step_of=ends[slide.number]) if slide.number in ends else slide
        for slide in slides
    )


def _builds_up(slide: Slide, following: Slide) -> bool:
    """Say whether the following slide is a further step of a slide."""
    if slide.hidden or following.hidden:
        return False
    if not following.title.casefold().startswith(slide.title.casefold()):
        return False
    words, pictures = list(_words(slide)), _own(slide.pictures)
    if len(words) < _FEWEST and not any(picture.sha256 for picture in pictures):
        return False
    lost = len(words) - _found(words, list(_words(following)))
    if lost > min(_MOST_LOST, (1 - _KEPT) * len(words)):
        return False
    telling = lost == 0 and len(words) >= _MANY
    others = _own(following.pictures)
    return all(
        any(_goes_on(picture, other) or (telling and _replaces(other, picture)) for other in others)
        for picture in pictures
    )


def _words(slide: Slide) -> Iterator[_Item]:
    for block in slide.blocks:
        if block.role is not Role.FOOTER and block.box is not None:
            yield from _words_of(block, block.box)


def _words_of(block: Block, whole: Box) -> Iterator[_Item]:
    near = _NEAR if block.exact else _NEAR_GUESSED
    if block.exact and block.spans:
        for span in block.spans:
            yield _Item(block.text[span.start : span.end], span.box.x0, span.box.y0, near)
    else:
        for word in block.text.split():
            yield _Item(word, whole.x0, whole.y0, near)


def _found(words: Sequence[_Item], others: Sequence[_Item]) -> int:
    """Count the words that stand among ``others`` at the same place."""
    places: dict[str, list[_Item]] = {}
    for item in others:
        places.setdefault(item.text, []).append(item)
    count = 0
    for word in words:
        same = places.get(word.text, [])
        match = next((item for item in same if _is_near(word, item)), None)
        if match is not None:
            same.remove(match)
            count += 1
    return count


def _is_near(one: _Item, other: _Item) -> bool:
    across, down = one.near
    return abs(one.x - other.x) <= across and abs(one.y - other.y) <= down


def _own(pictures: Sequence[Picture]) -> list[Picture]:
    return [picture for picture in pictures if picture.source is not Source.LAYOUT]


def _goes_on(picture: Picture, other: Picture) -> bool:
    """Say whether a picture is shown again, or a drawing has grown."""
    if picture.origin is not other.origin or picture.sha256 != other.sha256:
        return False
    grown = picture.origin is PictureOrigin.DRAWING
    held = other.box.holds(picture.box, _SAME_PICTURE)
    return held and (grown or picture.box.holds(other.box, _SAME_PICTURE))


def _replaces(other: Picture, picture: Picture) -> bool:
    """Say whether a picture stands mostly where another stood."""
    least = min(picture.box.area, other.box.area)
    return picture.origin is other.origin and other.box.overlap(picture.box) > _MOSTLY * least
