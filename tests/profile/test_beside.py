"""Whose deck it is where the customer was given, and what that customer is called for short."""

from __future__ import annotations

import pytest

from sowhat.profile import find
from sowhat.profile.abbreviations import abbreviations, spelling
from sowhat.settings import AuditOptions
from tests.decks import written


def vendor(customer: str, *pairs: str) -> str | None:
    """Return the vendor of a deck for ``customer`` that has ``pairs`` on every slide."""
    pages = [(f"Point {number}", "People wait for numbers.", *pairs) for number in range(2, 7)]
    deck = written(("Books that close", *pairs), *pages)
    return find(deck, AuditOptions(customer=(customer,))).vendor.name


@pytest.mark.parametrize("pair", ["Orwell Textiles and Quennor", "Quennor for Orwell Textiles"])
def test_who_stands_beside_the_customer_is_the_vendor(pair: str) -> None:
    assert vendor("Orwell Textiles", pair) == "Quennor"


def test_a_customer_that_was_given_is_not_the_vendor() -> None:
    assert vendor("Orwell Textiles", "© 2026 Orwell Textiles Ltd", "Project OTL") is None


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Review with Orwell Textiles Ltd (OTL), 3 May", ("OTL",)),
        ("Orwell Textiles Ltd. (“OTX”) signs", ("OTX",)),
        ("Orwell Textiles (formerly Orwell)", ()),
        ("Hobart Mills (HBM) and Orwell Textiles", ()),
    ],
)
def test_letters_in_brackets_are_short_for_the_name(text: str, short: tuple[str, ...]) -> None:
    assert abbreviations(["Orwell Textiles"], [text]) == short


def test_letters_that_spell_the_name_may_be_it() -> None:
    said = ["Project OTL", "OTX desk", "OWT", "TO", "CRM and TXO"]
    assert spelling(["Orwell Textiles Ltd"], said) == ("OTL", "OTX", "OWT")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("The Copper Still Bottling Company", "TCSB"),
        ("Karaçam Mobilya A.Ş.", "KMAS"),
        ("Quinta do Falcoeiro Vinhos Lda", "QFVL"),
        ("Ebnerhof Küchen GmbH & Co. KG", "EHKG"),
        ("University of Quillane", "UOQ"),
        ("Blackwater Ridge Regional Airport Authority", "BRRA"),
        ("Pier 19 Brewing Company", "PNBC"),
        ("7Peaks Fitness Group Ltd", "SPFG"),
        ("Wasserverband Niederheide AöR", "WVNH"),
    ],
)
def test_small_words_and_legal_forms_may_be_spelt_too(name: str, letters: str) -> None:
    assert spelling([name], [f"Plant {letters}-HP400", "TLP:AMBER"]) == (letters,)
