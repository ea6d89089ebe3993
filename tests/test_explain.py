from __future__ import annotations

import re
from pathlib import Path

import pytest

from sowhat.engine import audit
from sowhat.explain import Explanation, explain, explanations
from sowhat.model import Motif
from sowhat.rules import load
from sowhat.settings import AuditOptions

EVERY = list(explanations())


def test_every_motif_and_finding_is_there_once() -> None:
    ids = [one.id for one in EVERY]
    assert len(ids) == len(set(ids))
    assert {*Motif, *load().findings, *load().signs} == set(ids)


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.id)
def test_each_says_why_where_that_comes_from_and_what_speaks_against_it(one: Explanation) -> None:
    assert one.why.strip().endswith((".", "!", "?"))
    assert one.sources
    assert one.against
    for said in (one.name, one.why, one.does, *one.asks, *one.shows, *one.bad, *one.good):
        assert not re.search(r"\{\w*\}", said)
        assert "  " not in said
    assert len(set(one.against)) == len(one.against)
    assert not set(one.against) & set(one.sources)
    if one.kind != "sign":
        assert one.does
        assert one.bad
        assert one.good
        assert len(one.asks) >= 2


def test_you_alone_does_little() -> None:
    (packard,) = (said for said in explain("you").against if "Packard" in said)
    assert "Journal of Marketing Research (2018)" in packard


def test_every_sign_that_evidence_can_name_is_explained() -> None:
    for rule in load().motifs.values():
        for sign in rule.signs:
            told = explain(f"{rule.id}/{sign.id}")
            assert told.kind == "sign"
            assert told.shows[0].startswith(sign.id)
            assert told.against == rule.against
    for name in ("reads-vendor", "reads-customer", "named-person", "named-date", "not-read"):
        assert explain(name).id == name
        assert explain(name).why


def test_what_an_audit_goes_by_is_explained(vendor_pptx: Path) -> None:
    found = audit(vendor_pptx, AuditOptions(pictures=False, decisions=()))
    ids = {sign.id for signs in found.signs for sign in signs}
    ids |= {sign.id for verdict in found.verdicts for sign in verdict.evidence}
    assert len(ids) > 15
    for name in ids | {finding.id for finding in found.findings}:
        assert explain(name).id == name


@pytest.mark.parametrize("name", ["", "none-such", "logos/none-such", "/", "x/y", "explain"])
def test_an_unknown_name_is_an_error(name: str) -> None:
    with pytest.raises(KeyError):
        explain(name)


def test_an_examples_slides_are_told_in_their_words() -> None:
    told = explain("plan-without-both")
    assert told.bad[0].endswith(
        "→ Next steps: Acme installs AcmeFlow · Acme trains the users · Go-live in June"
    )
    assert len(set(told.bad) & set(told.good)) == 0
    decks = [deck for one in EVERY if one.kind == "finding" for deck in (*one.bad, *one.good)]
    assert max(len(slide) for deck in decks for slide in deck.split(" → ")) <= 120
