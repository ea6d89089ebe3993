"""Sentences on the vendor that stay as they are: the customer's use of them is asked for."""

from __future__ import annotations

from sowhat.advise.drafts.forms import capital, form
from sowhat.advise.drafts.parts import Reading, Task
from sowhat.advise.drafts.who import whose
from sowhat.language import is_word

_LONGEST = 44  # words of a sentence that is kept
_SHORT = 16  # words up to which a sentence stands in one with what follows from it
_NOW = ("third", "base")
_PAUSES = frozenset(",;:–—()")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def fact(task: Task, subject: int, verb: int) -> Reading | None:
    """Keep a sentence as the reason for what the customer can do."""
    tree = task.tree
    if tree.last > _LONGEST or _wanted(task, verb) or not _reason(task, subject, verb):
        return None
    if verb == tree.last and tree.tokens[subject].dep == "nsubj":
        return None
    first = tree.tokens[0]
    only = is_word(first.lower, "verb") and not is_word(first.lower, "noun")
    begins = form(first) == "base" and (first.pos == "VERB" or (only and verb > 0 and subject > 0))
    if begins or form(tree.tokens[verb]) == "ing" or _points(task, verb):
        return None
    if not _alike(task, verb):
        return None
    between = [token.text for token in tree.tokens[subject:verb]]
    if between.count(",") == 1:  # "six modules, live on the web": a thing, and more of it
        return None
    words = tree.words(0, tree.last)
    yours = tree.lemmas(range(verb)) & {"you", "your"} or "so" in tree.lemmas()
    pauses = any(token.text in _PAUSES for token in tree.tokens)
    plain = tree.last < _SHORT and not yours and not pauses
    return Reading(
        "because" if plain else "thus", {"clause": task.small(words), "Clause": capital(words)}
    )


def _alike(task: Task, verb: int) -> bool:
    """Say whether joined verbs have one form: not "it saves time and avoid trouble"."""
    tree = task.tree
    if tree.child(verb, "aux") is not None:
        return True
    near = [
        one
        for one in tree.alike(verb)
        if all(token.lower != "to" for token in tree.tokens[verb:one])
    ]
    return len({form(tree.tokens[one]) for one in near} & set(_NOW)) < 2


def _wanted(task: Task, verb: int) -> bool:
    """Say whether a sentence tells what is wanted, planned or not so, or what only the vendor has
    something of."""
    tree, words = task.tree, task.rules.words
    asked = tree.lemmas((verb, *tree.kids[verb])) & words["demands"]
    what = tree.child(verb, "attr")
    hurts = what is not None and tree.lemmas(tree.below(what)) & task.rules.nouns["pains"]
    return (
        bool(asked)
        or bool(hurts)
        or _own_matter(task, verb)
        or tree.child(verb, "neg") is not None
        or (_aims(task, verb) and not _for_them(task, verb))
    )


def _own_matter(task: Task, verb: int) -> bool:
    """Say whether somebody acts for themselves: who raises money does it for nobody else."""
    subject = task.tree.child(verb, *_SUBJECTS)
    if subject is None or not task.verb("for_itself", task.tree.tokens[verb].lemma):
        return False
    return not task.tool(subject) and (task.sparing or whose(task, subject) == "ours")


def _aims(task: Task, verb: int) -> bool:
    """Say whether a sentence tells of a mission, a goal or the like."""
    tokens = task.tree.tokens
    return any(
        tokens[kid].lemma in task.rules.nouns["aims"]
        for kid in task.tree.kids[verb]
        if tokens[kid].dep in _SUBJECTS
    )


def _for_them(task: Task, verb: int) -> bool:
    """Say whether a mission of the vendor's names those it is for, or what it rests on."""
    theirs = (task.rules.nouns["buyers"] | task.rules.nouns["roles"]) - {"they", "one"}
    rests = task.tree.child(verb, "auxpass") is not None
    return task.tree.tokens[0].lower == "our" and (rests or bool(task.tree.lemmas() & theirs))


def _points(task: Task, verb: int) -> bool:
    """Say whether a sentence points to what another one says."""
    tree = task.tree
    what = tree.child(verb, "attr")
    if what is not None and tree.tokens[tree.ends(what)[0]].lower in ("that", "this"):
        return True
    first = tree.tokens[0]
    return (first.dep != "det" or first.lower == "that") and first.lower in task.rules.words[
        "follows"
    ]


def _reason(task: Task, subject: int, verb: int) -> bool:
    """Say whether what a subject does may be a reason for the customer to be glad."""
    tree = task.tree
    token = tree.tokens[subject]
    who = whose(task, subject)
    if _progress(task, verb):
        return False
    if who == "ours":
        return True
    rest = (
        tree.lemmas(range(1, len(tree.tokens))) if tree.tokens[0].lower == "no" else tree.lemmas()
    )
    if rest & task.rules.words["no_reason"] or who in ("buyers", "people"):
        return False
    if task.sparing and not task.tool(subject) and not _called(task, subject, verb):
        return False
    first = tree.ends(subject)[0]
    another = tree.child(verb, "ccomp")  # "the tokens pay, the contracts release the money"
    led = tree.tokens[0].pos in ("ADP", "PART", "SCONJ") or (another or verb) < subject
    if first > 0 and not led:
        return False
    if any(character in "%$€" for character in tree.words(*tree.ends(subject))):
        return False
    known = task.tool(subject) or token.pos != "PROPN" or tree.child(subject, "det") is not None
    uses = task.verb("choose", tree.tokens[verb].lemma)
    return known or not (task.sparing or uses)


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
    being = (task.tree.tokens[kid].lower == "being" for kid in task.tree.kids[verb])
    return form(task.tree.tokens[verb]) == "ing" or any(being)
