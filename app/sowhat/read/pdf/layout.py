"""A page's words to its paragraphs in reading order, each direction of text for itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sowhat.read.pdf.bullets import Mark, with_bullets
from sowhat.read.pdf.frame import Frame
from sowhat.read.pdf.glyphs import upright
from sowhat.read.pdf.lines import dominant, lines_of
from sowhat.read.pdf.order import ordered
from sowhat.read.pdf.paragraphs import Paragraph, paragraphs_of
from sowhat.read.pdf.words import Word

_LEVEL_BIAS = 3  # how much more a letter of level text weighs in finding the main direction


@dataclass(slots=True)
class Layout:
    """The paragraphs of a page in reading order.

    ``upright`` of them, the first ones, run in the page's main direction; ``left``, ``top``,
    ``wide`` and ``high`` are the page's edges and size, in points, in that direction's frame.
    """

    paragraphs: list[Paragraph]
    upright: int
    left: float
    top: float
    wide: float
    high: float

    @property
    def size(self) -> float:
        """The size of most letters on the page."""
        return dominant(
            (word.size, len(word.text))
            for paragraph in self.paragraphs
            for line in paragraph.lines
            for word in line.words
        )

    def across(self, x: float) -> float:
        """Return a place in the main frame as a fraction of its width."""
        return (x - self.left) / self.wide

    def down(self, y: float) -> float:
        """Return a place in the main frame as a fraction of its height."""
        return (y - self.top) / self.high


def layout_of(words: Sequence[Word], frame: Frame, marks: Sequence[Mark] = ()) -> Layout:
    """Return the layout of a page's words; ``marks`` are shapes that may be bullets."""
    turns: dict[int, list[Word]] = {}
    for word in words:
        turns.setdefault(word.turn, []).append(word)
    by_weight = sorted(turns, key=lambda turn: -_weight(turn, turns[turn]))
    main = by_weight[0] if by_weight else 0
    paragraphs: list[Paragraph] = []
    first = 0
    for turn in by_weight:
        lines = lines_of(turns[turn])
        found = ordered(paragraphs_of(lines if turn else with_bullets(lines, marks)))
        shift = max((item.group for item in paragraphs), default=0)
        for item in found:
            item.group += shift
        paragraphs += found
        first = first or len(paragraphs)
    corners = [upright(u, v, main) for u in (0.0, frame.wide) for v in (0.0, frame.high)]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    wide, high = max(x for x, _ in corners) - left, max(y for _, y in corners) - top
    return Layout(paragraphs, first, left, top, wide, high)


def _weight(turn: int, words: Sequence[Word]) -> int:
    return sum(len(word.text) for word in words) * (1 if turn else _LEVEL_BIAS)
