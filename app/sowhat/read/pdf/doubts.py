"""Which of a page's words may be out of sight: told from what is painted over and under them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium

from sowhat.model import Unseen
from sowhat.read.pdf.frame import Frame
from sowhat.read.pdf.panels import panels_of
from sowhat.read.pdf.words import Word

_ALIKE = 6  # steps of 255 by which the channels of two colours may differ
_WHITE = "#ffffff"
_CUTTING = range(pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP, pdfium.FPDF_TEXTRENDERMODE_CLIP + 1)


class Doubts:
    """What speaks against a page's words being seen."""

    def __init__(self, page: pdfium.FPDF_PAGE, frame: Frame, words: Sequence[Word]) -> None:
        found = panels_of(page, frame)
        self._texts, self._faint = found.texts, found.faint
        first = min((rank for rank, _ in found.texts.values()), default=0)
        self._below = found.panels[::-1]
        self._above = [panel for panel in self._below if panel.rank > first and panel.opaque]
        grounds = {_WHITE, *(panel.color for panel in found.panels if panel.color)}
        self._risky = {
            color
            for color in {word.style.color for word in words}
            if color and any(_alike(color, ground) for ground in grounds)
        }

    def about(self, word: Word) -> Unseen | None:
        """Return why a word may be unseen, None where nothing speaks for it."""
        known = self._texts.get(word.owner)
        if known is None:
            return None
        (rank, text), middle = known, word.box.center
        if pdfium.FPDFTextObj_GetTextRenderMode(text) in _CUTTING:
            return None  # what is painted next shows in the shape of its letters
        if any(panel.rank > rank and panel.box.contains(*middle) for panel in self._above):
            return Unseen.COVERED
        if word.owner in self._faint:
            return Unseen.HIDDEN
        if word.style.color not in self._risky:
            return None
        under = (p for p in self._below if p.rank < rank and p.box.contains(*middle))
        panel = next(under, None)
        ground = _WHITE if panel is None else panel.color
        alike = bool(ground and word.style.color and _alike(word.style.color, ground))
        return Unseen.NO_CONTRAST if alike else None

    def handles(self, words: Sequence[Word]) -> list[Any]:
        """Return the text objects that words are of."""
        return [self._texts[owner][1] for owner in {word.owner for word in words}]


def _alike(one: str, other: str) -> bool:
    return all(
        abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= _ALIKE for at in (1, 3, 5)
    )
