"""The model's word on a name, beside that of the rules."""

from __future__ import annotations

from sowhat.check import seats
from sowhat.check.names import Name, Strength
from sowhat.check.parts import Part
from sowhat.check.passages import Passage
from sowhat.check.suspects import ALONE, LEAST, Mention, Suspect
from sowhat.model import Where

PASSAGE = Passage("Ovenmark 1,850", Where.BODY, 2)
NAME = Name("Ovenmark", 0, 8, Strength.UNKNOWN)


def suspect(*told: tuple[Part, float], place: bool = False, label: bool = False) -> Suspect:
    mentions = [Mention(PASSAGE, NAME, part, seat) for part, seat in told]
    return Suspect(mentions, place=place, label=label)


def test_the_model_tells_what_no_rule_tells_where_it_is_sure() -> None:
    sure = suspect((Part.LOOSE, 5.0))
    assert sure.chance() >= ALONE
    assert not sure.ruled()
    assert sure.left()
    assert not suspect((Part.LOOSE, -1.0)).left()


def test_rules_say_that_somebody_is_meant_against_the_model() -> None:
    assert not suspect((Part.LOOSE, 5.0), (Part.REFERENCE, 5.0)).left()


def test_the_model_speaks_against_rules_but_where_only_a_customer_stands() -> None:
    unlikely = suspect((Part.LIKELY, -6.0))
    assert unlikely.ruled()
    assert unlikely.chance() < LEAST
    assert not unlikely.left()
    assert suspect((Part.STRONG, -6.0)).left()


def test_a_town_is_left_over_only_where_the_model_agrees() -> None:
    assert not suspect((Part.STRONG, -2.0), place=True).left()
    assert suspect((Part.STRONG, 6.0), place=True).left()


def test_a_label_of_an_axis_needs_more_than_other_names() -> None:
    assert suspect((Part.LOOSE, 1.2)).left()
    assert not suspect((Part.LOOSE, 1.2), label=True).left()


def test_a_place_that_the_model_takes_for_meant_is_not_told() -> None:
    both = suspect((Part.LOOSE, 6.0), (Part.LOOSE, 6.0), (Part.LOOSE, -5.0))
    assert both.left()
    assert [both.sure(mention) > 0 for mention in both.mentions] == [True, True, False]


def test_more_evidence_makes_surer() -> None:
    kind = (False,) * 4
    chances = [seats.whole(seats.numbers([logit], kind, Strength.UNKNOWN)) for logit in (-4, 0, 4)]
    assert chances == sorted(chances)
    twice = seats.whole(seats.numbers([2.0, 2.0], kind, Strength.UNKNOWN))
    assert twice > seats.whole(seats.numbers([2.0], kind, Strength.UNKNOWN))
