"""Labelled passages to train on, and how they are varied from epoch to epoch."""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "app")]

from sowhat.judge.passages import Part, Passage, passages  # noqa: E402
from sowhat.model import Motif, Profile, Stance  # noqa: E402
from tests.benchmarks.corpus import Corpus  # noqa: E402
from tests.benchmarks.laid import facts, laid_out  # noqa: E402
from tests.benchmarks.written import read_written  # noqa: E402

UNSURE = 0.6  # how much a slide counts on which careful readers might differ
UNNAMED = 0.15  # of the decks are read with their names, as where nobody knows them
LOST, UNTITLED, SHUFFLED, SHORTENED, NOTELESS = 0.12, 0.05, 0.3, 0.15, 0.5
PASTED = 0.08  # of the examples are two slides in one
FEW = 4  # parts


@dataclass(frozen=True)
class Example:
    """A passage and what careful readers said of it; ``plain`` is the same with its names kept.

    ``sides`` gives the stance of single blocks where it is known (in slides pasted together).
    """

    passage: Passage
    plain: Passage
    stance: Stance
    motifs: tuple[Motif, ...]
    weight: float
    deck: str
    sides: tuple[tuple[int, Stance], ...] = ()


def written() -> list[Example]:
    """Return the slides of the training text."""
    found = []
    for deck in read_written():
        laid = laid_out(deck)
        both = zip(passages(laid, facts(deck)), passages(laid, Profile()), strict=True)
        for slide, (masked, plain) in zip(deck.slides, both, strict=True):
            weight = 1.0 if slide.sure else UNSURE
            found.append(Example(masked, plain, slide.stance, slide.motifs, weight, deck.id))
    return found


def labelled(corpus: Corpus) -> list[Example]:
    """Return the labelled slides of real decks, names as the program finds them."""
    found = []
    for entry in corpus.entries:
        masked, plain = passages(entry.deck, entry.profile), passages(entry.deck, Profile())
        for number, label in sorted(entry.labels.items()):
            weight = 1.0 if label.sure else UNSURE
            both = masked[number - 1], plain[number - 1]
            found.append(Example(*both, label.stance, label.motifs, weight, entry.id))
    return found


def varied(examples: Sequence[Example], chance: random.Random) -> list[Example]:
    """Return the examples as one epoch sees them: varied, some pasted together, in any order."""
    unnamed = {d: chance.random() < UNNAMED for d in sorted({e.deck for e in examples})}
    epoch = [
        replace(example, passage=_vary(example.plain if named else example.passage, chance))
        for example in examples
        for named in (unnamed[example.deck],)
    ]
    epoch += pasted(epoch, chance, round(PASTED * len(epoch)))
    chance.shuffle(epoch)
    return epoch


def pasted(examples: Iterable[Example], chance: random.Random, count: int) -> Iterator[Example]:
    """Yield slides made of a vendor's and a customer's slide of one deck: mixed, block by block."""
    by_deck: dict[str, dict[Stance, list[Example]]] = defaultdict(lambda: defaultdict(list))
    for example in examples:
        if len(example.passage.body) > 1:
            by_deck[example.deck][example.stance].append(example)
    decks = [d for d in by_deck.values() if d[Stance.VENDOR] and d[Stance.CUSTOMER]]
    for _ in range(count if decks else 0):
        deck = chance.choice(decks)
        pair = [chance.choice(deck[Stance.VENDOR]), chance.choice(deck[Stance.CUSTOMER])]
        chance.shuffle(pair)
        yield _paste(*pair)


def _paste(first: Example, second: Example) -> Example:
    halves = [_half(first), _half(second)]
    parts: list[Part] = []
    sides: list[tuple[int, Stance]] = []
    for example, half in zip((first, second), halves, strict=True):
        for part in half:
            sides.append((len(parts), example.stance))
            parts.append(replace(part, block=len(parts)))
    titles = tuple(replace(p, block=len(parts) + i) for i, p in enumerate(first.passage.titles))
    sides += [(part.block, first.stance) for part in titles]
    passage = Passage(first.passage.around, titles, tuple(parts))
    motifs = tuple(dict.fromkeys((first.motifs[0], second.motifs[0])))
    weight = 0.5 * min(first.weight, second.weight)
    return Example(passage, passage, Stance.MIXED, motifs, weight, first.deck, tuple(sides))


def _half(example: Example) -> tuple[Part, ...]:
    body = example.passage.body
    return body[: min(max(len(body) // 2, 1), FEW)]


def _vary(passage: Passage, chance: random.Random) -> Passage:
    around = passage.around
    for name in ("deck", "before", "after", "pictures"):
        if chance.random() < LOST:
            around = replace(around, **{name: "-"})
    if chance.random() < NOTELESS:
        around = replace(around, notes="")
    titles, body = passage.titles, list(passage.body)
    if len(body) >= FEW and chance.random() < SHORTENED:
        kept = sorted(chance.sample(range(len(body)), round(0.6 * len(body))))
        body = [body[index] for index in kept]
    if chance.random() < SHUFFLED:
        chance.shuffle(body)
    if body and chance.random() < UNTITLED:
        titles = ()
    return Passage(around, titles, tuple(body))
