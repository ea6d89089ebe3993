"""How right the judge is, as it was measured."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from sowhat.paths import resources


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What was measured and how; a row of ``figures`` has a name and a value for each column."""

    intro: str
    columns: tuple[str, ...]
    figures: tuple[tuple[str, ...], ...]
    caveats: str


@cache
def load_accuracy() -> Accuracy:
    """Return the figures that are published with this version."""
    data = tomllib.loads((resources() / "accuracy.toml").read_text(encoding="utf-8"))
    return Accuracy(
        " ".join(data["intro"].split()),
        tuple(data["columns"]),
        tuple(tuple(row) for row in data["figures"]),
        " ".join(data["caveats"].split()),
    )
