"""Names in single lines, as the language model sees them."""

from __future__ import annotations

from collections.abc import Sequence

from sowhat.language.parse import pipeline, reading
from sowhat.model import Name


def names(texts: Sequence[str]) -> tuple[tuple[Name, ...], ...]:
    """Return the names in each text. On fragments half of the companies are missed."""
    nlp = pipeline()
    with reading():
        docs = list(nlp.pipe(texts))
    return tuple(
        tuple(Name(one.label_, one.start_char, one.end_char) for one in doc.ents) for doc in docs
    )
