"""A part of a face, small enough to be put into a file: the letters of Windows' Latin encoding."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from io import BytesIO

from sowhat.fonts.face import Face
from sowhat.fonts.tables import open_face

CODES = range(32, 256)  # of the encoding
EM = 1000  # the units of what is told


@dataclass(frozen=True, slots=True)
class Part:
    """A TrueType file with the letters, and its measures in thousandths of an em.

    ``widths`` are those of the codes 32 to 255.
    """

    name: str
    data: bytes
    widths: tuple[int, ...]
    box: tuple[int, int, int, int]
    angle: float
    ascent: int
    descent: int
    capitals: int


def latin_part(face: Face) -> Part:
    """Return the part of ``face``; raises ``ValueError`` where its outlines are no TrueType's."""
    from fontTools import subset

    letters = [_letter(code) for code in CODES]
    with open_face(face) as font:
        if "glyf" not in font:
            raise ValueError(face.path.name)
        options = subset.Options(hinting=False, notdef_outline=True, layout_features=[])
        options.drop_tables += ["GSUB", "GPOS", "GDEF", "kern", "DSIG"]
        logging.getLogger("fontTools.subset").setLevel(logging.ERROR)
        cutter = subset.Subsetter(options)
        cutter.populate(text="".join(letters))
        cutter.subset(font)
        scale = EM / font["head"].unitsPerEm
        known, advances = font.getBestCmap(), font["hmtx"]
        widths = [advances[known.get(ord(letter), ".notdef")][0] * scale for letter in letters]
        head, line, os2 = font["head"], font["hhea"], font["OS/2"]
        edges = (head.xMin, head.yMin, head.xMax, head.yMax)
        left, low, right, high = (round(edge * scale) for edge in edges)
        out = BytesIO()
        font.save(out)
        return Part(
            name=f"SOWHAT+{face.path.stem}",
            data=out.getvalue(),
            widths=tuple(map(round, widths)),
            box=(left, low, right, high),
            angle=float(font["post"].italicAngle),
            ascent=round(line.ascent * scale),
            descent=round(line.descent * scale),
            capitals=round(getattr(os2, "sCapHeight", 0) * scale) or round(line.ascent * scale),
        )


def _letter(code: int) -> str:
    return bytes([code]).decode("cp1252", errors="replace").replace("\ufffd", "\u2022")
