"""Fitting the judge's weights: regularised logistic regressions by full-batch descent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sowhat.judge.encoder import Reading
from sowhat.judge.features import FROM_RULES, NAMES, OF_MOTIF, deck_features, motif_features
from sowhat.judge.model import Weights
from sowhat.model import Motif, Stance
from tests.benchmarks.corpus import Corpus

Array = NDArray[np.float64]
Link = Callable[[Array], Array]  # from logits to chances

STANCE_DECAY = 0.15  # L2 weights, both chosen by cross-validation over families
MOTIF_DECAY = 0.8
COMMON_DECAY = 1e-4
RULES_COUNT = 0.8  # times other features: on decks that no rule's writer read they say less
BALANCE = 0.5  # exponent by which rare stances count more
FEWEST = 15  # slides with a motif, of three families or more, below which it keeps its rule's score
STEPS = 400
ONLY_MOTIFS = frozenset(f"{of} {m}" for of in ("logit", "head") for m in Motif)  # tell no stance
SPARING = 1.1  # a motif that is not there does more harm than one that is not told
INNER = 4  # groups of families by which cuts, temperature and threshold are chosen
AIM, LEAST_DECIDED = 0.94, 0.80  # accuracy on the slides decided; share of slides decided at least


@dataclass(frozen=True)
class Fitted:
    """Weights in plain arrays; rows of ``stance`` and ``motifs`` end with the bias."""

    means: Array
    scales: Array
    stance: Array
    common: Array
    motifs: dict[Motif, Array]
    cuts: dict[Motif, float]
    temperature: float
    sure: float

    def plain(self) -> dict[str, Any]:
        """Return the weights as the judge reads them."""
        return {
            "features": list(NAMES),
            "means": _short(self.means),
            "scales": _short(self.scales),
            "stance": {s: _short(line) for s, line in zip(Stance, self.stance, strict=True)},
            "common": _short(self.common),
            "motifs": {motif: _short(line) for motif, line in self.motifs.items()},
            "cuts": {motif: round(cut, 3) for motif, cut in self.cuts.items()},
            "temperature": round(self.temperature, 3),
            "sure": round(self.sure, 3),
        }

    def weights(self) -> Weights:
        """Return the weights as the judge's own type."""
        import msgspec

        return msgspec.convert(self.plain(), Weights)


def _short(values: Array) -> list[float]:
    return [round(float(value), 4) for value in values]


Readings = Mapping[str, Sequence[Reading]]


def features(corpus: Corpus, readings: Readings) -> Array:
    """Return a row for each labelled slide of ``corpus``; ``readings`` are by the decks' ids."""
    by_deck = {
        entry.id: deck_features(entry.deck, entry.signs, readings[entry.id])
        for entry in corpus.entries
    }
    return np.array([by_deck[row.entry.id][row.label.slide - 1] for row in corpus.rows])


def fit(corpus: Corpus, readings: Readings, without: frozenset[str] = frozenset()) -> Fitted:
    """Fit stance and motifs on the slides of ``corpus``; the same corpus gives the same weights.

    The features named in ``without`` count for nothing, to see what they bring.

    ``readings`` must come from encoders that never saw the deck they read, else they look better
    than they are and count too much.
    """
    rows = corpus.rows
    raw = features(corpus, readings) * np.array([name not in without for name in NAMES])
    means, scales = raw.mean(axis=0), raw.std(axis=0)
    scales[scales < 1e-6] = 1.0
    count = np.array([RULES_COUNT if name in FROM_RULES else 1.0 for name in NAMES])
    data = np.hstack([np.clip((raw - means) / scales, -4, 4) * count, np.ones((len(raw), 1))])
    back = np.append(
        count, 1.0
    )  # the judge does not know of the counting: it goes into the weights
    counts = np.array([1.0 if row.label.sure else 0.6 for row in rows])
    groups = _groups(corpus)
    stances = np.array([list(Stance).index(row.label.stance) for row in rows])
    share = np.bincount(stances, weights=counts, minlength=len(Stance)) / counts.sum()
    weight = counts * np.maximum(share, 0.02)[stances] ** -BALANCE
    truth = np.eye(len(Stance))[stances]
    told = data * np.array([name not in ONLY_MOTIFS for name in (*NAMES, "bias")])
    stance = _fit(told, truth, weight, STANCE_DECAY, _chances)
    crossed = _crossed(told, truth, weight, groups, (STANCE_DECAY, _chances))
    temperature = _temperature(crossed, stances, counts)
    likely = _chances(crossed / temperature)
    known = np.array([motif_features(r, c) for r, c in zip(raw, likely, strict=True)])
    learnt = [motif for motif in Motif if _common(motif, corpus)]
    there = np.array([[float(m in row.label.motifs) for m in Motif] for row in rows])
    slides = Motifs(data, known, there, counts, [list(Motif).index(motif) for motif in learnt])
    common, lines = slides.fit(np.arange(len(rows)))
    guesses = slides.crossed(groups)
    motifs = dict(zip(learnt, lines * back, strict=True))
    columns = zip(learnt, slides.learnt, strict=True)
    cuts = {motif: _cut(guesses[:, i], there[:, i]) for motif, i in columns}
    sure = _sure(crossed / temperature, stances)
    return Fitted(means, scales, stance * back, common, motifs, cuts, temperature, sure)


@dataclass(frozen=True)
class Motifs:
    """What the motifs' weights are fitted to.

    ``data`` (slides, features) are the slides' numbers, ``known`` (slides, motifs, ``OF_MOTIF``)
    the motifs' own, ``there`` (slides, motifs) the truth, ``counts`` says how much a slide counts,
    ``learnt`` the columns of the motifs that have examples enough for weights of their own.
    """

    data: Array
    known: Array
    there: Array
    counts: Array
    learnt: list[int]

    def fit(self, rows: NDArray[np.int64]) -> tuple[Array, Array]:
        """Return the weights common to all motifs, bias last, and what each learnt one adds."""
        known = self.known[rows].reshape(-1, len(OF_MOTIF))
        means, scales = known.mean(axis=0), known.std(axis=0)
        scales[scales < 1e-6] = 1.0
        whole = np.hstack([(known - means) / scales, np.ones((len(known), 1))])
        truth, counts = self.there[rows].reshape(-1, 1), np.repeat(self.counts[rows], len(Motif))
        line = _fit(whole, truth, counts, COMMON_DECAY, _each)[0]
        line[:-1] /= scales
        line[-1] -= means @ line[:-1]
        start = self._common(line, rows)[:, self.learnt]
        truth = self.there[rows][:, self.learnt]
        return line, _fit(self.data[rows], truth, self.counts[rows], MOTIF_DECAY, _each, start)

    def crossed(self, groups: Sequence[Sequence[int]]) -> Array:
        """Return the chance of each motif by weights that never saw the slide's group."""
        logits = np.zeros(self.there.shape)
        for group in map(np.array, groups):
            line, lines = self.fit(np.setdiff1d(np.arange(len(logits)), group))
            logits[group] = self._common(line, group)
            logits[group[:, None], self.learnt] += self.data[group] @ lines.T
        return _each(logits)

    def _common(self, line: Array, rows: NDArray[np.int64]) -> Array:
        logits: Array = self.known[rows] @ line[:-1] + line[-1]
        return logits


def _common(motif: Motif, corpus: Corpus) -> bool:
    """Say whether a motif has examples enough to be learnt."""
    homes = [row.entry.family for row in corpus.rows if motif in row.label.motifs]
    return len(homes) >= FEWEST and len(set(homes)) >= 3


def _groups(corpus: Corpus) -> list[list[int]]:
    """Return the rows in groups of about one size, no family in two."""
    by_family: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(corpus.rows):
        by_family[row.entry.family].append(index)
    groups: list[list[int]] = [[] for _ in range(INNER)]
    for members in sorted(by_family.values(), key=len, reverse=True):
        min(groups, key=len).extend(members)
    return groups


def _crossed(
    data: Array,
    truth: Array,
    weight: Array,
    groups: Sequence[Sequence[int]],
    how: tuple[float, Link],
) -> Array:
    """Return logits of each row by weights that never saw its group."""
    logits = np.zeros(truth.shape)
    for group in groups:
        rest = np.setdiff1d(np.arange(len(truth)), group)
        lines = _fit(data[rest], truth[rest], weight[rest], *how)
        logits[group] = data[group] @ lines.T
    return logits


def _temperature(logits: Array, stances: NDArray[np.int64], counts: Array) -> float:
    """Choose by what the logits are to be divided, so that chances are what they say."""

    def surprise(temperature: float) -> float:
        chances = _chances(logits / temperature)[np.arange(len(stances)), stances]
        return float(-(counts * np.log(np.maximum(chances, 1e-9))).sum())

    return float(min(np.arange(0.3, 2.05, 0.05), key=surprise))


def _sure(logits: Array, stances: NDArray[np.int64]) -> float:
    """Choose the confidence from which the guesses are right often enough, most slides decided."""
    chances = _chances(logits)
    best, right = chances.max(axis=1), chances.argmax(axis=1) == stances
    for sure in np.arange(0.24, 0.95, 0.01):  # the likeliest of four has at least a quarter
        decided = best >= sure
        if right[decided].mean() >= AIM or np.mean(best >= sure + 0.01) < LEAST_DECIDED:
            break
    return float(sure)


def _each(logits: Array) -> Array:
    """Return the chance of each column by itself."""
    return 1 / (1 + np.exp(-np.clip(logits, -30, 30)))


def _chances(logits: Array) -> Array:
    chances = np.exp(logits - logits.max(axis=1, keepdims=True))
    whole: Array = chances / chances.sum(axis=1, keepdims=True)
    return whole


def _fit(
    data: Array, truth: Array, weight: Array, decay: float, link: Link, start: Array | float = 0.0
) -> Array:
    """Minimise the weighted cross-entropy with L2 decay (not on the bias) by Adam.

    The logits are what ``start`` says and what the weights add to it.
    """
    lines = np.zeros((truth.shape[1], data.shape[1]))
    first, second = np.zeros_like(lines), np.zeros_like(lines)
    weight = (weight / weight.sum())[:, None]
    free = np.ones(data.shape[1])
    free[-1] = 0.0
    for step in range(1, STEPS + 1):
        logits = data @ lines.T + start
        slope = (weight * (link(logits) - truth)).T @ data + decay * lines * free
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        rate = 0.05 * (1 - step / (STEPS + 1))
        lines -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return lines


def _cut(chances: Array, truth: Array) -> float:
    """Choose the chance from which the motif is there by F1, a little above where it is best."""
    grid = np.arange(0.15, 0.65, 0.05)
    return SPARING * float(max(grid, key=lambda cut: _f1(truth, chances >= cut)))


def _f1(truth: Array, said: NDArray[np.bool_]) -> float:
    hits = float((truth * said).sum())
    total = float(truth.sum() + said.sum())
    return 2 * hits / total if total else 0.0
