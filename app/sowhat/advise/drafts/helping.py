"""Sentences on help: from "it helps you do" to "you do"."""

from __future__ import annotations

from dataclasses import replace

from sowhat.advise.drafts.forms import capital, form, plural
from sowhat.advise.drafts.parts import By, Reading, Task, addressed, done
from sowhat.advise.drafts.tree import Tree
from sowhat.advise.drafts.who import YOU, whose

_ANY = ("any", "every", "all", "each")
_ANYBODY = ("anyone", "everyone", "one", "they")


def helped(task: Task, verb: int) -> Reading | None:
    """Turn "it helps you do" to "you do"."""
    tree = task.tree
    if not task.verb("help", tree.tokens[verb].lemma):
        return None
    act = tree.child(verb, "xcomp", "ccomp")
    if act is not None and _only_helped(task, verb, act):
        return None
    if act is None:
        return _helped_in(task, verb)
    if tree.tokens[act].pos not in ("VERB", "AUX") or form(tree.tokens[act]) != "base":
        return None
    doing = tree.child(verb, "nsubj")
    if (
        doing is not None
        and not task.tool(doing)
        and whose(task, doing) in ("people", "buyers", "roles")
    ):
        return None
    if doing is not None and _cause(task, doing):
        return None
    who = tree.child(act, "nsubj")
    if who is None:
        who = tree.child(verb, "dobj", "dative")
    return _acting(task, who, act)


def _cause(task: Task, doing: int) -> bool:
    """Say whether what helps is itself the claim: "freedom of choice lets you order anywhere"."""
    token = task.tree.tokens[doing]
    told = task.tree.child(doing, "prep", "acl", "relcl") is not None
    named = token.pos in ("PROPN", "PRON") or task.tool(doing)
    return told and not named and whose(task, doing) == "others"


def _only_helped(task: Task, verb: int, act: int) -> bool:
    """Say whether help is not yet the deed: who is helped to meet a rule need not meet it."""
    said = task.tree.child(verb, "nsubj") is not None
    helps = task.tree.tokens[verb].lemma in ("help", "assist", "support")
    return said and helps and task.verb("hard", task.tree.tokens[act].lemma)


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
    return _acting(task, who, act, until=by - 1)


def _acting(task: Task, who: int | None, act: int, until: int | None = None) -> Reading | None:
    """Return what somebody on the customer's side does; who they are ends at token ``until``."""
    tree = task.tree
    last = tree.ends(act)[1] if tree.joined(tree.root) else tree.last
    if _twofold(tree, act):
        return None
    if who is None:
        return done(task, act, last) if tree.child(act, "ccomp") is None else None
    if who > act:
        return None
    whom, token, bare = whose(task, who), tree.tokens[who], not tree.kids[who]
    if whom == "buyers" and token.lower in _ANYBODY:
        return None
    kids = [kid for kid in tree.kids[who] if until is None or kid <= until]
    any_ = [tree.tokens[kid].lower in _ANY for kid in kids]
    clients = token.lemma in task.rules.nouns["buyers"] and _only_our(task, who)
    joined = tree.child(who, "conj")
    if whom == "buyers" and joined is not None:
        return None
    if clients or token.lower in YOU or (whom == "buyers" and all(any_)):
        found = done(task, act, last)
        return replace(found, blanks={"vp": addressed(task, found.blanks["vp"])})
    if whom == "ours" or (whom == "others" and not _people(task, who)):
        return None
    first, end = tree.ends(who)
    words = tree.words(first, end if until is None else min(end, until))
    told = tree.child(who, "det", "poss", "nummod", "relcl", "conj") is not None
    yours = whom == "roles" and not told and token.pos == "NOUN" and plural(token)
    subject = "your " + task.small(words) if (bare and whom == "roles") or yours else words
    return done(task, act, last, by=By(capital(subject), single=not plural(token)))


def _twofold(tree: Tree, act: int) -> bool:
    """Say whether what is done goes on with another "to": "to cut costs and to raise sales"."""
    joined = [kid for kid in tree.kids[act] if tree.tokens[kid].dep == "conj"]
    return any(tree.tokens[at - 1].lower == "to" for at in joined if at > 0)


def _only_our(task: Task, who: int) -> bool:
    """Say whether they are "our clients", and no more is said of them."""
    return [task.tree.tokens[kid].lower for kid in task.tree.kids[who]] == ["our"]


def _people(task: Task, who: int) -> bool:
    """Say whether a group that is not known may be people: several, and no kind of tool."""
    token = task.tree.tokens[who]
    return plural(token) and token.pos == "NOUN" and token.lemma not in task.rules.nouns["tools"]
