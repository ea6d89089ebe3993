"""Every finding comes on its bad decks and on no good one."""

from __future__ import annotations

import re

import pytest

from sowhat import measure
from sowhat.model import Finding, Purpose
from sowhat.rules import DeckExample, FindingRule, load
from tests.measure.decks import deck_of, profile_of, verdicts_of

RULES = tuple(load().findings.values())
EXAMPLES = [
    pytest.param(rule, example, expected, id=f"{rule.id}-{kind}-{number}")
    for rule in RULES
    for kind, expected, examples in (("bad", True, rule.bad), ("good", False, rule.good))
    for number, example in enumerate(examples, start=1)
]


def found(example: DeckExample, purpose: Purpose = Purpose.FIRST_MEETING) -> dict[str, Finding]:
    deck, verdicts = deck_of(example.slides, example.text), verdicts_of(example.slides)
    signs = [()] * len(verdicts)
    measures = measure.measure(deck, verdicts, signs)
    answer = measure.findings(deck, profile_of(purpose), verdicts, measures, signs)
    return {finding.id: finding for finding in answer}


@pytest.mark.parametrize(("rule", "example", "expected"), EXAMPLES)
def test_example(rule: FindingRule, example: DeckExample, expected: bool) -> None:
    findings = found(example)
    assert (rule.id in findings) == expected, findings
    if not expected:
        return
    finding = findings[rule.id]
    shown = [n for n, line in enumerate(example.slides, 1) if "hidden" not in line.split()]
    assert set(finding.slides) <= set(shown)
    assert {place.slide for place in finding.places} <= set(finding.slides)
    assert finding.level == rule.level
    assert re.fullmatch(r"[A-Z1-9][^{}]+[.]", finding.message), finding.message
    assert not re.search(r"\b(slides \d+\b(?! to| and|,)|1 slides|1 figures)", finding.message)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_spared_purposes(rule: FindingRule) -> None:
    for purpose in Purpose:
        assert (rule.id in found(rule.bad[0], purpose)) == (purpose not in rule.not_for)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_form(rule: FindingRule) -> None:
    assert len(rule.good) >= 2
    assert len(rule.bad) >= 2
    assert len(rule.so_what) >= 2
    assert rule.source
    assert rule.level in {"us", "gap", "check"}
    for words in (rule.why, rule.advice, *rule.so_what):
        assert "{" not in words
        assert words == words.strip()
        assert words.endswith((".", "?", "”"))


def test_every_finding_has_its_check() -> None:
    assert set(load().findings) == set(measure.CHECKS)
