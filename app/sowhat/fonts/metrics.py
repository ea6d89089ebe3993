"""How wide and how high text is. Widths are sums of advances, and of what pairs are kerned by."""

from __future__ import annotations

import struct
import unicodedata
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise, repeat
from typing import Any

from sowhat.fonts import stock
from sowhat.fonts.face import Face
from sowhat.fonts.kept import Figures, figures
from sowhat.fonts.kerning import Pair, pairs
from sowhat.fonts.lookup import find

UNKNOWN = 0.6  # ems, for a character that no font here has
WIDE = 1.0  # ems, for East Asian characters and emoji
TAB = 2.0  # ems


def width(
    text: str,
    family: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    kerned: bool = True,
) -> float:
    """Return the width in points of ``text`` on one line, set at ``size`` points."""
    return _ems(text, family, bold, italic, kerned) * size


def line_height(family: str, size: float) -> float:
    """Return the height in points of one line at ``size`` points, single spaced."""
    face = find(family)
    return _line(face) * face.scale * size


@lru_cache(maxsize=1 << 15)
def _ems(text: str, family: str, bold: bool, italic: bool, kerned: bool) -> float:  # noqa: FBT001
    table, closer, scale = _table(family, bold, italic, kerned)
    wide = sum(map(table.__getitem__, text))
    if closer and len(text) > 1:
        wide += sum(map(closer.get, pairwise(text), repeat(0.0)))
    return wide * scale


@cache
def _table(
    family: str,
    bold: bool,  # noqa: FBT001
    italic: bool,  # noqa: FBT001
    kerned: bool,  # noqa: FBT001
) -> tuple[Advances, dict[Pair, float], float]:
    face = find(family, bold=bold, italic=italic)
    own = replace(face, stand_in=False, scale=1.0)
    return _advances(own), pairs(own, kerned=kerned), face.scale


class Advances(dict[str, float]):
    """Advances in ems by character; what the face lacks is learned from the covering face."""

    def __missing__(self, character: str) -> float:
        cover = _advances(stock.cover())
        known = cover.get(character) if cover is not self else None
        self[character] = value = _guess(character) if known is None else known
        return value


def _guess(character: str) -> float:
    if character == "\t":
        return TAB
    if unicodedata.category(character)[0] in "CM":
        return 0.0
    return WIDE if unicodedata.east_asian_width(character) in "WF" else UNKNOWN


@cache
def _advances(face: Face) -> Advances:
    return Advances(figures("advances", face, _read_advances))


def _read_advances(face: Face) -> Figures:
    from sowhat.fonts.tables import open_face

    with open_face(face) as font:
        units = _units(font)
        count = struct.unpack(">H", font.reader["hhea"][34:36])[0]
        glyphs = struct.unpack(f">{2 * count}H", font.reader["hmtx"][: 4 * count])[::2]
        last = count - 1
        # Glyph names are their numbers: the real ones cost a table and are of no use here.
        font.setGlyphOrder([str(n) for n in range(font["maxp"].numGlyphs)])
        cmap: dict[int, str] = font.getBestCmap() or {}
        return {chr(code): glyphs[min(int(name), last)] / units for code, name in cmap.items()}


@cache
def _line(face: Face) -> float:
    return figures("line", face, _read_line)["height"]


def _read_line(face: Face) -> Figures:
    from sowhat.fonts.tables import open_face

    with open_face(face) as font:
        units = _units(font)
        up, down, gap = struct.unpack(">hhh", font.reader["hhea"][4:10])
        if up == down:  # some fonts leave it out: Windows' own limits then
            up, down = struct.unpack(">HH", font.reader["OS/2"][74:78])
            down = -down
        return {"height": float((up - down + gap) / units)}


def _units(font: Any) -> int:
    # Read by hand: fontTools logs a warning on odd dates in this table.
    units: int = struct.unpack(">H", font.reader["head"][18:20])[0]
    return units or 1000
