"""What is read of a name and what stands around it, beside what rules say."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from sowhat.check import seats
from sowhat.check.names import Name, Strength
from sowhat.check.parts import Part
from sowhat.check.passages import Passage
from sowhat.check.suspects import ALONE, LEAST, LISTED, Mention, Suspect
from sowhat.judge.whose import Whose
from sowhat.model import Where

NAME = Name("Ovenmark", 0, 8, Strength.UNKNOWN)


def read(whose: Whose, chance: float = 0.9) -> NDArray[np.float32]:
    found = np.full(len(Whose), (1 - chance) / (len(Whose) - 1), np.float32)
    found[whose] = chance
    return found


def suspect(
    *told: tuple[Part, float, Whose], place: bool = False, label: bool = False, rule: str = ""
) -> Suspect:
    mentions = [
        Mention(Passage("Ovenmark 1,850", Where.BODY, slide), NAME, part, seat, read(whose))
        for slide, (part, seat, whose) in enumerate(told, start=2)
    ]
    return Suspect(mentions, place=place, label=label, rule=rule)


def test_what_is_read_tells_what_no_rule_tells_where_it_is_sure() -> None:
    sure = suspect((Part.LOOSE, 3.0, Whose.CUSTOMER))
    assert sure.chance() >= ALONE
    assert not sure.ruled()
    assert sure.left()
    assert sure.sure(sure.mentions[0]) >= LISTED


@pytest.mark.parametrize(
    "whose", [Whose.PEER, Whose.PARTNER, Whose.PERSON, Whose.STANDARD, Whose.NOBODY, Whose.PLACE]
)
def test_others_are_meant(whose: Whose) -> None:
    assert not suspect((Part.LOOSE, -1.0, whose)).left()


def test_what_is_read_speaks_against_rules_but_where_only_a_customer_stands() -> None:
    unlikely = suspect((Part.LIKELY, -4.0, Whose.NOBODY))
    assert unlikely.ruled()
    assert unlikely.chance() < LEAST
    assert not unlikely.left()
    assert suspect((Part.STRONG, -4.0, Whose.NOBODY)).left()


def test_rules_are_believed_where_the_models_do_not_know() -> None:
    found = (suspect((Part.LIKELY, float(s), Whose.PEER)) for s in np.linspace(-4.0, 4.0, 81))
    unsure = next(one for one in found if LEAST < one.chance() < ALONE)
    assert unsure.left()
    assert not Suspect([unsure.mentions[0]._replace(part=Part.LOOSE)], label=False).left()


def test_somebody_is_no_customer_whatever_rules_say() -> None:
    found = suspect((Part.STRONG, -1.0, Whose.PERSON))
    assert found.ruled()
    assert not found.left()


def test_a_town_is_left_over_only_where_the_model_agrees() -> None:
    assert not suspect((Part.STRONG, -4.0, Whose.PLACE), place=True).left()
    assert suspect((Part.STRONG, 4.0, Whose.CUSTOMER), place=True).left()


def test_both_what_stands_around_and_what_is_read_count() -> None:
    chances = [suspect((Part.LOOSE, s, Whose.CUSTOMER)).chance() for s in (-4.0, 0.0, 4.0)]
    assert chances == sorted(chances)
    peer, own = (suspect((Part.LOOSE, 0.0, w)) for w in (Whose.PEER, Whose.CUSTOMER))
    assert peer.chance() < own.chance()


def test_a_place_that_is_taken_for_meant_is_not_told() -> None:
    both = suspect(
        (Part.LOOSE, 4.0, Whose.CUSTOMER),
        (Part.LOOSE, 4.0, Whose.CUSTOMER),
        (Part.LOOSE, -4.0, Whose.PEER),
    )
    assert both.left()
    assert [both.sure(mention) > 0 for mention in both.mentions] == [True, True, False]


def test_what_was_not_read_says_little() -> None:
    made = seats.numbers([seats.Place(1.0, None, 2)], (False,) * 4, Strength.UNKNOWN)
    numbers = dict(zip(seats.NUMBERS, made, strict=True))
    assert numbers["most"] == numbers["least"] == numbers["mean"] == 1.0
    assert numbers["read most"] == pytest.approx(numbers["read least"])
    assert numbers["new"] == 1.0
