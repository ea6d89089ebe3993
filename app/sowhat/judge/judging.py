"""From signs and what the text model reads to verdicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from sowhat.judge import model, reasons
from sowhat.judge.encoder import Reading
from sowhat.judge.features import deck_features
from sowhat.judge.passages import passages
from sowhat.model import Deck, Motif, Profile, Sign, Slide, Source, Stance, Verdict
from sowhat.rules import load as rules
from sowhat.signs.score import decided_motifs, motif_scores

LEAST = 0.2  # score of signs without which no motif stands beside the main one
RARE = 0.25  # cut of a motif that is too rare to have learnt one: the middle of those that were
MOST_MOTIFS = 4
NONE: frozenset[Motif] = frozenset()
NEAR = 0.1  # how much a motif's signs count where two are about as likely to be the main one
# Gaps of a slide whose words are in pictures that were not read, or that was not read at all.
UNREAD = ("no-text", "few-words", "page", "page-heavy")
READ_COSTS = 0.1  # of the confidence, where all words were read from pictures


def judge(
    deck: Deck,
    profile: Profile,
    signs: Sequence[Sequence[Sign]],
    threshold: float | None = None,
    without: frozenset[Motif] = NONE,
) -> tuple[Verdict, ...]:
    """Return a verdict for each slide of ``deck``; ``signs[i]`` belong to its slide i + 1.

    Below the confidence ``threshold``, where it is not the model's own, a verdict is unsure; motifs
    in ``without`` are not named.
    """
    used = model.load()
    readings = used.encoder.read(passages(deck, profile))
    weights = used.weights
    if threshold is not None:
        weights = msgspec.structs.replace(weights, sure=threshold)
    return weigh(deck, signs, readings, weights, without)


def weigh(
    deck: Deck,
    signs: Sequence[Sequence[Sign]],
    readings: Sequence[Reading],
    weights: model.Weights,
    without: frozenset[Motif] = NONE,
) -> tuple[Verdict, ...]:
    """Return the verdicts for slides that the text model has read; see ``judge``."""
    rows = deck_features(deck, signs, readings)
    unread = {gap.slide for gap in deck.gaps if gap.id in UNREAD}
    each = zip(deck.slides, signs, readings, rows, strict=True)
    return tuple(
        _verdict(slide, found, reading, (row, weights, without), unread=slide.number in unread)
        for slide, found, reading, row in each
    )


def _verdict(
    slide: Slide,
    signs: Sequence[Sign],
    reading: Reading,
    weighed: tuple[Sequence[float], model.Weights, frozenset[Motif]],
    *,
    unread: bool,
) -> Verdict:
    row, weights, without = weighed
    standard = model.standard(weights, row)
    chances = model.chances(weights, standard)
    stance = list(Stance)[chances.index(max(chances))]
    confidence = max(chances) * (1 - READ_COSTS * _read(slide))
    guesses = model.motif_chances(weights, row, standard, chances)
    guesses = {motif: 0.0 if motif in without else guess for motif, guess in guesses.items()}
    motifs = _motifs(stance, guesses, weights.cuts, signs)
    blocks = reasons.blocks(reading)
    evidence = reasons.evidence(slide, stance, motifs, signs, blocks)
    silent = not slide.words and not decided_motifs(signs)
    thin = silent or evidence[0].id == "nothing"
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
    guesses: Mapping[Motif, float],
    cuts: Mapping[Motif, float],
    signs: Sequence[Sign],
) -> tuple[Motif, ...]:
    """Return the motifs, the likeliest of the stance's own side as the main one.

    A motif is there when its chance reaches its cut, or where a sign decides; beside the main one
    it needs signs as well, and one that is plain to see needs them always.
    """
    scores, decided = motif_scores(signs), decided_motifs(signs)
    ranks = {motif: guesses[motif] / cuts.get(motif, RARE) for motif in Motif}
    ranks |= {motif: max(ranks[motif], 1.0) for motif in decided}
    known = rules().motifs
    ranks |= {m: 0.0 for m in Motif if known[m].plain and scores.get(m, 0.0) <= LEAST}
    own = [m for m in Motif if known[m].side in reasons.SIDES[stance] and ranks[m] > 0]
    own = own or [Motif.OTHER]  # where the user turned all of a side off
    likely = {motif: guesses[motif] + NEAR * scores.get(motif, 0.0) for motif in own}
    main = max(own, key=lambda motif: (min(ranks[motif], 1.0), likely[motif]))
    there = [m for m in Motif if ranks[m] >= 1.0 and m is not main and scores.get(m, 0.0) > LEAST]
    rest = sorted(there, key=lambda motif: (motif not in decided, -ranks[motif]))
    return (main, *rest[: MOST_MOTIFS - 1])
