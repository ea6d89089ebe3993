"""Who acts in a sentence, and whether it is one."""

from __future__ import annotations

from sowhat.advise.drafts.forms import form, plural
from sowhat.advise.drafts.parts import Task
from sowhat.language import is_word
from sowhat.rules import load as load_rules

WE = frozenset({"we", "us", "our"})
YOU = frozenset({"you", "your"})
_COMPLEMENTS = frozenset(
    {"dobj", "attr", "acomp", "prep", "xcomp", "ccomp"}
    | {"advmod", "prt", "dative", "oprd", "agent", "npadvmod"}
)


def agree(task: Task, subject: int, verb: int) -> bool:
    """Say whether a subject and a verb are what they were taken for: on slides nouns look alike."""
    tree = task.tree
    token, who = tree.tokens[verb], tree.tokens[subject]
    if token.text[:1].isupper():
        return False
    if tree.child(verb, "aux", "auxpass") is not None:
        return True
    if who.lower in task.rules.words["either"]:
        return is_word(token.lemma, "verb")
    if form(token) == "past":
        chosen = task.verb("choose", token.lemma) and tree.child(verb, "dobj", "prep") is not None
        return who.lower == "we" or token.lemma == "be" or chosen
    return token.lemma == "be" or (_carries(task, verb) and _in_number(task, subject, verb))


def _carries(task: Task, verb: int) -> bool:
    """Say whether a verb has an object or the like, and no noun is joined to it as to a noun."""
    tree = task.tree
    kids = [tree.tokens[kid] for kid in tree.kids[verb]]
    joined = any(kid.dep == "conj" and kid.pos in ("NOUN", "PROPN") for kid in kids)
    return not joined and any(kid.dep in _COMPLEMENTS for kid in kids)


def _in_number(task: Task, subject: int, verb: int) -> bool:
    """Say whether a verb in the present agrees with its subject."""
    tree = task.tree
    token, who = tree.tokens[verb], tree.tokens[subject]
    if not is_word(token.lemma, "verb"):
        return False
    many = plural(who) or tree.child(subject, "conj") is not None
    if form(token) == "third":
        owned = tree.child(subject, "det", "poss", "amod") is not None
        sure = tree.child(verb, "dobj", "xcomp", "ccomp", "acomp") is not None
        told = owned or sure or who.pos in ("PRON", "PROPN")
        return not many and (told or not is_word(token.lemma, "noun"))
    named = who.pos == "PROPN" and who.lower.endswith("s")
    return form(token) == "base" and (many or named)


def whose(task: Task, subject: int) -> str:
    """Tell who acts: ours, you, buyers, roles, people or others."""
    tokens = task.tree.tokens
    under = [tokens[i].lower for i in task.tree.below(subject)]
    head = tokens[subject]
    if head.lower in YOU or any(word in YOU for word in under):
        return "you"
    if any(word in WE for word in under) or task.named(*task.tree.ends(subject)):
        return "ours"
    if head.lemma in task.rules.nouns["buyers"]:
        return "buyers"
    if head.lemma in task.rules.nouns["roles"]:
        return "roles"
    return "people" if head.lemma in load_rules().voice.they else "others"
