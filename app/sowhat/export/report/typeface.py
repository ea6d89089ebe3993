"""The report's fonts: shipped faces, embedded, chosen anew for each run that a face cannot draw."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from sowhat import fonts
from sowhat.texts import text as sentence

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
    face = fonts.find(family, bold=style.bold, italic=style.italic)
    name = f"SoWhat-{face.path.stem}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(face.path), subfontIndex=face.index))
    return _Font(name, pdfmetrics.getFont(name).face.charToGlyph)


def clean(words: str) -> str:
    """Return ``words`` composed, with line breaks as spaces and without control characters."""
    flat = "".join(" " if c in "\t\n\v\f\r\x85\u2028\u2029" else c for c in words)
    return "".join(
        c for c in unicodedata.normalize("NFC", flat) if unicodedata.category(c)[0] != "C"
    )


def markup(words: str, style: Type = PLAIN) -> str:
    """Return ``words`` as reportlab's markup, each run in a face that draws it.

    What no shipped face draws is said to be there: letters as a blank in brackets; signs and
    emoji are left out.
    """
    parts: list[str] = []
    for font, clusters in groupby(_clusters(clean(words)), lambda c: _drawing(c, style)):
        run = "".join(clusters)
        if font is None:
            letters = any(unicodedata.category(c)[0] in "LN" for c in run)
            parts.append(escape(sentence("report.unshown")) if letters else "")
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
    for family in FAMILIES:
        font = _font(family, style)
        if all(ord(character) in font.characters for character in cluster):
            return font.name
    return None
