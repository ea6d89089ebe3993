"""Sentences on help: from "it helps you do" to "you do"."""

from __future__ import annotations

from dataclasses import replace

from sowhat.advise.drafts.forms import capital, form, plural
from sowhat.advise.drafts.parts import By, Reading, Task, addressed, done
from sowhat.advise.drafts.who import YOU, whose


def helped(task: Task, verb: int) -> Reading | None:
    """Turn "it helps you do" to "you do"."""
    tree = task.tree
    if not task.verb("help", tree.tokens[verb].lemma):
        return None
    act = tree.child(verb, "xcomp", "ccomp")
    if act is None:
        return _helped_in(task, verb)
    if tree.tokens[act].pos not in ("VERB", "AUX") or form(tree.tokens[act]) != "base":
        return None
    who = tree.child(act, "nsubj")
    if who is None:
        who = tree.child(verb, "dobj", "dative")
    return _acting(task, who, act)


def _helped_in(task: Task, verb: int) -> Reading | None:
    """Turn "supports you in doing" to "you do"."""
    tree = task.tree
    who = tree.child(verb, "dobj")
    if who is None:
        return None
    by = tree.child(verb, "prep") or tree.child(who, "prep")
    if by is None or tree.tokens[by].lower not in ("in", "with"):
        return None
    act = tree.child(by, "pcomp")
    if act is None or form(tree.tokens[act]) != "ing":
        return None
    return _acting(task, who, act)


def _acting(task: Task, who: int | None, act: int) -> Reading | None:
    """Return what somebody on the customer's side does."""
    tree = task.tree
    last = tree.ends(act)[1] if tree.joined(tree.root) else tree.last
    if who is None:
        return done(task, act, last) if tree.child(act, "ccomp") is None else None
    if who > act:
        return None
    whom, token, bare = whose(task, who), tree.tokens[who], not tree.kids[who]
    if token.lower in YOU or (whom == "buyers" and bare):
        found = done(task, act, last)
        return replace(found, blanks={"vp": addressed(task, found.blanks["vp"])})
    if whom == "ours" or (whom == "others" and not _people(task, who)):
        return None
    words = tree.phrase(who)
    subject = "your " + task.small(words) if bare and whom == "roles" else words
    return done(task, act, last, by=By(capital(subject), single=not plural(token)))


def _people(task: Task, who: int) -> bool:
    """Say whether a group that is not known may be people: several, and no kind of tool."""
    token = task.tree.tokens[who]
    return plural(token) and token.pos == "NOUN" and token.lemma not in task.rules.nouns["tools"]
