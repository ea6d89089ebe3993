"""Findings on proof and results: logos, analysts, cost, numbers."""

from __future__ import annotations

from collections.abc import Sequence

from sowhat.measure.case import Case, Hit, carrying, hit, ours
from sowhat.model import Motif, Verdict


def proof_first(case: Case) -> Hit | None:
    """Find logos or analysts before anything the customer needs."""
    wanted = case.motifs("proof")
    proof = carrying([v for v in case.sure if ours(v)], wanted)
    needs = carrying(case.shown, case.motifs("needs"))
    first = needs[0].slide if needs else len(case.deck.slides) + 1
    early = [verdict for verdict in proof if verdict.slide < first]
    return hit(early, wanted) if early else None


def several_logo_walls(case: Case) -> Hit | None:
    """Find more than one wall of logos."""
    found = walls(case.sure)
    return hit(found, {Motif.LOGOS}) if len(found) >= case.limit("slides") else None


def walls(shown: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Return the verdicts on walls of logos of the vendor's, unsure ones apart."""
    return carrying([v for v in shown if ours(v) and not v.unsure], {Motif.LOGOS})


def only_cost(case: Case) -> Hit | None:
    """Find lower cost as the reason to buy, with no value shown anywhere."""
    cost = carrying(case.sure, {Motif.COST})
    if not cost or carrying(case.shown, case.motifs("value")):
        return None
    return hit(cost, {Motif.COST})


def no_outcome_number(case: Case) -> Hit | None:
    """Find that no result of the customer's is shown with a number."""
    if case.measures.outcomes_with_number or case.few:
        return None
    return hit(carrying(case.sure, {Motif.OUTCOME}), {Motif.OUTCOME})
