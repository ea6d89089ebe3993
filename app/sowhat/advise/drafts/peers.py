"""Those who bought: from "they chose us" to what they wanted, did and reached."""

from __future__ import annotations

import re

from sowhat.advise.drafts.forms import capital, plural
from sowhat.advise.drafts.parts import Reading, Task
from sowhat.advise.drafts.who import WE, whose

_SPOKEN = re.compile('(?<=[”"])\\s*[,–—-].*$')  # who said it
_UNQUOTED = str.maketrans("", "", '“”"')
_ENOUGH = 5  # words of somebody's that say something


def chosen(task: Task, subject: int, verb: int) -> Reading | None:
    """Turn "they chose us" to what they wanted, did and reached."""
    tree = task.tree
    if not task.verb("choose", tree.tokens[verb].lemma) or whose(task, subject) in ("ours", "you"):
        return None
    near = range(verb + 1, min(verb + 4, tree.last) + 1)
    us = any(tree.tokens[i].lower in WE for i in near)
    if not near or not (us or task.named(near[0], near[-1])):
        return None
    return peer(task, subject)


def peer(task: Task, who: int) -> Reading | None:
    """Ask for the story of those who bought; "the best" are nobody."""
    if task.tree.tokens[who].pos not in ("NOUN", "PROPN"):
        return None
    words = task.tree.phrase(who)
    if plural(task.tree.tokens[who]) or task.tree.child(who, "conj") is not None:
        return Reading("peers", {"np": _several(task, who, words)})
    return Reading("peer", {"Np": capital(words)})


def voiced(said: str) -> Reading | None:
    """Ask for the story of somebody who is quoted, whose words follow it."""
    words = _SPOKEN.sub("", said.strip())
    words = " ".join(words.translate(_UNQUOTED).split())
    if len(words.split()) < _ENOUGH or words[-1:] in ":," or words[:1].islower():
        return None
    return Reading("voice", {"claim": words if words.endswith((".", "!", "?")) else words + "."})


def _several(task: Task, who: int, words: str) -> str:
    """Return several who bought with the article that they need after "one of"."""
    tree = task.tree
    if tree.child(who, "det", "poss", "nummod") is not None or tree.tokens[who].pos == "PROPN":
        return task.small(words)
    ours = tree.tokens[who].lemma in task.rules.nouns["buyers"] and not tree.kids[who]
    return ("our " if ours else "the ") + task.small(words)
