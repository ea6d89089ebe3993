"""Where decisions are kept: a file a deck in the user's data folder, never beside the deck."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sowhat.decisions.file import encode, load
from sowhat.errors import OutputError, UsageError
from sowhat.model import Decision
from sowhat.paths import user_data


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept for a deck; ``damaged`` names the file that could not be read, if any."""

    decisions: tuple[Decision, ...] = ()
    damaged: Path | None = None


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
    try:
        return Kept(load(file))
    except UsageError:
        return Kept(damaged=_put_aside(file)) if os.path.lexists(file) else Kept()


def keep(deck: Path, decisions: Sequence[Decision]) -> None:
    """Keep ``decisions`` for the deck, whole or not at all; raises ``OutputError`` cannot-write."""
    file = place(deck)
    fresh = file.with_suffix(f".{secrets.token_hex(4)}")
    try:
        if not decisions:
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            fresh.write_bytes(encode(deck.name, decisions))
            fresh.replace(file)
        except BaseException:
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise
    except OSError as error:
        detail = (error.strerror or type(error).__name__).lower()
        raise OutputError("cannot-write", path=str(file), detail=detail) from error


def _put_aside(file: Path) -> Path:
    names = (file.with_suffix(f".damaged-{number}") for number in count(1))
    aside = next(name for name in names if not os.path.lexists(name))
    with contextlib.suppress(OSError):  # else it stays where it is
        return file.rename(aside)
    return file
