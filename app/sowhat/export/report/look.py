"""Page, type scale and colours of the report. Lengths are points, colours ``#rrggbb``."""

from __future__ import annotations

from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle

from sowhat.export.report.typeface import BOLD, PLAIN, Type
from sowhat.model import Band, Verdict
from sowhat.palette import palette

PAGE = (842.0, 595.0)  # A4, landscape
MARGIN = 48.0
TOP = PAGE[1] - 44.0
BOTTOM = 50.0
WIDTH = PAGE[0] - 2 * MARGIN
GAP = 26.0  # between columns

SIZES = {  # size and leading
    "headline": (27.0, 32.0),
    "headline-long": (21.0, 25.0),
    "figure": (24.0, 28.0),
    "heading": (19.0, 23.0),
    "section": (12.0, 16.0),
    "strong": (10.5, 14.0),
    "body": (10.5, 14.0),
    "text": (9.6, 12.8),
    "small": (9.0, 12.0),
}
HEAVY = frozenset(("headline", "headline-long", "figure", "heading", "section", "strong"))


def face(name: str) -> Type:
    """Return the type of the style ``name``."""
    return BOLD if name in HEAVY else PLAIN


@cache
def style(name: str, color: str) -> Any:
    """Return the paragraph style ``name`` in ``color``."""
    size, leading = SIZES[name]
    return ParagraphStyle(
        f"{name} {color}",
        fontName=face(name).font,
        fontSize=size,
        leading=leading,
        textColor=HexColor(color),
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
        uriWasteReduce=0,
    )


def shape_of(verdict: Verdict) -> str:
    """Return the name of the verdict's shape and colour: a stance, or unsure."""
    return "unsure" if verdict.unsure else str(verdict.stance)


def color_of(name: str) -> str:
    """Return the colour of a shape, a side or a band."""
    colors = palette()
    return {
        Band.ABOUT_THEM: colors.customer,
        Band.BOTH: colors.mixed,
        Band.ABOUT_US: colors.vendor,
        "vendor": colors.vendor,
        "customer": colors.customer,
        "mixed": colors.mixed,
        "neutral": colors.neutral,
        "unsure": colors.unsure,
    }[name]


def rgb(color: str, *, tint: float = 1.0) -> tuple[float, float, float]:
    """Return ``color`` as fractions; a ``tint`` under 1.0 mixes it with white."""
    red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 1 - tint * (1 - red), 1 - tint * (1 - green), 1 - tint * (1 - blue)
