"""The program's sentences, which live in ``resources/texts/en.toml`` and exist once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from sowhat.errors import SowhatError
from sowhat.model import Gap
from sowhat.paths import resources


@cache
def _all() -> Mapping[str, Any]:
    return tomllib.loads((resources() / "texts" / "en.toml").read_text(encoding="utf-8"))


def text(key: str, /, **values: object) -> str:
    """Return the sentence at dotted ``key`` with its blanks filled.

    A sentence given as a table of ``one`` and ``many`` is chosen by the value ``n``.
    Raises ``KeyError`` for an unknown key or an unfilled blank.
    """
    entry: Any = _all()
    for part in key.split("."):
        entry = entry[part]
    if isinstance(entry, dict):
        entry = entry["one" if values.get("n") == 1 else "many"]
    return str(entry).format(**values)


def error_text(error: SowhatError) -> str:
    """Return what happened and what to do, in plain words."""
    entry = _all()["errors"][error.reason]
    values = {"path": "", "detail": "", **error.values}
    return f"{entry['what']} {entry['do']}".format(**values).strip()


def gap_text(gap: Gap) -> str:
    """Return the sentence for something that could not be read."""
    sentence = text(f"gaps.{gap.id}", detail=gap.detail)
    return text("gaps.on-slide", slide=gap.slide, sentence=sentence) if gap.slide else sentence
