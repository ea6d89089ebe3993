"""Made masters and what reps made of them: what changed, what is gone, which facts are told."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sowhat.check import check
from sowhat.compare import compare
from sowhat.engine import judged
from sowhat.model import Audit, Customer, Readiness
from sowhat.read import read_deck
from sowhat.settings import AuditOptions
from sowhat.worker import Worker
from tests.check.made.masters import Customised, customised
from tests.check.made.story import stories


def audited(path: Path, reader: Worker, *customer: str) -> Audit:
    return judged(read_deck(path, reader), AuditOptions(customer=customer, decisions=()))


def checked(made: Customised, reader: Worker) -> Readiness:
    names = (made.company.short, made.company.full)
    deck = audited(made.deck, reader, *names)
    known = Customer(deck.profile.customer, (*made.found, *made.missing))
    changes = compare(audited(made.master, reader), deck)
    return check(deck, known, dt.date(2026, 11, 22), comparison=changes)


@pytest.mark.parametrize(("at", "story"), list(enumerate(stories())))
def test_a_customised_master_is_told_from_a_name_put_in(
    at: int, story: str, reader: Worker, tmp_path: Path
) -> None:
    made = customised(story, at + 2, tmp_path)
    found = checked(made, reader)
    assert found.customising is not None
    assert found.customising.real == made.real
    assert found.customising.dropped == found.customising.required == made.dropped
    assert len(found.customising.swapped) >= 3
    assert set(found.about.found) == set(made.found)
    assert set(found.about.missing) == set(made.missing)
