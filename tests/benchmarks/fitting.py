"""Fitting the judge's weights: regularised logistic regressions by full-batch descent."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sowhat.judge import NAMES
from sowhat.judge.model import Weights
from sowhat.model import Motif, Stance
from tests.benchmarks.corpus import Corpus

Array = NDArray[np.float64]

STANCE_DECAY = 0.1  # L2 weights, both chosen by cross-validation over families
MOTIF_DECAY = 0.1
BALANCE = 0.5  # exponent by which rare stances count more
FEWEST = 15  # slides with a motif, of three families or more, below which it keeps its rule's score
STEPS = 400
SURE = 0.5  # confidence below which a person should decide


@dataclass(frozen=True)
class Fitted:
    """Weights in plain arrays; rows of ``stance`` and ``motifs`` end with the bias."""

    means: Array
    scales: Array
    stance: Array
    motifs: dict[Motif, Array]
    cuts: dict[Motif, float]

    def plain(self) -> dict[str, Any]:
        """Return the weights as the judge reads them."""
        return {
            "features": list(NAMES),
            "means": _short(self.means),
            "scales": _short(self.scales),
            "stance": {s: _short(line) for s, line in zip(Stance, self.stance, strict=True)},
            "motifs": {motif: _short(line) for motif, line in self.motifs.items()},
            "cuts": {motif: round(cut, 3) for motif, cut in self.cuts.items()},
            "sure": SURE,
        }

    def weights(self) -> Weights:
        """Return the weights as the judge's own type."""
        import msgspec

        return msgspec.convert(self.plain(), Weights)


def _short(values: Array) -> list[float]:
    return [round(float(value), 4) for value in values]


def fit(corpus: Corpus) -> Fitted:
    """Fit stance and motifs on the slides of ``corpus``; the same corpus gives the same weights."""
    rows = corpus.rows
    raw = np.array([row.features for row in rows], dtype=float)
    means, scales = raw.mean(axis=0), raw.std(axis=0)
    scales[scales < 1e-6] = 1.0
    data = np.hstack([np.clip((raw - means) / scales, -4, 4), np.ones((len(raw), 1))])
    counts = np.array([1.0 if row.label.sure else 0.6 for row in rows])
    stances = np.array([list(Stance).index(row.label.stance) for row in rows])
    share = np.bincount(stances, weights=counts, minlength=len(Stance)) / counts.sum()
    weight = counts * np.maximum(share, 0.02)[stances] ** -BALANCE
    stance = _softmax_fit(data, np.eye(len(Stance))[stances], weight, STANCE_DECAY)
    motifs, cuts = {}, {}
    for motif in Motif:
        truth = np.array([float(motif in row.label.motifs) for row in rows])
        homes = {row.entry.family for row in rows if motif in row.label.motifs}
        if truth.sum() >= FEWEST and len(homes) >= 3:
            both = np.stack([1 - truth, truth], axis=1)
            lines = _softmax_fit(data, both, counts, MOTIF_DECAY)
            motifs[motif] = lines[1] - lines[0]
            cuts[motif] = _cut(corpus, data, truth, counts)
    return Fitted(means, scales, stance, motifs, cuts)


def _softmax_fit(data: Array, truth: Array, weight: Array, decay: float) -> Array:
    """Minimise the weighted cross-entropy with L2 decay (not on the bias) by Adam."""
    lines = np.zeros((truth.shape[1], data.shape[1]))
    first, second = np.zeros_like(lines), np.zeros_like(lines)
    weight = (weight / weight.sum())[:, None]
    free = np.ones(data.shape[1])
    free[-1] = 0.0
    for step in range(1, STEPS + 1):
        logits = data @ lines.T
        chances = np.exp(logits - logits.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        slope = (weight * (chances - truth)).T @ data + decay * lines * free
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        rate = 0.05 * (1 - step / (STEPS + 1))
        lines -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return lines


def _cut(corpus: Corpus, data: Array, truth: Array, counts: Array) -> float:
    """Choose the chance from which the motif is there by out-of-family F1."""
    by_family: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(corpus.rows):
        by_family[row.entry.family].append(index)
    groups: list[list[int]] = [[] for _ in range(4)]
    for members in sorted(by_family.values(), key=len, reverse=True):
        min(groups, key=len).extend(members)
    chances = np.zeros(len(truth))
    for group in groups:
        rest = np.setdiff1d(np.arange(len(truth)), group)
        both = np.stack([1 - truth[rest], truth[rest]], axis=1)
        lines = _softmax_fit(data[rest], both, counts[rest], MOTIF_DECAY)
        chances[group] = 1 / (1 + np.exp(-(data[group] @ (lines[1] - lines[0]))))
    grid = np.arange(0.15, 0.65, 0.05)
    return float(max(grid, key=lambda cut: _f1(truth, chances >= cut)))


def _f1(truth: Array, said: NDArray[np.bool_]) -> float:
    hits = float((truth * said).sum())
    total = float(truth.sum() + said.sum())
    return 2 * hits / total if total else 0.0
