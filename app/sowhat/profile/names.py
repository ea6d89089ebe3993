"""Names in text: how they are cut out, cleaned and compared."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

import msgspec

from sowhat.paths import resources

# A name: capitalised or camel-case words, joined by spaces, "&", "of" and the like.
_REST = r"(?:[\w&+]|[./-](?=\w)|['’](?![sS]\b)(?=\w))*"
WORD = rf"(?:[A-ZÀ-ÖØ-Þ]{_REST}|[a-z]+[A-Z]{_REST}|\d+[A-Z]{_REST}|\.[A-Z]{_REST})"
_SMALL = r"(?:&|of|and|for|the|van|von|der|den|de|del|di|da|do|du|des|la|le)"
NAME = rf"{WORD}(?:[ ](?:{_SMALL}[ ]){{0,2}}{WORD}){{0,4}}"
STOP = r"[|•·:–—\t()\[\]“”\"]|\s-\s|(?<=\w)\.\s|\s@\s|\s\+\s"
BREAK = rf"{STOP}|,\s"
# Endings of ordinary nouns, adjectives and verbs.
_ORDINARY = re.compile(
    r"(?:tion|tions|sion|ment|ments|ness|ity|ities|ance|ence|ency|ship|able|ible|ive|ical|ing|ings"
    r"|ed|ly|ism|ist|ists|logy|graphy|ous|ful|less|ers|ors|ies|ics)$"
)
_PERIOD = re.compile(r"(?:FY|CY|[QH]\d ?)\W?\d{2,4}|[QH]\d")
_INNER = re.compile(r"[a-z][A-Z]")
_LEADS = frozenset({"the", "by", "at", "from", "a", "an", "about", "why", "meet", "introducing"})
_LOOSE = frozenset(("and", "of", "for", "the", "&", "all", "this", "any", "no", "in", "by", "is"))
_BARE = str.maketrans(
    {"ø": "o", "æ": "a", "ł": "l", "ı": "i", "đ": "d", "ß": "s", "Ø": "O", "Ł": "L"}
)
_TRIM = " \t\n.,;:!?|–—-•·()[]“”\"'’®™©@#/&+"


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of ``names.toml``."""

    legal_forms: frozenset[str]
    organisation_words: frozenset[str]
    organisation_ends: frozenset[str]
    common_domains: frozenset[str]
    hosts: frozenset[str]
    endings: frozenset[str]
    second_endings: frozenset[str]
    domain_leads: tuple[str, ...]
    not_names: frozenset[str]
    ordinary: frozenset[str]
    acronyms: frozenset[str]
    technologies: frozenset[str]
    product_words: frozenset[str]
    programs: frozenset[str]
    vendor_properties: frozenset[str]
    customer_properties: frozenset[str]
    offer_headlines: tuple[str, ...]
    foreign_headlines: tuple[str, ...]
    editions: frozenset[str]
    not_products: frozenset[str]
    product_intros: tuple[str, ...]
    deck_words: frozenset[str]
    job_titles: tuple[str, ...]
    chiefs: tuple[str, ...]
    own_things: tuple[str, ...]
    credits: tuple[str, ...]
    makers: dict[str, str]
    brands: dict[str, str]
    vendor_headlines: tuple[str, ...]
    vendor_verbs: tuple[str, ...]
    product_leads: tuple[str, ...]
    customer_leads: tuple[str, ...]
    customer_starts: tuple[str, ...]
    customer_labels: tuple[str, ...]
    leading_words: tuple[str, ...]
    proposal_words: tuple[str, ...]
    organisation_kinds: frozenset[str]
    case_headlines: tuple[str, ...]
    customer_headlines: tuple[str, ...]
    customer_things: tuple[str, ...]
    partner_words: tuple[str, ...]
    file_words: frozenset[str]
    bodies: tuple[str, ...]


@cache
def words() -> Words:
    """Return the word lists, loaded once."""
    path = resources() / "rules" / "names.toml"
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Words)


def one_of(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, the longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def tokens(name: str) -> list[str]:
    """Return the words of a name in small letters."""
    return re.findall(r"\w+", name.lower())


@lru_cache(maxsize=4096)
def clean(name: str) -> str:
    """Return the name without punctuation around it, possessive and legal form."""
    parts = re.sub(r"['’][sS]$", "", _trimmed(" ".join(name.split()))).split(" ")
    while len(parts) > 1 and parts[-1].replace(".", "").strip(_TRIM).lower() in words().legal_forms:
        parts.pop()
    while len(parts) > 1 and parts[0].lower() in _LEADS:
        parts.pop(0)
    while len(parts) > 1 and parts[-1].lower() in _LOOSE:
        parts.pop()
    return _trimmed(" ".join(parts))


def _trimmed(name: str) -> str:
    """Return the name without punctuation around it; a leading dot of a name stays: ".NET"."""
    bare = name.strip(_TRIM)
    return f".{bare}" if bare and f".{bare}" in name and bare[0].isupper() else bare


def unaccented(name: str) -> str:
    """Return a name without accents, as addresses have it."""
    apart = unicodedata.normalize("NFKD", name.translate(_BARE))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """Return what is equal for two ways of writing one name: small letters and digits only."""
    return re.sub(r"[\W_]", "", re.sub(r"\band\b", "", clean(name).lower()))


@lru_cache(maxsize=4096)
def initials(name: str) -> frozenset[str]:
    """Return the first letters of a name's words, with and without "of" and the like."""
    parts = clean(name).split()
    if len(parts) < 2:
        return frozenset()
    letters = [(p if p.isupper() and len(p) < 4 else p[0]).lower() for p in parts]
    main = [one for one, part in zip(letters, parts, strict=True) if part.lower() not in _LOOSE]
    return frozenset(("".join(letters), "".join(main)))


def is_generic(word: str) -> bool:
    """Say whether a word alone names nobody: "overview", "platform", a month, a number."""
    small = word.lower().strip(_TRIM)
    return (
        small in words().not_names
        or small in words().deck_words
        or not re.search("[^\\W\\d]", small)
    )


def is_listed(word: str) -> bool:
    """Say whether a word is generic or one of those of every day."""
    small = word.lower().strip(_TRIM)
    listed = small in words().ordinary or small.removesuffix("s") in words().ordinary
    return is_generic(word) or listed


def is_ordinary(word: str) -> bool:
    """Say whether a word is one of every day: listed, or built like an ordinary noun or verb."""
    built = _INNER.search(word) is None and _ORDINARY.search(word.lower().strip(_TRIM)) is not None
    return is_listed(word) or built


def is_name(name: str) -> bool:
    """Say whether ``name`` could be an organisation's or a product's."""
    parts = name.split()
    if not 1 <= len(parts) <= 6 or len(key(name)) < 2 or not re.search(r"[^\W\d]{2}", name):
        return False
    if name[0].isdigit() and len(parts) == 1 and not re.search(r"[A-Z]", name):
        return False
    if name.lower() in words().not_names or _PERIOD.fullmatch(name):
        return False
    empty = words().acronyms | words().legal_forms
    return not all(is_generic(part) or part.lower().strip(_TRIM) in empty for part in parts)


def core(piece: str) -> str | None:
    """Return the name with which a line of a title or a footer begins, e.g. "Acme Overview 2024",
    None where it begins with none."""
    parts: list[str] = []
    for part in piece.split():
        if part.lower().strip(_TRIM) in words().deck_words and parts:
            break
        parts.append(part)
    while parts and is_generic(parts[-1]):
        parts.pop()
    while parts and (is_generic(parts[0]) or re.fullmatch(r"[A-Z]?[a-z]+ing", parts[0])):
        parts.pop(0)
    match = re.match(rf"{NAME}(?!\w)", _trimmed(" ".join(parts)))
    return match.group() if match else None
