"""What a person sees of a page's words, what only the file holds, and what is read off a scan.

A word is unseen only where this is sure: where drawing the page without it changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pypdfium2.raw as pdfium

from sowhat.model import Source, Unseen
from sowhat.read.pdf.frame import Frame
from sowhat.read.pdf.panels import panels_of
from sowhat.read.pdf.sight import Sight
from sowhat.read.pdf.words import Word

_LEAST_SIZE, _LEAST_SHARE = 1.0, 0.003  # points; of the page's height
_ALIKE = 6  # steps of 255 by which the channels of two colours may differ
_FEWEST_OF_SCAN = 3  # words that a picture shows where the file has them
_SAME_PLACE = 0.5  # of a word's area
_WHITE = "#ffffff"

Fate = Unseen | Source  # unseen, or seen as written or in a picture


@dataclass(slots=True)
class Seen:
    """The words that show, and the others with the reason."""

    words: list[Word] = field(default_factory=list)
    unseen: list[tuple[Unseen, Word]] = field(default_factory=list)


def seen_of(
    page: pdfium.FPDF_PAGE, frame: Frame, words: Sequence[Word], gone: frozenset[int], sight: Sight
) -> Seen:
    """Tell the words of an open page apart; ``gone`` are the objects that its layers hide."""
    eye = _Eye(page, frame, [word for word in words if word.owner not in gone], sight)
    result = Seen()
    for word in words:
        fate = Unseen.HIDDEN if word.owner in gone else eye.fate(word)
        if isinstance(fate, Unseen):
            result.unseen.append((fate, word))
        elif fate is not None:
            result.words.append(replace(word, ocr=True) if fate is Source.OCR else word)
    return result


class _Eye:
    """Looks at a page's words: first at what is painted around them, then at the page as drawn."""

    def __init__(
        self, page: pdfium.FPDF_PAGE, frame: Frame, words: Sequence[Word], sight: Sight
    ) -> None:
        found = panels_of(page, frame)
        self._sight, self._texts = sight, found.texts
        self._least = min(_LEAST_SIZE, _LEAST_SHARE * frame.high)
        self._inked = [word for word in words if word.inked]
        first = min((rank for rank, _ in found.texts.values()), default=0)
        self._below = list(reversed(found.panels))
        self._above = [panel for panel in self._below if panel.rank > first]
        colors = {panel.color for panel in found.panels if panel.color}
        self._risky = {
            color
            for color in {word.style.color for word in self._inked}
            if color and any(_alike(color, ground) for ground in {*colors, _WHITE})
        }
        self._fates = self._looked_up()

    def fate(self, word: Word) -> Fate | None:
        """Say whether and how a word is seen; None for one that repeats another out of sight."""
        if word.size < self._least:
            return Unseen.NO_SIZE
        if word.inked:
            return self._fates.get(word.order, Source.SLIDE)
        over = [o for o in self._inked if o.box.overlap(word.box) > _SAME_PLACE * word.box.area]
        if any(other.text == word.text for other in over):
            return None
        return Unseen.HIDDEN if over or self._sight.plain(word.box) else Source.OCR

    def _looked_up(self) -> dict[int, Fate]:
        """Return the fates of the words that show no trace, by their order."""
        doubtful = [
            (word, doubt) for word in self._inked if (doubt := self._doubt(word)) is not None
        ]
        if not doubtful:
            return {}
        owners = {word.owner for word, _ in doubtful}
        unseen = self._sight.unseen(
            [self._texts[owner][1] for owner in owners], [word.box for word, _ in doubtful]
        )
        sure = [pair for pair, gone in zip(doubtful, unseen, strict=True) if gone]
        under = [word for word, doubt in sure if doubt is Source.OCR]
        alike = sum(self._sight.like_writing(word.box) for word in under)
        scanned = alike >= _FEWEST_OF_SCAN and 2 * alike > len(under)
        pictured = Source.OCR if scanned else Unseen.COVERED
        return {word.order: pictured if doubt is Source.OCR else doubt for word, doubt in sure}

    def _doubt(self, word: Word) -> Fate | None:
        """Return why a word may be unseen, from what is painted over and under it."""
        known = self._texts.get(word.owner)
        if known is None:
            return None
        middle = word.box.center
        over = [p for p in self._above if p.rank > known[0] and p.box.contains(*middle)]
        if over:
            return Source.OCR if any(p.image for p in over) else Unseen.COVERED
        if word.style.color not in self._risky:
            return None
        under = next(
            (p for p in self._below if p.rank < known[0] and p.box.contains(*middle)), None
        )
        ground = _WHITE if under is None else under.color
        alike = bool(ground and word.style.color and _alike(word.style.color, ground))
        return Unseen.NO_CONTRAST if alike else None


def _alike(one: str, other: str) -> bool:
    return all(
        abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= _ALIKE for at in (1, 3, 5)
    )
