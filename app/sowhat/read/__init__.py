"""A deck goes in, plain data comes out. The bytes are opened in the worker only."""

from __future__ import annotations

from pathlib import Path

from sowhat.errors import DeckError
from sowhat.model import Deck
from sowhat.read.check import kind_of
from sowhat.read.folder import read_folder
from sowhat.worker import Progress, Worker

__all__ = ["kind_of", "read_deck", "read_folder"]


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
    gets slides done and slides in all. Raises ``DeckError`` with ``path`` among its values.
    """
    kind = kind_of(path)
    try:
        return worker.call(
            f"sowhat.read.{kind.value}:read",
            Deck,
            progress,
            path=str(path),
            password=password,
            pictures=pictures,
        )
    except DeckError as error:
        raise DeckError(error.reason, **{**error.values, "path": str(path)}) from error
