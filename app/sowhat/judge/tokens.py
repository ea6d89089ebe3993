"""Passages as numbers: the only place that knows the encoder's vocabulary."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sowhat.judge.passages import Part, Passage

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MOST_AROUND, MOST_TITLE, MOST = 64, 40, 192  # tokens
_OWN = -1  # owner of tokens that belong to no block


@dataclass(frozen=True, slots=True)
class Tokens:
    """A passage's tokens; all four are of one length.

    ``ids`` are places in the vocabulary; ``types`` 0 for what stands around the slide, 1 for its
    own words; ``owners`` the index of the block each token belongs to, -1 for none; ``sizes`` the
    type's size in doublings of the slide's usual one.
    """

    ids: tuple[int, ...]
    types: tuple[int, ...]
    owners: tuple[int, ...]
    sizes: tuple[float, ...]


@cache
def tokenizer(path: Path) -> Tokenizer:
    """Load the vocabulary in ``path`` (the tokenizers library's own JSON)."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")  # the library brings a client that must not ask
    from tokenizers import Tokenizer

    loaded = Tokenizer.from_file(str(path))
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def tokens(passage: Passage, vocabulary: Tokenizer) -> Tokens:
    """Cut ``passage`` into tokens: [CLS] around [SEP] titles [SEP] block ; block … [SEP]."""
    start, end, comma = (int(vocabulary.token_to_id(one) or 0) for one in ("[CLS]", "[SEP]", ";"))
    around = vocabulary.encode(passage.around.text, add_special_tokens=False).ids[:MOST_AROUND]
    own = [*_cut(passage.titles, vocabulary, comma)][:MOST_TITLE]
    own.append((end, own[-1][1] if own else _OWN, 0.0))
    room = MOST - len(around) - len(own) - 3
    own += [*_cut(passage.body, vocabulary, comma)][:room]
    own.append((end, _OWN, 0.0))
    head = (start, *around, end)
    ids, owners, sizes = zip(*own, strict=True)
    return Tokens(
        ids=(*head, *ids),
        types=(0,) * len(head) + (1,) * len(own),
        owners=(_OWN,) * len(head) + owners,
        sizes=(0.0,) * len(head) + sizes,
    )


def _cut(
    parts: Sequence[Part], vocabulary: Tokenizer, comma: int
) -> Iterator[tuple[int, int, float]]:
    for part in parts:
        for number in (*vocabulary.encode(part.text, add_special_tokens=False).ids, comma):
            yield number, part.block, part.size
