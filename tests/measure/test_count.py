from __future__ import annotations

import pytest

from sowhat import measure
from sowhat.measure.figures import AMOUNT, has_figure
from sowhat.model import Band, Decision, Measures, Motif, Place, Side, Sign, Source, Stance
from tests.measure.decks import deck_of, sign, verdicts_of

DECK = (
    "neutral title",
    "vendor company",
    "vendor logos",
    "customer goal hidden",
    "vendor product",
    "mixed product outcome",
    "vendor product unsure",
    "customer outcome",
    "neutral closing",
)


def measured(*lines: str, **text: str) -> Measures:
    words = {key.removeprefix("s"): value for key, value in text.items()}
    deck = deck_of(lines, words)
    return measure.measure(deck, verdicts_of(lines), [()] * len(lines))


def test_counts_add_up_to_the_slides_shown() -> None:
    found = measured(*DECK)
    counts = (found.vendor, found.customer, found.mixed, found.neutral, found.unsure)
    assert counts == (3, 1, 1, 2, 1)
    assert found.hidden == 1
    assert found.vendor_share == pytest.approx(3.5 / 5)
    assert found.band is Band.BOTH
    assert found.first_customer_slide == 8
    assert found.longest_vendor_run == (2, 5)
    assert found.opens_with is Motif.COMPANY
    assert found.closes_with is Motif.OUTCOME
    assert (found.outcomes, found.outcomes_with_number) == (2, 0)


def test_what_does_not_exist_is_none() -> None:
    found = measured("neutral title", "neutral agenda")
    assert found.vendor_share is None
    assert found.band is None
    assert found.first_customer_slide is None
    assert found.longest_vendor_run is None
    assert found.opens_with is None
    assert found.closes_with is Motif.AGENDA
    nothing = measured("vendor product hidden")
    assert nothing.closes_with is None
    assert (nothing.vendor, nothing.hidden) == (0, 1)


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        (("customer goal", "customer plan", "neutral closing"), ""),
        (("customer goal", "customer plan", "neutral closing", "vendor product"), ""),
        (("customer goal", "customer plan", "neutral legal", "neutral divider"), ""),
        (("customer goal", "customer plan", "neutral other", "customer peer"), "Backup"),
    ],
)
def test_a_deck_closes_before_thanks_and_appendix(lines: tuple[str, ...], headline: str) -> None:
    assert measured(*lines, s3=headline).closes_with is Motif.PLAN


def test_questions_in_the_first_half_do_not_close_a_deck() -> None:
    lines = ("neutral title", "neutral closing", "customer goal", "vendor product")
    assert measured(*lines).closes_with is Motif.PRODUCT


def test_the_first_of_two_equal_runs_counts() -> None:
    lines = ("vendor company", "vendor logos", "customer goal", "vendor product", "vendor offer")
    assert measured(*lines).longest_vendor_run == (1, 2)


@pytest.mark.parametrize(
    ("vendor", "customer", "band"),
    [
        (7, 3, Band.BOTH),
        (8, 3, Band.ABOUT_US),
        (4, 6, Band.BOTH),
        (3, 5, Band.ABOUT_THEM),
        (0, 1, Band.ABOUT_THEM),
    ],
)
def test_bands_hold_their_limits(vendor: int, customer: int, band: Band) -> None:
    found = measured(*["vendor product"] * vendor, *["customer goal"] * customer)
    assert found.band is band


def test_outcomes_with_number() -> None:
    found = measured(
        "customer outcome", "customer outcome", s1="Since 2019\nCloses in 3 days", s2="In 2025"
    )
    assert (found.outcomes, found.outcomes_with_number) == (2, 1)


def test_words_are_counted_from_signs_of_shown_slides() -> None:
    lines = ("vendor company", "customer goal", "vendor product hidden")
    we, you = sign(1, None, "we", "we-vendor"), sign(2, None, "you", "you")
    notes = Sign("you", "pronoun", None, Side.CUSTOMER, 1, ".", Place(2, Source.NOTES))
    together = sign(2, None, "our", "we-together")
    signs = [(we, we), (you, notes, together), (sign(3, None, "we", "we-vendor"),)]
    found = measure.measure(deck_of(lines), verdicts_of(lines), signs)
    assert (found.we_vendor, found.we_together, found.you_words) == (2, 1, 1)


def test_a_decision_replaces_the_guess_and_keeps_the_evidence() -> None:
    lines = ("vendor product unsure", "vendor company")
    before = verdicts_of(lines)
    decisions = (
        Decision(1, Stance.VENDOR),
        Decision(1, Stance.CUSTOMER),
        Decision(9, Stance.MIXED),
    )
    after = measure.apply(before, decisions)
    assert after[1] == before[1]
    decided = after[0]
    assert (decided.stance, decided.decided, decided.unsure) == (Stance.CUSTOMER, True, False)
    assert decided.confidence == 1.0
    assert decided.evidence == before[0].evidence
    assert measure.measure(deck_of(lines), after, [(), ()]).customer == 1


@pytest.mark.parametrize(
    "words",
    [
        "30 days",
        "3 days faster",
        "€ 4,5 m",
        "$1,200",
        "cut by 40%",
        "nine in ten",
        "halved",
        "12",
        "3x",
    ],
)
def test_figures(words: str) -> None:
    assert has_figure(words)


@pytest.mark.parametrize(
    "words", ["1. Discover", "1 Discover", "01", "2025", "Since 1998", "24/7", "COVID-19", "Q3", ""]
)
def test_no_figures(words: str) -> None:
    assert not has_figure(words)


@pytest.mark.parametrize("words", ["40 %", "$2m", "EUR 300", "1'200 euros", "3x", "2,5 percent"])
def test_amounts(words: str) -> None:
    found = AMOUNT.search(words)
    assert found
    assert found.group() == words


def test_pages_that_build_up_one_slide_count_as_one_in_a_run() -> None:
    built = ("vendor product step", "vendor product step", "vendor product")
    lines = (*built, "customer goal", "vendor company", "vendor logos")
    assert measured(*lines).longest_vendor_run == (5, 6)
    assert measured(*lines).vendor == 5
