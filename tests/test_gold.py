"""What the gold benchmark refuses, and how it fits: on made decks."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from sowhat.judge import NAMES
from sowhat.judge.encoder import BlockReading, Reading
from sowhat.model import Block, Box, Deck, DeckKind, Motif, Profile, Role, Slide, Stance
from tests.benchmarks.corpus import FOLDS, Corpus, Entry, Label
from tests.benchmarks.fitting import fit
from tests.benchmarks.gold import SEEN, beside, digest, refuse_seen
from tests.benchmarks.scoring import Judged, accuracy

STANCES = list(Stance)
MAIN = {
    Stance.VENDOR: Motif.PRODUCT,
    Stance.CUSTOMER: Motif.PROBLEM,
    Stance.MIXED: Motif.PRODUCT,
    Stance.NEUTRAL: Motif.REFERENCE,
}
SLIDES, FAMILIES = 8, 15


def entry(family: int, chance: random.Random) -> Entry:
    labels, slides = {}, []
    for number in range(1, SLIDES + 1):
        stance = chance.choice(STANCES)
        labels[number] = Label(number, stance, (MAIN[stance],), sure=True)
        block = Block("Ships wait", Role.BODY, Box(0, 0, 1, 1))
        slides.append(Slide(number, "", (block,)))
    deck = Deck("deck.pptx", f"{family:064}", DeckKind.PPTX, 720, 405, tuple(slides))
    name = f"family {family}"
    return Entry(name, name, deck, Profile(), ((),) * SLIDES, labels, None, None)


def reading(stance: Stance, chance: random.Random) -> Reading:
    """Tell the stance rightly in nine of ten slides."""
    told = stance if chance.random() < 0.9 else chance.choice(STANCES)
    logits = tuple(3.0 * (one is told) + chance.gauss(0, 0.5) for one in STANCES)
    motifs = tuple(4.0 * (motif is MAIN[told]) - 2.0 for motif in Motif)
    return Reading(logits, motifs, (BlockReading(0, 1.0, logits),))


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    chance = random.Random(4)
    return Corpus(tuple(entry(family, chance) for family in range(FAMILIES)), frozenset())


@pytest.fixture(scope="module")
def readings(corpus: Corpus) -> dict[str, list[Reading]]:
    chance = random.Random(5)
    return {
        one.id: [reading(one.labels[n + 1].stance, chance) for n in range(SLIDES)]
        for one in corpus.entries
    }


def judged(
    corpus: Corpus, readings: dict[str, list[Reading]], without: frozenset[str] = frozenset()
) -> list[Judged]:
    rows: list[Judged] = []
    for fold in range(FOLDS):
        families = corpus.families_of([fold])
        weights = fit(corpus.without(families), readings, without).weights()
        for one in corpus.only(families).entries:
            rows += beside(one, readings[one.id], weights)
    return rows


def test_each_family_is_in_one_fold(corpus: Corpus) -> None:
    assert len(corpus.folds) == FOLDS
    assert sorted(name for fold in corpus.folds for name in fold) == corpus.families
    slides = [len(corpus.only(fold).rows) for fold in corpus.folds]
    assert max(slides) - min(slides) <= SLIDES


def test_what_the_text_model_tells_is_learnt(
    corpus: Corpus, readings: dict[str, list[Reading]]
) -> None:
    rows = judged(corpus, readings)
    assert len(rows) == SLIDES * FAMILIES
    assert accuracy(rows) > 0.8
    model = frozenset(n for n in NAMES if n.startswith("logit ") or "reads " in n)
    assert accuracy(judged(corpus, readings, model)) < 0.5


def test_enough_slides_are_decided(corpus: Corpus, readings: dict[str, list[Reading]]) -> None:
    fitted = fit(corpus, readings)
    assert 0.25 <= fitted.sure < 1
    assert fitted.temperature > 0
    rows = [
        row for one in corpus.entries for row in beside(one, readings[one.id], fitted.weights())
    ]
    sure = [row for row in rows if not row.unsure]
    assert len(sure) / len(rows) >= 0.5
    assert accuracy(sure) > accuracy(rows)


def test_the_same_decks_give_the_same_weights(
    corpus: Corpus, readings: dict[str, list[Reading]]
) -> None:
    assert fit(corpus, readings).plain() == fit(corpus, readings).plain()


def test_decks_that_the_shipped_model_learnt_from_are_refused(
    corpus: Corpus, tmp_path: Path
) -> None:
    card = tmp_path / "seen.json"
    card.write_text(json.dumps({"decks": [corpus.entries[3].deck.sha256], "families": []}))
    with pytest.raises(SystemExit, match="has seen 1 of these decks"):
        refuse_seen(corpus, card)
    refuse_seen(corpus.without(["family 3"]), card)


def test_so_are_other_decks_of_their_families(corpus: Corpus, tmp_path: Path) -> None:
    card = tmp_path / "seen.json"
    card.write_text(json.dumps({"decks": [], "families": [digest("family 2")]}))
    with pytest.raises(SystemExit, match="family 2"):
        refuse_seen(corpus, card)
    renamed = replace(corpus.entries[2], family="another")
    refuse_seen(Corpus((renamed,), frozenset()), card)


def test_the_card_lists_what_the_shipped_model_saw() -> None:
    seen = json.loads(SEEN.read_text(encoding="utf-8"))
    assert len(seen["decks"]) == len(set(seen["decks"])) >= 78
    assert all(len(one) == 64 for one in (*seen["decks"], *seen["families"]))
