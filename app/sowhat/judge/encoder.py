"""The text model.

A small encoder (MiniLM, trained for this; see the card in ``packaging/model``) reads a slide's
passage. Each token has a share and a say of its own, and the slide's logits are their sum; so what
a block brings to the verdict is what its tokens bring.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sowhat.judge.passages import Passage
from sowhat.judge.session import session
from sowhat.judge.tokens import Tokens, tokenizer, tokens

Array = NDArray[np.float32]

MOST_KEPT = 4096  # passages whose readings are kept: a deck judged anew costs nothing


@dataclass(frozen=True, slots=True)
class BlockReading:
    """What one block brings: its share of the slide (0 to 1), and its own logits of the stances."""

    block: int
    share: float
    stances: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model makes of a slide: logits of stances and motifs, and what each block brings."""

    stances: tuple[float, ...]
    motifs: tuple[float, ...]
    blocks: tuple[BlockReading, ...] = ()


class Encoder:
    """A trained encoder; loads when it is first asked."""

    def __init__(self, path: Path, vocabulary: Path) -> None:
        self.path = path
        self._vocabulary = vocabulary
        self._known: dict[Passage, Reading] = {}
        self._lock = Lock()  # it serves one caller at a time

    @cached_property
    def _session(self) -> Any:
        return session(self.path)

    def fresh(self) -> Encoder:
        """Return one like this that has read nothing yet."""
        return Encoder(self.path, self._vocabulary)

    def load(self) -> None:
        """Load model and vocabulary now, so that the first deck need not wait for them."""
        with self._lock:
            tokenizer(self._vocabulary)
            _ = self._session

    def read(self, passages: Sequence[Passage]) -> list[Reading]:
        """Return what the model makes of each passage."""
        with self._lock:
            return self._readings(passages)

    def _readings(self, passages: Sequence[Passage]) -> list[Reading]:
        fresh = [passage for passage in dict.fromkeys(passages) if passage not in self._known]
        if len(self._known) + len(fresh) > MOST_KEPT:
            self._known.clear()
            fresh = list(dict.fromkeys(passages))
        words = tokenizer(self._vocabulary)
        for passage in fresh:
            self._known[passage] = self._read(tokens(passage, words))
        return [self._known[passage] for passage in passages]

    def _read(self, one: Tokens) -> Reading:
        """Read one slide by itself: others beside it would change how its numbers are rounded."""
        given = {
            "ids": np.array([one.ids], np.int64),
            "mask": np.ones((1, len(one.ids)), np.int64),
            "types": np.array([one.types], np.int64),
            "sizes": np.array([one.sizes], np.float32),
        }
        shares, stances, motifs = self._session.run(["shares", "stances", "motifs"], given)
        return _reading(one, shares[0], stances[0], motifs[0])


def _reading(one: Tokens, shares: Array, stances: Array, motifs: Array) -> Reading:
    said = shares[:, None] * stances
    owners = np.array(one.owners)
    blocks = []
    for block in dict.fromkeys(one.owners):
        own = owners == block
        share = float(shares[own].sum())
        if block >= 0 and share > 0:
            logits = said[own].sum(axis=0) / share
            blocks.append(BlockReading(block, share, _plain(logits)))
    return Reading(
        _plain(said.sum(axis=0)),
        _plain((shares[:, None] * motifs).sum(axis=0)),
        tuple(blocks),
    )


def _plain(values: Array) -> tuple[float, ...]:
    return tuple(round(float(value), 4) for value in values)
