"""What holds for every deck, tried on made-up ones."""

from __future__ import annotations

import random

import pytest

from sowhat import measure
from sowhat.advise import advise, fixes, propose
from sowhat.model import Action, Motif, Purpose, Stance
from sowhat.rules import load
from tests.measure.decks import deck_of, profile_of, verdicts_of

WORDS = ["you", "save", "40%", "are", "we", "ready?", "our platform", "plan", "your team", "3 days"]


def _line(dice: random.Random) -> str:
    motifs = " ".join(dice.sample(list(Motif), dice.randint(0, 3)))
    flags = " ".join(flag for flag in ("hidden", "unsure", "unread") if dice.random() < 0.15)
    return f"{dice.choice(list(Stance))} {motifs} {flags}"


@pytest.mark.parametrize("seed", range(60))
def test_every_deck(seed: int) -> None:
    dice = random.Random(seed)
    lines = [_line(dice) for _ in range(dice.randint(1, 30))]
    text = {
        str(n): "\n".join(" ".join(dice.choices(WORDS, k=6)) for _ in range(3))
        for n in range(1, len(lines) + 1)
    }
    deck, verdicts, profile = deck_of(lines, text), verdicts_of(lines), profile_of()
    shown = {slide.number for slide in deck.shown}
    signs = [()] * len(lines)

    found = measure.measure(deck, verdicts, signs)
    counts = (found.vendor, found.customer, found.mixed, found.neutral, found.unsure)
    assert sum(counts) == len(shown)
    assert found.vendor_share is None or 0 <= found.vendor_share <= 1
    for purpose in Purpose:
        assert measure.sentence(found, profile_of(purpose)).endswith(".")

    for finding in measure.findings(deck, profile, verdicts, found, signs):
        assert shown.issuperset(finding.slides)
        assert "{" not in finding.message
        assert {place.slide for place in finding.places} <= set(finding.slides)

    advice = advise(deck, profile, verdicts, load())
    for item in advice:
        assert item.slide in shown
        assert item.to is None or item.action is Action.MOVE
        assert item.to != item.slide
        assert item.to is None or item.to in shown
        assert "{" not in f"{item.so_what}{item.draft}{item.why}"
    order = propose(deck, profile, verdicts, load())
    found_fixes = fixes(deck, verdicts, advice, order, (), ())
    assert len(found_fixes) <= 5
    assert all(fix.effect for fix in found_fixes)
