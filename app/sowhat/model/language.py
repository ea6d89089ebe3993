"""What the language pass found in the words of a deck."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark: characters ``start:end`` of its block; ``pos`` and ``dep`` as in Universal
    Dependencies and spaCy's English scheme; ``head`` is the index of its head in the sentence."""

    text: str
    lower: str
    lemma: str
    pos: str
    dep: str
    head: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name that the language model sees: characters ``start:end`` of the block.

    ``kind`` is its entity label (PERSON, ORG, GPE, DATE, MONEY, …) as in OntoNotes 5.
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or fragment of one block.

    ``subject`` and ``verb`` are indexes into ``tokens`` of the main clause's subject and verb, None
    where there is none.
    """

    tokens: tuple[Token, ...]
    subject: int | None = None
    verb: int | None = None
    names: tuple[Name, ...] = ()

    @property
    def start(self) -> int:
        """The first character in the block."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """The character after the last one in the block."""
        return self.tokens[-1].end


@dataclass(frozen=True, slots=True)
class ParsedSlide:
    """Sentences by block: ``blocks[i]`` is of ``slide.blocks[i]``, ``notes[i]`` of its notes."""

    blocks: tuple[tuple[Sentence, ...], ...] = ()
    notes: tuple[tuple[Sentence, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedDeck:
    """The parsed slides in order; ``english`` is false where the words were not judged, ``late``
    counts texts for which there was no time."""

    slides: tuple[ParsedSlide, ...]
    english: bool = True
    late: int = 0
