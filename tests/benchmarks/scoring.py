"""How well verdicts agree with careful readers."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import mean
from typing import NamedTuple

from sowhat.measure import vendor_share
from sowhat.model import Motif, Stance
from tests.benchmarks.corpus import Label

FEWEST = 5  # slides that are not neutral, for a deck's share to be scored
DRAWS = 400  # of the bootstrap
WATCHED = (Motif.PRAISE, Motif.PRODUCT, Motif.COMPANY, Motif.PROBLEM, Motif.LOGOS)
DRAWN = (Motif.LOGOS, Motif.ANALYST)  # told by pictures: each slide that is told wrongly is shown


@dataclass(frozen=True)
class Judged:
    """A verdict beside its label."""

    deck: str
    label: Label
    stance: Stance
    motifs: tuple[Motif, ...]
    unsure: bool


Rows = Sequence[Judged]
Score = Callable[[Rows], float]


class Estimate(NamedTuple):
    """A score with its 95 % bounds."""

    value: float
    low: float
    high: float


class Confusion(NamedTuple):
    """What readers said, what the judge said instead, and the slides, each as deck and number."""

    truth: Stance
    said: Stance
    slides: list[str]


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


def motif_f1(motif: Motif) -> Score:
    """Return the score that is F1 of one motif."""

    def score(rows: Rows) -> float:
        hits = sum(motif in r.motifs and motif in r.label.motifs for r in rows)
        said = sum(motif in r.motifs for r in rows)
        return f1(hits, said, sum(motif in r.label.motifs for r in rows))

    return score


def motif_estimates(rows: Rows, motifs: Sequence[Motif] = WATCHED) -> dict[Motif, Estimate]:
    """Return F1 of each of ``motifs``, with bounds; a draw without the motif counts as 0."""
    return {motif: estimate(rows, motif_f1(motif)) for motif in motifs}


def misjudged(rows: Rows, motif: Motif) -> tuple[list[str], list[str]]:
    """Return the slides on which a motif was missed, and those on which it is not."""
    wrong = [row for row in rows if (motif in row.motifs) != (motif in row.label.motifs)]
    missed, false = (
        [f"{row.deck} {row.label.slide}" for row in wrong if (motif in row.motifs) is there]
        for there in (False, True)
    )
    return missed, false


def decided(rows: Rows) -> tuple[float, float]:
    """Return the share of slides decided, and the accuracy on them."""
    return decided_share(rows), decided_accuracy(rows)


def decided_share(rows: Rows) -> float:
    """Return the share of slides on which the judge is sure."""
    return mean(not row.unsure for row in rows)


def decided_accuracy(rows: Rows) -> float:
    """Return the accuracy on the slides on which the judge is sure, 0 where there is none."""
    sure = [row for row in rows if not row.unsure]
    return accuracy(sure) if sure else 0.0


def confusions(rows: Rows) -> list[Confusion]:
    """Return the pairs of stances that were confused, those with most slides first."""
    pairs: dict[tuple[Stance, Stance], list[str]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.deck, row.label.slide)):
        if row.stance is not row.label.stance:
            pairs[row.label.stance, row.stance].append(f"{row.deck} {row.label.slide}")
    found = [Confusion(truth, said, slides) for (truth, said), slides in pairs.items()]
    order = list(Stance)
    return sorted(found, key=lambda c: (-len(c.slides), order.index(c.truth), order.index(c.said)))


def share_error(rows: Rows) -> float:
    """Return the mean error of a deck's vendor share by best guesses, those of unsure slides too.

    Scored are the decks with five or more slides that are not neutral by their labels. A deck
    whose guesses are all neutral has no share: its error is 1.
    """
    errors = []
    for slides in _by_deck(rows).values():
        truth = Counter(row.label.stance for row in slides)
        said = Counter(row.stance for row in slides)
        true, guessed = _share(truth), _share(said)
        if len(slides) - truth[Stance.NEUTRAL] >= FEWEST and true is not None:
            errors.append(abs(true - guessed) if guessed is not None else 1.0)
    return mean(errors) if errors else 0.0


def _by_deck(rows: Rows) -> dict[str, list[Judged]]:
    decks: dict[str, list[Judged]] = defaultdict(list)
    for row in rows:
        decks[row.deck].append(row)
    return decks


def _share(count: Counter[Stance]) -> float | None:
    return vendor_share(count[Stance.VENDOR], count[Stance.CUSTOMER], count[Stance.MIXED])


def estimate(rows: Rows, score: Score) -> Estimate:
    """Return a score with its bounds."""
    return Estimate(score(rows), *bounds(rows, score))


def bounds(rows: Rows, score: Score) -> tuple[float, float]:
    """Return 95 % bounds of a score by drawing decks with replacement.

    A deck that is drawn twice counts as two decks, not as one of twice the length.
    """
    decks = _by_deck(rows)
    names = sorted(decks)
    copies: dict[tuple[str, int], list[Judged]] = {}
    rng = random.Random(1)
    scores = []
    for _ in range(DRAWS):
        drawn: list[Judged] = []
        for name, times in Counter(rng.choices(names, k=len(names))).items():
            for copy in range(times):
                if (name, copy) not in copies:
                    own = f"{name} {copy}"
                    copies[name, copy] = [replace(row, deck=own) for row in decks[name]]
                drawn += copies[name, copy]
        scores.append(score(drawn))
    scores.sort()
    return scores[int(0.025 * DRAWS)], scores[int(0.975 * DRAWS)]
