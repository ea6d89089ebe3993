"""The look of the made-up vendor Quayfold, and the parts its slides are put together from."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from samples.canvas import Cell, Frame, Item, Line, Para, Run, Shape, Slide, Table, Text, para

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
FAMILY = "Carlito"
VENDOR = "Quayfold"
FOOTER = "© 2026 Quayfold Ltd. · Confidential"

INK, WHITE, NAVY, MIST = "1B2536", "FFFFFF", "10284F", "F3F5F9"
BLUE, CORAL, SLATE, SKY, GOLD, GREEN = "2456D6", "F0575A", "66758F", "DCE6FA", "F2B441", "2F9E77"
EDGE = "D5DCE8"
THEME = {
    "dk1": INK,
    "lt1": WHITE,
    "dk2": NAVY,
    "lt2": MIST,
    "accent1": BLUE,
    "accent2": CORAL,
    "accent3": SLATE,
    "accent4": SKY,
    "accent5": GOLD,
    "accent6": GREEN,
    "hlink": BLUE,
    "folHlink": SLATE,
}

LEFT, RIGHT, TOP, BOTTOM = 48.0, 912.0, 122.0, 486.0
TITLE_AT = Frame(LEFT, 30, 748, 72)
BAR_AT = Frame(0, 44, 14, 44)  # the coloured edge beside each headline
LOGO_AT = Frame(812, 34, 100, 25)
FOOTER_AT, NUMBER_AT = Frame(LEFT, 507, 500, 16), Frame(852, 507, 60, 16)
FOOTER_SIZE = 10.0
COVER_TITLE_AT, COVER_SUB_AT = Frame(64, 150, 430, 130), Frame(64, 312, 430, 110)
CLOSING_TITLE_AT = Frame(64, 176, 800, 110)


@cache
def font_file(*, bold: bool) -> Path:
    """Return the shipped file of the brand's typeface."""
    return FONTS / f"{FAMILY}-{'Bold' if bold else 'Regular'}.ttf"


def slide(title: str, *items: Item, notes: str = "") -> Slide:
    """Return a slide with a headline."""
    head = Text(TITLE_AT, (para(title, 30, NAVY, bold=True),), anchor="middle", role="title")
    return Slide("Headline", (head, *items), notes)


def text(at: Frame, *paras: Para | str, size: float = 16, color: str = INK) -> Text:
    """Return words in a frame; plain strings get the size and colour given."""
    made = tuple(p if isinstance(p, Para) else para(p, size, color) for p in paras)
    return Text(at, made)


def bullets(at: Frame, *lines: str, size: float = 16, after: float = 7, color: str = INK) -> Text:
    """Return a list with dots."""
    return Text(at, tuple(para(x, size, color, bullet=True, after=after) for x in lines))


def card(at: Frame, fill: str = MIST, bar: str | None = None) -> tuple[Item, ...]:
    """Return a plain panel, with a coloured edge on top where wanted."""
    panel = Shape(at, "rect", fill)
    return (panel,) if bar is None else (panel, Shape(Frame(at.x, at.y, at.w, 4), "rect", bar))


def figure(at: Frame, number: str, label: str, color: str = BLUE) -> tuple[Item, ...]:
    """Return a big number over what it counts."""
    return (
        text(Frame(at.x, at.y, at.w, 50), para(number, 38, color, bold=True)),
        text(Frame(at.x, at.y + 48, at.w, at.h - 48), para(label, 15, SLATE)),
    )


def disc(x: float, y: float, size: float, label: str, fill: str = BLUE) -> Shape:
    """Return a round mark with a short word in it."""
    words = (para(label, size * 0.46, WHITE, bold=True, align="center"),)
    return Shape(Frame(x, y, size, size), "oval", fill, paras=words)


def rule(y: float, x0: float = LEFT, x1: float = RIGHT) -> Line:
    """Return a fine line across."""
    return Line(x0, y, x1, y, EDGE, 1.0)


def table(
    y: float,
    widths: tuple[float, ...],
    rows: tuple[tuple[str, ...], ...],
    *,
    height: float = 34,
    head: float = 30,
    size: float = 14,
    align: str = "left",
    strong: int = 0,
) -> Table:
    """Return a table: the first row is its head, column ``strong`` is bold."""
    made = []
    for number, row in enumerate(rows):
        fill = NAVY if number == 0 else (MIST if number % 2 == 0 else WHITE)
        color = WHITE if number == 0 else INK
        made.append(
            tuple(
                Cell(
                    para(
                        word,
                        size,
                        color,
                        bold=number == 0 or column == strong,
                        align="left" if column == 0 else align,
                    ),
                    fill,
                )
                for column, word in enumerate(row)
            )
        )
    heights = (head, *(height for _ in rows[1:]))
    return Table(LEFT, y, widths, heights, tuple(made))


def colored(*parts: tuple[str, str | None, bool]) -> tuple[Run, ...]:
    """Return runs from words, colour and boldness."""
    return tuple(Run(words, bold, color) for words, color, bold in parts)


def source(words: str) -> Text:
    """Return the line that says where a slide's figures come from."""
    return text(Frame(LEFT, 470, RIGHT - LEFT, 18), para(words, 12, SLATE))
