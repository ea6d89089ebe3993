"""Where a slide should stand: the customer first, proof once the customer has been heard."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sowhat.model import Stance, Verdict
from sowhat.rules.measures import load_measures


def later(shown: Sequence[Verdict], slide: int) -> int | None:
    """Return the slide before which proof on ``slide`` should stand, None where it stands well.

    That is the plan or the deck's ending that follows the last customer slide; a deck in which no
    customer slide follows gains nothing from the move.
    """
    after = [v for v in shown if v.slide > slide]
    order = load_measures().order
    heard = [v.slide for v in after if _theirs(v) and v.motif not in order.before]
    if not heard:
        return None
    rest = [v for v in after if v.slide > heard[-1]]
    ends = (*order.before, *order.ending)
    return next((v.slide for v in rest if v.motif in ends), None)


def first_customer_to(shown: Sequence[Verdict], slides: Collection[int]) -> tuple[int, int] | None:
    """Return the customer slide to bring forward and the slide to put it before, if any.

    ``slides`` are the numbers of the slides about the vendor; the customer slide is the first that
    may open a deck, and moves before the first of them.
    """
    opening = load_measures().order.opening
    first = min(slides, default=None)
    theirs = [v for v in shown if _theirs(v)]
    if first is None or not theirs or theirs[0].slide < first:
        return None
    fit = next((v.slide for v in theirs if v.motif in opening), None)
    return (fit, first) if fit is not None else None


def _theirs(verdict: Verdict) -> bool:
    return verdict.stance is Stance.CUSTOMER and not verdict.unsure
