"""Which words are English words, by the index that the lemmatiser brings (WordNet's)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from sowhat.language.parse import load, pipeline

STEM = 3  # letters of what a word is built from


def is_word(word: str, pos: str | None = None) -> bool:
    """Say whether ``word``, in small letters and in its base form, is in the dictionary.

    ``pos`` is one of noun, verb, adj, adv; None for any. Names of places are among the nouns.
    """
    return any(word in words for kind, words in _index() if pos in (None, kind))


def comes_from_word(word: str) -> bool:
    """Say whether ``word``, in small letters, is in the dictionary or is built from one that is."""
    return word in _irregular() or any(is_word(form) for form in _stems(word))


def is_function_word(word: str) -> bool:
    """Say whether ``word``, in small letters, is an article, a pronoun or the like."""
    from spacy.lang.en.stop_words import STOP_WORDS

    return word in STOP_WORDS


@cache
def _index() -> tuple[tuple[str, frozenset[str]], ...]:
    load()
    lemmatizer: Any = pipeline().get_pipe("lemmatizer")
    table = lemmatizer.lookups.get_table("lemma_index")
    kinds = ("noun", "verb", "adj", "adv")
    return tuple((kind, frozenset(table.get(kind, ()))) for kind in kinds)


@cache
def _irregular() -> frozenset[str]:
    """Return the forms that no ending tells: "bought", "children"."""
    load()
    lemmatizer: Any = pipeline().get_pipe("lemmatizer")
    table = lemmatizer.lookups.get_table("lemma_exc")
    kinds = ("noun", "verb", "adj", "adv")
    return frozenset(word for kind in kinds for word in table.get(kind, ()))


def _stems(word: str) -> Iterator[str]:
    """Yield the word and what it may come from."""
    yield word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            yield word[: len(word) - len(ending)] + instead
            stem = word[: len(word) - len(ending)]
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]
    for lead in _LEADS:
        if word.startswith(lead) and len(word) - len(lead) >= 4:
            yield word[len(lead) :]


_ENDINGS = (
    *((ending, "") for ending in ("s", "es", "ed", "ing", "er", "ers", "ly", "ally", "ness")),
    *((ending, "") for ending in ("able", "ability", "wide", "less", "ful", "ware")),
    *((ending, "e") for ending in ("ed", "ing", "er", "ers", "able")),
    *((ending, "ize") for ending in ("ization", "isation", "ise", "ised", "ising")),
    *(("est", ""), ("est", "e"), ("iest", "y"), ("ier", "y"), ("ied", "y"), ("ily", "y")),
    *(("ies", "y"), ("ility", "le"), ("our", "or"), ("ours", "or"), ("tre", "ter"), ("yse", "yze")),
)
_LEADS = (
    *("re", "un", "pre", "non", "over", "under", "out", "co", "multi", "micro", "sub", "inter"),
    *("auto", "cyber", "mis", "self", "data", "hyper", "super", "bio", "geo", "tele"),
)
