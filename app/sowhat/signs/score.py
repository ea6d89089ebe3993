"""What the signs of a slide come to, motif by motif."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sowhat.model import Motif, Sign
from sowhat.rules import derived, load

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


def decided_motifs(signs: Iterable[Sign]) -> frozenset[Motif]:
    """Return the motifs that a sign is sure enough of to need no judge."""
    return frozenset(s.motif for s in signs if s.motif is not None and s.id in _deciding())


@derived
def _deciding() -> frozenset[str]:
    return frozenset(
        f"{rule.id}/{sign.id}"
        for rule in load().motifs.values()
        for sign in rule.signs
        if sign.decides
    )
