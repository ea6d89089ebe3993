"""Findings on what a customer misses: people, risks, peers, a plan, a close that asks something."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sowhat.measure.case import Case, Hit, carrying, hit, visible
from sowhat.model import Motif, Verdict


def missing(case: Case) -> Hit | None:
    """Find that no shown slide, unsure ones included, has any of the rule's motifs."""
    if case.judged < case.limit("slides") or carrying(case.shown, case.motifs("motifs")):
        return None
    return Hit()


def plan_without_both(case: Case) -> Hit | None:
    """Find a plan on none of whose slides both sides have something to do."""
    plans = carrying(case.sure, {Motif.PLAN})
    if not plans or any(_names_both(case, plan) for plan in plans):
        return None
    return hit(plans, {Motif.PLAN})


def empty_close(case: Case) -> Hit | None:
    """Find a deck that ends with thanks or less, and no plan shortly before."""
    told = [v for v in case.shown if v.motif not in case.motifs("skipped")]
    end = told[-int(case.limit("slides")) :]
    if not end or end[-1].motif not in case.motifs("empty"):
        return None
    return None if carrying(end, case.motifs("next")) else hit(end[-1:])


def _names_both(case: Case, verdict: Verdict) -> bool:
    words = case.rule.words
    text = " ".join(block.text for _, block in visible(case.slide(verdict.slide)))
    together = any(sign.id == "we-together" for sign in case.signs[verdict.slide - 1])
    if together or _says(text, words["together"]):
        return True
    vendor = (*words["vendor"], *case.profile.vendor.names)
    customer = (*words["customer"], *case.profile.customer.names)
    return _says(text, vendor) and _says(text, customer)


def _says(text: str, phrases: Iterable[str]) -> bool:
    choice = "|".join(re.escape(phrase) for phrase in phrases)
    return re.search(rf"\b(?:{choice})\b", text, re.IGNORECASE) is not None
