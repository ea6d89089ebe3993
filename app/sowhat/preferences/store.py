"""Where the settings are kept: one file in the user's configuration folder."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sowhat import atomic
from sowhat.errors import OutputError
from sowhat.paths import user_cache, user_config
from sowhat.preferences.settings import NAMES, Settings, made, usual


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept. ``damaged`` names the file that held no settings and was put aside."""

    settings: Settings
    damaged: Path | None = None


def place() -> Path:
    """Return the file."""
    return user_config() / "settings.json"


def kept() -> Kept:
    """Return the settings; the usual one in place of each that is missing or unsound."""
    try:
        data = place().read_bytes()
    except OSError:
        return Kept(usual())
    try:
        return Kept(made(msgspec.json.decode(data, type=dict)))
    except (ValueError, RecursionError):
        return Kept(usual(), atomic.put_aside(place()))


def keep(settings: Settings) -> None:
    """Keep what differs from the usual settings, whole or not at all; raises ``OutputError``."""
    standard = usual()
    other = {
        name: getattr(settings, name)
        for name in NAMES
        if getattr(settings, name) != getattr(standard, name)
    }
    file = place()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(msgspec.json.format(msgspec.json.encode(other), indent=2) + b"\n", file)
    except OSError as error:
        raise _unwritten(file, error) from error


def clear_caches() -> None:
    """Remove what is kept for speed alone; raises ``OutputError`` where it cannot be."""
    try:
        shutil.rmtree(user_cache())
    except FileNotFoundError:
        return
    except OSError as error:
        raise _unwritten(user_cache(), error) from error


def _unwritten(file: Path, error: OSError) -> OutputError:
    detail = (error.strerror or type(error).__name__).lower()
    return OutputError("cannot-write", path=str(file), detail=detail)
