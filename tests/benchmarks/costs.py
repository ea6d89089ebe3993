"""What the rep's check costs as a command: ``python -m tests.benchmarks.costs FOLDER``.

CPU of ``sowhat check`` beside ``sowhat audit`` of the same deck, for each deck in FOLDER, and with
``--master`` beside the audits of both, where the master is the deck before it; pictures are left
alone. All processes that a command starts count. Each command runs alone.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

MOST, DEAR = 1.3, 1.2
AGAIN = 2
STRANGER = "Zyxqoria Holding"  # a check for whom nobody knows looks at all names


class Cost(NamedTuple):
    """A deck, and how much a check costs beside what it is held against."""

    deck: str
    share: float


def main(arguments: Sequence[str]) -> int:
    """Measure and print; 1 where a check costs more than it may."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(arguments).folder
    decks = sorted(path for path in folder.iterdir() if path.is_file())
    alone = [_cost(deck) for deck in decks]
    beside = [_cost(deck, master) for master, deck in pairwise(decks)]
    kept = [_print("check", alone), _print("check --master", beside)]
    return 0 if all(kept) else 1


def _cost(deck: Path, master: Path | None = None) -> Cost:
    audited, checked = _audits(deck, master), _check(deck, master)
    for _ in range(AGAIN if checked / audited > DEAR else 0):
        audited = min(audited, _audits(deck, master))
        checked = min(checked, _check(deck, master))
    print(f"{deck.stem}: {checked / audited:.2f}", file=sys.stderr)
    return Cost(deck.stem, checked / audited)


def _audits(*decks: Path | None) -> float:
    return sum(_cpu("audit", deck) for deck in decks if deck)


def _check(deck: Path, master: Path | None) -> float:
    more = ("--master", str(master)) if master else ()
    return _cpu("check", deck, "--customer", STRANGER, *more)


def _cpu(command: str, deck: Path, *more: str) -> float:
    """Return the seconds of a command and of all that it starts; it may find something."""
    before = os.times()
    subprocess.run(
        [sys.executable, "-m", "sowhat", command, str(deck), "--no-pictures", *more],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


def _print(name: str, costs: Sequence[Cost]) -> bool:
    worst = max(costs, key=lambda cost: cost.share)
    mean = sum(cost.share for cost in costs) / len(costs)
    print(
        f"{name}: {mean:.2f} on average of {len(costs)}, {worst.share:.2f} at most ({worst.deck})"
    )
    return worst.share <= MOST


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
