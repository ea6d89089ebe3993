"""Which lines of a slide are sentences, by grammar alone.

A sentence states something: its main clause has a finite verb with its subject ("we operate twelve
data centres"), or a predicate whose subject the slide leaves out ("automates invoice matching",
"cut energy costs by 20 %"). A label before a colon is no part of it. No sentences are names,
headings of one noun phrase ("real-time visibility") or of a participle or a gerund ("built for
speed", "reducing waste"), questions, direct or as headings ("how it works", "06 · how we work"),
a clause that only leads to another one ("if you ship abroad"), and pieces of a line: those that
begin small in the middle of one or break off, at a colon, at a dash or after a word that wants
another one ("we have the").

Nothing here knows whether a draft can be made of a line.
"""

from __future__ import annotations

import re

from sowhat.advise.drafts import Casing
from sowhat.advise.drafts.forms import form, plural
from sowhat.advise.drafts.tree import Tree
from sowhat.language import is_word, parse_lines
from sowhat.model import Sentence

_LABEL = re.compile(r"^[^:]{2,40}:\s+(?=\S)")
_EDGE = re.compile(r"^[^\w“\"$€£#(]+")
_ASKING = frozenset({"what", "how", "why", "who", "whom", "whose", "which", "where"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_OBJECTS = ("dobj", "ccomp", "xcomp", "dative", "prt")
_COMPLEMENTS = (*_OBJECTS, "attr", "acomp", "prep", "agent", "advmod", "npadvmod", "oprd", "advcl")
_NUMBERED = re.compile(r"^\d{1,2}\s*[·.)]\s+")
_BREAKS = re.compile(r"(?::|[–—])$")
_WANTING = ("DET", "CCONJ", "SCONJ", "PART")
_ARTICLES = ("a", "an", "the")
_OPENING = 2  # words within which a question begins, also one that is a heading
_SPOKEN = "You can "


def is_sentence(said: str, casing: Casing) -> bool:
    """Say whether a line is a sentence; ``casing`` tells the capitals of the deck's headlines."""
    whole = _NUMBERED.sub("", _EDGE.sub("", said))
    line = _EDGE.sub("", _LABEL.sub("", whole))
    if "?" in line or _BREAKS.search(line.rstrip('”" ')) or whole[:1].islower():
        return False
    told = casing.lowered(line).strip('“”"')
    plain, spoken = (
        Tree(text, read) if read else None
        for text, read in _pair(told, _SPOKEN + casing.first_small(told))
    )
    if plain is None or spoken is None or len(plain.tokens) < 2:
        return False
    if _wants(plain) or _leads(plain):
        return False
    named = line.split()[0] in casing.names
    return _states(plain) or _left_out(plain) or (not named and _commands(plain, spoken))


def _pair(*texts: str) -> list[tuple[str, Sentence | None]]:
    return list(zip(texts, parse_lines(texts), strict=True))


def _wants(tree: Tree) -> bool:
    """Say whether a line breaks off after a word that wants another one: "we have the"."""
    last = tree.tokens[tree.last]
    return (
        last.pos in _WANTING
        or last.lower in _ARTICLES
        or (last.pos == "ADP" and not _ends_clause(tree, tree.last))
    )


def _ends_clause(tree: Tree, number: int) -> bool:
    """Say whether a preposition may end a clause: "log in", "the tools they work with"."""
    over = tree.tokens[number].head
    while tree.tokens[over].dep == "conj":
        over = tree.tokens[over].head
    below = ("relcl", "xcomp", "ccomp", "acl", "advcl")
    return tree.tokens[number].dep == "prt" or tree.tokens[over].dep in below


def _leads(tree: Tree) -> bool:
    """Say whether all of a line is a clause that leads to another one: "if you ship abroad"."""
    first = tree.tokens[0]
    leads = first.pos == "SCONJ" and first.head == tree.root and first.dep == "mark"
    return leads and sum(token.dep in _SUBJECTS for token in tree.tokens) == 1


def _states(tree: Tree) -> bool:
    """Say whether the main clause has a subject and a finite verb that agree."""
    root = tree.root
    subject = tree.child(root, *_SUBJECTS)
    if tree.tokens[root].pos not in ("VERB", "AUX") or subject is None or subject > root:
        return False
    asks = any(
        token.lower in _ASKING and not _below_clause(tree, number)
        for number, token in enumerate(tree.tokens[:_OPENING])
    )
    return not asks and not _described(tree, root, subject) and _finite(tree, root, subject)


def _described(tree: Tree, verb: int, subject: int) -> bool:
    """Say whether a clause only describes the thing that stands before it: "trust you can see"."""
    first = tree.ends(subject)[0]
    spoken = tree.tokens[subject].pos == "PRON" and first > 0
    if spoken and tree.tokens[0].pos not in ("ADP", "SCONJ", "ADV"):
        before = tree.tokens[first - 1]
        if before.pos in ("NOUN", "PROPN") and before.dep != "npadvmod":
            return True  # "trust we cannot fake"
    things = (kid for kid in tree.kids[verb] if kid < first)
    if any(token.text == "," for token in tree.tokens[:first]):
        return False
    return any(tree.tokens[kid].dep in ("dobj", "attr", "dep", "pobj") for kid in things)


def _finite(tree: Tree, verb: int, subject: int) -> bool:
    token, who = tree.tokens[verb], tree.tokens[subject]
    if tree.child(verb, "aux", "auxpass") is not None:
        return all(
            tree.tokens[kid].lower != "to"
            for kid in tree.kids[verb]
            if tree.tokens[kid].dep in ("aux", "auxpass")
        )
    shape = form(token)
    pronoun = who.pos == "PRON"
    if token.lemma == "be":
        return token.lower != "being"
    if shape == "ing":
        return False
    if shape == "past":  # "devices onboarded with": a participle, where nothing is its object
        told = tree.child(verb, "dobj", "ccomp", "xcomp")
        sure = pronoun or plural(who) or tree.child(subject, "det", "poss") is not None
        if told is None:
            return pronoun
        clause = tree.tokens[told].dep != "dobj"
        return sure or clause or tree.child(told, "det", "poss") is not None
    carries = tree.child(verb, *_COMPLEMENTS) is not None
    if shape == "third":
        return (carries or pronoun) and is_word(token.lemma, "verb")
    joined = any(word.lower == "and" for word in tree.tokens[:verb])
    many = plural(who) or pronoun or joined or who.lower.endswith("s")
    return many and (carries or pronoun) and is_word(token.lemma, "verb")


def _left_out(tree: Tree) -> bool:
    """Say whether a line is a predicate in the third person whose subject is left out."""
    root = tree.root
    token = tree.tokens[root]
    if root > 1 or (root == 1 and tree.tokens[0].pos != "ADV"):
        return False
    return (
        token.pos == "VERB"
        and form(token) == "third"
        and is_word(token.lemma, "verb")
        and tree.child(root, "dobj", "ccomp", "xcomp") is not None
    )


def _commands(plain: Tree, spoken: Tree) -> bool:
    """Say whether a line is a command; a word that is a noun too must be read as a verb as it
    stands, or be followed by an article."""
    first = plain.tokens[0]
    if plain.tokens[1].dep in _SUBJECTS and plain.tokens[1].pos == "PRON":
        return False  # "trust you cannot fake"
    if first.lower != first.lemma or first.pos == "PROPN" or not is_word(first.lower, "verb"):
        return False
    verb = spoken.tokens[2]
    if spoken.root != 2 or verb.pos != "VERB" or spoken.child(2, *_OBJECTS) is None:
        return False
    if plain.root == 0 and first.pos == "VERB":
        return True
    other = is_word(first.lower, "noun") or is_word(first.lower, "adj")
    return not other or plain.tokens[1].pos in ("DET", "PRON")


def _below_clause(tree: Tree, number: int) -> bool:
    """Say whether a token stands in a clause below the main one."""
    clauses = ("advcl", "csubj", "ccomp", "relcl", "csubjpass")
    while number != tree.root:
        token = tree.tokens[number]
        if token.dep in clauses:
            return True
        number = token.head
    return False
