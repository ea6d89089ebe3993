"""A file of decisions, ``sowhat.decisions/1``; the short form that a person writes is read too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

from sowhat.errors import UsageError
from sowhat.model import Action, Decision, Resolution, Stance, Status

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
    advice: list[_Advice] = []
    whole: list[_Whole] = []


class _Slide(msgspec.Struct):
    number: _Number
    stance: Stance
    title: str = ""
    words: _Words | None = None
    reason: str = ""
    date: str = ""


class _Advice(msgspec.Struct):
    number: _Number
    action: Action
    status: Status
    title: str = ""
    words: _Words | None = None
    reason: str = ""
    date: str = ""


class _Whole(msgspec.Struct):
    """The word on advice that is on no slide: on another order, on a slide to write."""

    action: Action
    status: Status
    id: str = ""
    words: _Words | None = None
    reason: str = ""
    date: str = ""


class _Short(msgspec.Struct, forbid_unknown_fields=True):
    """``{"slides": {"3": {"stance": "customer", "reason": "…"}}}``."""

    slides: dict[_Number, _Entry]


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    stance: Stance
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What the user said of a deck's slides, and of the advice on it and them."""

    decisions: tuple[Decision, ...] = ()
    resolutions: tuple[Resolution, ...] = ()


def read(path: Path) -> Given:
    """Read all that a file holds; raises ``UsageError`` decisions or newer-decisions."""
    try:
        data = path.read_bytes()
        schema = msgspec.json.decode(data, type=_Head).schema
        if schema is None:
            entries = msgspec.json.decode(data, type=_Short).slides
            return Given(tuple(Decision(n, e.stance, e.reason) for n, e in entries.items()))
        if schema == SCHEMA:
            return _given(msgspec.json.decode(data, type=_File))
    except (OSError, ValueError, RecursionError, msgspec.MsgspecError) as error:
        raise UsageError("decisions", path=str(path)) from error
    newer = schema.startswith("sowhat.decisions/")
    raise UsageError("newer-decisions" if newer else "decisions", path=str(path))


def encode(
    deck: str, decisions: Sequence[Decision], resolutions: Sequence[Resolution] = ()
) -> bytes:
    """Return a file of what is decided; ``deck`` is the deck's name, without its folders."""
    slides = [
        _Slide(d.slide, d.stance, d.title, d.words, d.reason, d.date)
        for d in sorted(decisions, key=lambda d: d.slide)
    ]
    advice = [
        _Advice(r.slide, r.action, r.status, r.title, r.words, r.reason, r.date)
        for r in sorted(resolutions, key=lambda r: (r.slide, r.action))
        if r.slide
    ]
    whole = [
        _Whole(r.action, r.status, r.id, r.words, r.reason, r.date)
        for r in sorted(resolutions, key=lambda r: (r.action, r.id))
        if not r.slide
    ]
    data = msgspec.json.encode(_File(SCHEMA, deck, slides, advice, whole))
    return msgspec.json.format(data, indent=2) + b"\n"


def _given(file: _File) -> Given:
    return Given(
        tuple(
            Decision(s.number, s.stance, s.reason, s.title, s.words, s.date) for s in file.slides
        ),
        tuple(
            Resolution(a.number, a.action, a.status, a.reason, a.title, a.words, a.date)
            for a in file.advice
        )
        + tuple(
            Resolution(0, w.action, w.status, w.reason, words=w.words, date=w.date, id=w.id)
            for w in file.whole
        ),
    )
