"""How a result gets to its place: whole or not at all, and never over the deck."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

from sowhat import atomic
from sowhat.errors import OutputError

PACKAGE = b"PK\3\4"  # what a PowerPoint deck begins with, and no result but a copy
IN_USE = (5, 32, 33)  # what Windows says of a file that another program holds open


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


def spare(path: Path, inputs: Iterable[Path]) -> None:
    """Raise ``OutputError`` would-overwrite-input where ``path`` is one of the files to be read,
    or a PowerPoint deck in a folder of them."""
    with failures(path):
        if not path.is_file():
            return
        with path.open("rb") as file:
            package = file.read(len(PACKAGE)) == PACKAGE
        for given in (one for one in inputs if one.exists()):
            within = given.is_dir() and path.resolve().is_relative_to(given.resolve())
            if (within and package) or path.samefile(given):
                raise OutputError("would-overwrite-input", path=str(path))


def save(data: bytes | Path, path: Path, deck: str) -> None:
    """Write ``data``, or what is in the file ``data``, beside ``path``; put it there in one step.

    A device or a pipe is written to as it is. ``deck`` is the audited file's path. Raises
    ``OutputError`` would-overwrite-input, cannot-write, or in-use with a free name beside it as
    ``other``; then nothing is left behind.
    """
    check(path, deck)
    if path.exists() and not path.is_file():
        with failures(path), path.open("wb") as file:
            atomic.pour(data, file)
        return
    with failures(path):
        # A link is followed, so that the file it names is replaced and not the link.
        atomic.write(data, path.resolve())


def free(path: Path) -> Path:
    """Return a name beside ``path`` that no file has."""
    names = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return next(name for name in names if not name.exists())


def folder(path: Path) -> None:
    """Make the folder ``path`` where there is none; raises ``OutputError`` cannot-write."""
    with failures(path):
        path.mkdir(exist_ok=True)


@contextlib.contextmanager
def failures(path: Path) -> Iterator[None]:
    """Tell the system's errors as the ``OutputError`` cannot-write or in-use of ``path``."""
    try:
        yield
    except OSError as error:
        if getattr(error, "winerror", None) in IN_USE and path.is_file():
            other = free(path)
            named = {"detail": other.name, "other": str(other)}
            raise OutputError("in-use", path=str(path), **named) from error
        reason = (error.strerror or type(error).__name__).lower()
        raise OutputError("cannot-write", path=str(path), detail=reason) from error
