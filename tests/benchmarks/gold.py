"""How right the audit is: ``python -m tests.benchmarks.gold GOLD``.

GOLD is a folder of labelled decks (``decks/``, ``labels.jsonl``, ``decks.jsonl``, ``sources.csv``);
it is not part of the repository. Scored apart are the deck families that neither the rules' writers
nor the weights ever saw (drawn by hash, see ``corpus.left_out``); the others are scored by weights
trained without the family in hand, but the rules' writers had read them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from sowhat.judge import judge, model
from sowhat.model import Motif, Stance
from sowhat.profile.names import key
from sowhat.rules import load
from tests.benchmarks.corpus import Corpus, Entry, read_corpus
from tests.benchmarks.fitting import fit
from tests.benchmarks.scoring import (
    Judged,
    Rows,
    accuracy,
    bounds,
    f1,
    kappa,
    macro_f1,
    micro_f1,
    motif_counts,
    share_error,
    stance_f1,
)

FOLDS = 10


def main() -> int:
    """Read, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    corpus = read_corpus(parser.parse_args().gold)
    apart, seen = corpus.only(corpus.left_out), corpus.without(corpus.left_out)
    print(f"{len(corpus.entries)} decks, {len(corpus.rows)} slides")
    _show("Families left out of rules and weights, judged as shipped", list(_shipped(apart)))
    print("  " + ", ".join(sorted(corpus.left_out)))
    crossed = list(_crossed(seen))
    _show(f"The other families, weights cross-validated by family ({FOLDS} folds)", crossed)
    _show("All", [*_shipped(apart), *crossed])
    _motifs([*_shipped(apart), *crossed])
    _confusions(list(_shipped(apart)))
    _names(corpus)
    return 0


def _shipped(corpus: Corpus) -> Iterator[Judged]:
    for entry in corpus.entries:
        yield from _judged(entry, model.load())


def _crossed(corpus: Corpus) -> Iterator[Judged]:
    families = sorted(corpus.families, key=lambda name: (hash_of(name), name))
    for fold in range(FOLDS):
        mine = families[fold::FOLDS]
        weights = fit(corpus.without(mine)).weights()
        for entry in corpus.only(mine).entries:
            yield from _judged(entry, weights)


def hash_of(name: str) -> int:
    """Return a number that mixes the families and stays the same."""
    return sum((i + 1) * ord(c) for i, c in enumerate(name)) % 1009


def _judged(entry: Entry, weights: model.Weights) -> Iterator[Judged]:
    for verdict in judge(entry.deck, entry.signs, weights):
        label = entry.labels.get(verdict.slide)
        if label is not None:
            yield Judged(entry.id, label, verdict.stance, verdict.motifs, verdict.unsure)


def _show(title: str, rows: Rows) -> None:
    print(f"\n{title}: {len(rows)} slides of {len({row.deck for row in rows})} decks")
    for name, score in (
        ("accuracy", accuracy),
        ("kappa", kappa),
        ("macro-F1", macro_f1),
        ("motifs, micro-F1", micro_f1),
        ("error of the vendor share", share_error),
    ):
        low, high = bounds(rows, score)
        print(f"  {name:28}{score(rows):6.3f}   95 % {low:.3f} to {high:.3f}")
    decided = [row for row in rows if not row.unsure]
    print(f"  {'decided':28}{len(decided) / len(rows):6.3f}   accuracy {accuracy(decided):.3f}")
    counts = {stance: sum(row.label.stance is stance for row in rows) for stance in Stance}
    parts = (
        f"{stance} {score:.2f} ({counts[stance]})" for stance, score in stance_f1(rows).items()
    )
    print("  F1 " + ", ".join(parts))


def _motifs(rows: Rows) -> None:
    print("\nMotifs over all: F1, precision, recall, slides that have it")
    for motif, (hits, said, true) in motif_counts(rows).items():
        precision, recall = hits / said if said else 0.0, hits / true if true else 0.0
        numbers = f"{f1(hits, said, true):6.2f}{precision:6.2f}{recall:6.2f}{true:6}"
        print(f"  {motif:12}{load().motifs[Motif(motif)].side:10}{numbers}")


def _confusions(rows: Rows) -> None:
    print("\nWorst confusions among the families left out (readers said, judge said, slides)")
    pairs: dict[tuple[Stance, Stance], list[str]] = {}
    for row in rows:
        if row.stance is not row.label.stance:
            where = f"{row.deck} {row.label.slide}"
            pairs.setdefault((row.label.stance, row.stance), []).append(where)
    for (truth, said), slides in sorted(pairs.items(), key=lambda item: -len(item[1])):
        print(f"  {truth:10}{said:10}{len(slides):4}  {'; '.join(slides[:6])}")


def _names(corpus: Corpus) -> None:
    vendors = [e for e in corpus.entries if e.vendor and e.vendor != "unknown"]
    right = [e for e in vendors if _same(e.vendor, e.profile.vendor.names)]
    print(f"\nVendor names right: {len(right)} of {len(vendors)}; not right:")
    for entry in vendors:
        if entry not in right:
            print(f"  {entry.id}: {entry.vendor} -> {entry.profile.vendor.name}")
    buyers = [e for e in corpus.entries if e.customer]
    found = [e for e in buyers if _same(e.customer, e.profile.customer.names)]
    invented = [e for e in corpus.entries if not e.customer and e.profile.customer.name]
    print(f"Customer names right: {len(found)} of {len(buyers)}; invented: {len(invented)}")


def _same(label: str | None, names: Iterable[str]) -> bool:
    """Compare without case and legal form; a label's other names stand in brackets or slashes."""
    said = (label or "").replace(")", "").replace("/", "(").split("(")
    wanted = {key(part) for part in said if key(part)}
    return any(key(name) in wanted for name in names)


if __name__ == "__main__":
    sys.exit(main())
