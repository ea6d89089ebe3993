"""Fonts that a PDF deck only names: a stand-in is put into the report, so that all see the same.

Runs in the worker. Only plain fonts of Latin letters are seen to; their widths stay as the deck
gives them, so that no word moves.
"""

from __future__ import annotations

import contextlib
import re
from functools import cache

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from sowhat import fonts
from sowhat.fonts import Face

FILES = ("/FontFile", "/FontFile2", "/FontFile3")
SYMBOLIC, NONSYMBOLIC = 4, 32  # bits of a descriptor's flags
UNLIKE_LETTERS = re.compile("symbol|dingbat|wingding|webding|marlett", re.IGNORECASE)
FIRST, LAST = 32, 255  # the codes of Windows' Latin encoding
STYLE = re.compile(r"[,-]?(bold|italic|oblique|regular|roman|book|mt|ps)+$", re.IGNORECASE)
FAMILIES = {"timesnewroman": "Times New Roman", "couriernew": "Courier New"}


def embed(report: Pdf) -> None:
    """Give each font without its letters those of a stand-in, as far as it has the same."""
    for item in report.objects:
        if isinstance(item, Dictionary) and item.get("/Type") == Name.Font and _lacking(item):
            # A font of an odd make stays as it is: viewers choose a stand-in themselves.
            with contextlib.suppress(Exception):
                _complete(report, item)


def _lacking(font: Object) -> bool:
    if font.get("/Subtype") not in (Name.TrueType, Name.Type1) or "/BaseFont" not in font:
        return False
    descriptor = font.get("/FontDescriptor")
    if descriptor is None:
        return not UNLIKE_LETTERS.search(str(font.BaseFont))
    symbolic = int(descriptor.get("/Flags", NONSYMBOLIC)) & SYMBOLIC
    named = UNLIKE_LETTERS.search(str(font.BaseFont))
    return not symbolic and not named and not any(name in descriptor for name in FILES)


def _complete(report: Pdf, font: Object) -> None:
    known = str(font.BaseFont).lstrip("/")
    family, bold, italic = _named(known)
    face = fonts.find(family, bold=bold, italic=italic)
    part = _part(face)
    font.Subtype = Name.TrueType
    font.BaseFont = Name(f"/{part.name}")
    if "/Encoding" not in font:
        font.Encoding = Name.WinAnsiEncoding
    if "/Widths" not in font:
        font.FirstChar, font.LastChar, font.Widths = FIRST, LAST, Array(part.widths)
    font.FontDescriptor = report.make_indirect(_descriptor(report, part))


def _descriptor(report: Pdf, part: fonts.Part) -> Dictionary:
    file = Stream(report, part.data)
    file.Length1 = len(part.data)
    return Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{part.name}"),
        Flags=NONSYMBOLIC,
        FontBBox=Array(part.box),
        ItalicAngle=part.angle,
        Ascent=part.ascent,
        Descent=part.descent,
        CapHeight=part.capitals,
        StemV=80,
        FontFile2=report.make_indirect(file),
    )


def _named(known: str) -> tuple[str, bool, bool]:
    """Return family, bold and italic of a font's name in a PDF: ``Arial,Bold``."""
    name = known.partition("+")[2] or known
    low = name.casefold()
    family = STYLE.sub("", name.replace(" ", ""))
    spaced = FAMILIES.get(family.casefold(), family)
    return spaced, "bold" in low, "italic" in low or "oblique" in low


@cache
def _part(face: Face) -> fonts.Part:
    return fonts.latin_part(face)
