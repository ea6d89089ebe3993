"""The document a worker has open: kept between calls, one at a time."""

from __future__ import annotations

import os
from collections.abc import Callable
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

    def get(self, path: str, *more: str | None) -> T:
        """Return what ``load(path, *more)`` opens.

        Raises ``DeckError`` missing where there is no file, and what ``load`` raises.
        """
        try:
            state = os.stat(path)  # noqa: PTH116 - a plain string is all that is needed
        except OSError as error:
            raise DeckError("missing", path=path) from error
        key = (path, more, state.st_mtime_ns, state.st_size)
        if self._document is None or key != self._key:
            self.drop()
            self._document = self._load(path, *more)
            self._key = key
        return self._document

    def drop(self) -> None:
        """Close and forget the document."""
        document, self._document = self._document, None
        if document is not None and self._close is not None:
            self._close(document)
