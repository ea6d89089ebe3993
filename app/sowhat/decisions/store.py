"""Where decisions are kept: a file a deck in the user's data folder, never beside the deck."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sowhat import atomic, locks
from sowhat.decisions.file import encode, read
from sowhat.errors import OutputError, SowhatError, UsageError
from sowhat.model import Decision, Resolution
from sowhat.paths import user_data

LOCK = "decisions.lock"


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept for a deck.

    ``damaged`` names the file that held no decisions and was put aside, ``unread`` the one that
    could not be opened now, or was written by a newer program, and stays as it is.
    """

    decisions: tuple[Decision, ...] = ()
    damaged: Path | None = None
    unread: Path | None = None
    resolutions: tuple[Resolution, ...] = ()


def place(deck: Path) -> Path:
    """Return the file that keeps the decisions on the deck at ``deck``."""
    known = os.path.normcase(deck.resolve())
    name = hashlib.sha256(known.encode(errors="surrogateescape")).hexdigest()[:32]
    return user_data() / "decisions" / f"{name}.json"


def kept(deck: Path) -> Kept:
    """Return the decisions kept for the deck; a damaged file is put aside, so that it is not lost.

    What is decided afterwards goes to a new file.
    """
    file = place(deck)
    if not os.path.lexists(file):
        return Kept()
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):  # a folder that cannot be written can still be read
            stack.enter_context(_alone())
        return _kept(file)


def change(deck: Path, make: Callable[[tuple[Decision, ...]], Sequence[Decision]]) -> Kept:
    """Keep what ``make`` returns of the decisions kept so far; return what was found.

    No other process changes them meanwhile. Raises ``OutputError`` cannot-write, and ``UsageError``
    newer-decisions where they cannot be known: nothing is written over them.
    """
    with _changing(deck) as found:
        keep(deck, make(found.decisions), found.resolutions)
    return found


def resolve(deck: Path, make: Callable[[tuple[Resolution, ...]], Sequence[Resolution]]) -> Kept:
    """Keep what ``make`` returns of the resolutions kept so far, as ``change`` does decisions."""
    with _changing(deck) as found:
        keep(deck, found.decisions, make(found.resolutions))
    return found


def keep(deck: Path, decisions: Sequence[Decision], resolutions: Sequence[Resolution] = ()) -> None:
    """Keep what is decided on the deck, whole or not at all; raises ``OutputError``."""
    file = place(deck)
    with _told(file):
        if not decisions and not resolutions:
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(encode(deck.name, decisions, resolutions), file)


@contextlib.contextmanager
def _changing(deck: Path) -> Iterator[Kept]:
    with _told(place(deck)):
        user_data().mkdir(parents=True, exist_ok=True)
        with _alone():
            yield _known(place(deck))


def _kept(file: Path) -> Kept:
    try:
        return _known(file)
    except SowhatError:
        return Kept(unread=file)


def _known(file: Path) -> Kept:
    """Read ``file``; raises ``UsageError`` newer-decisions, ``OutputError`` where it cannot."""
    try:
        given = read(file)
        return Kept(given.decisions, resolutions=given.resolutions)
    except UsageError as error:
        if isinstance(error.__cause__, FileNotFoundError | NotADirectoryError):
            return Kept()
        if isinstance(error.__cause__, OSError):
            with _told(file):
                raise error.__cause__ from error
        if error.reason == "newer-decisions":
            raise
    return Kept(damaged=atomic.put_aside(file))


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Keep all other processes from the decisions; raises ``OSError``."""
    with locks.held(user_data() / LOCK):
        yield


@contextlib.contextmanager
def _told(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        detail = (error.strerror or type(error).__name__).lower()
        raise OutputError("cannot-write", path=str(file), detail=detail) from error
