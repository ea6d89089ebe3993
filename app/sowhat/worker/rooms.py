"""A worker's own folder: the only place it may write to beside the cache, gone when it ends.

The program holds a lock in it, which the system lets go even when the program is killed; the next
program to start removes what was left so.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sowhat import locks

PREFIX = "sowhat-"
LOCK = "lock"

_swept = threading.Event()


class Room:
    """One folder below the system's temporary one, for this user alone; ``close`` removes it."""

    def __init__(self) -> None:
        if not _swept.is_set():
            _swept.set()
            sweep()
        self.path, self._lock = _made()

    @contextmanager
    def folder(self) -> Iterator[Path]:
        """Give a new folder in it, removed afterwards."""
        made = Path(tempfile.mkdtemp(dir=self.path))
        try:
            yield made
        finally:
            shutil.rmtree(made, ignore_errors=True)

    def close(self) -> None:
        """Remove the folder and all that is in it."""
        self._lock.close()  # first: Windows removes no open file
        shutil.rmtree(self.path, ignore_errors=True)


def sweep() -> None:
    """Remove the rooms of programs that are no more."""
    with contextlib.suppress(OSError):
        for left in list(Path(tempfile.gettempdir()).glob(f"{PREFIX}*/{LOCK}")):
            with contextlib.suppress(OSError):  # another user's, or gone meanwhile
                with left.open("r+b") as file:
                    abandoned = locks.take(file)
                if abandoned:
                    shutil.rmtree(left.parent, ignore_errors=True)


def _made() -> tuple[Path, IO[bytes]]:
    while True:
        path = Path(tempfile.mkdtemp(prefix=PREFIX))
        lock = (path / LOCK).open("xb")
        # Another program that sweeps may be quicker with the lock; then this room is going.
        if locks.take(lock):
            return path, lock
        lock.close()
