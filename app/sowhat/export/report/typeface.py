"""The report's fonts, embedded: shipped faces, chosen anew for each run that a face cannot draw."""

from __future__ import annotations

import contextlib
import struct
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from sowhat import fonts
from sowhat.export.report.lettering import COMPLEX, wrapped

TINTS = frozenset("\ufe0e\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")  # of emoji
BASIC = 0xFFFF  # the last character of the basic plane
FAMILIES = ("Carlito", "Arimo", "DejaVu Sans")  # asked in this order for each character


@dataclass(frozen=True, slots=True)
class Type:
    """A style of the text face."""

    bold: bool = False
    italic: bool = False

    @property
    def font(self) -> str:
        """Return the name under which reportlab knows the text face in this style."""
        return _font(FAMILIES[0], self).name


PLAIN, BOLD, ITALIC = Type(), Type(bold=True), Type(italic=True)


@dataclass(frozen=True, slots=True)
class _Font:
    name: str
    characters: Any  # the code points that it draws


@cache
def _font(family: str, style: Type) -> _Font:
    return _registered(fonts.find(family, bold=style.bold, italic=style.italic))


def _registered(face: fonts.Face) -> _Font:
    number = f"-{face.index}" if face.index else ""
    name = f"SoWhat-{face.path.stem}{number}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(face.path), subfontIndex=face.index))
    return _Font(name, pdfmetrics.getFont(name).face.charToGlyph)


def clean(words: str) -> str:
    """Return ``words`` composed, with line breaks as spaces and without control characters."""
    flat = "".join(" " if c in "\t\n\v\f\r\x85\u2028\u2029" else c for c in words)
    composed = unicodedata.normalize("NFC", flat)
    return "".join(c for c in composed if unicodedata.category(c)[0] != "C" and c not in TINTS)


def held(words: str) -> str:
    """Return ``words`` with each blank to fill held on one line with the word before it."""
    return words.replace(" __", "\N{NO-BREAK SPACE}__")


def markup(words: str, style: Type = PLAIN) -> str:
    """Return ``words`` as reportlab's markup, each run in a face that draws it.

    What no shipped face draws is set in one of the system's that can be embedded; what must be
    shaped, and what can be embedded from nowhere, is marked to be drawn (``lettering``).
    """
    parts = COMPLEX.split(clean(words))  # plain stretches and complex ones in turn
    return "".join(
        wrapped(escape(part)) if at % 2 else _runs(part, style) for at, part in enumerate(parts)
    )


def _runs(words: str, style: Type) -> str:
    parts: list[str] = []
    for font, clusters in groupby(_clusters(words), lambda c: _drawing(c, style)):
        run = "".join(clusters)
        if font is None:
            parts.append(wrapped(escape(run)))
        elif font == style.font:
            parts.append(escape(run))
        else:
            parts.append(f'<font name="{font}">{escape(run)}</font>')
    return "".join(parts)


def _clusters(words: str) -> Iterator[str]:
    """Yield each character with the combining marks that follow it."""
    held = ""
    for character in words:
        if held and unicodedata.category(character)[0] != "M":
            yield held
            held = ""
        held += character
    if held:
        yield held


@cache
def _drawing(cluster: str, style: Type) -> str | None:
    """Return the font for the cluster, None where it has to be drawn."""
    for family in FAMILIES:
        font = _font(family, style)
        if all(ord(character) in font.characters for character in cluster):
            return font.name
    if max(map(ord, cluster)) > BASIC:  # reportlab would write a table that misleads readers
        return None
    face = fonts.covering(cluster[0])
    found = None if face is None else _embedded(face)
    covered = found and all(ord(character) in found.characters for character in cluster)
    return found.name if found and covered else None


def _embedded(face: fonts.Face) -> _Font | None:
    """Return a font of the system, None where reportlab cannot embed its outlines."""
    with contextlib.suppress(TTFError, OSError, struct.error):
        return _registered(face)
    return None
