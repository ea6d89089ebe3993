"""For whom a deck was made: what names the customer, and what looks so and does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sowhat import profile
from sowhat.model import (
    Box,
    Chart,
    Deck,
    Picture,
    PictureOrigin,
    Properties,
    Series,
    Source,
)
from sowhat.settings import AuditOptions
from tests.decks import written

PLACE = Box(0.4, 0.4, 0.6, 0.6)
FILLER = ("The year ends", "People wait for numbers.")


def customer(deck: Deck) -> str | None:
    return profile.find(deck, AuditOptions()).customer.name


def made(
    *lines: str, title: str = "Better bridges", more: tuple[tuple[str, ...], ...] = ()
) -> Deck:
    """Make Zanthic's deck with these lines on its title slide and these slides after it."""
    last = ("Thank you", "www.zanthic.com", "© 2026 Zanthic Inc.")
    return written((title, *lines), *(more or (FILLER, FILLER, FILLER)), last)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Prepared for the City of Globex",), "City of Globex"),
        (("Prepared for", "Globex Rivers"), "Globex Rivers"),
        (("Prepared for Ann Lee, CFO, Globex Rivers",), "Globex Rivers"),
        (("Prepared for Ann Lee, Head of Rivers at Globex",), "Globex"),
        (("Presented to the board of Globex Rivers",), "Globex Rivers"),
        (("For the attention of Globex Rivers", "Ostrava, 3 May 2026"), "Globex Rivers"),
        (("Attn: Globex Rivers",), "Globex Rivers"),
        (("Offer for Globex Rivers, Ostrava", "3 May 2026"), "Globex Rivers"),
        (("Business review for Globex", "May 2026"), "Globex"),
        (("Angebot für Globex Flussbau GmbH",), "Globex Flussbau"),
        (("Proposal to Globex Inc.",), "Globex"),
        (("Proposal for Bank van Globex, Business Banking",), "Bank van Globex"),
        (("Prepared for the Board of St Globex's Hospital",), "St Globex's Hospital"),
        (("Final presentation to the Evaluation Committee",), None),
        (("A presentation to Globex users",), None),
        (("A plan for everyone",), None),
        (("Prepared for discussion",), None),
        (("Prepared for May 2026",), None),
        (("Prepared for internal use only",), None),
        (("Prepared for your team",), None),
        (("Prepared for Investors",), None),
        (("Made for Developers", "Designed for Teams"), None),
        (("Attention: Confidential",), None),
        (("Presentation to Investors", "May 2026"), None),
        (("Globex", "A customer of ours since 2019"), None),
    ],
)
def test_the_title_slides_lines_name_the_customer(
    lines: tuple[str, ...], expected: str | None
) -> None:
    assert customer(made(*lines)) == expected


TOLD = (("What Globex told us", "Rivers rise."), ("Where Globex stands", "Globex waits."), FILLER)


@pytest.mark.parametrize(
    "line", ["Globex + Zanthic", "Zanthic × Globex", "Zanthic for Globex", "Globex | Zanthic"]
)
def test_a_name_beside_the_vendors_is_the_customer_where_headlines_are_about_it(line: str) -> None:
    assert customer(made(line, more=TOLD)) == "Globex"
    assert customer(made(title=line, more=TOLD)) == "Globex"
    assert customer(made(line)) is None


@pytest.mark.parametrize("word", ["Partner briefing", "Better together", "A joint webinar"])
def test_a_partner_beside_the_vendor_is_no_customer(word: str) -> None:
    spread = tuple((f"Step {n}", "Globex and Zanthic build.") for n in range(4))
    assert customer(made("Globex + Zanthic", word, more=spread)) is None


def test_kick_offs_reviews_and_reports_name_whom_they_are_for() -> None:
    team = (("Globex team", "Ann leads."), ("Zanthic team", "Bob helps."), FILLER)
    assert customer(made(title="Kick-off: Globex Foods x Zanthic", more=team)) == "Globex Foods"
    changed = (("What changed at Globex", "Rivers rose."), FILLER, FILLER)
    lines = ("Globex Architects LLP", "Prepared by Zanthic")
    review = made(*lines, title="Quarterly service review", more=changed)
    assert customer(review) == "Globex Architects"
    assert profile.find(review, AuditOptions()).vendor.name == "Zanthic"
    legal = ("Note", "This report has been prepared solely for Globex Group.")
    assert customer(made(more=(FILLER, FILLER, legal))) == "Globex Group"
    general = ("Note", "This report has been prepared solely for information purposes.")
    assert customer(made(more=(FILLER, FILLER, general))) is None


def test_the_files_name_and_property_say_little_alone() -> None:
    spread = tuple((f"Step {n}", "Globex names a planner.") for n in range(4))
    deck = replace(made(more=(*spread, *TOLD)), path="/decks/Proposal_Globex_v2.pptx")
    assert customer(deck) == "Globex"
    assert customer(replace(deck, path="/decks/Globex.pptx")) is None
    unused = replace(made(), path="/decks/Proposal_Globex_v2.pptx")
    assert customer(unused) is None
    assert customer(replace(unused, properties=Properties(subject="Globex"))) is None


def test_a_property_of_its_own_names_the_customer() -> None:
    filed = Properties(custom=(("Client", "Globex Inc."), ("Status", "Final")))
    assert customer(replace(made(), properties=filed)) == "Globex"
    other = Properties(custom=(("Status", "Globex"), ("Project", "Globex")))
    assert customer(replace(made(), properties=other)) is None


def logos(deck: Deck, *alts: str) -> Deck:
    """Put pictures with these alt texts on every slide."""
    marks = tuple(
        Picture(PLACE, PictureOrigin.IMAGE, Source.SLIDE, alt=alt, sha256=f"{n}" * 64)
        for n, alt in enumerate(alts)
    )
    return replace(deck, slides=tuple(replace(s, pictures=marks) for s in deck.slides))


def test_a_second_logo_on_every_slide_helps_to_name_the_customer() -> None:
    assert customer(logos(made(more=TOLD), "Zanthic logo", "Globex logo")) == "Globex"
    assert customer(logos(made(), "Zanthic logo", "Globex logo")) is None
    assert customer(logos(made(more=TOLD), "Zanthic logo", "river bank")) is None


def test_a_charts_names_are_the_last_bit_of_evidence() -> None:
    once = (("What Globex told us", "Rivers rise."), FILLER, FILLER, FILLER)
    deck = made("Zanthic for Globex", more=once)
    assert customer(deck) == "Globex"
    beside = made("Globex + Zanthic", more=once)
    assert customer(beside) is None
    chart = Chart(("bar",), series=(Series("Globex, crossings a day", (1.0,)),))
    drawn = Picture(PLACE, PictureOrigin.CHART, Source.SLIDE, chart=chart)
    first, second, *rest = beside.slides
    with_chart = (first, replace(second, pictures=(drawn,)), *rest)
    assert customer(replace(beside, slides=with_chart)) == "Globex"


@pytest.mark.parametrize(
    "slide",
    [
        ("Case study: Globex", "Globex wanted fewer ferries.", "Presented to the board in June"),
        ("Our customers", "Globex", "Initech", "Umbrella"),
        ("What Globex needs", "An example from class."),
        ("Success story", "How Globex crossed the river"),
        ("Testimonials", "“We cross in a minute.” Ann Lee, CEO, Globex"),
    ],
)
def test_examples_cases_and_references_are_no_customers(slide: tuple[str, ...]) -> None:
    assert customer(made(more=(FILLER, slide, FILLER))) is None
    assert customer(made("Bridges with Zanthic", more=(FILLER, slide, slide, slide))) is None
