"""An order of the user's own: what moves, what is cut, what that changes."""

from __future__ import annotations

import random

import pytest

from sowhat import measure
from sowhat.measure import Trial
from sowhat.model import Audit, Note, Order, Profile
from tests.measure.decks import deck_of, verdicts_of

DECK = (
    "neutral title",
    "vendor company",
    "vendor logos",
    "vendor product",
    "customer goal",
    "vendor analyst hidden",
    "neutral closing",
)


def audited(order: Order | None = None) -> Audit:
    deck, verdicts = deck_of(DECK, {}), verdicts_of(DECK)
    found = measure.measure(deck, verdicts, [()] * len(verdicts))
    return Audit(deck, Profile(), verdicts, found, (), (), "", "0", order=order or Order())


def test_slides_are_put_before_another_and_keep_their_order() -> None:
    trial = measure.today(audited())
    assert trial.put({5}, 1).slides == (1, 5, 2, 3, 4, 6, 7)
    assert trial.put({2, 5}, 7).slides == (1, 3, 4, 6, 7, 2, 5)
    assert trial.put({2, 3}, 3).slides == trial.slides
    assert trial.put({3, 1}, 5).slides == (2, 4, 5, 1, 3, 6, 7)


def test_of_equally_few_moves_what_was_moved_by_hand_is_named() -> None:
    trial = measure.today(audited())
    assert trial.put({2}, 3).moved == (2,)
    assert trial.put({3}, 1).moved == (3,)


def test_a_mark_is_set_and_taken_back() -> None:
    trial = measure.today(audited()).marked({2, 3})
    assert trial.cut == {2, 3}
    assert trial.kept == (1, 4, 5, 6, 7)
    assert trial.marked({2, 4}).cut == {2, 3, 4}
    assert trial.marked({2, 3}) == measure.today(audited())


def test_what_a_trial_changes() -> None:
    audit = audited()
    found = measure.outcome(audit, measure.today(audit).put({5}, 1).marked({2, 3}))
    assert (found.before.first_customer, found.after.first_customer) == (5, 2)
    assert (found.before.vendor_run, found.after.vendor_run) == (3, 1)
    assert found.share_before == pytest.approx(3 / 4)  # the hidden one is not counted
    assert found.share_after == pytest.approx(1 / 2)


def test_nothing_left_has_no_share() -> None:
    audit = audited()
    found = measure.outcome(audit, measure.today(audit).marked(range(1, 8)))
    assert found.share_after is None
    assert found.after.first_customer is None


def test_a_copy_is_made_in_the_order_tried() -> None:
    proposed = Order((1, 5, 2, 3, 4, 6, 7), note=Note.PROPOSED)
    audit = audited(proposed)
    assert measure.order_of(audit, measure.proposed(audit)) is proposed
    own = measure.order_of(audit, measure.today(audit).put({7}, 0).marked({2}))
    assert own.slides == (7, 1, 2, 3, 4, 5, 6)
    assert [(move.slide, move.place) for move in own.moves] == [(7, 1)]
    assert own.after.first_customer == 6
    assert not measure.order_of(audit, measure.today(audit)).changed


def test_without_a_proposal_the_deck_stands_as_it_is() -> None:
    audit = audited()
    assert measure.proposed(audit) == measure.today(audit) == Trial((1, 2, 3, 4, 5, 6, 7))


@pytest.mark.parametrize("seed", range(20))
def test_no_slide_is_lost_or_doubled_however_slides_are_moved(seed: int) -> None:
    dice = random.Random(seed)
    trial = measure.today(audited())
    for _ in range(12):
        numbers = dice.sample(range(1, 8), dice.randint(1, 4))
        trial = trial.put(numbers, dice.randint(0, 8)).marked(dice.sample(range(1, 8), 2))
        assert sorted(trial.slides) == list(range(1, 8))
        assert trial.cut <= set(trial.slides)
