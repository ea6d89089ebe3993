"""The words that an enhanced metafile (EMF) draws, with their places in the picture.

Pasted tables and diagrams, and the pictures that stand for embedded objects, are often metafiles:
lists of drawing orders, among them plain text. Nothing is drawn here; the orders that set
coordinates, fonts and text are followed. Source: [MS-EMF], section 2.3.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from sowhat.model import Box
from sowhat.read.pptx.metafile_lines import Piece, Point, Words, lines

MOST_RECORDS, MOST_PIECES = 200_000, 2_000
LONGEST = 2_000  # characters of one order
DEEPEST = 64  # saved states
WIDTH = 0.5  # of a letter, as a share of the font's height, where the file gives none
ASCENT = 0.8  # share of the font's height above the baseline

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_HEADER, _END = 1, 14
FONT = 24  # bytes of a font that says how its lines are turned


class _State(NamedTuple):
    """The device context: coordinates, font height in logical units, alignment, last point.

    ``turn`` is how far the font's lines are turned, anticlockwise, in radians. Where
    ``window`` and ``viewport`` do not both have a size, a logical unit is a pixel.
    """

    world: Matrix = _SAME
    window: tuple[int, int, int, int] = (0, 0, 0, 0)
    viewport: tuple[int, int, int, int] = (0, 0, 0, 0)
    height: float = 12.0
    turn: float = 0.0
    align: int = 0
    at: tuple[int, int] = (0, 0)

    def device(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of logical units stands on the device."""
        a, b, c, d, e, f = self.world
        x, y = a * x + c * y + e, b * x + d * y + f
        left, top, wide, high = self.window
        to_left, to_top, to_wide, to_high = self.viewport
        across = to_wide / wide if wide and to_wide else 1.0
        down = to_high / high if high and to_high else 1.0
        return (x - left) * across + to_left, (y - top) * down + to_top


def is_metafile(data: bytes) -> bool:
    """Say whether ``data`` begins as an enhanced metafile does."""
    return data[:4] == b"\x01\0\0\0" and data[40:44] == b" EMF"


def words_of(data: bytes) -> list[Words]:
    """Return the lines of words that the metafile ``data`` draws; none where it is damaged."""
    try:
        return list(lines(_Player(data).pieces()))
    except (struct.error, ArithmeticError, LookupError, ValueError):
        return []


class _Player:
    """Follows the orders of one metafile."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._state = _State()
        self._saved: list[_State] = []
        self._fonts: dict[int, tuple[float, float]] = {}
        self._frame = _frame(data)

    def pieces(self) -> Iterator[Piece]:
        """Yield the text of each order that draws some."""
        data, at, count = self._data, 0, 0
        for _ in range(MOST_RECORDS):
            if at + 8 > len(data) or count >= MOST_PIECES:
                return
            kind, size = struct.unpack_from("<II", data, at)
            if size < 8 or kind == _END:
                return
            if kind in _TEXTS:
                piece = self._text(at, wide=kind == _WIDE_TEXT)
                if piece is not None:
                    count += 1
                    yield piece
            elif kind in _CHANGES:
                _CHANGES[kind](self, at)
            at += size

    def _text(self, at: int, *, wide: bool) -> Piece | None:
        x, y, length, offset, _, *_, widths = struct.unpack_from("<iiIIIiiiiI", self._data, at + 36)
        bytes_each = 2 if wide else 1
        raw = self._data[at + offset : at + offset + min(length, LONGEST) * bytes_each]
        text = raw.decode("utf-16-le" if wide else "cp1252", "replace")
        if not text.isprintable():
            return None
        if self._state.align & 1:
            x, y = self._state.at
        advances = struct.unpack_from(f"<{len(text)}I", self._data, at + widths) if widths else ()
        across = float(sum(advances)) or WIDTH * self._state.height * len(text)
        start, end, low, far = self._corners(x, y, across)
        shares = [self._share(*corner) for corner in (start, end, low, far)]
        xs, ys = [u for u, _ in shares], [v for _, v in shares]
        box = Box(min(xs), min(ys), max(xs), max(ys))
        inside = box.x1 > 0 and box.x0 < 1 and box.y1 > 0 and box.y0 < 1
        return Piece(text, box, start, end, low) if inside else None

    def _corners(self, x: float, y: float, across: float) -> tuple[Point, Point, Point, Point]:
        """Return where the corners of a text stand on the device: upper and lower edge."""
        state = self._state
        cos, sin, high = math.cos(state.turn), math.sin(state.turn), state.height
        left = -across * {2: 1.0, 6: 0.5}.get(state.align & 6, 0.0)
        top = -high * {24: ASCENT, 8: 1.0}.get(state.align & 24, 0.0)
        start, end, low, far = (
            state.device(x + u * cos + v * sin, y - u * sin + v * cos)
            for v in (top, top + high)
            for u in (left, left + across)
        )
        return start, end, low, far

    def _share(self, x: float, y: float) -> tuple[float, float]:
        left, top, right, bottom = self._frame
        return (x - left) / (right - left), (y - top) / (bottom - top)

    def _ints(self, at: int, count: int) -> tuple[int, ...]:
        return struct.unpack_from(f"<{count}i", self._data, at + 8)

    def _window_extent(self, at: int) -> None:
        wide, high = self._ints(at, 2)
        self._state = self._state._replace(window=(*self._state.window[:2], wide, high))

    def _window_origin(self, at: int) -> None:
        left, top = self._ints(at, 2)
        self._state = self._state._replace(window=(left, top, *self._state.window[2:]))

    def _viewport_extent(self, at: int) -> None:
        wide, high = self._ints(at, 2)
        self._state = self._state._replace(viewport=(*self._state.viewport[:2], wide, high))

    def _viewport_origin(self, at: int) -> None:
        left, top = self._ints(at, 2)
        self._state = self._state._replace(viewport=(left, top, *self._state.viewport[2:]))

    def _align(self, at: int) -> None:
        self._state = self._state._replace(align=self._ints(at, 1)[0])

    def _move(self, at: int) -> None:
        x, y = self._ints(at, 2)
        self._state = self._state._replace(at=(x, y))

    def _save(self, _at: int) -> None:
        if len(self._saved) < DEEPEST:
            self._saved.append(self._state)

    def _restore(self, at: int) -> None:
        back = -self._ints(at, 1)[0]
        if 0 < back <= len(self._saved):
            self._state = self._saved[-back]
            del self._saved[-back:]

    def _world(self, at: int) -> None:
        self._state = self._state._replace(world=self._matrix(at))

    def _world_changed(self, at: int) -> None:
        mode = struct.unpack_from("<I", self._data, at + 32)[0]
        old, new = self._state.world, self._matrix(at) if mode != 1 else _SAME
        world = {2: _product(new, old), 3: _product(old, new)}.get(mode, new)
        self._state = self._state._replace(world=world)

    def _matrix(self, at: int) -> Matrix:
        a, b, c, d, e, f = struct.unpack_from("<6f", self._data, at + 8)
        return a, b, c, d, e, f

    def _font(self, at: int) -> None:
        size, number, height = struct.unpack_from("<IIi", self._data, at + 4)
        turn = struct.unpack_from("<i", self._data, at + 20)[0] if size >= FONT else 0
        self._fonts[number] = float(abs(height)) or _State().height, math.radians(turn / 10)

    def _selected(self, at: int) -> None:
        number = self._ints(at, 1)[0]
        if number in self._fonts:
            height, turn = self._fonts[number]
            self._state = self._state._replace(height=height, turn=turn)


def _frame(data: bytes) -> tuple[float, float, float, float]:
    """Return the edges of the picture on its device; raises ``ValueError`` where it has none."""
    kind, _ = struct.unpack_from("<II", data, 0)
    bounds, frame = struct.unpack_from("<4i", data, 8), struct.unpack_from("<4i", data, 24)
    wide, high, wide_mm, high_mm = struct.unpack_from("<4i", data, 72)
    if kind != _HEADER:
        raise ValueError(kind)
    if frame[2] > frame[0] and frame[3] > frame[1] and wide_mm > 0 and high_mm > 0:
        across, down = wide / (wide_mm * 100), high / (high_mm * 100)
        edges = (frame[0] * across, frame[1] * down, frame[2] * across, frame[3] * down)
    else:
        edges = (float(bounds[0]), float(bounds[1]), float(bounds[2]), float(bounds[3]))
    if edges[2] <= edges[0] or edges[3] <= edges[1]:
        raise ValueError(edges)
    return edges


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    m, n, o, p, q, r = then
    return (
        a * m + b * o,
        a * n + b * p,
        c * m + d * o,
        c * n + d * p,
        e * m + f * o + q,
        e * n + f * p + r,
    )


_NARROW_TEXT, _WIDE_TEXT = 83, 84
_TEXTS = (_NARROW_TEXT, _WIDE_TEXT)
_CHANGES: Mapping[int, Callable[[_Player, int], None]] = {
    9: _Player._window_extent,
    10: _Player._window_origin,
    11: _Player._viewport_extent,
    12: _Player._viewport_origin,
    22: _Player._align,
    27: _Player._move,
    33: _Player._save,
    34: _Player._restore,
    35: _Player._world,
    36: _Player._world_changed,
    37: _Player._selected,
    82: _Player._font,
}
