"""The made set itself: what is expected of a deck is really in its file, and nothing else is."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from sowhat.read import read_deck
from sowhat.worker import Worker
from tests.check.made.cast import customers
from tests.check.made.draw import APART, FORMS, SOFT, Draft, apart, drafts, written
from tests.check.made.samples import cases as sample_cases

LEAST = 120  # decks
DRAFTS = drafts()
PACKED = [draft for draft in DRAFTS if not draft.portable]


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker() as one:
        yield one


def everything(path: Path) -> str:
    """Return a file's name and all that its parts hold, workbooks within unpacked."""
    return path.name + "".join(_parts(path.read_bytes()))


def _parts(data: bytes) -> list[str]:
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            packed = name.endswith(".xlsx")
            found += _parts(part) if packed else [part.decode("utf-8", "replace")]
    return found


def test_a_third_names_others_on_purpose_and_halves_hold_all_sorts() -> None:
    groups = Counter(draft.group for draft in DRAFTS)
    assert len(DRAFTS) >= LEAST
    assert groups["reference"] * 3 >= len(DRAFTS)
    for half in "AB":
        own = [draft for draft in DRAFTS if draft.half == half]
        assert {draft.group for draft in own} == set(groups)
        assert abs(len(own) - len(DRAFTS) / 2) <= len(groups)
    tried = {expected.sort.split()[0] for draft in DRAFTS for expected in draft.expected}
    assert tried >= {*FORMS, *SOFT} | {"name", "amount", "empty", "sample"}


@pytest.mark.parametrize("draft", PACKED[:: len(PACKED) // 12], ids=lambda draft: draft.name)
def test_what_is_expected_is_in_the_file(draft: Draft, tmp_path: Path) -> None:
    case = written(draft, tmp_path)
    there = everything(case.deck).replace("</a:t></a:r><a:r>", "")
    for expected in case.expected:
        if "logo" not in expected.sort:
            half = expected.text[: len(expected.text) // 2]
            assert half.replace("<", "&lt;").replace(">", "&gt;") in there
    if case.group != "leftover":
        others = [c.short for c in customers() if c.short != case.customer[0]]
        assert [name for name in others if name in there] == []


@pytest.mark.parametrize("half", APART)
def test_a_further_half_has_words_of_its_own(half: str) -> None:
    made = apart(half)
    groups = Counter(draft.group for draft in made)
    assert len(made) >= 60
    assert groups["reference"] * 3.3 >= len(made)
    assert not {c.short for c in customers()} & {c.short for c in customers(APART[half])}
    tried = {expected.sort.split()[0] for draft in made for expected in draft.expected}
    assert tried >= {*FORMS, *SOFT} | {"name", "amount", "empty", "sample"}


def test_an_export_and_a_sample_read_as_they_should(tmp_path: Path, worker: Worker) -> None:
    portable = next(d for d in DRAFTS if d.portable and d.name.startswith("leftover-title"))
    case = written(portable, tmp_path)
    deck = read_deck(case.deck, worker)
    (first, *_) = case.expected
    assert first.text in deck.slides[(first.slide or 0) - 1].title
    swap = next(sample_cases(tmp_path))
    (left,) = swap.expected
    deck = read_deck(swap.deck, worker)
    named = [s.number for s in deck.slides if any("Ellermoor" in b.text for b in s.blocks)]
    assert named == [left.slide]
