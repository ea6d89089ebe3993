"""The values of the settings, and what they mean for an audit."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from sowhat.model import Motif
from sowhat.preferences.table import entries
from sowhat.settings import AuditOptions


@dataclass(frozen=True, slots=True)
class Settings:
    """A value for each setting of the table that keeps one.

    ``theme`` is system, light, dark or contrast; ``text_size`` and ``threshold`` are per cent, the
    latter's least the judge's own; ``without`` are the motifs that are switched off; ``rules`` is a
    folder, empty for none; ``recent`` says whether opened decks are remembered.
    """

    theme: str
    text_size: int
    threshold: int
    without: tuple[Motif, ...]
    rules: str
    ocr: bool
    libreoffice: bool
    recent: bool

    def with_value(self, key: str, value: Any) -> Settings:
        """Return the same with another value for the setting ``key``."""
        return replace(self, **{key: value})

    def differs(self, other: Settings) -> bool:
        """Say whether decks are audited in another way by ``other``."""
        keys = [key for key, entry in entries().items() if entry.again]
        return any(getattr(self, key) != getattr(other, key) for key in keys)


NAMES = tuple(field.name for field in fields(Settings))


def usual() -> Settings:
    """Return the settings of whoever has changed none."""
    return made({})


def made(given: dict[str, Any]) -> Settings:
    """Return the settings with the values in ``given`` that are sound, and else the usual ones."""
    table = entries()
    values = {
        name: given[name] if name in given and table[name].fits(given[name]) else entry.default
        for name, entry in ((name, table[name]) for name in NAMES)
    }
    values["without"] = tuple(Motif(one) for one in values["without"])
    return Settings(**values)


def carried(given: AuditOptions, by: AuditOptions) -> AuditOptions:
    """Return the options ``given`` with what the settings decide as it is in ``by``."""
    return replace(
        given,
        ocr=by.ocr,
        libreoffice=by.libreoffice,
        rules=by.rules,
        without=by.without,
        threshold=by.threshold,
    )


def options(settings: Settings, given: AuditOptions) -> AuditOptions:
    """Return the options of an audit: those ``given`` at the start, where none the settings."""
    threshold = settings.threshold
    own = None if threshold == entries()["threshold"].least else threshold / 100
    return replace(
        given,
        ocr=given.ocr and settings.ocr,
        libreoffice=given.libreoffice or settings.libreoffice,
        rules=given.rules or (Path(settings.rules) if settings.rules else None),
        without=given.without | frozenset(settings.without),
        threshold=own if given.threshold is None else given.threshold,
    )
