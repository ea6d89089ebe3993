"""The table of settings: data in ``resources/settings.toml``."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from sowhat.model import Motif
from sowhat.paths import resources


class Kind(StrEnum):
    """What is set, and so how it is shown."""

    CHOICE = "choice"
    NUMBER = "number"
    SWITCH = "switch"
    FOLDER = "folder"
    MOTIFS = "motifs"
    ACT = "act"


ACT = Kind.ACT
_FORMS: dict[Kind, type] = {
    Kind.CHOICE: str,
    Kind.NUMBER: int,
    Kind.SWITCH: bool,
    Kind.FOLDER: str,
    Kind.MOTIFS: list,
}


class Group(Struct, frozen=True, forbid_unknown_fields=True):
    """Settings that are shown together."""

    id: str
    label: str


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """One setting. ``again`` says that open decks have to be audited again where it changes.

    ``choices`` are values with their labels; a number goes from ``least`` to ``most`` by ``step``,
    and where it has a ``none`` the least stands for it. An act has a ``button`` and keeps nothing.
    """

    key: str
    group: str
    kind: Kind
    label: str
    help: str
    default: Any = None
    again: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    least: int = 0
    most: int = 0
    step: int = 1
    unit: str = ""
    none: str = ""
    button: str = ""

    def fits(self, value: object) -> bool:
        """Say whether ``value``, as it stands in a file, is one of this setting's."""
        if self.kind is ACT or type(value) is not _FORMS[self.kind]:
            return False
        if isinstance(value, list):
            return all(one in list(Motif) for one in value)
        if self.kind is Kind.CHOICE:
            return value in dict(self.choices)
        return not isinstance(value, int) or self.kind is not Kind.NUMBER or self._holds(value)

    def _holds(self, value: int) -> bool:
        return self.least <= value <= self.most


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    group: tuple[Group, ...]
    setting: tuple[Entry, ...]


def groups() -> tuple[Group, ...]:
    """Return the groups in the order in which they are shown."""
    return _table().group


def entries() -> dict[str, Entry]:
    """Return the settings by key, in the order in which they are shown."""
    return {entry.key: entry for entry in _table().setting}


@cache
def _table() -> _File:
    data = (resources() / "settings.toml").read_bytes()
    return msgspec.toml.decode(data, type=_File)
