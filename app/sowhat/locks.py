"""Locks on files: held by one process, and let go by the system when it ends, however it ends."""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

PATIENCE = 5.0  # seconds to wait for another process
PAUSE = 0.02


def take(file: IO[bytes]) -> bool:
    """Lock ``file`` until it is closed; return whether nobody else has it.

    Where the file system knows no locks the answer is yes: nobody can be asked.
    """
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno not in (errno.ENOLCK, errno.ENOTSUP, errno.EINVAL, errno.ENOSYS):
            raise
    return True


@contextmanager
def held(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock that the file ``path`` stands for, which is made and stays.

    Raises ``OSError`` where it cannot be made, or another process has had it for ``patience``
    seconds.
    """
    with path.open("ab") as file:
        deadline = time.monotonic() + patience
        while not take(file):
            if time.monotonic() > deadline:
                raise OSError(errno.EBUSY, "Another program is using it", str(path))
            time.sleep(PAUSE)
        yield
