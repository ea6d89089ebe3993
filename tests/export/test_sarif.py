from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from sowhat.errors import DeckError
from sowhat.export import sarif
from sowhat.model import Audit, Box, Finding, Gap, Place, Source
from sowhat.rules import load
from tests import decks

SCHEMA = Path(__file__).parent / "sarif-schema-2.1.0.json"


@pytest.fixture(scope="module")
def valid() -> Callable[[Any], Any]:
    """Check against the standard's own schema."""
    compiled: Callable[[Any], Any] = fastjsonschema.compile(
        json.loads(SCHEMA.read_text(encoding="utf-8")), use_default=False
    )
    return compiled


@pytest.fixture(scope="module")
def found(audit_of: Callable[..., Audit]) -> Audit:
    """An audit with findings of every shape: on places, on slides, on none."""
    made = audit_of(
        decks.written(("We lead", "the leading platform"), ("Cost", "Save 40%"), ("x",))
    )
    place = Place(2, Source.SLIDE, Box(0.1, -0.2, 0.30001, 0.4), False, "Save 40%", 1, 0)
    findings = (
        Finding("all-about-us", (1, 2), "Nearly all is about you.", "us"),
        Finding("no-plan", (), "No plan.", "gap"),
        Finding("unsourced-number", (2,), "1 figure.", "check", (place,)),
    )
    deck = replace(made.deck, path="some folder/Änderung #1.pptx", gaps=(Gap("no-text", 3),))
    return replace(made, deck=deck, findings=findings)


def run_of(valid: Callable[[Any], Any], *audits: Audit, **more: Any) -> dict[str, Any]:
    log = json.loads(sarif.as_sarif(audits, "1.2.3", **more))
    valid(log)
    (run,) = log["runs"]
    return dict(run)


def test_each_finding_is_a_result_with_rule_level_and_place(
    valid: Callable[[Any], Any], found: Audit
) -> None:
    run = run_of(valid, found)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == list(load().findings)
    results = run["results"]
    assert [one["ruleId"] for one in results] == [one.id for one in found.findings]
    assert [rules[one["ruleIndex"]] for one in results] == [one.id for one in found.findings]
    assert [one["level"] for one in results] == ["warning", "warning", "note"]
    assert [one["message"]["text"] for one in results] == [one.message for one in found.findings]
    about, plan, number = (one["locations"] for one in results)
    assert [place["properties"]["slide"] for place in about] == [1, 2]
    assert [place["message"]["text"] for place in about] == ["We lead", "Cost"]
    assert [set(place) for place in plan] == [{"physicalLocation"}]
    (at,) = number
    assert at["properties"] == {
        "slide": 2,
        "source": "slide",
        "box": [0.1, 0.0, 0.3, 0.4],
        "exact": False,
        "quote": "Save 40%",
    }
    assert at["logicalLocations"] == [
        {"name": "slide 2", "fullyQualifiedName": "Änderung #1.pptx/slide 2", "kind": "slide"}
    ]


def test_decks_are_artifacts_of_one_run(valid: Callable[[Any], Any], found: Audit) -> None:
    other = replace(found, deck=replace(found.deck, path=str(Path("/tmp/b c.pdf")), gaps=()))
    run = run_of(valid, found, other)
    uris = [one["location"]["uri"] for one in run["artifacts"]]
    assert uris == ["some%20folder/%C3%84nderung%20%231.pptx", Path("/tmp/b c.pdf").as_uri()]
    places = [
        one["locations"][0]["physicalLocation"]["artifactLocation"]["index"]
        for one in run["results"]
    ]
    assert places == [0, 0, 0, 1, 1, 1]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is True
    (note,) = invocation["toolExecutionNotifications"]
    assert (note["level"], note["message"]["text"][:8]) == ("note", "Slide 3:")


def test_a_deck_that_was_not_read_is_told(valid: Callable[[Any], Any]) -> None:
    run = run_of(valid, unread={Path("no.pptx"): DeckError("missing", path="no.pptx")})
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (note,) = invocation["toolExecutionNotifications"]
    assert note["level"] == "error"
    assert "no.pptx" in note["message"]["text"]
    assert run["results"] == []


def test_a_result_is_known_again_when_slides_move(
    valid: Callable[[Any], Any], found: Audit
) -> None:
    first, second, third = found.deck.slides
    moved = replace(
        found,
        deck=replace(found.deck, slides=(third, replace(second, number=2), first)),
        findings=(replace(found.findings[0], slides=(2, 3)), *found.findings[1:]),
    )
    one, other = (
        [result["partialFingerprints"] for result in run_of(valid, audit)["results"]]
        for audit in (found, moved)
    )
    assert one == other
    assert len({str(mark) for mark in one}) == 3


def test_the_schema_refuses_what_is_wrong(valid: Callable[[Any], Any], found: Audit) -> None:
    log = json.loads(sarif.as_sarif([found], "1.2.3"))
    log["runs"][0]["results"][0]["level"] = "bad"
    with pytest.raises(fastjsonschema.JsonSchemaException):
        valid(log)
