"""A deck goes in, plain data comes out. The bytes are opened in the worker only."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from sowhat.errors import DeckError
from sowhat.model import Deck, DeckKind
from sowhat.pdf.patience import A_PAGE
from sowhat.read.check import kind_of
from sowhat.read.folder import read_folder
from sowhat.worker import Patience, Progress, Worker

__all__ = ["kind_of", "read_deck", "read_folder"]

MOST_LEFT_OUT = 2  # pages of a PDF that may cost a worker each
A_DECK = 40.0  # seconds of reading
ENDING = 0.7  # of the time that is left: then a reader comes to an end, with what it has
AGAIN = 25.0  # seconds of reading after which no other page may


def read_deck(
    path: Path,
    worker: Worker,
    *,
    password: str | None = None,
    pictures: bool = True,
    progress: Progress | None = None,
    patience: Patience | None = None,
) -> Deck:
    """Read the deck at ``path`` in ``worker``; the kind is told by its bytes, not its name.

    ``pictures`` off leaves the bytes of pictures alone (no hashes, no pixel sizes). ``progress``
    gets slides done and slides in all. Pages of a PDF that cost the worker its life are left out,
    and so are slides for which ``patience`` leaves no time; both are told as gaps. Raises
    ``DeckError`` with ``path`` among its values, changed where another program wrote to the file
    meanwhile.
    """
    patience = patience or Patience(A_DECK)
    asked: dict[str, Any] = {"path": str(path), "password": password, "pictures": pictures}
    before = _state(path)
    try:
        if kind_of(path, password) is DeckKind.PDF:
            deck = _pages(worker, asked, progress, patience)
        else:
            within = patience.left
            asked["seconds"] = ENDING * within
            deck = worker.call("sowhat.read.pptx:read", Deck, progress, within, **asked)
        if _state(path) != before:
            raise DeckError("changed")
        return replace(deck, path=str(path))  # the worker may have read a copy
    except DeckError as error:
        if error.reason == "damaged" and _state(path) != before:
            raise DeckError("changed", path=str(path)) from error
        raise DeckError(error.reason, **{**error.values, "path": str(path)}) from error


def _state(path: Path) -> tuple[int, ...]:
    """Return what changes with the file's bytes, however the clock goes; empty without a file."""
    try:
        about = path.stat()
    except (OSError, ValueError):
        return ()
    return about.st_ino, about.st_size, about.st_mtime_ns


def _pages(
    worker: Worker, asked: dict[str, Any], progress: Progress | None, patience: Patience
) -> Deck:
    """Read a PDF, if need be without the pages at which the reading fails."""
    left_out: list[int] = []
    begun = time.monotonic()
    while True:
        place = _Place(progress)
        try:
            within = patience.left
            asked |= {"without": left_out, "seconds": ENDING * within}
            return worker.call("sowhat.read.pdf:read", Deck, place, within, **asked)
        except DeckError as error:
            given_up = len(left_out) >= MOST_LEFT_OUT or time.monotonic() - begun > AGAIN
            if place.page is None or given_up:
                raise DeckError("too-slow") if place.late else error from error
            left_out.append(place.page)


class _Place:
    """Remembers which page (from 0) is being read, None before the first and after the last."""

    def __init__(self, progress: Progress | None) -> None:
        self.page: int | None = None
        self._progress = progress
        self._since = time.monotonic()

    @property
    def late(self) -> bool:
        """Say whether the page has had all the time that it gets."""
        return self.page is not None and time.monotonic() - self._since >= A_PAGE

    def __call__(self, done: int, total: int) -> None:
        self.page, self._since = done if done < total else None, time.monotonic()
        if self._progress is not None and done:
            self._progress(done, total)
