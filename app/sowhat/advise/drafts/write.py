"""Drafts of single statements."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from sowhat.advise.drafts.casing import Casing
from sowhat.advise.drafts.check import sound
from sowhat.advise.drafts.clauses import clause
from sowhat.advise.drafts.forms import capital, third
from sowhat.advise.drafts.fragments import COMMAND, command, fragment
from sowhat.advise.drafts.parts import Reading, Task
from sowhat.advise.drafts.tree import Tree
from sowhat.language import parse_lines
from sowhat.model import Profile, Sentence
from sowhat.rules.drafts import DraftRules, load_drafts

_AGREEING = ("get", "need", "know", "free")
_YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_MONEY = re.compile(r"[$€£₹¥]\s?\d|\b(?:USD|EUR|CHF|INR|GBP)\s?\d|\d\s?(?:USD|EUR|CHF|INR|GBP)\b")
_CLOCK = re.compile(r"\d:\d\d")
_TORN = re.compile(r"(?<![\w.'’])(?![aAIixX&])[a-zA-Z](?![\w.'’+#/-])")
_RUN = 5  # nouns in a row
_TOP = re.compile(r"top \d|(?:the )?only |#\s?\d|no\. ?1\b|number one\b", re.IGNORECASE)
_LABEL = 4  # words up to which a line of praise may be a mere label
_FEWEST, _PROOF = 2, 12  # words of a claim that is quoted
_HANGING = ("ADP", "SCONJ", "CCONJ", "DET", "AUX", "PART")


@dataclass(frozen=True, slots=True)
class _Way:
    """A part of a line: as it stands, as it is told within a text, and read in two ways."""

    said: str
    told: str
    plain: Sentence | None
    spoken: Sentence | None
    sparing: bool


@dataclass(slots=True)
class Writer:
    """Writes the drafts of a deck; templates of one kind take turns."""

    profile: Profile
    casing: Casing
    rules: DraftRules = field(default_factory=load_drafts)
    _used: Counter[str] = field(default_factory=Counter)

    def drafts(self, lines: Sequence[Sequence[str]], sparing: Sequence[bool]) -> list[str | None]:
        """Return a draft for each line, of which several ways are given; None for no good one.

        ``sparing`` says of each line whether only what is clearly an offer is turned round.
        """
        said = [way for line in lines for way in line]
        told = [self.casing.lowered(way) for way in said]
        spoken = iter(parse_lines([COMMAND + self.casing.first_small(w) for w in told if _acts(w)]))
        both = zip(said, told, parse_lines(told), strict=True)
        read = iter([(*three, next(spoken) if _acts(three[1]) else None) for three in both])
        found = []
        for line, spared in zip(lines, sparing, strict=True):
            ways = [_Way(*next(read), sparing=spared) for _ in line]
            drafts = (self._draft(way) for way in ways)
            found.append(next((draft for draft in drafts if draft), None))
        return found

    def _draft(self, way: _Way) -> str | None:
        if way.plain is None or _refused(Tree(way.told, way.plain), self.rules):
            return None
        task = self._task(Tree(way.told, way.plain), sparing=way.sparing)
        reading = _praised(task, way.said)
        if reading is None and way.spoken is not None:
            order = Tree(COMMAND + self.casing.first_small(way.told), way.spoken)
            reading = command(replace(task, tree=order), task)
        reading = reading or clause(task) or fragment(task)
        if reading is None:
            return None
        draft = self._filled(reading, task)
        return draft if sound(draft) else None

    def _task(self, tree: Tree, *, sparing: bool) -> Task:
        name = None if _YOU.search(tree.line) else self.profile.customer.name
        names = (*self.profile.vendor.names, *self.profile.products)
        ours = frozenset(name.casefold() for name in names)
        products = frozenset(name.casefold() for name in self.profile.products)
        return Task(tree, self.rules, self.casing, name, ours, sparing, products)

    def _filled(self, reading: Reading, task: Task) -> str:
        templates = self.rules.templates[reading.template]
        template = templates[self._used[reading.template] % len(templates)]
        self._used[reading.template] += 1
        subject = reading.subject or task.customer
        blanks = {"S": subject or "You", "s": task.customer or "you", **reading.blanks}
        single = task.customer is not None and reading.subject is None
        blanks |= {verb: third(verb) if single else verb for verb in _AGREEING}
        return capital(template.format(**blanks))


@cache
def _verbs() -> frozenset[str]:
    return frozenset().union(*load_drafts().verbs.values())


def _acts(way: str) -> bool:
    """Say whether a line begins with a word that the rules know as a verb."""
    return way.partition(" ")[0].casefold() in _verbs()


def _refused(tree: Tree, rules: DraftRules) -> bool:
    """Say whether a line is no claim on what is offered: questions, the vendor's own business."""
    words = {token.lower for token in tree.tokens} | set(tree.line.casefold().split())
    last = tree.tokens[tree.last]
    return (
        tree.line.endswith("?")
        or ": " in tree.line
        or tree.line[:1] in "“\"'"
        or bool(words & rules.words["own_business"])
        or last.pos in _HANGING
        or last.lower in ("including", "providing")
        or bool(_MONEY.search(tree.line) or _CLOCK.search(tree.line))
        or any(mark in tree.line for mark in '“”";')
        or _run_on(tree)
        or (tree.tokens[0].pos in ("CCONJ", "SCONJ") and tree.tokens[0].lower != "why")
        or bool(words & rules.words["pointing"])
        or "the following" in tree.line
    )


def _run_on(tree: Tree) -> bool:
    """Say whether a line is several run together, or letters torn apart."""
    nouns = content = 0
    for token in tree.tokens:
        nouns = nouns + 1 if token.pos in ("NOUN", "PROPN") else 0
        content = content + 1 if token.pos in ("NOUN", "PROPN", "ADJ", "VERB") else 0
        if nouns > _RUN or content > _RUN + 1:
            return True
    return bool(_TORN.search(tree.line))


def _praised(task: Task, said: str) -> Reading | None:
    """Ask for the proof of praise, which is quoted as it stands."""
    line = task.tree.line
    praise = task.rules.words["praise"]
    if line.casefold().startswith(("trusted by", "chosen by")):
        return None
    if not _TOP.match(line) and not any(
        word.strip(",.;") in praise for word in line.casefold().split()
    ):
        return None
    if not _FEWEST <= len(line.split()) <= _PROOF or "best practice" in line.casefold():
        return None
    tree, nouns = task.tree, task.rules.nouns
    carries = {tree.tokens[tree.root].lemma, tree.tokens[tree.child(tree.root, "nsubj") or 0].lemma}
    if carries & nouns["aims"] or (carries & nouns["labels"] and len(line.split()) <= _LABEL):
        return None
    return Reading("proof", {"claim": said})
