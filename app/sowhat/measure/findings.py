"""The findings: each rule's check, looked up by its id, and its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sowhat.measure import balance, closing, plans, proof, reading, spoken
from sowhat.measure.case import Case, Check, Hit
from sowhat.measure.wording import shown_slides, spread
from sowhat.model import Deck, Finding, Measures, Profile, Sign, Verdict
from sowhat.rules import FindingRule, load
from sowhat.rules.measures import load_measures
from sowhat.texts import percent, text

CHECKS: Mapping[str, Check] = {
    "all-about-us": balance.all_about_us,
    "no-customer": balance.no_customer,
    "late-customer": balance.late_customer,
    "long-vendor-run": balance.long_vendor_run,
    "product-parade": balance.product_parade,
    "how-outshines-what": balance.how_outshines_what,
    "pseudo-customer": spoken.pseudo_customer,
    "pseudo-discovery": spoken.pseudo_discovery,
    "masked-segments": balance.masked_segments,
    "proof-first": proof.proof_first,
    "several-logo-walls": proof.several_logo_walls,
    "only-cost": proof.only_cost,
    "no-outcome-number": proof.no_outcome_number,
    "no-people": closing.missing,
    "no-risk": closing.missing,
    "no-peer": closing.missing,
    "no-plan": closing.missing,
    "plan-without-both": plans.plan_without_both,
    "empty-close": closing.empty_close,
    "unsourced-number": spoken.unsourced_number,
    "near-duplicate": reading.near_duplicate,
    "not-read": reading.not_read,
    "mostly-unsure": reading.mostly_unsure,
}
NOTHING: frozenset[str] = frozenset()


def findings(
    deck: Deck,
    profile: Profile,
    verdicts: Sequence[Verdict],
    measures: Measures,
    signs: Sequence[Sequence[Sign]],
    without: frozenset[str] = NOTHING,
    *,
    any_size: bool = False,
) -> tuple[Finding, ...]:
    """Return what is to be said of the whole deck, in the order of ``CHECKS``.

    ``verdicts[i]`` and ``signs[i]`` belong to slide i + 1. What asks for motifs is not said where
    all that it asks for are in ``without``: nobody looked for them. Of a
    deck of ``any_size`` it is told what it lacks, however few of its slides were judged.
    """
    shown = tuple(verdicts[slide.number - 1] for slide in deck.shown)
    sure = tuple(verdict for verdict in shown if not verdict.unsure)
    rules = load().findings
    found: list[Finding] = []
    for name, check in CHECKS.items():
        rule = rules[name]
        if profile.purpose in rule.not_for or _blind(rule, without):
            continue
        answer = check(Case(deck, profile, measures, rule, shown, sure, signs, any_size))
        if answer is not None:
            found.append(_finding(rule, answer, measures))
    return tuple(found)


def _blind(rule: FindingRule, without: frozenset[str]) -> bool:
    return any(words and without.issuperset(words) for words in rule.words.values())


def _finding(rule: FindingRule, hit: Hit, measures: Measures) -> Finding:
    values = {
        "n": len(hit.slides),
        "slides": spread(hit.slides),
        "on": text("words.slides", n=len(hit.slides), slides=spread(hit.slides)),
        "slide": hit.slides[0] if hit.slides else "",
        "shown": shown_slides(measures),
        "share": "" if measures.vendor_share is None else percent(measures.vendor_share),
        "us_above": percent(load_measures().bands.us_above),
        **{f"limit_{name}": _number(value) for name, value in rule.limits.items()},
        **hit.values,
    }
    single = rule.message_one and values["n"] == 1
    message = (rule.message_one if single else rule.message).format(**values)
    return Finding(rule.id, hit.slides, message, rule.level, hit.places)


def _number(limit: float) -> str:
    return percent(limit) if 0 < limit < 1 else f"{limit:g}"
