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
        aux = (tree.tokens[kid] for kid in tree.kids[verb] if tree.tokens[kid].dep == "aux")
        return all(word.lower != "to" for word in aux)
    if who.lower in task.rules.words["either"]:
        return is_word(token.lemma, "verb")
    if form(token) == "past":
        chosen = task.verb("choose", token.lemma) and tree.child(verb, "dobj", "prep") is not None
        did = tree.child(verb, "dobj") is not None and task.named(subject, subject)
        return who.lower == "we" or token.lemma == "be" or chosen or did
    if who.lower == "we":
        return form(token) == "base" and is_word(token.lemma, "verb")
    return token.lemma == "be" or (_carries(task, verb) and _in_number(task, subject, verb))


def _carries(task: Task, verb: int) -> bool:
    """Say whether a verb has an object or the like, and no noun is joined to it as to a noun."""
    tree = task.tree
    kids = [tree.tokens[kid] for one in tree.alike(verb) for kid in tree.kids[one]]
    joined = any(kid.dep == "conj" and kid.pos in ("NOUN", "PROPN") for kid in kids)
    given = any(kid.dep == "dobj" for kid in kids)
    return (given or not joined) and any(kid.dep in _COMPLEMENTS for kid in kids)


def _in_number(task: Task, subject: int, verb: int) -> bool:
    """Say whether a verb in the present agrees with its subject."""
    tree = task.tree
    token, who = tree.tokens[verb], tree.tokens[subject]
    if not is_word(token.lemma, "verb"):
        return False
    several = any(word.lower == "and" for word in tree.tokens[:verb])
    several = several and tree.child(verb, "dobj") is not None
    many = plural(who) or tree.child(subject, "conj") is not None or several
    if form(token) == "third":
        owned = tree.child(subject, "det", "poss") is not None
        sure = tree.child(verb, "dobj", "xcomp", "ccomp", "acomp") is not None
        helps = task.verb("help", token.lemma) and tree.child(verb, "prep") is not None
        # "Personal WhatsApp campaigns for shops" are things, and no name that campaigns.
        single = not tree.kids[subject] or task.named(*tree.ends(subject))
        named = who.pos == "PRON" or (who.pos == "PROPN" and single)
        told = owned or sure or helps or named
        nouns = task.rules.nouns
        theirs = who.lemma in nouns["buyers"] | nouns["roles"]
        alone = not plural(who) and tree.child(subject, "conj") is None
        return alone and (told or theirs or not is_word(token.lemma, "noun"))
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
    if task.sparing and head.lower == "company" and "the" in under:
        return "ours"
    if head.lemma in task.rules.nouns["buyers"]:
        return "buyers"
    if head.lemma in task.rules.nouns["roles"]:
        return "roles"
    return "people" if head.lemma in load_rules().voice.they else "others"
