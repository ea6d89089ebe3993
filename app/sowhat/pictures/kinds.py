"""What kind of picture it is: all detectors are asked, and the best answer is given."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from sowhat.model import PictureKind
from sowhat.pictures import analyst, around, badge, certificate, logo, wall
from sowhat.pictures.dots import FEWEST
from sowhat.pictures.guessing import scales
from sowhat.pictures.marks import Floats, Layout, layout_of
from sowhat.pictures.seen import Guess, Near, Pixels, by_bands

CALLED = 2.0
"""How much a kind's log odds rise where description or file name name it."""
READ = 2.5
"""The same for a badge whose own words are read."""
AROUND = 0.7
"""The same for a badge where title or words around speak of awards."""
REPEATED = 1.0
"""The same for a logo that stands on many slides."""
MIRRORED = 0.05
"""How much the halves of a seal differ at most, in shares of full brightness."""
OTHERS = frozenset(
    (
        PictureKind.LOGO,
        PictureKind.ICON,
        PictureKind.PHOTO,
        PictureKind.PEOPLE,
        PictureKind.MAP,
        PictureKind.DECORATION,
    )
)
CLEAR = 0.5
"""From this confidence on these are no analyst's graphic: none of 112 was taken for one of them."""
SOME = 8
"""So many marks of a wall are looked at by themselves."""
FILLED = 0.12
"""A piece that spans so much of a picture may be a plot with all that stands on it."""
PAGE = 40
"""With so many words inside it is a page to read, and no badge."""
MOST, MOST_HONOURED = 0.5, 0.25
"""From this share of badges among marks on they are a strip of them; where words honour, sooner."""
RULED = 200
"""In pictures with a smaller long side the strokes of letters are as long as rules."""

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
                min(layout.lines, 4) if max(width, height) >= RULED else 0,
                min(layout.frames, 4),
                np.log(max(layout.gap, 1)),
                float(layout.crowded),
                np.log(min(max(width, height), 480) / 480),
                float(spans.max(initial=0)) / (width * height),
            ],
        ]
    )


def look(pixels: Pixels, near: Near) -> Guess:
    """Return what a picture shows: a detector's answer if one has any, else the likeliest kind."""
    pixels = by_bands(pixels)
    layout = layout_of(pixels)
    likeliest = kind_of(layout, pixels, near)
    graphic = None if _no_graphic(likeliest, near) else _graphic(layout, pixels, near)
    if graphic and _is_seal(graphic, likeliest, layout, pixels):
        graphic = None
    marks = wall.found(layout, pixels, near)
    if graphic and (marks is None or _likelier(graphic, marks)):
        return graphic
    if marks and marks.kind is PictureKind.LOGO_WALL and _of_badges(marks, pixels, near):
        return replace(marks, kind=PictureKind.BADGE, reason="picture-strip")
    return marks or certificate.find(pixels, near) or likeliest


def _no_graphic(likeliest: Guess, near: Near) -> bool:
    """Return whether it is so clearly something else that no analyst's graphic is looked for.

    Where words are read in it, they tell.
    """
    return not near.words and likeliest.kind in OTHERS and likeliest.confidence >= CLEAR


def _is_seal(graphic: Guess, likeliest: Guess, layout: Layout, pixels: Pixels) -> bool:
    """Return whether rings are those of a badge: its halves are alike, no radar's are."""
    if graphic.reason != "picture-radar" or graphic.confidence > analyst.BY_LOOKS:
        return False
    numbers = numbers_of(layout, pixels) if likeliest.kind is PictureKind.BADGE else None
    return numbers is not None and float(numbers[NAMES.index("mirror")]) < MIRRORED


def _likelier(graphic: Guess, marks: Guess) -> bool:
    """Return whether an analyst's graphic is likelier than a wall of marks.

    Marks stand in no four fields, but a quadrant's dots may look like marks.
    """
    return graphic.reason == "picture-quadrant" or graphic.confidence >= marks.confidence


def _of_badges(marks: Guess, pixels: Pixels, near: Near) -> bool:
    """Return whether many of some marks look like badges, each by itself."""
    least = MOST_HONOURED if around.honours(near) and not around.walls(near) else MOST
    height, width = pixels.shape[:2]
    chances = []
    for box in marks.boxes[:: max(1, len(marks.boxes) // SOME)]:
        left, right = round(box.x0 * width), round(box.x1 * width)
        top, bottom = round(box.y0 * height), round(box.y1 * height)
        part = pixels[max(0, top - 3) : bottom + 3, max(0, left - 3) : right + 3]
        numbers = numbers_of(layout_of(part), part)
        if numbers is not None:
            chances.append(_chances(numbers)[PictureKind.BADGE])
    return bool(chances) and sum(chances) > least * len(chances)


def _graphic(layout: Layout, pixels: Pixels, near: Near) -> Guess | None:
    """Return an analyst's graphic, looked for where there may be a plot with dots and names.

    That is large, not narrow, and of many pieces; but where bands are filled, as a wave's and a
    radar's, all that stands on them is one piece.
    """
    if near.words:
        return analyst.find(pixels, near)
    width, height = layout.size
    large = min(width, height) >= 120 and max(width, height) < 2.4 * min(width, height)
    if not large or layout.ground.share <= 0.2:
        return None
    count = len(layout.parts)
    filled = (layout.parts.width * layout.parts.height).max(initial=0) > FILLED * width * height
    return analyst.find(pixels, near, fields=count >= 4) if count > FEWEST or filled else None


def kind_of(layout: Layout, pixels: Pixels, near: Near) -> Guess:
    """Return the likeliest of the kinds that are told by the picture as a whole."""
    numbers = numbers_of(layout, pixels)
    if numbers is None:
        return Guess(PictureKind.DECORATION, 0.8, "picture-decoration")
    chances = _chances(numbers)
    _settle_logo(chances, logo.chance(numbers, layout, pixels, near))
    named = around.named(near)
    weights = {kind: chance * np.exp(CALLED * (kind in named)) for kind, chance in chances.items()}
    badge_by = READ * around.honoured_inside(near) + AROUND * around.honours(near)
    badge_by -= 3.0 * (around.words_inside(near) > PAGE)
    weights[PictureKind.BADGE] *= np.exp(badge_by)
    weights[PictureKind.LOGO] *= np.exp(REPEATED * near.repeated)
    kind = max(weights, key=lambda kind: weights[kind])
    return Guess(kind, float(weights[kind] / sum(weights.values())), f"picture-{kind}")


def _settle_logo(chances: dict[PictureKind, float], found: float) -> None:
    """Give the logo its own chance among all that is no badge."""
    rest = 1.0 - chances[PictureKind.BADGE] - chances[PictureKind.LOGO]
    both = rest + chances[PictureKind.LOGO]
    for kind in chances.keys() - {PictureKind.BADGE, PictureKind.LOGO}:
        chances[kind] *= (1.0 - found) * both / max(rest, 1e-9)
    chances[PictureKind.LOGO] = found * both


def _chances(numbers: Floats) -> dict[PictureKind, float]:
    """Return each kind's chance; badges come in several styles, which count together."""
    chances: dict[PictureKind, float] = {}
    for name, chance in scales()["kinds"].chances(numbers).items():
        kind = PictureKind(name.split(":")[0])
        chances[kind] = chances.get(kind, 0.0) + chance
    return chances
