"""The check of a model's lines: nothing that the slide does not say, and not the vendor's voice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sowhat.advise.drafts.check import sound
from sowhat.drafting.request import Request
from sowhat.drafting.rules import limits
from sowhat.errors import EndpointError
from sowhat.language import is_function_word, is_word, parse_lines
from sowhat.model import Sentence, Token
from sowhat.rules.drafts import load_drafts

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,'’ ]\d+)*|[^\W\d_]+")
_MONEY = re.compile(r"[$€£¥₹]")
_BLANKS = re.compile(r"_{2,}")
_CONTENT = ("NOUN", "VERB", "ADJ", "PROPN")
_STEM = 4  # letters of a word that others are formed from
_ACTING = ("nsubj", "nsubjpass", "agent")
_WE = frozenset({"we", "us", "our", "ours"})
_YOU = frozenset({"you", "your", "yours"})


def check(drafted: Sequence[str], request: Request) -> None:
    """Raise ``EndpointError`` where one of these lines, names restored, is no good draft.

    ``drafted`` are held against all lines of the slide and the names that are known. The reason is
    language, unsound, numbers, names, vendor-subject or off-topic.
    """
    given = _Given(request)
    parsed = parse_lines([_BLANKS.sub("it", line) for line in drafted])
    read = [one for one in parsed if one is not None]
    if len(read) < len(drafted) or not given.english(read):
        raise EndpointError("language")
    for line, sentence in zip(drafted, read, strict=True):
        if not line.isprintable() or not sound(line):
            raise EndpointError("unsound")
        if number := next(given.new_numbers(line), None):
            raise EndpointError("numbers", detail=number)
        if name := next(given.new_names(sentence), None):
            raise EndpointError("names", detail=name)
        if given.ours(sentence):
            raise EndpointError("vendor-subject")
        if not given.told(sentence):
            raise EndpointError("off-topic")


class _Given:
    """What the slide says, as far as the model was told."""

    def __init__(self, request: Request) -> None:
        profile = request.profile
        lines = (*request.lines, request.headline)
        ours = (*profile.vendor.names, *profile.products)
        theirs = profile.customer.names
        self._facts = frozenset(number for line in lines for number in numbers(line))
        self._words = _words((*lines, *ours, *theirs))
        self._ours = _words(ours) - _words(theirs)
        self._theirs = _words(theirs) | _YOU
        found = (one for one in parse_lines([line for line in lines if line]) if one)
        self._lemmas = frozenset(token.lemma for one in found for token in one.tokens)

    def english(self, read: Iterable[Sentence]) -> bool:
        """Say whether most words that are not the slide's are English ones."""
        words = [t for one in read for t in one.tokens if t.text.isalpha()]
        new = [t for t in words if t.lower not in self._words]
        return sum(map(_is_english, new)) >= limits().english * len(new)

    def new_numbers(self, line: str) -> Iterator[str]:
        """Yield the numbers that the slide does not have, or counts something else with."""
        for (value, unit), said in numbers(line).items():
            known = self._facts if unit else {(number, "") for number, _ in self._facts}
            if (value, unit) not in known:
                yield said

    def new_names(self, sentence: Sentence) -> Iterator[str]:
        """Yield the words with a capital that the slide does not have."""
        for at, token in enumerate(sentence.tokens):
            known = token.lower in self._words or not token.text[:1].isupper()
            if not known and not (at == 0 and (_is_english(token))) and token.text != "I":
                yield token.text

    def ours(self, sentence: Sentence) -> bool:
        """Say whether the vendor, or a thing of its own, still acts."""
        return any(
            self._is_ours(sentence, at)
            for at, token in enumerate(sentence.tokens)
            if token.dep in _ACTING
        )

    def told(self, sentence: Sentence) -> bool:
        """Say whether enough of what a line says is the slide's."""
        said = [t for t in sentence.tokens if t.pos in _CONTENT and not is_function_word(t.lower)]
        known = [token for token in said if self._has(token)]
        return bool(known) and len(known) >= limits().told * len(said)

    def _has(self, token: Token) -> bool:
        """Say whether the slide has a word, or one that begins with it: "book" in "booking"."""
        if token.lemma in self._lemmas or token.lower in self._words:
            return True
        long = len(token.lemma) >= _STEM
        return long and any(word.startswith(token.lemma) for word in self._words)

    def _is_ours(self, sentence: Sentence, subject: int) -> bool:
        under = {token.lower for token in _below(sentence.tokens, subject)}
        if under & self._theirs:
            return False
        tool = sentence.tokens[subject].lemma in load_drafts().nouns["tools"] - {"it"}
        return tool or bool(under & (self._ours | _WE))


def numbers(line: str) -> dict[tuple[str, str], str]:
    """Return the numbers of a line, each with what it counts, and as they stand."""
    found = {}
    counted = 0  # where the unit of the last number ends: "million" is no number of its own there
    for match in _NUMBER.finditer(line):
        said = match.group()
        value = _value(said)
        if value is None or match.start() < counted:
            continue
        unit = _units().match(line, match.end())
        counted = unit.end() if unit else match.end()
        money = _MONEY.search(line[max(match.start() - 2, 0) : match.start()])
        counts = _unit_names()[unit.group(1).casefold()] if unit else ""
        found[value, f"{money.group() if money else ''}{counts}"] = said
    return found


def _value(said: str) -> str | None:
    if said[0].isdigit():
        return re.sub(r"[,'’ ]", "", said)
    return limits().numbers.get(said.casefold())


@cache
def _unit_names() -> dict[str, str]:
    return {spelt: unit for unit, all_ in limits().units.items() for spelt in all_}


@cache
def _units() -> re.Pattern[str]:
    spelt = sorted(_unit_names(), key=len, reverse=True)
    return re.compile(rf"[\s-]?({'|'.join(map(re.escape, spelt))})(?!\w)", re.IGNORECASE)


def _words(lines: Iterable[str]) -> frozenset[str]:
    """Return the words of lines in small letters, each also without what hangs on its hyphens."""
    found = (word.casefold() for line in lines for word in _WORD.findall(line))
    return frozenset(part for word in found for part in (word, *re.split(r"[-'’]", word)) if part)


def _is_english(token: Token) -> bool:
    return is_function_word(token.lower) or is_word(token.lemma) or is_word(token.lower)


def _below(tokens: Sequence[Token], head: int) -> Iterator[Token]:
    """Yield a token and all that hangs on it."""
    yield tokens[head]
    for number, token in enumerate(tokens):
        if token.head == head and number != head:
            yield from _below(tokens, number)
