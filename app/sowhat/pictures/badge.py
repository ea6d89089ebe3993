"""Badges: seals, medals, rosettes, shields, review badges, laurels, ratings, certifications."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sowhat.pictures.marks import Floats, Layout, commonest, far_from, gold_of, softness
from sowhat.pictures.pieces import Mask, Pieces, pieces
from sowhat.pictures.seen import Pixels, count, counts, within

ROWS = 16
TURNS = 96
TEETH = slice(11, 44)
"""So many teeth has the rim of a seal."""


@dataclass(frozen=True, slots=True)
class Form:
    """The outline of what is drawn: per row of its box the first and the last pixel of ink."""

    box: tuple[int, int, int, int]
    left: Floats
    right: Floats
    held: Mask

    @property
    def width(self) -> int:
        """Return how wide it is in pixels."""
        return self.box[2] - self.box[0]

    @property
    def height(self) -> int:
        """Return how high it is in pixels."""
        return self.box[3] - self.box[1]


def form_of(ink: Mask) -> Form | None:
    """Return the outline of the ink, None where there is next to none."""
    rows = np.flatnonzero(counts(ink, 1) > 1)
    columns = np.flatnonzero(counts(ink, 0) > 1)
    if len(rows) < 12 or len(columns) < 12:
        return None
    x0, x1, y0, y1 = int(columns[0]), int(columns[-1]) + 1, int(rows[0]), int(rows[-1]) + 1
    part = ink[y0:y1, x0:x1]
    held = np.asarray(part.any(axis=1))
    left = np.where(held, part.argmax(axis=1), 0).astype(np.float64)
    right = np.where(held, part.shape[1] - part[:, ::-1].argmax(axis=1), 0).astype(np.float64)
    return Form((x0, y0, x1, y1), left, right, held)


NAMES = (
    *("aspect", "solid", "lean", "rows_held", "round", "teeth", "top", "middle", "foot"),
    *("band", "ellipse", "mirror", "full", "inner_lines", "inner_centred", "stars"),
    *("gold", "colours", "body", "tall", "letters_alike", "wide", "soft"),
)


def numbers_of(layout: Layout, pixels: Pixels) -> Floats | None:
    """Return the numbers that tell a badge, None for an empty picture."""
    ink = layout.ground.ink
    form = form_of(ink)
    if form is None:
        return None
    x0, y0, x1, y1 = form.box
    ink, seen = ink[y0:y1, x0:x1], pixels[y0:y1, x0:x1]
    wide = (form.right - form.left) / form.width
    at = np.linspace(0, form.height - 1, ROWS).astype(np.int64)
    profile = wide[at]
    middle = (form.left + form.right) / 2 / form.width
    body, inner = _inside(form, ink, seen)
    lines, centred = _lines(inner, form)
    parts = pieces(inner)
    parts = parts.only(parts.area >= 4)
    aspect = form.width / form.height
    mean, teeth = _rim(form)
    bend = np.sqrt(np.maximum(1 - np.linspace(-0.97, 0.97, ROWS) ** 2, 0))
    return np.array(
        [
            abs(np.log(aspect)),
            float(wide.mean()),
            float(np.abs(middle[form.held] - 0.5).mean()),
            float(form.held.mean()),
            mean,
            teeth,
            float(profile[:3].mean()),
            float(profile[6:10].mean()),
            float(profile[-3:].mean()),
            _band(wide),
            float(np.abs(profile - bend).mean()),
            _mirrored(ink, seen[..., 1]),
            float(ink.mean()),
            lines,
            centred,
            _starred((parts, layout.parts, pieces(_bright(seen) & ink)), 0.03 * form.width),
            gold_of(seen, ink),
            _colours(seen, ink),
            body,
            float(aspect < 0.92),
            _alike_heights(parts),
            float(aspect > 2),
            softness(seen[..., 1], ink),
        ]
    )


def _inside(form: Form, ink: Mask, seen: Pixels) -> tuple[float, Mask]:
    """Return how much of the form is of one colour, and what in it differs from that."""
    columns = np.arange(form.width, dtype=np.int16)
    left, right = (edge.astype(np.int16)[:, None] for edge in (form.left, form.right))
    held = (columns >= left + 2) & (columns < right - 2)
    held &= form.held[:, None]
    filled = held & ink
    if not filled.any():
        return 0.0, ink
    body = filled[::2, ::2]
    colour = (0, 0, 0)
    if body.any():
        bands = within(body, *(seen[::2, ::2, band] for band in range(3)))
        colour = commonest(np.stack(bands)[:, None].transpose(1, 2, 0))
    inner = far_from(seen, colour) & held
    return 1 - count(inner) / max(count(held), 1), inner


def _lines(inner: Mask, form: Form) -> tuple[float, float]:
    """Return how many lines of words stand one below another inside, and how central they are."""
    steps = counts(inner[:, 1:] != inner[:, :-1], 1)
    busy = steps >= 6
    starts = np.flatnonzero(np.diff(busy.astype(np.int8), prepend=0) == 1)
    ends = np.flatnonzero(np.diff(busy.astype(np.int8), append=0) == -1) + 1
    lines, off = 0, []
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        if end - start < max(3, 0.02 * form.height) or end - start > 0.5 * form.height:
            continue
        columns = np.flatnonzero(inner[start:end].any(axis=0))
        lines += 1
        off.append(abs((columns[0] + columns[-1] + 1) / 2 / form.width - 0.5))
    return min(lines, 6), float(np.mean(off)) if off else 0.5


def _rim(form: Form) -> tuple[float, float]:
    """Return how round the outline is, and how much it is toothed like a seal."""
    rows = np.flatnonzero(form.held)
    x = np.concatenate([form.left[rows], form.right[rows]]) / form.width - 0.5
    y = np.concatenate([rows, rows]) / form.height - 0.5
    radius, turn = np.hypot(x, y), np.arctan2(y, x)
    slot = ((turn + np.pi) / (2 * np.pi) * TURNS).astype(np.int64) % TURNS
    outline = np.zeros(TURNS)
    np.maximum.at(outline, slot, radius)
    known = outline > 0
    filled = np.interp(np.arange(TURNS), np.flatnonzero(known), outline[known], period=TURNS)
    power = np.abs(np.fft.rfft(filled - filled.mean())) / TURNS
    return float(filled.std() / filled.mean()), float(power[TEETH].max() / filled.mean())


def _band(wide: Floats) -> float:
    """Return how far a band stands out at the sides, such as a ribbon across a shield."""
    count = len(wide)
    reach = max(2, count // 6)
    inside = wide[reach : count - reach]
    if not len(inside):
        return 0.0
    before, after = wide[: len(inside)], wide[2 * reach : 2 * reach + len(inside)]
    at = np.linspace(0, 1, len(inside))
    bump = (inside - np.maximum(before, after)) * ((at > 0.15) & (at < 0.95))
    return float(np.clip(bump.max(), 0, 0.3))


def _shrunk(values: NDArray[np.uint8], cells: int = 12) -> Floats:
    """Return the mean of each of ``cells`` x ``cells`` fields."""
    height, width = values.shape
    y = np.linspace(0, height, cells + 1).astype(np.int64)
    x = np.linspace(0, width, cells + 1).astype(np.int64)
    rows = np.add.reduceat(values, x[:-1], axis=1, dtype=np.int32)
    total = np.add.reduceat(rows, y[:-1], axis=0)
    return np.asarray(total / np.outer(np.diff(y), np.diff(x)))


def _mirrored(ink: Mask, lum: NDArray[np.uint8]) -> float:
    """Return how much the left half is the right half's mirror image."""
    small = _shrunk(lum | (ink.view(np.uint8) - np.uint8(1))) / 255  # white where no ink is
    return float(np.abs(small - small[:, ::-1]).mean())


def _bright(seen: Pixels) -> Mask:
    """Tell the pixels of light, strong colours: stars are told by them where letters touch them."""
    most = np.maximum(np.maximum(seen[..., 0], seen[..., 1]), seen[..., 2])
    least = np.minimum(np.minimum(seen[..., 0], seen[..., 1]), seen[..., 2])
    return np.asarray((most > 170) & (most - least > 90))


def _starred(several: Iterable[Pieces], least: float) -> float:
    """Return 1 where there is a row of stars among any of several sets of pieces."""
    return max(_stars(parts, least) for parts in several)


def _stars(parts: Pieces, least: float) -> float:
    """Return 1 where four to six stars stand in a row: of one size, evenly, as full as stars."""
    fill = parts.area / np.maximum(parts.width * parts.height, 1)
    size = np.sqrt(parts.width * parts.height)
    square = np.abs(np.log(parts.width / np.maximum(parts.height, 1))) < 0.25
    like = square & (fill > 0.26) & (fill < 0.64) & (size >= max(5.0, least))
    parts, size = parts.only(like), size[like]
    for index in range(min(len(parts), 40)):
        same = np.abs(np.log(size / size[index])) < 0.12
        same &= np.abs(parts.area - parts.area[index]) < 0.15 * parts.area[index]
        same &= np.abs(parts.y0 - parts.y0[index]) < 0.5 * size[index]
        steps = np.diff(np.sort(parts.x0[same]))
        if len(steps) in (3, 4, 5) and steps.std() < 0.12 * steps.mean():
            return 1.0
    return 0.0


def _colours(seen: Pixels, ink: Mask) -> float:
    """Return the log of how many colours have a real share of the ink."""
    bands = within(ink[::2, ::2], *(seen[::2, ::2, band] for band in range(3)))
    red, green, blue = (band >> 5 for band in bands)
    keys = (red.astype(np.uint16) << 6) | (green << 3) | blue
    counts = np.bincount(keys, minlength=512)
    return float(np.log(max(count(counts > 0.01 * len(keys)), 1)))


def _alike_heights(parts: Pieces) -> float:
    if len(parts) < 3:
        return 0.0
    return float(np.std(np.log(parts.height)))
