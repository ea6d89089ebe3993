"""The program's sentences, which live in ``resources/texts/en.toml`` and exist once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from sowhat.errors import SowhatError
from sowhat.paths import resources

if TYPE_CHECKING:
    from sowhat.model import Gap

# Controls, ends of lines, and the signs that tell in which direction words are shown.
_STEERING = r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"


@cache
def _all() -> Mapping[str, Any]:
    import tomllib  # the window can be painted without a sentence

    return tomllib.loads((resources() / "texts" / "en.toml").read_text(encoding="utf-8"))


def load() -> None:
    """Read the sentences now, so that the first need not wait for them."""
    _all()


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
    said = str(entry)
    return said.format(**{key: _fitted(value, key, said) for key, value in values.items()})


def _fitted(value: object, key: str, said: str) -> object:
    """Return a value as it can stand in a sentence: a path by ``named``, and without the full stop
    that the sentence sets behind it: "Globex Co."."""
    shown = named(value) if isinstance(value, PurePath) else value
    ends = isinstance(shown, str) and shown.endswith(".") and not shown.endswith("..")
    return str(shown)[:-1] if ends and f"{{{key}}}." in said else shown


def percent(share: float) -> str:
    """Return a share from 0 to 1 as whole per cents."""
    return f"{share:.0%}"


def named(words: object) -> str:
    """Return a file's name, or what else a stranger chose, as it can stand in a sentence.

    It neither ends the line nor turns what follows round, so that nothing can be made to look like
    something else; what would is shown as a sign of its own.
    """
    return re.sub(_STEERING, "\N{REPLACEMENT CHARACTER}", str(words))


def error_text(error: SowhatError) -> str:
    """Return what happened and what to do, in plain words."""
    entry = _all()["errors"][error.reason]
    given = {key: named(value) for key, value in error.values.items()}
    values = {"path": "", "detail": "", **given}
    return f"{entry['what']} {entry['do']}".format(**values).strip()


def named_properties() -> Mapping[str, str]:
    """Return what people call a file's properties, by their names in the file."""
    found: dict[str, str] = _all()["copy"]["properties"]
    return found


def gap_text(gap: Gap) -> str:
    """Return the sentence for something that could not be read."""
    sentence = text(f"gaps.{gap.id}", detail=named(gap.detail))
    return text("gaps.on-slide", slide=gap.slide, sentence=sentence) if gap.slide else sentence
