"""The font families a PowerPoint file names, read from its parts without parsing them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

LARGEST_PART = 16 << 20  # bytes; a larger part is looked at no further
MOST = 64  # families; each costs memory, and no honest deck comes near

_WORDS = re.compile(r"ppt/(?:slides|slideLayouts|slideMasters|charts)/[^/]+\.xml")
_THEME = re.compile(r"ppt/theme/[^/]+\.xml")
_NAMED = re.compile(rb"<(?:\w+:)?(?:latin|ea|cs)\b[^>]*?\btypeface=[\"']([^\"'+][^\"']*)")
_LATIN = re.compile(rb"<(?:\w+:)?latin\b[^>]*?\btypeface=[\"']([^\"'+][^\"']*)")


def families(path: str) -> tuple[str, ...]:
    """Return the families, the theme's first, ``MOST`` at most; raises ``OSError``, ``BadZipFile``.

    References to the theme's fonts (``+mn-lt``) are left out, and so are the theme's fonts for
    scripts, which are named in every deck and hardly ever used.
    """
    with zipfile.ZipFile(path) as package:
        found = dict.fromkeys([*_find(package, _THEME, _LATIN), *_find(package, _WORDS, _NAMED)])
    return tuple(found)[:MOST]


def _find(
    package: zipfile.ZipFile, part: re.Pattern[str], named: re.Pattern[bytes]
) -> Iterator[str]:
    for info in package.infolist():
        if part.fullmatch(info.filename) and info.file_size <= LARGEST_PART:
            for name in named.findall(package.read(info)):
                yield name.decode("utf-8", "replace").replace("&amp;", "&")
