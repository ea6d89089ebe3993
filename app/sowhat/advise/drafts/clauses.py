"""Lines with a subject and a verb."""

from __future__ import annotations

from dataclasses import replace

from sowhat.advise.drafts.facts import fact
from sowhat.advise.drafts.forms import capital, form, plural
from sowhat.advise.drafts.helping import helped
from sowhat.advise.drafts.parts import (
    DOING,
    LONGEST,
    Reading,
    Task,
    addressed,
    done,
    predicate,
)
from sowhat.advise.drafts.peers import asked, chosen
from sowhat.advise.drafts.things import thing
from sowhat.advise.drafts.tidy import it_takes
from sowhat.advise.drafts.tree import Tree
from sowhat.advise.drafts.who import YOU, agree, whose
from sowhat.model import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_NOT_NOW = ("ing", "past")
_BRIEF = 12  # words of a sentence of which the customer does what the product does


def stated(task: Task) -> Reading | None:
    """Keep a whole sentence, with all that it is joined of, as the reason for something."""
    tree = task.tree
    verb = tree.root
    subject = tree.child(verb, *_SUBJECTS)
    if tree.tokens[verb].pos not in ("VERB", "AUX") or subject is None or subject > verb:
        return None
    asks = tree.tokens[0].lower in task.rules.words["asking"] | {"why"}
    nobody = tree.tokens[subject].lower in task.rules.words["nobody"] and not it_takes(tree, 1)
    if asks or nobody or not agree(task, subject, verb):
        return None
    return asked(task, subject, verb) or fact(task, subject, verb)


def _there_are(task: Task, verb: int) -> Reading | None:
    """Turn "there are 100 ready-made templates" to what can be done with them."""
    tree = task.tree
    what = tree.child(verb, "attr")
    there = tree.tokens[0].dep == "expl" and tree.tokens[verb].lemma == "be" and verb == 1
    if not there or what is None or tree.child(verb, "neg") is not None or task.sparing:
        return None
    return thing(task, what, "with")


def clause(task: Task) -> Reading | None:
    """Turn a sentence round, where it has a subject and a verb in the present or of the past."""
    tree = task.tree
    verb = tree.root
    subject = tree.child(verb, *_SUBJECTS)
    if tree.tokens[verb].pos not in ("VERB", "AUX") or subject is None or subject > verb:
        return None
    if tree.tokens[subject].dep == "expl":
        return _there_are(task, verb)
    if tree.tokens[subject].lower in task.rules.words["nobody"] or not agree(task, subject, verb):
        return None
    if tree.tokens[0].lower in task.rules.words["asking"]:
        return None
    if tree.tokens[0].lower == "why":
        return chosen(task, subject, verb)
    return (
        chosen(task, subject, verb)
        or helped(task, verb)
        or _theirs(task, subject, verb)
        or _with_object(task, subject, verb)
        or _swapped(task, subject, verb)
        or _is(task, subject, verb)
        or fact(task, subject, verb)
    )


def _theirs(task: Task, subject: int, verb: int) -> Reading | None:
    """Ask what comes of it where the customer's side acts already."""
    tree = task.tree
    whom, token = whose(task, subject), tree.tokens[subject]
    if whom not in ("you", "buyers", "roles") or (whom != "you" and task.sparing):
        return None
    if not _acts_now(task, subject, verb):
        return None
    first, bare = tree.ends(subject)[1] + 1, not tree.kids[subject]
    if whom == "buyers" and bare and tree.tokens[0].pos != "DET":
        said = predicate(task, verb, tree.last, single=task.customer is not None, first=first)
        return Reading("theirs", {"Clause": f"{task.customer or 'You'} {addressed(task, said)}"})
    if bare and not plural(token) and token.lower not in YOU:
        return None
    if whom == "buyers" and tree.tokens[0].lower == "the":
        return None  # who "the owner" is, and whether it is "you", is not told
    words = tree.words(0, tree.last)
    yours = whom == "roles" and bare and token.lower != token.lemma
    return Reading("theirs", {"Clause": capital("your " + task.small(words) if yours else words)})


def _acts_now(task: Task, subject: int, verb: int) -> bool:
    """Say whether somebody does something, now or from now on, and is named first."""
    tree = task.tree
    token = tree.tokens[verb]
    if tree.tokens[subject].dep != "nsubj" or token.lemma == "be" or form(token) in _NOT_NOW:
        return False
    if tree.ends(subject)[0] > 0 or tree.last > LONGEST:
        return False
    return tree.child(verb, "neg", "auxpass") is None and not tree.lemmas() & {"not", "we"}


def _swapped(task: Task, subject: int, verb: int) -> Reading | None:
    """Give the customer what the product does: "it detects" becomes "you detect".

    What people of the vendor's do stays theirs: who has a network run does not run it.
    """
    tree = task.tree
    lemma = tree.tokens[verb].lemma
    tool = task.tool(subject)
    can = tree.child(verb, "aux")
    if tool and can is not None and tree.tokens[can].lower == "can":
        groups: tuple[str, ...] = DOING
    else:
        groups = ("change", "stop", "ease", "guard") if tool else ("change", "stop")
    if tree.last > _BRIEF or not any(task.verb(group, lemma) for group in groups):
        return None
    if not tool and whose(task, subject) != "ours":
        return None
    if tree.child(verb, "dobj") is None or tree.child(verb, "neg", "auxpass") is not None:
        return None
    owners = {"its", "our", "us"} & tree.lemmas(range(verb, len(tree.tokens)))
    given = tree.child(verb, "dobj")
    none = given is not None and tree.tokens[tree.ends(given)[0]].lower in ("no", "nothing")
    if form(tree.tokens[verb]) in _NOT_NOW or owners or none:
        return None
    return done(task, verb, tree.last, first=tree.ends(subject)[1] + 1)


def _with_object(task: Task, subject: int, verb: int) -> Reading | None:
    """Ask what can be done with what is offered."""
    tree = task.tree
    given = tree.child(verb, "dobj")
    if given is None or given < verb or tree.child(verb, "neg", "auxpass") is not None:
        return None
    later = [kid for kid in tree.kids[verb] if kid > given]
    loose = any(tree.tokens[kid].dep in ("advcl", "advmod") for kid in later)
    loose = loose or any(token.dep == "pcomp" for token in tree.tokens[given:] if _by(tree, token))
    if loose or form(tree.tokens[verb]) in _NOT_NOW or tree.joined(verb):
        return None
    to = tree.child(verb, "dative")
    if to is not None and tree.tokens[to].lower not in YOU:
        return None
    if task.sparing and whose(task, subject) != "ours":
        return None
    lemma = tree.tokens[verb].lemma
    article = tree.tokens[tree.ends(given)[0]].lower
    named = lemma == "give" and article == "the"  # "gives the project guidance"
    whole = article in task.rules.words["whole"] or named
    return thing(task, given, "with") if task.verb("provide", lemma) and not whole else None


def _by(tree: Tree, token: Token) -> bool:
    """Say whether a verb tells how something is done: "by asking"."""
    return tree.tokens[token.head].lower == "by"


def _is(task: Task, subject: int, verb: int) -> Reading | None:
    """Turn "it is a tool for" to "with a tool for, you can"."""
    tree, nouns = task.tree, task.rules.nouns
    what = tree.child(verb, "attr")
    if tree.tokens[verb].lemma != "be" or what is None or tree.child(verb, "neg") is not None:
        return None
    who = tree.tokens[subject]
    if who.lower in ("we", "this", "that") or who.lemma in nouns["aims"]:
        return None
    if tree.tokens[what].lemma not in nouns["tools"]:
        return None
    if tree.ends(what)[0] != verb + 1 or tree.joined(verb):
        return None
    article = tree.tokens[tree.ends(what)[0]]
    found = thing(task, what, "with") if article.lower in ("a", "an") else None
    if found is None or "np" not in found.blanks or who.pos != "PROPN" or subject > verb:
        return found
    name = tree.words(0, tree.ends(subject)[1])
    return replace(found, blanks={"np": f"{task.small(name)}, {found.blanks['np']}"})
