"""What a deck lists as sold: under “Our products”, in numbered headlines, in rows of cards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sowhat.model import Party
from sowhat.profile.evidence import Evidence, bare, offering
from sowhat.profile.names import WORD, clean, is_generic, is_ordinary, words

LISTED = 7  # words that the name of something listed has at most
_ROWED = re.compile(rf"(?: {WORD}){{1,3}}")
# Words in title case, small ones between them.
_LISTED = re.compile(rf"{WORD}(?:,? (?:(?:&|and|of|for) )?{WORD})+")


def rowed(evidence: Evidence, vendor: Party) -> Iterator[str]:
    """Yield the lines of one slide that each begin with the vendor's name: a row of cards."""
    if not vendor.names:
        return
    for text in evidence.slides:
        found = list(dict.fromkeys(ended(list(_after(vendor.names, text)))))
        if len(found) > 1:
            yield from (name for name in found if not name.isupper())


def _after(names: tuple[str, ...], text: str) -> Iterator[str]:
    """Yield the lines that are one of the names and up to three words of another."""
    for line in text.split("\n"):
        first = next((name for name in names if line.startswith(f"{name} ")), None)
        if first and _ROWED.fullmatch(line, len(first)):
            yield line


def ended(names: list[str]) -> Iterator[str]:
    """Cut names where words begin that name no product."""
    ends = words().deck_words | words().not_products
    for name in names:
        parts = name.split()
        while parts and parts[-1].lower() in ends:
            parts.pop()
        kind = len(parts) > 1 and parts[-1].lower() in words().product_words
        plain = (is_generic(p) or p.lower() in words().organisation_words for p in parts[1:])
        if kind or not all(plain):
            yield clean(" ".join(parts))


def listed(evidence: Evidence, _: Party) -> Iterator[str]:
    """Yield what stands out under "Our products" and what stands there and heads a slide."""
    heads = {bare(title).lower() for title in evidence.titles}
    offers = (offer for offer in evidence.offers if offer[0] not in evidence.furniture)
    names = {bare(line): apart for line, apart in offers}
    several = {n: apart for n, apart in names.items() if 1 < len(n.split()) <= LISTED}
    standing = [n for n, apart in several.items() if apart and _LISTED.fullmatch(n)]
    yield from map(_quiet, standing) if len(standing) > 1 else ()
    for name in names:
        if name.lower() in heads and (name in several or not common(name)):
            yield _quiet(name)


def numbered(evidence: Evidence, _: Party) -> Iterator[str]:
    """Yield the headlines that are numbered from 1 after one like "Our products"."""
    told = next((n for n, head in enumerate(evidence.titles) if offering().match(head)), None)
    after = [head for head in evidence.titles[told:] if bare(head) != head] if told else []
    if len(after) > 2 and after[0].startswith("1"):
        for name in map(bare, dict.fromkeys(after)):
            parts = name.split()
            if len(parts) <= LISTED and not all(map(is_generic, parts)):
                yield from () if len(parts) == 1 and common(name) else (_quiet(name),)


def _quiet(name: str) -> str:
    """Return a name of several words not in capitals."""
    return name.title() if name.isupper() and " " in name else name


def common(name: str) -> bool:
    """Say whether a name is an ordinary word, an acronym or what everybody builds with."""
    lists = words()
    known = lists.acronyms | lists.technologies
    if name.lower() in known or (name.isupper() and len(name) < 5):
        return True
    return all(is_ordinary(part) for part in name.split())
