"""The words that an enhanced metafile (EMF) draws, with their places in the picture.

Pasted tables and diagrams, and the pictures that stand for embedded objects, are often metafiles:
lists of drawing orders, among them plain text. Nothing is drawn here; the orders that set
coordinates, fonts and text are followed. Source: [MS-EMF], section 2.3. Words that are drawn as
glyphs of a font or in a font of symbols cannot be told and are left out.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping

from sowhat.read.affine import SAME, Matrix, product
from sowhat.read.pptx.metafiles.lines import Piece, Words, lines
from sowhat.read.pptx.metafiles.old import is_old, old_pieces
from sowhat.read.pptx.metafiles.state import Font, Frame, State

MOST_RECORDS, MOST_PIECES = 200_000, 2_000
LONGEST = 2_000  # characters of one order
DEEPEST = 64  # saved states

_HEADER, _END = 1, 14
FONT = 36  # bytes of a font that says how its lines are turned, and its signs
GLYPHS = 0x10  # the text is given as numbers of a font's glyphs


def is_metafile(data: bytes) -> bool:
    """Say whether ``data`` begins as a metafile does, an enhanced or an old one."""
    return _is_enhanced(data) or is_old(data)


def words_of(data: bytes) -> list[Words]:
    """Return the lines of words that the metafile ``data`` draws; none where it is damaged."""
    try:
        return list(lines(_Player(data).pieces() if _is_enhanced(data) else old_pieces(data)))
    except (struct.error, ArithmeticError, LookupError, ValueError):
        return []


def _is_enhanced(data: bytes) -> bool:
    return data[:4] == b"\x01\0\0\0" and data[40:44] == b" EMF"


class _Player:
    """Follows the orders of one metafile."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._state = State()
        self._saved: list[State] = []
        self._fonts: dict[int, Font] = {}
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
        x, y, length, offset, options, *_, widths = struct.unpack_from(
            "<iiIIIiiiiI", self._data, at + 36
        )
        if options & GLYPHS:
            return None
        bytes_each = 2 if wide else 1
        raw = self._data[at + offset : at + offset + min(length, LONGEST) * bytes_each]
        text = raw.decode("utf-16-le" if wide else "cp1252", "replace")
        advances = struct.unpack_from(f"<{len(text)}I", self._data, at + widths) if widths else ()
        return self._state.piece(text, (x, y), float(sum(advances)), self._frame)

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
        old, new = self._state.world, self._matrix(at) if mode != 1 else SAME
        world = {2: product(new, old), 3: product(old, new)}.get(mode, new)
        self._state = self._state._replace(world=world)

    def _matrix(self, at: int) -> Matrix:
        a, b, c, d, e, f = struct.unpack_from("<6f", self._data, at + 8)
        return a, b, c, d, e, f

    def _font(self, at: int) -> None:
        size, number, height = struct.unpack_from("<IIi", self._data, at + 4)
        turn, signs = 0, 0
        if size >= FONT:
            turn, signs = struct.unpack_from("<i11xB", self._data, at + 20)
        self._fonts[number] = Font.of(height, turn, signs)

    def _selected(self, at: int) -> None:
        number = self._ints(at, 1)[0]
        if number in self._fonts:
            self._state = self._state._replace(font=self._fonts[number])


def _frame(data: bytes) -> Frame:
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
