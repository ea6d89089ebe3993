"""A deck's passages as the names' model reads them, and what it says of a name where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from sowhat.check.known import Known
from sowhat.check.masks import Masks
from sowhat.check.names import names_in
from sowhat.check.passages import Passage
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
        model: Reader | None = None,
    ) -> None:
        self._model = model or reader()
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
                p for p in _worth_reading(every) if p.text not in shared or p.where not in _SHARED
            ]
            if not titles:
                titles = [passage for passage in own if passage.head]
            lines = own if number is not None else [*titles, *own]
            said = self._model.read([self.line(passage) for passage in lines])
            for passage, told in zip(lines, said, strict=True):
                found.setdefault(id(passage), told)
                if passage.where in _SHARED:
                    shared[passage.text] = told
            for passage in every:
                if passage.where in _SHARED and passage.text in shared:
                    found.setdefault(id(passage), shared[passage.text])
        return found

    def line(self, passage: Passage) -> Line:
        """Return a passage as the model reads it."""
        mark = _MARKS.get(passage.where, Mark.BODY)
        if passage.head:
            mark = Mark.TITLE
        elif mark is Mark.TITLE:
            mark = Mark.BODY
        if mark is Mark.CELL and id(passage.block) in self._firsts:
            mark = Mark.ROW
        return Line(mark, passage.text, tuple(self._masks.find(passage.text)))

    def of(self, passage: Passage, start: int, end: int) -> NDArray[np.float32] | None:
        """Return the chances of each ``Whose`` for the characters ``start:end`` of a passage."""
        own = [
            said.chances
            for said in self._said.get(id(passage), ())
            if said.start < end and start < said.end
        ]
        return np.mean(own, axis=0) if own else None

    def likely(self, passage: Passage, whose: Whose, least: float) -> Iterator[tuple[int, int]]:
        """Yield the characters of a passage, in whole words, that are likely ``whose``."""
        said = self._said.get(id(passage), ())
        told = [one for one in said if one.chances[whose] >= least]
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


def _worth_reading(lines: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the lines of a slide that are read: to read a deck may cost no more than a part of its
    audit."""
    long = sum(len(passage.text) for passage in lines) > LONG
    for passage in lines:
        if passage.head or names_in(passage.text) or not (long or passage.where in _SELDOM):
            yield passage
