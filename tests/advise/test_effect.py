from __future__ import annotations

from collections.abc import Sequence

from sowhat.advise.effect import effect as effect_on
from sowhat.model import Action, Advice
from tests.measure.decks import verdicts_of

DECK = (
    "neutral title", "vendor company", "vendor logos", "vendor product", "vendor product",
    "customer problem", "vendor product", "mixed product goal", "neutral closing",
)  # fmt: skip


def effect(advice: Advice, lines: Sequence[str] = DECK) -> str:
    shown = [v for v in verdicts_of(lines) if "hidden" not in lines[v.slide - 1].split()]
    return effect_on(shown, advice)


def test_a_rewritten_slide_counts_as_the_customers() -> None:
    assert effect(Advice(7, Action.REWRITE)) == "share falls from 79% to 64%"
    assert effect(Advice(8, Action.REWRITE)) == "share falls from 79% to 71%"
    assert effect(Advice(4, Action.REWRITE)) == (
        "share falls from 79% to 64%; your customer first appears as slide 4 instead of 6; "
        "the longest stretch about you shrinks from 4 slides to 2"
    )


def test_a_cut_slide_is_gone() -> None:
    assert effect(Advice(7, Action.CUT)) == "share falls from 79% to 75%"


def test_a_move_changes_the_order_only() -> None:
    assert effect(Advice(6, Action.MOVE, to=2)) == (
        "your customer first appears as slide 2 instead of 6"
    )
    assert effect(Advice(3, Action.MOVE, to=9)) == (
        "your customer first appears as slide 5 instead of 6; "
        "the longest stretch about you shrinks from 4 slides to 3"
    )
    assert effect(Advice(2, Action.MOVE, to=3)) == (
        "an order that is easier to follow; the share stays as it is"
    )
    assert effect(Advice(9, Action.CUT)) == (
        "one slide less to sit through; the share stays as it is"
    )
    assert effect(Advice(9, Action.REWRITE)) == "a clearer slide; the share stays as it is"


def test_small_effects_are_said_in_words() -> None:
    lines = ["customer goal"] + ["vendor product"] * 300
    assert effect(Advice(300, Action.CUT), lines) == (
        "share falls by less than one per cent; "
        "the longest stretch about you shrinks from 300 slides to 299"
    )
    lines = ["neutral title", "vendor product", "vendor product", "neutral closing"]
    assert effect(Advice(2, Action.REWRITE), lines) == (
        "share falls from 100% to 50%; your customer first appears, as slide 2; "
        "the longest stretch about you shrinks from 2 slides to 1"
    )


def test_hidden_slides_do_not_count() -> None:
    lines = ["vendor product", "customer goal", "vendor product hidden"]
    assert effect(Advice(1, Action.REWRITE), lines).startswith("share falls from 50% to 0%")
