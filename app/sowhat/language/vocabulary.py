"""Which words are English words, by the index that the lemmatiser brings (WordNet's)."""

from __future__ import annotations

from functools import cache
from typing import Any

from sowhat.language.parse import load, pipeline


def is_word(word: str, pos: str | None = None) -> bool:
    """Say whether ``word``, in small letters and in its base form, is in the dictionary.

    ``pos`` is one of noun, verb, adj, adv; None for any. Names of places are among the nouns.
    """
    return any(word in words for kind, words in _index() if pos in (None, kind))


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
