"""No part of the advice on a deck contradicts another."""

from __future__ import annotations

import itertools

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sowhat.advise import advise, cuts, fixes, missing, propose, weighed
from sowhat.advise.effect import State
from sowhat.model import Action, FixKind, Motif, Purpose
from sowhat.rules import load
from tests.advise.random_decks import KINDS, Made
from tests.measure.decks import deck_of, profile_of, verdicts_of

GONE = (Action.CUT, Action.MERGE)
PLANS = "Plans every line in your plant\nWarns before one stands still"
BODIES = (
    "",
    f"{PLANS}\nRuns on any tablet\nLearns from every season",
    f"{PLANS}\nRuns on any tablet\nCounts parts at night",
    f"{PLANS}\nCompares suppliers, weather, holidays, harvests, prices and forecasts",
    "Founded in a garage by two engineers who wanted fewer stops and more sleep at night",
)
SAID = [
    (f"{line} {flag}".strip(), f"{head}\n{body}")
    for (line, flag, _), head, body in itertools.product(KINDS, ("Costs", "Work"), BODIES)
    if flag != "step"
]
WALLS = [(line, "") for line in ("vendor logos", "vendor company logos", "mixed logos problem")]


def made(slides: list[tuple[str, str]]) -> Made:
    lines = [line for line, _ in slides]
    return Made(
        deck_of(lines, {str(n): said for n, (_, said) in enumerate(slides, 1)}), verdicts_of(lines)
    )


DECKS = st.lists(st.sampled_from(SAID) | st.sampled_from(WALLS), min_size=1, max_size=14).map(made)


EQUAL_WALLS = made([("vendor logos", f"Costs\n{BODIES[1]}")] * 2 + [("vendor logos", "")])


@settings(deadline=None)
@given(DECKS, st.sampled_from(Purpose))
@example(EQUAL_WALLS, Purpose.FIRST_MEETING)
def test_no_part_of_the_advice_contradicts_another(deck: Made, purpose: Purpose) -> None:
    who, rules, told = profile_of(purpose), load(), deck.verdicts
    found = cuts(deck.deck, who, told, rules)
    order = propose(deck.deck, who, told, rules, found)
    found = weighed(deck.deck, told, found)
    advice = {one.slide: one for one in advise(deck.deck, who, told, rules, order, found)}
    lacking = missing(deck.deck, who, told, (), order, rules)
    top = fixes(deck.deck, told, list(advice.values()), order, lacking, found)

    gone = {number: one for one in found for number in one.slides}
    assert sum(len(one.slides) for one in found) == len(gone)
    assert gone.keys().isdisjoint(one.keep for one in found)
    assert {n: one.action for n, one in gone.items()} == {
        n: one.action for n, one in advice.items() if one.action in GONE
    }
    assert all(advice[n].draft is None and advice[n].to is None for n in gone)
    assert gone.keys().isdisjoint(move.slide for move in order.moves)
    for fix in top:
        if fix.kind in (FixKind.CUT, FixKind.MERGE):
            assert fix.slides in [one.slides for one in found]
        else:
            assert gone.keys().isdisjoint(fix.slides)
    assert sorted(order.slides) == list(range(1, len(told) + 1))

    shown = [told[slide.number - 1] for slide in deck.deck.shown]
    for one in found:
        rest = [v for v in shown if v.slide not in one.slides]
        assert (State.of(rest).share or 0.0) <= (State.of(shown).share or 0.0)
    rest = [v for v in shown if v.slide not in gone]
    assert (State.of(rest).share or 0.0) <= (State.of(shown).share or 0.0)
    if purpose not in rules.findings["several-logo-walls"].not_for:
        bare = [v for v in rest if v.motif is Motif.LOGOS and v.stance == "vendor" and not v.unsure]
        assert len(bare) <= 1
