from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sowhat.advise import advise, cuts, fixes, missing, propose, weighed
from sowhat.model import Action, Fix, FixKind, Purpose, Resolution, Status
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


def ranked(
    lines: Sequence[str],
    purpose: Purpose = Purpose.FIRST_MEETING,
    marked: Sequence[Resolution] = (),
) -> tuple[Fix, ...]:
    text = {str(n): f"Heading {chr(96 + n)}\nSome words" for n in range(1, len(lines) + 1)}
    deck, verdicts, who, rules = (
        deck_of(lines, text),
        verdicts_of(lines),
        profile_of(purpose),
        load(),
    )
    gone = cuts(deck, who, verdicts, rules)
    order = propose(deck, who, verdicts, rules, gone)
    gone = weighed(deck, verdicts, gone)
    lacking = missing(deck, who, verdicts, (), order, rules)
    advice = advise(deck, who, verdicts, rules, order, gone)
    return fixes(deck, verdicts, advice, order, lacking, gone, marked)


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


def test_what_is_ignored_is_left_out_and_what_is_done_keeps_its_rank() -> None:
    alone = [fix for fix in ranked(LATE) if fix.kind is FixKind.REWRITE]
    (number,) = alone[0].slides
    ignored = ranked(LATE, marked=[Resolution(number, Action.REWRITE, Status.IGNORED)])
    assert all((number,) != fix.slides for fix in ignored)
    assert len(ignored) == 5  # another takes its place
    done = ranked(LATE, marked=[Resolution(number, Action.REWRITE, Status.DONE)])
    assert [(fix.what, fix.weight) for fix in done] == [
        (fix.what, fix.weight) for fix in ranked(LATE)
    ]
    assert [fix.slides for fix in done if fix.status is Status.DONE] == [(number,)]


def test_a_cut_is_left_out_once_each_of_its_slides_is_to_stay() -> None:
    walls = [*LATE[:2], "vendor logos", "vendor logos", *LATE[3:]]
    (cut,) = (fix for fix in ranked(walls) if fix.kind is FixKind.CUT)
    marks = [Resolution(number, Action.CUT, Status.IGNORED) for number in cut.slides]
    assert cut in ranked(walls, marked=marks[1:])
    assert all(fix.kind is not FixKind.CUT for fix in ranked(walls, marked=marks))


def test_what_is_said_of_the_order_and_of_slides_to_write_holds_among_the_first() -> None:
    found = ranked(LATE)
    assert {FixKind.ORDER, FixKind.WRITE} <= {fix.kind for fix in found}
    for kind in (FixKind.ORDER, FixKind.WRITE, FixKind.CUT, FixKind.MERGE):
        for fix in (fix for fix in found if fix.kind is kind):
            for status in Status:
                marks = [
                    Resolution(one.slide, one.action, status, id=one.id) for one in fix.subjects
                ]
                after = {one.what: one.status for one in ranked(LATE, marked=marks)}
                if status is Status.IGNORED:
                    assert fix.what not in after
                else:
                    assert after[fix.what] is status


def test_what_the_order_costs_is_said_with_what_it_brings() -> None:
    lines = ["vendor product", "customer problem", "vendor method", "vendor product"]
    (moved,) = (fix for fix in ranked([*lines, "customer plan"]) if fix.kind is FixKind.ORDER)
    assert moved.effect == (
        "your customer first appears as slide 1 instead of 2; "
        "but the longest stretch about you grows from 2 slides to 3"
    )


def test_effects_are_counted_in_the_deck_as_it_is() -> None:
    lines = ["vendor product", "customer problem", "vendor method", "vendor product"]
    found = [fix.effect for fix in ranked([*lines, "customer plan"])]
    assert any(said.endswith("about you shrinks from 2 slides to 1") for said in found)
    assert not any("shrinks from 3" in said for said in found)
