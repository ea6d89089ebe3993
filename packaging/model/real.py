"""Real decks of which is known what was left over in them.

Labelled decks lie in a folder of their own, with ``decks.jsonl`` beside them (a line a deck: its
name, its customer, what was left in it); no deck is part of the repository. Every other one, by the
order of their names, teaches the text model what is no left-over, the rest teach what all places of
a name say together.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from sowhat import language
from sowhat.check.known import Known, known
from sowhat.check.lines import Readings
from sowhat.check.passages import Passage, passages
from sowhat.engine import audit
from sowhat.judge.whose import Line
from sowhat.model import Audit, Customer, Origin, Party
from sowhat.settings import AuditOptions

NOBODY = "Zyxqoria Holding"  # for whom decks are that are for nobody

Spans = tuple[tuple[int, int], ...]


class Real(NamedTuple):
    """An audited deck, as its check reads it; ``wrong`` was left over in it."""

    name: str
    audit: Audit
    known: Known
    stream: tuple[Passage, ...]
    wrong: tuple[str, ...]


class Slide(NamedTuple):
    """A slide's lines with the characters that were left over; ``clean`` where nothing was in the
    whole deck."""

    lines: list[tuple[Line, Spans]]
    clean: bool


def decks(folder: Path, first: int) -> Iterator[Real]:
    """Yield every other labelled deck, from the ``first`` on."""
    language.load()
    told = map(json.loads, (folder / "decks.jsonl").read_text(encoding="utf-8").splitlines())
    labels = {one["deck"]: one for one in told}
    for path in sorted((folder / "decks").iterdir())[first::2]:
        label = labels[path.stem]
        name = label["customer"] or NOBODY
        audited = audit(path, AuditOptions(customer=(name,), decisions=(), pictures=False))
        stream = passages(audited.deck)
        who = known(audited, Customer(Party(name, (), Origin.GIVEN)), stream)
        yield Real(path.stem, audited, who, stream, tuple(label["wrong_names"]))


def slides(folder: Path) -> Iterator[Slide]:
    """Yield the slides that teach the text model."""
    for deck in decks(folder, 0):
        yield from _slides(deck)


def _slides(deck: Real) -> Iterator[Slide]:
    readings = Readings(deck.audit, deck.known, deck.stream)
    names = _pattern(deck.wrong)
    for _, group in groupby(deck.stream, key=lambda passage: passage.slide):
        lines = [readings.line(passage) for passage in group]
        told = [(line, tuple(m.span() for m in names.finditer(line.text))) for line in lines]
        yield Slide(told, clean=not deck.wrong)


def _pattern(wrong: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, wrong)) or r"(?!)", re.IGNORECASE)
