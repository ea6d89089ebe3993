"""Things without a verb: from "a single view of all contracts" to what can be done with it."""

from __future__ import annotations

import re
from itertools import pairwise

from sowhat.advise.drafts.articles import single
from sowhat.advise.drafts.forms import form, plural
from sowhat.advise.drafts.hidden import hides_verb
from sowhat.advise.drafts.parts import LONGEST, Reading, Task, addressed
from sowhat.advise.drafts.tree import Tree
from sowhat.language import is_function_word, is_word
from sowhat.model import Token

_POINTING = ("this", "that", "these", "those", "it", "them")
_NEXT = ("ROOT", "conj", "ccomp", "parataxis")  # what a sentence goes on with
_CONTENTS = frozenset({"overview", "agenda"})
_TELLS = re.compile(r"^\w+(?:ed|ld|lt) (?:as|by|for|in|on|to|with)\b|\b(?:edition|version)$")
_ROW, _ITEM = 2, 4  # items of a row, and their words


def thing(task: Task, head: int, template: str) -> Reading | None:
    """Return a thing with its words and what follows them, for "with it, you can"."""
    tree = task.tree
    first = tree.ends(head)[0]
    if tree.tokens[head].pos not in ("NOUN", "PROPN") or tree.last - first > LONGEST:
        return None
    last = tree.tokens[tree.last]
    unit = tree.tokens[head].lower in task.rules.words["units"]
    if tree.tokens[first].pos == "NUM" and (unit or not is_word(tree.tokens[head].lemma)):
        return None  # "0.3 mm"
    if tree.tokens[first].lower in _POINTING or (last.pos == "ADV" and last.head == head):
        return None
    if chance := _chance(task, head):
        return chance
    if _goes_on(tree, head) or _listed_bare(task, head):
        return None
    rest = tree.tokens[first : tree.last + 1]
    loose = (t for t in rest if t.dep == "conj" and t.pos == "VERB" and form(t) == "base")
    if any(verb.head < first or tree.tokens[verb.head].pos != "VERB" for verb in loose):
        return None
    if any(t.dep == "nsubj" and tree.tokens[t.head].dep in _NEXT for t in rest):
        return None
    said = _whose(task, listed(task.small(tree.words(first, tree.last))))
    kind = tree.tokens[head].lemma in task.rules.nouns["kinds"] and not plural(tree.tokens[head])
    return Reading(template, {"np": owned(task, head, said, first=first) if kind else said})


def _goes_on(tree: Tree, head: int) -> bool:
    """Say whether what follows a thing tells what somebody does with it: ", ensuring a smooth
    start" would hang on the customer."""
    after = tree.tokens[head : tree.last + 1]
    doing = any(
        before.text == "," and form(token) == "ing" and token.lower != "including"
        for before, token in pairwise(after)
    )
    line = tree.line.casefold()
    return doing or "in addition to" in line or "any other" in line


def _listed_bare(task: Task, head: int) -> bool:
    """Say whether the first of several things lacks its article: "description and objectives"."""
    tree = task.tree
    told = tree.child(head, "det", "poss", "nummod", "amod", "compound") is not None
    return (
        not told and tree.child(head, "conj") is not None and single(tree.tokens[head], task.rules)
    )


def _chance(task: Task, head: int) -> Reading | None:
    """Turn "the possibility to export lists" to what the customer can do."""
    tree = task.tree
    act = tree.child(head, "acl")
    if act is None or tree.tokens[head].lemma not in task.rules.nouns["chances"]:
        return None
    if tree.tokens[act].lower != tree.tokens[act].lemma or tree.tokens[act - 1].lower != "to":
        return None
    who = task.customer or "You"
    said = tree.words(act, tree.last, lambda at: "" if _again(tree, at) else None)
    return Reading("can", {"Clause": f"{who} can {said}"})


def _again(tree: Tree, number: int) -> bool:
    """Say whether a "to" only repeats that of the first verb: "to find, to sort and to send"."""
    token, before = tree.tokens[number], tree.tokens[number - 1].lower
    acts = tree.tokens[token.head].pos == "VERB" and token.head > number
    return token.lower == "to" and acts and before in (",", "and", "or")


def noun(task: Task, head: int) -> Reading | None:
    """Turn a thing, which its noun carries, to what can be done with it."""
    tree, rules = task.tree, task.rules.words
    if _headed(task, head) or tree.tokens[head].lower in rules["units"]:
        return None
    if tree.last > LONGEST or not _whole(task, head) or tree.tokens[0].lower in rules["saving"]:
        return None
    words = {
        tree.tokens[i].lower for i in range(head + 1) if i == 0 or tree.tokens[i - 1].text != "-"
    }
    said = listed(task.small(tree.words(0, tree.last)))
    if chance := _chance(task, head):
        return chance
    if "than" in tree.lemmas() and not words & rules["better"]:
        return None
    if rules["cost"] & words and words & (rules["better"] | rules["saving"]):
        return Reading("free", {"np": said})
    if said.count(", ") > 1 and not re.search(r" (?:and|or|&) ", said):
        return None  # a list without its "and"
    if _nameless(task, head) or hides_verb(tree, task.rules, head) or _broken(task):
        return None
    if words & rules["better"]:
        return Reading("better", {"np": said})
    if not _says_enough(task) or task.sparing or _half_large(task):
        return None
    return Reading("with", {"np": owned(task, head, _whose(task, said))})


def _whose(task: Task, said: str) -> str:
    """Return a thing with "their" sites, where nobody else is named, as the customer's."""
    nouns = task.rules.nouns
    people = task.tree.lemmas() & (nouns["buyers"] | nouns["roles"] | nouns["jobs"])
    return said if people else addressed(task, said)


def _headed(task: Task, head: int) -> bool:
    """Say whether a line is the head of a section ("Features within AcmeFlow"), or of what is to be
    told ("an approach to provide speed")."""
    tree = task.tree
    section = tree.tokens[0].lemma in task.rules.nouns["powers"] and head == 0
    given = ("provide", "offer", "deliver", "give")
    told = any(
        token.lemma in given and token.head == head and tree.tokens[at].lower == "to"
        for at, token in enumerate(tree.tokens[1:])
    )
    purpose = tree.tokens[head].pos == "PROPN" and any(
        token.head == head and token.pos == "VERB" and tree.tokens[at].lower == "to"
        for at, token in enumerate(tree.tokens[1:])
    )  # "Acme Firewall to filter traffic"
    return told or purpose or (section and tree.tokens[1].pos == "ADP")


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
    if lemma in nouns["own_gain"] or tree.lemmas() & _CONTENTS:
        return True
    if (
        first.lower in words["no_thing"] | words["whole"]
        or lemma in words["names"] | words["brands"]
        or tree.tokens[1].text == "%"
    ):
        return True
    if first.lemma in nouns["buyers"] | nouns["roles"] and tree.tokens[1].text == ",":
        return True
    counted = first.pos == "NUM" and _content(task) > 2 and lemma not in nouns["aims"]
    if first.lower in ("no", "zero") or counted:
        return False
    if lemma in nouns["jobs"] and not plural(tree.tokens[head]):
        return first.lower not in ("a", "an")
    if lemma == "year" and (task.sparing or "as" in tree.lemmas()):
        return True
    if ", " in tree.line and len(tree.line.split()) < 10 and tree.lemmas() & nouns["jobs"]:
        return True
    if tree.line.casefold() in task.ours:
        return True
    told = tree.child(head, "prep", "relcl", "acl") is not None
    return lemma in nouns["labels"] and (_content(task) < 5 or not told)


def _broken(task: Task) -> bool:
    """Say whether a thing holds what is none of it: a verb, a loose end, a time of today."""
    tokens = task.tree.tokens
    if any(token.pos == "AUX" for token in tokens):
        return True
    if tokens[0].pos == "NOUN" and tokens[1].pos == "ADV" and is_word(tokens[0].lower, "verb"):
        return True  # "dive deeper into the topics"
    if tokens[0].pos == "NOUN" and tokens[1].pos == "VERB" and form(tokens[1]) == "past":
        return True  # "trust built by openness" tells what happens
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
        verb = base != token.lower and is_word(base, "verb") and before.pos in ("NOUN", "PROPN")
        if verb and not plural(before) and after.pos in ("DET", "ADJ", "NUM", "PRON"):
            return True  # "our expertise spans many sectors"
        if (
            before.pos == "NOUN"
            and before.dep == "ROOT"
            and token.pos == "ADJ"
            and not plural(before)
        ):
            return True  # "requirement ready for test"
    return _unended(task.tree.line) or tokens[task.tree.last].lower in (
        "today",
        "now",
        "currently",
        "tomorrow",
    )


def _says_enough(task: Task) -> bool:
    """Say whether a thing is told apart by its words: two nouns are a label."""
    tokens = task.tree.tokens
    if any(t.text[:1].isupper() and t.pos in ("ADJ", "ADV", "VERB", "ADP") for t in tokens[1:]):
        return False
    if not any(t.pos in ("NOUN", "PROPN") and t.text.isalpha() and len(t.text) > 2 for t in tokens):
        return False
    return _content(task) > 2 or any(token.pos == "ADJ" for token in tokens)


def _half_large(task: Task) -> bool:
    """Say whether a label begins as a heading and goes on small: "Instant Services at night"."""
    first, second, *rest = task.tree.tokens
    large = first.text.istitle() and second.text.istitle()
    plain = all(task.casing.plain(t.text) and is_word(t.lower) for t in (first, second))
    return large and plain and any(t.text.islower() and t.pos in ("NOUN", "VERB") for t in rest)


def _content(task: Task) -> int:
    return sum(token.pos in ("NOUN", "PROPN", "ADJ", "VERB", "NUM") for token in task.tree.tokens)


def owned(task: Task, head: int, said: str, *, first: int = 0) -> str:
    """Return a thing that begins at token ``first`` as "our" thing, so that it needs no article;
    names stand by themselves."""
    tokens = task.tree.tokens
    begin = tokens[first]
    if begin.lower in task.rules.words["taken"] or begin.pos == "DET":
        return said
    if tokens[head].lemma in task.rules.nouns["chances"]:
        return "the " + said
    if tokens[head].lemma in task.rules.nouns["nobodys"]:
        return said
    if begin.pos == "PROPN" and tokens[head].lower in task.rules.nouns["articled"]:
        return "the " + said
    whose = any(token.text in ("'s", "’s") for token in tokens[first : head + 1])
    if not whose and begin.lower in task.rules.words["brands"] and _one(task, tokens[head]):
        return "our " + said  # "our Linux cluster"
    return (
        said
        if whose or any(_name(task, token) for token in (begin, tokens[head]))
        else "our " + said
    )


def _one(task: Task, head: Token) -> bool:
    """Say whether a noun is written small and never stands without its article."""
    return head.text.islower() and head.text in task.rules.nouns["countable"]


def ours_needed(task: Task, subject: int) -> bool:
    """Say whether a sentence begins with a single thing without its article: "proven method"."""
    tree = task.tree
    token, begin = tree.tokens[subject], tree.tokens[0]
    if tree.ends(subject)[0] != 0 or token.pos != "NOUN" or token.lower != token.lemma:
        return False
    if token.lemma in task.rules.nouns["buyers"] | task.rules.nouns["roles"]:
        return False
    bare = tree.child(subject, "det", "poss", "nummod", "conj") is None
    return bare and token.lemma in task.rules.nouns["countable"] and begin.pos != "PROPN"


def _name(task: Task, token: Token) -> bool:
    """Say whether a word is a name, which stands without "our"."""
    if token.lower in task.rules.words["brands"]:
        return True
    unknown = not is_word(token.lemma) and not is_word(token.lower)
    return token.pos == "PROPN" and unknown and not token.text.isupper()


def listed(said: str) -> str:
    """Return things in a row with the "and" that slides leave out."""
    items = said.split(", ")
    second = items[-1].split() or [""]
    told = is_function_word(second[0].lower()) or _TELLS.search(items[-1]) is not None
    added = len(items) == _ROW and told
    if len(items) < _ROW or added or " and " in said or " or " in said or any(map(_long, items)):
        return said
    return ", ".join(items[:-1]) + " and " + items[-1]


def _unended(line: str) -> bool:
    """Say whether a row has its "and" before its end: "pumps, hoses and taps, valves"."""
    *before, last = line.split(", ")
    end = last.split()
    row = len(before) > 1 and any(" and " in item for item in before)
    return row and " and " not in last and len(end) < _ITEM and not is_function_word(end[0].lower())


def _long(item: str) -> bool:
    return len(item.split()) > _ITEM
