"""Words to lines, without their bullets, and with letters that were typed apart joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from statistics import median

from sowhat.model import hull
from sowhat.read.pdf.glyphs import Style
from sowhat.read.pdf.pieces import pieces_of
from sowhat.read.pdf.spelling import is_bullet, is_numbered, is_rtl
from sowhat.read.pdf.words import Word, text_of

_LEAST_LETTERS = 4  # spaced-out letters are joined from here on


@dataclass(eq=False)
class Line:
    """Words of one baseline, left to right, never changed.

    ``bullet`` says that it starts a list's item; ``start`` is the left edge, its bullet included.
    """

    words: list[Word]
    bullet: bool = False
    start: float = 0.0

    @cached_property
    def x0(self) -> float:
        """The left edge."""
        return min(word.x0 for word in self.words)

    @cached_property
    def x1(self) -> float:
        """The right edge."""
        return max(word.x1 for word in self.words)

    @cached_property
    def top(self) -> float:
        """The upper edge."""
        return min(word.top for word in self.words)

    @cached_property
    def bottom(self) -> float:
        """The lower edge."""
        return max(word.bottom for word in self.words)

    @cached_property
    def base(self) -> float:
        """The baseline of the biggest word."""
        return max(self.words, key=lambda word: word.size).base

    @cached_property
    def size(self) -> float:
        """The size of most letters."""
        return dominant((word.size, len(word.text)) for word in self.words)

    @cached_property
    def text(self) -> str:
        """The words joined by spaces."""
        return text_of(self.words)

    @cached_property
    def style(self) -> Style | None:
        """The format all words share, None where they differ (a plain comma does not count)."""
        styles = {word.style for word in self.words if any(map(str.isalnum, word.text))}
        return styles.pop() if len(styles) == 1 else None


def dominant(weighted: Iterable[tuple[float, int]]) -> float:
    """Return the value with the most weight, to a tenth and not less; 0 where there are none."""
    sums: dict[float, int] = {}
    for value, weight in weighted:
        key = max(round(value, 1), 0.1)
        sums[key] = sums.get(key, 0) + weight
    return max(sums, key=lambda key: sums[key]) if sums else 0.0


def lines_of(words: Sequence[Word]) -> list[Line]:
    """Return the lines of words of one direction, in the order of their baselines."""
    lines = [_finished(piece) for piece in pieces_of(words)]
    return sorted((line for line in lines if line.words), key=lambda line: (line.base, line.x0))


def _finished(words: list[Word]) -> Line:
    """Return the line with its bullet taken off, doubled words and spaced-out letters mended."""
    if not any(is_rtl(word.text) for word in words):
        words = sorted(words, key=lambda word: word.x0)
    words = _joined_letters(words)
    bullet = bool(words) and (is_bullet(words[0].text) or is_numbered(words[0].text))
    start = min((word.x0 for word in words), default=0.0)
    while words and is_bullet(words[0].text):
        words = words[1:]
    return Line(words, bullet, start)


def _joined_letters(words: list[Word]) -> list[Word]:
    """Join "L E A D E R" to one word; a gap much wider than its neighbours parts two words."""
    result: list[Word] = []
    letters: list[Word] = []
    for word in words:
        if len(word.text) == 1 and word.text.isalpha():
            letters.append(word)
            continue
        result += _spelled(letters)
        result.append(word)
        letters = []
    return result + _spelled(letters)


def _spelled(letters: list[Word]) -> list[Word]:
    if len(letters) < _LEAST_LETTERS:
        return letters
    gaps = [b.x0 - a.x1 for a, b in pairwise(letters)]
    wide = 1.6 * max(median(gaps), 0.05 * letters[0].size)
    groups = [[letters[0]]]
    for gap, word in zip(gaps, letters[1:], strict=True):
        if gap > wide:
            groups.append([])
        groups[-1].append(word)
    return [_one_word(group) for group in groups]


def _one_word(letters: list[Word]) -> Word:
    return replace(
        letters[0],
        text="".join(word.text for word in letters),
        x1=letters[-1].x1,
        top=min(word.top for word in letters),
        bottom=max(word.bottom for word in letters),
        box=hull(word.box for word in letters),
    )
