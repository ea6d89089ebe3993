"""The words of two readings of one slide, compared: found, found but spelled apart, missing."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

LONGEST = 40  # words of one reading that together spell what the other reads: a spaced-out title
_SOFT = re.compile("[\u00ad\u0002\ufffe]\\s*")  # hyphens that are seen only at the end of a line
_WORD = re.compile(r"[^\W_]+")
_HOLE = "\ufffd"
_UNKNOWN = ("Cc", "Cn", "Co", "Cs")  # signs that mean no letter


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
    return _WORD.findall(folded(text))


def folded(text: str) -> str:
    """Return a text in the form in which words are compared."""
    plain = unicodedata.normalize("NFKC", _SOFT.sub("", text)).casefold()
    return unicodedata.normalize("NFKC", plain)


def match(wanted: Sequence[str], found: Sequence[str]) -> Matched:
    """Compare the words of two readings, each given in its own order."""
    missing, spare = Counter(wanted), Counter(found)
    common = missing & spare
    missing, spare = missing - common, spare - common
    apart: list[Spelling] = []
    places = list(_spellings(wanted, found)) if missing and spare else []
    used: tuple[set[int], set[int]] = (set(), set())
    before = -1
    while len(apart) > before:  # a word lent in one round may be what another needs
        before = len(apart)
        for run, spelled in places:
            need, gone = Counter(wanted[i] for i in run), Counter(found[i] for i in spelled)
            lent = need - missing  # were found as they are, elsewhere
            free = used[0].isdisjoint(run) and used[1].isdisjoint(spelled)
            if free and lent.total() < len(run) and lent <= common and gone <= spare:
                missing, common, spare = missing - need, common - lent, spare - gone + lent
                used = used[0].union(run), used[1].union(spelled)
                apart.append(Spelling(_part(wanted, run), _part(found, spelled)))
    return Matched(missing, spare, tuple(apart))


def mended(chunks: Iterable[str], missing: Counter[str], spare: Counter[str]) -> list[Spelling]:
    """Return missing words with a hole for which the other reading has letters.

    A font that does not tell some of its letters leaves a sign or a control character in their
    place: "e>cient" is "efficient".
    """
    mended: list[Spelling] = []
    missing, spare = missing.copy(), spare.copy()
    for chunk in chunks:
        for run, pattern in _patterns(chunk):
            known = [word for word in spare if spare[word] > 0 and pattern.fullmatch(word)]
            if known and Counter(run) <= missing:
                missing, spare = missing - Counter(run), spare - Counter(known[:1])
                mended.append(Spelling(run, known[:1]))
    return mended


def _patterns(chunk: str) -> Iterator[tuple[list[str], re.Pattern[str]]]:
    """Yield runs of a chunk's words, and what they may be with letters in their holes."""
    text = "".join(_HOLE if unicodedata.category(c) in _UNKNOWN else c for c in folded(chunk))
    words = list(_WORD.finditer(text))
    for first in range(len(words)):
        for last in reversed(range(first, len(words))):
            start, end = words[first].start(), words[last].end()
            near = start - (text[start - 1 : start] == _HOLE), end + (text[end : end + 1] == _HOLE)
            part = text[slice(*near)]
            if not part.isalnum():
                pattern = re.sub(r"[\W_]", lambda _: r"\w{1,3}", part)
                yield [word[0] for word in words[first : last + 1]], re.compile(pattern)


def _part(words: Sequence[str], places: range) -> Sequence[str]:
    return words[places.start : places.stop]


def _spellings(wanted: Sequence[str], found: Sequence[str]) -> Iterator[tuple[range, range]]:
    """Yield where runs of wanted words and runs of found words have the same letters."""
    letters = "".join(found)
    starts: dict[int, int] = {}
    at = 0
    for index, word in enumerate(found):
        starts[at] = index
        at += len(word)
    starts[at] = len(found)
    for length in range(1, min(LONGEST, len(wanted)) + 1):
        for first in range(len(wanted) - length + 1):
            joined = "".join(wanted[first : first + length])
            at = letters.find(joined)
            while at >= 0:
                start, end = starts.get(at), starts.get(at + len(joined))
                if start is not None and end is not None and end - start + length > 2:
                    yield range(first, first + length), range(start, end)
                at = letters.find(joined, at + 1)
