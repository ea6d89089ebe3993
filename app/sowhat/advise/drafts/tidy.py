"""A sentence of the vendor's, tidied to stand in a draft: "our clients" are the customer."""

from __future__ import annotations

import re

from sowhat.advise.drafts.forms import plural
from sowhat.advise.drafts.parts import Task
from sowhat.advise.drafts.tree import Tree
from sowhat.rules.drafts import load_drafts

_CLIENTS = r"[Oo]ur (?:valued |esteemed )?(?:customers|clients)"
_THEIR = re.compile(rf"{_CLIENTS}[’'](?=\s)")
_THEM = re.compile(rf"{_CLIENTS}(?![’'\w-])(?! (?:and|or|in|from|of|with|who|on|at)\b)")
_GIVEN = re.compile(r"\b((?:provid|suppl|equip)\w+ )our (?:customers|clients)(?= with\b)")
_OTHERS = re.compile(r"\bour ((?:customers|clients) (?:and|or|in|from|of|with|who|on|at)\b)")
_AFTER = (("their", "your"), ("them", "you"), ("they", "you"), ("themselves", "yourselves"))
_ALSO = re.compile(r"(?<!\band)\s(?:also|now|currently)(?=\s)")
_CLIENT = ("customer", "client")
_ABOUT_THEM = ("their", "them", "they")


def tidied(task: Task, words: str) -> str:
    """Return words with "you" for "our clients", and without what only ties them to other lines."""
    words = _ALSO.sub("", words)
    turned = _THEM.sub("you", _THEIR.sub("your", _GIVEN.sub(r"\1you", words)))
    if task.customer is not None:
        return words
    if turned == words or not _alone(task.tree):
        return _OTHERS.sub(r"\1", words)
    place = turned.find("you")
    head, tail = turned[:place], turned[place:]
    for old, new in _AFTER:
        tail = re.sub(rf"\b{old}\b", new, tail)
    return _OTHERS.sub(r"\1", head + tail)


def addresses(words: str) -> bool:
    """Say whether a line speaks of "our clients", who are its readers."""
    return any(one.search(words) for one in (_THEM, _THEIR, _GIVEN))


def _alone(tree: Tree) -> bool:
    """Say whether "they" can be nobody but the clients: no other plural stands before it."""
    rules = load_drafts().nouns
    people = rules["buyers"] | rules["roles"] | rules["jobs"]
    clients = other = False
    for token in tree.tokens:
        if token.lower in _ABOUT_THEM and (other or not clients):
            return False
        if token.lemma in _CLIENT:
            clients = True
        elif clients and token.pos in ("NOUN", "PROPN") and plural(token) and token.lemma in people:
            other = True
    return True


def loose(tree: Tree) -> bool:
    """Say whether a pronoun stands for what only another line names."""
    several = one = False
    for number, token in enumerate(tree.tokens):
        if it_takes(tree, number):
            continue
        if token.lower in ("it", "them") and token.dep in ("dobj", "pobj") and _first(tree, number):
            return True
        kids = {tree.tokens[kid].dep for kid in tree.kids[number]}
        if (
            token.lower == "one"
            and token.dep == "dobj"
            and kids <= {"prep", "advmod"}
            and not _of(tree, number)
        ):
            return True
        if token.pos in ("NOUN", "PROPN"):
            several = several or plural(token) or token.dep == "conj" or token.pos == "PROPN"
            one = True
        elif _points(tree, number) and not one:
            return True
        elif token.lower in ("they", "them", "their", "these", "those") and token.pos == "PRON":
            if not several and token.dep != "poss":
                return True
        elif token.lower in ("he", "she", "his", "her", "him"):
            return True
    return _hanging_this(tree)


def it_takes(tree: Tree, number: int) -> bool:
    """Say whether "it" stands for nothing: "all it takes is a call"."""
    around = [token.lower for token in tree.tokens[max(0, number - 1) : number + 2]]
    return around == ["all", "it", "takes"]


def rests(tree: Tree) -> bool:
    """Say whether a sentence begins with what another one told: "This is why", "They have"."""
    first = next((t for t in tree.tokens if t.pos != "PUNCT"), tree.tokens[0])
    back = first.lower in ("this", "that", "these", "those", "they", "it", "he", "she")
    return back and first.dep != "det"


def _of(tree: Tree, number: int) -> bool:
    return number < tree.last and tree.tokens[number + 1].lower == "of"


def _first(tree: Tree, number: int) -> bool:
    """Say whether nothing but the subject stands before a pronoun: "the engine scores it"."""
    things = [t for t in tree.tokens[:number] if t.pos in ("NOUN", "PROPN") and t.dep != "compound"]
    return all(thing.dep in ("nsubj", "nsubjpass") for thing in things)


def _points(tree: Tree, number: int) -> bool:
    """Say whether a word stands for a thing that was named before it: "it", "this"."""
    token = tree.tokens[number]
    if token.lower == "it":
        return token.dep != "expl" and tree.tokens[token.head].dep != "csubj"
    return token.lower in ("this", "its") and token.pos == "PRON"


def _hanging_this(tree: Tree) -> bool:
    """Say whether "this" points elsewhere, the subject's apart: "this kit" is what is shown."""
    for number, token in enumerate(tree.tokens):
        if token.lower in ("this", "these", "such") and token.dep in ("det", "amod", "predet"):
            subject = tree.tokens[token.head].dep in ("nsubj", "nsubjpass") and number == 0
            subject = subject or _shown(tree, number)
            known = token.lower == "those" and _listed(tree, number)
            if not subject and not known and (token.lower != "such" or _such(tree, number)):
                return True
    return False


def _shown(tree: Tree, number: int) -> bool:
    """Say whether "this" stands for what the slide shows: "we developed this standard"."""
    token, thing = tree.tokens[number], tree.tokens[tree.tokens[number].head]
    given = thing.dep == "dobj" or tree.tokens[thing.head].lower == "for"
    return token.lower == "this" and given and number > 1 and tree.tokens[number + 1].pos == "NOUN"


def _listed(tree: Tree, number: int) -> bool:
    """Say whether several names stand before a word that points to them."""
    return sum(token.pos == "PROPN" for token in tree.tokens[:number]) > 2


def _such(tree: Tree, number: int) -> bool:
    """Say whether "such" points back: not "such as", nor "such a"."""
    return number < tree.last and tree.tokens[number + 1].lower not in ("as", "a", "an")
