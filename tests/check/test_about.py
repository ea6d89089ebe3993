"""How much a deck is about its customer, and what it lacks of them."""

from __future__ import annotations

from sowhat.model import Fact, FactKind, ItemKind, Ready
from tests.check import proposals
from tests.check.conftest import Checked

GOAL = Fact(FactKind.GOAL, "Close the books in three days by June")
NUMBER = Fact(FactKind.NUMBER, "1,200 invoices a month")
LOST = Fact(FactKind.GOAL, "Open a dairy in Northern Ireland")
PERSON = Fact(FactKind.PERSON, "Ruth Garland")


def test_where_the_customer_is_named(checked: Checked) -> None:
    about = checked().about
    assert about.first == 1
    assert about.named == (1, 2, 3, 6)
    assert about.titled == (2, 3)


def test_facts_are_found_or_missing(checked: Checked) -> None:
    facts = (GOAL, NUMBER, LOST, PERSON)
    found = checked(facts=facts)
    assert set(found.about.found) == {GOAL, NUMBER}
    assert set(found.about.missing) == {LOST, PERSON}
    told = {item.text for item in found.of(ItemKind.ABOUT_THEM) if item.id.startswith("missing-")}
    assert told == {LOST.text, PERSON.text}


def test_next_steps_of_both_with_dates(checked: Checked) -> None:
    about = checked().about
    assert about.next_steps == (6,)
    assert (about.ours, about.theirs, about.dated) == (True, True, True)


def test_a_deck_that_never_names_them_is_worth_a_look(checked: Checked) -> None:
    found = checked(customer=("Bexhill Dairies",), name="your dairy")
    assert found.ready is Ready.LOOK
    assert "never-named" in {item.id for item in found.items}


def test_a_currency_that_is_not_theirs(checked: Checked) -> None:
    lines = [proposals.line(3, f"Item {n} costs £{n}00") for n in range(1, 7)]
    found = checked(*lines, proposals.line(4, "Travel costs $900"))
    (item,) = found.of(ItemKind.LEFTOVER)
    assert (item.id, item.text, item.blocker) == ("left-over-currency", "$9", False)


def test_places_and_industries_that_are_not_theirs(checked: Checked) -> None:
    facts = (Fact(FactKind.CITY, "Hastings"), Fact(FactKind.INDUSTRY, "dairy"))
    found = checked(
        proposals.line(3, "Your plant in Rotterdam starts first"),
        proposals.line(3, "Your plant in Hastings comes second"),
        proposals.line(4, "Less paper for your policyholders"),
        facts=facts,
    )
    told = {(item.id, item.text) for item in found.of(ItemKind.LEFTOVER)}
    assert told == {
        ("left-over-city", "Rotterdam"),
        ("left-over-industry", "your policyholders"),
    }
