"""A deck's slides as rows of numbers: what the weights see.

Everything comes from the signs, from what the text model makes of each slide, and from the
neighbours; no word of a deck enters. (Place in the deck and shape of the slide brought nothing.)
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from sowhat.judge.encoder import Reading
from sowhat.model import Deck, Motif, Role, Side, Sign, Slide, Stance
from sowhat.rules import load
from sowhat.signs.score import FOUND, motif_scores

HIGHEST, LOWEST = 4.0, -1.0  # scores are cut here: more of the same says nothing new
VOICES = (
    "we-vendor",
    "we-together",
    "we-unclear",
    "you",
    "name-vendor",
    "name-product",
    "name-customer",
    "subject-vendor",
    "subject-customer",
    "named-person",
    "named-organization",
    "named-place",
    "named-date",
    "named-amount",
    "named-number",
    "named-product",
)
_SIDES = tuple(Side)
_FARTHEST = 6.0  # logits are cut here
_READ = tuple(f"reads {stance}" for stance in Stance)
_MODEL = (*(f"logit {stance}" for stance in Stance), *(f"logit {motif}" for motif in Motif), *_READ)
_RULES = (
    *(f"motif {motif}" for motif in Motif),
    *(f"found {motif}" for motif in Motif),
    *(f"head {motif}" for motif in Motif),
    *(f"sum {side}" for side in _SIDES),
    *(f"best {side}" for side in _SIDES),
    *(f"title {side}" for side in _SIDES),
    *VOICES,
    "title we",
    "title you",
    "title name",
    "lead",
)
_OWN = (*_MODEL, *_RULES)
_AROUND = ("before", "after", "deck")
_SHARED = (
    *_READ,
    *(f"sum {side}" for side in _SIDES),
    *(f"title {side}" for side in _SIDES),
    "lead",
)
NAMES: tuple[str, ...] = (
    *_OWN,
    *(f"{where} {name}" for where in _AROUND for name in _SHARED),
    *(f"deck {voice}" for voice in VOICES),
)
FROM_RULES = frozenset(
    (
        *_RULES,
        *(f"{where} {name}" for where in _AROUND for name in _SHARED if name in _RULES),
        *(f"deck {voice}" for voice in VOICES),
    )
)
# What is known of one motif on a slide: what the text model and the rules say, by itself and beside
# the other motifs, and how likely the slide is on the motif's side.
OF_MOTIF = ("logit", "behind", "highest", "score", "found", "best", "short", "head", "side")
_PLACES = [
    [NAMES.index(f"{of} {motif}") for motif in Motif] for of in ("logit", "motif", "found", "head")
]
_UNLIKELY = 1e-3


def deck_features(
    deck: Deck, signs: Sequence[Sequence[Sign]], readings: Sequence[Reading]
) -> list[list[float]]:
    """Return a row of ``len(NAMES)`` numbers for each slide; signs and readings are the slides'."""
    each = zip(deck.slides, signs, readings, strict=True)
    own = [_own(slide, found) | _made(reading) for slide, found, reading in each]
    count = len(own)
    means = {name: sum(row[name] for row in own) / max(count, 1) for name in _OWN}
    nothing = dict.fromkeys(_OWN, 0.0)
    rows = []
    for index, row in enumerate(own):
        values = dict(row)
        before = own[index - 1] if index else nothing
        after = own[index + 1] if index + 1 < count else nothing
        for where, other in zip(_AROUND, (before, after, means), strict=True):
            values.update({f"{where} {name}": other[name] for name in _SHARED})
        values.update({f"deck {voice}": means[voice] for voice in VOICES})
        rows.append([values[name] for name in NAMES])
    return rows


def motif_features(row: Sequence[float], chances: Sequence[float]) -> list[list[float]]:
    """Return ``len(OF_MOTIF)`` numbers for each motif on a slide.

    ``row`` is the slide's of ``deck_features``, ``chances`` those of its stances.
    """
    logits, scores, found, heads = ([row[place] for place in places] for places in _PLACES)
    first, second = sorted(logits, reverse=True)[:2]
    best = max(scores)
    sides = _side_chances(chances)
    return [
        [
            logit,
            max(logit - second, -_FARTHEST),
            float(logit == first),
            score,
            there,
            float(score == best and score > 0),
            score - best,
            head,
            math.log(max(sides[_side(motif)], _UNLIKELY)),
        ]
        for motif, logit, score, there, head in zip(
            Motif, logits, scores, found, heads, strict=True
        )
    ]


def _side_chances(chances: Sequence[float]) -> dict[Side, float]:
    """Return how likely each side is; a mixed slide is half the vendor's, half the customer's."""
    by_stance = dict(zip(Stance, chances, strict=True))
    half = by_stance[Stance.MIXED] / 2
    return {
        Side.VENDOR: by_stance[Stance.VENDOR] + half,
        Side.CUSTOMER: by_stance[Stance.CUSTOMER] + half,
        Side.NEUTRAL: by_stance[Stance.NEUTRAL],
    }


def _own(slide: Slide, signs: Sequence[Sign]) -> dict[str, float]:
    scores = {m: max(min(s, HIGHEST), LOWEST) for m, s in motif_scores(signs).items()}
    headline = [s for s in signs if _in_title(slide, s)]
    heads = motif_scores(headline)
    voices = Counter(sign.id for sign in signs)
    title_voices = Counter(sign.id for sign in headline)
    row = {f"motif {motif}": scores.get(motif, 0.0) for motif in Motif}
    row.update({f"found {motif}": float(scores.get(motif, 0.0) >= FOUND) for motif in Motif})
    row.update({f"head {m}": max(min(heads.get(m, 0.0), HIGHEST), LOWEST) for m in Motif})
    for side in _SIDES:
        row[f"sum {side}"] = _total(scores, side)
        row[f"best {side}"] = max((scores[m] for m in scores if _side(m) is side), default=0.0)
        row[f"title {side}"] = min(_total(heads, side), HIGHEST)
    row.update({voice: math.log1p(voices[voice]) for voice in VOICES})
    row["title we"] = float(title_voices["we-vendor"] + title_voices["we-unclear"] > 0)
    row["title you"] = float(title_voices["you"] > 0)
    row["title name"] = float(title_voices["name-vendor"] + title_voices["name-product"] > 0)
    row["lead"] = row["sum vendor"] - row["sum customer"]
    return row


def _made(reading: Reading) -> dict[str, float]:
    """Return what the text model says: logits around their middle, and chances."""
    middle = sum(reading.stances) / len(reading.stances)
    parts = [math.exp(logit - middle) for logit in reading.stances]
    row = {f"logit {s}": _cut(v - middle) for s, v in zip(Stance, reading.stances, strict=True)}
    row |= {f"logit {m}": _cut(v) for m, v in zip(Motif, reading.motifs, strict=True)}
    return row | {name: part / sum(parts) for name, part in zip(_READ, parts, strict=True)}


def _cut(logit: float) -> float:
    return max(-_FARTHEST, min(_FARTHEST, logit))


def _in_title(slide: Slide, sign: Sign) -> bool:
    block = sign.place.block
    return block is not None and slide.blocks[block].role is Role.TITLE


def _side(motif: Motif) -> Side:
    return load().motifs[motif].side


def _total(scores: Mapping[Motif, float], side: Side) -> float:
    return math.sqrt(sum(max(s, 0.0) for motif, s in scores.items() if _side(motif) is side))
