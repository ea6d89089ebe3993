"""From signs and what the text model reads to verdicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sowhat.judge import model, reasons
from sowhat.judge.encoder import Reading
from sowhat.judge.features import deck_features
from sowhat.judge.passages import passages
from sowhat.model import Deck, Motif, Profile, Sign, Slide, Source, Stance, Verdict
from sowhat.rules import load as rules
from sowhat.signs.score import FOUND, motif_scores

LEAST = 0.4  # score of signs without which no motif stands beside the main one
ENOUGH = 2.0  # score of signs that shows a motif whatever the weights say
RARE = 0.25  # cut of a motif that is too rare to have learnt one: the middle of those that were
MOST_MOTIFS = 4
UNREAD = ("no-text", "few-words")  # gaps of a slide whose words are in pictures that were not read
READ_COSTS = 0.1  # of the confidence, where all words were read from pictures
NEAR = 0.3  # how much a motif's signs count where two are about as likely to be the main one
FALLBACK = {
    Stance.VENDOR: Motif.PRODUCT,
    Stance.CUSTOMER: Motif.PROBLEM,
    Stance.MIXED: Motif.PRODUCT,
    Stance.NEUTRAL: Motif.OTHER,
}


def judge(deck: Deck, profile: Profile, signs: Sequence[Sequence[Sign]]) -> tuple[Verdict, ...]:
    """Return a verdict for each slide of ``deck``; ``signs[i]`` belong to its slide i + 1."""
    used = model.load()
    return weigh(deck, signs, used.encoder.read(passages(deck, profile)), used.weights)


def weigh(
    deck: Deck,
    signs: Sequence[Sequence[Sign]],
    readings: Sequence[Reading],
    weights: model.Weights,
) -> tuple[Verdict, ...]:
    """Return the verdicts for slides that the text model has read."""
    rows = deck_features(deck, signs, readings)
    unread = {gap.slide for gap in deck.gaps if gap.id in UNREAD}
    each = zip(deck.slides, signs, readings, rows, strict=True)
    return tuple(
        _verdict(
            slide,
            found,
            reading,
            (model.standard(weights, row), weights),
            unread=slide.number in unread,
        )
        for slide, found, reading, row in each
    )


def _verdict(
    slide: Slide,
    signs: Sequence[Sign],
    reading: Reading,
    weighed: tuple[Sequence[float], model.Weights],
    *,
    unread: bool,
) -> Verdict:
    row, weights = weighed
    chances = model.chances(weights, row)
    stance = list(Stance)[chances.index(max(chances))]
    confidence = max(chances) * (1 - READ_COSTS * _read(slide))
    scores, guesses = motif_scores(signs), model.motif_chances(weights, row, reading)
    motifs = _motifs(stance, scores, guesses, weights.cuts)
    blocks = reasons.blocks(reading)
    evidence = reasons.evidence(slide, stance, motifs, signs, blocks)
    thin = not slide.words or evidence[0].id == "nothing"
    if unread:  # what its pictures show may still tell enough, what a few words say does not
        thin = thin or not any(sign.kind == "picture" for sign in evidence)
        evidence = reasons.with_unread(slide, evidence)
    return Verdict(
        slide=slide.number,
        stance=stance,
        motifs=motifs,
        confidence=round(confidence, 3),
        unsure=thin or confidence < weights.sure,
        chances=chances,
        evidence=evidence,
        blocks=blocks,
    )


def _read(slide: Slide) -> float:
    """Return how much of a slide's words were read from pictures."""
    read = sum(len(b.text.split()) for b in slide.blocks if b.source is Source.OCR)
    return min(read / max(slide.words, 1), 1.0)


def _motifs(
    stance: Stance,
    scores: Mapping[Motif, float],
    guesses: Mapping[Motif, float],
    cuts: Mapping[Motif, float],
) -> tuple[Motif, ...]:
    """Return the motifs, those of the stance's side first, the likeliest of them as the main one.

    A motif is there when its chance reaches its cut or its signs alone are enough.
    """
    ranks, ties = {}, {}
    for motif in Motif:
        cut, enough = (cuts[motif], ENOUGH) if motif in cuts else (RARE, FOUND)
        score = scores.get(motif, 0.0)
        ranks[motif] = max(guesses[motif] / cut, score / enough)
        ties[motif] = ranks[motif] + NEAR * score
    own = [motif for motif in Motif if rules().motifs[motif].side in reasons.SIDES[stance]]
    main = max(own, key=lambda motif: ties[motif])
    if ranks[main] <= 0.0:
        main = FALLBACK[stance]
    there = [m for m in Motif if ranks[m] >= 1.0 and m is not main and scores.get(m, 0.0) > LEAST]
    rest = sorted(there, key=lambda motif: -ranks[motif])
    return (main, *rest[: MOST_MOTIFS - 1])
