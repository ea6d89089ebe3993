"""A file is there whole or not at all, whatever stops its writing: a kill, a full disk."""

from __future__ import annotations

import contextlib
import glob
import os
import secrets
import shutil
import sys
from itertools import count
from pathlib import Path
from typing import IO

from sowhat import locks

LENGTH = 40  # characters of the file's name that its unfinished part is called by
PIECE = 1 << 20  # bytes
PRIVATE = 0o600  # permissions


def write(data: bytes | Path, target: Path, *, private: bool = False) -> None:
    """Write ``data``, or what is in the file ``data``, beside ``target``; put it there in one step.

    Permissions stay; a ``private`` file is for the user alone from its first byte. Raises
    ``OSError``; then ``target`` is as it was, and nothing else is left behind. What a process left
    that was killed while it wrote is removed by the next one that writes there.
    """
    _sweep(target)
    fresh = target.with_name(f".{target.name[:LENGTH]}.{secrets.token_hex(4)}.part")
    try:
        if private:
            fresh.touch(PRIVATE, exist_ok=False)
        with fresh.open("r+b" if private else "xb") as file:
            locks.take(file)  # tells others that it is being written
            pour(data, file)
            file.flush()
            os.fsync(file.fileno())
        if target.exists() and not private:
            fresh.chmod(target.stat().st_mode & 0o777)
        fresh.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
    _settle(target.parent)


def put_aside(file: Path) -> Path:
    """Give a damaged file another name, so that it is not lost; return the one it has then."""
    names = (file.with_suffix(f".damaged-{number}") for number in count(1))
    aside = next(name for name in names if not os.path.lexists(name))
    with contextlib.suppress(OSError):  # else it stays where it is
        return file.rename(aside)
    return file


def pour(data: bytes | Path, file: IO[bytes]) -> None:
    """Write ``data``, or what is in the file ``data``, to ``file``; raises ``OSError``."""
    if isinstance(data, bytes):
        file.write(data)
        return
    with data.open("rb") as source:  # piece by piece: a copy holds all films of its deck
        shutil.copyfileobj(source, file, PIECE)


def _sweep(target: Path) -> None:
    """Remove unfinished parts of ``target`` that no process is writing any more."""
    pattern = f".{glob.escape(target.name[:LENGTH])}.{'[0-9a-f]' * 8}.part"
    with contextlib.suppress(OSError):
        for left in list(target.parent.glob(pattern)):
            with contextlib.suppress(OSError):
                if _abandoned(left):
                    left.unlink()


def _abandoned(left: Path) -> bool:
    with left.open("r+b") as file:
        return locks.take(file)


def _settle(folder: Path) -> None:
    """Have the folder itself on the disk, so that the new name outlives a loss of power."""
    if sys.platform == "win32":
        return  # folders cannot be opened there
    with contextlib.suppress(OSError):  # some file systems do not know it
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
