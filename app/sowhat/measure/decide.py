"""The user's decisions laid over the judge's verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sowhat.model import Decision, Verdict


def apply(verdicts: Sequence[Verdict], decisions: Sequence[Decision]) -> tuple[Verdict, ...]:
    """Return the verdicts with each decided slide's stance replaced; evidence and chances stay.

    Of two decisions on a slide the later one holds; one on a slide that is not there does nothing.
    """
    stances = {decision.slide: decision.stance for decision in decisions}
    return tuple(
        replace(verdict, stance=stances[verdict.slide], confidence=1.0, unsure=False, decided=True)
        if verdict.slide in stances
        else verdict
        for verdict in verdicts
    )
