"""Lines of which no draft is made, or only one that leaves them as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sowhat.advise.drafts.tree import Tree
from sowhat.rules.drafts import DraftRules

_MONEY = re.compile(r"[$€£₹¥]\s?\d|\b(?:USD|EUR|CHF|INR|GBP)\b")
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
_TORN = re.compile(r"(?<![\w.'’&/])(?![aAIixX&])[a-zA-Z](?![\w.'’+#/&-])")
_RUN = 5  # nouns in a row
_HANGING = ("ADP", "SCONJ", "CCONJ", "DET", "AUX", "PART")


def refused(tree: Tree, rules: DraftRules) -> bool:
    """Say whether a line is no claim on what is offered: questions, the vendor's own business."""
    words = {token.lower for token in tree.tokens} | set(tree.line.casefold().split())
    last = tree.tokens[tree.last]
    return (
        tree.line.endswith(("?", ":"))
        or ": " in tree.line
        or tree.line[:1] in "“\"'"
        or _own(tree, words & rules.words["own_business"])
        or (not tells(tree) and not _orders(tree) and bool(words & rules.words["persons"]))
        or _hangs(tree)
        or last.lower in ("including", "providing")
        or bool(_MONEY.search(tree.line) or _CLOCK.search(tree.line))
        or bool(words & rules.words["pointing"])
        or "the following" in tree.line
        or bool(_TORN.search(tree.line))
        or _longest_row(tree, ("NOUN", "PROPN")) > _RUN
    )


def _own(tree: Tree, words: frozenset[str] | set[str]) -> bool:
    """Say whether a line is on the vendor's own business: "funding for your team" is not."""
    return len(words) > ("your" in tree.lemmas())


def _orders(tree: Tree) -> bool:
    return tree.tokens[0].pos == "VERB" and tree.root == 0


def _hangs(tree: Tree) -> bool:
    """Say whether a line breaks off; "the tool they work with" does not."""
    last = tree.tokens[tree.last]
    if last.text in ("a", "an", "the"):
        return True
    whole = last.dep == "prt" or tree.tokens[last.head].dep in ("relcl", "xcomp")
    return last.pos in _HANGING and not (last.pos == "ADP" and whole)


def tells(tree: Tree) -> bool:
    """Say whether a line has a verb with its subject: that may name a person and tell something."""
    return (
        tree.tokens[tree.root].pos in ("VERB", "AUX")
        and tree.child(tree.root, "nsubj", "nsubjpass", "csubj", "expl") is not None
    )


def tangled(tree: Tree) -> bool:
    """Say whether a line is more than one statement, or several run together."""
    opens = tree.tokens[0]
    return (
        any(mark in tree.line for mark in '“”";')
        or _run_on(tree)
        or (opens.pos in ("CCONJ", "SCONJ") and opens.lower not in ("why", "since"))
    )


def _run_on(tree: Tree) -> bool:
    return _longest_row(tree, ("NOUN", "PROPN", "ADJ", "VERB")) > _RUN + 1


def _longest_row(tree: Tree, kinds: Sequence[str]) -> int:
    """Return how many words of these kinds stand in a row at most."""
    longest = row = 0
    before = ""
    for token in tree.tokens:
        name = before == token.pos == "PROPN"  # a name counts as one
        row = row + (not name) if token.pos in kinds else 0
        longest, before = max(longest, row), token.pos
    return longest
