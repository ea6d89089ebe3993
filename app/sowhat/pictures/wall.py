"""Logo walls: four or more distinct marks of organisations beside each other in one picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sowhat.model import PictureKind
from sowhat.pictures import around
from sowhat.pictures.guessing import scales, shifted
from sowhat.pictures.marks import (
    Floats,
    Layout,
    fraction,
    gaps_between,
    layout_of,
    softness,
    within_cards,
)
from sowhat.pictures.pieces import Ints, Mask
from sowhat.pictures.seen import Guess, Near, Pixels, summed, within

CELLS = 8
PLAIN_GROUND = 0.3
"""Less of the ground shows in photographs and patterns, not in walls."""
SURE = 0.5
PAGE = 150
"""With so many words inside it is a page to read."""
NAME, MOSTLY = 4, 0.8
"""Words of a name, and how many of the lines in a wall are names."""
FEW_NAMED = 0.25
"""So many names a mark at least: few walls are of signs alone."""
NAMED, SENTENCES, UNNAMED = 0.5, -2.0, -4.0
"""How much the log odds of a wall change by the words that were read in it."""
NO_WALL = (
    PictureKind.SCREENSHOT,
    PictureKind.DIAGRAM,
    PictureKind.CHART,
    PictureKind.PEOPLE,
    PictureKind.PHOTO,
    PictureKind.MAP,
)


@dataclass(frozen=True, slots=True)
class Row:
    """The marks of a wall: their boxes in pixels, and the numbers that tell a wall."""

    boxes: Ints
    numbers: Floats


def find(pixels: Pixels, near: Near) -> Guess | None:
    """Return the wall of logos in a picture, or the strip of badges, with the marks' boxes."""
    return found(layout_of(pixels), pixels, near)


def found(layout: Layout, pixels: Pixels, near: Near) -> Guess | None:
    """Return what ``find`` does, where the layout is known."""
    row = measured(layout, pixels)
    if row is None:
        return None
    chances = scales()["walls"].chances(row.numbers)
    wall, strip = chances["wall"], chances["strip"]
    by = 0.8 * around.walls(near) - 4.0 * (around.words_inside(near) > PAGE)
    by -= 1.5 * any(kind in around.named(near) for kind in NO_WALL)
    by += _by_names(near, len(row.boxes))
    sure = shifted(wall + strip, by)
    if sure < SURE:
        return None
    boxes = tuple(fraction(box, layout.size) for box in row.boxes)
    honoured = 2.5 * around.honours(near) + 1.5 * around.honoured_inside(near)
    if shifted(strip / (wall + strip), honoured) > 0.5:
        return Guess(PictureKind.BADGE, sure, "picture-strip", boxes)
    return Guess(PictureKind.LOGO_WALL, sure, "picture-wall", boxes)


def _by_names(near: Near, marks: int) -> float:
    """Return what words that were read say: many short names of a wall, sentences of a page."""
    if not (near.read or near.words):
        return 0.0
    names = sum(_is_name(line.text) for line in near.words)
    if names < max(2, FEW_NAMED * marks):
        return UNNAMED
    return NAMED if names >= MOSTLY * len(near.words) else SENTENCES


def _is_name(text: str) -> bool:
    """Return whether a line may be a name: short, and without the figures of charts and tables."""
    return len(text.split()) <= NAME and not any(map(str.isdigit, text))


def measured(layout: Layout, pixels: Pixels) -> Row | None:
    """Return what tells whether the marks of a picture are a wall, None below four marks."""
    if layout.crowded or len(layout.marks) < 4 or layout.ground.share < PLAIN_GROUND:
        return None
    inner = within_cards(layout, pixels)
    layout, carded = (inner.layout, 1.0 + inner.painted) if inner else (layout, 0.0)
    kept = _without_headings(layout)
    if int(kept.sum()) < 4:
        return None
    boxes = layout.marks[kept]
    looks = _looked_at(layout.ground.ink, pixels, boxes)
    if int((~looks.plain).sum()) < 4:
        return None
    return Row(boxes, _numbers(layout, boxes, looks, _letter_heights(layout, kept), carded))


def _without_headings(layout: Layout) -> Mask:
    """Tell the marks that are no line above or below the rest, no speck and no giant."""
    boxes = layout.marks
    wide, high = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    spans = wide * high
    kept = (spans > 0.06 * np.median(spans)) & (np.maximum(wide, high) >= 5)
    lone = np.array(
        [
            int(((boxes[:, 1] < bottom) & (boxes[:, 3] > top)).sum()) == 1
            for top, bottom in boxes[:, [1, 3]].tolist()
        ]
    )
    first, last = boxes[:, 1] <= boxes[:, 1].min(), boxes[:, 3] >= boxes[:, 3].max()
    heading = lone & (first | last) & (wide > 2.2 * high)
    if int(lone.sum()) <= 2 and int((kept & ~heading).sum()) >= 4:
        kept &= ~heading
    return np.asarray(kept)


@dataclass(frozen=True, slots=True)
class _Looks:
    """How full each field of each mark is, its mean colour, whether it is one plain box."""

    filled: Floats
    colours: Floats
    plain: Mask
    soft: float


def _looked_at(ink: Mask, pixels: Pixels, boxes: Ints) -> _Looks:
    steps = np.linspace(0, 1, CELLS + 1)
    x = np.rint(boxes[:, :1] + (boxes[:, 2:3] - boxes[:, :1]) * steps).astype(np.int64)
    y = np.rint(boxes[:, 1:2] + (boxes[:, 3:] - boxes[:, 1:2]) * steps).astype(np.int64)
    inside = _cells(ink, x, y)
    area = np.diff(y, axis=1)[:, :, None] * np.diff(x, axis=1)[:, None, :]
    filled = inside / np.maximum(area, 1)
    colours, spread = _tones(ink, pixels, boxes)
    plain = (filled.mean(axis=(1, 2)) > 0.85) & (spread < 150)
    return _Looks(filled, colours, plain, softness(pixels[..., 1], ink))


def _tones(ink: Mask, pixels: Pixels, boxes: Ints) -> tuple[Floats, Floats]:
    """Return each mark's mean colour, and how much its green spreads."""
    means, spread = np.zeros((len(boxes), 3)), np.zeros(len(boxes))
    for mark, (x0, y0, x1, y1) in enumerate(boxes.tolist()):
        part = pixels[y0:y1, x0:x1]
        bands = within(ink[y0:y1, x0:x1], *(part[..., band] for band in range(3)))
        if len(bands[0]):
            means[mark] = [band.mean() for band in bands]
            spread[mark] = bands[1].var()
    return means, spread


def _cells(values: Mask, x: Ints, y: Ints) -> Floats:
    """Return the sums of fields: each mark's edges are a row of ``x`` and of ``y``."""
    corners = summed(values)[y[:, :, None], x[:, None, :]]
    return np.asarray(np.diff(np.diff(corners, axis=1), axis=2))


def _letter_heights(layout: Layout, kept: Mask) -> Floats:
    """Return the middle height of the pieces of each mark."""
    order = np.lexsort((layout.parts.height, layout.owner))
    high, owner = layout.parts.height[order], layout.owner[order]
    marks = np.flatnonzero(kept)
    first, last = np.searchsorted(owner, marks), np.searchsorted(owner, marks, side="right") - 1
    return np.asarray((high[(first + last) // 2] + high[(first + last + 1) // 2]) / 2)


NAMES = (
    *("many", "gap", "apart", "letters", "shapes", "heights", "alike", "hues"),
    *("middle_rows", "middle_columns", "left_edges", "lines", "frames", "largest"),
    *("cover", "soft", "solid", "full", "pieces", "profile", "ground", "wide", "even"),
    *("carded", "painted", "plain", "icons", "words", "boxes", "stacked", "lines_in"),
    *("lines_differ", "vivid", "pieces_differ"),
)


def _numbers(layout: Layout, boxes: Ints, looks: _Looks, heights: Floats, carded: float) -> Floats:
    filled, colours = looks.filled, looks.colours
    width, height = layout.size
    whole = width * height
    wide = (boxes[:, 2] - boxes[:, 0]).astype(np.float64)
    high = (boxes[:, 3] - boxes[:, 1]).astype(np.float64)
    spans, size = wide * high, np.sqrt(wide * high)
    distances = gaps_between(boxes)
    np.fill_diagonal(distances, np.inf)
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    near = 0.15 * float(np.median(high)) + 1
    count = len(boxes)
    parts = len(layout.parts) / count
    full = filled.mean(axis=(1, 2))
    shapes, letters = (
        float(np.std(np.log(wide / high))),
        float(np.std(np.log(np.maximum(heights, 1)))),
    )
    hues = _apart(colours)
    return np.array(
        [
            np.log(count),
            np.log(max(layout.gap, 1)),
            np.log1p(float(np.median(distances.min(axis=1))) / max(float(np.median(size)), 1)),
            letters,
            shapes,
            float(np.std(np.log(high))),
            _alike(filled, wide / high),
            hues,
            _shared(y, near),
            _shared(x, near),
            _shared(boxes[:, 0].astype(np.float64), 2.0),
            min(layout.lines, 3),
            min(layout.frames, 3),
            float(spans.max()) / whole,
            float(spans.sum()) / whole,
            looks.soft,
            float((full > 0.88).mean()),
            float(full.mean()),
            np.log(parts),
            _alike(filled.mean(axis=2, keepdims=True), None),
            layout.ground.share,
            float(np.mean(np.log(wide / high))),
            _even(distances),
            float(carded > 0),
            float(carded > 1),
            float(looks.plain.mean()),
            max(0, 1 - 3 * shapes) * max(0, 1 - 5 * hues),
            max(0, 1 - 3 * letters) * max(0, 1 - 5 * hues),
            max(0, 1 - 3 * letters) * max(0, 1 - 3 * shapes),
            *_lines(layout.ground.ink, boxes),
            float((np.ptp(colours, axis=1) > 60).mean()),
            float(np.std(np.log(np.maximum(np.bincount(layout.owner), 1)))),
        ]
    )


def _lines(ink: Mask, boxes: Ints) -> tuple[float, float, float]:
    """Return the share of marks of more than one line, their lines, and how these differ."""
    counts = []
    for x0, y0, x1, y1 in boxes.tolist():
        row = np.asarray(ink[y0:y1, x0:x1].any(axis=1))
        counts.append(1 + int((row[:-1] & ~row[1:]).sum()))
    lines = np.log(np.array(counts))
    return float((lines > 0).mean()), float(lines.mean()), float(lines.std())


def _alike(filled: Floats, aspects: Floats | None) -> float:
    """Return how much the mark most like each is like it, in the mean; 1 is the same."""
    flat = filled.reshape(len(filled), -1)
    flat = flat - flat.mean(axis=1, keepdims=True)
    length = np.sqrt((flat**2).sum(axis=1)) + 0.3
    like = (flat @ flat.T) / np.outer(length, length)
    if aspects is not None:
        other = np.log(aspects)
        like = like * np.exp(-np.abs(other[:, None] - other))
    np.fill_diagonal(like, -1)
    return float(like.max(axis=1).mean())


def _apart(colours: Floats) -> float:
    """Return how different the marks' colours are."""
    between = np.abs(colours[:, None] - colours).max(axis=2) / 255
    return float(between.sum() / max(len(colours) * (len(colours) - 1), 1))


def _shared(places: Floats, near: float) -> float:
    """Return the share of marks that stand at the same place as another."""
    close = np.abs(places[:, None] - places) <= near
    return float((close.sum(axis=1) > 1).mean())


def _even(distances: Floats) -> float:
    """Return how much the gaps to the next mark differ."""
    return float(np.std(np.log1p(distances.min(axis=1))))
