"""Certificates: sheets of paper that call themselves so. Told by the words read from them. Pure."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from sowhat.model import PictureKind
from sowhat.paths import resources
from sowhat.pictures.around import inside
from sowhat.pictures.seen import Guess, Near, Pixels

SHEET = (1.22, 1.55)
"""The long side of a sheet by its short one: letters and A4, with a margin more or less."""
LARGEST = 0.5
"""Of the slide: a larger picture is the slide's ground, and the words on it are the slide's."""
TOP = 0.45
"""Of the sheet: what it calls itself stands above."""
SURE = 0.85


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of what certificates call themselves and of what they say besides."""
    path = resources() / "pictures" / "certificates.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    titles, grounds = ("|".join(map(re.escape, table[key])) for key in ("titles", "grounds"))
    # Letters stand between Chinese words, so that only a Latin word needs an end.
    return re.compile(rf"(?<![a-z])(?:{titles})(?![a-z])"), re.compile(grounds)


def find(pixels: Pixels, near: Near) -> Guess | None:
    """Return a guess where the picture is a sheet with the words of a certificate."""
    short, long = sorted(pixels.shape[:2])
    if near.share > LARGEST or not SHEET[0] * short <= long <= SHEET[1] * short:
        return None
    title, ground = _patterns()
    titled = any(title.search(w.text.casefold()) for w in near.words if w.box.center[1] < TOP)
    if titled and ground.search(inside(near).casefold()):
        return Guess(PictureKind.BADGE, SURE, "picture-certificate")
    return None
