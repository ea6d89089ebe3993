"""What the rep said of a deck that goes out: a file a deck, never beside it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from sowhat import atomic, locks
from sowhat.decisions import store
from sowhat.errors import OutputError, UsageError
from sowhat.model import Sending
from sowhat.paths import user_data

SCHEMA = "sowhat.sending/1"
FOLDER = "sending"


class _Head(msgspec.Struct):
    schema: str


class _File(msgspec.Struct):
    """What the program writes; a later one may add fields."""

    schema: str
    deck: str
    sending: Sending


def place(deck: Path) -> Path:
    """Return the file that keeps what was said of the deck at ``deck``."""
    return user_data() / FOLDER / store.place(deck).name


def sending(deck: Path) -> Sending:
    """Return what was said of the deck; nothing where nothing, or nothing sound, is kept."""
    try:
        return _known(place(deck))
    except (OSError, UsageError):
        return Sending()


def send(deck: Path, make: Callable[[Sending], Sending]) -> Sending:
    """Keep what ``make`` returns of what was said so far, and return it.

    No other process changes it meanwhile; a damaged file is put aside. Raises ``OutputError``
    cannot-write, and ``UsageError`` newer-decisions where a newer program wrote the file.
    """
    file = place(deck)
    with _told(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        with locks.held(user_data() / store.LOCK):
            made = make(_known(file))
            if made == Sending():
                file.unlink(missing_ok=True)
            else:
                data = msgspec.json.encode(_File(SCHEMA, deck.name, made))
                atomic.write(msgspec.json.format(data, indent=2) + b"\n", file)
    return made


def _known(file: Path) -> Sending:
    """Read ``file``; raises ``UsageError`` newer-decisions, ``OSError`` where it cannot be read."""
    if not os.path.lexists(file):
        return Sending()
    data = file.read_bytes()
    try:
        if msgspec.json.decode(data, type=_Head).schema == SCHEMA:
            return msgspec.json.decode(data, type=_File).sending
        raise UsageError("newer-decisions", path=str(file))
    except (msgspec.MsgspecError, ValueError, RecursionError):
        atomic.put_aside(file)
        return Sending()


@contextlib.contextmanager
def _told(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        detail = (error.strerror or type(error).__name__).lower()
        raise OutputError("cannot-write", path=str(file), detail=detail) from error
