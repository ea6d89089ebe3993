"""Where the program's own files are: resources beside the package, else in the checkout."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


@cache
def resources() -> Path:
    """Return the folder of rules, texts, fonts, icons, models and samples.

    A wheel carries it as ``sowhat/_resources``; a checkout has it at its top.
    """
    checkout = _PACKAGE.parents[1] / "resources"
    packed = _PACKAGE / "_resources"
    return packed if packed.is_dir() else checkout


def user_cache() -> Path:
    """Return the user's cache folder, which may be emptied at any time (not created here)."""
    return Path(platformdirs.user_cache_dir("SoWhat", appauthor=False))


def user_config() -> Path:
    """Return the folder of the user's settings (not created here); see ``user_data``."""
    named = os.environ.get("SOWHAT_DATA")
    return Path(named) if named else Path(platformdirs.user_config_dir("SoWhat", appauthor=False))


def user_data() -> Path:
    """Return the folder of what the user must not lose (not created here).

    ``SOWHAT_DATA`` names another one.
    """
    named = os.environ.get("SOWHAT_DATA")
    return Path(named) if named else Path(platformdirs.user_data_dir("SoWhat", appauthor=False))
