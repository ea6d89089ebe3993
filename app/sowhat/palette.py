"""The colours that window and report share, from ``resources/palette.json``.

Each side has a shape too: colour never speaks alone. On paper every shape colour has a contrast of
3:1 or more, every text colour 4.5:1 or more.
"""

from __future__ import annotations

import json
from functools import cache
from typing import NamedTuple

from sowhat.paths import resources


class Palette(NamedTuple):
    """Colours as ``#rrggbb``: one for each stance and for unsure, and those of page and text.

    ``mixed`` is for words and frames; the shape of a mixed slide is half vendor, half customer.
    ``stop`` is for what must not be sent.
    """

    vendor: str
    customer: str
    mixed: str
    neutral: str
    unsure: str
    ink: str
    muted: str
    line: str
    panel: str
    paper: str
    accent: str
    stop: str


@cache
def palette(*, dark: bool = False, contrast: bool = False) -> Palette:
    """Return the colours that window and report share, for a light or a dark background.

    Those of high ``contrast``, on black, are the window's alone.
    """
    data = json.loads((resources() / "palette.json").read_text(encoding="utf-8"))
    return Palette(**data["contrast" if contrast else "dark" if dark else "light"])
