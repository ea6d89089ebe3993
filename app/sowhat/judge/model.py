"""The judge's two halves: the text model, and the weights that bring it together with the signs.

The weights are linear, so that every number of them can be read.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul

import msgspec

from sowhat.judge.encoder import Encoder
from sowhat.judge.features import NAMES, motif_features
from sowhat.model import Motif, Stance
from sowhat.paths import resources


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A multinomial logistic regression for the stance and one logistic regression a motif.

    ``means`` and ``scales`` standardise the features; ``stance`` holds a row of weights for each
    stance, bias last. The stances' logits are divided by ``temperature``, so that a confidence of
    0.8 is right in eight of ten slides; below ``sure`` a person should decide. ``common`` weighs
    what is known of a motif (``OF_MOTIF``, bias last) in the same way for all; ``motifs`` holds
    what the standardised features add for each motif with enough examples. ``cuts`` are the chances
    from which a motif is said to be there.
    """

    features: tuple[str, ...]
    means: tuple[float, ...]
    scales: tuple[float, ...]
    stance: dict[Stance, tuple[float, ...]]
    common: tuple[float, ...]
    motifs: dict[Motif, tuple[float, ...]]
    cuts: dict[Motif, float]
    temperature: float
    sure: float


@dataclass(frozen=True)
class Model:
    """An encoder and the weights that were fitted to what it reads."""

    encoder: Encoder
    weights: Weights


@cache
def load() -> Model:
    """Load the shipped model; raises ``ValueError`` where its weights do not fit the features."""
    folder = resources() / "models"
    data = json.loads((folder / "judge.json").read_text(encoding="utf-8"))
    weights = msgspec.convert(data, Weights)
    if weights.features != NAMES:
        raise ValueError("judge.json was trained on other features; train it again")
    return Model(Encoder(folder / "encoder.onnx", folder / "words.json"), weights)


def standard(weights: Weights, row: Sequence[float]) -> list[float]:
    """Return the row in standard units, with 1 for the bias at its end."""
    scaled = zip(row, weights.means, weights.scales, strict=True)
    return [max(-4.0, min(4.0, (value - mean) / scale)) for value, mean, scale in scaled] + [1.0]


def chances(weights: Weights, row: Sequence[float]) -> tuple[float, float, float, float]:
    """Return the chances of the four stances, in the order of ``Stance``; they add up to 1."""
    logits = [_dot(weights.stance[stance], row) / weights.temperature for stance in Stance]
    top = max(logits)
    parts = [math.exp(logit - top) for logit in logits]
    total = sum(parts)
    vendor, customer, mixed, neutral = (part / total for part in parts)
    return vendor, customer, mixed, neutral


def motif_chances(
    weights: Weights, row: Sequence[float], standard: Sequence[float], chances: Sequence[float]
) -> dict[Motif, float]:
    """Return the chance of each motif, given the slide's features and its stances' chances."""
    known = motif_features(row, chances)
    logits = {m: _dot(weights.common, [*of, 1.0]) for m, of in zip(Motif, known, strict=True)}
    logits |= {m: logits[m] + _dot(line, standard) for m, line in weights.motifs.items()}
    return {motif: 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, x)))) for motif, x in logits.items()}


def _dot(left: Sequence[float], right: Sequence[float]) -> float:
    return float(sum(map(mul, left, right)))
