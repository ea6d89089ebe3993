"""What gates say, on audits made by hand: a letter a slide, ``?`` after it where it is unsure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sowhat import measure
from sowhat.cli.gates import Outcome, outcomes
from sowhat.model import Audit, Motif, Origin, Profile, Purpose, Stance, Verdict
from tests import decks

STANCES = {"v": Stance.VENDOR, "c": Stance.CUSTOMER, "m": Stance.MIXED, "n": Stance.NEUTRAL}
MOTIFS = {"v": Motif.PRODUCT, "c": Motif.PLAN, "m": Motif.OUTCOME, "n": Motif.TITLE}


def audit(slides: str, purpose: Purpose = Purpose.FIRST_MEETING, hidden: int = 0) -> Audit:
    deck = decks.written(*((f"Slide {n}",) for n, _ in enumerate(slides.split(), 1)))
    deck = replace(
        deck, slides=tuple(replace(one, hidden=one.number == hidden) for one in deck.slides)
    )
    verdicts = tuple(
        Verdict(n, STANCES[one[0]], (MOTIFS[one[0]],), 0.9, "?" in one, (0.7, 0.1, 0.1, 0.1))
        for n, one in enumerate(slides.split(), 1)
    )
    measures = measure.measure(deck, verdicts, tuple(() for _ in verdicts))
    profile = Profile(purpose=purpose, purpose_source=Origin.GIVEN)
    return Audit(deck, profile, verdicts, measures, (), (), "", "0")


def said(
    slides: str, share: float | None = None, motif: Motif | None = None, first: int | None = None
) -> list[tuple[bool, str]]:
    required = () if motif is None else (motif,)
    found = outcomes(audit(slides), share, required, first)
    return [(one.met, one.sentence) for one in found]


def test_gates_that_are_clearly_met_say_nothing() -> None:
    assert said("n c v m", 0.5, Motif.PLAN, 2) == []
    assert said("n n", 0.0) == []
    assert said("n c? v", 1.0) == []


def test_a_share_above_its_limit() -> None:
    assert said("v v c", 0.6) == [(False, "the vendor share is 67%, above 60%.")]
    assert said("v v v c v? n?", 0.6) == [
        (
            False,
            "the vendor share is 75%, above 60%. 2 unsure slides are not counted; decided for the "
            "customer, the share would be 50%.",
        )
    ]


def test_unsure_slides_that_could_lift_the_share_over_its_limit() -> None:
    assert said("v c v?", 0.6) == [
        (
            True,
            "the vendor share is 50%, within 60%. 1 unsure slide is not counted; decided for the "
            "vendor, the share would be 67%.",
        )
    ]


@pytest.mark.parametrize(("slides", "words"), [("v?", "the only slide"), ("v? c? n", "all 2")])
def test_where_nothing_is_sure_a_limit_is_not_met(slides: str, words: str) -> None:
    ((met, sentence),) = said(slides, 1.0)
    assert not met
    assert sentence.startswith(f"the vendor share cannot be told: {words}")


def test_a_motif_that_only_unsure_slides_show_is_not_shown() -> None:
    assert said("v c", motif=Motif.PLAN) == []
    assert said("v v", motif=Motif.PLAN) == [(False, "no slide shows the motif plan.")]
    assert said("v c? v c?", motif=Motif.PLAN) == [
        (
            False,
            "no slide shows the motif plan. Slides 2 and 4 may, but are unsure: decide them.",
        )
    ]


def test_a_hidden_slide_shows_nothing() -> None:
    assert list(outcomes(audit("v c", hidden=2), None, (Motif.PLAN,), None))


def test_the_first_customer_slide() -> None:
    assert said("v v c", first=3) == []
    assert said("v v c", first=2) == [
        (False, "the customer first appears on slide 3, after slide 2.")
    ]
    assert said("v c? v c", first=3) == [
        (
            False,
            "the customer first appears on slide 4, after slide 3. Slide 2 may, but is unsure: "
            "decide it.",
        )
    ]
    ((met, sentence),) = said("v v", first=1)
    assert (met, sentence.startswith("no slide is about the customer")) == (False, True)


@pytest.mark.parametrize("purpose", list(Purpose))
def test_a_purpose_that_is_spared_a_finding_is_spared_its_gate(purpose: Purpose) -> None:
    found = list(outcomes(audit("v v v", purpose), 0.5, (Motif.PLAN,), 1))
    spared = [one.met for one in found]
    late = purpose in (Purpose.TRAINING, Purpose.LATE_COMPARISON, Purpose.INTERNAL)
    assert spared == [late, False, late]
    assert all(isinstance(one, Outcome) and one.sentence.endswith(".") for one in found)
    assert ("because of its purpose" in found[0].sentence) == late
