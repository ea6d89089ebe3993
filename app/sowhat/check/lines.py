"""A deck's passages as the names' model reads them, and what it says of a name where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from sowhat.check.known import Known
from sowhat.check.masks import Masks
from sowhat.check.passages import Passage
from sowhat.check.sentences import sentences
from sowhat.check.tables import rows
from sowhat.judge.whose import Line, Mark, Reader, Said, Whose, reader
from sowhat.model import Audit, Where

_MARKS = {
    Where.TITLE: Mark.TITLE,
    Where.TABLE: Mark.CELL,
    Where.FOOTER: Mark.FOOTER,
    Where.NOTES: Mark.NOTES,
    Where.COMMENT: Mark.COMMENT,
    Where.ALT: Mark.ALT,
    Where.CHART: Mark.CHART,
    Where.CHART_DATA: Mark.CHART,
    Where.LINK: Mark.LINK,
    Where.PROPERTY: Mark.FILE,
    Where.FILE_NAME: Mark.FILE,
}

LONG = 400  # characters of a slide; of one that says more, lines without names are left out
# Read where a name stands: what is long, and what programs wrote.
_SHARED = frozenset({Where.LAYOUT, Where.FOOTER})
_SELDOM = frozenset({Where.NOTES, Where.LAYOUT, Where.PICTURE})

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_JOIN = re.compile(r" (?:& |\+ )?|-|&|\.")


class Readings:
    """What the model says of all passages of a deck."""

    def __init__(
        self,
        audit: Audit,
        known: Known,
        stream: Sequence[Passage],
        named: Mapping[int, Sequence[int]] | None = None,
        model: Reader | None = None,
    ) -> None:
        """``named`` tells by the passages' ids where names begin that are nobody's who is known: of
        what is long, only their sentences are read. Without it everything is."""
        self._model = model or reader()
        self._named = named
        self._stream = [p for p in stream if p.where is not Where.LINK]
        self._firsts = {id(row[0]) for slide in audit.deck.slides for row in rows(slide)}
        self._masks = Masks(audit, known)

    @cached_property
    def _said(self) -> dict[int, list[Said]]:
        found: dict[int, list[Said]] = {}
        shared: dict[str, list[Said]] = {}  # what comes back on slide after slide is read once
        titles: list[Passage] = []
        for number, group in groupby(self._stream, key=lambda passage: passage.slide):
            every = list(group)
            own = [
                p
                for p in self._worth_reading(every)
                if p.text not in shared or p.where not in _SHARED
            ]
            if not titles:
                titles = [passage for passage in own if passage.head]
            lines = own if number is not None else [*titles, *own]
            pieces = [(one, piece) for one in lines for piece in self._pieces(one)]
            said = self._model.read([self.line(one, *piece) for one, piece in pieces])
            for (passage, (start, _)), told in zip(pieces, said, strict=True):
                moved = (one.moved(start) for one in told) if start else told
                found.setdefault(id(passage), []).extend(moved)
            for passage in (one for one in lines if one.where in _SHARED):
                shared[passage.text] = found[id(passage)]
            for passage in every:
                if passage.where in _SHARED and passage.text in shared:
                    found.setdefault(id(passage), shared[passage.text])
        return found

    def _worth_reading(self, lines: Sequence[Passage]) -> Iterator[Passage]:
        """Yield the lines of a slide that are read: to read a deck may cost no more than a part of
        its audit."""
        long = sum(len(passage.text) for passage in lines) > LONG
        for passage in lines:
            spared = self._named is not None and (long or passage.where in _SELDOM)
            if passage.head or not spared or id(passage) in (self._named or ()):
                yield passage

    def _pieces(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """Yield what is read of a passage: of a long one the sentences with names."""
        starts = (self._named or {}).get(id(passage), ())
        if passage.head or not starts:
            yield 0, len(passage.text)
            return
        for start, end in sentences(passage.text):
            if any(start <= at < end for at in starts):
                yield start, end

    def line(self, passage: Passage, start: int = 0, end: int | None = None) -> Line:
        """Return characters of a passage as the model reads them."""
        mark = _MARKS.get(passage.where, Mark.BODY)
        if passage.head:
            mark = Mark.TITLE
        elif mark is Mark.TITLE:
            mark = Mark.BODY
        if mark is Mark.CELL and id(passage.block) in self._firsts:
            mark = Mark.ROW
        said = passage.text[start:end]
        return Line(mark, said, tuple(self._masks.find(said)))

    def of(self, passage: Passage, start: int, end: int) -> NDArray[np.float32] | None:
        """Return the chances of each ``Whose`` for the characters ``start:end`` of a passage."""
        own = [
            said.chances
            for said in self._said.get(id(passage), ())
            if said.start < end and start < said.end
        ]
        return np.mean(own, axis=0) if own else None

    def likely(
        self, passage: Passage, whose: Sequence[Whose], least: float
    ) -> Iterator[tuple[int, int]]:
        """Yield the characters of a passage, in whole words, that are likely one of ``whose``."""
        said = self._said.get(id(passage), ())
        told = [one for one in said if sum(one.chances[own] for own in whose) >= least]
        words = [
            word.span()
            for word in _WORD.finditer(passage.text)
            if any(one.start < word.end() and word.start() < one.end for one in told)
        ]
        while words:
            start, end = words.pop(0)
            while words and _JOIN.fullmatch(passage.text[end : words[0][0]]):
                end = words.pop(0)[1]
            yield start, end
