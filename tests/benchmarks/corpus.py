"""Labelled decks, read and signed as the program does it."""

from __future__ import annotations

import csv
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from sowhat import language, profile, signs
from sowhat.engine import read
from sowhat.model import Deck, Motif, ParsedDeck, Profile, Sign, Stance
from sowhat.settings import AuditOptions
from sowhat.worker import Worker

FOLDS = 5
LEFT_OUT = 5  # families no rule's writer saw: those whose names' SHA-256 come first


@dataclass(frozen=True)
class Label:
    """What careful readers said of a slide."""

    slide: int
    stance: Stance
    motifs: tuple[Motif, ...]
    sure: bool


@dataclass(frozen=True)
class Entry:
    """A labelled deck as the program sees it; ``signs[i]`` are those of slide i + 1."""

    id: str
    family: str
    deck: Deck
    profile: Profile
    signs: tuple[tuple[Sign, ...], ...]
    labels: dict[int, Label]
    vendor: str | None
    customer: str | None


@dataclass(frozen=True)
class Row:
    """One slide and its label."""

    entry: Entry
    label: Label


@dataclass(frozen=True)
class Corpus:
    """Labelled decks of many families."""

    entries: tuple[Entry, ...]
    left_out: frozenset[str]

    @cached_property
    def rows(self) -> list[Row]:
        """All labelled slides."""
        return [
            Row(entry, label) for entry in self.entries for _, label in sorted(entry.labels.items())
        ]

    @property
    def families(self) -> list[str]:
        """The families, sorted."""
        return sorted({entry.family for entry in self.entries})

    @cached_property
    def folds(self) -> list[list[str]]:
        """The families in ``FOLDS`` groups of about as many slides, the same at each call."""
        slides = Counter(entry.family for entry in self.entries for _ in entry.labels)
        groups: list[list[str]] = [[] for _ in range(FOLDS)]
        for family in sorted(slides, key=lambda name: (-slides[name], name)):
            min(groups, key=lambda group: sum(slides[name] for name in group)).append(family)
        return groups

    def families_of(self, folds: Iterable[int]) -> list[str]:
        """Return the families of some folds."""
        return [family for fold in folds for family in self.folds[fold]]

    def without(self, families: Iterable[str]) -> Corpus:
        """Return the decks of all other families."""
        gone = set(families)
        return Corpus(tuple(e for e in self.entries if e.family not in gone), self.left_out)

    def only(self, families: Iterable[str]) -> Corpus:
        """Return the decks of these families."""
        kept = set(families)
        return Corpus(tuple(e for e in self.entries if e.family in kept), self.left_out)


def left_out(families: Iterable[str]) -> frozenset[str]:
    """Return the families kept from the rules' writers, drawn by hash so that nobody chose."""
    return frozenset(sorted(set(families), key=_hash)[:LEFT_OUT])


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def read_corpus(gold: Path) -> Corpus:
    """Read all labelled decks under ``gold`` (a minute or two on two cores)."""
    with (gold / "sources.csv").open(encoding="utf-8", newline="") as file:
        families = {row["deckid"]: row["repo"] for row in csv.DictReader(file)}
    paths = sorted((gold / "decks").iterdir())
    entries = []
    for path in paths:
        with Worker() as worker:
            deck = read(path, worker)
        parsed = language.parse(deck)
        entries.append(entry(gold, path.stem, families[path.stem], (deck, parsed)))
        print(f"\r{len(entries)} of {len(paths)} decks read", end="", file=sys.stderr)
    print(file=sys.stderr)
    return Corpus(tuple(entries), left_out(families.values()))


def entry(gold: Path, name: str, family: str, read: tuple[Deck, ParsedDeck]) -> Entry:
    """Return a deck that was read and parsed, with its signs, features and labels."""
    deck, parsed = read
    found = profile.find(deck, AuditOptions())
    signed = signs.find(deck, parsed, found)
    facts = _lines(gold / "decks.jsonl", name)[0]
    named = facts["vendor"], facts["customer"]
    return Entry(name, family, deck, found, signed, labels_of(gold, name), *named)


def labels_of(gold: Path, name: str) -> dict[int, Label]:
    """Return the labels of a deck by slide."""
    return {
        int(line["slide"]): Label(
            int(line["slide"]),
            Stance(line["stance"]),
            tuple(Motif(motif) for motif in line["motifs"]),
            bool(line["sure"]),
        )
        for line in _lines(gold / "labels.jsonl", name)
    }


def _lines(path: Path, deck: str) -> list[dict[str, Any]]:
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line["deck"] == deck]
