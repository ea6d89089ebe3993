"""Mistakes of a line that a draft would carry on: for such a line there is none."""

from __future__ import annotations

import re
from itertools import pairwise

from sowhat.advise.drafts.articles import bare, lacks_comma, single
from sowhat.advise.drafts.casing import Casing, known_word
from sowhat.advise.drafts.forms import form, plural
from sowhat.advise.drafts.tree import Tree
from sowhat.language import is_function_word
from sowhat.model import Token
from sowhat.rules.drafts import DraftRules

_GLUED = re.compile(
    r"\w…\w|[a-z)][.,;:!?][A-Z][a-z]|[a-z],[a-z]|\w\s[,;](?!\w)|[a-z]- [a-z]|\d\s%\S"
)
_TWICE = re.compile(r"\b(\w+(?:\s+\w+)?)\s*,?\s+\1\b", re.IGNORECASE)
_WHICH = re.compile(r", which (?:contains|comprises|covers|is|has|was)\b")
_BEFORE = (
    "un",
    "re",
    "non",
    "multi",
    "pre",
    "co",
    "sub",
    "over",
    "under",
    "inter",
    "micro",
    "mini",
    "tele",
    "auto",
)
_AFTER = ("less", "wide", "like", "ness", "ization", "isation", "ability")
_LONG = 5
_NEAR = 4  # words before a subject among which another one may stand
_SINGLE = ("a", "an", "this", "that", "each", "every", "another")
_SEVERAL = ("these", "those", "many", "several", "few", "both")
_OPENERS = ("The", "I", "IT", "US", "A")  # function words that stand large within a sentence


def flawed(tree: Tree, rules: DraftRules, casing: Casing, *, label: bool) -> bool:
    """Say whether a line holds a mistake; a ``label`` needs neither article nor agreement."""
    line = tree.line.casefold()
    if any(phrase in line for phrase in rules.words["clumsy"]) or _plurals(tree, rules):
        return True
    if _which_one(tree) or _small_initials(tree, rules):
        return True
    if _GLUED.search(tree.line) or _TWICE.search(tree.line) or _misspelt(tree, rules, casing):
        return True
    if any(_odd_capital(tree, number, casing) for number in range(1, tree.last + 1)):
        return True
    if any(_a_name(tree, number, casing) or _same(tree, number) for number in range(tree.last + 1)):
        return True
    if any(_misnumbered(tree, rules, number) for number in range(tree.last + 1)):
        return True
    if lacks_comma(tree) is not None or _parted(tree):
        return True
    if any(_alike(a, b) for a, b in pairwise(tree.tokens)):
        return True  # "wheel hubs hub"
    return not label and (bare(tree, rules) or _disagrees(tree, rules))


def _parted(tree: Tree) -> bool:
    """Say whether one comma stands between a subject and its verb: "our pumps, are made here"."""
    who = tree.child(tree.root, "nsubj", "nsubjpass")
    if who is None or who > tree.root:
        return False
    after = [kid for kid in (*tree.kids[tree.root], tree.root) if kid > tree.ends(who)[1]]
    if not after or _apposed(tree, who):
        return False
    verb = next((kid for kid in sorted(after) if tree.tokens[kid].text != ","), tree.root)
    before = tree.tokens[tree.ends(who)[0] : verb]
    rows = [token for token in before if token.text == ","]
    last = tree.tokens[verb - 1].text == "," and tree.tokens[verb].pos in ("AUX", "VERB")
    listed = any(token.lower in ("and", "&", "or") for token in before)
    return last and (len(rows) == 1 or listed)


def _apposed(tree: Tree, who: int) -> bool:
    """Say whether more is told of a subject between commas: "Acme, a firm of Leeds, makes"."""
    return tree.child(who, "appos", "relcl", "acl", "advcl") is not None


def _alike(first: Token, second: Token) -> bool:
    """Say whether a word stands twice, in the singular and in the plural."""
    same = first.lower.removesuffix("s") == second.lower.removesuffix("s")
    return same and first.text.isalpha() and len(second.lower) > 2


def _which_one(tree: Tree) -> bool:
    """Say whether "which" stands for several and its verb for one: "courses, which includes"."""
    if not _WHICH.search(tree.line):
        return False
    verbs = (number for number, token in enumerate(tree.tokens) if token.dep == "relcl")
    heads = (tree.tokens[tree.tokens[verb].head] for verb in verbs if _single_verb(tree, verb))
    return any(head.pos == "NOUN" and plural(head) for head in heads)


def _single_verb(tree: Tree, verb: int) -> bool:
    helps = tree.child(verb, "aux", "auxpass")
    token, who = (
        tree.tokens[verb if helps is None else helps],
        tree.child(verb, "nsubj", "nsubjpass"),
    )
    one = token.lower in ("is", "was", "has") or form(token) == "third"
    return one and who is not None and tree.tokens[who].lower == "which"


def _small_initials(tree: Tree, rules: DraftRules) -> bool:
    """Say whether initials are written as a word: "Hr" for "HR"."""
    return any(t.text.istitle() and t.lower in rules.words["initials"] for t in tree.tokens)


def _misspelt(tree: Tree, rules: DraftRules, casing: Casing) -> bool:
    """Say whether a small word is none that is known, or a plural that there is not."""
    return any(
        token.lower in rules.words["no_plural"] or _unknown(token, rules, casing)
        for token in tree.tokens
    )


def _unknown(token: Token, rules: DraftRules, casing: Casing) -> bool:
    word = token.text
    if word.istitle() and token.start > 0 and not known_word(token.lower):
        return known_word(word[1:]) and len(word) > _LONG and word not in casing.names
    if not (word.isalpha() and word.islower()) or is_function_word(word):
        return False
    modern = rules.words["modern"]
    return not (
        known_word(word)
        or known_word(token.lemma)
        or word.removesuffix("s") in modern
        or word in casing.often
        or any(known_word(word.removeprefix(p)) for p in _BEFORE if word.startswith(p))
        or any(known_word(word.removesuffix(e)) for e in _AFTER if word.endswith(e))
        or (word.endswith("able") and any(map(known_word, (word[:-4], word[:-5], word[:-4] + "e"))))
    )


def _odd_capital(tree: Tree, number: int, casing: Casing) -> bool:
    """Say whether a word within a sentence stands large for no reason."""
    token, before = tree.tokens[number], tree.tokens[number - 1]
    word = token.text
    small = is_function_word(token.lower)
    if small and len(word) > 2 and word.isupper() and word not in _OPENERS:
        return True  # "adopt it NOW"
    if (
        not word[:1].isupper()
        or before.text in "“\"'‘(:.!?/"
        or (before.text in "-–—" and not small)
    ):
        return False
    if small and not word.isupper():
        return word not in _OPENERS and not _beside_large(tree, number)
    if not word.istitle() or not known_word(token.lower) or not casing.plain(word):
        return False
    if (
        token.pos == "PROPN"
        and token.dep == "pobj"
        and before.lower in ("in", "from", "at", "near")
    ):
        return False  # "in Frankfurt"
    acts = token.pos in ("VERB", "ADV") and form(token) != "base"
    alone = number == tree.last or not _large(tree.tokens[number + 1])
    return (acts and alone) or not _beside_large(tree, number)


def _beside_large(tree: Tree, number: int) -> bool:
    """Say whether a word stands beside another one with a capital, the first word apart."""
    first = tree.tokens[0]
    named = first.pos == "PROPN" or not (is_function_word(first.lower) or first.pos == "DET")
    around = [at for at in (number - 1, number + 1) if -named < at < len(tree.tokens)]
    listed = [2 * at - number for at in around if tree.tokens[at].text == ","]
    around += [at for at in listed if 0 < at < len(tree.tokens)]
    beyond = (2 * at - number if tree.tokens[at].text == "-" else at for at in around)
    return any(_large(tree.tokens[at]) for at in beyond if 0 <= at < len(tree.tokens))


def _large(token: Token) -> bool:
    """Say whether a token belongs to names: it has a capital, a digit or a mark that joins."""
    joins = token.text[:1] in "-/&#+" or any(map(str.isdigit, token.text))
    return joins or any(map(str.isupper, token.text))


def _misnumbered(tree: Tree, rules: DraftRules, number: int) -> bool:
    """Say whether "a" stands before several, or "many" before one."""
    token = tree.tokens[number]
    head = tree.tokens[token.head]
    if token.pos != "DET" and token.lower not in _SEVERAL:
        return False
    people = rules.nouns["buyers"] | rules.nouns["roles"]
    after = tree.tokens[number + 1] if number < tree.last else token
    if after.pos == "NUM" or after.lower in ("little", "few"):
        return False  # "every three years"
    if token.lower in ("a", "an"):
        several = after.pos == "NOUN" and after.lower != after.lemma and after.lemma in people
        after_it = token.dep == "det" and token.head > number and head.pos == "NOUN"
        return several or (after_it and _several(head))
    if token.dep != "det" or token.head < number or head.pos != "NOUN":
        return False
    if token.lower in _SINGLE:
        return _several(head)
    return token.lower in _SEVERAL and token.lower != "both" and single(head, rules)


def _a_name(tree: Tree, number: int, casing: Casing) -> bool:
    """Say whether "a" stands before a name alone: "query an Acme from here"."""
    if tree.tokens[number].lower not in ("a", "an") or number + 2 > tree.last:
        return False
    name, after = tree.tokens[number + 1].text, tree.tokens[number + 2]
    known = any(name == word for one in casing.known for word in one.split())
    return known and after.pos not in ("NOUN", "PROPN", "ADJ", "PUNCT")


def _same(tree: Tree, number: int) -> bool:
    """Say whether "same" stands without its "the"."""
    before = tree.tokens[number - 1].lower if number > 0 else ""
    return tree.tokens[number].lower == "same" and before not in ("the", "this", "that", "these")


def _several(noun: Token) -> bool:
    return noun.lower == noun.lemma + "s"


def _plurals(tree: Tree, rules: DraftRules) -> bool:
    """Say whether two plurals stand side by side as one thing: "flights deals"."""
    return any(
        token.dep == "compound"
        and token.pos == after.pos == "NOUN"
        and token.head == number + 1
        and not (number > 0 and tree.tokens[number - 1].lower in (",", "and", "or"))
        and _several(token)
        and _several(after)
        and token.lemma not in rules.nouns["joined"]
        for number, (token, after) in enumerate(pairwise(tree.tokens))
    )


def _disagrees(tree: Tree, rules: DraftRules) -> bool:
    """Say whether a verb in the present has another number than its subject."""
    return any(
        _wrong_number(tree, rules, number) or _lacks_to(tree, number)
        for number, token in enumerate(tree.tokens)
        if token.pos in ("VERB", "AUX")
    )


def _lacks_to(tree: Tree, verb: int) -> bool:
    """Say whether what is allowed lacks its "to": "it allows teachers build courses"."""
    act = tree.child(verb, "ccomp", "xcomp")
    if act is None or tree.tokens[verb].lemma not in ("allow", "enable", "permit"):
        return False
    token = tree.tokens[act]
    return token.pos == "VERB" and form(token) == "base" and tree.child(act, "aux") is None


def _wrong_number(tree: Tree, rules: DraftRules, verb: int) -> bool:
    who = tree.child(verb, "nsubj", "nsubjpass")
    if who is None or who > verb:
        return False
    helps = tree.child(verb, "aux", "auxpass")
    token, subject = tree.tokens[verb if helps is None else helps], tree.tokens[who]
    if subject.pos == "PROPN" and _base(token, helps) and token.dep in ("relcl", "ccomp"):
        return not subject.lower.endswith("s") and tree.child(who, "conj") is None
    if subject.pos != "NOUN" or tree.child(who, "conj") is not None or subject.dep == "conj":
        return False
    near = range(max(0, who - _NEAR), verb)
    such = next((at for at in near if at > who and tree.tokens[at].lower == "such"), verb)
    if any(tree.tokens[at].lower == "and" for at in near if at < such):
        return False  # "pumps such as these and those" are one thing
    either = subject.lower in rules.words["either"] or subject.lemma in rules.nouns["kinds"]
    if either or subject.lower in rules.words["singular"]:
        return False
    if token.lower in ("are", "were", "have") or _base(token, helps):
        alone = subject.lower == subject.lemma and not plural(subject)
        return alone and _known_one(subject, rules)
    third = token.lower in ("is", "was", "has") or (helps is None and form(token) == "third")
    return third and _several(subject)


def _base(token: Token, helps: int | None) -> bool:
    return helps is None and form(token) == "base" and token.pos == "VERB"


def _known_one(noun: Token, rules: DraftRules) -> bool:
    return noun.lemma in rules.nouns["countable"] | rules.nouns["mass"]
