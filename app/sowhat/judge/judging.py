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

MOST_EVIDENCE = 6  # signs a verdict shows
LEAST = 0.4  # score of signs without which no motif stands beside the main one
ENOUGH = 2.0  # score of signs that shows a motif whatever the weights say
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

    A motif with weights is there when its chance reaches its cut or its signs alone are enough; one
    without (too rare to learn), when its signs find it.
    """
    ranks = {motif: scores.get(motif, 0.0) / FOUND for motif in Motif}
    for motif, guess in guesses.items():
        ranks[motif] = max(guess / cuts[motif], scores.get(motif, 0.0) / ENOUGH)
    own = [motif for motif in Motif if rules().motifs[motif].side in _SIDES[stance]]
    main = max(own, key=lambda motif: ranks[motif])
    if ranks[main] <= 0.0:
        main = FALLBACK[stance]
    there = [m for m in Motif if ranks[m] >= 1.0 and m is not main and scores.get(m, 0.0) > LEAST]
    rest = sorted(there, key=lambda motif: -ranks[motif])
    return (main, *rest[: MOST_MOTIFS - 1])


def _evidence(stance: Stance, motifs: Sequence[Motif], signs: Sequence[Sign]) -> tuple[Sign, ...]:
    """Return the signs of the stance's side, main motif's first, voices last, each place once."""
    sides = _SIDES[stance]
    fitting = [s for s in signs if s.weight > 0 and s.side in sides and s.motif in (None, *motifs)]

    def strength(sign: Sign) -> tuple[int, float]:
        rank = 2 if sign.motif is None else int(sign.motif is not motifs[0])
        return rank, -sign.weight

    kept: list[Sign] = []
    times: Counter[str] = Counter()
    for sign in sorted(fitting, key=strength):
        most = MOST_EVIDENCE if sign.motif else MOST_ALIKE
        if times[sign.id] < most and not any(_same_words(sign, other) for other in kept):
            kept.append(sign)
            times[sign.id] += 1
    return tuple(kept[:MOST_EVIDENCE])


def _same_words(one: Sign, other: Sign) -> bool:
    """Say whether two signs of one side and motif stand on the same words."""
    a, b = one.place, other.place
    if a.quote is None or b.quote is None:
        return one.id == other.id
    if a.block != b.block or a.source is not b.source or (one.motif or other.motif) != other.motif:
        return False
    return a.start < b.start + len(b.quote) and b.start < a.start + len(a.quote)


def _nothing(slide: Slide) -> Sign:
    place = Place(slide.number, box=WHOLE, exact=False)
    return Sign("nothing", "layout", None, Side.NEUTRAL, 0.1, text("signs.nothing"), place)
