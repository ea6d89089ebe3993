"""Words that no font of the report can hold, drawn as pictures in their line.

These are words in scripts whose letters change with their neighbours or run from the right, and
letters that are only in fonts of the system which cannot be embedded.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from html import unescape
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, ImageFont, features
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaParser

from sowhat import fonts
from sowhat.fonts import Face
from sowhat.texts import text

OPEN, CLOSE = "\ue000", "\ue001"  # around words to be drawn; no deck's own reach the report
_MEANT = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")

SCALE = 4  # pixels a point: 288 an inch
WIDEST = 17.0  # ems of one picture
LONGEST = 24  # characters of one picture in a script that has no spaces
FROM_RIGHT = frozenset(("R", "AL"))

# Hebrew to Arabic; Indic scripts to Myanmar; Khmer and Mongolian; the rest of South-East Asia.
SHAPED = (
    "\u0590-\u08ff\u0900-\u109f\u1780-\u18af\u1950-\u1cff\ua840-\ua87f\ua8e0-\ua8ff\ua930-\uaaff"
    "\uabc0-\uabff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00011fff\U0001e800-\U0001efff"
)
_BETWEEN = r"""[\s\d.,:;!?'"()%+\-–—]"""
# A stretch with what stands between its words, which belongs to its direction.
COMPLEX = re.compile(f"([{SHAPED}](?:(?:{_BETWEEN}|[{SHAPED}])*[{SHAPED}])?)")


def wrapped(words: str) -> str:
    """Return ``words`` marked to be drawn."""
    return f"{OPEN}{words}{CLOSE}"


def paragraph(markup: str, style: Any) -> Any:
    """Return reportlab's paragraph of ``markup``, with all words that are marked so drawn."""
    if OPEN not in markup:
        return Paragraph(markup, style)
    parser = _Parser()
    size, color = style.fontSize, style.textColor.hexval().replace("0x", "#")
    told = _MEANT.sub(lambda found: parser.drawn(unescape(found[1]), size, color), markup)
    own, frags, _ = parser.parse(told, style)
    return Paragraph("", own, frags=frags)


class _Parser(ParaParser):  # type: ignore[misc]
    """Reads markup whose images are not files."""

    def __init__(self) -> None:
        super().__init__()
        self.images: dict[str, Any] = {}

    def drawn(self, words: str, size: float, color: str) -> str:
        """Return markup for ``words`` as images."""
        face = _face(words)
        if face is None:
            letters = any(unicodedata.category(c)[0] in "LN" for c in words)
            return text("report.unshown") if letters else ""
        right = any(unicodedata.bidirectional(c) in FROM_RIGHT for c in words)
        # Stretches that run from the right would change places if two of them shared a line.
        parts = _lines(words, face, size) if right else _bits(words)
        found = (self._image(_picture(part, face, size, color)) for part in parts)
        return ("<br/>" if right else " ").join(found)

    def _image(self, picture: _Picture) -> str:
        name = f"words-{len(self.images)}"
        self.images[name] = picture.image
        place = f'width="{picture.width:.2f}" height="{picture.height:.2f}"'
        return f'<img src="{name}" {place} valign="{picture.low:.2f}"/>'

    def end_img(self) -> None:
        """Give the tag its image in place of a file's name."""
        tag = self._stack[-1]
        tag.src = self.images[tag.src]
        super().end_img()


@dataclass(frozen=True, slots=True)
class _Picture:
    """An image of words; ``low`` is its lower edge above the line it stands on. In points."""

    image: Any
    width: float
    height: float
    low: float


@cache
def _face(words: str) -> Face | None:
    """Return a face that has all letters, None where there is none or nothing could shape them."""
    if COMPLEX.search(words) and not features.check("raqm"):
        return None
    letters = dict.fromkeys(c for c in words if not c.isspace())
    found = (fonts.covering(letter) for letter in letters)
    faces = dict.fromkeys(face for face in found if face is not None)
    return next((face for face in faces if fonts.draws(face, "".join(letters))), None)


def _lines(words: str, face: Face, size: float) -> Iterator[str]:
    """Yield as many words at a time as fit into the widest picture."""
    held = ""
    for word in words.split():
        longer = f"{held} {word}".strip()
        if held and _font(face, size).getlength(longer) > WIDEST * size * SCALE:
            yield held
            longer = word
        held = longer
    if held:
        yield held


def _bits(words: str) -> Iterator[str]:
    for word in words.split():
        for start in range(0, len(word), LONGEST):
            yield word[start : start + LONGEST]


@cache
def _font(face: Face, size: float) -> Any:
    engine = ImageFont.Layout.RAQM if features.check("raqm") else ImageFont.Layout.BASIC
    return ImageFont.truetype(
        str(face.path), round(size * SCALE), index=face.index, layout_engine=engine
    )


@lru_cache(maxsize=256)
def _picture(words: str, face: Face, size: float, color: str) -> _Picture:
    font = _font(face, size)
    left, top, right, bottom = (round(edge) for edge in font.getbbox(words, anchor="ls"))
    wide, tall = max(right - left, 1) + 2, max(bottom - top, 1) + 2
    mask = Image.new("L", (wide, tall), 0)
    ImageDraw.Draw(mask).text((1 - left, 1 - top), words, fill=255, font=font, anchor="ls")
    image = Image.new("RGB", mask.size, color)
    image.putalpha(mask)
    out = BytesIO()
    image.save(out, "PNG")
    shrink = min(1.0, WIDEST * size * SCALE / wide) / SCALE
    return _Picture(ImageReader(out), wide * shrink, tall * shrink, -(bottom + 1) * shrink)
