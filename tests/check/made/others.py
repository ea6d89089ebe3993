"""The rep's other decks, and pages that name others on purpose."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.check.made import powerpoint
from tests.check.made.cast import Company, customers, data
from tests.check.made.story import Page, Spot, Teller, Told, stories, story_of, told

DAY = dt.date(2025, 4, 3)
EACH = 3  # customers whose decks the rep of a vendor has kept


def known(vendor: str, words: str = "") -> tuple[Company, ...]:
    """Return the customers for whom the vendor's rep has made decks before."""
    at = stories(words).index(_of(vendor, words))
    return customers(words)[at * EACH : (at + 1) * EACH]


def folder_for(vendor: str, folder: Path, words: str = "") -> Path:
    """Return a folder with the rep's other decks, written once."""
    own = folder / f"other decks of {vendor}"
    if not own.exists():
        own.mkdir(parents=True)
        story = story_of(_of(vendor, words), words)
        for company in known(vendor, words):
            teller = Teller(company, vendor, DAY, {})
            powerpoint.write(told(story, teller, extras=frozenset()), own)
    return own


def _of(vendor: str, words: str) -> str:
    return next(name for name in stories(words) if story_of(name, words)["vendor"] == vendor)


def pages(words: str = "") -> list[dict[str, Any]]:
    """Return the pages that name others on purpose, as their file has them."""
    found: list[dict[str, Any]] = data(f"{words}references.toml")["pages"]
    return found


def with_pages(
    plain: Told, entries: Sequence[dict[str, Any]], teller: Teller, drawn: random.Random
) -> Told:
    """Put pages into a deck at drawn places, after its cover and before its end."""
    made = list(plain.pages)
    for number, entry in enumerate(entries):
        at = drawn.randrange(1, len(made))
        made.insert(at, _page(entry, 100 + number, teller, made[1].footer))
    return replace(plain, pages=tuple(made))


def _page(entry: dict[str, Any], number: int, teller: Teller, footer: str) -> Page:
    def say(words: str) -> str:
        return teller.say(words, Spot(number, "reference"))

    return Page(
        entry["kind"],
        say(entry["title"]),
        tuple(map(say, entry.get("lines", ()))),
        tuple(tuple(map(say, row)) for row in entry.get("table", ())),
        logos=tuple(entry.get("logos", ())),
        footer=footer,
    )
