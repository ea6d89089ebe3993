"""Single lines, each parsed as one sentence, for who rewrites them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sowhat.language.parse import pipeline, reading, sentences_of
from sowhat.model import Sentence


def parse_lines(texts: Sequence[str]) -> tuple[Sentence | None, ...]:
    """Parse each text as one sentence, whatever marks it holds; None where it has no words.

    Names are not looked for.
    """
    return _parsed(tuple(texts)) if texts else ()


@lru_cache(maxsize=8)  # a deck is advised upon anew with each decision of the user's
def _parsed(texts: tuple[str, ...]) -> tuple[Sentence | None, ...]:
    nlp = pipeline()
    with reading():
        docs = [nlp.make_doc(text) for text in texts]
        for doc in docs:
            for token in doc:
                token.is_sent_start = token.i == 0
        parsed = list(nlp.pipe(docs, batch_size=256, disable=["ner"]))
    found = (sentences_of(doc, text) for doc, text in zip(parsed, texts, strict=True))
    return tuple(sentences[0] if sentences else None for sentences in found)
