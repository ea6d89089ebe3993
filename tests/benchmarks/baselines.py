"""Simple judges that ours is measured against: one word, pronouns, and the statistics of words.

Each says which stance a slide has and, as its motif, the main motif that slides of that stance have
most often in other families. None is ever unsure.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sowhat.model import Motif, Source, Stance
from sowhat.signs.view import WE, YOU, NameTagger
from tests.benchmarks.corpus import Corpus, Row
from tests.benchmarks.matching import words_in
from tests.benchmarks.scoring import Judged

Array = NDArray[np.float64]
Motifs = Mapping[Stance, Motif]

RAREST = 3  # training slides that a word or a pair of words must be on
DECAY = 0.1  # L2 weight for one slide: of 0.01, 0.1 and 1 the one with the best accuracy
STEPS = 400  # with more, less than one slide in 200 changes
STANCES = tuple(Stance)


def always_vendor(corpus: Corpus) -> list[Judged]:
    """Say of every slide that it shows the vendor's product."""
    motifs = {Stance.VENDOR: Motif.PRODUCT}
    return [_judged(row, Stance.VENDOR, motifs) for row in corpus.rows]


def pronouns(corpus: Corpus) -> list[Judged]:
    """Count "we" and the vendor's name against "you", as the "we-we" calculators do."""
    motifs = {name: usual_motifs(corpus.without([name]).rows) for name in corpus.families}
    return [_judged(row, _spoken(row), motifs[row.entry.family]) for row in corpus.rows]


def word_statistics(corpus: Corpus, folds: Sequence[Sequence[str]]) -> list[Judged]:
    """Judge each fold's families by the words of all other families' slides."""
    judged: list[Judged] = []
    for families in folds:
        known, asked = corpus.without(families).rows, corpus.only(families).rows
        judge, motifs = WordJudge.learn(known), usual_motifs(known)
        said = judge.stances([words(row) for row in asked])
        judged += [_judged(row, stance, motifs) for row, stance in zip(asked, said, strict=True)]
    return judged


def usual_motifs(rows: Iterable[Row]) -> Motifs:
    """Return the main motif that slides of each stance have most often; the first of equals."""
    counts: dict[Stance, Counter[Motif]] = defaultdict(Counter)
    for row in rows:
        counts[row.label.stance].update(row.label.motifs[:1])
    order = list(Motif)
    return {
        stance: max(count, key=lambda motif: (count[motif], -order.index(motif)))
        for stance, count in counts.items()
        if count
    }


def words(row: Row) -> list[str]:
    """Return the words of a slide's title and body; what the layout repeats is not among them."""
    return [word for text in _texts(row) for word in words_in(text)]


def _texts(row: Row) -> list[str]:
    slide = row.entry.deck.slides[row.label.slide - 1]
    return [slide.title, *(b.text for b in slide.body if b.source is not Source.LAYOUT)]


def _judged(row: Row, stance: Stance, motifs: Motifs) -> Judged:
    said = (motifs[stance],) if stance in motifs else ()
    return Judged(row.entry.id, row.label, stance, said, unsure=False)


def _spoken(row: Row) -> Stance:
    tagger = NameTagger(row.entry.profile)
    own = sum(tag == "VENDOR" for text in _texts(row) for _, _, tag in tagger.find(text))
    first = own + sum(word in WE for word in words(row))
    second = sum(word in YOU for word in words(row))
    if first == second:
        return Stance.MIXED if first else Stance.NEUTRAL
    return Stance.VENDOR if first > second else Stance.CUSTOMER


@dataclass(frozen=True)
class WordJudge:
    """Multinomial logistic regression on TF-IDF of words and pairs of neighbouring words.

    ``columns`` number the known terms and ``rarity`` weighs them; ``lines`` has a row for each
    term, one more for the bias, and a column for each stance.
    """

    columns: Mapping[str, int]
    rarity: Array
    lines: Array

    @classmethod
    def learn(cls, rows: Sequence[Row]) -> WordJudge:
        """Learn from labelled slides."""
        slides = [words(row) for row in rows]
        homes = Counter(term for slide in slides for term in set(_terms(slide)))
        known = sorted(term for term, count in homes.items() if count >= RAREST)
        columns = {term: number for number, term in enumerate(known)}
        rarity = np.array([math.log((1 + len(rows)) / (1 + homes[t])) + 1 for t in known])
        table = _Table.of(slides, columns, rarity)
        truth = np.eye(len(STANCES))[[STANCES.index(row.label.stance) for row in rows]]
        return cls(columns, rarity, _softmax_fit(table, truth))

    def stances(self, slides: Sequence[Sequence[str]]) -> list[Stance]:
        """Return the likeliest stance of each slide, given by its words."""
        if not slides:
            return []
        scores = _Table.of(slides, self.columns, self.rarity).times(self.lines)
        return [STANCES[number] for number in scores.argmax(axis=1)]


def _terms(slide: Sequence[str]) -> list[str]:
    return [*slide, *(f"{one} {two}" for one, two in pairwise(slide))]


@dataclass(frozen=True)
class _Table:
    """A sparse matrix, a slide a row: ``values`` stand in ``rows`` and ``columns``.

    Each row is of length 1 and ends with a 1 for the bias, so that none is empty; ``starts`` are
    the rows' first places.
    """

    starts: NDArray[np.intp]
    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    values: Array
    width: int

    @classmethod
    def of(
        cls, slides: Sequence[Sequence[str]], columns: Mapping[str, int], rarity: Array
    ) -> _Table:
        bias = len(columns)
        places: list[tuple[int, int, float]] = []
        starts: list[int] = []
        for row, slide in enumerate(slides):
            starts.append(len(places))
            counts = Counter(columns[term] for term in _terms(slide) if term in columns)
            weights = {column: count * rarity[column] for column, count in counts.items()}
            length = math.hypot(*weights.values())
            places += [(row, column, weight / length) for column, weight in weights.items()]
            places.append((row, bias, 1.0))
        rows, numbers, values = zip(*places, strict=True)
        return cls(
            np.array(starts, dtype=np.intp),
            np.array(rows, dtype=np.intp),
            np.array(numbers, dtype=np.intp),
            np.array(values, dtype=np.float64),
            bias + 1,
        )

    def times(self, lines: Array) -> Array:
        """Return the product with ``lines``."""
        products = self.values[:, None] * lines[self.columns]
        return np.asarray(np.add.reduceat(products, self.starts, axis=0), dtype=np.float64)

    def back(self, slopes: Array) -> Array:
        """Return the product of the transposed matrix with ``slopes``."""
        products = self.values[:, None] * slopes[self.rows]
        sums = (np.bincount(self.columns, column, self.width) for column in products.T)
        return np.stack(list(sums), axis=1)


def _softmax_fit(table: _Table, truth: Array) -> Array:
    """Minimise the cross-entropy with L2 decay (not on the bias) by accelerated descent."""
    count = len(truth)
    decay = np.full((table.width, 1), DECAY / count)
    decay[-1] = 0.0
    rate = 1 / (1 + DECAY / count)  # rows and bias are of length 1: no slope is steeper
    lines = np.zeros((table.width, truth.shape[1]))
    ahead = lines
    for step in range(STEPS):
        scores = table.times(ahead)
        chances = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        slope = table.back((chances - truth) / count) + decay * ahead
        moved = ahead - rate * slope
        lines, ahead = moved, moved + step / (step + 3) * (moved - lines)
    return lines
