from __future__ import annotations

from sowhat import measure
from sowhat.model import Decision, Stance
from sowhat.texts import gap_text
from tests.measure.decks import verdicts_of


def test_a_decision_replaces_the_guess_and_keeps_the_evidence() -> None:
    verdicts = verdicts_of(["vendor product", "neutral other unsure", "customer goal"])
    decisions = (
        Decision(2, Stance.VENDOR),
        Decision(2, Stance.CUSTOMER, "they said so"),
        Decision(9, Stance.MIXED),
    )
    first, second, third = measure.apply(verdicts, decisions)
    assert (first, third) == (verdicts[0], verdicts[2])
    assert (second.stance, second.decided, second.unsure) == (Stance.CUSTOMER, True, False)
    assert second.reason == "they said so"
    assert second.evidence == verdicts[1].evidence
    assert second.chances == verdicts[1].chances


def test_what_fits_no_slide_is_told_by_number_and_title() -> None:
    long = "A headline " * 20
    gaps = measure.lost(
        (
            Decision(4, Stance.VENDOR, title="Our\nplatform", words="0" * 32),
            Decision(5, Stance.VENDOR, words="0" * 32),
            Decision(6, Stance.VENDOR, title=long, words="0" * 32),
            Decision(99, Stance.VENDOR),
        )
    )
    told = [gap_text(gap) for gap in gaps]
    assert told[0].startswith("Your decision on slide 4, “Our platform”, no longer fits: ")
    assert told[1].startswith("Your decision on slide 5 no longer fits: ")
    assert "…”, no longer" in told[2]
    assert len(told[2]) < len(told[0]) + 60
    assert told[3] == "Your decision on slide 99 was left out: the deck has no such slide."
    assert all(gap.id in measure.UNFIT and gap.slide is None for gap in gaps)
