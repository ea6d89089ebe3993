from __future__ import annotations

import pytest

from sowhat.drafting import Request
from sowhat.drafting.check import check, numbers
from sowhat.errors import EndpointError

GOOD = (
    "You close the books in 3 days.",
    "Your finance team closes the books in three days.",
    "Northwind closes the books in 3 days instead of __.",
    "You keep your 120 ERP systems, and they work together.",
    "With AcmeFlow, you close your books in __ days instead of __.",
    "You close the books from __ days today to 3.",
    "What would your finance team do with books that close in 3 days?",
    "You can run it in Rotterdam, as Jane Miller does.",
)
BAD = (
    ("Sie schließen Ihre Bücher in drei Tagen.", "language"),
    ("Vous clôturez vos comptes bien plus vite.", "language"),
    ("You close the books in 2 days.", "numbers"),
    ("You close the books in 3 hours.", "numbers"),
    ("You close the books in 3 days and save 40%.", "numbers"),
    ("You close the books twice as fast.", "numbers"),
    ("You save $3 on closing the books.", "numbers"),
    ("You close the books in 3 days, as Contoso does.", "names"),
    ("Contoso closes the books in 3 days.", "names"),
    ("You close the books in 3 days with Oracle.", "names"),
    ("Our platform closes your books in 3 days.", "vendor-subject"),
    ("We help you close the books in 3 days.", "vendor-subject"),
    ("AcmeFlow closes your books in 3 days.", "vendor-subject"),
    ("Acme integrates your ERP systems.", "vendor-subject"),
    ("The platform closes the books in 3 days.", "vendor-subject"),
    ("You close the books because our platform integrates with systems.", "vendor-subject"),
    ("The books are closed by AcmeFlow in 3 days.", "vendor-subject"),
    ("You bake better bread every morning.", "off-topic"),
    ("You get __.", "off-topic"),
    ("you close the books in 3 days.", "unsound"),
    ("You close the the books in 3 days.", "unsound"),
    ("You close the books in 3 days", "unsound"),
    ("You close the \x07 books in 3 days.", "unsound"),
    ("You close the books " + "and the books " * 15 + "in 3 days.", "unsound"),
)


@pytest.mark.parametrize("line", GOOD)
def test_what_the_slide_says_passes(line: str, plain: Request) -> None:
    check([line], plain)


@pytest.mark.parametrize(("line", "reason"), BAD)
def test_what_it_does_not_say_is_refused(line: str, reason: str, plain: Request) -> None:
    with pytest.raises(EndpointError) as caught:
        check([GOOD[0], line], plain)
    assert caught.value.reason == reason


def test_the_reason_names_the_number_and_the_name(plain: Request) -> None:
    for line, said in (
        ("You close the books in 14 days.", "14"),
        ("You close the books like Contoso.", "Contoso"),
    ):
        with pytest.raises(EndpointError) as caught:
            check([line], plain)
        assert caught.value.values["detail"] == said


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("in 3 days", {("3", "day")}),
        ("in three-day sprints", {("3", "day")}),
        ("1,000 and 1 000 and 1’000", {("1000", "")}),
        ("$3 million, not $3 billion", {("3", "$million"), ("3", "$billion")}),
        ("30% is thirty per cent", {("30", "percent")}),
        ("half the cost", {("0.5", "")}),
        ("one of them", set()),
    ],
)
def test_numbers_are_known_with_what_they_count(line: str, found: set[tuple[str, str]]) -> None:
    assert set(numbers(line)) == found
