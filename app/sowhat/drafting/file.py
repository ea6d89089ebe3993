"""Drafts in a file, ``sowhat.draft/1``: what a command made, and what other commands take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from msgspec import Struct

from sowhat.errors import EndpointError, UsageError
from sowhat.model import Audit, MachineDraft
from sowhat.settings import Endpoint
from sowhat.texts import error_text

SCHEMA = "sowhat.draft/1"


@dataclass(frozen=True, slots=True)
class Drafted:
    """What came of one slide: the model's draft, or why there is none and the offline one stays.

    ``words`` is the digest of the slide's words.
    """

    slide: int
    words: str
    offline: str | None
    draft: MachineDraft | None = None
    problem: EndpointError | None = None


class _Slide(Struct):
    number: int
    words: str
    draft: str | None
    drafted_by: str | None
    offline: str | None = None
    reason: str | None = None
    problem: str | None = None


class _Deck(Struct):
    path: str
    sha256: str


class _File(Struct):
    schema: str
    deck: _Deck
    endpoint: str
    model: str
    masked: bool
    slides: list[_Slide]


def encode(audit: Audit, endpoint: Endpoint, done: Sequence[Drafted]) -> bytes:
    """Return a file of what came of the slides.

    ``draft`` is the one that holds: the model's, which ``drafted_by`` names, else the offline one.
    The key is never in it.
    """
    deck = _Deck(audit.deck.path, audit.deck.sha256)
    rows = [_row(one) for one in done]
    whole = _File(SCHEMA, deck, endpoint.address, endpoint.model, endpoint.mask, rows)
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def load(path: Path) -> tuple[MachineDraft, ...]:
    """Read the drafts of a model from a file; raises ``UsageError`` drafts."""
    try:
        file = msgspec.json.decode(path.read_bytes(), type=_File)
    except (OSError, ValueError, RecursionError, msgspec.MsgspecError) as error:
        raise UsageError("drafts", path=str(path)) from error
    if file.schema != SCHEMA or not all(map(_plain, file.slides)):
        raise UsageError("drafts", path=str(path))
    return tuple(
        MachineDraft(one.number, one.draft, one.drafted_by, one.words)
        for one in file.slides
        if one.draft and one.drafted_by
    )


def _plain(one: _Slide) -> bool:
    """Say whether nothing in a draft steers a terminal: the file may be anybody's."""
    return all(map(str.isprintable, (one.drafted_by or "", *(one.draft or "").split("\n"))))


def _row(one: Drafted) -> _Slide:
    if one.draft is not None:
        return _Slide(one.slide, one.words, one.draft.text, one.draft.model, one.offline)
    reason, said = (one.problem.reason, error_text(one.problem)) if one.problem else (None, None)
    return _Slide(one.slide, one.words, one.offline, None, one.offline, reason, said)
