"""A page's characters as PDFium finds them: letters, place, format."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from ctypes import byref
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from sowhat.read.pdf.frame import Frame
from sowhat.read.pdf.objects import fill_of
from sowhat.read.pdf.spelling import letters, unknown

MOST_CHARACTERS = 20_000  # of one page; what follows is not read
_FORCED_BOLD = 1 << 18  # a font's flag
_BOLD = ("bold", "black", "heavy", "demi")
_NO_INK = 0.05  # points: what is not wider or higher leaves none
_ITALIC = ("italic", "oblique")
_SILENT = frozenset({0xFEFF, 0x200C, 0x200E, 0x200F})  # characters that never had letters

Edges = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Style:
    """The format of a word, its size apart."""

    font: str = ""
    bold: bool = False
    italic: bool = False
    color: str | None = None


@dataclass(frozen=True, slots=True)
class Face:
    """What the characters of one text object share: ``size`` in points, ``turn`` in degrees,
    ``owner`` tells the object from others; ``inked`` is false where it leaves no trace."""

    style: Style
    size: float
    turn: int
    owner: int = 0
    inked: bool = True


@dataclass(slots=True)
class Glyph:
    """A character. Edges, baseline and ``end`` are points in the frame of its text's direction.

    ``end`` is where the font lets the next character start; ``spaced`` says that the content has a
    space before it, ``parted`` that PDFium sees one there.
    """

    text: str
    face: Face
    base: float
    edges: Edges
    end: float
    spaced: bool
    parted: bool


class Glyphs:
    """One walk over the characters of an open text page.

    ``cut`` says that there were more than are read; ``seen`` and ``lost`` count the characters, and
    those among them without a meaning. ``beyond`` are those that stand off the shown page.
    """

    def __init__(self, handle: pdfium.FPDF_TEXTPAGE, frame: Frame) -> None:
        total = max(pdfium.FPDFText_CountChars(handle), 0)
        self._handle, self._frame = handle, frame
        self._count, self.cut = min(total, MOST_CHARACTERS), total > MOST_CHARACTERS
        self._faces: dict[int, Face] = {}
        self._fonts: dict[int, tuple[str, bool, bool]] = {}
        self.seen = self.lost = 0
        self.beyond: list[Glyph] = []
        self._right, self._left, self._bottom, self._top = (ctypes.c_double() for _ in range(4))
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._loose = pdfium.FS_RECTF()

    def __iter__(self) -> Iterator[Glyph]:
        """Yield the characters on the shown page; those without letters as a mark of their own."""
        spaced = parted = False
        face = Face(Style(), 1.0, 0)
        for index, code in self._codes():
            owner = pdfium.FPDFText_GetTextObject(self._handle, index)
            piece = letters(code)
            if piece == " ":
                parted = True
                spaced = spaced or pdfium.FPDFText_IsGenerated(self._handle, index) == 0
                continue
            if not owner and piece != "-":  # a mark PDFium made up, but for a hyphen's
                continue
            self.seen += 1
            if not piece:
                if not owner or code in _SILENT:
                    continue
                if self._is_empty(index):
                    parted = spaced = True
                    continue
                self.lost += 1
                piece = unknown(code)
            if owner:
                face = self._face(index, owner)
            glyph = self._glyph(index, piece, face)
            glyph.spaced, glyph.parted = spaced, parted
            spaced = parted = False
            if self._is_beyond(glyph):
                self.beyond.append(glyph)
            else:
                yield glyph

    def _codes(self) -> Iterator[tuple[int, int]]:
        """Yield index and code of each character; PDFium gives those beyond 16 bits as two."""
        high = 0
        for index in range(self._count):
            code = pdfium.FPDFText_GetUnicode(self._handle, index)
            if code & 0xFC00 == 0xD800:
                high = code
                continue
            if code & 0xFC00 == 0xDC00 and high:
                code = 0x10000 + ((high & 0x3FF) << 10) + (code & 0x3FF)
            high = 0
            yield index, code

    def _glyph(self, index: int, piece: str, face: Face) -> Glyph:
        handle, frame = self._handle, self._frame
        left, right, bottom, top = self._left, self._right, self._bottom, self._top
        pdfium.FPDFText_GetCharBox(
            handle, index, byref(left), byref(right), byref(bottom), byref(top)
        )
        shown = frame.rectangle(left.value, bottom.value, right.value, top.value)
        pdfium.FPDFText_GetCharOrigin(handle, index, byref(self._x), byref(self._y))
        base = upright(*frame.point(self._x.value, self._y.value), face.turn)[1]
        loose = self._loose
        pdfium.FPDFText_GetLooseCharBox(handle, index, byref(loose))
        reach = frame.rectangle(loose.left, loose.bottom, loose.right, loose.top)
        edges, end = turned(shown, face.turn), turned(reach, face.turn)[2]
        return Glyph(piece, face, base, edges, end, spaced=False, parted=False)

    def _is_empty(self, index: int) -> bool:
        """Say whether a character leaves a gap and no ink: a space that its font does not tell."""
        edges = self._left, self._right, self._bottom, self._top
        pdfium.FPDFText_GetCharBox(self._handle, index, *map(byref, edges))
        left, right, bottom, top = (edge.value for edge in edges)
        pdfium.FPDFText_GetLooseCharBox(self._handle, index, byref(self._loose))
        inkless = abs(right - left) < _NO_INK or abs(top - bottom) < _NO_INK
        return inkless and self._loose.right - self._loose.left > _NO_INK

    def _is_beyond(self, glyph: Glyph) -> bool:
        left, top, right, bottom = turned(glyph.edges, -glyph.face.turn)
        return right <= 0 or left >= self._frame.wide or bottom <= 0 or top >= self._frame.high

    def _face(self, index: int, owner: pdfium.FPDF_PAGEOBJECT) -> Face:
        key = ctypes.cast(owner, ctypes.c_void_p).value or 0
        known = self._faces.get(key)
        if known is None:
            known = self._faces[key] = self._new_face(index, owner, key)
        return known

    def _new_face(self, index: int, owner: pdfium.FPDF_PAGEOBJECT, key: int) -> Face:
        matrix, size = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0), ctypes.c_float(0)
        pdfium.FPDFText_GetMatrix(self._handle, index, byref(matrix))
        pdfium.FPDFTextObj_GetFontSize(owner, byref(size))
        sign = -1.0 if size.value < 0 else 1.0
        turn = self._frame.angle(matrix.a * sign, matrix.b * sign)
        name, bold, italic = self._font(pdfium.FPDFTextObj_GetFont(owner))
        mode = pdfium.FPDFTextObj_GetTextRenderMode(owner)
        outlined = mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE  # bold where a font has none
        color, cover = fill_of(owner)
        style = Style(name, bold or outlined, italic, color)
        clear = mode == pdfium.FPDF_TEXTRENDERMODE_FILL and cover == 0
        inked = mode != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE and not clear
        return Face(style, abs(size.value) * math.hypot(matrix.c, matrix.d), turn, key, inked)

    def _font(self, font: pdfium.FPDF_FONT) -> tuple[str, bool, bool]:
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._fonts:
            name = _font_name(font)
            lower = name.lower()
            flags = pdfium.FPDFFont_GetFlags(font) if font else 0
            bold = any(word in lower for word in _BOLD) or (flags > 0 and flags & _FORCED_BOLD > 0)
            self._fonts[key] = name, bold, any(word in lower for word in _ITALIC)
        return self._fonts[key]


def upright(u: float, v: float, turn: int) -> tuple[float, float]:
    """Turn a point of the shown page into the frame in which text of that direction is level."""
    if turn == 0:
        return u, v
    radians = math.radians(turn)
    cos, sin = math.cos(radians), math.sin(radians)
    return u * cos + v * sin, v * cos - u * sin


def turned(edges: Edges, turn: int) -> Edges:
    """Return the box around a box of the shown page in the frame of direction ``turn``."""
    if turn == 0:
        return edges
    corners = [upright(x, y, turn) for x in (edges[0], edges[2]) for y in (edges[1], edges[3])]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(down), max(across), max(down)


def base_name(name: str) -> str:
    """Return a font's name without the mark of a subset ("ABCDEF+Inter" is "Inter")."""
    head, plus, tail = name.partition("+")
    return tail if plus and len(head) == 6 and head.isupper() else name


def _font_name(font: pdfium.FPDF_FONT) -> str:
    if not font:
        return ""
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    if not 1 < length <= 512:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    return base_name(buffer.value.decode("utf-8", "replace"))
