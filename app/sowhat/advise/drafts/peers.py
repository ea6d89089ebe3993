"""Those who bought: from "they chose us" to what they wanted, did and reached."""

from __future__ import annotations

import re

from sowhat.advise.drafts.forms import capital, form, plural
from sowhat.advise.drafts.parts import Reading, Task
from sowhat.advise.drafts.tree import Tree
from sowhat.advise.drafts.who import WE, whose
from sowhat.rules.drafts import load_drafts

_SPOKEN = re.compile('(?<=[”"])\\s*[,–—-].*$')  # who said it
_UNQUOTED = str.maketrans("", "", '“”"')
_HELPS = ("aux", "auxpass")
_UNSURE = ("will", "would", "must", "should")
_SPEAKERS = WE | {"i", "my"}
_ENOUGH = 5  # words of somebody's that say something


def chosen(task: Task, subject: int, verb: int) -> Reading | None:
    """Turn "they chose us" to what they wanted, did and reached."""
    tree = task.tree
    if not task.verb("choose", tree.tokens[verb].lemma) or whose(task, subject) in ("ours", "you"):
        return None
    if tree.tokens[subject].text == "%":
        return None
    near = range(verb + 1, min(verb + 4, tree.last) + 1)
    us = any(tree.tokens[i].lower in WE for i in near)
    if not near or not (us or task.named(near[0], near[-1])):
        return None
    return peer(task, subject)


def asked(task: Task, subject: int, verb: int) -> Reading | None:
    """Ask one of many who bought ("500 banks have adopted it") what it changed for them."""
    tree = task.tree
    lemma = tree.tokens[verb].lemma
    counted = any(token.pos == "NUM" for token in tree.tokens[:verb])
    share = tree.child(subject, "prep") if tree.tokens[subject].text == "%" else None
    subject = tree.child(share, "pobj") or subject if share is not None else subject
    bought = task.verb("choose", lemma) or lemma in ("implement", "deploy", "install", "run")
    if not (counted and bought and plural(tree.tokens[subject]) and verb < tree.last):
        return None
    if whose(task, subject) in ("ours", "you") or tree.child(verb, "neg") is not None:
        return None
    return Reading("asked", {"Clause": capital(tree.words(0, tree.last))})


def peer(task: Task, who: int) -> Reading | None:
    """Ask for the story of those who bought; "the best" are nobody."""
    if task.tree.tokens[who].pos not in ("NOUN", "PROPN"):
        return None
    words = task.tree.phrase(who)
    if plural(task.tree.tokens[who]) or task.tree.child(who, "conj") is not None:
        return Reading("peers", {"np": _several(task, who, words)})
    return Reading("peer", {"Np": capital(words)})


def voiced(said: str) -> Reading | None:
    """Ask for the story of somebody who is quoted, whose words follow it."""
    words = _SPOKEN.sub("", said.strip())
    words = " ".join(words.translate(_UNQUOTED).split())
    if len(words.split()) < _ENOUGH or words[-1:] in ":," or words[:1].islower():
        return None
    return Reading("voice", {"claim": words if words.endswith((".", "!", "?")) else words + "."})


def content(tree: Tree) -> bool:
    """Say whether somebody tells of what they have: not what is to come, what they want, or what
    they are like."""
    verb, own = tree.root, load_drafts().words
    token = tree.tokens[verb]
    helps = [tree.tokens[kid] for kid in tree.kids[verb] if tree.tokens[kid].dep in _HELPS]
    denied = tree.child(verb, "neg") is not None
    if denied:
        return _better_with(tree)
    if tree.lemmas() & own["boasts"] or token.lemma in own["demands"]:
        return False
    subject = tree.child(verb, "nsubj", "nsubjpass")
    told = set() if subject is None else {tree.tokens[at].lower for at in tree.below(subject)}
    own_act = bool(told & _SPEAKERS)
    if any(word.lower in _UNSURE for word in helps) or (form(token) == "ing" and own_act):
        return False
    past = form(token) == "past" or any(word.lemma in ("have", "can") for word in helps)
    return not own_act or past or token.lemma in own["opinions"] or _compares(tree)


def _compares(tree: Tree) -> bool:
    """Say whether a sentence holds now against before: "we do in a day what took us a week"."""
    words = load_drafts().words
    told = tree.lemmas() & (words["times"] | words["better"])
    return bool(told) or any(t.pos == "VERB" and form(t) == "past" for t in tree.tokens)


def _better_with(tree: Tree) -> bool:
    """Say whether what is denied is praise: "without it we would not have been as fast", "we could
    not be happier"."""
    happier = "could" in tree.lemmas() and any(token.lower.endswith("er") for token in tree.tokens)
    return happier or tree.tokens[0].lower == "without"


def _several(task: Task, who: int, words: str) -> str:
    """Return several who bought with the article that they need after "one of"."""
    tree = task.tree
    if tree.child(who, "det", "poss", "nummod") is not None or tree.tokens[who].pos == "PROPN":
        return task.small(words)
    ours = tree.tokens[who].lemma in task.rules.nouns["buyers"] and not tree.kids[who]
    return ("our " if ours else "the ") + task.small(words)
