"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

SEVERAL = 150  # characters of a text that may hold more than one
_ENDS = re.compile(r"(?<=[.!?;])\s+|\n+")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the characters of each sentence of a text; what is abbreviated ends one, too. A short
    text is one."""
    if len(text) <= SEVERAL:
        yield 0, len(text)
        return
    start = 0
    for match in _ENDS.finditer(text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def sentence_around(text: str, at: int) -> tuple[int, int]:
    """Return the characters of the sentence in which the character ``at`` stands."""
    return next((one for one in sentences(text) if at < one[1]), (0, len(text)))
