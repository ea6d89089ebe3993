"""Forms of English words: agreement, articles, capitals."""

from __future__ import annotations

import re

from sowhat.language import is_word
from sowhat.model import Token

_IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_DONE = {"build": "built", "make": "made", "set": "set", "sell": "sold"}
_HISSING = re.compile(r"(?:s|x|z|ch|sh)$")
_VOWEL_LETTERS = re.compile(r"[AEFHILMNORSX](?=[A-Z0-9]|\b)")
_NOT_VOWEL = re.compile(r"(?:uni(?!n|m)|use|usu|usa|uti|euro|one|once|ubi|u-|eu\b)", re.IGNORECASE)
_MUTE = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_EN_S = re.compile(r"[^sui]s$")
_PLURALS = frozenset({"people", "staff", "men", "women", "children", "they", "we", "you", "police"})


def third(base: str) -> str:
    """Return the form of a verb after "it"."""
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    if _HISSING.search(base):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def participle(base: str) -> str:
    """Return the form of a verb after "have"."""
    if base in _DONE:
        return _DONE[base]
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if base.endswith("y") and base[-2] not in "aeiou" else base + "ed"


def form(token: Token) -> str:
    """Return which form of its verb a token is: base, third, ing or past."""
    word, lemma = token.lower, token.lemma
    if word == lemma:
        return "base"
    if word == third(lemma):
        return "third"
    return "ing" if word.endswith("ing") else "past"


def plural(noun: Token) -> bool:
    """Say whether a noun or a pronoun stands in the plural."""
    if noun.lower in _PLURALS:
        return True
    if noun.lower == noun.lemma:  # the lemmatiser does not know "audits"
        return (
            noun.pos == "NOUN" and _EN_S.search(noun.lower) is not None and not is_word(noun.lower)
        )
    return noun.lower.endswith("s")


def article_fits(article: str, word: str) -> bool:
    """Say whether "a" or "an" is right before ``word``."""
    return (article.casefold() == "an") == _begins_with_vowel(word)


def _begins_with_vowel(word: str) -> bool:
    letters = re.split(r"[-/]", word)[0]
    if len(letters) <= 4 and letters.isupper() and letters.isalpha():
        return bool(_VOWEL_LETTERS.match(letters))
    if _NOT_VOWEL.match(word):
        return False
    return bool(_MUTE.match(word) or re.match(r"[aeiou8]|11\b|18\b", word, re.IGNORECASE))


def capital(words: str) -> str:
    """Return ``words`` with a capital at the start."""
    return words[:1].upper() + words[1:]
