"""Finding the face for a family that a deck names."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from sowhat.fonts import stock, system, tables
from sowhat.fonts.face import Face, nearest
from sowhat.model import Gap


@cache
def find(family: str, *, bold: bool = False, italic: bool = False) -> Face:
    """Return the face to set ``family`` in: shipped, the system's, else a shipped stand-in."""
    given = family.strip()
    name = given.casefold()
    own = stock.families().get(name) or system.families().get(name)
    if own:
        return nearest(own, bold=bold, italic=italic)
    other = stock.families()[stock.stand_in(given)]
    face = nearest(other, bold=bold or stock.heavy(given), italic=italic)
    return replace(face, stand_in=True, scale=stock.scale(given))


def gaps(families: Iterable[str]) -> tuple[Gap, ...]:
    """Return a gap for each family that is not here, in the order given and once each.

    References to a theme's font (``+mn-lt``) and empty names are no families.
    """
    named: dict[str, str] = {}
    for name in families:
        named.setdefault(name.strip().casefold(), name.strip())
    missing = (name for key, name in named.items() if key and key[0] != "+" and find(key).stand_in)
    return tuple(Gap("font", detail=name) for name in missing)


@cache
def covering(character: str) -> Face | None:
    """Return a plain face that has ``character``, None where there is none at hand."""
    for name in stock.covering_families():
        own = stock.families().get(name) or system.families().get(name)
        if own:
            face = nearest(own, bold=False, italic=False)
            with contextlib.suppress(Exception):  # a system's font may be of any sort
                if tables.has(face, character):
                    return face
    return None


def draws(face: Face, characters: str) -> bool:
    """Say whether ``face`` has all ``characters`` in plain outlines."""
    with contextlib.suppress(Exception):  # a system's font may be of any sort
        return all(tables.has(face, character) for character in characters)
    return False
