"""Whether a text is English."""

from __future__ import annotations

import re
from functools import lru_cache

from sowhat.check.names import unknown
from sowhat.language.vocabulary import is_function_word
from sowhat.rules.check import foreign_words


@lru_cache(maxsize=4096)
def is_foreign(text: str) -> bool:
    """Say whether a text has more words of other languages than of English, names apart: a line's
    first word counts where it is a small one."""
    found = re.findall(r"[^\W\d_]+", text)
    said = [word for word in found if word.islower()]
    said += [word.casefold() for word in found[:1] if word.casefold() in foreign_words()]
    foreign = sum((w in foreign_words() and not is_function_word(w)) or unknown(w) for w in said)
    return 2 * foreign > len(said)
