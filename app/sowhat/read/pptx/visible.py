"""Words and pictures that the file holds and nobody sees: beside the slide, under something, in
the colour of their ground.

A wrong "unseen" loses words that people read, a missed one costs little. So what moves or comes
and goes is always seen, only plain opaque shapes cover, and colours are compared only where both
are known.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from sowhat.model import Block, Box, Picture, PictureOrigin, Role, Unseen
from sowhat.read.pptx.fills import Fill
from sowhat.read.pptx.found import Found, on_slide
from sowhat.read.pptx.headings import with_title
from sowhat.read.pptx.inks import alike
from sowhat.read.pptx.surfaces import Surface

NOTHING = 1e-5  # of the slide
MARGIN = 0.004  # by which words and pictures lie within what covers them
MOST = 1_000_000  # pairs of words and surfaces looked at; a slide with more is taken as it is


class Parted(NamedTuple):
    """What a layer shows and what it does not, each in the order of the file."""

    blocks: list[Block]
    pictures: list[Picture]
    unseen: list[Block]
    unseen_pictures: list[Picture]


def parted(layers: Sequence[Found], ground: Fill | None) -> list[Parted]:
    """Return each of the layers, the lowest first, with what is not seen told apart.

    ``ground`` is the background, None where none is named.
    """
    stack = _Stack(layers, ground.color if ground else None)
    result = []
    for index, layer in enumerate(layers):
        one = Parted([], [], [], [])
        heights = stack.heights(index, [surface.blocks for surface in layer.surfaces])
        for at, block in enumerate(layer.blocks):
            reason = block.unseen
            if reason is None and at not in layer.loose_blocks and block.box:
                reason = stack.reason(block.box, heights(at), layer.inks.get(at))
            if reason is None:
                one.blocks.append(block)
            else:
                one.unseen.append(replace(block, unseen=reason))
        heights = stack.heights(index, [surface.pictures for surface in layer.surfaces])
        for at, picture in enumerate(layer.pictures):
            reason = picture.unseen or _flat(picture)
            if reason is None and at not in layer.loose_pictures:
                reason = stack.reason(picture.box, heights(at), None)
            if reason is None:
                one.pictures.append(picture)
            else:
                one.unseen_pictures.append(replace(picture, unseen=reason))
        result.append(one)
    return result


def titled(own: Parted) -> tuple[list[Block], str]:
    """Return the words a slide shows with the title's role given, and its title.

    A title placeholder that nobody sees still is the slide's title where no other one is seen: it
    stands beside the slide so that outlines and screen readers have a name for the slide. The
    words that are shown as the heading have the title's role all the same.
    """
    shown, title = with_title(own.blocks)
    if not any(block.role is Role.TITLE for block in own.blocks):
        held = [block.text for block in own.unseen if block.role is Role.TITLE]
        title = " ".join(" ".join(held).split()) or title
    return shown, title


def _flat(picture: Picture) -> Unseen | None:
    """Say whether a picture has no size; outlines of no height are lines."""
    sides = sorted((picture.box.width, picture.box.height))
    outline = picture.origin is PictureOrigin.DRAWING
    return Unseen.NO_SIZE if sides[outline] < NOTHING else None


class _Stack:
    """All surfaces of a slide, the lowest first, above its background."""

    def __init__(self, layers: Sequence[Found], ground: str | None) -> None:
        self._ground = ground
        self._surfaces: list[Surface] = []
        self._starts: list[int] = []
        for layer in layers:
            self._starts.append(len(self._surfaces))
            self._surfaces += layer.surfaces
        self._covers = [(i, s.solid) for i, s in enumerate(self._surfaces) if s.solid]
        colors = {surface.color for surface in self._surfaces} | {ground}
        self._colors = [color for color in colors if color]
        self._lost: dict[str, bool] = {}
        things = sum(len(layer.blocks) + len(layer.pictures) for layer in layers)
        self._busy = things * len(self._surfaces) > MOST

    def heights(self, layer: int, counts: list[int]) -> Callable[[int], int]:
        """Return how many surfaces lie under the words or pictures of a layer, by their index."""
        start = self._starts[layer]
        return lambda index: start + bisect_right(counts, index)

    def reason(self, box: Box, beneath: int, inks: frozenset[str] | None) -> Unseen | None:
        """Return why what stands in ``box`` above so many surfaces is not seen, None if it is."""
        if not on_slide(box):
            return Unseen.OFF_SLIDE
        if self._busy:
            return None
        if self._covers and self._covered(box.grown(MARGIN), beneath):
            return Unseen.COVERED
        if inks and all(map(self._may_be_lost, inks)):
            ground = self._under(box, beneath)
            if ground is not None and all(alike(ink, ground) for ink in inks):
                return Unseen.NO_CONTRAST
        return None

    def _covered(self, box: Box, beneath: int) -> bool:
        return any(solid.holds(box) for index, solid in self._covers if index >= beneath)

    def _may_be_lost(self, ink: str) -> bool:
        if ink not in self._lost:
            self._lost[ink] = any(alike(ink, color) for color in self._colors)
        return self._lost[ink]

    def _under(self, box: Box, beneath: int) -> str | None:
        """Return the one colour that surely lies under ``box``."""
        for surface in reversed(self._surfaces[:beneath]):
            if surface.solid is not None and surface.solid.holds(box):
                return surface.color
            if surface.box.overlap(box) > 0:
                return None
        return self._ground
