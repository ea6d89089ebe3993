"""What the benchmark's scores count: decks long enough, decided slides, motifs and confusions."""

from __future__ import annotations

import pytest

from sowhat.model import Motif, Stance
from tests.benchmarks.corpus import Label
from tests.benchmarks.scoring import (
    WATCHED,
    Judged,
    Rows,
    accuracy,
    bounds,
    confusions,
    decided,
    decided_accuracy,
    decided_share,
    estimate,
    misjudged,
    motif_estimates,
    motif_f1,
    share_error,
)

LETTERS = {stance.value[0]: stance for stance in Stance}


def judged(deck: str, truth: str, said: str, unsure: str = "") -> list[Judged]:
    """Return verdicts from letters, a slide each; ``unsure`` are the numbers of unsure slides."""
    return [
        Judged(
            deck,
            Label(number, LETTERS[true], (), sure=True),
            LETTERS[guess],
            (),
            unsure=str(number) in unsure,
        )
        for number, (true, guess) in enumerate(zip(truth, said, strict=True), 1)
    ]


def with_motifs(deck: str, truth: Motif, said: Motif) -> Judged:
    label = Label(1, Stance.VENDOR, (truth,), sure=True)
    return Judged(deck, label, Stance.VENDOR, (said,), unsure=False)


def test_a_share_is_of_best_guesses_those_of_unsure_slides_too() -> None:
    assert share_error(judged("a", "vvvvc", "vvvcc")) == pytest.approx(0.2)
    assert share_error(judged("a", "vvvvc", "vvvcc", unsure="45")) == pytest.approx(0.2)
    assert share_error(judged("a", "vvvvc", "vvvvm", unsure="12345")) == pytest.approx(0.1)


def test_decks_are_long_enough_by_their_labels_and_not_by_the_guesses() -> None:
    long, short = judged("a", "vvvvvnn", "vvvvvnn"), judged("b", "vvvvnnn", "ccccccc")
    assert share_error([*long, *short]) == 0.0
    assert share_error(judged("a", "vvvvvnn", "cnnnnnn")) == 1.0


def test_each_deck_counts_once_however_long() -> None:
    wrong, right = judged("a", "vvvvv", "ccccc"), judged("b", "v" * 45, "v" * 45)
    assert share_error([*wrong, *right]) == pytest.approx(0.5)


def test_a_deck_without_a_guessed_share_is_all_wrong() -> None:
    assert share_error(judged("a", "cccvv", "nnnnn")) == 1.0


def test_a_short_deck_that_is_drawn_twice_stays_short() -> None:
    rows = [*judged("a", "vvv", "ccc"), *judged("b", "vvv", "ccc")]
    assert bounds(rows, share_error) == (0.0, 0.0)


def test_a_deck_that_is_drawn_twice_weighs_twice() -> None:
    rows = [*judged("a", "vvvvv", "ccccc"), *judged("b", "vvvvv", "vvvvv")]
    rows += judged("c", "vvvvv", "vvvvv")
    seen: set[float] = set()

    def noted(drawn: Rows) -> float:
        seen.add(round(share_error(drawn), 2))
        return 0.0

    bounds(rows, noted)
    assert seen == {0.0, 0.33, 0.67, 1.0}


def test_bounds_lie_around_the_score() -> None:
    rows = [
        row
        for number in range(20)
        for row in judged(f"deck {number}", "vvcc", "vvcv" if number % 3 else "cccc")
    ]
    value, low, high = estimate(rows, accuracy)
    assert (value, (low, high)) == (accuracy(rows), bounds(rows, accuracy))
    assert low < value < high


def test_decided_slides_and_their_accuracy() -> None:
    rows = judged("a", "vvcn", "vccv", unsure="24")
    assert decided(rows) == (0.5, 1.0)
    assert (accuracy(rows), decided_share(rows), decided_accuracy(rows)) == (0.5, 0.5, 1.0)


def test_nothing_decided_is_nothing_right() -> None:
    rows = judged("a", "vv", "vv", unsure="12")
    assert decided(rows) == (0.0, 0.0)
    assert bounds(rows, decided_accuracy) == (0.0, 0.0)


def test_motifs_are_scored_one_by_one() -> None:
    rows = [
        with_motifs("a", Motif.PRAISE, Motif.PRAISE),
        with_motifs("b", Motif.PRAISE, Motif.PRODUCT),
        with_motifs("c", Motif.PRODUCT, Motif.PRODUCT),
        with_motifs("d", Motif.PROBLEM, Motif.PROBLEM),
    ]
    assert motif_f1(Motif.PRAISE)(rows) == pytest.approx(2 / 3)
    found = motif_estimates(rows)
    assert list(found) == list(WATCHED)
    assert found[Motif.COMPANY] == (0.0, 0.0, 0.0)
    assert found[Motif.PROBLEM].value == 1.0
    assert list(motif_estimates(rows, [Motif.GOAL])) == [Motif.GOAL]


def test_confusions_come_by_count_with_their_slides_in_order() -> None:
    rows = [*judged("b", "vvn", "vcv"), *judged("a", "c" * 10 + "v", "c" + "v" * 9 + "c")]
    assert [(c.truth, c.said, len(c.slides)) for c in confusions(rows)] == [
        (Stance.CUSTOMER, Stance.VENDOR, 9),
        (Stance.VENDOR, Stance.CUSTOMER, 2),
        (Stance.NEUTRAL, Stance.VENDOR, 1),
    ]
    assert confusions(rows)[0].slides == [f"a {number}" for number in range(2, 11)]
    assert confusions(rows)[1].slides == ["a 11", "b 2"]
    assert confusions(judged("a", "vc", "vc")) == []


def test_slides_that_are_misjudged_are_named() -> None:
    rows = [
        with_motifs("a", Motif.LOGOS, Motif.LOGOS),
        with_motifs("b", Motif.LOGOS, Motif.PRAISE),
        with_motifs("c", Motif.PRAISE, Motif.LOGOS),
    ]
    assert misjudged(rows, Motif.LOGOS) == (["b 1"], ["c 1"])
