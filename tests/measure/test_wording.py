from __future__ import annotations

from collections.abc import Sequence

import pytest

from sowhat import measure
from sowhat.model import Measures, Purpose
from tests.measure.decks import deck_of, profile_of, verdicts_of


def measured(lines: Sequence[str]) -> Measures:
    return measure.measure(deck_of(lines), verdicts_of(lines), [()] * len(lines))


def said(lines: Sequence[str], purpose: Purpose = Purpose.FIRST_MEETING) -> str:
    return measure.sentence(measured(lines), profile_of(purpose))


V, C, M, N, U = (
    "vendor product", "customer goal", "mixed product goal", "neutral title",
    "vendor product unsure",
)  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([N, V, V, C], "2 of 4 slides are about you, 1 is about your customer. "
         "Your customer first appears on slide 4."),
        ([N, V, V, V, V, C], "4 of 6 slides are about you. "
         "Your customer first appears on slide 6."),
        ([N, C, C, V], "2 of 4 slides are about your customer, 1 is about you. "
         "Your customer first appears on slide 2."),
        ([N, V, V], "2 of 3 slides are about you; none is about your customer."),
        ([N, V, C, M, M], "1 of 5 slides is about you, 1 is about your customer, "
         "2 are about you both. Your customer first appears on slide 3."),
        ([N, V, V, M], "2 of 4 slides are about you; none is about your customer alone, "
         "1 is about you both."),
        ([N, C, C], "2 of 3 slides are about your customer; none is about you. "
         "Your customer first appears on slide 2."),
        ([C, M, M], "1 of 3 slides is about your customer; none is about you alone, "
         "2 are about you both. Your customer first appears on slide 1."),
        ([N, M, M], "2 of 3 slides are about you and your customer alike; "
         "none is about your customer alone."),
        ([N, N, U], "No slide could be counted for you or for your customer. "
         "1 slide is left for you to decide."),
        ([V, U, U], "1 of 3 slides is about you; none is about your customer. "
         "2 slides are left for you to decide."),
        ([U, U], "All 2 slides are left for you to decide: the signs on them do not agree."),
        ([U], "The only slide is left for you to decide: the signs on it do not agree."),
        ([V], "The only slide is about you; none is about your customer."),
        ([C], "The only slide is about your customer."),
        ([M], "The only slide is about you and your customer alike."),
        ([N], "The only slide is about neither you nor your customer."),
        (["vendor product hidden"], "No slide of this deck is shown, "
         "so there is nothing to measure."),
    ],
)  # fmt: skip
def test_sentence(lines: list[str], expected: str) -> None:
    assert said(lines) == expected


def test_purposes_state_the_facts_without_blame() -> None:
    lines = [N, V, V, V, V, C]
    assert said(lines, Purpose.TRAINING).endswith("your own product: 4 of 6 slides are about you.")
    assert "want products and prices" in said(lines, Purpose.LATE_COMPARISON)
    assert "first appears" not in said(lines, Purpose.INTERNAL)
    assert said(lines, Purpose.PARTNER).endswith("Your partner first appears on slide 6.")


def test_numbers_in_words() -> None:
    assert measure.spread([]) == ""
    assert measure.spread([3]) == "3"
    assert measure.spread([4, 3]) == "3 and 4"
    assert measure.spread([3, 4, 5, 6, 9, 12]) == "3 to 6, 9 and 12"
    assert measure.percent(0.885) == "88%"


def test_formula_and_limits_are_printed() -> None:
    assert measure.formula(measured([V, V, M, C])).endswith("(2 + 1/2) / (2 + 1 + 1) = 62%")
    assert measure.formula(measured([N])).startswith("share = (slides about you")
    assert measure.band_limits() == (
        "About them: below 40%. Both: 40% to 70%. About us: above 70%."
    )
