"""What is read off a line: a template's name, what fills it, and whom it speaks of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from sowhat.advise.drafts.casing import Casing, known_word
from sowhat.advise.drafts.forms import form, third
from sowhat.advise.drafts.tree import Tree
from sowhat.language import is_function_word
from sowhat.model import Token
from sowhat.rules.drafts import DraftRules

DOING = ("change", "stop", "ease", "guard", "able")  # groups of what a customer may do
_VERSION = re.compile(r"v\d[\d.]*|\d+\.\d[\d.]*")  # after a name: "Ledger v3"
_BRIEF = 10  # words that "and can" may follow
LONGEST = 34  # words that are turned round


class Ground(Enum):
    """What a slide's lines stand on: an offer, steps that the vendor takes, or its own business."""

    OFFER = auto()
    STEPS = auto()
    OWN = auto()


@dataclass(frozen=True, slots=True)
class Task:
    """A line to be turned round.

    ``customer`` is the name the draft speaks of, None for "you"; ``ours`` are the vendor's and its
    products' names in small letters, ``products`` the latter alone. ``ground`` is what the line
    stands on.
    """

    tree: Tree
    rules: DraftRules
    casing: Casing
    customer: str | None = None
    ours: frozenset[str] = frozenset()
    ground: Ground = Ground.OFFER
    products: frozenset[str] = frozenset()

    @property
    def sparing(self) -> bool:
        """Whether only what is clearly an offer is turned round."""
        return self.ground is Ground.OWN

    def verb(self, group: str, lemma: str) -> bool:
        """Say whether a verb is of a group."""
        return lemma in self.rules.verbs[group]

    def named(self, first: int, last: int) -> bool:
        """Say whether the vendor or a product of its is named among these tokens."""
        said = f" {self.tree.words(first, last).casefold()} "
        return any(f" {name} " in said or f" {name}'s " in said for name in self.ours)

    def tool(self, number: int) -> bool:
        """Say whether a token is a product of the vendor's, by its name or as "the app"."""
        token = self.tree.tokens[number]
        return token.lemma in self.rules.nouns["tools"] or token.lower in self.products

    def small(self, words: str) -> str:
        """Return words as they stand within a sentence."""
        first = self.tree.tokens[0]
        begins = words.startswith(first.text)
        modern = first.lower.removesuffix("s") in self.rules.words["modern"]
        if begins and modern and first.text.istitle() and self.casing.common_word(first.text):
            return words[:1].lower() + words[1:]
        if begins and self._named(first):
            return words
        plain = first.pos in ("ADJ", "ADV", "VERB", "NOUN") and first.text.isalpha()
        plain = plain and first.text.istitle()
        if plain and begins and self.casing.common_word(first.text):
            return words[:1].lower() + words[1:]
        return self.casing.first_small(words)

    def _named(self, first: Token) -> bool:
        """Say whether a line begins with a name: large, and none that the deck writes small."""
        if not first.text.istitle() or is_function_word(first.lower) or len(self.tree.tokens) < 2:
            return False
        if any(first.text in name.split() for name in self.casing.known):
            return True
        second = self.tree.tokens[1]
        if _VERSION.fullmatch(second.text):
            return True
        if second.pos == "PROPN" and second.text.istitle() and second.text.isalpha():
            return True
        if second.text.isupper() and len(second.text) > 1 and second.text != "AI":
            return first.lower not in self.casing.common  # "Translator API"
        names = first.dep in ("nsubj", "nsubjpass") or not known_word(first.lower)
        return first.pos == "PROPN" and names and first.lower not in self.casing.common


@dataclass(frozen=True, slots=True)
class Reading:
    """A template and what fills it. ``subject`` takes the customer's place where it is set."""

    template: str
    blanks: Mapping[str, str] = field(default_factory=dict)
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class By:
    """Somebody of the customer's who acts; ``single`` says whether it is one."""

    subject: str
    single: bool


def predicate(task: Task, verb: int, last: int, *, single: bool, first: int | None = None) -> str:
    """Return what somebody does, from its adverb or its verb to ``last``, in the present.

    After a modal verb it stays as it is.
    """
    tree = task.tree
    begin = verb if first is None else first
    aux = [kid for kid in tree.kids[verb] if tree.tokens[kid].dep == "aux" and kid >= begin]
    if any(tree.tokens[kid].lower != "to" for kid in aux):
        return tree.words(begin, last)
    past = form(tree.tokens[verb]) == "past"
    joined = (one for one in tree.alike(verb) if past or form(tree.tokens[one]) != "past")
    heads = {verb, *joined}

    def change(number: int) -> str | None:
        return present(tree.tokens[number].lemma, single=single) if number in heads else None

    return tree.words(begin, last, change)


def present(lemma: str, *, single: bool) -> str:
    """Return a verb's form after "you" or a plural, or after one person."""
    if single:
        return third(lemma)
    return "are" if lemma == "be" else lemma


def addressed(task: Task, words: str) -> str:
    """Return what the buyers do as what the customer does: "their" becomes "your"."""
    for old, you, it in (("their", "your", "its"), ("they", "you", "it"), ("them", "you", "it")):
        words = re.sub(rf"\b{old}\b", it if task.customer else you, words)
    return words


def done(
    task: Task, verb: int, last: int, *, by: By | None = None, first: int | None = None
) -> Reading:
    """Return what the customer does, asked for the result that this kind of doing has.

    Several acts get the "and" that slides leave out.
    """
    single = task.customer is not None if by is None else by.single
    said = task.small(predicate(task, verb, last, single=single, first=first))
    kind = _kind(task, verb, last)
    row = "," in said and task.tree.joined(verb)
    if row and not re.search(r"\b(?:and|or)\b", said):
        before, _, after = said.rpartition(", ")
        said = f"{before} and {after}"
    longer = (
        task.tree.joined(verb)
        or len(said.split()) > _BRIEF
        or "," in said
        or said.startswith(("can ", "may "))
    )
    if (kind in ("able", "told") and longer) or (kind == "change" and task.tree.joined(verb)):
        kind = "so_that"
    return Reading(kind, {"vp": said}, by.subject if by else None)


def _kind(task: Task, verb: int, last: int) -> str:
    tokens = task.tree.tokens
    lemma = tokens[verb].lemma
    object_ = range(verb + 1, last + 1)
    costs = any(tokens[i].lower in task.rules.words["cost"] for i in object_)
    if task.verb("saves", lemma) or (task.verb("down", lemma) and costs):
        return "save"
    if task.verb("change", lemma):
        figures = any(character.isdigit() for i in object_ for character in tokens[i].text)
        return "told" if figures else "change"
    groups = ("stop", "ease", "guard")
    return next((group for group in groups if task.verb(group, lemma)), "able")
