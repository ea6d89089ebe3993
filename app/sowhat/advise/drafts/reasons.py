"""Which sentences on the vendor may be a reason for the customer to be glad."""

from __future__ import annotations

from sowhat.advise.drafts.forms import form
from sowhat.advise.drafts.parts import DOING, Task
from sowhat.advise.drafts.promises import promised
from sowhat.advise.drafts.tree import Tree
from sowhat.advise.drafts.who import whose
from sowhat.model import Token

_NOW = ("third", "base")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def wanted(task: Task, verb: int) -> bool:
    """Say whether a sentence tells what is wanted, planned or not so, or what only the vendor has
    something of."""
    tree, words = task.tree, task.rules.words
    near = (kid for kid in tree.kids[verb] if tree.tokens[kid].dep in ("aux", "xcomp", "acomp"))
    asked = tree.lemmas((verb, *near)) & words["demands"]
    what = tree.child(verb, "attr")
    hurts = what is not None and tree.lemmas(tree.below(what)) & task.rules.nouns["pains"]
    return (
        (bool(asked) and not _strives(task, verb))
        or bool(hurts)
        or (_own_matter(task, verb) and not _strives(task, verb))
        or _denied(task, verb)
        or (_aims(task, verb) and not _for_them(task, verb))
    )


def _strives(task: Task, verb: int) -> bool:
    """Say whether the vendor tells what it aims at: how that shows is asked for."""
    subject = task.tree.child(verb, "nsubj")
    vows = task.verb("vows", task.tree.tokens[verb].lemma)
    if not vows or subject is None:
        return False
    return whose(task, subject) == "ours" or task.tree.tokens[subject].pos == "PROPN"


def _denied(task: Task, verb: int) -> bool:
    """Say whether a sentence tells what is not so, of others than the vendor's products."""
    tree = task.tree
    subject = tree.child(verb, *_SUBJECTS)
    ours = subject is not None and whose(task, subject) == "ours"
    if subject is not None and tree.tokens[subject].lower == "we":
        ours = "—" in tree.line or ";" in tree.line  # "we do not sell: we build"
    if task.sparing and ours:
        ours = tree.tokens[subject or 0].pos == "PROPN"
    return tree.child(verb, "neg") is not None and not ours


def _own_matter(task: Task, verb: int) -> bool:
    """Say whether somebody acts for themselves: who raises money does it for nobody else."""
    subject = task.tree.child(verb, *_SUBJECTS)
    lemma = task.tree.tokens[verb].lemma
    if subject is not None and task.tree.tokens[subject].lower == "we" and _did(task, verb):
        return True
    if subject is None or not task.verb("for_itself", lemma):
        return False
    if any(lemma in name.split() for name in task.ours):
        return False  # a hire shop hires out
    if lemma == "earn" and task.tree.lemmas() & task.rules.words["boasts"]:
        return False  # who confirms it is asked for
    return not task.tool(subject) and (task.sparing or whose(task, subject) == "ours")


def _did(task: Task, verb: int) -> bool:
    """Say whether the vendor tells what it once did, unless it made something."""
    token = task.tree.tokens[verb]
    made = task.verb("makes", token.lemma) or task.verb("provide", token.lemma)
    alone = task.tree.child(verb, "aux", "auxpass") is None
    return form(token) == "past" and token.lemma != "be" and alone and not made


def _aims(task: Task, verb: int) -> bool:
    """Say whether a sentence tells of a mission, a goal or the like."""
    tokens = task.tree.tokens
    return any(
        tokens[kid].lemma in task.rules.nouns["aims"]
        for kid in task.tree.kids[verb]
        if tokens[kid].dep in _SUBJECTS
    )


def _for_them(task: Task, verb: int) -> bool:
    """Say whether a mission of the vendor's is more than to be something."""
    tree = task.tree
    what = [kid for kid in tree.kids[verb] if tree.tokens[kid].dep in ("xcomp", "attr", "advcl")]
    being = any(tree.tokens[kid].lemma == "be" for kid in what)
    is_ = tree.tokens[verb].lemma == "be"
    first = tree.tokens[0].lower
    return (first == "our" and not (is_ and being)) or (first == "the" and bool(what) and not being)


def points(task: Task, verb: int) -> bool:
    """Say whether a sentence points to what another one says."""
    tree = task.tree
    what = tree.child(verb, "attr")
    if what is not None and tree.tokens[tree.ends(what)[0]].lower in ("that", "this"):
        return True
    first = tree.tokens[0]
    if since(tree):
        return False
    return (first.dep != "det" or first.lower == "that") and first.lower in task.rules.words[
        "follows"
    ]


def since(tree: Tree) -> bool:
    """Say whether a sentence begins with a time: "since January 2024"."""
    first, second = tree.tokens[0], tree.tokens[min(1, tree.last)]
    year = any(token.text.isdigit() for token in tree.tokens[1:3])
    return first.lower == "since" and (first.pos == "ADP" or (year and second.text[:1].isupper()))


def reason(task: Task, subject: int, verb: int) -> bool:
    """Say whether what a subject does may be a reason for the customer to be glad."""
    tree = task.tree
    token = tree.tokens[subject]
    who = whose(task, subject)
    if _progress(task, verb):
        return False
    if who == "ours":
        return True
    told = range(tree.tokens[0].lower == "no", len(tree.tokens))
    rest = tree.lemmas(
        at for at in told if not _past(tree.tokens[at])
    )  # "a failed host", "Acme Limited"
    doubts = rest & task.rules.words["no_reason"]
    if doubts == {"but"} and (task.tool(subject) or token.text[:1].isupper()):
        doubts = frozenset()  # "it can run alone, but a cluster is better"
    if doubts == {"not"} and (", not " in tree.line or "without" in tree.lemmas()):
        doubts = frozenset()  # "in weeks, not months", "you cannot do it without its source"
    if doubts or who in ("buyers", "people"):
        return False
    if task.sparing and not (_serves(task, subject, verb) or promised(task, verb)):
        return False
    first = tree.ends(subject)[0]
    another = tree.child(verb, "ccomp")  # "the tokens pay, the contracts release the money"
    led = tree.tokens[0].pos in ("ADP", "PART", "SCONJ") or (another or verb) < subject
    if any(token.pos != "PROPN" for token in tree.tokens[:first]) and not led:
        return False
    if any(character in "%$€" for character in tree.words(*tree.ends(subject))):
        return False
    if task.sparing:
        return True
    known = task.tool(subject) or token.pos != "PROPN" or tree.child(subject, "det") is not None
    uses = task.verb("choose", tree.tokens[verb].lemma)
    return known or not uses


def _serves(task: Task, subject: int, verb: int) -> bool:
    """Say whether what a slide on the vendor itself tells may be of use: what a product or a name
    does, what it is, or what helps."""
    aims = task.tree.tokens[subject].lemma in task.rules.nouns["aims"]
    if aims or task.tool(subject) or _called(task, subject, verb):
        return True
    tree = task.tree
    what = tree.child(verb, "attr")
    if what is not None and tree.tokens[verb].lemma == "be":
        article = tree.tokens[tree.ends(what)[0]].lower
        return tree.tokens[subject].text[:1].isupper() and article in ("a", "an")
    lemma = tree.tokens[verb].lemma
    seat = tree.tokens[verb].lower in task.rules.words["of_us"] and tree.tokens[0].lower != "these"
    return seat or any(task.verb(group, lemma) for group in (*DOING, "provide", "help", "enable"))


def _called(task: Task, subject: int, verb: int) -> bool:
    """Say whether a name that the deck has often does something now or can."""
    token = task.tree.tokens[subject]
    the = task.tree.child(subject, "det")
    named = token.text in task.casing.names or (
        the is not None and task.tree.tokens[the].lower == "the"
    )
    aux = task.tree.child(verb, "aux")
    has = aux is not None and task.tree.tokens[aux].lemma == "have"
    return token.pos == "PROPN" and named and (has or form(task.tree.tokens[verb]) in _NOW)


def _progress(task: Task, verb: int) -> bool:
    """Say whether the vendor is still at it: what is not there is no reason yet."""
    tokens = task.tree.tokens
    being = (tokens[kid].lower == "being" for kid in task.tree.kids[verb])
    if any(tokens[kid].lemma == "have" for kid in task.tree.kids[verb]):
        return False
    return form(task.tree.tokens[verb]) == "ing" or any(being)


def _past(token: Token) -> bool:
    return (token.dep == "amod" and form(token) == "past") or token.text == "Limited"
