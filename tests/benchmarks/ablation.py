"""What each part of the judge brings: ``python -m tests.benchmarks.ablation GOLD WORK``.

Scores the judge, cross-validated by family as in ``tests.benchmarks.gold``, with one part at a time
taken away. ``--plain FOLDER`` adds encoders that were made with ``train_encoder.py --no-text``, to
see what the training text brings.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from sowhat.judge import NAMES, Passage
from sowhat.model import Stance
from tests.benchmarks.corpus import Corpus, read_corpus
from tests.benchmarks.gold import judged
from tests.benchmarks.readers import Readers
from tests.benchmarks.scoring import (
    Judged,
    Rows,
    accuracy,
    decided,
    kappa,
    macro_f1,
    micro_f1,
    share_error,
)

AROUND = ("before ", "after ", "deck ")
READ = tuple(f"reads {stance}" for stance in Stance)
MODEL = frozenset(n for n in NAMES if n.startswith("logit ") or n.endswith(READ))
NEIGHBOURS = frozenset(name for name in NAMES if name.startswith(AROUND))
RULES = frozenset(NAMES) - MODEL


def main() -> int:
    """Read, judge with and without each part, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--plain", type=Path, help="encoders that never saw the training text")
    parser.add_argument("--quick", action="store_true", help="as in tests.benchmarks.gold")
    given = parser.parse_args()
    corpus = read_corpus(given.gold)
    readers = Readers(given.work, quick=given.quick)
    print(f"{'':34}accuracy kappa macro-F1 decided, right share error motifs  never seen: kappa")
    _show("everything", corpus, readers)
    _show("without the text model", corpus, readers, MODEL)
    _show("without rules and voice", corpus, readers, RULES)
    _show("without neighbours and deck", corpus, readers, NEIGHBOURS)
    blind = Readers(given.work, _alone, quick=given.quick)
    _show("text model without surroundings", corpus, blind)
    if given.plain:
        _show("without the training text", corpus, Readers(given.plain, quick=given.quick))
    return 0


def _alone(passage: Passage) -> Passage:
    """Return the passage with nothing around it."""
    around = replace(passage.around, deck="-", before="-", after="-", pictures="-", notes="")
    return replace(passage, around=around)


def _show(
    name: str, corpus: Corpus, readers: Readers, without: frozenset[str] = frozenset()
) -> None:
    rows: list[Judged] = list(judged(corpus, readers, without))
    apart = {entry.id for entry in corpus.only(corpus.left_out).entries}
    never: Rows = [row for row in rows if row.deck in apart]
    share, right = decided(rows)
    print(
        f"{name:34}{accuracy(rows):8.3f}{kappa(rows):6.3f}{macro_f1(rows):9.3f}{share:8.2f}{right:7.3f}"
        f"{share_error(rows):12.3f}{micro_f1(rows):7.3f}{kappa(never):14.3f}",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
