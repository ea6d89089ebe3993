"""The program's side of seeing: asks the worker, within limits, and outlives its failures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sowhat.errors import DeckError
from sowhat.model import Deck
from sowhat.pictures.wanted import Found, Reading, Region, Wanted, Why
from sowhat.worker import Patience, Worker

AT_ONCE = 16  # pictures in one call
A_CALL, A_PICTURE, A_READING = 60.0, 15.0, 30.0  # seconds
A_DECK = 30.0  # seconds for looking at all pictures of a deck, and again for reading them
FAILURES = 2  # of reading in a row; then it is left alone
LATE, FAILED = Found(why=Why.LATE), Found(why=Why.FAILED)

T = TypeVar("T")
Draw = Callable[[int, int], bytes | None]
"""Draws slide ``number``, so many pixels wide, as a PNG; None where it cannot be drawn."""


@dataclass(slots=True)
class Ask:
    """Asks ``worker`` about the pictures of ``deck`` until the patience has run out.

    That for ``looking`` and that for ``reading`` words may be one. ``draw`` draws slides.
    ``CancelledError`` goes through; what else goes wrong costs the picture.
    """

    deck: Deck
    worker: Worker
    draw: Draw
    password: str | None = None
    looking: Patience = field(default_factory=lambda: Patience(A_DECK))
    reading: Patience = field(default_factory=lambda: Patience(A_DECK))
    _failed: int = 0

    def pictures(self, wanted: Sequence[Wanted]) -> Iterator[Found]:
        """Yield what each picture shows, in their order."""
        for start in range(0, len(wanted), AT_ONCE):
            yield from self._looked(wanted[start : start + AT_ONCE], A_CALL)

    def regions(self, slide: int, width: int, regions: Sequence[Region]) -> Sequence[Found]:
        """Return what parts of a drawn slide show."""
        if self.looking.over:
            return [LATE] * len(regions)
        png = self.draw(slide, width)
        if png is None:
            return [Found(why=Why.BLANK)] * len(regions)
        asked: dict[str, Any] = {"png": png, "regions": tuple(regions)}
        within = min(A_PICTURE, self.looking.left)
        found = self._call("look_drawn", tuple[Found, ...], within, asked)
        return [FAILED] * len(regions) if found is None else found

    def words(self, wanted: Wanted) -> Reading:
        """Return the words of a picture."""
        return self._reading("read", {**self._file(), "wanted": wanted})

    def slide_words(self, slide: int, width: int) -> Reading:
        """Return the words of a drawn slide."""
        png = self.draw(slide, width) if self._reads() else None
        if png is None:
            return Reading(why=Why.BLANK if self._reads() else Why.LATE)
        return self._reading("read_drawn", {"png": png})

    def _reads(self) -> bool:
        return self._failed < FAILURES and not self.reading.over

    def _reading(self, function: str, asked: dict[str, Any]) -> Reading:
        if not self._reads():
            return Reading(why=Why.LATE)
        within = min(A_READING, self.reading.left)
        found = self._call(function, Reading, within, asked)
        self._failed = self._failed + 1 if found is None else 0
        return found or Reading(why=Why.FAILED)

    def _looked(self, wanted: Sequence[Wanted], within: float) -> Sequence[Found]:
        """Ask about several at once; where that fails, one by one, to find which it was."""
        if self.looking.over:
            return [LATE] * len(wanted)
        asked = {**self._file(), "wanted": tuple(wanted)}
        within = min(within, self.looking.left)
        found = self._call("look", tuple[Found, ...], within, asked)
        if found is not None:
            return found
        if len(wanted) == 1:
            return [FAILED]
        return [one for item in wanted for one in self._looked((item,), A_PICTURE)]

    def _call(
        self, function: str, result: type[T], within: float, asked: dict[str, Any]
    ) -> T | None:
        name = f"sowhat.pictures.looking:{function}"
        try:
            return self.worker.call(name, result, within=within, **asked)
        except DeckError:
            return None

    def _file(self) -> dict[str, Any]:
        return {"path": self.deck.path, "kind": self.deck.kind, "password": self.password}
