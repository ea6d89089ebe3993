"""Screenshots of the vendor's four made-up products."""

from __future__ import annotations

import math

from samples.pictures.board import Board

W, H = 900, 560
NAVY, BLUE, CORAL, GOLD, GREEN = "10284F", "2456D6", "F0575A", "F2B441", "2F9E77"
INK, GREY, EDGE, PALE, SKY = "2B3445", "8793A8", "D5DCE8", "F3F5F9", "DCE6FA"
BOLD = "Carlito-Bold"


def _window(title: str, active: int) -> Board:
    """Return a board with the product's frame, menu and heading."""
    board = Board(W, H, "E4E9F2")
    board.rect(0, 0, W, H, "FFFFFF", radius=14, edge=EDGE)
    board.rect(0, 0, W, 44, NAVY, radius=14)
    board.rect(0, 26, W, 44, NAVY)
    for step, color in enumerate((CORAL, GOLD, GREEN)):
        board.oval(24 + step * 20, 22, 6, color)
    board.words(W / 2, 23, title, 17, "FFFFFF", face=BOLD, anchor="mm")
    board.rect(0, 44, 64, H - 14, PALE)
    for step in range(6):
        on = step == active
        board.rect(18, 70 + step * 58, 46, 98 + step * 58, BLUE if on else "C6D0E0", radius=7)
    return board


def dock() -> bytes:
    """Return a day's plan of eight dock doors."""
    board = _window("Quayfold Dock · Tuesday 6 October", 0)
    for hour in range(8):
        x = 160.0 + hour * 90
        board.words(x, 76, f"{6 + hour:02d}:00", 15, GREY, anchor="mm")
        board.line([(x, 92), (x, 535)], "E7ECF4", 1)
    blocks = (
        ((0, 1.2, BLUE, "Norvane 4471"), (1.5, 1.3, SKY, "Orlo 210"), (4, 2, BLUE, "Hexavar")),
        ((0.4, 1.6, GREEN, "Mirafield"), (2.4, 2.2, BLUE, "Castellan 88"), (5, 1.4, SKY, "Free")),
        ((0.2, 0.9, SKY, "Orlo 211"), (1.4, 2.6, BLUE, "Thornwick 12"), (4.6, 1.8, GREEN, "Sund")),
        ((1, 1.8, CORAL, "Late 25 min"), (3.2, 1.6, BLUE, "Pellworth"), (5.4, 1.6, BLUE, "Orlo")),
        ((0, 2.1, BLUE, "Redfallow 9"), (2.6, 1.1, GREEN, "Quillan"), (4.1, 2.4, BLUE, "Norv.")),
        ((0.6, 1.4, GREEN, "Kordova"), (2.4, 1.9, SKY, "Reserved"), (5, 1.7, BLUE, "Castellan")),
        ((0.1, 1.7, BLUE, "Brightmere"), (2.2, 1.5, BLUE, "Orlo 212"), (4.4, 1.2, GOLD, "Hold")),
        ((1.2, 2.3, BLUE, "Hexavar 31"), (3.9, 1.4, GREEN, "Mirafield"), (5.7, 1.2, SKY, "")),
    )
    for row, line in enumerate(blocks):
        y = 104 + row * 54
        board.words(82, y + 19, f"Door {row + 1}", 16, INK, face=BOLD)
        board.line([(70, y + 46), (W - 10, y + 46)], "E7ECF4", 1)
        for start, length, color, name in line:
            x = 160 + start * 90
            board.rect(x, y, x + length * 90 - 6, y + 38, color, radius=6)
            tone = NAVY if color in (SKY, GOLD) else "FFFFFF"
            board.words(x + 9, y + 20, name, 14, tone, face=BOLD)
    board.line([(470, 60), (470, 540)], CORAL, 2)
    return board.png()


def yard() -> bytes:
    """Return a yard from above, with its trailers."""
    board = _window("Quayfold Yard · Rotterdam Maasvlakte", 1)
    board.rect(90, 70, 640, 530, "E9EDF4", radius=8)
    board.rect(110, 84, 620, 150, "C6D0E0", radius=4)
    board.words(365, 117, "WAREHOUSE B", 17, "FFFFFF", face=BOLD, anchor="mm")
    tones = (BLUE, BLUE, "FFFFFF", GREEN, BLUE, CORAL, "FFFFFF", BLUE, GOLD, BLUE, "FFFFFF", GREEN)
    for row, y in enumerate((158, 290, 400)):
        for column in range(12):
            x = 114 + column * 42
            color = tones[(column * 5 + row * 7) % 12]
            board.rect(x, y, x + 30, y + 84, color, radius=4, edge="C6D0E0")
            if color != "FFFFFF":
                board.rect(x + 6, y + 84, x + 24, y + 96, "4B586D", radius=3)
    board.line([(100, 270), (630, 270)], "FFFFFF", 4)
    board.line([(100, 512), (630, 512)], GOLD, 3)
    board.rect(660, 70, 880, 530, PALE, radius=8)
    board.words(680, 98, "On site now", 18, NAVY, face=BOLD)
    for step, (count, name, color) in enumerate(
        (("148", "trailers", BLUE), ("31", "free spots", GREY), ("9", "over 24 hours", CORAL))
    ):
        board.words(680, 148 + step * 78, count, 44, color, face=BOLD)
        board.words(680, 180 + step * 78, name, 16, GREY)
    for step, name in enumerate(("Move 4471 to door 3", "Move 210 to row C", "Check seal 88")):
        board.rect(676, 380 + step * 46, 866, 416 + step * 46, "FFFFFF", radius=6, edge=EDGE)
        board.oval(694, 398 + step * 46, 6, (BLUE, GREEN, GOLD)[step])
        board.words(708, 399 + step * 46, name, 14, INK)
    return board.png()


def route() -> bytes:
    """Return a map with two delivery rounds."""
    board = _window("Quayfold Route · Round plan 14", 2)
    board.rect(64, 44, W, H - 4, "EAF0E6")
    board.shape([(64, 380), (250, 330), (430, 420), (620, 380), (640, 556), (64, 556)], "CFE0F0")
    board.oval(700, 160, 90, "D9E6CF", 60)
    board.oval(240, 160, 110, "D9E6CF", 70)
    for line in (
        [(64, 120), (300, 240), (520, 210), (900, 330)],
        [(180, 44), (300, 240), (340, 556)],
        [(520, 44), (520, 210), (700, 556)],
        [(64, 300), (340, 330), (620, 300), (900, 140)],
    ):
        board.line(line, "FFFFFF", 7)
    for line, color in (
        ([(300, 240), (210, 150), (150, 260), (210, 315), (330, 330), (300, 240)], CORAL),
        ([(300, 240), (420, 222), (520, 150), (600, 110), (640, 230), (575, 302), (430, 320),
          (330, 330)], BLUE),
    ):  # fmt: skip
        board.line(line, color, 5)
        for x, y in line[1:]:
            board.oval(x, y, 9, "FFFFFF")
            board.oval(x, y, 6, color)
    board.rect(282, 222, 318, 258, NAVY, radius=8)
    board.words(300, 240, "Q", 22, "FFFFFF", face=BOLD, anchor="mm")
    board.rect(672, 64, 884, 330, "FFFFFF", radius=10, edge=EDGE)
    board.words(690, 92, "Round 14", 19, NAVY, face=BOLD)
    stops = (
        "06:10  Depot",
        "06:42  Harbour Row",
        "07:15  Mill Lane",
        "07:58  Station",
        "08:30  Park",
    )
    for step, name in enumerate(stops):
        y = 130 + step * 40
        board.oval(698, y, 7, BLUE if step else NAVY)
        board.words(716, y, name, 16, INK)
    return board.png()


def insight() -> bytes:
    """Return a dashboard."""
    board = _window("Quayfold Insight · Network overview", 3)
    for step, (name, number, color) in enumerate(
        (("Moves today", "2,914", BLUE), ("Gate time", "4.2 min", NAVY), ("Alerts", "7", CORAL))
    ):
        x = 88 + step * 268
        board.rect(x, 66, x + 250, 156, PALE, radius=8)
        board.words(x + 18, 90, name, 16, GREY)
        board.words(x + 18, 126, number, 36, color, face=BOLD)
    board.rect(88, 174, 606, 536, "FFFFFF", radius=8, edge=EDGE)
    board.words(108, 200, "Moves by week", 17, NAVY, face=BOLD)
    heights = (110, 140, 128, 170, 190, 176, 214, 232, 220, 256)
    for step, high in enumerate(heights):
        x = 116 + step * 48
        board.rect(x, 505 - high, x + 30, 505, BLUE if step % 3 else "9FB8F0", radius=4)
    trend = [(131 + i * 48, 480 - h * 0.92 - 8 * math.sin(i)) for i, h in enumerate(heights)]
    board.line(trend, CORAL, 4)
    board.rect(624, 174, 874, 536, "FFFFFF", radius=8, edge=EDGE)
    board.words(644, 200, "By site", 17, NAVY, face=BOLD)
    start = -90.0
    for share, color in ((0.42, BLUE), (0.27, NAVY), (0.19, GOLD), (0.12, CORAL)):
        board.pie(749, 320, 92, (start, start + 360 * share), color)
        start += 360 * share
    board.oval(749, 320, 52, "FFFFFF")
    for step, (name, color) in enumerate(
        (("Rotterdam", BLUE), ("Hamburg", NAVY), ("Lyon", GOLD), ("Milan", CORAL))
    ):
        x, y = 652 + step % 2 * 112, 452 + step // 2 * 34
        board.rect(x, y - 7, x + 14, y + 7, color, radius=3)
        board.words(x + 22, y, name, 15, INK)
    return board.png()
