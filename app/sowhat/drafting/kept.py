"""The user's server as he set it up: a file of his own that nobody else may read."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec
from msgspec import Struct

from sowhat import atomic
from sowhat.errors import OutputError
from sowhat.paths import user_data
from sowhat.settings import Endpoint

VARIABLE = "SOWHAT_ENDPOINT_KEY"  # the key of whoever does not want it in a file


class _File(Struct):
    """What is kept; only what differs from the defaults is written."""

    address: str = ""
    model: str = ""
    key: str = ""
    mask: bool = True
    also: tuple[str, ...] = ()
    unencrypted: bool = False
    proxy: bool = False
    seconds: float = 90.0
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """The endpoint, and for which ones the user has seen what is sent, in what form."""

    endpoint: Endpoint = field(default_factory=Endpoint)
    seen: tuple[str, ...] = ()

    def knows(self, endpoint: Endpoint) -> bool:
        """Whether the user has seen what goes to this address, with names masked as now."""
        return _form(endpoint) in self.seen

    def shown(self, endpoint: Endpoint) -> Kept:
        """Return the same with the user having seen it."""
        return replace(self, seen=tuple(dict.fromkeys((*self.seen, _form(endpoint)))))

    def key_for(self, address: str) -> str:
        """Return the key for an address: the environment's, else the one kept for that address."""
        same = address.strip() == self.endpoint.address.strip()
        return os.environ.get(VARIABLE, "") or (self.endpoint.key if same else "")


def place() -> Path:
    """Return the file; it lies apart from all else that is kept, for it may hold a key."""
    return user_data() / "endpoint.json"


def kept() -> Kept:
    """Return what is kept; nothing is set up where there is no file, or a damaged one."""
    try:
        file = msgspec.json.decode(place().read_bytes(), type=_File)
    except (OSError, ValueError, RecursionError, msgspec.MsgspecError):
        return Kept()
    values = {name: getattr(file, name) for name in Endpoint.__slots__}
    return Kept(Endpoint(**values), file.seen)


def keep(one: Kept) -> None:
    """Keep it, whole or not at all, readable for the user alone; raises ``OutputError``."""
    data = msgspec.json.format(msgspec.json.encode(_differences(one)), indent=2)
    file = place()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(data + b"\n", file, private=True)
    except OSError as error:
        detail = (error.strerror or type(error).__name__).lower()
        raise OutputError("cannot-write", path=str(file), detail=detail) from error


def _differences(one: Kept) -> dict[str, object]:
    usual = Endpoint()
    values = {name: getattr(one.endpoint, name) for name in Endpoint.__slots__}
    other = {name: value for name, value in values.items() if value != getattr(usual, name)}
    return {**other, "seen": one.seen} if one.seen else other


def _form(endpoint: Endpoint) -> str:
    return f"{endpoint.address.strip()} {'masked' if endpoint.mask else 'as it stands'}"
