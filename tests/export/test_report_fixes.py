from __future__ import annotations

from dataclasses import replace

from sowhat.export.report.fixes import MOST, fixes
from sowhat.model import Action, Advice, Audit, Finding, Measures, Stance


def with_counts(audit: Audit, vendor: int, customer: int, mixed: int) -> Audit:
    """The audit with so many slides of each stance, in this order."""
    stances = [Stance.VENDOR] * vendor + [Stance.CUSTOMER] * customer + [Stance.MIXED] * mixed
    slides = tuple(replace(audit.deck.slides[0], number=n + 1) for n in range(len(stances)))
    verdicts = tuple(
        replace(audit.verdicts[0], slide=n, stance=stance) for n, stance in enumerate(stances, 1)
    )
    share = (vendor + mixed / 2) / len(stances)
    measures: Measures = replace(
        audit.measures, vendor=vendor, customer=customer, mixed=mixed, vendor_share=share
    )
    deck = replace(audit.deck, slides=slides)
    return replace(audit, deck=deck, verdicts=verdicts, measures=measures, findings=(), advice=())


def test_the_effect_of_a_finding_is_the_share_with_its_slides_turned(pptx_audit: Audit) -> None:
    audit = with_counts(pptx_audit, 8, 1, 1)
    finding = Finding("product-parade", (2, 3, 10), "A parade.")
    (fix,) = fixes(replace(audit, findings=(finding,)))
    assert fix.message == "A parade."
    assert fix.effect == "Done there, the vendor share goes from 85% to 60%."
    assert fix.slides == (2, 3, 10)


def test_of_many_slides_the_effect_of_each_is_told(pptx_audit: Audit) -> None:
    audit = with_counts(pptx_audit, 8, 1, 1)
    finding = Finding("long-vendor-run", tuple(range(1, 9)), "Eight in a row.")
    (fix,) = fixes(replace(audit, findings=(finding,)))
    assert fix.effect == "Each slide turned to your customer takes 10 points off the vendor share."


def test_what_is_missing_adds_a_slide(pptx_audit: Audit) -> None:
    audit = with_counts(pptx_audit, 8, 2, 0)
    finding = Finding("no-plan", (), "No plan.", "gap")
    (fix,) = fixes(replace(audit, findings=(finding,)))
    assert fix.effect == "With one such slide, the vendor share goes from 80% to 73%."


def test_single_slides_come_after_findings_and_keep_says_nothing(pptx_audit: Audit) -> None:
    audit = with_counts(pptx_audit, 8, 2, 0)
    advice = (
        Advice(1, Action.KEEP, why="Fine as it is."),
        Advice(2, Action.CUT, why="Say it once."),
        Advice(3, Action.MOVE, to=1, why="Start with them."),
        *(Advice(n, Action.REWRITE, why=f"Turn it round, {n}.") for n in range(4, 9)),
    )
    look = Finding("near-duplicate", (1, 2), "Look.", "check")
    gap = Finding("no-plan", (), "No plan.", "gap")
    found = fixes(replace(audit, findings=(look, gap), advice=advice))
    assert len(found) == MOST
    assert [fix.message for fix in found[:3]] == [
        "No plan.",
        "Cut slide 2",
        "Move slide 3 before slide 1",
    ]
    assert found[1].effect == "Done there, the vendor share goes from 80% to 78%."
    assert found[2].effect == ""
