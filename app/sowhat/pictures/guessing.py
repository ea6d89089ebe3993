"""The weights that turn a picture's numbers into chances; fitted, kept in the resources."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from sowhat.paths import resources
from sowhat.pictures.marks import Floats

FILES = ("pictures.json", "logos.json")


@dataclass(frozen=True, slots=True)
class Scales:
    """Linear weights, a column a class; numbers are first brought to mean 0 and spread 1."""

    names: tuple[str, ...]
    classes: tuple[str, ...]
    mean: Floats
    spread: Floats
    weights: Floats

    def chances(self, numbers: Floats) -> dict[str, float]:
        """Return each class's chance."""
        given = np.clip((numbers - self.mean) / self.spread, -6, 6)
        scores = given @ self.weights[:-1] + self.weights[-1]
        powers = np.exp(scores - scores.max())
        shares = (powers / powers.sum()).tolist()
        return dict(zip(self.classes, shares, strict=True))


@cache
def scales() -> Mapping[str, Scales]:
    """Return the fitted weights: ``kinds`` and ``walls``, ``logo`` and ``logo-read``."""
    plain: dict[str, dict[str, list[Any]]] = {}
    for name in FILES:
        path = resources() / "models" / name
        plain |= json.loads(path.read_text(encoding="utf-8"))
    return {
        name: Scales(
            tuple(given["names"]),
            tuple(given["classes"]),
            np.array(given["mean"]),
            np.array(given["spread"]),
            np.array(given["weights"]),
        )
        for name, given in plain.items()
    }


def shifted(chance: float, by: float) -> float:
    """Return a chance after evidence that changes its log odds by so much."""
    chance = min(max(chance, 1e-6), 1 - 1e-6)
    return float(1 / (1 + (1 / chance - 1) * np.exp(-by)))
