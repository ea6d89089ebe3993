"""The customer a deck is made for, and the products it names."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from sowhat.model import Deck, Origin, Party, Role
from sowhat.profile.names import NAME, clean, headlines, is_name, key, texts, words

MOST_PRODUCTS = 5
SLIDES = 3  # on so many slides a name must stand to be a product's
FIRST = 2  # slides on which "for X" names the customer


@cache
def _lead() -> re.Pattern[str]:
    leads = "|".join(re.escape(lead) for lead in words().customer_leads)
    return re.compile(rf"(?:^|\b)(?i:{leads})\s*:?\s+({NAME})")


def customer(deck: Deck, vendor: Party) -> Party:
    """Return the organisation for which the deck was made, unknown where none is named."""
    found: dict[str, float] = defaultdict(float)
    for number, block in texts(deck):
        if number > FIRST and block.role is not Role.FOOTER:
            continue
        for name in _lead().findall(block.text):
            cleaned = clean(name)
            if is_name(cleaned) and key(cleaned) not in {key(n) for n in vendor.names}:
                found[cleaned] += 1.0
    if not found:
        return Party()
    best = max(found, key=lambda name: found[name])
    named = sum(best in block.text for _, block in texts(deck))
    return Party(best, (), Origin.FOUND) if named >= 2 or found[best] > 1 else Party()


def products(deck: Deck, vendor: Party, buyer: Party) -> tuple[str, ...]:
    """Return up to five product names: what is named in headlines and on several slides."""
    taken = {key(name) for name in (*vendor.names, *buyer.names)}
    candidates: dict[str, str] = {}
    for _, title in headlines(deck):
        for part in re.findall(NAME, title):
            cleaned = clean(part)
            single = len(cleaned.split()) == 1
            camel = re.search(r"[a-z][A-Z]|\d", cleaned)
            beside = any(cleaned.startswith(f"{name} ") for name in vendor.names)
            known = cleaned.isupper() and title.isupper()
            if is_name(cleaned) and not known and (camel or beside or (single and part != title)):
                candidates.setdefault(key(cleaned), cleaned)
    ranked = []
    for found, name in candidates.items():
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        slides = {number for number, block in texts(deck) if pattern.search(block.text)}
        small = sum(name.lower() in block.text.split() for _, block in texts(deck))
        if found not in taken and len(slides) >= SLIDES and not small:
            ranked.append((len(slides), name))
    return tuple(name for _, name in sorted(ranked, key=lambda item: -item[0])[:MOST_PRODUCTS])
