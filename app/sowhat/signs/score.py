"""What the signs of a slide come to, motif by motif."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sowhat.model import Motif, Sign

FOUND = 1.0  # a motif is found when its signs come to this
REPEAT = 0.4  # the exponent by which repeats of one sign add less each time


def motif_scores(signs: Iterable[Sign]) -> Mapping[Motif, float]:
    """Return the score of every motif with a sign; below 0 the signs speak against it."""
    times: Counter[tuple[Motif, str, float]] = Counter(
        (sign.motif, sign.id, sign.weight) for sign in signs if sign.motif is not None
    )
    scores: dict[Motif, float] = {}
    for (motif, _, weight), count in times.items():
        scores[motif] = scores.get(motif, 0.0) + weight * count**REPEAT
    return scores
