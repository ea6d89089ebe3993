"""Words that are made of two others."""

from __future__ import annotations

from sowhat.language.vocabulary import comes_from_word, is_word

SHORTEST, LEAST = 3, 4  # letters of the first and of the second


def is_compound(word: str, end: str) -> bool:
    """Say whether a word is another with ``end`` behind it: "hotline"."""
    return word.removesuffix("s").endswith(end) and is_word(
        word.removesuffix("s").removesuffix(end)
    )


def is_compounded(word: str) -> bool:
    """Say whether a word, in small letters, is made of two that are in the dictionary as people and
    things are called: "toolsetters", "roundspeople"; not as names are: "vetolino"."""
    if not word.endswith(("s", "people", "side", "wear", "ware", "work", "time")):
        return False
    parts = ((word[:at], word[at:]) for at in range(SHORTEST, len(word) - LEAST + 1))
    return any(comes_from_word(first) and comes_from_word(last) for first, last in parts)
