"""The words of two readings of one slide, compared: found, found but spelled apart, missing."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

LONGEST = 40  # words of one reading that together spell what the other reads: a spaced-out title
_SOFT = re.compile("[\u00ad\u0002\ufffe]\\s*")  # hyphens that are seen only at the end of a line
_WORD = re.compile(r"[^\W_]+")


class Spelling(NamedTuple):
    """Words of both readings that spell the same."""

    wanted: Sequence[str]
    found: Sequence[str]


class Matched(NamedTuple):
    """How the words of two readings meet.

    ``missing`` are wanted and not found, ``spare`` found and not wanted; ``apart`` are wanted words
    and found ones with the same letters in sequence.
    """

    missing: Counter[str]
    spare: Counter[str]
    apart: tuple[Spelling, ...] = ()


def words_in(text: str) -> list[str]:
    """Return the runs of letters and digits, case, ligatures and letters' forms folded."""
    plain = unicodedata.normalize("NFKC", _SOFT.sub("", text)).casefold()
    return _WORD.findall(unicodedata.normalize("NFKC", plain))


def match(wanted: Sequence[str], found: Sequence[str]) -> Matched:
    """Compare the words of two readings, each given in its own order."""
    missing, spare = Counter(wanted), Counter(found)
    common = missing & spare
    missing, spare = missing - common, spare - common
    apart: list[Spelling] = []
    for spelling in _spellings(wanted, found) if missing and spare else ():
        need, used = Counter(spelling.wanted), Counter(spelling.found)
        lent = need - missing  # were found as they are, elsewhere
        if lent.total() < need.total() and lent <= common and used <= spare:
            missing, common, spare = missing - need, common - lent, spare - used + lent
            apart.append(spelling)
    return Matched(missing, spare, tuple(apart))


def _spellings(wanted: Sequence[str], found: Sequence[str]) -> Iterator[Spelling]:
    """Yield runs of wanted words with runs of found words that have the same letters."""
    letters = "".join(found)
    starts: dict[int, int] = {}
    at = 0
    for index, word in enumerate(found):
        starts[at] = index
        at += len(word)
    starts[at] = len(found)
    for length in range(1, min(LONGEST, len(wanted)) + 1):
        for first in range(len(wanted) - length + 1):
            run = wanted[first : first + length]
            joined = "".join(run)
            at = letters.find(joined)
            while at >= 0:
                start, end = starts.get(at), starts.get(at + len(joined))
                if start is not None and end is not None and end - start + length > 2:
                    yield Spelling(run, found[start:end])
                at = letters.find(joined, at + 1)
