"""Findings on what a customer misses: people, risks, peers, a plan, a close that asks something."""

from __future__ import annotations

from sowhat.measure.case import Case, Hit, carrying, enough, hit


def missing(case: Case) -> Hit | None:
    """Find that no shown slide, unsure ones included, has any of the rule's motifs."""
    if case.few or carrying(case.shown, case.motifs("motifs")):
        return None
    return Hit()


def empty_close(case: Case) -> Hit | None:
    """Find a deck that ends with thanks or less, and no plan shortly before."""
    if not enough(case.deck, case.shown):
        return None
    told = [v for v in case.shown if v.motif not in case.motifs("skipped")]
    end = told[-int(case.limit("slides")) :]
    if not end or end[-1].motif not in case.motifs("empty"):
        return None
    return None if carrying(end, case.motifs("next")) else hit(end[-1:])
