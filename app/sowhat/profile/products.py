"""The products that a deck names: never an ordinary word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sowhat.model import Party
from sowhat.profile import addresses
from sowhat.profile.evidence import Evidence
from sowhat.profile.names import (
    NAME,
    WORD,
    clean,
    is_generic,
    is_name,
    is_ordinary,
    key,
    one_of,
    words,
)
from sowhat.profile.witnesses import headlines

MOST = 5
SLIDES = 3  # in so many headlines a plain name must stand, on so many slides a maker's brand
_CAMEL = re.compile(r"^[A-Z]?[a-z]+[A-Z]\w*$")
_MARKED = re.compile(rf"({NAME})\s?[™®]")
_NAMES = re.compile(NAME)


def find(evidence: Evidence, vendor: Party, customer: Party) -> tuple[str, ...]:
    """Return up to five product names, those on most slides first."""
    taken = {key(name) for name in (*vendor.names, *customer.names)}
    counted: Counter[str] = Counter()
    for name in dict.fromkeys(_candidates(evidence, vendor)):
        if is_name(name) and key(name) not in taken:
            taken.add(key(name))
            counted[name] = evidence.index.uses(name).slides
    return tuple(name for name, _ in counted.most_common(MOST))


def _candidates(evidence: Evidence, vendor: Party) -> Iterator[str]:
    yield from (clean(name) for name in _marked(evidence))
    yield from _beside(evidence, vendor)
    yield from _owned(evidence, vendor)
    yield from _shown(evidence)
    yield from _camel(evidence)
    yield from _plain(evidence)


def _marked(evidence: Evidence) -> list[str]:
    texts = [text for text in evidence.slides if "™" in text or "®" in text]
    return _MARKED.findall("\n".join(texts))


def _beside(evidence: Evidence, vendor: Party) -> Iterator[str]:
    """Yield what follows the vendor's name, or a brand of the vendor's, said twice."""
    brands = [brand for brand, owner in words().brands.items() if owner in vendor.names]
    if not vendor.names:
        return
    for brand in brands:
        shown = re.search(rf"(?<!\w)(?i:{re.escape(brand)})(?!\w)", evidence.whole)
        if shown and evidence.index.uses(shown.group()).slides >= SLIDES:
            yield shown.group()
    first = one_of((*vendor.names, *brands))
    pattern = re.compile(rf"(?<!\w)((?i:{first})(?: (?:{WORD}|\d[\d:./-]*\d)){{1,4}})")
    for name, count in Counter(_ended(pattern.findall(evidence.whole))).items():
        if count > 1 and not name.isupper():
            yield name


def _ended(names: list[str]) -> Iterator[str]:
    """Cut names where words begin that name no product."""
    for name in names:
        parts = name.split()
        while parts and parts[-1].lower() in words().deck_words:
            parts.pop()
        kind = len(parts) > 1 and parts[-1].lower() in words().product_words
        plain = (is_generic(p) or p.lower() in words().organisation_words for p in parts[1:])
        if kind or not all(plain):
            yield clean(" ".join(parts))


def _shown(evidence: Evidence) -> Iterator[str]:
    """Yield the names of several words that the title slide shows and many slides repeat."""
    for line, _ in evidence.opening:
        several = 1 < len(line.split()) < 6 and re.fullmatch(NAME, line)
        if several and line in evidence.furniture and not _common(line):
            yield line


def _owned(evidence: Evidence, vendor: Party) -> Iterator[str]:
    """Yield what has a page of its own on the vendor's site and heads slides."""
    for step, domain in addresses.paths(evidence).items():
        if any(addresses.belongs(domain, name) for name in vendor.names):
            heads = re.findall(rf"\b(?i:{step})\b", "\n".join(evidence.titles))
            yield from heads[:1] if len(heads) > 1 and not is_ordinary(step) else ()


def _camel(evidence: Evidence) -> Iterator[str]:
    """Yield words with a capital inside, on three slides or in a headline."""
    titles = "\n".join(evidence.titles)
    for word in dict.fromkeys(evidence.index.words):
        mixed = not word.islower() and not word.istitle()
        if mixed and _CAMEL.match(word) and not _common(word):
            uses = evidence.index.uses(word)
            if uses.slides > 2 or re.search(rf"\b{re.escape(word)}\b", titles):
                yield word


def _plain(evidence: Evidence) -> Iterator[str]:
    """Yield plain names that head several slides and stand with a capital inside sentences."""
    heads = Counter(
        n for title in dict.fromkeys(evidence.titles) for n in dict.fromkeys(_NAMES.findall(title))
    )
    asked = {clean(name) for name, _ in headlines(evidence)}
    for name, count in heads.items():
        single = clean(name)
        uses = evidence.index.uses(single)
        often = count >= SLIDES or single in asked
        if often and uses.inside > 1 and uses.small == 0 and not _common(single):
            yield single


def _common(name: str) -> bool:
    """Say whether a name is an ordinary word, an acronym or what everybody builds with."""
    lists = words()
    listed = lists.acronyms | lists.technologies
    if name.lower() in listed or (name.isupper() and len(name) < 5):
        return True
    return all(is_ordinary(part) for part in name.split())
