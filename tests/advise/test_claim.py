from __future__ import annotations

from dataclasses import replace

import pytest

from sowhat.advise.claim import claim_of, shorten
from sowhat.model import Motif, Source
from tests.measure.decks import deck_of, sign, verdicts_of


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Twelve data centres", "Twelve data centres"),
        ("• Award-winning support, around the clock.", "Award-winning support"),
        ("Our platform – built for scale", "Our platform"),
        ("AcmeFlow: the leading planning suite", "the leading planning suite"),
        (
            "We are the only vendor that covers the whole of your value chain",
            "We are the only vendor that covers",
        ),
        ("  Growth \n since 1998 ", "since 1998"),
        ("“The best tool we ever bought!”", "The best tool we ever bought"),
        ("AI-driven", "AI-driven"),
        ("… – !", ""),
        ("31%", ""),
        ("🔧 Growth of 31%", "Growth of 31%"),
        ("A “floor” for all", "A floor for all"),
        ("See https://example.com/a for more", ""),
        ("Write to me@example.com", ""),
        ("Unit test (actual", "Unit test"),
        ("2020) is the standard for plants", "is the standard for plants"),
        ("A taste of it… Every month", "A taste of it"),
        ("", ""),
    ],
)
def test_shorten(words: str, expected: str) -> None:
    assert shorten(words).removesuffix(" …") == expected


def test_a_cut_is_shown() -> None:
    cut = shorten("Fifteen hundred engineers on four continents build the future for our partners")
    assert cut == "Fifteen hundred engineers on four continents build …"


def test_the_strongest_vendor_evidence_speaks() -> None:
    lines, text = ["mixed product goal"], {"1": "The platform for growth"}
    slide, verdict = deck_of(lines, text).slides[0], verdicts_of(lines)[0]
    goal, word = sign(1, Motif.GOAL, "Your goal is growth"), sign(1, Motif.PRAISE, "leading")
    claim = sign(1, Motif.PRODUCT, "Our leading platform")
    assert claim_of(slide, replace(verdict, evidence=(goal, word, claim))) == "Our leading platform"
    assert claim_of(slide, replace(verdict, evidence=(goal, word))) == "The platform for growth"
    untitled = replace(slide, title="")
    assert claim_of(untitled, replace(verdict, evidence=(goal, word))) == "leading"
    assert claim_of(untitled, replace(verdict, evidence=(goal,))) == ""


def test_evidence_is_read_in_its_clause() -> None:
    words = "Since 2009: we will support every plant, day and night."
    slide = deck_of(["vendor method"], {"1": f"How\n{words}"}).slides[0]
    verdict = verdicts_of(["vendor method"])[0]
    part = sign(1, Motif.METHOD, "will support")
    place = replace(part.place, block=1, start=words.index("will"))
    found = replace(verdict, evidence=(replace(part, place=place),))
    assert claim_of(slide, found) == "we will support every plant"
    notes = replace(part, place=replace(place, source=Source.NOTES))
    assert claim_of(slide, replace(verdict, evidence=(notes,))) == "How"


def test_a_heading_that_only_asks_gives_way() -> None:
    lines = ["vendor product"]
    slide, verdict = deck_of(lines, {"1": "Our deal"}).slides[0], verdicts_of(lines)[0]
    asks = sign(1, Motif.PRODUCT, "Why we win every deal")
    claims = sign(1, Motif.PRODUCT, "Twelve data centres")
    found = claim_of(slide, replace(verdict, evidence=(asks, claims)))
    assert found == "Twelve data centres"
