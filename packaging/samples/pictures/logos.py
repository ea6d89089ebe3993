"""Logos: the vendor's own, and those of twelve made-up companies."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache

from samples.pictures.board import Board, Point

WIDE, HIGH = 320, 150  # pixels of a customer's logo


@cache
def vendor_logo(color: str = "10284F", ground: str = "FFFFFF") -> bytes:
    """Return the vendor's wordmark: two folded quays and the name."""
    board = Board(400, 100, ground)
    board.shape([(8, 22), (50, 22), (78, 50), (36, 50)], color)
    board.shape([(8, 78), (50, 78), (78, 50), (36, 50)], "F0575A")
    board.words(96, 52, "quayfold", 72, color, face="Carlito-Bold")
    return board.png()


def _around(x: float, y: float, r: float, corners: int, turn: float = -90) -> list[Point]:
    steps = (math.radians(turn + 360 * step / corners) for step in range(corners))
    return [(x + r * math.cos(angle), y + r * math.sin(angle)) for angle in steps]


def _beam(b: Board, x: float, y: float, c: str) -> None:
    b.rect(x - 30, y - 30, x + 30, y - 18, c)
    b.rect(x - 8, y - 18, x + 8, y + 18, c)
    b.rect(x - 30, y + 18, x + 30, y + 30, c)


def _leaf(b: Board, x: float, y: float, c: str) -> None:
    b.pie(x - 26, y + 26, 58, (270, 360), c)
    b.line([(x - 22, y + 22), (x + 12, y - 12)], "FFFFFF", 4)


def _sun(b: Board, x: float, y: float, c: str) -> None:
    b.oval(x, y, 16, c)
    for px, py in _around(x, y, 30, 10):
        b.oval(px, py, 4.5, c)


def _peaks(b: Board, x: float, y: float, c: str) -> None:
    b.shape([(x - 36, y + 26), (x - 8, y - 26), (x + 12, y + 26)], c)
    b.shape([(x + 2, y + 26), (x + 18, y - 4), (x + 36, y + 26)], "9DB4CE")


def _hexes(b: Board, x: float, y: float, c: str) -> None:
    b.shape(_around(x, y, 34, 6), c)
    b.shape(_around(x, y, 18, 6), "FFFFFF")


def _waves(b: Board, x: float, y: float, c: str) -> None:
    for step in range(3):
        line = [(x - 32 + i * 4, y - 16 + step * 16 + 6 * math.sin(i / 2.5)) for i in range(17)]
        b.line(line, c, 6)


def _ring(b: Board, x: float, y: float, c: str) -> None:
    b.ring(x, y, 32, c, 9)
    b.oval(x + 14, y - 14, 11, "F2B441")


def _bars(b: Board, x: float, y: float, c: str) -> None:
    for step, high in enumerate((24, 44, 62)):
        b.rect(x - 32 + step * 23, y + 31 - high, x - 14 + step * 23, y + 31, c, radius=5)


def _diamond(b: Board, x: float, y: float, c: str) -> None:
    b.shape(_around(x, y, 35, 4), c)
    b.shape([(x, y - 35), (x + 35, y), (x, y)], "F0A68C")


def _halves(b: Board, x: float, y: float, c: str) -> None:
    b.pie(x, y - 3, 31, (180, 360), c)
    b.pie(x, y + 3, 31, (0, 180), "7FB7A3")


def _shield(b: Board, x: float, y: float, c: str) -> None:
    b.shape([(x - 28, y - 32), (x + 28, y - 32), (x + 28, y + 4), (x, y + 34), (x - 28, y + 4)], c)
    b.rect(x - 16, y - 12, x + 16, y - 4, "FFFFFF")


def _star(b: Board, x: float, y: float, c: str) -> None:
    outer, inner = _around(x, y, 34, 5), _around(x, y, 14, 5, -54)
    b.shape([point for pair in zip(outer, inner, strict=True) for point in pair], c)


Mark = Callable[[Board, float, float, str], None]
LOGOS: tuple[tuple[str, Mark, str, str], ...] = (
    ("Norvane Steel", _beam, "3B4657", "Arimo-Bold"),
    ("Orlo Foods", _leaf, "3C8D4F", "Carlito-Bold"),
    ("Brightmere", _sun, "E58A1F", "Caladea-Bold"),
    ("Castellan", _shield, "8A2433", "Tinos-Bold"),
    ("Hexavar", _hexes, "5B3FA6", "Cousine-Bold"),
    ("Sundmark", _waves, "1C7FA8", "Carlito-Bold"),
    ("Kordova Glass", _ring, "24706B", "Arimo-Regular"),
    ("Pellworth", _bars, "C23B5B", "Caladea-Bold"),
    ("Thornwick", _peaks, "2E4A7D", "Tinos-Bold"),
    ("Mirafield", _halves, "1F5F56", "Carlito-Regular"),
    ("Redfallow", _diamond, "D0492B", "Arimo-Bold"),
    ("Quillan Brewing", _star, "B5832A", "Tinos-BoldItalic"),
)


def customer_logos() -> list[tuple[str, bytes]]:
    """Return the names and logos of the vendor's made-up customers."""
    made = []
    for name, mark, color, face in LOGOS:
        board = Board(WIDE, HIGH)
        size = 34.0
        while board.wide(name, size, face) > 205:
            size -= 1
        start = (WIDE - (74 + 16 + board.wide(name, size, face))) / 2
        mark(board, start + 37, HIGH / 2, color)
        board.words(start + 90, HIGH / 2, name, size, "2B3445", face=face)
        made.append((name, board.png()))
    return made
