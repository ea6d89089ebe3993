"""Names in text: how they are cut out, cleaned and compared."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache

import msgspec

from sowhat.model import Block, Deck, Role, Source
from sowhat.paths import resources

# A name: capitalised or camel-case words, joined by spaces, "&", "of" and the like.
WORD = r"(?:[A-Z][\w&'’.+-]*|[a-z]+[A-Z]\w*|\d+[A-Z]\w*)"
NAME = rf"{WORD}(?:[ ](?:(?:&|of|and|for|the)[ ])?{WORD}){{0,4}}"
_TRIM = " \t\n.,;:!?|–—-•·()[]“”\"'’"


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of ``names.toml``."""

    legal_forms: frozenset[str]
    common_domains: frozenset[str]
    not_names: frozenset[str]
    vendor_headlines: tuple[str, ...]
    vendor_verbs: tuple[str, ...]
    customer_leads: tuple[str, ...]


@cache
def words() -> Words:
    """Return the word lists, loaded once."""
    path = resources() / "rules" / "names.toml"
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Words)


def clean(name: str) -> str:
    """Return the name without punctuation around it, possessive and legal form."""
    name = " ".join(name.split()).strip(_TRIM)
    name = re.sub(r"['’]s$", "", name)
    parts = name.split(" ")
    while len(parts) > 1 and parts[-1].replace(".", "").strip(_TRIM).lower() in words().legal_forms:
        parts.pop()
    while len(parts) > 1 and parts[0].lower() in ("the", "by", "at", "from"):
        parts.pop(0)
    return " ".join(parts).strip(_TRIM)


def key(name: str) -> str:
    """Return what is equal for two ways of writing one name: small letters and digits only."""
    return re.sub(r"[^a-z0-9]", "", clean(name).lower())


def is_name(name: str) -> bool:
    """Say whether ``name`` could be an organisation's or a product's."""
    parts = name.split()
    if not 1 <= len(parts) <= 5 or len(key(name)) < 2 or not re.search(r"[A-Za-z]{2}", name):
        return False
    generic = words().not_names
    meaningful = [part for part in parts if part.lower().strip(_TRIM) not in generic]
    return bool(meaningful) and not name[0].isdigit() | (name.lower() in generic)


def texts(deck: Deck) -> Iterator[tuple[int, Block]]:
    """Yield every block with its slide's number, what stands on the layouts included."""
    for slide in deck.slides:
        for block in slide.blocks:
            if block.source in (Source.SLIDE, Source.LAYOUT, Source.CHART):
                yield slide.number, block


def headlines(deck: Deck) -> Iterator[tuple[int, str]]:
    """Yield the headlines with their slides' numbers."""
    for number, block in texts(deck):
        if block.role is Role.TITLE:
            yield number, " ".join(block.text.split())
