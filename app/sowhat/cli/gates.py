"""Gates: limits an audit must keep, for those who check decks by machine.

A gate is held against what is sure. Where unsure slides could change the outcome, that is said;
where nothing is sure, a gate is not met. A purpose whose decks are spared a finding is spared the
gate that asks for the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sowhat.measure import percent, spread, vendor_share
from sowhat.model import Audit, Motif
from sowhat.rules import load
from sowhat.texts import text


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be said of a gate; ``met`` is False where it makes the check fail."""

    met: bool
    sentence: str


def outcomes(
    audit: Audit, share: float | None, required: Sequence[Motif], first: int | None
) -> Iterator[Outcome]:
    """Yield what is to be said of the gates that were set; nothing of those that are clearly met.

    ``share`` is the highest vendor share, ``required`` the motifs that must be shown, ``first`` the
    last slide on which the customer may first appear.
    """
    if share is not None:
        yield from _spared(audit, "all-about-us", _share(audit, share))
    for motif in required:
        yield from _required(audit, motif)
    if first is not None:
        yield from _spared(audit, "late-customer", _first(audit, first))


def _spared(audit: Audit, finding: str, said: Iterator[Outcome]) -> Iterator[Outcome]:
    """Yield the outcomes, but met where the deck is for a purpose that is spared the finding."""
    purpose = audit.profile.purpose
    for one in said:
        if one.met or purpose not in load().findings[finding].not_for:
            yield one
        else:
            why = text("gates.spared", purpose=text(f"purposes.{purpose}"))
            yield Outcome(met=True, sentence=f"{one.sentence} {why}")


def _share(audit: Audit, limit: float) -> Iterator[Outcome]:
    now, n = audit.measures.vendor_share, audit.measures.unsure
    low, high = _share_with(audit, customer=n), _share_with(audit, vendor=n)
    if now is None:
        if n:
            yield Outcome(met=False, sentence=text("gates.share-unsure", n=n))
    elif now > limit:
        said = text("gates.share", share=percent(now), limit=percent(limit))
        if low is not None and low <= limit:
            said = _and(said, "gates.share-lower", n=n, share=percent(low))
        yield Outcome(met=False, sentence=said)
    elif high is not None and high > limit:
        values = {"now": percent(now), "share": percent(high), "limit": percent(limit)}
        yield Outcome(met=True, sentence=text("gates.share-higher", n=n, **values))


def _share_with(audit: Audit, vendor: int = 0, customer: int = 0) -> float | None:
    """Return the share once so many unsure slides are decided for a side."""
    counts = audit.measures
    return vendor_share(counts.vendor + vendor, counts.customer + customer, counts.mixed)


def _required(audit: Audit, motif: Motif) -> Iterator[Outcome]:
    shown = [audit.verdict(slide.number) for slide in audit.deck.shown]
    found = [verdict for verdict in shown if motif in verdict.motifs]
    if any(not verdict.unsure for verdict in found):
        return
    said = text("gates.require", motif=motif.value)
    if found:
        slides = [verdict.slide for verdict in found]
        said = _and(said, "gates.may", n=len(slides), slides=spread(slides))
    yield Outcome(met=False, sentence=said)


def _first(audit: Audit, limit: int) -> Iterator[Outcome]:
    found = audit.measures.first_customer_slide
    if found is not None and found <= limit:
        return
    said = text("gates.no-customer", limit=limit)
    if found is not None:
        said = text("gates.first", slide=found, limit=limit)
    shown = (slide.number for slide in audit.deck.shown if slide.number <= limit)
    unsure = [number for number in shown if audit.verdict(number).unsure]
    if unsure:
        said = _and(said, "gates.may", n=len(unsure), slides=spread(unsure))
    yield Outcome(met=False, sentence=said)


def _and(said: str, key: str, **values: object) -> str:
    return f"{said} {text(key, **values)}"
