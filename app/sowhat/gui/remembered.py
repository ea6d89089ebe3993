"""What the window remembers of decks: path, share and date of those opened last, and which were
open, at which slide. Nothing else of a deck, and nothing beside it: one file in the user's folder.
"""

from __future__ import annotations

import contextlib
import json
import os
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from sowhat.paths import user_data

SCHEMA = "sowhat.recent/1"
LOCK = "recent.lock"
MOST = 12  # decks


class Recent(NamedTuple):
    """A deck that was audited: where, its vendor share (0 to 1), the day as ``2026-11-22``."""

    path: str
    share: float | None = None
    date: str = ""


class Opened(NamedTuple):
    """A deck that was open, and the slide that was looked at."""

    path: str
    slide: int = 1


class Remembered(NamedTuple):
    """The decks audited last, the newest first; and the window as it was closed: its decks from
    left to right, which of them was in front (from 0), and its geometry as Qt saves it."""

    decks: tuple[Recent, ...] = ()
    open: tuple[Opened, ...] = ()
    front: int = 0
    geometry: bytes = b""

    def with_deck(self, deck: Recent) -> Remembered:
        """Return it with ``deck`` as the newest."""
        others = (one for one in self.decks if not same(one.path, deck.path))
        return self._replace(decks=(deck, *others)[:MOST])

    def without(self, path: str) -> Remembered:
        """Return it without the deck at ``path``."""
        return self._replace(decks=tuple(one for one in self.decks if not same(one.path, path)))


def place() -> Path:
    """Return the file."""
    return user_data() / "recent.json"


def same(one: str | Path, other: str | Path) -> bool:
    """Return whether two paths lead to one file; links are followed."""
    first, second = (os.path.normcase(Path(path).resolve()) for path in (one, other))
    return first == second


def kept(told: Callable[[Path], None] | None = None) -> Remembered:
    """Return what is remembered, nothing where there is no file.

    One that holds no such thing, or is a newer program's, is put aside; ``told`` gets its new name.
    """
    try:
        return _known(told)
    except OSError:
        return Remembered()


def _known(told: Callable[[Path], None] | None) -> Remembered:
    """Read the file; raises ``OSError`` where it is there and cannot be read."""
    try:
        found = json.loads(place().read_bytes())
        if found["schema"] == SCHEMA:
            return _read(found["remembered"])
    except FileNotFoundError:
        return Remembered()
    except (ValueError, TypeError, LookupError, RecursionError):
        pass
    from sowhat import atomic

    aside = atomic.put_aside(place())
    if told is not None:
        told(aside)
    return Remembered()


def change(
    make: Callable[[Remembered], Remembered], told: Callable[[Path], None] | None = None
) -> None:
    """Remember what ``make`` returns of what was remembered; no other window does meanwhile.

    Where it cannot be read or written nothing is remembered, and nobody is troubled: no work is
    lost. ``told`` is as in ``kept``.
    """
    from sowhat import atomic, locks  # nothing is written before the window stands

    with contextlib.suppress(OSError):
        user_data().mkdir(parents=True, exist_ok=True)
        with locks.held(user_data() / LOCK):
            before = _known(told)
            after = make(before)
            if after != before:
                atomic.write(_written(after), place(), private=True)


def forget() -> None:
    """Remember nothing any more."""
    with contextlib.suppress(OSError):
        place().unlink(missing_ok=True)


def _read(found: dict[str, Any]) -> Remembered:
    """Return what stands in a file, which a later program may have added to; raises ``TypeError``
    or ``ValueError`` where that is unsound."""
    decks = [(one["path"], one["share"], one["date"]) for one in found["decks"]]
    opened = [(one["path"], one["slide"]) for one in found["open"]]
    for path, share, day in decks:
        _expect(path, str)
        _expect(share, float, int, type(None))
        _expect(day, str)
    for path, slide in opened:
        _expect(path, str)
        _expect(slide, int)
    return Remembered(
        tuple(Recent(*one) for one in decks),
        tuple(Opened(*one) for one in opened),
        _expect(found["front"], int),
        a2b_base64(found["geometry"]),
    )


def _expect(value: Any, *kinds: type) -> Any:
    """Return ``value`` if it is of one of the ``kinds``, else raise ``TypeError``."""
    if type(value) not in kinds:
        raise TypeError(type(value).__name__)
    return value


def _written(known: Remembered) -> bytes:
    inside = {
        "decks": [one._asdict() for one in known.decks],
        "open": [one._asdict() for one in known.open],
        "front": known.front,
        "geometry": b2a_base64(known.geometry, newline=False).decode(),
    }
    return json.dumps({"schema": SCHEMA, "remembered": inside}, indent=2).encode() + b"\n"
