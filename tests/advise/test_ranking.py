from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sowhat.advise import advise, cuts, fixes, missing, propose
from sowhat.model import Fix, FixKind, Purpose
from sowhat.rules import load
from tests.measure.decks import deck_of, profile_of, verdicts_of

LATE = (
    "neutral title",
    "vendor company",
    "vendor logos",
    "vendor product",
    "vendor product",
    "vendor logos",
    "customer problem",
    "neutral closing",
)


def ranked(lines: Sequence[str], purpose: Purpose = Purpose.FIRST_MEETING) -> tuple[Fix, ...]:
    text = {str(n): f"Heading {chr(96 + n)}\nSome words" for n in range(1, len(lines) + 1)}
    deck, verdicts, who, rules = (
        deck_of(lines, text),
        verdicts_of(lines),
        profile_of(purpose),
        load(),
    )
    order = propose(deck, who, verdicts, rules)
    lacking = missing(deck, who, verdicts, (), order, rules)
    gone = cuts(deck, who, verdicts, order, rules)
    advice = advise(deck, who, verdicts, rules, order)
    return fixes(deck, verdicts, advice, order, lacking, gone)


def test_the_greatest_effect_comes_first_and_kinds_are_mixed() -> None:
    found = ranked(LATE)
    assert len(found) == 5
    assert [fix.weight for fix in found] == sorted((fix.weight for fix in found), reverse=True)
    assert found[0].kind is FixKind.ORDER
    assert found[0].effect == "your customer first appears as slide 2 instead of 7"
    assert max(Counter(fix.kind for fix in found).values()) == 2
    assert len({fix.kind for fix in found}) >= 3
    assert all(fix.what and fix.how and fix.effect for fix in found)


def test_one_kind_fills_up_where_there_are_no_others() -> None:
    lines = ["customer problem", *["vendor product"] * 6]
    kinds = Counter(fix.kind for fix in ranked(lines, Purpose.PARTNER))
    assert sum(kinds.values()) == 5
    assert ranked(["neutral title", "customer problem"]) == ()


def test_what_the_order_and_the_cuts_say_is_not_said_again() -> None:
    found = ranked(LATE)
    cut = {3, 6}  # one goes, the other is the one to keep
    single = [fix for fix in found if fix.kind in (FixKind.REWRITE, FixKind.MOVE)]
    assert all(cut.isdisjoint(fix.slides) for fix in single)
    assert all(fix.kind is not FixKind.MOVE for fix in found)


def test_for_a_purpose_slides_are_asked_and_nothing_is_blamed() -> None:
    for purpose in (Purpose.TRAINING, Purpose.LATE_COMPARISON):
        found = ranked(["neutral title", *["vendor product"] * 3, "customer problem"], purpose)
        asked = [fix for fix in found if fix.slides]
        assert {fix.kind for fix in asked} == {FixKind.ASK}
        assert all(fix.how.endswith("?") and "so what" in fix.what for fix in asked)
        assert all(fix.effect == "it stays, and its answer can be the headline" for fix in asked)
