"""What tells a company from its products, its people, its customers and ordinary words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sowhat import profile
from sowhat.model import Block, Box, Deck, Picture, PictureOrigin, Properties, Role, Run, Source
from sowhat.settings import AuditOptions
from tests.decks import slide, written

EDGE = Box(0.1, 0.95, 0.9, 0.98)
FILLER = ("The year ends", "People wait for numbers.", "Nobody likes to wait.")


def vendor(deck: Deck) -> str | None:
    return profile.find(deck, AuditOptions()).vendor.name


def names(deck: Deck) -> tuple[str, ...]:
    return profile.find(deck, AuditOptions()).vendor.names


def between(first: tuple[str, ...], last: tuple[str, ...], *middle: tuple[str, ...]) -> Deck:
    """Make a deck with these ends and three slides that name nobody, or with these between."""
    return written(first, *(middle or (FILLER, FILLER, FILLER)), last)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (("ZANTHIC BUILDERS",), ("Contact us", "info@zanthicbuilders.co.uk"), "ZANTHIC BUILDERS"),
        (
            ("Company profile",),
            ("Zanthic Builders", "www.zanthic-builders.com"),
            "Zanthic Builders",
        ),
        (("Company profile",), ("Write to us", "jane@zanthiceducation.org"), "Zanthic Education"),
        (("A fresh start",), ("Zanthic", "hello@getzanthic.io"), "Zanthic"),
        (("A fresh start",), ("Contact us", "j a n e @ z a n t h i c . c o m"), "Zanthic"),
        (("Zanthic", "zanthic.vercel.app"), FILLER, "Zanthic"),
        (("Annual review", "ZANTHIC DEVELOPMENT LIMITED 東京"), FILLER, "ZANTHIC DEVELOPMENT"),
        (
            ("Speakers", "Ann Lee (Zanthic) and Bob Ray"),
            ("Read on", "dev.zanthic.com/x"),
            "Zanthic",
        ),
    ],
)
def test_addresses_and_legal_forms_name_the_company(
    first: tuple[str, ...], last: tuple[str, ...], expected: str
) -> None:
    assert vendor(between(first, last)) == expected


def test_a_name_in_small_letters_is_shown_rather_than_one_in_capitals() -> None:
    deck = between(("ZANTHIC ENERGIES",), ("Thank you", "Zanthic Energies thanks you."))
    assert names(deck)[0] == "Zanthic Energies"


def test_initials_and_the_long_name_are_one() -> None:
    deck = between(
        ("ZBF Strategy 2026",),
        ("Join us", "https://zb.foundation/"),
        ("Purpose of the ZBF", "The Zanthic Builders Foundation builds bridges.", "ZBF helps."),
        ("The ZBF Mission", "People cross rivers."),
    )
    assert {"ZBF", "Zanthic Builders Foundation"} <= set(names(deck))


def test_a_domain_knows_the_longer_name() -> None:
    deck = between(
        ("Building bridges", "www.zanthicproject.org"),
        ("Thank you",),
        ("Zanthic is run by builders", "Zanthic helps them."),
    )
    assert {"Zanthic", "Zanthic Project"} <= set(names(deck))


@pytest.mark.parametrize(
    ("line", "last"),
    [
        ("Zanthic Labs", ("Thank you", "BridgeOS · by Zanthic Labs")),
        ("Bridges for all", ("Contact us", "jane@zanthic.com", "www.zanthic.com/bridgeos")),
        ("Zanthic Consulting LLC", ("Thank you",)),
    ],
)
def test_the_maker_comes_before_its_product(line: str, last: tuple[str, ...]) -> None:
    deck = between(
        ("BridgeOS", line),
        last,
        ("What is BridgeOS?", "BridgeOS plans bridges."),
        ("How BridgeOS works", "People ask BridgeOS for plans."),
        ("Why BridgeOS?", "It knows rivers."),
    )
    found = profile.find(deck, AuditOptions())
    assert (found.vendor.name or "").startswith("Zanthic")
    assert found.products == ("BridgeOS",)


def test_a_well_known_product_is_its_makers_where_the_deck_names_the_maker() -> None:
    lines = ("People like Azure.", "Azure App Service plans.", "Azure App Service runs.")
    slides = [("Azure for builders", *lines)] * 4
    assert (vendor(written(*slides)) or "").startswith("Azure")
    told = written(*slides, ("More", "https://aka.ms/builders"))
    assert vendor(told) == "Microsoft"
    assert "Azure App Service" in profile.find(told, AuditOptions()).products


def test_a_name_that_is_only_often_said_is_nobodys() -> None:
    slides = [("Rivers", f"Boats leave Torvek at {n}.", "They come from Torvek.") for n in range(9)]
    assert vendor(written(*slides)) is None
    assert vendor(written(("Rivers", "Torvek, 3 August"), *slides)) is None
    assert vendor(written(("Rivers", "Torvek"), *slides)) == "Torvek"


@pytest.mark.parametrize(
    ("slides", "expected"),
    [
        (
            (("Our services", "2.1 River Planning", "We plan.", "2.2 Bridge Repair & Care"),),
            {"River Planning", "Bridge Repair & Care"},
        ),
        (
            (
                ("Our products", ""),
                ("1. Toll Gates", "x"),
                ("2. Road Signs", "x"),
                ("3. Kerbs", "x"),
            ),
            {"Toll Gates", "Road Signs", "Kerbs"},
        ),
        (
            (("What is new", "Zanthic Toll", "Zanthic Gate", "They stand."),),
            {"Zanthic Toll", "Zanthic Gate"},
        ),
        (
            (("Torvek 300", "Ask for it."), ("GateKeep", "x"), ("GateKeep 20", "Our GateKeep 20.")),
            {"GateKeep", "GateKeep 20"},
        ),
        ((("Introducing Torvek", "Torvek sees water."),), {"Torvek"}),
        (
            (("Our competition", "GateKeep"), ("Our partners", "GateKeep"), ("More", "Rivers")),
            set(),
        ),
        ((("Our services", "2.1 Overview", "2.2 Support"), ("More", "We like it.")), set()),
        ((("Zanthic Team", "Zanthic Team"), ("Zanthic Developer Forum", "Zanthic Values")), set()),
    ],
)
def test_products_are_read_from_lists_rows_and_editions(
    slides: tuple[tuple[str, ...], ...], expected: set[str]
) -> None:
    deck = between(
        ("Zanthic", "© 2026 Zanthic Inc."), ("Thank you", "© 2026 Zanthic Inc."), *slides
    )
    assert set(profile.find(deck, AuditOptions()).products) == expected


def test_what_everybody_builds_with_is_not_the_vendor() -> None:
    deck = between(
        ("Scaling on Kubernetes",),
        ("Kubernetes at Zanthic", "https://github.com/zanthic"),
        ("What is Kubernetes?", "Kubernetes runs containers."),
        ("Kubernetes architecture", "People like Kubernetes.", "Ask Zanthic for help."),
    )
    assert vendor(deck) == "Zanthic"


def test_the_speaker_is_not_the_company() -> None:
    deck = between(("Bridges", "By Ann Lee", "ann.lee@zanthic.com"), ("Questions", "Ann Lee"))
    assert vendor(deck) == "Zanthic"
    assert vendor(between(("Bridges", "By Ann Lee"), ("Questions", "Ann Lee"))) == "Ann Lee"


def test_whoever_made_the_template_or_the_program_is_not_the_vendor() -> None:
    deck = between(
        ("Zanthic", "Template by PrettySlides.com"),
        ("Loved this deck?", "Click below to see more: https://prettyslides.com"),
    )
    made = replace(deck, properties=Properties(company="PptxGenJS", author="PptxGenJS"))
    assert vendor(made) == "Zanthic"


def test_company_property_logo_and_domain_outweigh_a_repeated_project_name() -> None:
    footer = Block("Torvek Bridge Planning", Role.FOOTER, EDGE)
    logo = Picture(EDGE, PictureOrigin.IMAGE, Source.LAYOUT, alt="/home/x/zan-thic-logo.png")
    link = Block("More", Role.BODY, EDGE, runs=(Run("More", link="https://www.zanthic.org"),))
    slides = [
        replace(slide(n, f"Step {n}", blocks=(footer, link) if n < 4 else ()), pictures=(logo,))
        for n in range(1, 7)
    ]
    deck = replace(written(*slides), properties=Properties(company="ZanThic"))
    assert profile.find(deck, AuditOptions()).vendor.name == "ZanThic"
    assert profile.find(deck, AuditOptions()).products == ("Torvek Bridge Planning",)


@pytest.mark.parametrize(
    "lines",
    [
        ("Hospitals bring patience.", "Hospitals lose time.", "Hospitals want more."),
        ("App modernization", "App"),
        ("Preferred solution", "Preferred audience"),
        ("STEP ONE", "STEP TWO"),
    ],
)
def test_ordinary_words_are_nobodys_name(lines: tuple[str, ...]) -> None:
    deck = written(*[(line, line, *lines) for line in lines])
    assert vendor(deck) is None


@pytest.mark.parametrize(
    ("title", "line", "expected"),
    [
        ("Better bridges", "Client: Globex River centre", "Globex River centre"),
        ("Globex Rivers Business Case", "By Ann Lee", "Globex Rivers"),
        ("Globex Bridge Planner — Proposal", "ZANTHIC · www.zanthic.com", "Globex"),
        ("Bridge planner implementation for Globex", "www.zanthic.com", "Globex"),
        ("Better bridges", "For Globex", "Globex"),
        ("Better bridges for everyone", "www.zanthic.com", None),
        ("Better bridges", "Are you prepared for Globex?", None),
        ("Better bridges", "For Educators", None),
        ("A workshop for Kubernetes", "www.zanthic.com", None),
        ("Zanthic Business Case", "© 2026 Zanthic Inc.", None),
    ],
)
def test_the_title_slide_names_the_customer(title: str, line: str, expected: str | None) -> None:
    found = profile.find(between((title, line), ("Thank you",)), AuditOptions())
    assert found.customer.name == expected
    assert found.vendor.name is None or found.vendor.name != expected


def test_the_hero_of_a_case_is_the_customer() -> None:
    deck = between(
        ("Better bridges", "© 2026 Zanthic Inc."),
        ("Thank you",),
        ("Customer situation", "Globex Rivers is a builder of bridges.", "It waits."),
        ("Customer needs", "Plan a bridge in a week.", "Globex has many rivers."),
        ("Preferred solution", "Zanthic plans."),
    )
    found = profile.find(deck, AuditOptions())
    assert found.customer.names == ("Globex Rivers", "Globex")
    once = between(("Zanthic",), ("Thank you",), ("Customer situation", "Globex is a builder."))
    assert profile.find(once, AuditOptions()).customer.name is None


@pytest.mark.parametrize(
    "word", ["Road", "Hybrid", "Energy", "App", "ISO", "IEC", "SaaS", "EV", "Kubernetes", "Go"]
)
def test_ordinary_words_and_acronyms_are_no_products(word: str) -> None:
    slides = [
        (f"{word} for builders {n}", f"We know the {word} of builders.", f"They ask {word}.")
        for n in range(5)
    ]
    assert profile.find(written(("Zanthic",), *slides), AuditOptions()).products == ()


def test_products_stand_beside_the_vendor_or_carry_a_mark() -> None:
    deck = between(
        ("Zanthic", "© 2026 Zanthic Inc."),
        ("Thank you", "© 2026 Zanthic Inc."),
        ("Zanthic River Suite", "Plans in Zanthic River Suite are shared.", "Zanthic Team"),
        ("More", "Torvek™ sees water.", "Our Zanthic Team knows Torvek.", "Zanthic Overview"),
    )
    found = profile.find(deck, AuditOptions()).products
    assert set(found) == {"Zanthic River Suite", "Torvek"}


def test_a_footers_number_is_no_company_and_a_layouts_logo_may_be_named() -> None:
    footer = Block("Zanthic | Unit 4B | Globex", Role.FOOTER, EDGE)
    logo = Picture(EDGE, PictureOrigin.IMAGE, Source.LAYOUT, name="Zanthic logo")
    made = (
        replace(slide(n, "Unit 4B: room for Globex", *FILLER, blocks=(footer,)), pictures=(logo,))
        for n in range(1, 6)
    )
    given = AuditOptions(customer=("Globex",))
    assert profile.find(written(*made), given).vendor.name == "Zanthic"


def test_neither_a_town_nor_whom_an_offer_goes_to_is_the_vendor() -> None:
    given = AuditOptions(customer=("Globex",))
    town = (("Workshop at Globex", "Angers"), *[("Angers next", *FILLER)] * 4)
    assert profile.find(written(*town), given).vendor.name != "Angers"
    offer = Block("Design study for kurbel8 Fahrradwerk AG", Role.FOOTER, EDGE)
    made = (slide(n, "Halls of wood", *FILLER, blocks=(offer,)) for n in range(1, 6))
    assert profile.find(written(*made), given).vendor.name != "Fahrradwerk"
