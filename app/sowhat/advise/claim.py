"""The claim of a slide: its strongest words on the vendor, short enough to stand in a question."""

from __future__ import annotations

import re

from sowhat.model import Side, Slide, Verdict
from sowhat.rules.measures import Claim, load_measures

_CLAUSE = re.compile(r"\s+[–—-]\s+|[;:|•…\n\v]|[,.](?=\s|$)|[?!]")
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]?")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_EDGES = " \t.,;:!?…“”\"'«»()[]{}–—-•*"


def claim_of(slide: Slide, verdict: Verdict) -> str:
    """Return the strongest vendor evidence's words, else the title's; empty where there are none.

    A single word is too little for a claim where the title has more.
    """
    quotes = [sign.place.quote for sign in verdict.evidence if sign.side is Side.VENDOR]
    candidates = [short for words in (*quotes, slide.title) if words and (short := shorten(words))]
    spoken = [words for words in candidates if " " in words]
    return next(iter(spoken or candidates), "")


def shorten(words: str) -> str:
    """Return the first clause of ``words`` without its edges, cut where it is too long."""
    rules = load_measures().claim
    clauses = [
        " ".join(part.split()).strip(_EDGES) for part in _CLAUSE.split(_ASIDE.sub("", words))
    ]
    clauses = [clause for clause in clauses if _LETTERS.search(clause)]
    if not clauses:
        return ""
    several = (clause for clause in clauses if " " in clause)
    return _cut(next(several, clauses[0]), rules)


def _cut(clause: str, rules: Claim) -> str:
    kept = clause.split()
    if len(kept) <= rules.words:
        return clause
    kept = kept[: rules.words]
    while len(kept) > 1 and kept[-1].casefold() in rules.dangling:
        kept.pop()
    return " ".join(kept).strip(_EDGES) + " …"
