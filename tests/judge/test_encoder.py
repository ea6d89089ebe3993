from __future__ import annotations

import math
from collections.abc import Sequence

import pytest

from sowhat.judge import load
from sowhat.judge.encoder import Encoder, Reading
from sowhat.judge.passages import Passage, passages
from sowhat.model import Motif, Origin, Party, Profile, Slide, Stance
from sowhat.paths import resources
from tests.decks import written

PROFILE = Profile(Party("Acme", (), Origin.GIVEN))
MODELS = resources() / "models"
MOST_BYTES = 40 * 2**20
DECK = written(
    ("Acme", "A presentation"),
    ("Our platform", "We integrate with any ERP", "Our dashboards are award-winning"),
    ("Your controllers work late", "Invoices are re-keyed by hand", "Closing takes nine days"),
    ("Half and half", "Your invoices are late", "Our platform reads them " * 30),
    ("",),
)


@pytest.fixture
def encoder() -> Encoder:
    """One that has read nothing yet."""
    return Encoder(MODELS / "encoder.onnx", MODELS / "words.json")


def near(one: Sequence[float], other: Sequence[float]) -> bool:
    return all(math.isclose(a, b, abs_tol=0.01) for a, b in zip(one, other, strict=True))


def test_a_reading_has_a_logit_for_each_stance_and_motif(encoder: Encoder) -> None:
    for reading in encoder.read(passages(DECK, PROFILE)):
        assert len(reading.stances) == len(Stance)
        assert len(reading.motifs) == len(Motif)
        assert all(map(math.isfinite, (*reading.stances, *reading.motifs)))


def test_blocks_share_the_slide(encoder: Encoder) -> None:
    for slide, reading in zip(DECK.slides, encoder.read(passages(DECK, PROFILE)), strict=True):
        owners = [one.block for one in reading.blocks]
        assert owners == [i for i, block in enumerate(slide.blocks) if block.text]
        assert all(one.share > 0 for one in reading.blocks)
        assert sum(one.share for one in reading.blocks) <= 1.001


def test_a_slide_reads_the_same_alone_and_among_others(encoder: Encoder) -> None:
    among = encoder.read(passages(DECK, PROFILE))
    for passage, reading in zip(passages(DECK, PROFILE), among, strict=True):
        (alone,) = encoder.fresh().read([passage])
        assert near(alone.stances, reading.stances)
        assert near(alone.motifs, reading.motifs)


def test_what_was_read_is_not_read_again(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    given = passages(DECK, PROFILE)
    first = encoder.read(given)

    def refuse(_: object) -> list[Reading]:
        raise AssertionError("read again")

    monkeypatch.setattr(encoder, "_read", refuse)
    assert encoder.read(given) == first
    assert encoder.read([]) == []


def test_memory_is_bounded(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sowhat.judge.encoder.MOST_KEPT", 3)
    given = passages(DECK, PROFILE)
    for start in range(len(given)):
        own: list[Passage] = given[start : start + 2]
        assert len(encoder.read(own)) == len(own)
        assert len(encoder._known) <= 3
    assert len(encoder.read(given)) == len(given)


def test_the_shipped_model_is_small_and_whole() -> None:
    assert (MODELS / "encoder.onnx").stat().st_size + (
        MODELS / "words.json"
    ).stat().st_size <= MOST_BYTES
    assert not list(MODELS.glob("*.data"))
    assert load().encoder.path == MODELS / "encoder.onnx"


def test_an_empty_slide_is_read_by_what_stands_around_it(encoder: Encoder) -> None:
    deck = written(Slide(1))
    (reading,) = encoder.read(passages(deck, PROFILE))
    assert reading.blocks == ()
