"""The rules in force: those of the program, or some of the user's own in their place."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import TypeVar

from sowhat.errors import UsageError
from sowhat.rules.load import Rules, read, shipped

T = TypeVar("T")
Sound = Callable[[Rules], None]
"""Raise ``ValueError`` where rules ask for what the code does not know."""


@dataclass
class _Choice:
    """The user's folder and its rules, None for the shipped ones."""

    folder: Path | None = None
    rules: Rules | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)


_choice = _Choice()


def load() -> Rules:
    """Return the rules in force; raises ``ValueError`` naming the file whose form is wrong."""
    return _choice.rules or shipped()


def choose(folder: Path | None, sound: Sound, *, anew: bool = False) -> None:
    """Put the rules in ``folder`` in force, None for the shipped ones; ``anew`` reads them again.

    They hold for all of the process. Raises ``UsageError`` rules; then all is as it was.
    """
    with _choice.lock:
        if folder == _choice.folder and not anew:
            return
        rules = None
        if folder is not None:
            if not folder.is_dir():
                raise UsageError("no-rules", path=str(folder))
            try:
                rules = read(folder)
                sound(rules)
            except ValueError as error:
                raise UsageError("rules", path=str(folder), detail=str(error)) from error
        _choice.folder, _choice.rules = folder, rules


def derived(make: Callable[[], T]) -> Callable[[], T]:
    """Have ``make`` called once for the rules in force, and again when others are."""
    made: list[tuple[Rules, T]] = []

    @wraps(make)
    def kept() -> T:
        rules = load()
        if not made or made[0][0] is not rules:
            made[:] = [(rules, make())]
        return made[0][1]

    return kept
