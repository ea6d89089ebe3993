"""How well verdicts agree with careful readers."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import mean

from sowhat.measure import vendor_share
from sowhat.model import Motif, Stance
from tests.benchmarks.corpus import Label

FEWEST = 5  # slides that are not neutral, for a deck's share to be scored
DRAWS = 400  # of the bootstrap


@dataclass(frozen=True)
class Judged:
    """A verdict beside its label."""

    deck: str
    label: Label
    stance: Stance
    motifs: tuple[Motif, ...]
    unsure: bool


Rows = Sequence[Judged]


def accuracy(rows: Rows) -> float:
    """Return the share of slides with the readers' stance."""
    return mean(row.stance is row.label.stance for row in rows)


def kappa(rows: Rows) -> float:
    """Return Cohen's kappa."""
    truth = Counter(row.label.stance for row in rows)
    said = Counter(row.stance for row in rows)
    chance = sum(truth[s] * said[s] for s in Stance) / len(rows) ** 2
    return (accuracy(rows) - chance) / (1 - chance) if chance < 1 else 0.0


def stance_f1(rows: Rows) -> dict[Stance, float]:
    """Return F1 of each stance."""
    return {
        s: f1(
            sum(r.stance is s and r.label.stance is s for r in rows),
            sum(r.stance is s for r in rows),
            sum(r.label.stance is s for r in rows),
        )
        for s in Stance
    }


def macro_f1(rows: Rows) -> float:
    """Return the mean of the stances' F1."""
    return mean(stance_f1(rows).values())


def motif_counts(rows: Rows) -> dict[Motif, tuple[int, int, int]]:
    """Return hits, said and true slides of each motif."""
    return {
        m: (
            sum(m in r.motifs and m in r.label.motifs for r in rows),
            sum(m in r.motifs for r in rows),
            sum(m in r.label.motifs for r in rows),
        )
        for m in Motif
    }


def micro_f1(rows: Rows) -> float:
    """Return F1 over all motifs together."""
    counts = motif_counts(rows).values()
    return f1(*(sum(column) for column in zip(*counts, strict=True)))


def f1(hits: int, said: int, true: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * hits / (said + true) if said + true else 0.0


def share_error(rows: Rows) -> float:
    """Return the mean error of a deck's vendor share, best guesses, over decks long enough."""
    decks: dict[str, list[Judged]] = defaultdict(list)
    for row in rows:
        decks[row.deck].append(row)
    errors = []
    for slides in decks.values():
        truth = Counter(row.label.stance for row in slides)
        said = Counter(row.stance for row in slides)
        true, guessed = _share(truth), _share(said)
        if len(slides) - truth[Stance.NEUTRAL] >= FEWEST and true is not None:
            errors.append(abs(true - guessed) if guessed is not None else 1.0)
    return mean(errors) if errors else 0.0


def _share(count: Counter[Stance]) -> float | None:
    return vendor_share(count[Stance.VENDOR], count[Stance.CUSTOMER], count[Stance.MIXED])


def bounds(rows: Rows, score: Callable[[Rows], float]) -> tuple[float, float]:
    """Return 95 % bounds of a score by drawing decks with replacement."""
    decks: dict[str, list[Judged]] = defaultdict(list)
    for row in rows:
        decks[row.deck].append(row)
    rng = random.Random(1)
    names = sorted(decks)
    draws = sorted(
        score([row for name in rng.choices(names, k=len(names)) for row in decks[name]])
        for _ in range(DRAWS)
    )
    return draws[int(0.025 * DRAWS)], draws[int(0.975 * DRAWS)]
