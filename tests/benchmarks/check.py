"""How the rep's check fares on labelled decks: ``python -m tests.benchmarks.check FOLDER``.

FOLDER holds ``decks`` and ``decks.jsonl``, whose ``wrong_names`` are what was left in a deck. It
prints which of these strings are found, the blockers of decks that have none, and what checks cost
beside their audits: the CPU of this process and of a deck's worker, which the audit starts.
``--no-pictures`` leaves the decks' pictures alone. ``--stranger NAME`` checks all decks for a
customer that does not exist instead: nearly all names told as left over are then wrong; those of
``wrong_names`` are not counted.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sowhat import language
from sowhat.check import check
from sowhat.engine import audit
from sowhat.model import Customer, Item, ItemKind, Origin, Party, Readiness
from sowhat.settings import AuditOptions

TODAY = dt.date(2026, 11, 22)
MOST_FALSE, LEAST_FOUND, MOST_COST = 10, 0.7, 1.3
TELLING = (ItemKind.LEFTOVER, ItemKind.PLACEHOLDER)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Checked:
    """A deck with what it should show, what was found, and CPU seconds of audit and check."""

    name: str
    wrong: tuple[str, ...]
    found: Readiness
    audited: float
    checked: float

    @property
    def cost(self) -> float:
        """How much the check cost beside its audit."""
        return self.checked / self.audited

    @property
    def flagged(self) -> bool:
        """Whether anything that may be left over or left to fill in was found."""
        return any(item.kind in TELLING for item in self.found.items)


def main(arguments: Sequence[str]) -> int:
    """Measure and print; 1 where a limit is not kept."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--no-pictures", action="store_true")
    parser.add_argument("--stranger", metavar="NAME")
    given = parser.parse_args(arguments)
    language.load()
    if given.stranger:
        return _strange(given.folder, given.stranger, pictures=not given.no_pictures)
    decks = list(_checked(given.folder, pictures=not given.no_pictures))
    right = [_missed(deck) for deck in decks if deck.wrong]
    false = [(deck, item) for deck in decks if not deck.wrong for item in deck.found.blockers]
    strings = sum(len(deck.wrong) for deck in decks)
    missed = [string for strings in right for string in strings]
    unflagged = [deck.name for deck in decks if deck.wrong and not deck.flagged]
    stopped = sum(bool(deck.found.blockers) for deck in decks if deck.wrong)
    share = 1 - len(missed) / strings
    print(f"\n{len(decks)} decks, {len(right)} with something left in them")
    print(f"flagged: {len(right) - len(unflagged)} of {len(right)}, {stopped} by a blocker")
    print(f"strings found: {strings - len(missed)} of {strings} ({share:.0%})")
    for name in unflagged:
        print(f"  not flagged: {name}")
    print(f"false blockers: {len(false)}")
    for deck, item in false:
        print(f"  {deck.name}, slide {item.slide}, {item.where}: {item.text!r} ({item.id})")
    cost = sum(deck.checked for deck in decks) / sum(deck.audited for deck in decks)
    worst = max(decks, key=lambda deck: deck.cost)
    print(f"a check costs {cost:.3f} of its audit beside it; worst: {worst.name}, {worst.cost:.3f}")
    kept = len(false) <= MOST_FALSE and share >= LEAST_FOUND and not unflagged
    return 0 if kept and 1 + worst.cost <= MOST_COST else 1


def _strange(folder: Path, name: str, *, pictures: bool) -> int:
    """Print what is told as left over where nobody can have left anything."""
    found = [
        (deck.name, item)
        for deck in _checked(folder, pictures=pictures, stranger=name)
        for item in deck.found.of(ItemKind.LEFTOVER)
        if not any(_tells(item, string) for string in deck.wrong)
    ]
    for deck_name, item in found:
        print(f"  {deck_name}, slide {item.slide}, {item.where}: {item.text!r} ({item.id})")
    names = len({(deck_name, item.text) for deck_name, item in found})
    blockers = sum(item.blocker for _, item in found)
    print(f"{len(found)} left-overs of {names} names, {blockers} of them blockers")
    return 0


def _checked(folder: Path, *, pictures: bool, stranger: str = "") -> Iterator[Checked]:
    facts = (folder / "decks.jsonl").read_text(encoding="utf-8").splitlines()
    by_name: dict[str, dict[str, Any]] = {f["deck"]: f for f in map(json.loads, facts)}
    for path in sorted((folder / "decks").iterdir()):
        label = by_name[path.stem]
        names = tuple(filter(None, [stranger or label["customer"]]))
        options = AuditOptions(customer=names, decisions=(), pictures=pictures)
        start = _cpu()
        found = audit(path, options)
        audited = _cpu() - start
        party = Party(names[0], (), Origin.GIVEN) if names else Party()
        start = _cpu()
        ready = check(found, Customer(party), TODAY)
        checked = _cpu() - start
        yield Checked(path.stem, tuple(label["wrong_names"]), ready, audited, checked)
        print(f"{path.stem}: {ready.ready}", file=sys.stderr)


def _cpu() -> float:
    """Return the seconds of this process and of those that it has started and that have ended."""
    return sum(os.times()[:4])


def _missed(deck: Checked) -> list[str]:
    """Return the strings of a deck that no item tells, and print them."""
    told = [item for item in deck.found.items if item.kind in TELLING]
    missed = [string for string in deck.wrong if not any(_tells(i, string) for i in told)]
    for string in missed:
        print(f"missed in {deck.name}: {string!r}")
    return missed


def _tells(item: Item, string: str) -> bool:
    """Say whether an item is of a string: most words of one are in the other."""
    said, wanted = _words(item.text), _words(string)
    return bool(said) and 2 * len(said & wanted) > min(len(said), len(wanted))


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
