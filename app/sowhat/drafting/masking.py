"""Names as tokens: what is sent holds ``{Vendor}`` for a name, what comes back gets it again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sowhat.language import is_function_word, is_word, names
from sowhat.model import Profile

_KINDS = {
    "PERSON": "Person",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
    "ORG": "Organisation",
}
_ADDRESS = re.compile(
    r"\S+@\S+\.\w+|(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|eu)\b"
)
_EDGES = re.compile(r"^(?:the\s+|\W+)|(?:['’]s|\W+)$", re.IGNORECASE)
_CAPITAL = re.compile(r"(?<![\w’'-])[A-Z][a-z]+[^\W\d_]*(?![\w-])")
_ENDINGS = ("s", "es", "ies", "ed", "ing", "er", "est", "ly")
_TOKEN = re.compile(r"\{[^{}]*\}")
_BARE = re.compile(r"\b[A-Z][a-z]+\d+\b")
_BRACE = re.compile(r"[{}]")
_ROUND = str.maketrans("{}", "()")
_FEWEST, _LONG = 2, 4  # letters of a name, and of one that is looked for within words
_OURS = ("{Vendor}", "{Product")


@dataclass(frozen=True, slots=True)
class Mask:
    """Tokens, in braces, with the names that they stand for. An empty mask changes nothing."""

    names: Mapping[str, str] = field(default_factory=dict)
    _groups: Mapping[str, str] = field(default_factory=dict)
    _pattern: re.Pattern[str] | None = None

    @classmethod
    def of(cls, profile: Profile, lines: Sequence[str], also: Iterable[str]) -> Mask:
        """Make tokens for the names of the parties, for more given ones, and for those that the
        language model and the forms of addresses show in ``lines``."""
        known: dict[str, tuple[str, str]] = {}
        for token, name in (*_given(profile), *_numbered(also, lines)):
            plain = " ".join(name.split())
            if sum(map(str.isalnum, plain)) >= _FEWEST:
                known.setdefault(plain.casefold(), (token, plain))
        longest = sorted(known.values(), key=lambda one: -len(one[1]))
        groups = {f"n{at}": one for at, one in enumerate(longest)}
        parts = (f"(?P<{group}>{_spelt(name)})" for group, (_, name) in groups.items())
        pattern = re.compile("|".join(parts)) if groups else None
        shown: dict[str, str] = {}
        for token, name in known.values():
            shown.setdefault(token, name)
        return cls(shown, {group: token for group, (token, _) in groups.items()}, pattern)

    def hide(self, words: str) -> str:
        """Return ``words`` with tokens for names; other braces become round."""
        if self._pattern is None:
            return words
        plain = words.translate(_ROUND)
        return self._pattern.sub(lambda found: self._groups[str(found.lastgroup)], plain)

    def restore(self, words: str) -> str:
        """Return ``words`` with the names in place of their tokens."""
        return _TOKEN.sub(lambda found: self.names.get(found.group(), found.group()), words)

    def lost(self, sent: str, answered: str) -> str | None:
        """Return a token of a line that its answer lacks, None where there is none.

        Those of the vendor and its products may go: that is what a draft is for.
        """
        missing = self._in(sent) - self._in(answered)
        return next((one for one in sorted(missing) if not one.startswith(_OURS)), None)

    def invented(self, answered: str) -> str | None:
        """Return a token that stands for nothing, or one without its braces; None for neither."""
        if not self.names:
            return None
        rest = _TOKEN.sub(" ", answered)
        bare = (f"{{{one}}}" for one in _BARE.findall(rest))
        spoilt = [one for one in bare if one in self.names] + _BRACE.findall(rest)
        return next(iter([*sorted(self._in(answered) - self.names.keys()), *spoilt]), None)

    def _in(self, words: str) -> frozenset[str]:
        return frozenset(_TOKEN.findall(words)) if self.names else frozenset()


def _given(profile: Profile) -> Iterator[tuple[str, str]]:
    yield from (("{Vendor}", name) for name in profile.vendor.names)
    yield from (("{Customer}", name) for name in profile.customer.names)
    yield from ((f"{{Product{at}}}", name) for at, name in enumerate(profile.products, 1))


def _numbered(also: Iterable[str], lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    counts: Counter[str] = Counter()
    given = (("Name", name) for name in also)
    for kind, name in dict.fromkeys((*given, *_found(lines))):
        counts[kind] += 1
        yield f"{{{kind}{counts[kind]}}}", name


def _found(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield kind and name of what stands in lines: addresses, people, places, organisations, and
    what has a capital and is in no dictionary.

    Of organisations only those with such a word: headlines are full of others.
    """
    for line, spoken in zip(lines, names(lines), strict=True):
        yield from (("Address", one) for one in _ADDRESS.findall(line))
        for one in spoken:
            kind, name = _KINDS.get(one.kind), _EDGES.sub("", line[one.start : one.end])
            if kind and not (kind == "Organisation" and _common(name)):
                yield kind, name
        yield from (("Name", word) for word in _CAPITAL.findall(line) if not _common(word))


def _common(name: str) -> bool:
    return all(map(_in_dictionary, filter(str.isalpha, name.casefold().split())))


def _in_dictionary(word: str) -> bool:
    if is_function_word(word) or is_word(word):
        return True
    ends = (end for end in _ENDINGS if word.endswith(end))
    return any(is_word(word[: -len(end)] + more) for end in ends for more in ("", "e", "y"))


def _spelt(name: str) -> str:
    """Return a pattern for a name: words of their own in any case, or what capitals set off within
    a word, as in a product that is called by its maker."""
    spaced, shouted = (r"\s+".join(map(re.escape, n.split())) for n in (name, name.upper()))
    forms = [rf"(?i:(?<!\w){spaced}(?!\w))"]
    if name[0].isupper() and not name.isupper():
        forms.append(rf"(?<![A-Z]){spaced}(?![a-z])")
    if len(name) >= _LONG:
        forms.append(rf"(?<![A-Za-z]){shouted}(?![A-Z])")
    return "|".join(forms)
