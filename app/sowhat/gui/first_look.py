"""What the window's first picture needs of the settings, before they are read as a whole."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from sowhat.paths import user_config

NAMES = ("light", "dark", "contrast")
LEAST, MOST = 100, 200  # per cent of the words' usual size


class FirstLook(NamedTuple):
    """The theme's name, how many times their usual size words have, whether decks are remembered.

    A guess that spares whoever starts the program a flash in other colours: where the file is not
    sound, ``sowhat.preferences`` sets it right a moment later.
    """

    theme: str = "system"
    size: float = 1.0
    recent: bool = True


def first_look() -> FirstLook:
    """Return the look that is kept; the usual one in place of what is missing or unsound."""
    try:
        found: Any = json.loads((user_config() / "settings.json").read_bytes())
    except (OSError, ValueError, RecursionError):
        return FirstLook()
    if not isinstance(found, dict):
        return FirstLook()
    theme, size = found.get("theme"), found.get("text_size")
    return FirstLook(
        theme if theme in NAMES else "system",
        size / 100 if type(size) is int and LEAST <= size <= MOST else 1.0,
        found.get("recent") is not False,
    )
