"""Which words of one baseline belong together, columns and cells kept apart.

Words that follow each other in the page's content may stand a wide space apart (justified text);
words that do not may only be one space apart, or else they are of different columns.
"""

from __future__ import annotations

from collections.abc import Sequence

from sowhat.read.pdf.spelling import is_bullet, is_numbered, is_rtl
from sowhat.read.pdf.words import Word

_SAME_BASE = 0.3  # of the size: how far baselines of one line may differ
_JUSTIFIED, _ONE_SPACE, _AFTER_BULLET = 0.95, 0.5, 3.0  # gaps in sizes
_WIDEST = 5.0  # the same where other lines of the text run across it
_IN_SENTENCE = 1.8  # the same before a word in small letters that follows in the content


def pieces_of(words: Sequence[Word]) -> list[list[Word]]:
    """Return the words that stand in one line, for words of one direction."""
    return _merged(_stretched(_pieces(_undoubled(words))))


def _pieces(words: Sequence[Word]) -> list[list[Word]]:
    pieces: list[list[Word]] = []
    for word in words:
        if pieces and _follows(pieces[-1][-1], word):
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return pieces


def _stretched(pieces: list[list[Word]]) -> list[list[Word]]:
    """Join pieces of justified lines: other lines of their text run across the gap between them."""
    result = pieces[:1]
    for number, piece in enumerate(pieces[1:], start=1):
        near = [*result[-3:-1], *pieces[number + 1 : number + 4]]
        if _is_gap_of_text(result[-1], piece, near):
            result[-1] = [*result[-1], *piece]
        else:
            result.append(piece)
    return result


def _is_gap_of_text(one: list[Word], other: list[Word], near: list[list[Word]]) -> bool:
    last, word = one[-1], other[0]
    size = last.size
    if word.order != last.order + 1 or word.style != last.style or word.size != size:
        return False
    if not (_level(last, word) and 0 < word.x0 - last.x1 < _WIDEST * size):
        return False
    across = sum(_runs_across(line, one[0], other[-1]) for line in near)
    return across > 1 or (across == 1 and (word.text.islower() or last.text.endswith(",")))


def _runs_across(line: list[Word], first: Word, last: Word) -> bool:
    """Say whether a line next to one that starts and ends with two words is as long as it."""
    size, pitch = first.size, abs(line[0].base - first.base)
    alike = abs(line[0].size - size) < 0.05 * size and 0.8 * size < pitch < 1.7 * size
    return alike and line[0].x0 < first.x0 + size and line[-1].x1 > last.x1 - size


def _follows(last: Word, word: Word) -> bool:
    """Say whether ``word``, next in the content, goes on with the line of ``last``."""
    size = max(last.size, word.size)
    if not _level(last, word):
        return False
    if is_rtl(word.text) and is_rtl(last.text):
        return -_JUSTIFIED * size < last.x0 - word.x1 < _JUSTIFIED * size
    gap = word.x0 - last.x1
    opens = is_bullet(last.text) or is_numbered(last.text)
    spaced = len(last.text) == len(word.text) == 1
    reach = _AFTER_BULLET if opens else 1.3 if spaced else _JUSTIFIED
    if word.order == last.order + 1 and word.style == last.style and word.text.islower():
        reach = max(reach, _IN_SENTENCE)
    if not opens and max(last.size, word.size) > 1.6 * min(last.size, word.size):
        reach = _ONE_SPACE
    apart = min(last.spacing, word.spacing)
    return -0.5 * size < gap < reach * size + (2.2 * apart if apart < size else 0.0)


def _level(one: Word, other: Word) -> bool:
    big, small = (one, other) if one.size >= other.size else (other, one)
    if abs(big.base - small.base) < _SAME_BASE * small.size:
        return True
    # A raised or lowered sign (®, a footnote's number) is much smaller and within the big word.
    low = big.top < (small.top + small.bottom) / 2 < big.bottom
    raised = len(small.text) <= (2 if small.text.isalpha() else 4)
    return small.size < 0.8 * big.size and low and raised


def _merged(pieces: list[list[Word]]) -> list[list[Word]]:
    """Join pieces of one baseline that stand a space apart, or a bullet and its text."""
    waiting = sorted(pieces, key=lambda piece: min(word.x0 for word in piece))
    done: list[list[Word]] = []
    for piece in waiting:
        first = min(piece, key=lambda word: word.x0)
        home = next((line for line in reversed(done) if _adjoins(line, first)), None)
        if home is None:
            done.append(list(piece))
        else:
            home.extend(piece)
    return done


def _adjoins(line: list[Word], word: Word) -> bool:
    last = max(line, key=lambda item: item.x1)
    if abs(last.base - word.base) > _SAME_BASE * min(last.size, word.size):
        return False
    opens = len(line) == 1 and is_bullet(last.text)
    alike = max(last.size, word.size) < 1.3 * min(last.size, word.size)
    reach = (_AFTER_BULLET if opens else _ONE_SPACE) * max(last.size, word.size)
    return (opens or alike) and -0.1 * word.size < word.x0 - last.x1 < reach


def _undoubled(words: Sequence[Word]) -> list[Word]:
    """Drop words drawn twice for a shadow or for weight."""
    kept: list[Word] = []
    places: dict[str, list[Word]] = {}
    for word in words:
        near = 0.2 * word.size
        same = places.setdefault(word.text, [])
        if not any(abs(o.x0 - word.x0) < near and abs(o.base - word.base) < near for o in same):
            same.append(word)
            kept.append(word)
    return kept
