"""The words that an old metafile (WMF) draws: buttons, and objects of programs of long ago.

Source: [MS-WMF], section 2.3. The picture is the window, or what the header before it says.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping
from heapq import heappop, heappush

from sowhat.read.pptx.metafiles.lines import Piece
from sowhat.read.pptx.metafiles.state import Font, Frame, State

MOST_RECORDS, MOST_PIECES = 200_000, 2_000
DEEPEST = 64  # saved states
PLACED = b"\xd7\xcd\xc6\x9a"
PLACED_SIZE, HEADER_SIZE = 22, 18
CLIPPED, GLYPHS = 0x6, 0x10  # a rectangle stands before the text; it is glyphs of a font
_MAKERS = (0x02FA, 0x02FC, 0x00F7, 0x01F9, 0x0142, 0x06FF)  # of other things than fonts


def is_old(data: bytes) -> bool:
    """Say whether ``data`` begins as an old metafile does."""
    start = PLACED_SIZE if data[:4] == PLACED else 0
    return data[start : start + 4] in (b"\x01\0\x09\0", b"\x02\0\x09\0")


def old_pieces(data: bytes) -> Iterator[Piece]:
    """Yield the text of each order that draws some; raises ``struct.error`` where one is cut."""
    return _Player(data).pieces()


class _Player:
    """Follows the orders of one old metafile."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        placed = data[:4] == PLACED
        self._start = HEADER_SIZE + PLACED_SIZE * placed
        self._frame: Frame | None = None
        if placed:
            left, top, right, bottom = struct.unpack_from("<4h", data, 6)
            self._frame = float(left), float(top), float(right), float(bottom)
        self._state = State()
        self._saved: list[State] = []
        self._things: dict[int, Font | None] = {}
        self._free: list[int] = []

    def pieces(self) -> Iterator[Piece]:
        """Yield the text of each order that draws some."""
        at, count = self._start, 0
        for _ in range(MOST_RECORDS):
            if at + 6 > len(self._data) or count >= MOST_PIECES:
                return
            size, kind = struct.unpack_from("<IH", self._data, at)
            if size < 3 or not kind:
                return
            if kind in _TEXTS:
                piece = _TEXTS[kind](self, at)
                if piece is not None:
                    count += 1
                    yield piece
            elif kind in _MAKERS:
                self._make(None)
            elif kind in _CHANGES:
                _CHANGES[kind](self, at)
            at += size * 2

    def _text(self, at: int) -> Piece | None:
        (length,) = struct.unpack_from("<h", self._data, at + 6)
        text = self._data[at + 8 : at + 8 + max(length, 0)]
        y, x = struct.unpack_from("<hh", self._data, at + 8 + len(text) + len(text) % 2)
        return self._piece(text, x, y, 0.0)

    def _wide_text(self, at: int) -> Piece | None:
        y, x, length, options = struct.unpack_from("<hhhH", self._data, at + 6)
        if options & GLYPHS or length <= 0:
            return None
        start = at + 14 + 8 * bool(options & CLIPPED)
        text = self._data[start : start + length]
        widths = start + length + length % 2
        (size,) = struct.unpack_from("<I", self._data, at)
        told = widths + 2 * length <= at + size * 2
        advances = struct.unpack_from(f"<{length}h", self._data, widths) if told else ()
        return self._piece(text, x, y, float(sum(advances)))

    def _piece(self, text: bytes, x: int, y: int, across: float) -> Piece | None:
        left, top, wide, high = self._state.window
        frame = self._frame or (float(left), float(top), float(left + wide), float(top + high))
        words = text.decode("cp1252", "replace")
        as_is = self._state._replace(window=(0, 0, 0, 0))  # the frame is in the same units
        return as_is.piece(words, (x, y), across, frame)

    def _shorts(self, at: int, count: int) -> tuple[int, ...]:
        return struct.unpack_from(f"<{count}h", self._data, at + 6)

    def _window_extent(self, at: int) -> None:
        high, wide = self._shorts(at, 2)
        self._state = self._state._replace(window=(*self._state.window[:2], wide, high))

    def _window_origin(self, at: int) -> None:
        top, left = self._shorts(at, 2)
        self._state = self._state._replace(window=(left, top, *self._state.window[2:]))

    def _align(self, at: int) -> None:
        self._state = self._state._replace(align=self._shorts(at, 1)[0])

    def _move(self, at: int) -> None:
        y, x = self._shorts(at, 2)
        self._state = self._state._replace(at=(x, y))

    def _save(self, _at: int) -> None:
        if len(self._saved) < DEEPEST:
            self._saved.append(self._state)

    def _restore(self, at: int) -> None:
        back = -self._shorts(at, 1)[0]
        if 0 < back <= len(self._saved):
            self._state = self._saved[-back]
            del self._saved[-back:]

    def _font(self, at: int) -> None:
        height, _, turn, _, _, signs = struct.unpack_from("<5h3xB", self._data, at + 6)
        self._make(Font.of(height, turn, signs))

    def _make(self, thing: Font | None) -> None:
        """Give a new thing the lowest number that is free, as every player does."""
        number = heappop(self._free) if self._free else len(self._things)
        self._things[number] = thing

    def _selected(self, at: int) -> None:
        font = self._things.get(self._shorts(at, 1)[0])
        if font is not None:
            self._state = self._state._replace(font=font)

    def _deleted(self, at: int) -> None:
        number = self._shorts(at, 1)[0]
        if number in self._things:
            del self._things[number]
            heappush(self._free, number)


_TEXTS: Mapping[int, Callable[[_Player, int], Piece | None]] = {
    0x0521: _Player._text,
    0x0A32: _Player._wide_text,
}
_CHANGES: Mapping[int, Callable[[_Player, int], None]] = {
    0x001E: _Player._save,
    0x0127: _Player._restore,
    0x012D: _Player._selected,
    0x012E: _Player._align,
    0x01F0: _Player._deleted,
    0x020B: _Player._window_origin,
    0x020C: _Player._window_extent,
    0x0214: _Player._move,
    0x02FB: _Player._font,
}
