"""Things without a verb: from "a single view of all contracts" to what can be done with it."""

from __future__ import annotations

from sowhat.advise.drafts.forms import form, plural
from sowhat.advise.drafts.hidden import hides_verb
from sowhat.advise.drafts.parts import LONGEST, Reading, Task
from sowhat.language import is_word


def thing(task: Task, head: int, template: str) -> Reading | None:
    """Return a thing with its words and what follows them, for "with it, you can"."""
    tree = task.tree
    first = tree.ends(head)[0]
    if tree.tokens[head].pos not in ("NOUN", "PROPN") or tree.last - first > LONGEST:
        return None
    rest = tree.tokens[first : tree.last + 1]
    if any(t.dep == "conj" and t.pos == "VERB" and form(t) == "base" for t in rest):
        return None
    return Reading(template, {"np": task.small(tree.words(first, tree.last))})


def noun(task: Task, head: int) -> Reading | None:
    """Turn a thing, which its noun carries, to what can be done with it."""
    tree, rules = task.tree, task.rules.words
    if tree.last > LONGEST or not _whole(task, head) or tree.tokens[0].lower in rules["saving"]:
        return None
    words = {
        tree.tokens[i].lower for i in range(head + 1) if i == 0 or tree.tokens[i - 1].text != "-"
    }
    said = task.small(tree.words(0, tree.last))
    if "than" in tree.lemmas() and not words & rules["better"]:
        return None
    if rules["cost"] & words and words & (rules["better"] | rules["saving"]):
        return Reading("free", {"np": said})
    if _nameless(task, head) or hides_verb(tree, task.rules, head) or _broken(task):
        return None
    if words & rules["better"]:
        return Reading("better", {"np": said})
    if not _says_enough(task) or (task.sparing and tree.tokens[0].pos != "NUM"):
        return None
    return Reading("with", {"np": owned(task, head, said)})


def _whole(task: Task, head: int) -> bool:
    """Say whether the line is one thing: all hangs on its noun, and nothing is said of it."""
    tree = task.tree
    if head != tree.root:
        return True
    said = tree.child(head, "nsubj", "nsubjpass", "expl", "cop") is not None
    return min(tree.below(head)) == 0 and (not said or tree.tokens[head].pos == "VERB")


def _nameless(task: Task, head: int) -> bool:
    """Say whether the thing is a label or a person, of which nobody has the use."""
    tree, nouns, words = task.tree, task.rules.nouns, task.rules.words
    first, lemma = tree.tokens[0], tree.tokens[head].lemma
    if first.lower in words["no_thing"] or lemma in words["names"] or tree.tokens[1].text == "%":
        return True
    if first.lemma in nouns["buyers"] | nouns["roles"] and tree.tokens[1].text == ",":
        return True
    if first.lower in ("no", "zero") or (first.pos == "NUM" and _content(task) > 2):
        return False
    if lemma in nouns["jobs"] and not plural(tree.tokens[head]):
        return first.lower not in ("a", "an")
    if ", " in tree.line and len(tree.line.split()) < 10 and tree.lemmas() & nouns["jobs"]:
        return True
    if tree.line.casefold() in task.ours:
        return True
    return lemma in nouns["labels"] and _content(task) < 5


def _broken(task: Task) -> bool:
    """Say whether a thing holds what is none of it: a verb, a loose end, a time of today."""
    tokens = task.tree.tokens
    if any(token.pos == "AUX" for token in tokens):
        return True
    if any(t.pos == "VERB" and form(t) == "base" and t.dep == "conj" for t in tokens[1:]):
        return True
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        base = token.lower.removesuffix("s")
        acts = base != token.lower and any(
            task.verb(group, base) for group in ("change", "stop", "ease", "guard")
        )
        if acts and before.pos in ("NOUN", "PROPN") and after.pos in ("NOUN", "ADJ", "PROPN"):
            return True
        if before.text == "," and token.pos == "ADP":
            return True
    return tokens[task.tree.last].lower in ("today", "now", "currently", "tomorrow")


def _says_enough(task: Task) -> bool:
    """Say whether a thing is told apart by its words: two nouns are a label."""
    tokens = task.tree.tokens
    if any(t.text[:1].isupper() and t.pos in ("ADJ", "ADV", "VERB", "ADP") for t in tokens[1:]):
        return False
    if not any(t.pos in ("NOUN", "PROPN") and t.text.isalpha() and len(t.text) > 2 for t in tokens):
        return False
    return _content(task) > 2 or any(token.pos == "ADJ" for token in tokens)


def _content(task: Task) -> int:
    return sum(token.pos in ("NOUN", "PROPN", "ADJ", "VERB", "NUM") for token in task.tree.tokens)


def owned(task: Task, head: int, said: str, *, first: int = 0) -> str:
    """Return a thing that begins at token ``first`` as "our" thing, so that it needs no article;
    names stand by themselves."""
    begin = task.tree.tokens[first]
    if begin.lower in task.rules.words["taken"] or begin.pos == "DET":
        return said
    noun = task.tree.tokens[head]
    named = noun.pos == "PROPN" and not is_word(noun.lemma) and not is_word(noun.lower)
    return said if named else "our " + said
