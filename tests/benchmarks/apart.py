"""How well rare motifs are found: ``python -m tests.benchmarks.apart``.

Real decks hold too few slides of ``masked``, ``cost``, ``discovery`` and ``analyst`` to say, so the
shipped judge reads made slides, written apart from the training text (``tests/judge/apart``). The
parties are given as the decks' writer named them. Rare motifs are far more frequent there than in
real decks, so precision is too good; the near misses say how often a look-alike is taken for one.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from sowhat import judge, language, signs
from sowhat.model import Motif, Verdict
from tests.benchmarks.corpus import Label
from tests.benchmarks.laid import facts, laid_out
from tests.benchmarks.scoring import (
    Judged,
    accuracy,
    estimate,
    kappa,
    macro_f1,
    micro_f1,
    motif_counts,
    motif_f1,
)
from tests.benchmarks.written import WrittenDeck, read_written

FOLDER = Path(__file__).resolve().parents[1] / "judge"
RARE = (Motif.MASKED, Motif.COST, Motif.DISCOVERY, Motif.ANALYST)


def main() -> None:
    """Judge and print."""
    decks = [deck for deck in read_written(FOLDER) if deck.batch == "apart"]
    rows = [row for deck in decks for row in judged(deck)]
    print(f"{len(decks)} made decks, {len(rows)} slides")
    for name, score in (("accuracy", accuracy), ("kappa", kappa), ("macro-F1", macro_f1)):
        print("  {:20}{:6.3f}   95 % {:.3f} to {:.3f}".format(name, *estimate(rows, score)))
    print("  {:20}{:6.3f}   95 % {:.3f} to {:.3f}".format("motifs", *estimate(rows, micro_f1)))
    said = {(row.deck, row.label.slide): row.motifs for row in rows}
    near = near_misses()
    print(
        "\nmotif          F1   95 % bounds     precision  recall  slides  near misses taken for it"
    )
    for motif in RARE:
        hits, told, true = motif_counts(rows)[motif]
        value, low, high = estimate(rows, motif_f1(motif))
        precision, recall = hits / told if told else 0.0, hits / true if true else 0.0
        taken = sum(motif in said[place] for place in near[motif])
        print(
            f"{motif:12}{value:6.2f}   {low:.2f} to {high:.2f}"
            f"{precision:12.2f}{recall:8.2f}{true:8}{taken:6} of {len(near[motif])}"
        )


def judged(deck: WrittenDeck) -> Iterator[Judged]:
    """Yield the shipped judge's verdicts beside the writer's labels."""
    for written, verdict in zip(deck.slides, verdicts(deck), strict=True):
        label = Label(verdict.slide, written.stance, written.motifs, written.sure)
        yield Judged(deck.id, label, verdict.stance, verdict.motifs, verdict.unsure)


def verdicts(deck: WrittenDeck) -> tuple[Verdict, ...]:
    """Return the shipped judge's verdicts on a written deck."""
    laid, profile = laid_out(deck), facts(deck)
    found = signs.find(laid, language.parse(laid), profile)
    return judge.judge(laid, profile, found)


def near_misses(
    path: Path = FOLDER / "apart" / "near-misses.csv",
) -> dict[Motif, list[tuple[str, int]]]:
    """Return the slides that look like a motif and are not, as deck and number."""
    found = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[Motif(row["motif"])].append((row["deck"], int(row["slide"])))
    return found


if __name__ == "__main__":
    main()
