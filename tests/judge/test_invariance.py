"""A slide's stance stays under other names, order, words, case and file; its subject turns it.

The slides were written after the training text was frozen, and without it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sowhat import judge, language, signs
from sowhat.model import Deck, Profile, Stance
from sowhat.read import read_deck
from sowhat.worker import Worker
from tests.benchmarks.laid import facts, laid_out
from tests.benchmarks.written import WrittenDeck, read_written
from tests.judge.variants import renamed, reordered, save_pdf, save_pptx, shouted

FOLDER = Path(__file__).parent / "invariance"
KEPT = 0.95
TURNED = 0.9

Stances = list[Stance]


def stances(deck: Deck, profile: Profile) -> Stances:
    found = signs.find(deck, language.parse(deck), profile)
    return [verdict.stance for verdict in judge.judge(deck, profile, found)]


def laid(deck: WrittenDeck) -> Stances:
    return stances(laid_out(deck), facts(deck))


def kept(before: list[Stances], after: list[Stances]) -> float:
    pairs = [
        (one, other)
        for first, second in zip(before, after, strict=True)
        for one, other in zip(first, second, strict=True)
    ]
    return sum(one is other for one, other in pairs) / len(pairs)


@pytest.fixture(scope="module")
def decks() -> list[WrittenDeck]:
    return [deck for deck in read_written(FOLDER) if deck.batch == "decks"]


@pytest.fixture(scope="module")
def before(decks: list[WrittenDeck]) -> list[Stances]:
    return list(map(laid, decks))


@pytest.mark.parametrize("change", [renamed, reordered, shouted])
def test_the_stance_stays(
    decks: list[WrittenDeck], before: list[Stances], change: Callable[[WrittenDeck], WrittenDeck]
) -> None:
    assert kept(before, [laid(change(deck)) for deck in decks]) >= KEPT


def test_the_stance_stays_in_other_words(before: list[Stances]) -> None:
    assert kept(before, list(map(laid, read_written(FOLDER, "synonyms")))) >= KEPT


def test_the_stance_stays_in_another_file(decks: list[WrittenDeck], tmp_path: Path) -> None:
    verdicts = {}
    with Worker() as worker:
        for save, ending in ((save_pptx, "pptx"), (save_pdf, "pdf")):
            paths = [save(deck, tmp_path / f"{deck.id}.{ending}") for deck in decks]
            read = [read_deck(path, worker) for path in paths]
            verdicts[ending] = [
                stances(one, facts(deck)) for one, deck in zip(read, decks, strict=True)
            ]
    assert kept(verdicts["pptx"], verdicts["pdf"]) >= KEPT


def test_the_stance_turns_with_the_subject() -> None:
    turned = [deck for deck in read_written(FOLDER) if deck.batch == "turned"]
    said = {deck.id: laid(deck)[1:] for deck in turned}
    ours = [stance for name, found in said.items() if "platform" in name for stance in found]
    theirs = [stance for name, found in said.items() if "team" in name for stance in found]
    assert len(ours) == len(theirs) == 40
    right = [
        one is Stance.VENDOR and other is Stance.CUSTOMER
        for one, other in zip(ours, theirs, strict=True)
    ]
    assert sum(right) / len(right) >= TURNED
