"""The reasons for a verdict as the window shows them: the marks first, then what has no place."""

from __future__ import annotations

from dataclasses import dataclass

from sowhat import rules
from sowhat.marks import marks
from sowhat.model import Mark, Motif, Side, Sign, Slide, Source, Verdict


@dataclass(frozen=True, slots=True)
class Reason:
    """One numbered reason; ``mark`` is None where it has no place on the slide (notes)."""

    number: int
    side: Side
    label: str
    why: str
    quote: str | None
    source: Source
    mark: Mark | None = None


def reasons(slide: Slide, verdict: Verdict) -> tuple[Reason, ...]:
    """Return the reasons, numbered as the marks on the slide are; the others follow them."""
    found = [
        Reason(mark.number, mark.side, mark.label, mark.why, mark.quote, Source.SLIDE, mark)
        for mark in marks(slide, verdict)
    ]
    for sign in verdict.evidence:
        if sign.place.box is None or sign.place.source is Source.NOTES:
            found.append(_placeless(sign, len(found) + 1))
    return tuple(found)


def motif_name(motif: Motif) -> str:
    """Return the motif's name as people read it."""
    rule = rules.load().motifs.get(motif)
    return rule.name if rule else motif.value.capitalize()


def _placeless(sign: Sign, number: int) -> Reason:
    label = motif_name(sign.motif) if sign.motif else ""
    return Reason(number, sign.side, label, sign.why, sign.place.quote, sign.place.source)
