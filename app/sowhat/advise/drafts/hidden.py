"""Verbs that were read as nouns at the start of a line: "Split large orders"."""

from __future__ import annotations

from sowhat.advise.drafts.forms import form
from sowhat.advise.drafts.tree import Tree
from sowhat.language import is_word
from sowhat.model import Token
from sowhat.rules.drafts import DraftRules

_GIVEN = ("every", "each", "all", "the", "a", "an", "your", "our")


def hides_verb(tree: Tree, rules: DraftRules, head: int) -> bool:
    """Say whether a line that was read as a thing, carried by ``head``, begins with what is rather
    a verb, or with what hangs loose."""
    first, second = tree.tokens[0], tree.tokens[1]
    if first.pos in ("VERB", "AUX") and form(first) not in ("past", "ing") and head > 0:
        return True
    if _tells(tree, rules):
        return True
    if first.lower in rules.verbs["able"] and second.pos == "PROPN" and head > 1:
        return not is_word(first.lower, "adj") or first.pos == "VERB"
    if first.text.islower() and first.pos == "VERB" and second.text != "-":
        return True
    if (first.pos == "ADJ" and second.pos == "ADP") or _made_up(tree) or _acts(first):
        return True
    if head == 0 or first.pos == "DET":
        loose = second.pos == "CCONJ" or second.lower == "on"
        return loose and first.lemma in rules.verbs["able"]
    if first.pos == "ADV" and tree.tokens[first.head].pos != "ADJ":
        return not is_word(first.lower, "adj")
    if is_word(first.lower, "verb") and not is_word(first.lower, "noun"):
        things = second.lower.endswith("s") and second.pos in ("NOUN", "PROPN")
        return first.pos != "ADJ" or (things and first.lower.endswith("ate"))
    return first.pos != "ADJ" and _known(tree, rules)


def _tells(tree: Tree, rules: DraftRules) -> bool:
    """Say whether a line tells what something does, by a verb that was read as a noun."""
    first, second, third = (*tree.tokens, *tree.tokens)[:3]
    acts = is_word(second.lower.removesuffix("s"), "verb") and second.lower.endswith("s")
    if first.pos == "PROPN" and acts and "and" in tree.lemmas():
        return True  # "AcmeFlow plans, prices and monitors"
    if second.pos == "DET" and first.lower.endswith("s"):
        return True  # "bridges the gap"
    if first.pos == "DET" and second.lemma in rules.nouns["tools"] and _acts(third, noun=True):
        return True  # "the robot welds frames"
    return acts and third.lower in _GIVEN  # "Acme powers every turn"


def _made_up(tree: Tree) -> bool:
    """Say whether the line begins with a verb of "re" or "auto" that no dictionary has."""
    word = tree.tokens[0].lower
    if word in ("auto", "re", "self") and len(tree.tokens) > 2:
        second = tree.tokens[2 if tree.tokens[1].text == "-" else 1].lower
        return is_word(second, "verb") and (word != "self" or not is_word(second, "noun"))
    return word.startswith("re") and is_word(word[2:], "verb") and not is_word(word)


def _acts(first: Token, *, noun: bool = False) -> bool:
    """Say whether a word is the third person of what is only a verb ("integrates"), or may be a
    noun too where ``noun`` is set."""
    base = first.lower.removesuffix("s")
    return base != first.lower and is_word(base, "verb") and (noun or not is_word(base, "noun"))


def _known(tree: Tree, rules: DraftRules) -> bool:
    """Say whether the first word is one of the rules' verbs and stands where a verb would."""
    first, second = tree.tokens[0], tree.tokens[1]
    verbs = frozenset().union(*rules.verbs.values())
    if first.lower in verbs:
        return second.pos not in ("NOUN", "PUNCT") or "and" in tree.lemmas()
    return first.lower.removesuffix("s") in verbs and first.lower.endswith("s")
