from __future__ import annotations

from collections.abc import Sequence

import pytest

from sowhat import measure
from sowhat.advise import missing, propose
from sowhat.model import Missing, Origin, Party, Profile, Purpose
from sowhat.rules import load
from sowhat.rules.missing import load_missing
from tests.measure.decks import deck_of, profile_of, verdicts_of

VENDOR = ("neutral title", "vendor company", "vendor product", "vendor product", "vendor offer")
WHOLE = (
    "neutral title",
    "customer people",
    "customer discovery",
    "customer problem",
    "customer outcome",
    "vendor product",
    "customer peer",
    "customer risk",
    "customer plan",
)
FIGURES = {
    "4": "Late\nYour trucks wait 74 minutes",
    "5": "On time\n44 minutes less for each truck",
    "9": "Plan\nBy 3 June you name two people, and we send one",
}


def lacking(
    lines: Sequence[str], text: dict[str, str] | None = None, profile: Profile | None = None
) -> dict[str, Missing]:
    deck, verdicts, who = deck_of(lines, text or {}), verdicts_of(lines), profile or profile_of()
    signs = [()] * len(lines)
    measures = measure.measure(deck, verdicts, signs)
    findings = measure.findings(deck, who, verdicts, measures, signs)
    order = propose(deck, who, verdicts, load())
    return {one.id: one for one in missing(deck, who, verdicts, findings, order, load())}


def test_a_deck_about_the_vendor_lacks_all_but_the_cost_of_a_problem_it_does_not_tell() -> None:
    found = lacking(VENDOR)
    assert list(found) == [
        rule.id for rule in load_missing().briefs if rule.id != "cost-of-the-problem"
    ]
    assert all("{" not in f"{b.title}{b.why}{b.lines}{b.ask}{b.effect}" for b in found.values())
    assert "share falls from 100% to 80%" in found["right-problem"].effect


def test_a_deck_that_has_all_lacks_nothing() -> None:
    assert lacking(WHOLE, FIGURES) == {}


def test_figures_are_asked_for_where_the_slide_is_there() -> None:
    assert set(lacking(WHOLE, {"9": FIGURES["9"]})) == {
        "cost-of-the-problem",
        "outcome-with-a-number",
    }


@pytest.mark.parametrize(
    "plan",
    [
        "Plan\nIn June we install it",
        "Plan\nIn June Acme installs it in your halls\nIn July Acme trains your users",
        "Your next steps\nJune: installation by us\nJuly: training of your team",
        "What you do\nYour planners name two lines by June",
        "Plan\nYou name two people, and we send one",
        "Plan\nKick-off in June\nDecision in July",
    ],
)
def test_a_plan_wants_both_sides_and_dates(plan: str) -> None:
    assert set(lacking(WHOLE, FIGURES | {"9": plan})) == {"joint-plan"}


@pytest.mark.parametrize(
    "plan",
    [
        "Plan\nAcme: installs two lines in June\nYour plant manager: decides on 12.7.",
        "Plan\nWeek 1\nCustomer\nName two people\nWeek 2\nVendor\nSend one",
        "Plan\nBy Q2 our engineers connect it, then your IT lead signs it off",
    ],
)
def test_a_plan_with_both_sides_and_dates_is_enough(plan: str) -> None:
    assert lacking(WHOLE, FIGURES | {"9": plan}) == {}


def test_a_plan_may_stand_on_two_slides() -> None:
    text = FIGURES | {
        "9": "What you do\nIn May you choose a line",
        "10": "What we do\nWe connect it",
    }
    assert lacking([*WHOLE, "customer plan"], text) == {}


def test_unsure_slides_count_as_there() -> None:
    lines = [line + " unsure" if "risk" in line else line for line in WHOLE]
    assert "risks-and-support" not in lacking(lines, FIGURES)


def test_nothing_is_said_to_be_lacking_where_most_slides_are_unsure() -> None:
    assert lacking([VENDOR[0], *(f"{line} unsure" for line in VENDOR[1:])]) == {}


def test_each_has_its_place_in_the_proposed_order() -> None:
    found = lacking(VENDOR)
    assert found["right-problem"].after == 1
    assert found["what-others-learnt"].after == 4
    assert found["risks-and-support"].after == 5
    lines = ["neutral title", "vendor product", "customer problem", "customer goal"]
    assert lacking(lines)["outcome-with-a-number"].after == 4
    assert lacking(lines)["cost-of-the-problem"].after == 3
    assert lacking([*lines[1:], "vendor offer"])["their-people"].after == 0


def test_trainings_and_short_decks_lack_nothing() -> None:
    for purpose in (Purpose.TRAINING, Purpose.INTERNAL):
        assert lacking(VENDOR, profile=profile_of(purpose)) == {}
    assert lacking(VENDOR, profile=profile_of(Purpose.LATE_COMPARISON))
    assert lacking(["neutral title", "vendor product", "vendor offer"]) == {}


def test_names_stand_in_the_briefs() -> None:
    who = Profile(Party("Acme", (), Origin.GIVEN), Party("Globex", (), Origin.GIVEN))
    plan = lacking(VENDOR, profile=who)["joint-plan"]
    assert plan.lines[:2] == ("By __: Globex (__) does __", "By __: Acme (__) does __")
    assert plan.ask.startswith("Ask by when Globex needs")
