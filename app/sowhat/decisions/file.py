"""A file of decisions, ``sowhat.decisions/1``; the short form that a person writes is read too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec

from sowhat.errors import UsageError
from sowhat.model import Decision, Stance

SCHEMA = "sowhat.decisions/1"
_Number = Annotated[int, msgspec.Meta(ge=1)]
_Words = Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{32})?$")]


class _Head(msgspec.Struct):
    schema: str | None = None


class _File(msgspec.Struct):
    """What the program writes; a later one may add fields."""

    schema: str
    deck: str
    slides: list[_Slide]


class _Slide(msgspec.Struct):
    number: _Number
    stance: Stance
    title: str = ""
    words: _Words | None = None
    reason: str = ""
    date: str = ""


class _Short(msgspec.Struct, forbid_unknown_fields=True):
    """``{"slides": {"3": {"stance": "customer", "reason": "…"}}}``."""

    slides: dict[_Number, _Entry]


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    stance: Stance
    reason: str = ""


def load(path: Path) -> tuple[Decision, ...]:
    """Read decisions from a file; raises ``UsageError`` decisions or newer-decisions."""
    try:
        data = path.read_bytes()
        schema = msgspec.json.decode(data, type=_Head).schema
        if schema is None:
            entries = msgspec.json.decode(data, type=_Short).slides
            return tuple(Decision(n, e.stance, e.reason) for n, e in entries.items())
        if schema == SCHEMA:
            slides = msgspec.json.decode(data, type=_File).slides
            return tuple(
                Decision(s.number, s.stance, s.reason, s.title, s.words, s.date) for s in slides
            )
    except (OSError, ValueError, RecursionError, msgspec.MsgspecError) as error:
        raise UsageError("decisions", path=str(path)) from error
    newer = schema.startswith("sowhat.decisions/")
    raise UsageError("newer-decisions" if newer else "decisions", path=str(path))


def encode(deck: str, decisions: Sequence[Decision]) -> bytes:
    """Return a file of ``decisions``; ``deck`` is the deck's name, without its folders."""
    slides = [
        _Slide(d.slide, d.stance, d.title, d.words, d.reason, d.date)
        for d in sorted(decisions, key=lambda d: d.slide)
    ]
    data = msgspec.json.encode(_File(SCHEMA, deck, slides))
    return msgspec.json.format(data, indent=2) + b"\n"
