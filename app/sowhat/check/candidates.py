"""What in a deck could be the name of an organisation that is nobody's who is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from sowhat.check.brands import brands, coined_words, small_names
from sowhat.check.compounds import is_compounded
from sowhat.check.known import Known
from sowhat.check.lines import Readings
from sowhat.check.names import (
    Name,
    Strength,
    is_everybodys,
    kinds,
    loose_names,
    names_in,
    strength_of,
    unknown,
)
from sowhat.check.passages import Passage
from sowhat.judge.whose import Whose
from sowhat.language.vocabulary import is_function_word
from sowhat.model import Where

READ = 0.3  # how likely words are a name that nothing else tells
STEPS = 3  # of a path
SHORTEST = 3  # letters of a name that has small ones
_UNREAD = frozenset({Where.LINK, Where.LAYOUT, Where.PICTURE, Where.CHART_DATA, Where.PROPERTY})
_OWNER = re.compile(r"[’']s\b")
_SMALL = re.compile(r"(?<![\w@./-])[a-zß-ÿ]{2,}(?![\w@])")
_ADDED = re.compile(r" \+ ")
_PATH = re.compile(r"[:/\\](?=\w)")


class Candidates:
    """The names in a deck: by their writing, and where the text model takes words for one."""

    def __init__(self, known: Known, stream: Sequence[Passage]) -> None:
        self._known, self._stream = known, stream
        self._small = _small_words(stream)
        listed = brands(stream)
        self._written = [tuple(_written(passage, listed, known)) for passage in stream]

    @cached_property
    def named(self) -> dict[int, list[int]]:
        """Where names begin that are written in a passage, by its id, and in notes words that may
        be one."""
        found: dict[int, list[int]] = {}
        for passage, name in self.all():
            found.setdefault(id(passage), []).append(name.start)
        for passage in (one for one in self._stream if one.where is Where.NOTES):
            found.setdefault(id(passage), []).extend(coined_words(passage.text))
        return {passage: starts for passage, starts in found.items() if starts}

    def all(self, readings: Readings | None = None) -> Iterator[tuple[Passage, Name]]:
        """Yield the names where they stand: those that are written as names are and, with
        ``readings``, those that are read."""
        for passage, written in zip(self._stream, self._written, strict=True):
            read = _read(passage, readings, written) if readings else ()
            for name in (*written, *read):
                if self._may_be(passage, name):
                    yield passage, name

    def _may_be(self, passage: Passage, name: Name) -> bool:
        plain = name.strength is Strength.PLAIN and name.text.casefold() in self._small
        known = self._known
        return (
            not plain
            and not is_piece(name.text)
            and known.is_other(name.text)
            and not known.holds(passage.text, name)
        )


def _written(passage: Passage, listed: frozenset[str], known: Known) -> Iterator[Name]:
    if passage.where is Where.PICTURE:
        return  # a reading of a picture makes up names
    for name in _names(passage):
        yield from _apart(passage, name, known)
    yield from small_names(passage, listed)


def _apart(passage: Passage, name: Name, known: Known) -> Iterator[Name]:
    """Yield a name, and where the vendor's or the customer's is added to another one, that one:
    "Globex + Acme", a file's "Acme Globex offer"."""
    theirs = known.within(name.text)
    filed = passage.where is Where.FILE_NAME
    if theirs is None or not (filed or _ADDED.search(name.text)):
        yield name
        return
    start, end = theirs
    for first, last in ((0, start), (end, len(name.text))):
        said = name.text[first:last]
        words = said.strip(" +")
        if any(map(unknown, words.casefold().split())):
            at = name.start + first + said.index(words)
            yield Name(words, at, at + len(words), Strength.UNKNOWN)


def is_piece(name: str) -> bool:
    """Say whether a name is a piece of a longer one: "St"."""
    return len(name) < SHORTEST and not name.isupper()


def _read(passage: Passage, readings: Readings, there: Sequence[Name]) -> Iterator[Name]:
    """Yield what the text model takes for a name and nothing else does; addresses are told apart,
    and what programs wrote is left to rules."""
    if passage.where in _UNREAD:
        return
    for start, last in readings.likely(passage, (Whose.CUSTOMER,), READ):
        name = _OWNER.split(passage.text[start:last])[0]  # "Mick's group"
        end = start + len(name)
        taken = any(one.start < end and start < one.end for one in there)
        mailed = passage.text[end : end + 1] == "@" or passage.text[:start].endswith("@")
        if _may_be_name(name) and not (taken or mailed or is_everybodys(name)):
            yield Name(name, start, end, strength_of(name))


def _may_be_name(words: str) -> bool:
    """Say whether words have capitals throughout, or one is in no dictionary and not made of two
    that are: "toolsetters". Several small ones end in such a word, or as companies do."""
    several = words.split()
    if words.islower() and len(several) > 1 and not _may_end(several[-1]):
        return False  # "koji masters"
    if words.isdigit() or any(map(unknown, map(str.casefold, several))):
        return not words.isdigit() and not (words.islower() and is_compounded(words))
    return all(not word[0].islower() or is_function_word(word) for word in several)


def _may_end(word: str) -> bool:
    return unknown(word) or word in kinds()


def _small_words(stream: Iterable[Passage]) -> frozenset[str]:
    """Return the words, and pairs of them, that a deck writes in small letters: a word of the
    dictionary among them is no name where it has a capital."""
    found: set[str] = set()
    for passage in stream:
        if passage.where in (Where.LINK, Where.FILE_NAME):
            continue
        small = _SMALL.findall(passage.text)
        found.update(small)
        found.update(f"{one} {other}" for one, other in pairwise(small))
    return frozenset(found)


def _names(passage: Passage) -> list[Name]:
    if passage.where is Where.LINK or len(_PATH.findall(passage.text)) >= STEPS:
        return []
    if passage.where is Where.FILE_NAME:
        return _in_file_name(passage.text)
    return names_in(passage.text)


def _in_file_name(words: str) -> list[Name]:
    """Return the names in a file's: those of their own kind, the unknown ones, two with capitals
    among small words."""
    found = names_in(words)
    formal = [name for name in found if name.strength is Strength.FORMAL]
    pairs = [n for n in found if n.strength is Strength.PLAIN and " " in n.text]
    return formal or [*loose_names(words), *(pairs if any(map(str.islower, words.split())) else ())]
