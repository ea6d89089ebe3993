"""What would be found in a version, did it say no more than the other one wherever nothing speaks
for a change: a finding that only fell silent was not resolved. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sowhat import measure
from sowhat.model import Audit, Finding, Pair, Verdict

Twins = Mapping[int, tuple[int, Pair]]


def lasting(audit: Audit, other: Audit, twins: Twins) -> dict[str, Finding]:
    """Return the findings on ``audit`` by their ids, as its slides would be judged by ``other``.

    ``twins`` are the slides of ``other`` by those of ``audit``, with their pairs. A slide that did
    not change counts as in ``other``, and so does one that is unsure only here;
    what is lacking is lacking in a shorter deck, too.
    """
    verdicts = tuple(_lasting(verdict, other, twins) for verdict in audit.verdicts)
    signs = audit.signs or ((),) * len(verdicts)
    measures = measure.measure(audit.deck, verdicts, signs)
    found = measure.findings(audit.deck, audit.profile, verdicts, measures, signs, any_size=True)
    return {finding.id: finding for finding in found}


def fell_silent(verdict: Verdict, before: Verdict) -> bool:
    """Say whether a slide that was judged is left open now."""
    return verdict.unsure and not before.unsure


def _lasting(verdict: Verdict, other: Audit, twins: Twins) -> Verdict:
    if verdict.decided or verdict.slide not in twins:
        return verdict
    twin, pair = twins[verdict.slide]
    before = other.verdict(twin)
    if not pair.changed and not pair.moved:
        return replace(before, slide=verdict.slide)
    if fell_silent(verdict, before):
        motifs = tuple(dict.fromkeys((*before.motifs, *verdict.motifs)))
        return replace(before, slide=verdict.slide, motifs=motifs)
    return verdict
