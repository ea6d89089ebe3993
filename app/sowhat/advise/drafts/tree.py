"""A parsed line as a tree of words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from sowhat.model import Sentence, Token

_MARKS = frozenset(".,;:!?…-–—")


@dataclass(frozen=True, slots=True)
class Tree:
    """A line with its parse; numbers are indexes into its tokens."""

    line: str
    sentence: Sentence
    kids: tuple[tuple[int, ...], ...] = field(init=False)

    def __post_init__(self) -> None:
        kids: list[list[int]] = [[] for _ in self.tokens]
        for number, token in enumerate(self.tokens):
            if token.head != number:
                kids[token.head].append(number)
        object.__setattr__(self, "kids", tuple(map(tuple, kids)))

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words and marks."""
        return self.sentence.tokens

    @property
    def last(self) -> int:
        """The last token that is no mark at the end."""
        last = len(self.tokens) - 1
        while last > 0 and self.tokens[last].text in _MARKS:
            last -= 1
        return last

    @property
    def root(self) -> int:
        """The root."""
        return next((i for i, token in enumerate(self.tokens) if token.dep == "ROOT"), 0)

    def child(self, number: int, *deps: str) -> int | None:
        """Return the first child of a token with one of these relations."""
        return next((kid for kid in self.kids[number] if self.tokens[kid].dep in deps), None)

    def below(self, number: int) -> Iterator[int]:
        """Yield a token and all that hangs on it."""
        yield number
        for kid in self.kids[number]:
            yield from self.below(kid)

    def ends(self, number: int) -> tuple[int, int]:
        """Return the first and last token of what hangs on a token, marks at the end left out."""
        under = sorted(self.below(number))
        last = min(under[-1], self.last)
        while last > number and self.tokens[last].text in _MARKS:
            last -= 1
        return under[0], last

    def words(
        self, first: int, last: int, change: Callable[[int], str | None] = lambda _: None
    ) -> str:
        """Return the words from ``first`` to ``last`` as they stand; ``change`` may replace any."""
        parts = []
        for number in range(first, last + 1):
            token = self.tokens[number]
            new = change(number)
            parts.append(token.text if new is None else new)
            if number < last:
                parts.append(self.line[token.end : self.tokens[number + 1].start])
        return " ".join("".join(parts).split())

    def phrase(self, number: int) -> str:
        """Return a token with all that hangs on it, as it stands."""
        return self.words(*self.ends(number))

    def joined(self, number: int) -> bool:
        """Say whether another verb is joined to a verb."""
        return any(
            self.tokens[kid].dep == "conj" and self.tokens[kid].pos in ("VERB", "AUX")
            for kid in self.kids[number]
        )

    def alike(self, number: int) -> Iterator[int]:
        """Yield a verb and the verbs that are joined to it and have no subject of their own."""
        yield number
        for kid in self.kids[number]:
            verb = self.tokens[kid].dep == "conj" and self.tokens[kid].pos in ("VERB", "AUX")
            if verb and self.child(kid, "nsubj", "nsubjpass", "aux", "auxpass") is None:
                yield from self.alike(kid)

    def lemmas(self, within: Iterable[int] | None = None) -> frozenset[str]:
        """Return the lemmas of some tokens, of all by default."""
        numbers = range(len(self.tokens)) if within is None else within
        return frozenset(self.tokens[number].lemma for number in numbers)
