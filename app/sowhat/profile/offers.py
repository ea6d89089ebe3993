"""Where a deck names what is sold: beside the vendor, in headlines, in lists, with a mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

from sowhat.model import Party
from sowhat.profile import addresses
from sowhat.profile.evidence import Evidence
from sowhat.profile.listings import common, ended, listed, numbered, rowed
from sowhat.profile.names import (
    NAME,
    WORD,
    clean,
    is_generic,
    is_ordinary,
    one_of,
    words,
)
from sowhat.profile.witnesses import headlines

SLIDES = 3  # in so many headlines a plain name must stand, on so many slides a maker's brand
_CAMEL = re.compile(r"^[A-Z]?[a-z]+[A-Z]\w*$")
_MARKED = re.compile(rf"({NAME})\s?[™®]")
_NAMES = re.compile(NAME)

Source = Callable[[Evidence, Party], Iterator[str]]


def marked(evidence: Evidence, _: Party) -> Iterator[str]:
    """Yield what carries a trade mark's sign."""
    texts = [text for text in evidence.slides if "™" in text or "®" in text]
    yield from map(_led, _MARKED.findall("\n".join(texts)))


def _led(name: str) -> str:
    """Return the name without the everyday words before it: "Our Flow" is Flow."""
    parts = name.split()
    while len(parts) > 1 and is_generic(parts[0]):
        parts.pop(0)
    return " ".join(parts)


def beside(evidence: Evidence, vendor: Party) -> Iterator[str]:
    """Yield what follows the vendor's name, or a brand of the vendor's, said twice."""
    if not vendor.names:
        return
    brands = [brand for brand, owner in words().brands.items() if owner in vendor.names]
    for brand in brands:
        shown = re.search(rf"(?<!\w)(?i:{re.escape(brand)})(?!\w)", evidence.whole)
        if shown and evidence.index.uses(shown.group()).slides >= SLIDES:
            yield shown.group()
    first = one_of((*vendor.names, *_stems(vendor), *brands))
    pattern = re.compile(rf"(?<!\w)((?i:{first})(?: (?:{WORD}|\d[\d:./-]*\d)){{1,4}})")
    heads = "\n".join((*evidence.titles, *(line for line, _ in evidence.opening))).lower()
    for name, count in Counter(ended(pattern.findall(evidence.whole))).items():
        telling = _distinct(name) or count > 2 or name.lower() in heads
        if count > 1 and not name.isupper() and telling:
            yield name


def _distinct(name: str) -> bool:
    """Say whether a name of several words has a telling one, or ends as products' names do."""
    parts = name.split()
    return parts[-1].lower() in words().product_words or not all(map(is_ordinary, parts[1:]))


def _stems(vendor: Party) -> Iterator[str]:
    """Yield the vendor's names without what says its kind: Acme of Acme Labs."""
    for name in vendor.names:
        first, _, rest = name.partition(" ")
        kinds = rest and all(part.lower() in words().organisation_words for part in rest.split())
        if kinds and not is_ordinary(first):
            yield first


def owned(evidence: Evidence, vendor: Party) -> Iterator[str]:
    """Yield what has a page of its own on the vendor's site and heads slides."""
    for step, domain in addresses.paths(evidence).items():
        if any(addresses.belongs(domain, name) for name in vendor.names):
            heads = re.findall(rf"\b(?i:{step})\b", "\n".join(evidence.titles))
            yield from heads[:1] if len(heads) > 1 and not is_ordinary(step) else ()


def shown(evidence: Evidence, _: Party) -> Iterator[str]:
    """Yield the names of several words that the title slide shows and many slides repeat."""
    for line, _title in evidence.opening:
        several = 1 < len(line.split()) < 6 and re.fullmatch(NAME, line)
        if several and line in evidence.furniture and not common(line):
            yield line


@cache
def _intro() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[.!?:\n]\s*|\b)(?i:{one_of(words().product_intros)}) ({NAME})")


def introduced(evidence: Evidence, _: Party) -> Iterator[str]:
    """Yield what is introduced and named again: "Introducing Flow"."""
    for text in (*evidence.titles, *(line for line, _ in evidence.opening)):
        for name in map(_led, _intro().findall(text)):
            if not common(name) and evidence.index.uses(clean(name)).named > 1:
                yield name


def camel(evidence: Evidence, _: Party) -> Iterator[str]:
    """Yield words with a capital inside, on three slides or in a headline, and not only where
    others are named."""
    titles = "\n".join(evidence.titles)
    for word in dict.fromkeys(evidence.index.words):
        mixed = not word.islower() and not word.istitle()
        if mixed and _CAMEL.match(word) and not common(word):
            if not evidence.index.slides(word.lower()) - evidence.foreign:
                continue
            uses = evidence.index.uses(word)
            alone = word[0].isupper() and uses.slides > 1 and f"\n{word}\n" in evidence.whole
            if alone or uses.slides > 2 or re.search(rf"\b{re.escape(word)}\b", titles):
                yield word


def plain(evidence: Evidence, _: Party) -> Iterator[str]:
    """Yield plain names that head several slides and stand with a capital inside sentences."""
    heads = Counter(
        n for title in dict.fromkeys(evidence.titles) for n in dict.fromkeys(_NAMES.findall(title))
    )
    asked = {clean(name) for name, _ in headlines(evidence)}
    for name, count in heads.items():
        single = clean(name)
        uses = evidence.index.uses(single)
        often = count >= SLIDES or single in asked
        if often and uses.inside > 1 and uses.small == 0 and not common(single):
            yield single


SOURCES: tuple[Source, ...] = (
    marked,
    beside,
    rowed,
    owned,
    shown,
    introduced,
    listed,
    numbered,
    camel,
    plain,
)
