"""Lines as the names' model reads them: what stands in a line, and whose name each word may be.

The model (MiniLM, trained for this; see the card in ``packaging/model``) reads a slide's lines, the
names that are known replaced by signs, and says of each token whose name it is part of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cache, cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sowhat.judge.session import session
from sowhat.judge.tokens import tokenizer
from sowhat.paths import resources

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MOST = 160  # tokens of a sequence
MOST_TITLE = 40
_WORD = re.compile(r"[^\W_]+")


class Whose(IntEnum):
    """Whose name a token is part of; ``CUSTOMER`` is another one than the deck's own."""

    NOBODY = 0
    CUSTOMER = 1
    PERSON = 2  # the customer's
    SITE = 3  # the customer's
    VENDOR = 4
    PRODUCT = 5
    PEER = 6  # another customer who is told of
    STRANGER = 7  # a peer's, a partner's or the vendor's person
    PARTNER = 8
    COMPETITOR = 9
    STANDARD = 10
    OWNER = 11
    CLIENT = 12  # of the customer
    PLACE = 13
    EVENT = 14
    BLANK = 15  # what nobody filled in


class Sign(IntEnum):
    """What stands for names that are known, in BERT's vocabulary."""

    VENDOR = 2
    PRODUCT = 3
    CUSTOMER = 4


_SIGNS = frozenset(Sign)


class Mark(IntEnum):
    """What a line begins with, in BERT's vocabulary: what it is."""

    TITLE = 11
    BODY = 12
    ROW = 13  # the first cell of one
    CELL = 14
    FOOTER = 15
    NOTES = 16
    COMMENT = 17
    ALT = 18
    CHART = 19
    LINK = 20
    FILE = 21


class Case(IntEnum):
    """How a word is written."""

    SMALL = 0
    CAPITAL = 1
    LOUD = 2  # in capitals throughout
    MIXED = 3


class Line(NamedTuple):
    """Words that stand together; ``signs`` are the characters that names take which are known."""

    mark: Mark
    text: str
    signs: tuple[tuple[int, int, Sign], ...] = ()


class Token(NamedTuple):
    """A token of a line: its place in the vocabulary, its word's case, its characters."""

    id: int
    case: Case
    line: int
    start: int
    end: int


def cut(line: Line, number: int, vocabulary: Tokenizer) -> Iterator[Token]:
    """Yield the tokens of a line, its mark first."""
    yield Token(int(line.mark), Case.SMALL, number, 0, 0)
    done = 0
    for start, end, sign in sorted(line.signs):
        if start >= done:
            yield from _plain(line.text, done, start, number, vocabulary)
            yield Token(int(sign), Case.SMALL, number, start, end)
            done = end
    yield from _plain(line.text, done, len(line.text), number, vocabulary)


def _plain(text: str, start: int, end: int, number: int, vocabulary: Tokenizer) -> Iterator[Token]:
    if not text[start:end].strip():
        return
    read = vocabulary.encode(text[start:end], add_special_tokens=False)
    words = [(m.start(), m.end(), _case(m.group())) for m in _WORD.finditer(text, start, end)]
    at = 0
    for id_, place in zip(read.ids, read.offsets, strict=True):
        first, last = place[0] + start, place[1] + start
        while at < len(words) and words[at][1] <= first:
            at += 1
        case = words[at][2] if at < len(words) and words[at][0] <= first else Case.SMALL
        yield Token(id_, case, number, first, last)


def _case(word: str) -> Case:
    if word.islower() or not any(map(str.isalpha, word)):
        return Case.SMALL
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return Case.CAPITAL
    return Case.LOUD if word.isupper() else Case.MIXED


def sequences(lines: Sequence[Line], vocabulary: Tokenizer) -> Iterator[tuple[Token, ...]]:
    """Yield the tokens of a slide's lines, in as few sequences as hold them; each begins with its
    titles."""
    cuts = [list(cut(line, number, vocabulary)) for number, line in enumerate(lines)]
    titled = [line.mark is Mark.TITLE for line in lines]
    heads = [token for own, is_title in zip(cuts, titled, strict=True) if is_title for token in own]
    heads = heads[:MOST_TITLE]
    held = list(heads)
    for own, is_title in zip(cuts, titled, strict=True):
        if is_title:
            continue
        if len(held) + len(own) > MOST and len(held) > len(heads):
            yield tuple(held)
            held = list(heads)
        held += own[: MOST - len(held)]
    if held:
        yield tuple(held)


class Said(NamedTuple):
    """What the model says of characters ``start:end`` of a line: the chance of each ``Whose``."""

    start: int
    end: int
    chances: NDArray[np.float32]

    def moved(self, by: int) -> Said:
        """Return the same of characters that stand ``by`` further on."""
        return Said(self.start + by, self.end + by, self.chances)


class Reader:
    """A trained model; loads when it is first asked."""

    def __init__(self, path: Path, vocabulary: Path) -> None:
        self._path, self._vocabulary = path, vocabulary
        self._lock = Lock()  # it serves one caller at a time

    @cached_property
    def _session(self) -> Any:
        return session(self._path)

    def read(self, lines: Sequence[Line]) -> list[list[Said]]:
        """Return what is said of each line's tokens; ``lines`` are those of one slide."""
        said: list[list[Said]] = [[] for _ in lines]
        told: set[int] = set()
        with self._lock:
            for one in sequences(lines, tokenizer(self._vocabulary)):
                chances = self._chances(one)
                for token, own in zip(one, chances, strict=True):
                    known = token.id in _SIGNS or token.line in told
                    if token.start < token.end and not known:
                        said[token.line].append(Said(token.start, token.end, own))
                told |= {token.line for token in one if lines[token.line].mark is Mark.TITLE}
        return said

    def _chances(self, one: Sequence[Token]) -> NDArray[np.float32]:
        given = {
            "ids": np.array([[token.id for token in one]], np.int64),
            "mask": np.ones((1, len(one)), np.int64),
            "cases": np.array([[int(token.case) for token in one]], np.int64),
        }
        logits = self._session.run(["logits"], given)[0][0]
        grown = np.exp(logits - logits.max(axis=-1, keepdims=True))
        return np.asarray(grown / grown.sum(axis=-1, keepdims=True), dtype=np.float32)


@cache
def reader() -> Reader:
    """Return the shipped model."""
    folder = resources() / "models"
    return Reader(folder / "whose.onnx", folder / "words.json")
