"""Train the judge's weights on labelled decks: ``python packaging/model/train_judge.py GOLD``.

GOLD is a folder with ``decks/``, ``labels.jsonl`` and ``sources.csv``. Only numbers made from the
rules' signs enter the weights (see ``sowhat.judge.features``), so no word of a deck is kept. Deck
families (the ``repo`` column) that the rules' writers never saw are left out of training and scored
apart.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "app")]

from tests.benchmarks.corpus import read_corpus  # noqa: E402
from tests.benchmarks.fitting import Fitted, fit  # noqa: E402


def main() -> int:
    """Train on all families but those left out, and write ``resources/models/judge.json``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    corpus = read_corpus(parser.parse_args().gold)
    seen = corpus.without(corpus.left_out)
    write(fit(seen), ROOT / "resources" / "models" / "judge.json")
    print(f"trained on {len(seen.rows)} slides of {len(seen.families)} families")
    return 0


def write(fitted: Fitted, path: Path) -> None:
    """Write the weights as the judge reads them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(fitted.plain(), separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
