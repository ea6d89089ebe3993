"""Logos: marks of organisations told from icons, faces, things and pieces of screens.

Most logos hold a name: a row of letters on one line, alone or beside a sign, in few flat colours.
Where the words of a picture were read, they tell more than its pixels do.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sowhat.pictures.guessing import scales
from sowhat.pictures.marks import Floats, Layout, softness
from sowhat.pictures.pieces import Ints, Mask, Pieces
from sowhat.pictures.seen import Near, Pixels, Word, count, within

Values = NDArray[np.uint8]

LETTER = 5  # pixels: pieces less high are no letters
MOST = 150  # pieces that are tried as the highest letter of a row
LEVEL, SHARP, LIGHTEST = 6, 120, 765  # of the three channels' sum: a flat step, an edge, white
FEWEST = 3  # letters of a row
NAME, TEXT = 4, 8  # words: a logo has hardly more than the one, a page more than the other

NAMES = (
    *("first_colour", "three_colours", "colour_spread", "level", "sharp", "soft_light"),
    *("vivid", "vivid_differs", "half_clear", "wide_by_high", "size", "light_differs"),
    *("opaque", "marks"),
    *("row_letters", "row_wide", "row_high", "row_shapes", "row_gaps", "rows", "in_rows"),
    *("letters_in_rows", "row_long"),
)
READ_NAMES = (
    *("any_words", "lines", "words", "letters", "line_wide", "line_high", "surest"),
    *("a_name", "a_text", "lines_high", "capital", "digit"),
)


def chance(whole: Floats, layout: Layout, pixels: Pixels, near: Near) -> float:
    """Return the chance that a picture, which is no badge, is a logo; ``whole`` tell its kind."""
    given = np.concatenate([whole, numbers_of(layout, pixels)])
    if not near.read:
        return scales()["logo"].chances(given)["logo"]
    return scales()["logo-read"].chances(np.concatenate([given, read_numbers(near.words)]))["logo"]


def numbers_of(layout: Layout, pixels: Pixels) -> Floats:
    """Return the numbers that tell a logo from other small pictures; their names are ``NAMES``."""
    ink = layout.ground.ink
    height, width = ink.shape
    red, green, blue, alpha = (pixels[..., band] for band in range(4))
    light = red.astype(np.int16) + green + blue
    most, least = np.maximum(np.maximum(red, green), blue), np.minimum(np.minimum(red, green), blue)
    inked = within(ink, red, green, blue, alpha, light, most - least)
    vivid = inked[5] / np.float32(255)
    shares = _colour_shares(*inked[:3])
    [steps] = within(ink[:, 1:] & ink[:, :-1], np.abs(light[:, 1:] - light[:, :-1]))
    return np.array(
        [
            float(shares[0]),
            float(shares[:3].sum()),
            float(-(shares[shares > 0] * np.log(shares[shares > 0])).sum()),
            count(steps <= LEVEL) / len(steps) if len(steps) else 1.0,
            count(steps >= SHARP) / len(steps) if len(steps) else 0.0,
            softness((light // 3).astype(np.uint8), ink),
            float(vivid.mean()) if len(vivid) else 0.0,
            float(vivid.std()) if len(vivid) else 0.0,
            count((alpha > 20) & (alpha < 230)) / alpha.size,
            float(np.log(width / height)),
            float(np.log(width * height)),
            float(inked[4].std() / LIGHTEST) if len(vivid) else 0.0,
            float(inked[3].mean() / 255) if len(vivid) else 0.0,
            float(len(layout.marks)),
            *_rows(layout.parts, layout.size),
        ]
    )


def _colour_shares(*bands: Values) -> Floats:
    """Return what share of the ink each colour has (three bits a channel), the largest first."""
    red, green, blue = (band >> 5 for band in bands)
    keys = (red.astype(np.uint16) << 6) | (green << 3) | blue
    counts = np.sort(np.bincount(keys, minlength=512))[::-1]
    return np.asarray(counts / max(len(keys), 1))


@dataclass(frozen=True, slots=True)
class _Row:
    """Pieces that stand on one line like letters, from the left; shares are of the picture."""

    parts: Ints
    wide: float
    high: float
    shapes: float
    gaps: float


def _rows(parts: Pieces, size: tuple[int, int]) -> tuple[float, ...]:
    """Return what rows of letters there are, and what the largest is like."""
    letters = (parts.height >= LETTER) & (parts.width <= 3.5 * parts.height)
    letters &= 8 * parts.width >= parts.height
    free, rows = letters.copy(), []
    tall = np.flatnonzero(letters)
    for index in tall[np.argsort(-parts.height[tall], kind="stable")][:MOST].tolist():
        row = _row_of(parts, index, free) if free[index] else None
        if row is not None:
            free[row] = False
            rows.append(_described(parts, row, size))
    if not rows:
        return (0.0,) * 9
    best = max(rows, key=lambda row: row.wide * row.high)
    held = np.concatenate([row.parts for row in rows])
    return (
        float(np.log1p(len(best.parts))),
        best.wide,
        best.high,
        best.shapes,
        best.gaps,
        float(min(len(rows), 6)),
        float(parts.area[held].sum() / max(int(parts.area.sum()), 1)),
        len(held) / max(len(tall), 1),
        best.wide * size[0] / max(best.high * size[1], 1.0) / 20,
    )


def _row_of(parts: Pieces, highest: int, free: Mask) -> Ints | None:
    """Return the longest run of pieces that stand on one line with the highest of them."""
    high = int(parts.height[highest])
    like = free & (np.abs(parts.y1 - parts.y1[highest]) <= 0.12 * high + 1)
    like &= (parts.height >= 0.45 * high) & (parts.height <= 1.05 * high)
    found = np.flatnonzero(like)
    found = found[np.argsort(parts.x0[found], kind="stable")]
    apart = np.flatnonzero(parts.x0[found[1:]] - parts.x1[found[:-1]] > 1.2 * high) + 1
    longest = max(np.split(found, apart), key=len)
    return longest if len(longest) >= FEWEST else None


def _described(parts: Pieces, row: Ints, size: tuple[int, int]) -> _Row:
    shapes = parts.width[row] / parts.height[row]
    steps = np.diff(parts.x0[row])
    return _Row(
        row,
        float(parts.x1[row].max() - parts.x0[row].min()) / size[0],
        float(parts.height[row].max()) / size[1],
        float(np.std(shapes)),
        float(np.std(steps) / max(float(np.mean(steps)), 1.0)),
    )


def read_numbers(lines: tuple[Word, ...]) -> Floats:
    """Return what the lines of words in a picture tell; their names are ``READ_NAMES``."""
    if not lines:
        return np.zeros(len(READ_NAMES))
    words = sum(len(line.text.split()) for line in lines)
    letters = sum(sum(map(str.isalnum, line.text)) for line in lines)
    largest = max(lines, key=lambda line: line.box.width * line.box.height).box
    return np.array(
        [
            1.0,
            float(np.log1p(len(lines))),
            float(np.log1p(words)),
            float(np.log1p(letters)),
            largest.width,
            largest.height,
            max(line.confidence for line in lines),
            float(words <= NAME),
            float(words > TEXT),
            float(np.mean([line.box.height for line in lines])),
            float(any(len(line.text) >= FEWEST and line.text[0].isupper() for line in lines)),
            float(any(char.isdigit() for line in lines for char in line.text)),
        ]
    )
