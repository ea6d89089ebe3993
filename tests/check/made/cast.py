"""The made-up companies, and how their names are written."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SPLIT = "\ue000"  # in a text: another run begins here


class Form(StrEnum):
    """How a name is written."""

    SHORT = "short"
    FULL = "full"
    UPPER = "upper"
    SPLIT = "split"
    ABBREVIATION = "abbreviation"


@dataclass(frozen=True, slots=True)
class Company:
    """A customer, with what a deck that is written for it says of it."""

    short: str
    full: str
    abbreviation: str
    domain: str
    city: str
    money: str
    sector: str
    sites: str
    folk: str
    people: tuple[str, str]

    @property
    def slug(self) -> str:
        """Return the name as addresses have it."""
        return re.sub(r"\W+", "-", self.short).lower()

    @property
    def mail(self) -> str:
        """Return the address of the second person."""
        plain = unicodedata.normalize("NFKD", self.people[1]).encode("ascii", "ignore").decode()
        first, last = plain.lower().split()
        return f"{first[0]}.{last}@{self.domain}"

    def written(self, form: Form) -> str:
        """Return the name in a form; ``SPLIT`` stands where its runs part."""
        match form:
            case Form.FULL:
                return self.full
            case Form.UPPER:
                return self.short.upper()
            case Form.ABBREVIATION:
                return self.abbreviation
            case Form.SPLIT:
                half = len(self.short) // 2
                return f"{self.short[:half]}{SPLIT}{self.short[half:]}"
            case _:
                return self.short


@cache
def customers(words: str = "") -> tuple[Company, ...]:
    """Return all customers of one set of words; the first has dairies, the sample's trade."""
    return tuple(
        Company(**{**entry, "people": tuple(entry["people"])})
        for entry in data(f"{words}cast.toml")["customers"]
    )


@cache
def data(name: str) -> dict[str, Any]:
    """Return what a file beside this one holds."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))
