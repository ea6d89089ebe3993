"""Every motif rule finds its own examples and leaves its look-alikes alone."""

from __future__ import annotations

import pytest

from sowhat import language, signs
from sowhat.model import Motif
from sowhat.rules import MotifRule, SlideExample, load
from sowhat.signs.score import FOUND, motif_scores
from tests.rules.decks import deck

EXAMPLES = [
    pytest.param(rule, example, found == rule.wanted, id=f"{rule.id}-{kind}-{number}")
    for rule in load().motifs.values()
    for kind, found, examples in (("good", True, rule.good), ("bad", False, rule.bad))
    for number, example in enumerate(examples, start=1)
]


@pytest.mark.parametrize(("rule", "example", "expected"), EXAMPLES)
def test_example(rule: MotifRule, example: SlideExample, expected: bool) -> None:
    made, profile, index = deck(example)
    found = signs.find(made, language.parse(made), profile)[index]
    score = motif_scores(found).get(rule.id, 0.0)
    shown = [(s.id, s.weight, s.place.quote) for s in found if s.motif == rule.id]
    assert (score >= FOUND) == expected, f"{score:.2f} {shown}"


@pytest.mark.parametrize("rule", load().motifs.values(), ids=lambda rule: rule.id)
def test_form(rule: MotifRule) -> None:
    assert len(rule.good) >= 2
    assert len(rule.bad) >= 2
    assert len(rule.so_what) >= 3
    assert {sign.kind for sign in rule.signs} <= signs.KINDS
    assert len({sign.id for sign in rule.signs}) == len(rule.signs)
    for sign in rule.signs:
        why = sign.why.format(quote="q", vendor="v", customer="c", count=2, field="f")
        assert why.endswith((".", "?"))
    for question in rule.so_what:
        assert question.format(claim="q", vendor="v", customer="c").endswith("?")


def test_every_motif_has_a_rule() -> None:
    assert set(load().motifs) == set(Motif)
