"""Neutral portraits: a round ground, shoulders, a head, hair."""

from __future__ import annotations

from samples.pictures.board import Board

SKINS = ("E9BFA0", "C98E68", "8C5A3C", "F1D0B5")
HAIRS = ("3A2A22", "1E1B1E", "8A5A2B", "B9B4AE")


def portrait(number: int, ground: str, coat: str) -> bytes:
    """Return a portrait on white; ``number`` chooses skin, hair and cut."""
    board = Board(220, 220)
    skin, hair = SKINS[number % 4], HAIRS[(number // 2 + number) % 4]
    board.oval(110, 110, 108, ground)
    if number % 2:
        board.rect(66, 66, 154, 156, hair, radius=42)
    board.oval(110, 226, 80, coat, 72)
    board.rect(94, 120, 126, 168, skin, radius=14)
    board.oval(110, 98, 38, skin, 44)
    board.pie(110, 88, 43, (180, 360), hair)
    if number % 3 == 0:
        board.oval(82, 84, 14, hair)
    board.ring(110, 110, 164, "FFFFFF", 56)
    return board.png()
