"""The separate marks inside one picture: what stands apart on a plain ground, letters joined."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sowhat.model import Box
from sowhat.pictures.pieces import Ints, Mask, Pieces, pieces
from sowhat.pictures.seen import Pixels, count, within

Floats = NDArray[np.float64]

DIFFERENT = 30
"""From this difference in a channel on, a pixel is not the ground's."""
OPAQUE = 60
CLEAR = 0.15
"""With so much of it clear, a picture's ground is."""
CROWD = 420
"""More parts than this are no marks but texture or a page of text."""
SPECK = 3
MOST_MARKS = 80
CUTS = 14
"""So many of the widest jumps between gaps are tried as the gap between marks."""
LONG_LINE = 0.12
"""A line at least so long (of the long side) joins or divides; shorter ones belong to letters."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a picture's marks stand on: ``ink`` is what is not ground."""

    ink: Mask
    share: float
    clear: bool
    colour: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """How the ink of a picture lies: its marks, and what is none.

    ``gap`` says how much wider the gaps between marks are than those within; ``lines`` are long
    rules and connectors, ``frames`` hollow shapes with other ink inside, ``crowded`` where there
    are too many pieces to be marks.
    """

    size: tuple[int, int]
    ground: Ground
    parts: Pieces
    marks: Ints
    owner: Ints
    gap: float
    lines: int
    frames: int
    crowded: bool

    def box(self, mark: int) -> Box:
        """Return a mark's box in fractions of the picture."""
        return fraction(self.marks[mark], self.size)


def fraction(box: Ints, size: tuple[int, int]) -> Box:
    """Return a box in pixels as fractions of a picture of ``size`` (width, height)."""
    width, height = size
    x0, y0, x1, y1 = (int(edge) for edge in box)
    return Box(x0 / width, y0 / height, x1 / width, y1 / height)


def ground_of(pixels: Pixels) -> Ground:
    """Tell a picture's ground (clear, or the colour it has most of) from the ink on it."""
    alpha = pixels[..., 3]
    if count(alpha < OPAQUE) > CLEAR * alpha.size:
        ink = alpha >= OPAQUE
        return Ground(ink, 1 - count(ink) / ink.size, clear=True, colour=(255, 255, 255))
    colour = commonest(pixels[..., :3])
    far = far_from(pixels, colour)
    return Ground(far, 1 - count(far) / far.size, clear=False, colour=colour)


def far_from(pixels: Pixels, colour: tuple[int, int, int]) -> Mask:
    """Tell the pixels that differ from a colour."""
    far = np.zeros(pixels.shape[:2], dtype=bool)
    for channel, value in enumerate(colour):
        band = pixels[..., channel]
        far |= band > min(255, value + DIFFERENT)
        far |= band < max(0, value - DIFFERENT)
    return far


def commonest(colours: Pixels) -> tuple[int, int, int]:
    """Return the colour that a picture has most of; what lies at its edge counts more."""
    edges = (slice(None, None, 2), slice(None, None, 2)), (0,), (-1,), (..., 0), (..., -1)
    red, green, blue = (
        np.concatenate([colours[..., band][edge].ravel() for edge in edges]) for band in range(3)
    )
    # A number for each colour, from its four upper bits a channel.
    keys = (red.astype(np.uint16) >> 4 << 8) | (green & 0xF0) | (blue >> 4)
    like = keys == np.bincount(keys, minlength=4096).argmax()
    found = [round(float(band.mean())) for band in within(like, red, green, blue)]
    return found[0], found[1], found[2]


def gold_of(seen: Pixels, ink: Mask) -> float:
    """Return the share of the ink that is golden."""
    red, green, blue = (seen[..., band].astype(np.int16) for band in range(3))
    gold = (red > 120) & (red > green + 15) & (green > blue + 30) & (20 * green > 11 * red)
    return count(gold & ink) / max(count(ink), 1)


def softness(values: NDArray[np.uint8], ink: Mask) -> float:
    """Return the share of the ink where a channel changes a little, as in photographs."""
    step = np.maximum(values[:, 1:], values[:, :-1]) - np.minimum(values[:, 1:], values[:, :-1])
    both = ink[:, 1:] & ink[:, :-1]
    little = (step > 2) & (step < 22) & both
    return count(little) / max(count(both), 1)


def closed(ink: Mask) -> Mask:
    """Return ``ink`` with gaps of one or two pixels within a row filled, so that letters join."""
    filled = ink.copy()
    one = ink[:, :-2] & ink[:, 2:]
    two = ink[:, :-3] & ink[:, 3:]
    filled[:, 1:-1] |= one
    filled[:, 1:-2] |= two
    filled[:, 2:-1] |= two
    return filled


def layout_of(pixels: Pixels) -> Layout:
    """Return how the ink of a picture lies, with letters and lines of one mark joined."""
    ground = ground_of(pixels)
    height, width = ground.ink.shape
    parts = pieces(closed(ground.ink))
    parts = parts.only(parts.area >= SPECK)
    reach = max(width, height)
    thin = np.minimum(parts.width, parts.height) <= max(2, reach // 160)
    line = thin & (np.maximum(parts.width, parts.height) > LONG_LINE * reach)
    frame = _frames(parts, width * height) & ~line
    loose = parts.only(~line & ~frame)
    crowded = len(loose) > CROWD
    marks, owner, gap = np.zeros((0, 4), dtype=np.int64), np.zeros(0, dtype=np.int64), 0.0
    if not crowded and len(loose):
        owner, gap = _grouped(boxes_of(loose))
        marks = around(boxes_of(loose), owner)
    return Layout(
        size=(width, height),
        ground=ground,
        parts=loose,
        marks=marks,
        owner=owner,
        gap=gap,
        lines=int(line.sum()),
        frames=int(frame.sum()),
        crowded=crowded,
    )


@dataclass(frozen=True, slots=True)
class Cards:
    """Marks on cards of one size: what is on them, and whether cards differ in colour."""

    layout: Layout
    painted: bool


def within_cards(layout: Layout, pixels: Pixels) -> Cards | None:
    """Return what stands on the cards of a picture, None where there are none.

    A card is a filled or outlined shape; what stands on it differs from the colour that it has
    most of.
    """
    cards = _cards(layout)
    if cards is None:
        return None
    ink = np.zeros_like(layout.ground.ink)
    colours = []
    for x0, y0, x1, y1 in (cards + np.array([3, 3, -3, -3])).tolist():
        part = pixels[y0:y1, x0:x1]
        colours.append(commonest(part[..., :3]))
        ink[y0:y1, x0:x1] = far_from(part, colours[-1])
        if ink[y0:y1, x0:x1].mean() > 0.6:
            return None
    parts = pieces(closed(ink))
    parts = parts.only(parts.area >= SPECK)
    parts, owner = _on_cards(parts, cards)
    if len(np.unique(owner)) < 4:
        return None
    owner = np.unique(owner, return_inverse=True)[1]
    ground = Ground(ink, layout.ground.share, clear=False, colour=colours[0])
    inner = replace(
        layout, ground=ground, parts=parts, marks=around(boxes_of(parts), owner), owner=owner
    )
    differ = (
        np.abs(np.array(colours) - np.median(np.array(colours), axis=0)).max(axis=1) > DIFFERENT
    )
    return Cards(inner, painted=bool(differ.mean() > 0.2))


def _on_cards(parts: Pieces, cards: Ints) -> tuple[Pieces, Ints]:
    """Return the pieces that stand on a card without touching its edge, and on which."""
    x, y = (parts.x0 + parts.x1) / 2, (parts.y0 + parts.y1) / 2
    inside = (x[:, None] > cards[:, 0]) & (x[:, None] < cards[:, 2])
    inside &= (y[:, None] > cards[:, 1]) & (y[:, None] < cards[:, 3])
    owner = inside.argmax(axis=1)
    edges = cards[owner] + np.array([3, 3, -3, -3])
    kept = inside.any(axis=1) & (parts.x0 > edges[:, 0]) & (parts.x1 < edges[:, 2])
    kept &= (parts.y0 > edges[:, 1]) & (parts.y1 < edges[:, 3])
    return parts.only(kept), owner[kept]


def _cards(layout: Layout) -> Ints | None:
    """Return the boxes of the shapes of one size that hold most of what is in the picture."""
    boxes = boxes_of(layout.parts)
    wide, high = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    large = (wide * high > 0.004 * layout.size[0] * layout.size[1]) & (np.minimum(wide, high) > 14)
    boxes = boxes[large][:120]
    if len(boxes) < 4:
        return None
    sides = np.log(np.column_stack([boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]]))
    like = np.abs(sides[:, None] - sides).max(axis=2) < 0.08
    cards = boxes[like[int(like.sum(axis=1).argmax())]]
    if len(cards) < 4:
        return None
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    inside = (x[:, None] > cards[:, 0]) & (x[:, None] < cards[:, 2])
    inside &= (y[:, None] > cards[:, 1]) & (y[:, None] < cards[:, 3])
    alone = inside[like[int(like.sum(axis=1).argmax())]].sum(axis=1) == 1
    return cards if alone.all() and float(inside.any(axis=1).mean()) > 0.7 else None


def boxes_of(parts: Pieces) -> Ints:
    """Return the boxes of pieces, a row each: ``x0 y0 x1 y1``."""
    return np.column_stack([parts.x0, parts.y0, parts.x1, parts.y1])


def _frames(parts: Pieces, whole: int) -> Mask:
    """Tell the large hollow pieces that hold others: axes, lattices, borders of a slide."""
    spans = parts.width * parts.height
    hollow = (parts.area < 0.3 * spans) & (spans > 0.12 * whole)
    hollow |= (parts.area < 0.85 * spans) & (spans > 0.8 * whole)
    held = np.zeros(len(parts), dtype=bool)
    for index in np.flatnonzero(hollow)[:60]:
        inside = (parts.x0 > parts.x0[index]) & (parts.x1 < parts.x1[index])
        inside &= (parts.y0 > parts.y0[index]) & (parts.y1 < parts.y1[index])
        held[index] = bool(inside.sum() >= 4)
    return held


def gaps_between(boxes: Ints) -> Floats:
    """Return the distance between each two boxes, 0 where they overlap."""
    x0, y0, x1, y1 = (boxes[:, edge].astype(np.float64) for edge in range(4))
    across = np.maximum(np.maximum(x0[:, None] - x1, x0 - x1[:, None]), 0)
    down = np.maximum(np.maximum(y0[:, None] - y1, y0 - y1[:, None]), 0)
    return np.asarray(np.hypot(across, down))


def _grouped(boxes: Ints) -> tuple[Ints, float]:
    """Return which mark each piece belongs to, and how clear the gap between marks is.

    All pieces are joined by the shortest tree; it is cut where the next gap is much wider than
    the last and what falls apart is of like size.
    """
    count = len(boxes)
    if count < 4:
        return np.zeros(count, dtype=np.int64), 0.0
    left, right, lengths = _tree(gaps_between(boxes))
    order = np.argsort(lengths, kind="stable")
    left, right, lengths = left[order], right[order], lengths[order]
    before = np.concatenate([[0.0], lengths[:-1]])
    jumps = (lengths + 1) / (np.maximum(before, 1.5) + 1)
    groups = count - np.arange(count - 1)
    jumps[(groups < 4) | (groups > MOST_MARKS) | (jumps < 1.12)] = 0
    best, clear, owner = 0.0, 0.0, np.zeros(count, dtype=np.int64)
    for cut in np.argsort(-jumps, kind="stable")[:CUTS]:
        if jumps[cut] <= best:
            break
        fallen = _joined(left[:cut], right[:cut], count)
        value = float(jumps[cut]) * _likeness(around(boxes, fallen))
        if value > best:
            best, clear, owner = value, float(jumps[cut]), fallen
    return owner, clear


def _likeness(boxes: Ints) -> float:
    """Return how much boxes are of like size, from 0 to 1."""
    sizes = np.sqrt(((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])).astype(np.float64))
    return float(1 / (1 + np.std(np.log(np.maximum(sizes, 1)))))


def _joined(left: Ints, right: Ints, count: int) -> Ints:
    """Return for each of ``count`` things the number of the group that the pairs join it to."""
    roots = list(range(count))

    def root(of: int) -> int:
        while roots[of] != of:
            roots[of] = roots[roots[of]]
            of = roots[of]
        return of

    for one, other in zip(left.tolist(), right.tolist(), strict=True):
        roots[root(one)] = root(other)
    numbers: dict[int, int] = {}
    return np.array([numbers.setdefault(root(of), len(numbers)) for of in range(count)])


def _tree(distances: Floats) -> tuple[Ints, Ints, Floats]:
    """Return the shortest edges that hold all together (Prim)."""
    count = len(distances)
    near = distances[0].copy()
    origin = np.zeros(count, dtype=np.int64)
    left = np.zeros(count - 1, dtype=np.int64)
    right = np.zeros(count - 1, dtype=np.int64)
    lengths = np.zeros(count - 1)
    near[0] = np.inf
    reached = np.zeros(count, dtype=bool)
    reached[0] = True
    for step in range(count - 1):
        new = int(near.argmin())
        left[step], right[step], lengths[step] = origin[new], new, near[new]
        reached[new] = True
        closer = (distances[new] < near) & ~reached
        near[closer] = distances[new][closer]
        origin[closer] = new
        near[new] = np.inf
    return left, right, lengths


def around(boxes: Ints, owner: Ints) -> Ints:
    """Return the box around each group of boxes."""
    order = np.argsort(owner, kind="stable")
    first = np.searchsorted(owner[order], np.arange(int(owner.max()) + 1))
    boxes = boxes[order]
    low = np.minimum.reduceat(boxes[:, :2], first, axis=0)
    high = np.maximum.reduceat(boxes[:, 2:], first, axis=0)
    return np.concatenate([low, high], axis=1)
