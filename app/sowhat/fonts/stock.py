"""The fonts that come with the program, and what they stand in for."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from sowhat.fonts.face import Face, Style
from sowhat.paths import resources

_STYLES: dict[str, Style] = {
    "regular": (False, False),
    "bold": (True, False),
    "italic": (False, True),
    "bold-italic": (True, True),
}


def folder() -> Path:
    """Return the folder the shipped fonts lie in."""
    return resources() / "fonts"


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((folder() / "families.toml").read_text(encoding="utf-8"))


@cache
def families() -> dict[str, dict[Style, Face]]:
    """Return the shipped faces by case-folded family and style."""
    return {
        family.casefold(): {
            _STYLES[style]: Face(family, folder() / name) for style, name in files.items()
        }
        for family, files in _data()["shipped"].items()
    }


def cover() -> Face:
    """Return the shipped face with the signs that other fonts lack."""
    return next(iter(families()[covering_families()[0]].values()))


@cache
def covering_families() -> tuple[str, ...]:
    """Return the case-folded families to look for a sign in, the shipped one first."""
    return tuple(name.casefold() for name in _data()["covers"])


def fallback() -> str:
    """Return the family for what nothing else fits."""
    return str(_data()["fallback"])


@cache
def _by_name() -> dict[str, str]:
    stand_ins: dict[str, list[str]] = _data()["stand-ins"]
    return {name.casefold(): family for family, names in stand_ins.items() for name in names}


@cache
def stand_in(family: str) -> str:
    """Return the case-folded shipped family that stands in for ``family``."""
    name = family.casefold()
    if name in _by_name():
        return _by_name()[name].casefold()
    words = _words(family)
    for rule in _data()["words"]:
        if words.intersection(rule["any"]):
            return str(rule["family"]).casefold()
    return fallback().casefold()


@cache
def scale(family: str) -> float:
    """Return how much wider the words of ``family`` are than its stand-in's."""
    scales: dict[str, float] = _data()["scales"]
    return {name.casefold(): value for name, value in scales.items()}.get(family.casefold(), 1.0)


def heavy(family: str) -> bool:
    """Say whether even the regular face of ``family`` is a bold one, by its name."""
    return not _words(family).isdisjoint(_data()["heavy"])


def _words(family: str) -> set[str]:
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", family)
    return set(re.findall(r"[a-z]+", apart.casefold()))
