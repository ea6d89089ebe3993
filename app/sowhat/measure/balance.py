"""Findings on the balance of the two sides: how much, how late, how long."""

from __future__ import annotations

from sowhat.measure.case import Case, Hit, carrying, hit
from sowhat.measure.count import runs
from sowhat.model import Band, Motif, Stance, Verdict


def all_about_us(case: Case) -> Hit | None:
    """Find a share in the vendor's band, where enough slides were judged to say so."""
    if case.measures.band is not Band.ABOUT_US or case.judged < case.limit("slides"):
        return None
    return hit([v for v in case.sure if v.stance is Stance.VENDOR])


def no_customer(case: Case) -> Hit | None:
    """Find that no slide has the customer as its subject."""
    if case.measures.customer or case.few:
        return None
    return Hit()


def late_customer(case: Case) -> Hit | None:
    """Find a first customer slide that comes late, after slides about the vendor."""
    first = case.measures.first_customer_slide
    before = [v for v in case.shown if first is not None and v.slide < first]
    vendor = sum(v.stance is Stance.VENDOR and not v.unsure for v in before)
    if first is None or len(before) < case.limit("slide") or not vendor:
        return None
    late = [v for v in case.shown if v.slide == first]
    return hit(late, n=vendor)


def long_vendor_run(case: Case) -> Hit | None:
    """Find a stretch about the vendor that is too long."""
    run = case.measures.longest_vendor_run
    stretch = [v for v in case.shown if run and run[0] <= v.slide <= run[1]]
    return hit(stretch) if len(case.whole(stretch)) > case.limit("slides") else None


def product_parade(case: Case) -> Hit | None:
    """Find a product a slide, several in a row, and no result on any of them."""
    outcomes = case.motifs("results")

    def parades(verdict: Verdict) -> bool:
        product = verdict.stance is Stance.VENDOR and verdict.motif is Motif.PRODUCT
        return product and not verdict.unsure and not outcomes.intersection(verdict.motifs)

    found = runs(case.whole(case.shown), parades)
    long = [run for run in found if len(run) >= case.limit("slides")]
    slides = [verdict for run in long for verdict in run]
    return hit(slides, {Motif.PRODUCT}) if slides else None


def how_outshines_what(case: Case) -> Hit | None:
    """Find more slides on method and product than on problem, goal and outcome together."""
    how = carrying(case.sure, case.motifs("how"))
    what = carrying(case.sure, case.motifs("what"))
    if len(how) < case.limit("slides") or len(how) <= len(what):
        return None
    return hit(how, case.motifs("how"), what=len(what))


def masked_segments(case: Case) -> Hit | None:
    """Find the same offer under the names of several audiences."""
    masked = carrying(case.sure, {Motif.MASKED})
    return hit(masked, {Motif.MASKED}) if len(masked) >= case.limit("slides") else None
