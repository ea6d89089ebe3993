"""What the order of a deck's slides decides: who comes first, who stays longest, how it ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from sowhat.measure.count import BEFORE_THE_OPENING, closes, runs
from sowhat.model import Deck, Flow, Stance, Verdict


def flow(deck: Deck, verdicts: Sequence[Verdict], order: Sequence[int]) -> Flow:
    """Return the flow of the slides in ``order``, a permutation of all their numbers.

    ``verdicts[i]`` belongs to slide i + 1.
    """
    place = {number: at for at, number in enumerate(order, 1)}
    shown = [verdicts[n - 1] for n in order if not deck.slides[n - 1].hidden]
    theirs = (v.slide for v in shown if v.stance is Stance.CUSTOMER and not v.unsure)
    first = next(theirs, None)
    ours = runs(shown, lambda v: v.stance is Stance.VENDOR and not v.unsure)
    longest = max(ours, key=lambda run: _length(deck, run), default=())
    return Flow(
        first_customer=None if first is None else place[first],
        longest_vendor_run=(place[longest[0].slide], place[longest[-1].slide]) if longest else None,
        vendor_run=_length(deck, longest),
        heard=_heard(shown),
        opens_with=next((v.motif for v in shown if v.motif not in BEFORE_THE_OPENING), None),
        closes_with=closes(deck, shown),
    )


def _heard(shown: Sequence[Verdict]) -> int:
    sure = [verdict.stance for verdict in shown if not verdict.unsure]
    return list(takewhile(lambda stance: stance is not Stance.VENDOR, sure)).count(Stance.CUSTOMER)


def stretches(
    deck: Deck, verdicts: Sequence[Verdict], order: Sequence[int]
) -> list[tuple[tuple[int, ...], int]]:
    """Return the slides of each stretch about the vendor in ``order``, and how many they are with
    build-ups counted once."""
    shown = [verdicts[n - 1] for n in order if not deck.slides[n - 1].hidden]
    ours = runs(shown, lambda v: v.stance is Stance.VENDOR and not v.unsure)
    return [(tuple(verdict.slide for verdict in run), _length(deck, run)) for run in ours]


def _length(deck: Deck, run: Sequence[Verdict]) -> int:
    return sum(deck.slides[verdict.slide - 1].step_of is None for verdict in run)
