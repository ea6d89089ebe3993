"""What kind of picture it is: all detectors are asked, and the best answer is given."""

from __future__ import annotations

import numpy as np

from sowhat.model import PictureKind
from sowhat.pictures import around, badge, quadrant, wall
from sowhat.pictures.guessing import scales
from sowhat.pictures.marks import Floats, Layout, layout_of
from sowhat.pictures.seen import Guess, Near, Pixels

CALLED = 2.0
"""How much a kind's log odds rise where description or file name name it."""
READ = 2.5
"""The same for a badge whose own words are read."""
AROUND = 0.7
"""The same for a badge where title or words around speak of awards."""
REPEATED = 1.0
"""The same for a logo that stands on many slides."""
PAGE = 40
"""With so many words inside it is a page to read, and no badge."""

NAMES = (
    *badge.NAMES,
    *("ground", "clear", "many", "lines", "frames", "gap", "crowded", "small", "largest"),
)


def numbers_of(layout: Layout, pixels: Pixels) -> Floats | None:
    """Return the numbers that tell the kind of a picture, None where nothing is on it."""
    form = badge.numbers_of(layout, pixels)
    if form is None:
        return None
    width, height = layout.size
    spans = layout.parts.width * layout.parts.height
    return np.concatenate(
        [
            form,
            [
                layout.ground.share,
                float(layout.ground.clear),
                np.log1p(len(layout.parts)),
                min(layout.lines, 4),
                min(layout.frames, 4),
                np.log(max(layout.gap, 1)),
                float(layout.crowded),
                np.log(min(max(width, height), 480) / 480),
                float(spans.max(initial=0)) / (width * height),
            ],
        ]
    )


def look(pixels: Pixels, near: Near) -> Guess:
    """Return what a picture shows: the answer of the detector that is surest."""
    layout = layout_of(pixels)
    asked = (
        quadrant.find(pixels, near),
        wall.found(layout, pixels, near),
        kind_of(layout, pixels, near),
    )
    return max((guess for guess in asked if guess), key=lambda guess: guess.confidence)


def kind_of(layout: Layout, pixels: Pixels, near: Near) -> Guess:
    """Return the likeliest of the kinds that are told by the picture as a whole."""
    numbers = numbers_of(layout, pixels)
    if numbers is None:
        return Guess(PictureKind.DECORATION, 0.8, "picture-decoration")
    chances: dict[PictureKind, float] = {}
    for name, chance in scales()["kinds"].chances(numbers).items():
        kind = PictureKind(name.split(":")[0])
        chances[kind] = chances.get(kind, 0.0) + chance
    named = around.named(near)
    weights = {kind: chance * np.exp(CALLED * (kind in named)) for kind, chance in chances.items()}
    badge_by = READ * around.honoured_inside(near) + AROUND * around.honours(near)
    badge_by -= 3.0 * (around.words_inside(near) > PAGE)
    weights[PictureKind.BADGE] *= np.exp(badge_by)
    weights[PictureKind.LOGO] *= np.exp(REPEATED * near.repeated)
    kind = max(weights, key=lambda kind: weights[kind])
    return Guess(kind, float(weights[kind] / sum(weights.values())), f"picture-{kind}")
