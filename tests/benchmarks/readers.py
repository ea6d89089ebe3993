"""What encoders that never saw a deck make of it.

``packaging/model/train_encoder.py`` trains them: ``all.onnx`` on every family of decks, ``3.onnx``
on all but those of fold 3, ``1-3.onnx`` on all but those of the folds 1 and 3.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sowhat.judge.encoder import Encoder, Reading
from sowhat.judge.passages import Passage, passages
from tests.benchmarks.corpus import FOLDS, Corpus, Entry
from tests.benchmarks.fitting import Fitted, fit

Alter = Callable[[Passage], Passage]


@dataclass
class Readers:
    """The encoders of a folder; each deck is read once by each that is asked for it.

    ``quick`` does without the encoders that saw neither of two folds.
    """

    folder: Path
    alter: Alter = lambda passage: passage
    quick: bool = False
    _known: dict[tuple[str, str], list[Reading]] = field(default_factory=dict)

    def read(self, entries: Iterable[Entry], *apart: int) -> dict[str, list[Reading]]:
        """Return the decks' readings by the encoder that saw none of the folds ``apart``."""
        name = "-".join(map(str, sorted(apart))) or "all"
        encoder = Encoder(self.folder / f"{name}.onnx", self.folder / "words.json")
        readings = {}
        for entry in entries:
            if (name, entry.id) not in self._known:
                print(f"\r{name} reads {entry.id:60.60}", end="", file=sys.stderr)
                given = map(self.alter, passages(entry.deck, entry.profile))
                self._known[name, entry.id] = encoder.read(list(given))
            readings[entry.id] = self._known[name, entry.id]
        return readings

    def apart(self, corpus: Corpus, *apart: int) -> dict[str, list[Reading]]:
        """Return readings of all decks outside the folds ``apart``.

        Each is by an encoder that saw neither the deck's own fold nor those (``quick``: it may have
        seen those, so that weights fitted to it have a faint notion of the decks to be judged).
        """
        readings: dict[str, list[Reading]] = {}
        others = () if self.quick else apart
        for fold in set(range(FOLDS)) - set(apart):
            readings |= self.read(corpus.only(corpus.families_of([fold])).entries, fold, *others)
        return readings


def crossed(
    corpus: Corpus, readers: Readers, without: frozenset[str] = frozenset()
) -> Iterator[tuple[Fitted, list[Entry], dict[str, list[Reading]]]]:
    """Yield for each fold the weights that never saw it, its decks and their readings."""
    for fold in range(FOLDS):
        families = corpus.families_of([fold])
        fitted = fit(corpus.without(families), readers.apart(corpus, fold), without)
        entries = list(corpus.only(families).entries)
        yield fitted, entries, readers.read(entries, fold)
