"""A deck's file to its archive, with the password where it has one."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from sowhat.opc.archive import Archive
from sowhat.opc.locked import LOCKED, decrypted


@contextmanager
def opened(path: Path | str, password: str | None = None) -> Iterator[Archive]:
    """Give the archive of the deck at ``path``, which is open for reading only.

    Raises ``OSError`` and what ``Archive`` and ``decrypted`` raise.
    """
    with Path(path).open("rb") as file:
        if file.read(len(LOCKED)) == LOCKED:
            about = Path(path).stat()
            package = _unlocked(str(path), password, about.st_mtime_ns, about.st_size)
            yield Archive(io.BytesIO(package))
        else:
            yield Archive(file)


@lru_cache(maxsize=1)  # each picture and each drawing asks for it anew, and it costs a second
def _unlocked(path: str, password: str | None, _changed: int, _size: int) -> bytes:
    with Path(path).open("rb") as file:
        return decrypted(file, password)
