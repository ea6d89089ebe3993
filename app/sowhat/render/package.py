"""What of a PowerPoint file is handed to the drawing library, and the families it names.

The library reads a whole file at once and holds its pictures many times, films and embedded files
too. It gets the deck's XML, and as many bytes of pictures as it can take; where a deck has more of
them, those of the one slide that is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from sowhat import opc
from sowhat.opc import Archive
from sowhat.render.svg import harmless

MOST_PICTURES = 48 << 20  # bytes; the library needs up to ten times as much
LARGEST_PART = 16 << 20  # bytes; a larger part is looked at no further
MOST = 64  # families; each costs memory, and no honest deck comes near

Parts = dict[str, bytes]

_WORDS = re.compile(r"ppt/(?:slides|slideLayouts|slideMasters|charts)/[^/]+\.xml")
_THEME = re.compile(r"ppt/theme/[^/]+\.xml")
_NAMED = re.compile(rb"<(?:\w+:)?(?:latin|ea|cs)\b[^>]*?\btypeface=[\"']([^\"'+][^\"']*)")
_LATIN = re.compile(rb"<(?:\w+:)?latin\b[^>]*?\btypeface=[\"']([^\"'+][^\"']*)")
_SVG = ".svg"


def is_heavy(archive: Archive) -> bool:
    """Say whether the pictures of a deck are too much to be handed over at once."""
    return sum(archive.size(name) or 0 for name in opc.pictures_of(archive.names)) > MOST_PICTURES


def handed(archive: Archive, number: int | None = None, most: int = MOST_PICTURES) -> Parts:
    """Return the deck's parts, with the pictures of slide ``number`` or, without one, of all.

    Of pictures there are at most ``most`` bytes.
    Raises ``DeckError`` not-a-deck or damaged.
    """
    parts = opc.cut(opc.sound(archive)).parts
    names: Iterable[str] = opc.pictures_of(archive.names)
    if number is not None:
        seen = opc.seen_with(parts, number)
        names = (name for name in names if name in seen)
    left = most
    for name in names:
        data = archive.read(name, left) or b""
        left -= len(data)
        parts[name] = harmless(data) if name.lower().endswith(_SVG) else data
    return parts


def families(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return the families, the theme's first, ``MOST`` at most.

    References to the theme's fonts (``+mn-lt``) are left out, and so are the theme's fonts for
    scripts, which are named in every deck and hardly ever used.
    """
    found = dict.fromkeys([*_find(parts, _THEME, _LATIN), *_find(parts, _WORDS, _NAMED)])
    return tuple(found)[:MOST]


def _find(
    parts: Mapping[str, bytes], part: re.Pattern[str], named: re.Pattern[bytes]
) -> Iterator[str]:
    for name, data in parts.items():
        if part.fullmatch(name) and len(data) <= LARGEST_PART:
            for family in named.findall(data):
                yield family.decode("utf-8", "replace").replace("&amp;", "&")
