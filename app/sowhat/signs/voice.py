"""Signs of voice and names: whose "we", how much "you", who is named and who acts.

They carry a side and no motif. The judge weighs them; the measures count them.
"""

from __future__ import annotations

from collections.abc import Iterator

from sowhat.model import Side, Sign, Source
from sowhat.rules import derived, load
from sowhat.signs.phrase import Phrasebook
from sowhat.signs.view import WE, YOU, Line, View
from sowhat.texts import text

_QUOTES = '“”"«»„'
_NAMED = {
    "PERSON": "named-person",
    "ORG": "named-organization",
    "GPE": "named-place",
    "LOC": "named-place",
    "NORP": "named-place",
    "DATE": "named-date",
    "TIME": "named-date",
    "MONEY": "named-amount",
    "PERCENT": "named-amount",
    "CARDINAL": "named-number",
    "QUANTITY": "named-number",
    "PRODUCT": "named-product",
}
_SIDES = {
    "we-vendor": Side.VENDOR,
    "we-together": Side.CUSTOMER,
    "we-unclear": Side.NEUTRAL,
    "you": Side.CUSTOMER,
    "name-vendor": Side.VENDOR,
    "name-product": Side.VENDOR,
    "name-customer": Side.CUSTOMER,
    "subject-vendor": Side.VENDOR,
    "subject-customer": Side.CUSTOMER,
}
_ACTORS = {
    "WE": "subject-vendor",
    "VENDOR": "subject-vendor",
    "PRODUCT": "subject-vendor",
    "YOU": "subject-customer",
    "CUSTOMER": "subject-customer",
    "THEY": "subject-customer",
}


@derived
def _together() -> Phrasebook[bool]:
    return Phrasebook((phrase, True) for phrase in load().voice.together)


def find(view: View) -> Iterator[Sign]:
    """Yield the voice and name signs of a slide, one for each word or name."""
    for line in view.lines:
        yield from _pronouns(view, line)
        yield from _named(view, line)
        actor = _ACTORS.get(line.who or "")
        if actor is not None and line.sentence.subject is not None:
            token = line.sentence.tokens[line.sentence.subject]
            yield from _sign(view, actor, line.block, token.start, token.end)
    for block, start, end, tag in view.names:
        if view.slide.blocks[block].source is not Source.LAYOUT:
            yield from _sign(view, f"name-{tag.lower()}", block, start, end)


def _named(view: View, line: Line) -> Iterator[Sign]:
    """Yield what the language model names, of no weight: it is counted and never shown."""
    for name in line.sentence.names:
        kind = _NAMED.get(name.kind)
        place = view.place(line.block, name.start, name.end) if kind else None
        if kind and place:
            why = text("signs.named", quote=place.quote)
            yield Sign(kind, "name", None, Side.NEUTRAL, 0.0, why, place)


def _pronouns(view: View, line: Line) -> Iterator[Sign]:
    together: bool | None = None
    for number, token in enumerate(line.sentence.tokens):
        if token.lower in YOU:
            yield from _sign(view, "you", line.block, token.start, token.end)
        elif token.lower in WE:
            if together is None:
                together = next(_together().find(line.units), None) is not None
            kind = "we-together" if together else _whose(view, line, number)
            yield from _sign(view, kind, line.block, token.start, token.end)


def _whose(view: View, line: Line, number: int) -> str:
    """Tell the vendor's "we" from one that is not clear, by its verb or the noun it owns."""
    voice = load().voice
    tokens = line.sentence.tokens
    before = view.slide.blocks[line.block].text[: tokens[number].start]
    if sum(before.count(mark) for mark in _QUOTES) % 2:
        return "we-unclear"  # somebody is quoted
    head = tokens[tokens[number].head]
    if tokens[number].dep == "poss":
        return "we-vendor" if head.lemma in voice.vendor_nouns else "we-unclear"
    return "we-vendor" if head.lemma in voice.vendor_verbs else "we-unclear"


def _sign(view: View, kind: str, block: int, start: int, end: int) -> Iterator[Sign]:
    place = view.place(block, start, end)
    if place is not None:
        why = text(f"signs.{kind}", quote=place.quote)
        yield Sign(kind, kind.partition("-")[0], None, _SIDES[kind], 0.5, why, place)
