"""Graphics of analysts and review sites: quadrants, review grids, waves and radars."""

from __future__ import annotations

from dataclasses import replace

from sowhat.model import Box, PictureKind
from sowhat.pictures import quadrant, radar
from sowhat.pictures.dots import Dots
from sowhat.pictures.houses import Said, said
from sowhat.pictures.seen import Guess, Near, Pixels

SMALLEST = 150
"""Pixels of the short side: in a smaller picture no dot and no name can be told."""
NARROWEST = 2.6
SMALL = 0.04
"""Of the slide: what is smaller, or stands on many slides, is an emblem with rings or fields."""

BY_LOOKS, BY_NAME, BY_WORDS, BY_BOTH = 0.66, 0.85, 0.8, 0.96
"""Confidence: by structure; where a name stands around; by words inside; by words and structure."""


def find(pixels: Pixels, near: Near, *, fields: bool = True) -> Guess | None:
    """Return a guess where the picture is the graphic of an analyst or a review site.

    Quadrants are looked for only where there may be ``fields``.
    """
    short, long = sorted(pixels.shape[:2])
    if short < SMALLEST or long > NARROWEST * short:
        return None
    words = said(near)
    if words.against:
        return None
    emblem = near.repeated or 0 < near.share < SMALL
    if emblem and not (words.for_it or words.named):
        return _by_words(words)
    guess = _structure(pixels, fields=fields)
    if guess is None:
        return _by_words(words)
    if words.for_it:
        return replace(guess, confidence=BY_BOTH)
    return replace(guess, confidence=BY_NAME) if words.named else guess


def _by_words(words: Said) -> Guess | None:
    if words.alone:
        return Guess(PictureKind.ANALYST, BY_WORDS, "picture-analyst-words")
    return Guess(PictureKind.ANALYST, BY_WORDS, "picture-analyst-card") if words.card else None


def _structure(pixels: Pixels, *, fields: bool) -> Guess | None:
    plot = quadrant.best(pixels) if fields else None
    if plot:
        return _guess("picture-quadrant", plot.dots, pixels)
    rings = radar.best(pixels)
    return _guess("picture-radar", rings.dots, pixels) if rings else None


def _guess(reason: str, found: Dots, pixels: Pixels) -> Guess:
    high, wide = pixels.shape[:2]
    edges = found.pieces
    corners = zip(edges.x0 - 1, edges.y0 - 1, edges.x1 + 1, edges.y1 + 1, strict=True)
    boxes = tuple(
        Box(float(x0 / wide), float(y0 / high), float(x1 / wide), float(y1 / high)).clamped()
        for x0, y0, x1, y1 in corners
    )
    return Guess(PictureKind.ANALYST, BY_LOOKS, reason, boxes)
