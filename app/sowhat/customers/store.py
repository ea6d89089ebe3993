"""Where facts are kept: a file a customer in the user's data folder."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from sowhat import atomic
from sowhat.errors import OutputError
from sowhat.model import Fact, FactKind
from sowhat.paths import user_data

SCHEMA = "sowhat.customer/1"


class _Fact(msgspec.Struct):
    kind: FactKind
    text: str


class _File(msgspec.Struct):
    """What the program writes; a later one may add fields."""

    schema: str
    name: str
    facts: list[_Fact]


def place(name: str) -> Path:
    """Return the file that keeps what is known of the customer ``name``."""
    known = "".join(c for c in name.casefold() if c.isalnum())
    digest = hashlib.sha256(known.encode()).hexdigest()[:32]
    return user_data() / "customers" / f"{digest}.json"


def kept(name: str) -> tuple[Fact, ...]:
    """Return the facts kept for the customer; none where nothing, or nothing sound, is kept."""
    try:
        data = msgspec.json.decode(place(name).read_bytes(), type=_File)
    except (OSError, msgspec.MsgspecError, ValueError):
        return ()
    return tuple(Fact(fact.kind, fact.text) for fact in data.facts)


def keep(name: str, facts: Sequence[Fact]) -> None:
    """Keep ``facts`` for the customer, whole or not at all, in place of what was kept; none
    forgets them. Raises ``OutputError`` cannot-write."""
    file = place(name)
    try:
        if not facts:
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        data = msgspec.json.encode(_File(SCHEMA, name, [_Fact(f.kind, f.text) for f in facts]))
        atomic.write(msgspec.json.format(data, indent=2) + b"\n", file)
    except OSError as error:
        detail = (error.strerror or type(error).__name__).lower()
        raise OutputError("cannot-write", path=str(file), detail=detail) from error
