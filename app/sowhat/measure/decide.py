"""The user's decisions laid over the judge's verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sowhat.model import Decision, Gap, Verdict
from sowhat.texts import text

LOST, NOWHERE = "decision-lost", "decision-nowhere"
UNFIT = frozenset({LOST, NOWHERE})  # gaps that tell of decisions
LONG = 60  # characters of a title


def apply(verdicts: Sequence[Verdict], decisions: Sequence[Decision]) -> tuple[Verdict, ...]:
    """Return the verdicts with each decided slide's stance replaced; evidence and chances stay.

    Of two decisions on a slide the later one holds; one on a slide that is not there does nothing.
    """
    by_slide = {decision.slide: decision for decision in decisions}
    return tuple(
        _decided(verdict, by_slide[verdict.slide]) if verdict.slide in by_slide else verdict
        for verdict in verdicts
    )


def lost(decisions: Sequence[Decision]) -> tuple[Gap, ...]:
    """Return what is told of decisions that fit no slide."""
    return tuple(
        Gap(NOWHERE, detail=str(one.slide)) if one.words is None else Gap(LOST, detail=_name(one))
        for one in decisions
    )


def _decided(verdict: Verdict, by: Decision) -> Verdict:
    return replace(
        verdict, stance=by.stance, confidence=1.0, unsure=False, decided=True, reason=by.reason
    )


def _name(one: Decision) -> str:
    title = " ".join(one.title.split())
    if not title:
        return str(one.slide)
    short = title if len(title) <= LONG else f"{title[: LONG - 1].rstrip()}…"
    return text("words.titled", slide=one.slide, title=short)
