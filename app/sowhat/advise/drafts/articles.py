"""The small things that slides leave out: articles ("broadcast message to all users") and the comma
after the clause that a sentence begins with."""

from __future__ import annotations

from sowhat.advise.drafts.forms import form
from sowhat.advise.drafts.tree import Tree
from sowhat.model import Token
from sowhat.rules.drafts import DraftRules

_OF = ("type", "kind", "sort", "form", "level", "piece")  # "what kind of user"
_THINGS = ("dobj", "pobj", "attr", "nsubj", "nsubjpass")
_TOLD = ("det", "poss", "nummod", "predet", "quantmod")
_BY = ("per", "by", "via", "a", "from", "to", "as", "than")  # "by phone", "from door to door"
_WITH = ("ADJ", "NOUN", "PROPN", "VERB", "ADV", "PUNCT", "CCONJ", "PART", "NUM", "X", "SYM")
_OWNERS = ("its", "their", "your", "our", "my", "his", "her", "whose")
_LEADS = ("whether", "when", "if", "while", "although", "because", "as", "once")
_MOST = 3  # articles that may be missing in a line that is worth mending


def commaed(tree: Tree) -> str:
    """Return a line with the comma that it lacks after its first clause."""
    at = lacks_comma(tree)
    if at is None:
        return tree.line
    return f"{tree.line[: tree.tokens[at].start].rstrip()}, {tree.line[tree.tokens[at].start :]}"


def lacks_comma(tree: Tree) -> int | None:
    """Return the token before which the clause that a sentence begins with lacks its comma: "when
    it rains it stops"."""
    leads, who = tree.tokens[0], tree.child(tree.root, "nsubj", "nsubjpass", "expl")
    clause = tree.tokens[leads.head]
    if leads.lower not in _LEADS or clause.dep != "advcl" or who is None or clause.head > tree.root:
        return None
    begins = tree.ends(who)[0]
    told = leads.head < begins and not any(t.text in ",—–" for t in tree.tokens[:begins])
    return begins if told else None


def articled(tree: Tree, rules: DraftRules) -> str:
    """Return a line with "the" before single things that have no article; as it stands where too
    many lack one."""
    places = [_begin(tree, at) for at in range(tree.last + 1) if lacks(tree, rules, at)]
    if len(places) > _MOST or None in places:
        return tree.line
    line = tree.line
    for place in sorted({place for place in places if place is not None}, reverse=True):
        first = line[place:]
        if place == 0:
            first = first[:1].lower() + first[1:]
        line = line[:place] + ("The " if place == 0 else "the ") + first
    return line


def _begin(tree: Tree, number: int) -> int | None:
    """Return the character at which a noun with what stands before it begins."""
    under = set(tree.below(number))
    first = number
    while first - 1 in under:
        first -= 1
    return None if min(under) < first else tree.tokens[first].start


def bare(tree: Tree, rules: DraftRules) -> bool:
    """Say whether a noun lacks its article."""
    return any(lacks(tree, rules, number) for number in range(tree.last + 1))


def lacks(tree: Tree, rules: DraftRules, number: int) -> bool:
    """Say whether a token is a single thing that stands without an article or the like."""
    token = tree.tokens[number]
    short = token.lower in ("db", "vm")
    if (token.pos != "NOUN" and not short) or token.dep not in _THINGS or not single(token, rules):
        return False
    first = number
    acts = token.head if form(tree.tokens[token.head]) == "base" else -1
    while first > 0 and tree.tokens[first - 1].pos in _WITH and first - 1 != acts:
        first -= 1
    before = tree.tokens[first - 1] if first > 0 else None
    told = any(tree.tokens[kid].dep in _TOLD for kid in tree.kids[number])
    if told or (before and (before.pos in ("DET", "NUM") or before.lower in _OWNERS)):
        return False
    if any(_quantifies(word, rules) for word in tree.tokens[first:number]):
        return False
    if first == 0 and token.dep in ("nsubj", "nsubjpass"):
        return token.lemma in rules.nouns["buyers"] | rules.nouns["roles"]  # others are "our" thing
    follows = tree.tokens[number + 1] if number < tree.last else token
    # "invoice matching", but not "a loop using tests"
    matching = follows.pos == "VERB" and follows.lower.endswith("ing") and follows.lower != "using"
    return not matching and not _idle(tree, rules, number)


def _idle(tree: Tree, rules: DraftRules, number: int) -> bool:
    """Say whether a single thing needs no article where it stands: "by phone", "any kind of"."""
    token, over = tree.tokens[number], tree.tokens[tree.tokens[number].head]
    people = rules.nouns["roles"] | rules.nouns["jobs"] | rules.nouns["buyers"]
    if tree.child(number, "conj") is not None and token.lemma not in people:
        return True  # "client and server", "from concept to tool"
    if token.dep == "pobj" and over.lower in _BY:
        return over.lower != "from" or "to" in tree.lemmas(range(number, len(tree.tokens)))
    return over.lower == "of" and tree.tokens[over.head].lemma in _OF


def single(noun: Token, rules: DraftRules) -> bool:
    """Say whether a noun is one thing that can be counted."""
    one = noun.lower == noun.lemma and noun.lower not in rules.words["either"]
    return one and noun.lemma in rules.nouns["countable"] | rules.nouns["jobs"]


def _quantifies(word: Token, rules: DraftRules) -> bool:
    return word.pos in ("NUM", "PART") or word.lower in rules.words["taken"]
