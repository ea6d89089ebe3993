"""What is still to come: asked for what the customer can do then."""

from __future__ import annotations

from sowhat.advise.drafts.forms import form, participle, plural, third
from sowhat.advise.drafts.parts import LONGEST, Reading, Task
from sowhat.advise.drafts.tidy import loose


def soon(task: Task, subject: int, verb: int) -> Reading | None:
    """Turn "it is set to do" to "once it does"."""
    tree = task.tree
    if found := _being(task, subject, verb):
        return found
    if found := _making(task, subject, verb):
        return found
    act = tree.child(verb, "xcomp")
    set_ = tree.tokens[verb].lower == "set" and tree.child(verb, "auxpass") is not None
    if not set_ or act is None or subject > verb or tree.joined(act) or loose(tree):
        return None
    lemma = tree.tokens[act].lemma
    does = lemma if plural(tree.tokens[subject]) else third(lemma)
    who, rest = tree.words(0, tree.ends(subject)[1]), tree.words(act + 1, tree.last)
    return Reading("once", {"clause": f"{task.small(who)} {does} {rest}"})


def _making(task: Task, subject: int, verb: int) -> Reading | None:
    """Turn "we are building it" to "once we have built it"."""
    tree = task.tree
    aux, lemma = tree.child(verb, "aux"), tree.tokens[verb].lemma
    if aux is None or tree.tokens[aux].lower != "are" or form(tree.tokens[verb]) != "ing":
        return None
    own = tree.tokens[subject].lower == "we" and task.verb("makes", lemma)
    if not own or tree.last > LONGEST or loose(tree) or tree.child(verb, "dobj") is None:
        return None
    return Reading(
        "once", {"clause": f"we have {participle(lemma)} {tree.words(verb + 1, tree.last)}"}
    )


def _being(task: Task, subject: int, verb: int) -> Reading | None:
    """Turn "it is being built" to "once it is built"."""
    tree = task.tree
    if tree.child(verb, "auxpass") is None or subject > verb or loose(tree) or task.sparing:
        return None
    if all(tree.tokens[kid].lower != "being" for kid in tree.kids[verb]):
        return None
    words = tree.words(0, tree.last, lambda at: "" if tree.tokens[at].lower == "being" else None)
    return Reading("once", {"clause": task.small(words)})
