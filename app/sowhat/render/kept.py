"""The document a worker has open: kept between calls, one at a time."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from sowhat.errors import DeckError

T = TypeVar("T")


class Kept(Generic[T]):
    """Holds the last document opened by ``load``; ``close`` is told when another takes its place.

    A file that has changed on disk is another document.
    """

    def __init__(self, load: Callable[..., T], close: Callable[[T], None] | None = None) -> None:
        self._load = load
        self._close = close
        self._key: tuple[object, ...] | None = None
        self._document: T | None = None

    def get(self, path: str, *more: str | None, sha256: str | None = None) -> T:
        """Return what ``load(path, *more)`` opens.

        ``sha256`` is the file's that was read. Raises ``DeckError`` missing where there is no file,
        changed where it is another one, and what ``load`` raises.
        """
        try:
            state = os.stat(path)  # noqa: PTH116 - a plain string is all that is needed
        except OSError as error:
            raise DeckError("missing", path=path) from error
        key = (path, more, state.st_mtime_ns, state.st_size)
        if self._document is None or key != self._key:
            self.drop()
            if sha256 is not None and _digest(path) != sha256:
                raise DeckError("changed", path=path)
            self._document = self._load(path, *more)
            self._key = key
        return self._document

    def drop(self) -> None:
        """Close and forget the document."""
        document, self._document = self._document, None
        if document is not None and self._close is not None:
            self._close(document)


def _digest(path: str) -> str:
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
