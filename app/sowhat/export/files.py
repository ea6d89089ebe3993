"""How a result gets to its place: whole or not at all, and never over the deck."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from sowhat.errors import OutputError


def check(path: Path, deck: str) -> None:
    """Raise ``OutputError`` where ``path`` is the deck itself, a folder, or lies in none."""
    with failures(path):
        there = path.exists() and Path(deck).exists()
        if path.samefile(deck) if there else path.absolute() == Path(deck).absolute():
            raise OutputError("would-overwrite-input", path=str(path))
        if path.is_dir():
            raise OutputError("cannot-write", path=str(path), detail="it is a folder")
        if not path.absolute().parent.is_dir():
            raise OutputError("cannot-write", path=str(path), detail="its folder does not exist")


def save(data: bytes, path: Path, deck: str) -> None:
    """Write ``data`` beside ``path``, then put it there in one step.

    A device or a pipe is written to as it is. ``deck`` is the audited file's path. Raises
    ``OutputError`` would-overwrite-input or cannot-write; then nothing is left behind.
    """
    check(path, deck)
    if path.exists() and not path.is_file():
        with failures(path):
            path.write_bytes(data)
        return
    # A link is followed, so that the file it names is replaced and not the link.
    target = path.resolve()
    fresh = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.part")
    with failures(path):
        try:
            _write(data, fresh, target)
        except BaseException:
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise


def folder(path: Path) -> None:
    """Make the folder ``path`` where there is none; raises ``OutputError`` cannot-write."""
    with failures(path):
        path.mkdir(exist_ok=True)


@contextlib.contextmanager
def failures(path: Path) -> Iterator[None]:
    """Tell the system's errors as the ``OutputError`` cannot-write of ``path``."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise OutputError("cannot-write", path=str(path), detail=reason) from error


def _write(data: bytes, fresh: Path, target: Path) -> None:
    with fresh.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if target.exists():
        fresh.chmod(target.stat().st_mode & 0o777)
    fresh.replace(target)
