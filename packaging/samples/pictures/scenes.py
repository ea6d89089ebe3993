"""Two drawn scenes: the vendor's harbour, and a dairy at first light."""

from __future__ import annotations

import math

from samples.pictures.board import Board

NAVY, BLUE, CORAL, GOLD = "10284F", "2456D6", "F0575A", "F2B441"


def harbour() -> bytes:
    """Return cranes, a ship and containers before a rising sun."""
    board = Board(840, 840)
    board.shade("BFD3F7", "FBE9DD")
    board.oval(600, 380, 120, "FFF3E0")
    board.oval(600, 380, 88, "FAD7A0")
    for x, y in ((120, 120), (330, 70), (690, 150)):
        for shift in (0, 34, 70):
            board.oval(x + shift, y - (14 if shift == 34 else 0), 30, "F4F8FF", 20)
    for base, size in ((90, 1.0), (330, 0.86)):
        _crane(board, base, 560, size)
    board.rect(0, 560, 840, 840, "2F6FB5")
    for row in range(9):
        for step in range(7):
            x = (step * 130 + row * 57) % 880 - 30
            board.line([(x, 590 + row * 28), (x + 46, 590 + row * 28)], "5A93CF", 4)
    board.shape([(200, 560), (800, 560), (750, 670), (250, 670)], NAVY)
    board.rect(214, 560, 786, 574, CORAL)
    board.rect(690, 420, 760, 560, "FFFFFF")
    board.rect(676, 400, 774, 424, NAVY)
    for step in range(3):
        board.rect(702, 438 + step * 36, 748, 456 + step * 36, "9DB9E8")
    tones = (BLUE, CORAL, GOLD, "2F9E77", "7FA3E8", "D8E2F4")
    for column, high in enumerate((3, 4, 4, 3, 2)):
        for level in range(high):
            x, y = 240 + column * 86, 560 - (level + 1) * 38
            color = tones[(column * 2 + level * 3) % 6]
            board.rect(x, y, x + 82, y + 35, color)
            for rib in range(1, 6):
                board.line([(x + rib * 14, y + 5), (x + rib * 14, y + 30)], "FFFFFF", 1)
    board.shape([(0, 740), (840, 700), (840, 840), (0, 840)], "DCE3EE")
    board.shape([(0, 740), (840, 700), (840, 712), (0, 752)], "F7F9FC")
    _truck(board, 120, 690, CORAL)
    return board.png()


def _crane(board: Board, x: float, base: float, size: float) -> None:
    def part(points: list[tuple[float, float]], width: float) -> None:
        board.line([(x + px * size, base - py * size) for px, py in points], NAVY, width)

    part([(0, 0), (20, 260)], 9)
    part([(120, 0), (100, 260)], 9)
    part([(6, 90), (114, 90)], 7)
    part([(-60, 262), (260, 262)], 10)
    part([(60, 262), (60, 350)], 8)
    part([(60, 350), (250, 266)], 4)
    part([(60, 350), (-55, 266)], 4)
    part([(200, 262), (200, 190)], 3)
    board.rect(x + 178 * size, base - 192 * size, x + 224 * size, base - 168 * size, CORAL)


def _truck(board: Board, x: float, y: float, color: str) -> None:
    board.rect(x, y - 60, x + 190, y + 30, "FFFFFF", radius=6, edge="C4CDDB")
    board.rect(x, y - 2, x + 190, y + 8, color)
    board.rect(x + 196, y - 36, x + 256, y + 30, color, radius=10)
    board.rect(x + 222, y - 26, x + 250, y - 4, "DCE6FA", radius=4)
    board.rect(x - 4, y + 28, x + 258, y + 38, NAVY)
    for wheel in (34, 76, 224):
        board.oval(x + wheel, y + 42, 18, "1B2536")
        board.oval(x + wheel, y + 42, 7, "C4CDDB")


def dairy() -> bytes:
    """Return hills, cows, a dairy and a milk truck on its way at first light."""
    board = Board(840, 1080)
    board.shade("AFC9F2", "FFE7CF")
    board.oval(620, 500, 150, "FFF1D8")
    board.oval(620, 500, 105, "FBD596")
    for level, (color, high, swing, shift) in enumerate(
        (("A9C7A4", 520, 46, 0.0), ("86B28B", 600, 54, 1.9), ("5F9A73", 690, 40, 3.4))
    ):
        crest = [
            (x, high + swing * math.sin(x / (150 + level * 30) + shift)) for x in range(0, 841, 10)
        ]
        board.shape([(0, 1080), *crest, (840, 1080)], color)
    _works(board, 110, 640)
    board.shape([(0, 1080), (0, 900), (300, 850), (840, 800), (840, 1080)], "3F7E5E")
    board.shape([(0, 990), (840, 868), (840, 960), (0, 1080)], "D8DEE9")
    for step in range(7):
        x = 20 + step * 124
        board.line([(x, 1030 - x * 0.138), (x + 60, 1022 - x * 0.138)], "FFFFFF", 5)
    for x, y in ((600, 740), (700, 770), (520, 790), (770, 735)):
        _cow(board, x, y)
    _truck(board, 330, 902, BLUE)
    return board.png()


def _works(board: Board, x: float, y: float) -> None:
    board.rect(x, y, x + 260, y + 130, "F7F4EE")
    board.shape([(x - 16, y), (x + 130, y - 64), (x + 276, y)], "B8473F")
    for door in range(3):
        board.rect(x + 22 + door * 80, y + 58, x + 74 + door * 80, y + 130, "8FA3BF")
        for slat in range(4):
            high = y + 70 + slat * 15
            board.line([(x + 24 + door * 80, high), (x + 72 + door * 80, high)], "F7F4EE", 2)
    for silo in range(2):
        left = x + 286 + silo * 62
        board.rect(left, y - 80, left + 52, y + 130, "DDE4EE", radius=22)
        board.rect(left + 8, y - 56, left + 16, y + 110, "FFFFFF", radius=4)


def _cow(board: Board, x: float, y: float) -> None:
    board.rect(x, y, x + 46, y + 24, "FFFFFF", radius=9)
    board.oval(x + 16, y + 9, 8, "3A3434", 6)
    board.oval(x + 34, y + 16, 7, "3A3434", 5)
    board.rect(x - 14, y - 4, x + 4, y + 12, "FFFFFF", radius=6)
    board.rect(x - 15, y + 5, x - 7, y + 12, "E9B7A6", radius=3)
    for leg in (5, 14, 32, 40):
        board.rect(x + leg, y + 20, x + leg + 4, y + 38, "F2EEE8")
