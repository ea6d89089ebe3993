"""Sentences that promise: what the vendor strives for, and what it praises itself for."""

from __future__ import annotations

from sowhat.advise.drafts.parts import Task
from sowhat.advise.drafts.who import whose


def promises(task: Task, subject: int, verb: int) -> bool:
    """Say whether a sentence tells what the vendor wants to be like: how it shows is asked for."""
    if whose(task, subject) != "ours":
        if promised(task, verb):
            return True
        aims = task.tree.tokens[subject].lemma in task.rules.nouns["aims"]
        return aims or (task.tree.tokens[subject].pos == "PROPN" and _vows(task, verb))
    if task.tree.tokens[subject].lemma in task.rules.nouns["aims"] or _vows(task, verb):
        return True
    return any(token.lower in task.rules.words["boasts"] for token in task.tree.tokens)


def promised(task: Task, verb: int) -> bool:
    """Say whether the vendor tells what is going to be done: "no truck will be sent unchecked"."""
    helps = [task.tree.tokens[kid] for kid in task.tree.kids[verb]]
    will = any(token.lower == "will" and token.dep == "aux" for token in helps)
    return task.sparing and will and any(token.dep == "auxpass" for token in helps)


def praises(task: Task, subject: int) -> bool:
    """Say whether a sentence praises the vendor: who confirms it is asked for."""
    line = task.tree.line.casefold()
    praise = task.rules.words["praise"]
    said = any(token.lower in praise for token in task.tree.tokens)
    return said and whose(task, subject) == "ours" and "best practice" not in line


def inward(task: Task, subject: int, verb: int) -> bool:
    """Say whether a sentence is on the vendor itself: its people and values, or its aims for
    nobody in particular."""
    tree, words = task.tree, task.rules.words
    small = {token.lower for token in tree.tokens}
    meant = bool(small & (words["outward"] | {"you", "your"}))
    if meant or not (small & words["inward"] or task.verb("seeks", tree.tokens[verb].lemma)):
        return False
    return whose(task, subject) == "ours" or tree.tokens[subject].pos == "PROPN"


def _vows(task: Task, verb: int) -> bool:
    tree = task.tree
    told = {tree.tokens[verb].lemma}
    if tree.tokens[verb].lemma == "be":
        told |= {tree.tokens[kid].lower for kid in tree.kids[verb]}
    return bool(told & (task.rules.verbs["vows"] | task.rules.words["boasts"]))
