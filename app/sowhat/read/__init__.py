"""A deck goes in, plain data comes out. The bytes are opened in the worker only."""

from __future__ import annotations

from pathlib import Path

from sowhat.errors import DeckError
from sowhat.model import Deck
from sowhat.read.check import kind_of
from sowhat.worker import Progress, Worker

__all__ = ["kind_of", "read_deck"]


def read_deck(
    path: Path,
    worker: Worker,
    *,
    password: str | None = None,
    pictures: bool = True,
    progress: Progress | None = None,
) -> Deck:
    """Read the deck at ``path`` in ``worker``; the kind is told by its bytes, not its name.

    ``pictures`` off leaves the bytes of pictures alone (no hashes, no pixel sizes). ``progress``
    gets slides done and slides in all. Raises ``DeckError`` with ``path`` among its values, changed
    where another program wrote to the file meanwhile.
    """
    before = _state(path)
    kind = kind_of(path, password)
    try:
        deck = worker.call(
            f"sowhat.read.{kind.value}:read",
            Deck,
            progress,
            path=str(path),
            password=password,
            pictures=pictures,
        )
        if _state(path) != before:
            raise DeckError("changed")
        return deck
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
