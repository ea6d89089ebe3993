"""How right the audit is: ``python -m tests.benchmarks.gold GOLD --work WORK``.

GOLD is a folder of labelled decks (``decks/``, ``labels.jsonl``, ``decks.jsonl``, ``sources.csv``);
it is not part of the repository. WORK holds the encoders that ``packaging/model/train_encoder.py``
made for it. Each deck is judged by an encoder, weights and thresholds that never saw its family
(the ``repo`` column). The rules' writers had read most families; those that they never saw (drawn
by hash, see ``corpus.left_out``) are shown by themselves too.

``--quick`` makes do with encoders apart from one fold each: a deck is still read by one that never
saw its family, but the weights are fitted to readings by others that did.

``--shipped`` judges by the program's own model instead, for decks kept apart from its training; it
is refused where the model's card lists one of the decks as seen.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from sowhat import judge
from sowhat.judge.encoder import Reading
from sowhat.judge.model import Weights
from sowhat.judge.passages import passages
from sowhat.model import Motif, Stance
from sowhat.profile.names import key
from sowhat.rules import load
from tests.benchmarks import baselines
from tests.benchmarks.corpus import Corpus, Entry, read_corpus
from tests.benchmarks.readers import Readers, crossed
from tests.benchmarks.scoring import (
    DRAWN,
    Judged,
    Rows,
    accuracy,
    confusions,
    decided_accuracy,
    decided_share,
    estimate,
    f1,
    kappa,
    macro_f1,
    micro_f1,
    misjudged,
    motif_counts,
    motif_estimates,
    share_error,
    stance_f1,
)

SEEN = Path(__file__).resolve().parents[2] / "packaging" / "model" / "seen.json"
QUICK = " (quick: weights fitted to readings of encoders that may have seen the deck's fold)"
SHOWN = 12  # slides of a confusion
SCORES = (
    ("accuracy", accuracy),
    ("kappa", kappa),
    ("macro-F1", macro_f1),
    ("slides decided", decided_share),
    ("accuracy on them", decided_accuracy),
    ("error of the vendor share", share_error),
    ("motifs, micro-F1", micro_f1),
)


def main() -> int:
    """Read, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--work", type=Path, help="the encoders made for these decks")
    parser.add_argument("--quick", action="store_true", help="needs a third of the encoders")
    parser.add_argument("--shipped", action="store_true", help="judge by the program's own model")
    given = parser.parse_args()
    if given.shipped == bool(given.work):
        parser.error("give either --work or --shipped")
    corpus = read_corpus(given.gold)
    print(f"{len(corpus.entries)} decks, {len(corpus.rows)} slides")
    if given.shipped:
        refuse_seen(corpus)
        rows = list(shipped(corpus))
        show("As shipped", rows)
    else:
        rows = list(judged(corpus, Readers(given.work, quick=given.quick)))
        show(f"Cross-validated by family{QUICK if given.quick else ''}", rows)
        apart = {entry.id for entry in corpus.only(corpus.left_out).entries}
        show(
            "Of these, families that the rules' writers never saw "
            f"({', '.join(sorted(corpus.left_out))})",
            [row for row in rows if row.deck in apart],
        )
        _baselines(corpus)
    _motifs(rows)
    _confusions(rows)
    _names(corpus)
    return 0


def judged(
    corpus: Corpus, readers: Readers, without: frozenset[str] = frozenset()
) -> Iterator[Judged]:
    """Yield a verdict for each labelled slide by a judge that never saw the deck's family."""
    for fitted, entries, readings in crossed(corpus, readers, without):
        weights = fitted.weights()
        for entry in entries:
            yield from beside(entry, readings[entry.id], weights)


def shipped(corpus: Corpus) -> Iterator[Judged]:
    """Yield the program's own verdicts."""
    model = judge.load()
    for entry in corpus.entries:
        readings = model.encoder.read(passages(entry.deck, entry.profile))
        yield from beside(entry, readings, model.weights)


def beside(entry: Entry, readings: Sequence[Reading], weights: Weights) -> Iterator[Judged]:
    """Yield the deck's verdicts beside its labels."""
    for verdict in judge.weigh(entry.deck, entry.signs, readings, weights):
        label = entry.labels.get(verdict.slide)
        if label is not None:
            yield Judged(entry.id, label, verdict.stance, verdict.motifs, verdict.unsure)


def refuse_seen(corpus: Corpus, card: Path = SEEN) -> None:
    """End the program where the shipped model learnt from one of the decks or its family."""
    seen = json.loads(card.read_text(encoding="utf-8"))
    decks = [entry for entry in corpus.entries if entry.deck.sha256 in seen["decks"]]
    families = sorted({e.family for e in corpus.entries if digest(e.family) in seen["families"]})
    if decks or families:
        names = ", ".join([*families, *sorted(entry.id for entry in decks)][:SHOWN])
        sys.exit(f"refused: the shipped model has seen {len(decks)} of these decks ({names})")


def digest(name: str) -> str:
    """Return what stands for a family's name on the card."""
    return hashlib.sha256(name.encode()).hexdigest()


def show(title: str, rows: Rows) -> None:
    """Print the scores with their bounds."""
    print(f"\n{title}: {len(rows)} slides of {len({row.deck for row in rows})} decks")
    for name, score in SCORES:
        value, low, high = estimate(rows, score)
        print(f"  {name:28}{value:6.3f}   95 % {low:.3f} to {high:.3f}")
    for motif, (value, low, high) in motif_estimates(rows).items():
        print(f"  motif {motif:22}{value:6.3f}   95 % {low:.3f} to {high:.3f}")
    counts = {stance: sum(row.label.stance is stance for row in rows) for stance in Stance}
    parts = (
        f"{stance} {score:.2f} ({counts[stance]})" for stance, score in stance_f1(rows).items()
    )
    print("  F1 " + ", ".join(parts))


def _baselines(corpus: Corpus) -> None:
    folds = [tuple(families) for families in corpus.folds]
    judges: Mapping[str, list[Judged]] = {
        "always vendor": baselines.always_vendor(corpus),
        "pronouns": baselines.pronouns(corpus),
        "word statistics": baselines.word_statistics(corpus, folds),
    }
    print(f"\n{'Baselines':18}accuracy  kappa  macro-F1  share error  motifs")
    for name, rows in judges.items():
        scores = accuracy(rows), kappa(rows), macro_f1(rows), share_error(rows), micro_f1(rows)
        print("  {:16}{:8.3f}{:7.3f}{:10.3f}{:13.3f}{:8.3f}".format(name, *scores))


def _motifs(rows: Rows) -> None:
    print("\nMotifs: F1, precision, recall, slides that have it")
    for motif, (hits, said, true) in motif_counts(rows).items():
        precision, recall = hits / said if said else 0.0, hits / true if true else 0.0
        numbers = f"{f1(hits, said, true):6.2f}{precision:6.2f}{recall:6.2f}{true:6}"
        few = "   too few to say" if true < 10 else ""
        print(f"  {motif:12}{load().motifs[Motif(motif)].side:10}{numbers}{few}")
    for motif in DRAWN:
        for what, slides in zip(("missed", "false"), misjudged(rows, motif), strict=True):
            print(f"  {motif} {what} ({len(slides)}): {'; '.join(slides)}")


def _confusions(rows: Rows) -> None:
    print("\nWorst confusions (readers said, judge said, slides)")
    for truth, said, slides in confusions(rows):
        more = f" and {len(slides) - SHOWN} more" if len(slides) > SHOWN else ""
        print(f"  {truth:10}{said:10}{len(slides):4}  {'; '.join(slides[:SHOWN])}{more}")


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
