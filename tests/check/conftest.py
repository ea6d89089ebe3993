"""How a made deck is checked: read in one worker, judged here, held against a fixed day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from sowhat.check import check
from sowhat.engine import judged
from sowhat.model import Audit, Block, Box, Customer, Deck, Fact, Readiness, Role
from sowhat.read import read_deck
from sowhat.settings import AuditOptions
from sowhat.worker import Worker
from tests.check import proposals

TODAY = dt.date(2026, 11, 22)

NAME = "Bexhill Dairies"
PLACE = Box(0.1, 0.7, 0.6, 0.75)

Checked = Callable[..., Readiness]
Said = Callable[[int, str], Readiness]


@pytest.fixture(scope="session")
def reader() -> Iterator[Worker]:
    """A worker that reads all decks of these tests."""
    with Worker() as worker:
        yield worker


@pytest.fixture(scope="session")
def proposal(reader: Worker, tmp_path_factory: pytest.TempPathFactory) -> Audit:
    """Return the audit of a proposal for Bexhill Dairies as it should be."""
    path = proposals.save(tmp_path_factory.mktemp("proposal") / "proposal.pptx", NAME)
    return judged(read_deck(path, reader), AuditOptions(customer=(NAME,), decisions=()))


@pytest.fixture
def said(proposal: Audit) -> Said:
    """Check the proposal with one more line on a slide; what the slide is about stays."""

    def run(number: int, line: str) -> Readiness:
        slides = list(proposal.deck.slides)
        slide = slides[number - 1]
        blocks = (*slide.blocks, Block(line, Role.BODY, PLACE))
        slides[number - 1] = replace(slide, blocks=blocks)
        audit = replace(proposal, deck=replace(proposal.deck, slides=tuple(slides)))
        return check(audit, Customer(audit.profile.customer), TODAY)

    return run


@pytest.fixture
def checked(reader: Worker, tmp_path: Path) -> Checked:
    """Make a proposal for Bexhill Dairies, with changes, and check it for ``customer``."""

    def run(
        *changes: proposals.Change,
        customer: tuple[str, ...] = (NAME,),
        name: str = NAME,
        file: str = "proposal.pptx",
        facts: Sequence[Fact] = (),
        others: Sequence[tuple[Deck, str]] = (),
    ) -> Readiness:
        path = proposals.save(tmp_path / file, name, *changes)
        audit = judged(read_deck(path, reader), AuditOptions(customer=customer, decisions=()))
        known = Customer(audit.profile.customer, tuple(facts))
        return check(audit, known, TODAY, others=others)

    return run
