from __future__ import annotations

import re
from collections import Counter

import pytest

from sowhat.advise.kinds import kind_of
from sowhat.advise.questions import Questions
from sowhat.model import Motif, Side
from sowhat.rules import load
from sowhat.rules.questions import load_questions
from tests.advise.rules import RULES

BLANKS = {"claim", "customer", "vendor"}


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        ("Twelve data centres worldwide", "number"),
        ("99% of all orders", "number"),
        ("The leading platform for claims", "praise"),
        ("Lower total cost of ownership", "cost"),
        ("Trusted by 500 banks", "praise"),
        ("Used by 500 banks", "peers"),
        ("Faster time to market", "better"),
        ("Dashboards, alerts and reports", "list"),
        ("We build cold rooms", "ours"),
        ("Modular architecture", "method"),
        ("Real-time visibility", "any"),
    ],
)
def test_claims_are_told_apart(claim: str, kind: str) -> None:
    assert kind_of(claim) == kind


def test_every_question_has_a_claim_and_its_end() -> None:
    rules = load_questions()
    asked = [question for several in rules.questions.values() for question in several]
    assert len(asked) == len(set(asked)) >= 60
    for question in asked:
        assert "“{claim}”" in question
        assert question.endswith(("?", "."))
        assert set(re.findall(r"{(\w+)}", question)) <= BLANKS


def test_the_kinds_have_questions_of_their_own() -> None:
    kinds = {kind_of(claim) for claim in ("x y", "3 x", "best x", "x cost", "our x", "used", "api")}
    assert kinds <= set(load_questions().questions)


@pytest.mark.parametrize("motif", [Motif.PRODUCT, Motif.METHOD, Motif.COMPANY])
def test_a_deck_of_one_motif_hears_at_most_one_in_five_twice(motif: Motif) -> None:
    claims = [f"Claim {letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    questions, rule = Questions(), load().motifs[motif]
    asked = Counter(questions.next(rule, claim) for claim in claims)
    assert sum(times for times in asked.values() if times > 1) <= len(claims) / 5


def test_all_are_used_before_any_comes_again() -> None:
    questions, rule = Questions(), RULES.motifs[Motif.PRODUCT]
    pool = {*rule.so_what, *load_questions().questions["any"]}
    assert {questions.next(rule, "Real-time visibility") for _ in pool} == pool
    last = questions.next(rule, "Real-time visibility")
    assert questions.next(rule, "Real-time visibility") != last


def test_where_nothing_is_claimed_the_rule_asks() -> None:
    for motif in (Motif.PRODUCT, Motif.PROBLEM):
        questions, rule = Questions(), RULES.motifs[motif]
        assert {questions.next(rule, "") for _ in rule.so_what} == set(rule.so_what)
    goal = RULES.motifs[Motif.GOAL]
    assert goal.side is not Side.VENDOR
    assert Questions().next(goal, "A claim") in goal.so_what
