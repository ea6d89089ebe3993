"""Train the judge's weights: ``python packaging/model/train_judge.py GOLD WORK``.

GOLD is a folder of labelled decks with ``decks/``, ``labels.jsonl`` and ``sources.csv``, WORK holds
the encoders that ``train_encoder.py`` made for it. The weights bring together what the rules' signs
and the text model say, each deck read by an encoder that never saw its family. Only numbers enter
them, no word of a deck is kept. What was seen is noted in ``seen.json``, by digests.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "app")]

from tests.benchmarks.corpus import Corpus, read_corpus  # noqa: E402
from tests.benchmarks.fitting import fit  # noqa: E402
from tests.benchmarks.gold import SEEN, digest  # noqa: E402
from tests.benchmarks.readers import Readers  # noqa: E402


def main() -> int:
    """Train on all families, write ``resources/models/judge.json`` and what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("work", type=Path)
    given = parser.parse_args()
    corpus = read_corpus(given.gold)
    fitted = fit(corpus, Readers(given.work).apart(corpus))
    write(ROOT / "resources" / "models" / "judge.json", fitted.plain(), indent=None)
    write(SEEN, seen(corpus), indent=1)
    print(f"trained on {len(corpus.rows)} slides of {len(corpus.families)} families")
    return 0


def seen(corpus: Corpus) -> dict[str, list[str]]:
    """Return the digests of the decks and of their families' names."""
    return {
        "decks": sorted({entry.deck.sha256 for entry in corpus.entries}),
        "families": sorted(map(digest, corpus.families)),
    }


def write(path: Path, data: object, indent: int | None) -> None:
    """Write ``data`` as JSON."""
    separators = (",", ":") if indent is None else None
    text = json.dumps(data, indent=indent, separators=separators)
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
