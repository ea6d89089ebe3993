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
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sowhat.judge.whose import Whose
from sowhat.paths import resources

PLACES = 1 << 15  # of the features' weights, by their hash
FARTHEST = 4.0  # logits are cut here
LEAST = 1e-3  # chances are cut here


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
    total = float(known[list(map(place_of, features))].sum() + known[-1])
    return max(-FARTHEST, min(FARTHEST, total))


NUMBERS = (
    *("most", "least", "mean", "places", "slides"),
    *("read most", "read least", "read mean", "others most", "others mean"),
    *("persons", "sites", "nobody", "things", "standards", "blanks"),
    *("guessed", "town", "sold", "pair"),
    *("letters", "plain", "new", "formal"),
)
_OTHERS = [Whose.PEER, Whose.PARTNER, Whose.COMPETITOR, Whose.STANDARD, Whose.OWNER, Whose.CLIENT]
_SHARES = (
    [Whose.PERSON, Whose.STRANGER],
    [Whose.SITE, Whose.PLACE],
    [Whose.NOBODY],
    [Whose.PRODUCT, Whose.EVENT, Whose.VENDOR],
    [Whose.STANDARD],
    [Whose.BLANK],
)
_UNREAD = np.full(len(Whose), 1 / len(Whose), np.float32)


class Place(NamedTuple):
    """A place of a name: the logit of what stands around it, what was read there, its slide."""

    near: float
    whose: NDArray[np.float32] | None
    slide: int | None


def numbers(places: Sequence[Place], kind: Sequence[bool], strength: int) -> tuple[float, ...]:
    """Return what is known of a name: the logits of its places and what was read there, how many
    they are; what else it may be by what is read and by rules, and how it is written."""
    near = [place.near for place in places]
    read = np.array([_UNREAD if p.whose is None else p.whose for p in places])
    own, others = _logits(read[:, Whose.CUSTOMER]), _logits(read[:, _OTHERS].sum(axis=1))
    return (
        max(near),
        min(near),
        sum(near) / len(near),
        math.log(len(near)),
        math.log(len({place.slide for place in places})),
        *map(float, (own.max(), own.min(), own.mean(), others.max(), others.mean())),
        *(float(read[:, share].sum(axis=1).mean()) for share in _SHARES),
        *map(float, kind),
        *(float(strength == one) for one in (1, 2, 3, 4)),
    )


def _logits(chances: NDArray[np.float32]) -> NDArray[np.float32]:
    kept = np.clip(chances, LEAST, 1 - LEAST)
    return np.asarray(np.log(kept / (1 - kept)), dtype=np.float32)


def whole(known: Sequence[float]) -> float:
    """Return how likely a name with these ``numbers`` is another customer's."""
    line = weights().whole
    total = float(sum(w * v for w, v in zip(line, (*known, 1.0), strict=True)))
    return 1.0 / (1.0 + math.exp(-total))
