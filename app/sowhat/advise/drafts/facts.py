"""Sentences on the vendor that stay as they are: the customer's use of them is asked for."""

from __future__ import annotations

import re

from sowhat.advise.drafts.casing import known_word
from sowhat.advise.drafts.forms import capital, form, plural
from sowhat.advise.drafts.parts import Reading, Task
from sowhat.advise.drafts.promises import inward, praises, promises
from sowhat.advise.drafts.reasons import points, reason, since, wanted
from sowhat.advise.drafts.soon import soon
from sowhat.advise.drafts.things import ours_needed
from sowhat.advise.drafts.tidy import loose, tidied
from sowhat.advise.drafts.tree import Tree
from sowhat.advise.drafts.who import whose
from sowhat.language import is_word

_LONGEST = 48  # words of a sentence that is kept
_SHORT = 16  # words up to which a sentence stands in one with what follows from it
_SAYS_LITTLE = 4  # words below which a sentence on the vendor itself says nothing
_NOW = ("third", "base")
_PAUSES = frozenset(",;:–—()")
_COUNTED = re.compile(r"\d+/\d+ ")


def fact(task: Task, subject: int, verb: int) -> Reading | None:
    """Keep a sentence as the reason for what the customer can do."""
    tree = task.tree
    if found := soon(task, subject, verb):
        return found
    if (
        (loose(tree) and not _it_is(task, subject, verb))
        or len(tree.line.split()) > _LONGEST
        or wanted(task, verb)
        or not reason(task, subject, verb)
        or _bad_english(tree, subject, verb)
        or _misread(task, subject, verb)
        or _mixed(task, subject)
    ):
        return None
    who = tree.tokens[subject]
    if who.lemma in task.rules.nouns["jobs"] and not plural(who) and tree.child(verb, "attr"):
        return None
    first = tree.tokens[0]
    only = is_word(first.lower, "verb") and not is_word(first.lower, "noun")
    begins = form(first) == "base" and (first.pos == "VERB" or (only and verb > 0 and subject > 0))
    if begins or points(task, verb):
        return None
    if not _alike(task, verb) or _COUNTED.match(tree.line):
        return None
    if (
        _general(task, subject, verb)
        or _defines(task, subject, verb)
        or (task.sparing and tree.last < _SAYS_LITTLE)
    ):
        return None
    between = [token.text for token in tree.tokens[subject:verb]]
    if between.count(",") == 1:  # "six modules, live on the web": a thing, and more of it
        return None
    return Reading(_form(task, subject, verb), _told(task, subject))


def _bad_english(tree: Tree, subject: int, verb: int) -> bool:
    """Say whether a sentence stops at its verb, supports somebody "to do" something, or tells what
    there is not."""
    if tree.tokens[verb].lemma == "exist":
        return True
    if verb == tree.last and tree.tokens[subject].dep == "nsubj":
        return True
    return tree.tokens[verb].lemma == "support" and tree.child(verb, "xcomp", "ccomp") is not None


def _general(task: Task, subject: int, verb: int) -> bool:
    """Say whether a sentence tells what things are everywhere: "great projects are shared"."""
    tree = task.tree
    who = tree.tokens[subject]
    bare = (
        who.pos == "NOUN" and plural(who) and tree.child(subject, "det", "poss", "nummod") is None
    )
    is_ = tree.tokens[verb].lemma == "be" and tree.child(verb, "attr") is not None
    return bare and is_ and not task.tool(subject) and whose(task, subject) != "ours"


def _defines(task: Task, subject: int, verb: int) -> bool:
    """Say whether a sentence only tells what a word means: "a repository is a set of files"."""
    tree = task.tree
    article = tree.tokens[tree.ends(subject)[0]].lower
    is_ = tree.tokens[verb].lemma == "be" and tree.child(verb, "attr") is not None
    return article in ("a", "an") and is_ and not tree.lemmas() & {"you", "your"}


def _row(tree: Tree, verb: int) -> bool:
    """Say whether a verb at the end of a row of things is rather one of them: "requests"."""
    token = tree.tokens[verb]
    return verb == tree.last and token.lower.endswith("s") and "," in tree.line


def _misread(task: Task, subject: int, verb: int) -> bool:
    tree = task.tree
    return _row(tree, verb) or _parted(tree) or _heading(task, subject, verb)


def _heading(task: Task, subject: int, verb: int) -> bool:
    """Say whether a row of things was read as what one of them does: "Filter options for …"."""
    tree, first = task.tree, task.tree.tokens[0]
    row = sum(token.text == "," for token in tree.tokens[subject:verb]) > 1
    return row and first.dep == "compound" and is_word(first.lower, "verb")


def _mixed(task: Task, subject: int) -> bool:
    """Say whether a sentence speaks with two voices: of the product, and of "our work" as its
    user; or of "our clients" beside "you"."""
    tree, kept = task.tree, tidied(task, task.tree.words(0, task.tree.last)).casefold()
    who = f" {tree.words(0, tree.ends(subject)[1]).casefold()} "
    product = any(f" {name} " in who for name in task.products) and "our" not in who.split()
    product = product or (tree.tokens[subject].pos == "PROPN" and whose(task, subject) != "ours")
    users = product and " our " in f" {kept} ".replace("our customers", "").replace(
        "our clients", ""
    )
    clients = task.customer is None and ("our clients" in kept or "our customers" in kept)
    return users or clients


def _parted(tree: Tree) -> bool:
    """Say whether a line tells what is done to a thing without a verb: "tasks — all — done"."""
    dashes = [at for at, token in enumerate(tree.tokens[:-1]) if token.text in "—–"]
    last = tree.tokens[dashes[-1] + 1] if len(dashes) > 1 else None
    return last is not None and last.pos == "VERB" and form(last) == "past"


def _it_is(task: Task, subject: int, verb: int) -> bool:
    """Say whether a line on an offer tells what "it" is: what is offered, then."""
    tree = task.tree
    is_ = tree.tokens[verb].lemma == "be" and tree.child(verb, "acomp") is not None
    alone = sum(token.lower in ("it", "this", "they", "these") for token in tree.tokens) == 1
    alone = alone and not tree.joined(verb)
    return subject == 0 and tree.tokens[0].lower == "it" and is_ and alone and not task.sparing


def _told(task: Task, subject: int) -> dict[str, str]:
    """Return the sentence, tidied, as it stands within another one and by itself."""
    tree = task.tree
    words = tidied(task, tree.words(0, tree.last))
    if tree.tokens[subject].lower == "it":
        words = "What we offer" + words[2:]
        return {"clause": words[:1].lower() + words[1:], "Clause": words}
    small = task.small(words)
    if ours_needed(task, subject):
        small = "our " + small
    return {"clause": small, "Clause": capital(small) if small != words else capital(words)}


def _form(task: Task, subject: int, verb: int) -> str:
    """Choose how a sentence is asked for what follows from it: promises for their proof."""
    tree = task.tree
    yours = tree.lemmas(range(verb)) & {"you", "your"} or "so" in tree.lemmas()
    pauses = any(token.text in _PAUSES for token in tree.tokens)
    first = tree.tokens[0]
    large = _told(task, subject)["clause"][:1].isupper()
    large = large and (first.pos != "PROPN" or known_word(first.lower))  # "Shared R&D"
    large = large or since(tree)
    brief = tree.last < _SHORT and not yours and not pauses and not large
    if promises(task, subject, verb) or inward(task, subject, verb):
        return "promise" if brief and "when" not in tree.lemmas() else "promised"
    if praises(task, subject):
        return "praised"
    if _you_can(task, subject, verb):
        return "can"
    acts = task.verb("relieves", tree.tokens[verb].lemma) and tree.child(verb, "dobj") is not None
    if brief and acts and (task.tool(subject) or whose(task, subject) == "ours"):
        return "does"
    if "because" in tree.lemmas():
        return "result"
    return "because" if brief else "thus"


def _you_can(task: Task, subject: int, verb: int) -> bool:
    """Say whether a sentence tells already what the customer can do."""
    tree = task.tree
    can = tree.child(verb, "aux")
    return (
        tree.tokens[subject].lower == "you" and can is not None and tree.tokens[can].lower == "can"
    )


def _alike(task: Task, verb: int) -> bool:
    """Say whether joined verbs have one form: not "it saves time and avoid trouble"."""
    tree = task.tree
    if tree.child(verb, "aux") is not None or "—" in tree.line:
        return True
    near = [
        one
        for one in tree.alike(verb)
        if all(token.lower != "to" for token in tree.tokens[verb:one])
    ]
    return len({form(tree.tokens[one]) for one in near} & set(_NOW)) < 2
