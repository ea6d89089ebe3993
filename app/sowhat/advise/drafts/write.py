"""Drafts of single statements."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from sowhat.advise.drafts.articles import articled, commaed
from sowhat.advise.drafts.casing import Casing, headline
from sowhat.advise.drafts.check import sound
from sowhat.advise.drafts.clauses import clause, stated
from sowhat.advise.drafts.flaws import flawed
from sowhat.advise.drafts.forms import capital, form, third
from sowhat.advise.drafts.fragments import COMMAND, command, fragment
from sowhat.advise.drafts.parts import Ground, Reading, Task
from sowhat.advise.drafts.peers import content, voiced
from sowhat.advise.drafts.refusals import refused, tangled, tells
from sowhat.advise.drafts.statements import Statement
from sowhat.advise.drafts.tidy import addresses, loose, rests
from sowhat.advise.drafts.tree import Tree
from sowhat.advise.drafts.who import whose
from sowhat.language import parse_lines
from sowhat.model import Profile, Sentence
from sowhat.rules.drafts import DraftRules, load_drafts

_AGREEING = ("get", "need", "know", "free")
_YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_TOP = re.compile(r"top \d|(?:the )?only |#\s?\d|no\. ?1\b|number one\b", re.IGNORECASE)
_BACK = re.compile(r"(?<=\w )(?:these|those)\b")  # what another line names
_NUMBERED = re.compile(r"\bThe ([A-Z]{3,}(?:/[A-Z]{3,})? \d[\d:.-]*)(?= (?:is|was|has|defines)\b)")
_LONGEST = 54  # words of a draft, which may hold a sentence of the slide
_SHOUTED = 12  # words beyond which a line all in capitals is a sentence rather than a heading
_LABEL = 4  # words up to which a line of praise may be a mere label
_FEWEST, _PROOF = 2, 12  # words of a claim that is quoted


@dataclass(frozen=True, slots=True)
class _Way:
    """A part of a line: as it stands, as it is told within a text, and read in two ways."""

    said: str
    told: str
    plain: Sentence | None
    spoken: Sentence | None


@dataclass(slots=True)
class Writer:
    """Writes the drafts of a deck; templates of one kind take turns."""

    profile: Profile
    casing: Casing
    rules: DraftRules = field(default_factory=load_drafts)
    _used: Counter[str] = field(default_factory=Counter)

    def drafts(
        self, statements: Sequence[Statement], grounds: Sequence[Ground]
    ) -> list[str | None]:
        """Return a draft for each statement, with what it stands on; None for no good one."""
        ways = iter(self._read([way for one in statements for way in (*one.ways, one.whole)]))
        found = []
        for one, ground in zip(statements, grounds, strict=True):
            *parts, whole = [next(ways) for _ in (*one.ways, one.whole)]
            torn = one.said[:1].islower()
            if one.quoted:
                found.append(self._voiced(one, whole))
                continue
            turned = (self._draft(way, ground, torn=torn) for way in parts if not one.bound)
            kept = (self._kept(way, ground) for way in (whole,))
            tried = (kept, turned) if one.loses else (turned, kept)
            found.append(next((draft for drafts in tried for draft in drafts if draft), None))
        return found

    def _read(self, said: Sequence[str]) -> list[_Way]:
        told = self._articled([self._mended(self.casing.lowered(way)) for way in said])
        spoken = iter(parse_lines([_ordered(way) for way in told if _acts(way)]))
        read = zip(said, told, parse_lines(told), strict=True)
        return [_Way(*three, next(spoken) if _acts(three[1]) else None) for three in read]

    def _articled(self, told: Sequence[str]) -> list[str]:
        """Return lines with the articles, or else the comma, that they left out."""
        orders = [_ordered(way) if _acts(way) else way for way in told]
        found = []
        for way, order, read in zip(told, orders, parse_lines(orders), strict=True):
            tree = Tree(order, read) if read else None
            verb = tree is not None and tree.tokens[tree.root].pos in ("VERB", "AUX")
            line = articled(tree, self.rules) if tree is not None and verb else order
            if line == order and tree is not None:
                line = commaed(tree)
            found.append(way if line == order else capital(line.removeprefix(COMMAND)))
        return found

    def _mended(self, line: str) -> str:
        for wrong, right in self.rules.mends.items():
            line = line.replace(wrong, right)
        return _NUMBERED.sub(r"\1", line)

    def _draft(self, way: _Way, ground: Ground, *, torn: bool) -> str | None:
        """Return a part of a line turned round."""
        tree = Tree(way.told, way.plain) if way.plain else None
        if tree is None or self._unfit(tree, way) or tangled(tree):
            return None
        task = self._task(tree, ground)
        orders = tree.tokens[0].pos == "VERB" and form(tree.tokens[0]) == "base"
        reading = None if orders else _praised(task, self._mended(way.said))
        if reading is None and way.spoken is not None:
            order = Tree(_ordered(way.told), way.spoken)
            bad = flawed(order, self.rules, self.casing, label=False)
            reading = None if bad else command(replace(task, tree=order), task)
        stands = None if torn or _heading(way.said, tree) else clause(task)
        if stands is not None and stands.template in ("peer", "peers"):
            reading = stands  # who bought has a story, whatever they praise
        return self._filled(reading or stands or fragment(task), task)

    def _kept(self, whole: _Way, ground: Ground) -> str | None:
        """Return a whole line as it stands, with the question of what follows from it."""
        tree = Tree(whole.told, whole.plain) if whole.plain else None
        if tree is None or self._unfit(tree, whole) or _heading(whole.said, tree):
            return None
        task = self._task(tree, ground)
        return self._filled(stated(task), task)

    def _voiced(self, statement: Statement, whole: _Way) -> str | None:
        """Return somebody's words with the question of what came before and after."""
        tree = Tree(whole.told, whole.plain) if whole.plain else None
        return self._filled(voiced(statement.said), None) if tree and self._says(tree) else None

    def _says(self, tree: Tree) -> bool:
        """Say whether somebody's words tell by themselves, and without a mistake, of what they
        have."""
        return (
            tells(tree)
            and content(tree)
            and not rests(tree)
            and not loose(tree)
            and not flawed(tree, self.rules, self.casing, label=False)
        )

    def _unfit(self, tree: Tree, way: _Way) -> bool:
        if not self.casing.sure(way.said):
            return True
        label = tree.tokens[tree.root].pos not in ("VERB", "AUX")
        return refused(tree, self.rules) or flawed(tree, self.rules, self.casing, label=label)

    def _task(self, tree: Tree, ground: Ground) -> Task:
        told = _YOU.search(tree.line) or addresses(tree.line)
        name = None if told else self.profile.customer.name
        names = (*self.profile.vendor.names, *self.profile.products)
        called = (name for name in names if name.count(" "))
        initials = ("".join(word[0] for word in name.split()) for name in called)
        ours = frozenset(name.casefold() for name in (*names, *initials) if len(name) > 1)
        products = frozenset(name.casefold() for name in self.profile.products)
        return Task(tree, self.rules, self.casing, name, ours, ground, products)

    def _filled(self, reading: Reading | None, task: Task | None) -> str | None:
        """Return the next template of a reading with its blanks; None where it is no good
        English."""
        if reading is None:
            return None
        if "clause" not in reading.blanks and any(map(_BACK.search, reading.blanks.values())):
            return None
        templates = self.rules.templates[reading.template]
        template = templates[self._used[reading.template] % len(templates)]
        customer = task.customer if task else None
        subject = reading.subject or customer
        blanks = {"S": subject or "You", "s": customer or "you", "o": customer or "you"}
        blanks |= reading.blanks
        single = customer is not None and reading.subject is None
        blanks["sub"] = self.casing.first_small(reading.subject) if reading.subject else blanks["s"]
        blanks["it"] = "it" if single else blanks["s"]
        blanks |= {verb: third(verb) if single else verb for verb in _AGREEING}
        draft = capital(template.format(**blanks))
        if not sound(draft, _LONGEST):
            return None
        self._used[reading.template] += 1
        return draft


@cache
def _verbs() -> frozenset[str]:
    return frozenset().union(*load_drafts().verbs.values())


def _ordered(told: str) -> str:
    """Return a command as what somebody can do."""
    return COMMAND + told[:1].lower() + told[1:]


def _acts(way: str) -> bool:
    """Say whether a line begins with a word that the rules know as a verb."""
    return way.partition(" ")[0].casefold() in _verbs()


def _heading(said: str, tree: Tree) -> bool:
    """Say whether a line has the capitals of a heading: a verb in it is doubtful, unless it begins
    as sentences do."""
    verb = tree.tokens[tree.root]
    ours = "we" in tree.lemmas()
    told = ours and len(said.split()) > _SHOUTED and verb.pos in ("VERB", "AUX") and tells(tree)
    return headline(said) and tree.tokens[0].pos not in ("DET", "PRON") and not told


def _of_others(task: Task) -> bool:
    """Say whether a sentence praises what is nobody's: "great projects are the work of many"."""
    tree = task.tree
    subject = tree.child(tree.root, "nsubj", "nsubjpass")
    if subject is None or tree.tokens[tree.root].pos not in ("VERB", "AUX"):
        return False
    bare = tree.child(subject, "det", "poss") is None and tree.tokens[subject].pos == "NOUN"
    return bare and whose(task, subject) != "ours" and not task.tool(subject)


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
    if tree.lemmas() & (task.rules.words["demands"] | nouns["pains"]) or _of_others(task):
        return None
    if carries & nouns["aims"] or (carries & nouns["labels"] and len(line.split()) <= _LABEL):
        return None
    return Reading("proof", {"claim": said})
