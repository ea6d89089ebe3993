"""What the window remembers of decks: path, share and date of those opened last, and which were
open, at which slide. Nothing else of a deck, and nothing beside it: one file in the user's folder.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from sowhat import atomic, locks
from sowhat.paths import user_data

SCHEMA = "sowhat.recent/1"
LOCK = "recent.lock"
MOST = 12  # decks


@dataclass(frozen=True, slots=True)
class Recent:
    """A deck that was audited: where, its vendor share (0 to 1), the day as ``2026-11-22``."""

    path: str
    share: float | None = None
    date: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A deck that was open, and the slide that was looked at."""

    path: str
    slide: int = 1


@dataclass(frozen=True, slots=True)
class Remembered:
    """The decks audited last, the newest first; and the window as it was closed: its decks from
    left to right, which of them was in front (from 0), and its geometry as Qt saves it."""

    decks: tuple[Recent, ...] = ()
    open: tuple[Opened, ...] = ()
    front: int = 0
    geometry: bytes = b""

    def with_deck(self, deck: Recent) -> Remembered:
        """Return it with ``deck`` as the newest."""
        others = (one for one in self.decks if not same(one.path, deck.path))
        return replace(self, decks=(deck, *others)[:MOST])

    def without(self, path: str) -> Remembered:
        """Return it without the deck at ``path``."""
        return replace(self, decks=tuple(one for one in self.decks if not same(one.path, path)))


class _File(msgspec.Struct):
    """What the program writes; a later one may add fields."""

    schema: str
    remembered: Remembered


def place() -> Path:
    """Return the file."""
    return user_data() / "recent.json"


def same(one: str | Path, other: str | Path) -> bool:
    """Return whether two paths lead to one file; links are followed."""
    first, second = (os.path.normcase(Path(path).resolve()) for path in (one, other))
    return first == second


def kept() -> Remembered:
    """Return what is remembered; nothing where there is no sound file, or a newer program's."""
    try:
        found = msgspec.json.decode(place().read_bytes(), type=_File)
    except (OSError, msgspec.MsgspecError, ValueError):
        return Remembered()
    return found.remembered if found.schema == SCHEMA else Remembered()


def change(make: Callable[[Remembered], Remembered]) -> None:
    """Remember what ``make`` returns of what was remembered; no other window does meanwhile.

    Where it cannot be written nothing is remembered, and nobody is troubled: no work is lost.
    """
    with contextlib.suppress(OSError):
        user_data().mkdir(parents=True, exist_ok=True)
        with locks.held(user_data() / LOCK):
            before = kept()
            after = make(before)
            if after != before:
                data = msgspec.json.encode(_File(SCHEMA, after))
                atomic.write(msgspec.json.format(data, indent=2) + b"\n", place(), private=True)


def forget() -> None:
    """Remember nothing any more."""
    with contextlib.suppress(OSError):
        place().unlink(missing_ok=True)
