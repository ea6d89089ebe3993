"""The package of a deck as it is read: its parts, its pictures' facts, what is embedded."""

from __future__ import annotations

import hashlib
import re
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from sowhat import opc
from sowhat.read.pptx.metafiles import Words, is_metafile, words_of
from sowhat.read.pptx.pixels import pixels

SLIDE = re.compile(r"(?i)(?:^|/)slides/[^/]+\.xml$")
MOST_EMBEDDED = 8 * opc.MIB  # a workbook behind a chart


class Facts(NamedTuple):
    """What a picture's bytes tell without being drawn: their SHA-256, width and height in pixels,
    and the words of a metafile."""

    sha256: str
    pixels: tuple[int, int] | None
    words: tuple[Words, ...] = ()


class Package:
    """A deck's file, open for reading only; use it as a context.

    Raises ``DeckError`` damaged, not-a-deck, password, wrong-password, unsupported or too-large.
    """

    def __init__(self, path: Path, password: str | None = None) -> None:
        with path.open("rb") as file:
            self.sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        self._open = ExitStack()
        self._archive = self._open.enter_context(opc.opened(path, password))
        self.lost = 0  # parts that cannot be read; slides tell of themselves
        self._seen: dict[str, Facts | None] = {}

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def parts(self) -> dict[str, bytes]:
        """Return the deck's XML by name, made transitional; what is not needed is empty."""
        parts = opc.sound(self._archive)
        self.lost = sum(
            name not in parts and not SLIDE.search(name) for name in self._archive.names
        )
        return parts

    def picture(self, name: str) -> Facts | None:
        """Return what is told of the picture in part ``name``, None if it is unreadable."""
        if name not in self._seen:
            data = self._archive.read(name)
            self._seen[name] = _facts(data) if data else None
        return self._seen[name]

    def embedded(self, name: str) -> bytes | None:
        """Return the bytes of a part that the light copy leaves empty, None if too large."""
        return self._archive.read(name, MOST_EMBEDDED)


def _facts(data: bytes) -> Facts:
    words = words_of(data) if is_metafile(data) else ()
    return Facts(hashlib.sha256(data).hexdigest(), pixels(data), tuple(words))
