"""The one place that is another customer's is told, several are not."""

from __future__ import annotations

from sowhat.model import Fact, FactKind, ItemKind, Readiness
from tests.check import proposals
from tests.check.conftest import Checked

HOME = (
    proposals.line(2, "Your plant in Hastings stops twice a day"),
    proposals.line(4, "Hastings: two lines, 40 people"),
    proposals.line(6, "Workshop in Hastings on 3 May 2027"),
)


def cities(found: Readiness) -> list[str]:
    return [i.text for i in found.of(ItemKind.LEFTOVER) if i.id == "left-over-city"]


def test_the_one_place_beside_the_customers_own_is_told(checked: Checked) -> None:
    odd = proposals.line(3, "Switch-over at your site in Halmstad first")
    assert cities(checked(*HOME, odd)) == ["Halmstad"]


def test_towns_are_known_by_their_own_names(checked: Checked) -> None:
    odd = proposals.line(3, "Changeover weekend at your site in Łódź")
    assert cities(checked(*HOME, odd)) == ["Łódź"]


def test_of_several_places_none_is_strange(checked: Checked) -> None:
    lines = (
        proposals.line(3, "Switch-over at your site in Halmstad first"),
        proposals.line(4, "Your second site in Norwich comes next"),
    )
    assert cities(checked(*HOME, *lines)) == []


def test_a_list_of_places_is_of_nobody(checked: Checked) -> None:
    prices = proposals.line(3, "A square metre: Halmstad €95, Lyon €68, Wrocław €52")
    assert cities(checked(*HOME, prices)) == []


def test_the_customers_own_places_are_its_own(checked: Checked) -> None:
    assert cities(checked(*HOME)) == []


def test_where_places_are_given_others_are_told(checked: Checked) -> None:
    lines = (
        proposals.line(3, "Your plant in Rotterdam starts first"),
        proposals.line(4, "Your Hastings plant comes second"),
    )
    found = checked(*lines, facts=(Fact(FactKind.CITY, "Hastings"),))
    assert cities(found) == ["Rotterdam"]
