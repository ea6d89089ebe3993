"""How likely a name stands in the customer's seat: a linear model of what stands around it.

Its weights are trained on marked text (``packaging/model/train_names.py``); names themselves are
hidden from it, it reads what is around them and how they are written.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sowhat.paths import resources

PLACES = 1 << 15  # of the features' weights, by their hash
FARTHEST = 8.0  # logits are cut here


@dataclass(frozen=True, slots=True)
class Weights:
    """``near`` weighs the features of one place, ``whole`` what is known of all places of a name;
    biases last."""

    near: NDArray[np.float32]
    whole: NDArray[np.float32]


@cache
def weights() -> Weights:
    """Load the shipped weights."""
    with np.load(resources() / "models" / "names.npz") as kept:
        near, whole = kept["near"].astype(np.float32), kept["whole"].astype(np.float32)
    if len(near) != PLACES + 1 or len(whole) != len(NUMBERS) + 1:
        raise ValueError("names.npz was trained on other features; train it again")
    return Weights(near, whole)


def place_of(feature: str) -> int:
    """Return where a feature's weight stands."""
    return zlib.crc32(feature.encode()) % PLACES


def near(features: Iterable[str]) -> float:
    """Return the logit of one place: over 0 a customer stands there rather than somebody else."""
    known = weights().near
    total = float(sum(known[place_of(one)] for one in features) + known[-1])
    return max(-FARTHEST, min(FARTHEST, total))


NUMBERS = (
    *("most", "least", "mean", "places"),
    *("guessed", "place", "sold", "person", "letters", "plain", "new", "formal"),
)


def numbers(logits: Sequence[float], kind: Sequence[bool], strength: int) -> tuple[float, ...]:
    """Return what is known of a name: the logits of its places, how many they are; what else it may
    be, and how it is written."""
    return (
        max(logits),
        min(logits),
        sum(logits) / len(logits),
        math.log(len(logits)),
        *map(float, kind),
        *(float(strength == one) for one in (1, 2, 3, 4)),
    )


def whole(known: Sequence[float]) -> float:
    """Return how likely a name with these ``numbers`` is another customer's."""
    line = weights().whole
    total = float(sum(w * v for w, v in zip(line, (*known, 1.0), strict=True)))
    return 1.0 / (1.0 + math.exp(-total))


def chance(logit: float) -> float:
    """Return the chance that a logit says."""
    return 1.0 / (1.0 + math.exp(-logit))
