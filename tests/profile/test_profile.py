"""Who shows the deck, what it sells and to whom: from the deck's own evidence."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from sowhat import profile
from sowhat.model import (
    Block,
    Box,
    Deck,
    Origin,
    Party,
    Picture,
    PictureOrigin,
    Profile,
    Properties,
    Purpose,
    Role,
    Run,
    Slide,
    Source,
)
from sowhat.settings import AuditOptions
from tests.decks import slide, written

NOTHING = AuditOptions()
EDGE = Box(0.1, 0.95, 0.9, 0.98)
FILLER = ("The year ends", "People wait for numbers.", "Nobody likes to wait.")


def find(deck: Deck, options: AuditOptions = NOTHING) -> Profile:
    return profile.find(deck, options)


def deck_with(*lines: str, title: str = "A new start", every: str = "", count: int = 6) -> Deck:
    """Make a deck whose first slide has these lines and whose every slide has a footer."""
    footer = (Block(every, Role.FOOTER, EDGE),) if every else ()
    first = slide(1, title, *lines, blocks=footer)
    others = ([f"{line[:-1]} {n}." for line in FILLER] for n in range(2, count + 1))
    return written(first, *(slide(n, *lines, blocks=footer) for n, lines in enumerate(others, 2)))


@pytest.mark.parametrize(
    "deck",
    [
        pytest.param(deck_with(every="© 2026 Zanthic Inc. All rights reserved."), id="copyright"),
        pytest.param(deck_with(every="Copyright 2019-2026 by Zanthic GmbH"), id="in words"),
        pytest.param(
            deck_with("Visit www.zanthic.com", "jane@zanthic.com", title="About Zanthic"),
            id="domain and headline",
        ),
        pytest.param(
            deck_with("At Zanthic, we care.", "We at Zanthic build bridges.", title="Zanthic"),
            id="we at",
        ),
        pytest.param(deck_with("Zanthic", title="Zanthic", every="Zanthic"), id="title and footer"),
    ],
)
def test_the_vendor_is_found(deck: Deck) -> None:
    vendor = find(deck).vendor
    assert vendor.name == "Zanthic"
    assert vendor.source is Origin.FOUND


def test_the_vendor_is_found_in_properties_layouts_and_links() -> None:
    deck = deck_with("Zanthic builds bridges.")
    company = replace(deck, properties=Properties(company="Zanthic Inc.", title="Zanthic"))
    logo = Picture(EDGE, PictureOrigin.IMAGE, Source.LAYOUT, alt="Zanthic logo")
    drawn = replace(company, slides=tuple(replace(s, pictures=(logo,)) for s in company.slides))
    link = Block("More", Role.BODY, EDGE, runs=(Run("More", link="https://www.zanthic.com/a"),))
    first = replace(drawn.slides[0], blocks=(*drawn.slides[0].blocks, link))
    assert find(replace(drawn, slides=(first, *drawn.slides[1:]))).vendor.name == "Zanthic"


def test_other_spellings_of_the_vendor_are_aliases() -> None:
    deck = written(
        ("Zanthic Systems", "© 2026 Zanthic Systems GmbH", "www.zanthic.com"),
        ("Why Zanthic?", "Zanthic is a builder of bridges."),
        ("About Zanthic", "At Zanthic, we care."),
    )
    names = find(deck).vendor.names
    assert {"Zanthic"} <= set(names) <= {"Zanthic", "Zanthic Systems"}


@pytest.mark.parametrize(
    "deck",
    [
        written(),
        written(("",)),
        written(("Agenda", "Introduction"), ("Questions", "Thank you")),
        written(("Your year in numbers", "Invoices wait nine days."), FILLER),
        deck_with("jane@gmail.com", "https://github.com/a/b", "www.linkedin.com/in/x"),
        deck_with("Confidential", every="Confidential"),
    ],
)
def test_what_nobody_says_stays_unknown(deck: Deck) -> None:
    found = find(deck)
    assert found == Profile()
    assert (found.vendor.name, found.customer.name, found.products) == (None, None, ())
    assert found.purpose_source is Origin.UNKNOWN


@pytest.mark.parametrize(
    "line",
    ["Prepared for Globex", "Proposal for Globex", "PREPARED FOR: Globex", "Client: Globex"],
)
def test_the_customer_is_the_one_it_was_prepared_for(line: str) -> None:
    deck = written(
        ("A new start", line, "© 2026 Zanthic Inc."),
        ("Where Globex stands", "Globex closes its books in nine days.", "© 2026 Zanthic Inc."),
        ("Next steps", "Globex names two controllers.", "© 2026 Zanthic Inc."),
    )
    found = find(deck)
    assert (found.customer.name, found.customer.source) == ("Globex", Origin.FOUND)
    assert found.vendor.name == "Zanthic"


def test_the_vendor_is_never_its_own_customer() -> None:
    deck = deck_with(
        "Prepared for Zanthic", "Zanthic", title="Zanthic", every="© 2026 Zanthic Inc."
    )
    assert find(deck, AuditOptions(vendor=("Zanthic",))).customer.name is None


def test_a_name_later_in_the_deck_is_an_example_and_no_customer() -> None:
    deck = written(*[FILLER] * 4, ("A case", "Prepared for Globex", "Globex saved a day."))
    assert find(deck).customer.name is None


def test_products_are_named_in_headlines_and_come_back() -> None:
    deck = written(
        ("Zanthic", "© 2026 Zanthic Inc."),
        ("ZanFlow: invoices without paper", "ZanFlow reads them."),
        ("How ZanFlow works", "ZanFlow asks ZanPay."),
        ("ZanPay", "ZanPay pays.", "ZanFlow knows."),
        ("ZanPay and you", "ZanPay waits.", "© 2026 Zanthic Inc."),
    )
    products = find(deck).products
    assert set(products) == {"ZanFlow", "ZanPay"}
    assert len(find(deck, AuditOptions(vendor=("ZanFlow",))).products) == 1


def test_given_names_are_taken_as_they_are() -> None:
    deck = deck_with("Prepared for Globex", every="© 2026 Zanthic Inc.")
    options = AuditOptions(
        vendor=("acme!", "ACME"),
        customer=("Initech",),
        products=("X", "Y"),
        purpose=Purpose.PARTNER,
    )
    assert find(deck, options) == Profile(
        Party("acme!", ("ACME",), Origin.GIVEN),
        Party("Initech", (), Origin.GIVEN),
        ("X", "Y"),
        Purpose.PARTNER,
        Origin.GIVEN,
    )
    only = find(deck, AuditOptions(customer=("Initech",)))
    assert (only.vendor.name, only.customer.source) == ("Zanthic", Origin.GIVEN)


def test_notes_and_alt_texts_are_not_the_decks_word() -> None:
    hidden = tuple(
        Block("© 2026 Zanthic Inc.", role, None, source=source)
        for role, source in ((Role.NOTES, Source.NOTES), (Role.ALT, Source.ALT))
    )
    slides = [Slide(n, "The year", blocks=hidden[1:], notes=hidden[:1]) for n in range(1, 6)]
    assert find(written(*slides)).vendor.name is None


def test_random_words_never_break_it() -> None:
    chance = random.Random(4)
    words = (
        "Acme © 2026 Inc. (c) by a.b.c @x.y www. https:// C++ [x] \\ ( * 東京 É é · | — $ ^ for:"
    )
    for _ in range(60):
        slides = [
            slide(
                number,
                " ".join(chance.choices(words.split(), k=chance.randint(0, 5))),
                *(
                    " ".join(chance.choices(words.split(), k=chance.randint(0, 8)))
                    for _ in range(chance.randint(0, 4))
                ),
            )
            for number in range(1, chance.randint(1, 8))
        ]
        found = find(written(*slides))
        for party in (found.vendor, found.customer):
            assert (party.name is None) == (party.source is Origin.UNKNOWN)
            assert party.name is None or party.name == party.name.strip() != ""
        assert len(found.products) <= 5
