"""How a made deck is checked: read in one worker, judged here, held against a fixed day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from sowhat.check import check
from sowhat.engine import judged
from sowhat.model import Customer, Deck, Fact, Readiness
from sowhat.read import read_deck
from sowhat.settings import AuditOptions
from sowhat.worker import Worker
from tests.check import proposals

TODAY = dt.date(2026, 11, 22)

Checked = Callable[..., Readiness]


@pytest.fixture(scope="session")
def reader() -> Iterator[Worker]:
    """A worker that reads all decks of these tests."""
    with Worker() as worker:
        yield worker


@pytest.fixture
def checked(reader: Worker, tmp_path: Path) -> Checked:
    """Make a proposal for Bexhill Dairies, with changes, and check it for ``customer``."""

    def run(
        *changes: proposals.Change,
        customer: tuple[str, ...] = ("Bexhill Dairies",),
        name: str = "Bexhill Dairies",
        file: str = "proposal.pptx",
        facts: Sequence[Fact] = (),
        others: Sequence[tuple[Deck, str]] = (),
    ) -> Readiness:
        path = proposals.save(tmp_path / file, name, *changes)
        audit = judged(read_deck(path, reader), AuditOptions(customer=customer, decisions=()))
        known = Customer(audit.profile.customer, tuple(facts))
        return check(audit, known, TODAY, others=others)

    return run
