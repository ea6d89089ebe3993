"""Pictures that prove: an analyst's quadrant and award badges, all made up."""

from __future__ import annotations

import math

from samples.pictures.board import Board

NAVY, BLUE, CORAL, GREY, PALE = "10284F", "2456D6", "F0575A", "8793A8", "E9EDF4"
HOUSE = "Pellant Rowe"


def quadrant() -> bytes:
    """Return the made-up analyst house's quadrant with the vendor far up on the right."""
    board = Board(760, 720)
    left, top, side = 70.0, 76.0, 580.0
    middle_x, middle_y, right, bottom = left + side / 2, top + side / 2, left + side, top + side
    board.words(left, 22, f"{HOUSE} Compass", 26, NAVY, face="Carlito-Bold")
    board.words(left, 50, "Yard and Dock Software, Europe, March 2026", 17, GREY)
    board.rect(left, top, right, bottom, "F6F8FB", edge="C4CDDB")
    board.rect(middle_x, top, right, middle_y, "DCE6FA", edge="C4CDDB")
    board.line([(middle_x, top), (middle_x, bottom)], "C4CDDB", 2)
    board.line([(left, middle_y), (right, middle_y)], "C4CDDB", 2)
    for x, y, word in (
        (left + 14, top + 20, "CHALLENGERS"),
        (middle_x + 14, top + 20, "LEADERS"),
        (left + 14, bottom - 20, "NICHE PLAYERS"),
        (middle_x + 14, bottom - 20, "VISIONARIES"),
    ):
        board.words(x, y, word, 17, GREY, face="Carlito-Bold")
    board.words((left + right) / 2, bottom + 26, "COMPLETENESS OF VISION", 16, NAVY, anchor="mm")
    board.aside(left - 26, (top + bottom) / 2, "ABILITY TO EXECUTE", 16, NAVY)
    for x, y, name in (
        (0.16, 0.74, "Dockara"),
        (0.30, 0.63, "Yardmatic"),
        (0.24, 0.88, "Gatewise One"),
        (0.20, 0.22, "Brennt Systems"),
        (0.31, 0.38, "Loadmark"),
        (0.62, 0.70, "Slotbird"),
        (0.75, 0.82, "Portanto"),
        (0.62, 0.39, "Helm & Ware"),
        (0.70, 0.25, "Transvela"),
    ):
        board.oval(left + x * side, top + y * side, 8, GREY)
        board.words(left + x * side + 15, top + y * side, name, 16, "4B586D")
    x, y = left + 0.84 * side, top + 0.12 * side
    board.oval(x, y, 14, CORAL)
    board.words(x, y + 28, "Quayfold", 21, NAVY, face="Carlito-Bold", anchor="mm")
    board.words(left, 706, f"Source: {HOUSE}, March 2026", 13, GREY)
    return board.png()


def badge(year: str, top: str, name: str, color: str, form: str) -> bytes:
    """Return an award badge: form is seal, shield or hexagon."""
    board = Board(260, 280)
    x, y = 130.0, 122.0
    if form == "seal":
        for side in (-1, 1):
            start = x + side * 34
            board.shape(
                [(start - 26, y + 60), (start + 26, y + 60), (start + side * 14, 272)], color
            )
        points = []
        for step in range(48):
            r, angle = (112 if step % 2 else 102), math.tau * step / 48
            points.append((x + r * math.cos(angle), y + r * math.sin(angle)))
        board.shape(points, color)
    elif form == "shield":
        board.shape([(24, 14), (236, 14), (236, 150), (130, 270), (24, 150)], color)
    else:
        points = [
            (
                x + 122 * math.cos(math.radians(60 * k - 90)),
                136 + 122 * math.sin(math.radians(60 * k - 90)),
            )
            for k in range(6)
        ]
        board.shape(points, color)
    if form == "seal":
        board.ring(x, y, 90, "FFFFFF", 3)
    board.words(x, 62, year, 24, "FFFFFF", anchor="mm")
    board.words(x, 104, top, 42, "FFFFFF", face="Carlito-Bold", anchor="mm")
    for line, word in enumerate(name.split("|")):
        board.words(x, 146 + line * 24, word, 21, "FFFFFF", anchor="mm")
    return board.png()


def badges() -> list[tuple[str, bytes]]:
    """Return the awards of the year with their names."""
    return [
        (
            "Logistics Software 2026",
            badge("2026", "GOLD", "Logistics|Software", "B8862B", "seal"),
        ),
        ("Supply Chain Prize 2026", badge("2026", "WINNER", "Supply Chain|Prize", NAVY, "shield")),
        ("Cargo Code 50, place 3", badge("2026", "TOP 3", "Cargo Code|50", BLUE, "hexagon")),
        ("Best Yard Software 2025", badge("2025", "BEST", "Yard|Software", CORAL, "seal")),
        ("Green Yard Medal 2025", badge("2025", "MEDAL", "Green Yard|Europe", "2F9E77", "shield")),
    ]
