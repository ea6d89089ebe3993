"""The numbers of a deck."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from sowhat.measure.figures import has_figure
from sowhat.model import (
    Deck,
    Measures,
    Motif,
    Role,
    Sign,
    Slide,
    Source,
    Stance,
    Verdict,
)
from sowhat.rules.measures import load_measures
from sowhat.rules.order import load_order

BEFORE_THE_OPENING = frozenset({Motif.TITLE, Motif.AGENDA, Motif.LEGAL})

BEHIND_THE_CLOSE = frozenset({Motif.CLOSING, Motif.LEGAL, Motif.DIVIDER})


def measure(deck: Deck, verdicts: Sequence[Verdict], signs: Sequence[Sequence[Sign]]) -> Measures:
    """Count over the shown slides; ``verdicts[i]`` and ``signs[i]`` belong to slide i + 1."""
    shown = tuple(verdicts[slide.number - 1] for slide in deck.shown)
    stances = Counter(verdict.stance for verdict in shown if not verdict.unsure)
    share = vendor_share(stances[Stance.VENDOR], stances[Stance.CUSTOMER], stances[Stance.MIXED])
    words = Counter(
        sign.id
        for verdict in shown
        for sign in signs[verdict.slide - 1]
        if sign.place.source is not Source.NOTES
    )
    outcomes = [v.slide for v in shown if not v.unsure and Motif.OUTCOME in v.motifs]
    return Measures(
        vendor=stances[Stance.VENDOR],
        customer=stances[Stance.CUSTOMER],
        mixed=stances[Stance.MIXED],
        neutral=stances[Stance.NEUTRAL],
        unsure=sum(verdict.unsure for verdict in shown),
        hidden=len(verdicts) - len(shown),
        vendor_share=share,
        band=None if share is None else load_measures().bands.of(share),
        first_customer_slide=_first_customer(shown),
        longest_vendor_run=_longest_run(deck, shown),
        opens_with=next((v.motif for v in shown if v.motif not in BEFORE_THE_OPENING), None),
        closes_with=closes(deck, shown),
        we_vendor=words["we-vendor"],
        we_together=words["we-together"],
        you_words=words["you"],
        outcomes=len(outcomes),
        outcomes_with_number=sum(has_number(deck.slides[n - 1]) for n in outcomes),
    )


def closes(deck: Deck, shown: Sequence[Verdict]) -> Motif | None:
    """Return what the talk closes with: what comes last before thanks, legal notes and appendix."""
    motifs = [verdict.motif for verdict in shown]
    begins = (load_order().begins_appendix(deck.slides[v.slide - 1].title) for v in shown)
    backs = [index for index, begun in enumerate(begins) if begun and index]
    del motifs[min(backs, default=len(motifs)) :]
    thanks = [
        i for i, motif in enumerate(motifs) if motif is Motif.CLOSING and 2 * i >= len(motifs)
    ]
    del motifs[max(thanks, default=len(motifs)) :]
    told = [motif for motif in motifs if motif not in BEHIND_THE_CLOSE]
    return told[-1] if told else next((verdict.motif for verdict in reversed(shown)), None)


def vendor_share(vendor: float, customer: float, mixed: float) -> float | None:
    """Return (vendor + mixed/2) / (vendor + customer + mixed), None where that is 0/0."""
    total = vendor + customer + mixed
    return (vendor + mixed / 2) / total if total else None


def runs(shown: Iterable[Verdict], wanted: Callable[[Verdict], bool]) -> list[tuple[Verdict, ...]]:
    """Return the stretches of ``shown`` whose verdicts are all ``wanted``, in order."""
    found: list[list[Verdict]] = [[]]
    for verdict in shown:
        if wanted(verdict):
            found[-1].append(verdict)
        elif found[-1]:
            found.append([])
    return [tuple(run) for run in found if run]


def _longest_run(deck: Deck, shown: Iterable[Verdict]) -> tuple[int, int] | None:
    """Return first and last slide of the longest stretch about the vendor, the first of equals.

    Pages that build up one slide step by step count as one.
    """

    def length(run: tuple[Verdict, ...]) -> int:
        return sum(deck.slides[verdict.slide - 1].step_of is None for verdict in run)

    found = runs(shown, lambda v: v.stance is Stance.VENDOR and not v.unsure)
    longest = max(found, key=length, default=None)
    return (longest[0].slide, longest[-1].slide) if longest else None


def _first_customer(shown: Iterable[Verdict]) -> int | None:
    sure = (v.slide for v in shown if v.stance is Stance.CUSTOMER and not v.unsure)
    return next(sure, None)


def has_number(slide: Slide) -> bool:
    """Say whether the slide's words hold a figure, footers apart."""
    return any(has_figure(block.text) for block in slide.blocks if block.role is not Role.FOOTER)
