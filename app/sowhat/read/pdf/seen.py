"""What a person sees of a page's words, what only the file holds, and what is read off a scan.

A word is unseen only where this is sure: where drawing the page without it changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pypdfium2.raw as pdfium

from sowhat.model import Source, Unseen
from sowhat.read.pdf.doubts import Doubts
from sowhat.read.pdf.frame import Frame
from sowhat.read.pdf.sight import Sight
from sowhat.read.pdf.words import Word

_LEAST_SIZE, _LEAST_SHARE = 1.0, 0.003  # points; of the page's height
_FEWEST_OF_SCAN = 3  # words that a picture shows where the file has them
_SAME_PLACE = 0.5  # of a word's area

Fate = Unseen | Source  # unseen, or seen as written or in a picture


@dataclass(slots=True)
class Seen:
    """The words that show, and the others with the reason."""

    words: list[Word] = field(default_factory=list)
    unseen: list[tuple[Unseen, Word]] = field(default_factory=list)


def seen_of(
    page: pdfium.FPDF_PAGE, frame: Frame, words: Sequence[Word], gone: frozenset[int], sight: Sight
) -> Seen:
    """Tell the words of an open page apart; ``gone`` are the objects that its layers hide.

    A word that leaves no trace and repeats one that does is neither.
    """
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
        self._sight = sight
        self._least = min(_LEAST_SIZE, _LEAST_SHARE * frame.high)
        self._inked = [word for word in words if word.inked]
        doubts = Doubts(page, frame, self._inked)
        doubtful = [(word, why) for word in self._inked if (why := doubts.about(word)) is not None]
        traceless = [word for word in words if not word.inked]
        looked_at = [word.box for word in (*traceless, *(word for word, _ in doubtful))]
        if looked_at:
            sight.look(looked_at)
        self._fates = self._looked_up(doubts, doubtful)

    def fate(self, word: Word) -> Fate | None:
        """Say whether and how a word is seen; None for one that only repeats another."""
        if word.size < self._least:
            return Unseen.NO_SIZE
        if word.inked:
            return self._fates.get(word.order, Source.SLIDE)
        over = self._over(word)
        if any(other.text == word.text for other in over):
            return None
        return Unseen.HIDDEN if over or self._sight.plain(word.box) else Source.OCR

    def _over(self, word: Word) -> list[Word]:
        """Return the words of some colour that stand where a word stands."""
        least = _SAME_PLACE * word.box.area
        return [o for o in self._inked if o is not word and o.box.overlap(word.box) > least]

    def _looked_up(
        self, doubts: Doubts, doubtful: Sequence[tuple[Word, Unseen]]
    ) -> dict[int, Fate]:
        """Return the fates of the words that show no trace, by their order."""
        asked = [
            (word, why)
            for word, why in doubtful
            if why is Unseen.COVERED or self._sight.plain(word.box) or self._over(word)
        ]
        if not asked:
            return {}
        words = [word for word, _ in asked]
        unseen = self._sight.unseen(doubts.handles(words), [word.box for word in words])
        sure = [pair for pair, gone in zip(asked, unseen, strict=True) if gone]
        covered = [word for word, why in sure if why is Unseen.COVERED]
        alike = sum(self._sight.like_writing(word.box) for word in covered)
        pictured = alike >= _FEWEST_OF_SCAN and 2 * alike > len(covered)
        return {
            word.order: Source.OCR if pictured and why is Unseen.COVERED else why
            for word, why in sure
        }
