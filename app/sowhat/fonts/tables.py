"""The only door to fontTools: font files opened lazily, table by table."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from sowhat.fonts.face import Face

COLLECTIONS = frozenset((".ttc", ".otc"))
SUFFIXES = frozenset((".ttf", ".otf")) | COLLECTIONS


@dataclass(frozen=True, slots=True)
class Named:
    """What a face calls itself; ``families`` are the names it answers to."""

    families: tuple[str, ...]
    bold: bool
    italic: bool


@contextmanager
def open_face(face: Face) -> Iterator[Any]:
    """Open the face's file; raises ``OSError`` or fontTools' own errors where it is no font."""
    from fontTools.ttLib import TTFont

    number = face.index if face.path.suffix.lower() in COLLECTIONS else -1
    with face.path.open("rb") as file, TTFont(file, lazy=True, fontNumber=number) as font:
        yield font


def faces_in(path: Path) -> int:
    """Return how many faces the file holds."""
    if path.suffix.lower() not in COLLECTIONS:
        return 1
    with path.open("rb") as file:
        head = file.read(12)
    return int.from_bytes(head[8:12], "big") if head[:4] == b"ttcf" else 0


def names(face: Face) -> Named:
    """Read the names and the style of a face."""
    with open_face(face) as font:
        table = font["name"]
        selection = int.from_bytes(font.reader["OS/2"][62:64], "big")
        weight = int.from_bytes(font.reader["OS/2"][4:6], "big")
        found = [table.getDebugName(1)]
        if weight in (400, 700):  # in between, the typographic family would hide the plain face
            found.append(table.getDebugName(16))
        families = tuple(dict.fromkeys(name for name in found if name))
    return Named(families, bold=bool(selection & 0x20), italic=bool(selection & 0x01))


def has(face: Face, character: str) -> bool:
    """Say whether the face draws ``character`` in plain outlines (colour pictures do not count)."""
    with open_face(face) as font:
        outlines = "glyf" in font or "CFF " in font
        return outlines and ord(character) in (font.getBestCmap() or {})


def data(face: Face) -> bytes:
    """Return the face as a font file of its own, cut out of a collection and scaled as it says."""
    if face.path.suffix.lower() not in COLLECTIONS:
        whole = face.path.read_bytes()
    else:
        out = BytesIO()
        with open_face(face) as font:
            font.save(out)
        whole = out.getvalue()
    return whole if face.scale == 1.0 else _scaled(whole, face.scale)


def _scaled(font: bytes, scale: float) -> bytes:
    # Fewer units an em make every glyph larger; nothing else of the file needs to change.
    for entry in range(12, 12 + 16 * int.from_bytes(font[4:6], "big"), 16):
        if font[entry : entry + 4] == b"head":
            at = int.from_bytes(font[entry + 8 : entry + 12], "big") + 18
            units = round(int.from_bytes(font[at : at + 2], "big") / scale)
            return font[:at] + units.to_bytes(2, "big") + font[at + 2 :]
    return font
