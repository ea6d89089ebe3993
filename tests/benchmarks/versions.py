"""How rightly slides are matched: ``python -m tests.benchmarks.versions FOLDER``.

Reads every deck of a folder, makes later versions of it (slides moved, edited, split, ...) with a
fixed seed, and prints the share of slides that are matched rightly. PowerPoint decks are exported
to PDF by LibreOffice, where it is installed, and matched with their own export.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from sowhat.compare.matching import match
from sowhat.errors import DeckError
from sowhat.model import Deck, DeckKind, Slide
from sowhat.read import read_deck
from sowhat.worker import Worker
from tests.compare.versions import CHANGES, Version, all_of_it, first, rightly

SEED = 11
Count = tuple[int, int]


def main(folder: Path) -> int:
    """Measure and print."""
    decks = list(_decks(folder))
    counts: dict[str, list[Count]] = defaultdict(list)
    for index, deck in enumerate(decks):
        others = _others(decks, index)
        for name, change in {**CHANGES, "all of it": all_of_it}.items():
            version = change(first(deck), others, random.Random(f"{SEED} {index} {name}"))
            counts[name].append(_measured(deck, version))
    print(f"{len(decks)} decks, {sum(len(deck.slides) for deck in decks)} slides")
    for name, found in counts.items():
        _print(name, found)
    if (office := shutil.which("soffice")) is not None:
        _print("own PDF export", list(_exports(decks, office)))
    return 0


def _decks(folder: Path) -> Iterator[Deck]:
    with Worker() as worker:
        for path in sorted(folder.iterdir()):
            try:
                yield read_deck(path, worker)
            except DeckError as error:
                print(f"{path.name}: {error}", file=sys.stderr)


def _others(decks: Sequence[Deck], index: int) -> list[Slide]:
    """Return slides of the two decks that follow, to take words and slides from."""
    following = [decks[(index + step) % len(decks)] for step in (1, 2)]
    return [slide for deck in following for slide in deck.slides if slide.blocks]


def _measured(deck: Deck, version: Version) -> Count:
    pairs, _, _ = match(deck, version.deck)
    return rightly(deck, version, pairs)


def _exports(decks: Sequence[Deck], office: str) -> Iterator[Count]:
    for deck in decks:
        if deck.kind is DeckKind.PPTX:
            with tempfile.TemporaryDirectory() as folder, Worker() as worker:
                command = [office, "--headless", f"-env:UserInstallation=file://{folder}/profile"]
                command += ["--convert-to", "pdf", "--outdir", folder, deck.path]
                subprocess.run(command, check=True, capture_output=True, timeout=600)
                export = read_deck(Path(folder) / f"{Path(deck.path).stem}.pdf", worker)
            origins = [frozenset({slide.number}) for slide in deck.shown]
            if len(origins) == len(export.slides):
                yield _measured(deck, Version(export, tuple(origins)))
            else:
                print(f"{Path(deck.path).name}: exported to {len(export.slides)} pages")


def _print(name: str, found: Sequence[Count]) -> None:
    right, of = (sum(column) for column in zip(*found, strict=True))
    worst = min(r / o for r, o in found if o)
    print(f"  {name:16}{right / of:7.3f}  ({right} of {of}; worst deck {worst:.2f})")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
