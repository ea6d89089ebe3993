"""What an organisation is called for short: the letters that a deck puts beside its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from sowhat.profile.names import clean, unaccented, words

LEAST = 2  # capitals of an abbreviation
MOST = 7  # letters
FEWEST = 3  # letters that spell a name where no bracket says so
SEVERAL = 2  # words of a name that letters can spell
_SMALL = frozenset(
    (
        *("of", "the", "and", "for", "de", "la", "du", "der", "die", "und", "van", "von", "do"),
        *("da", "dos", "das", "di", "del", "della", "el", "los", "les", "le", "het", "den", "et"),
        *("e", "y", "og", "och"),
    )
)
_PART = re.compile(r"\d+|[^\W\d_]+")
_LOUD = re.compile(rf"(?<![\w.@/])[A-ZÀ-Þ]{{{FEWEST},{MOST}}}(?!\w)")
_LETTERS = rf"[“\"']?(?P<letters>[A-ZÀ-Þ][\w&.-]{{1,{MOST - 1}}})[”\"']?"


def abbreviations(names: Iterable[str], texts: Iterable[str]) -> tuple[str, ...]:
    """Return what ``texts`` put in brackets behind one of ``names``: "Globex Foods Ltd (GFL)"."""
    listed = tuple(dict.fromkeys(name for name in map(clean, names) if name))
    if not listed:
        return ()
    pattern = _beside(listed)
    found = (
        match.group("letters") for text in texts if "(" in text for match in pattern.finditer(text)
    )
    return tuple(dict.fromkeys(letters for letters in found if _is_short(letters)))


@cache
def _beside(names: tuple[str, ...]) -> re.Pattern[str]:
    said = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    forms = "|".join(re.escape(form) for form in sorted(words().legal_forms, key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?i:{said})(?:,?\s+(?i:{forms})\b\.?){{0,2}}\.?\s*\(\s*(?i:the\s+)?{_LETTERS}\s*\)"
    )


def _is_short(letters: str) -> bool:
    return sum(letter.isupper() for letter in letters) >= LEAST


def spelling(names: Iterable[str], texts: Iterable[str]) -> tuple[str, ...]:
    """Return the words in capitals of ``texts`` that may stand for one of ``names``."""
    patterns = [pattern for pattern in map(spelt, dict.fromkeys(names)) if pattern]
    if not patterns:
        return ()
    loud = dict.fromkeys(word for text in texts for word in _LOUD.findall(text))
    return tuple(
        word for word in loud if any(p.fullmatch(unaccented(word.casefold())) for p in patterns)
    )


@cache
def spelt(name: str) -> re.Pattern[str] | None:
    """Return what matches letters, in small ones, that spell a name of several words: the first of
    each word, others between in their order; small words, a legal form and the last of four words
    may be left out, and a number has any letter: "BRRA" is the Blackwater Ridge Regional Airport
    Authority, "PNBC" the Pier 19 Brewing Company."""
    parts = _PART.findall(unaccented(name.casefold()))
    forms = set(map(unaccented, words().legal_forms))
    said, needed = "", 0
    for at, part in enumerate(parts):
        if part.isdigit():
            said += r"[a-z\d]?"
            continue
        letters = re.escape(part[0]) + "".join(f"{re.escape(letter)}?" for letter in part[1:])
        formal = needed >= SEVERAL - (len(part) == 1) and (part in forms or len(part) == 1)
        spared = formal or part in _SMALL or (at == len(parts) - 1 and needed >= FEWEST)
        needed += not formal and part not in _SMALL
        said += f"(?:{letters})?" if spared else letters
    return re.compile(rf"(?=.{{{FEWEST}}}){said}") if needed >= SEVERAL else None
