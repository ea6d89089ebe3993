"""From signs and chances to verdicts.

This is the door behind which a better model may stand later: it takes the deck and its signs and
returns a verdict a slide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sowhat.judge import model
from sowhat.judge.features import deck_features
from sowhat.model import (
    WHOLE,
    Deck,
    Motif,
    Place,
    Side,
    Sign,
    Slide,
    Stance,
    Verdict,
)
from sowhat.rules import load as rules
from sowhat.signs.score import FOUND, motif_scores
from sowhat.texts import text

MOST_EVIDENCE = 8  # signs a verdict shows
MOST_ALIKE = 2  # of them that say the same of voice or name
MOST_MOTIFS = 4
FALLBACK = {
    Stance.VENDOR: Motif.PRODUCT,
    Stance.CUSTOMER: Motif.PROBLEM,
    Stance.MIXED: Motif.PRODUCT,
    Stance.NEUTRAL: Motif.OTHER,
}
_SIDES = {
    Stance.VENDOR: (Side.VENDOR,),
    Stance.CUSTOMER: (Side.CUSTOMER,),
    Stance.MIXED: (Side.VENDOR, Side.CUSTOMER),
    Stance.NEUTRAL: (Side.NEUTRAL,),
}


def judge(
    deck: Deck, signs: Sequence[Sequence[Sign]], weights: model.Weights | None = None
) -> tuple[Verdict, ...]:
    """Return a verdict for each slide of ``deck``; ``signs[i]`` belong to its slide i + 1.

    ``weights`` other than the shipped ones are for measuring.
    """
    weights = weights or model.load()
    rows = deck_features(deck, signs)
    return tuple(
        _verdict(slide, found, model.standard(weights, row), weights)
        for slide, found, row in zip(deck.slides, signs, rows, strict=True)
    )


def _verdict(
    slide: Slide, signs: Sequence[Sign], row: Sequence[float], weights: model.Weights
) -> Verdict:
    chances = model.chances(weights, row)
    confidence = max(chances)
    stance = list(Stance)[chances.index(confidence)]
    motifs = _motifs(stance, motif_scores(signs), model.motif_chances(weights, row), weights.cuts)
    evidence = _evidence(stance, motifs, signs)
    unread = not slide.words
    if not evidence:
        evidence = (_nothing(slide),)
    thin = unread or evidence[0].id == "nothing"
    return Verdict(
        slide=slide.number,
        stance=stance,
        motifs=motifs,
        confidence=round(confidence, 3),
        unsure=thin or confidence < weights.sure,
        chances=chances,
        evidence=evidence,
    )


def _motifs(
    stance: Stance,
    scores: Mapping[Motif, float],
    guesses: Mapping[Motif, float],
    cuts: Mapping[Motif, float],
) -> tuple[Motif, ...]:
    """Return the motifs, those of the stance's side first, the likeliest of them as the main one.

    A motif with weights is there when its chance reaches its cut; one without (too rare to learn),
    when its signs do.
    """
    ranks = {motif: scores.get(motif, 0.0) / FOUND for motif in Motif}
    ranks.update({motif: guesses[motif] / cuts[motif] for motif in guesses})
    own = [motif for motif in Motif if rules().motifs[motif].side in _SIDES[stance]]
    main = max(own, key=lambda motif: ranks[motif])
    if ranks[main] <= 0.0:
        main = FALLBACK[stance]
    rest = sorted((m for m in Motif if ranks[m] >= 1.0 and m is not main), key=lambda m: -ranks[m])
    return (main, *rest[: MOST_MOTIFS - 1])


def _evidence(stance: Stance, motifs: Sequence[Motif], signs: Sequence[Sign]) -> tuple[Sign, ...]:
    """Return the signs of the stance's side, main motif's first, each place once."""
    sides = _SIDES[stance]
    fitting = [s for s in signs if s.weight > 0 and s.side in sides and s.motif in (None, *motifs)]
    order = {motif: rank for rank, motif in enumerate(motifs)}

    def strength(sign: Sign) -> tuple[int, float]:
        rank = order.get(sign.motif, len(order)) if sign.motif else len(order) + 1
        return min(rank, 1), -sign.weight

    kept: dict[tuple[str | None, int | None, int], Sign] = {}
    times: Counter[str] = Counter()
    for sign in sorted(fitting, key=strength):
        place = sign.place
        key = (place.quote or sign.id, place.block, place.start)
        if key not in kept and (sign.motif or times[sign.id] < MOST_ALIKE):
            kept[key] = sign
            times[sign.id] += 1
    return tuple(kept.values())[:MOST_EVIDENCE]


def _nothing(slide: Slide) -> Sign:
    place = Place(slide.number, box=WHOLE, exact=False)
    return Sign("nothing", "layout", None, Side.NEUTRAL, 0.1, text("signs.nothing"), place)
