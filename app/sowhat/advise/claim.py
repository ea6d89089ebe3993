"""The claim of a slide: its strongest words on the vendor, short enough to stand in a question."""

from __future__ import annotations

import re

from sowhat.model import Place, Side, Slide, Source, Verdict
from sowhat.rules.measures import Claim, load_measures

_CLAUSE = re.compile(r"\s+[–—-]\s+|[;:|•…\n\v]|[,.](?=\s|$)|[?!]")
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]?")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_ADDRESS = re.compile(r"//|www\.|\S@\S")
_QUOTES = re.compile(r"[“”\"«»]")
_EDGES = re.compile(r"^[^\w$€£#]+|[^\w%+]+$")
_ENOUGH = 3  # words: a label of one or two gives way to something longer


def claim_of(slide: Slide, verdict: Verdict) -> str:
    """Return the strongest vendor evidence's clause, else the title's; empty where there is none.

    A label of a word or two gives way to longer evidence, or to the title.
    """
    ours = [sign.place for sign in verdict.evidence if sign.side is Side.VENDOR]
    said = [_said(slide, place) for place in ours if place.source is not Source.NOTES]
    candidates = [short for words in (*said, slide.title) if words and (short := shorten(words))]
    return max(candidates, key=_weight, default="")


def _weight(words: str) -> tuple[bool, int]:
    """Return how much is claimed: less by a heading that only asks ("why we win") than by any
    other words, and by three words as much as by more."""
    said = words.split()
    return said[0].casefold() not in load_measures().claim.asking, min(len(said), _ENOUGH)


def further_claims(slide: Slide, verdict: Verdict, first: str) -> dict[str, str]:
    """Return other claims on the vendor by the evidence, as it stands, that they are made of.

    They are whole enough to be asked about, say something else than ``first`` and each other, and
    stand in blocks of their own.
    """
    found: dict[str, str] = {}
    blocks: set[int] = set()
    for sign in verdict.evidence:
        place = sign.place
        words = _said(slide, place) if place.source is not Source.NOTES else None
        claim = shorten(words) if words else ""
        if sign.side is not Side.VENDOR or not place.quote or place.block is None:
            continue
        told = any(_same(claim, other) for other in (first, *found.values()))
        if len(claim.split()) >= _ENOUGH and not told and place.block not in blocks:
            found[place.quote] = claim
            blocks.add(place.block)
    return found


def quote_of(slide: Slide, verdict: Verdict, claim: str) -> str | None:
    """Return the evidence that a claim is made of, None where it is the title."""
    for sign in verdict.evidence:
        words = _said(slide, sign.place)
        if sign.side is Side.VENDOR and words and shorten(words) == claim:
            return sign.place.quote
    return None


def _same(one: str, other: str) -> bool:
    one, other = one.casefold(), other.casefold()
    return bool(one and other) and (one in other or other in one)


def shorten(words: str) -> str:
    """Return the first clause of ``words`` without its edges, cut where it is too long."""
    if _ADDRESS.search(words):
        return ""
    if words.count(")") > words.count("("):
        words = words.partition(")")[2]  # the end of an aside that began before
    parts = _CLAUSE.split(_QUOTES.sub("", _ASIDE.sub("", words)))
    clauses = [_EDGES.sub("", " ".join(part.split())) for part in parts]
    clauses = [clause for clause in clauses if _LETTERS.search(clause)]
    if not clauses:
        return ""
    several = (clause for clause in clauses if " " in clause)
    return _cut(next(several, clauses[0]), load_measures().claim)


def _said(slide: Slide, place: Place) -> str | None:
    """Return the clause in which the evidence stands: a few words of it may say nothing alone."""
    if not place.quote or place.block is None:
        return place.quote
    whole = slide.blocks[place.block].text
    starts = [end.end() for end in _CLAUSE.finditer(whole, 0, place.start)]
    following = _CLAUSE.search(whole, place.start + len(place.quote))
    return whole[starts[-1] if starts else 0 : following.start() if following else len(whole)]


def _cut(clause: str, rules: Claim) -> str:
    kept = clause.split()
    if len(kept) <= rules.words:
        return clause
    kept = kept[: rules.words]
    while len(kept) > 1 and kept[-1].casefold() in rules.dangling:
        kept.pop()
    return _EDGES.sub("", " ".join(kept)) + " …"
