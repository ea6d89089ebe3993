"""What in a text could be an organisation's name, and how much its writing says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

from sowhat.check.compounds import is_compound
from sowhat.language.vocabulary import comes_from_word, is_function_word, is_word
from sowhat.profile.names import (
    is_generic,
    is_listed,
    is_ordinary,
    tokens,
    unaccented,
    words,
)
from sowhat.rules.check import common_words, foreign_words, given_names, load_check

MOST = 5  # words of a name
PAIR = 2
PERSON = 3  # words of a person's name
LOOSE = 4  # letters of a name without a capital
TITLED = 0.7  # share of longer words in capitals from which a text is in title case
_TOKEN = re.compile(r"[^\W_](?:[^\W_]|[&.’'-](?=[^\W_]))*")
_POSSESSIVE = re.compile(r"[’'](?:[sS])?$")
_ENDS = re.compile(r"[.?!:;•·|–—\n\t\v“\"(\[]\s*$|^\s*$|\s-\s$")
_DIGIT = re.compile(
    r"^(?![A-Z][a-z]{2,}\d{1,2}$|\d[A-Z][a-z]{2,}$)(?=.*\d)|\.(?:png|jpe?g|gif|svg|pptx?|xlsx?|pdf|docx?)$"
)
_FILED = re.compile(r"/(?:[A-Z]{1,3}/)?\d")  # "Contract ABC/W/19"
_PARTICLES = frozenset({"der", "den", "de", "la", "del"})
_NUMBER_FIRST = re.compile(r"\d[A-Z][a-z]{2,}")  # "3Peaks"
_SAINTS = frozenset({"st", "dr", "mt", "ste"})
_LETTERS = re.compile(r"[A-ZÀ-Þ]{2,5}s?")
_CODED = re.compile(r"[A-Z]{2}[a-z]|[a-z][A-Z](?:[A-Z]|[a-z]?$)|^[a-z]+[A-Z]")  # MongoDB, vCenter
_NEXT = re.compile(r",? ([A-Za-z][\w./]*)")
_JOIN = re.compile(r" |-| & | \+ ")


class Strength(IntEnum):
    """How much the writing of a name says that it is one: known words, unknown ones, its kind."""

    ACRONYM = 1
    PLAIN = 2
    UNKNOWN = 3
    FORMAL = 4


class Name(NamedTuple):
    """A name in a text: characters ``start:end``, without a possessive."""

    text: str
    start: int
    end: int
    strength: Strength


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    opens: bool  # a sentence or a line: its capital tells nothing

    @property
    def small(self) -> str:
        return _bare(self.text).casefold()

    @property
    def capital(self) -> bool:
        return not self.text.islower() and (
            self.text[0].isupper() or any(c.isupper() for c in self.text[1:])
        )


def names_in(text: str) -> list[Name]:
    """Return what in ``text`` could be the name of an organisation, in order."""
    return list(_names_in(text))


@lru_cache(maxsize=4096)
def _names_in(text: str) -> tuple[Name, ...]:
    tokens = list(_words(text))
    titled = _is_titled(tokens, text)
    found = (_named(run, text, titled=titled) for run in _runs(tokens, text))
    return tuple(name for name in found if name is not None)


def is_everybodys(words_: str) -> bool:
    """Say whether words are of technologies and the like that anybody names, an amount, or nothing
    but a legal form."""
    amounts, small = load_check().references.currencies, tokens(words_)
    several = words_.split()
    if not amounts.isdisjoint(several) or not any(map(str.isalpha, words_)) or len(words_) < PAIR:
        return True
    return _is_counted(small) or _everybodys(small) or all(map(_is_legal, several))


def _is_counted(small: Sequence[str]) -> bool:
    """Say whether a word is a program's name for a thing: "Sheet1"."""
    return len(small) == 1 and small[0].rstrip("0123456789") in load_check().references.counted


def strength_of(words_: str) -> Strength:
    """Return how much the writing of what is taken for a name says that it is one."""
    return Strength.UNKNOWN if any(map(unknown, tokens(words_))) else Strength.PLAIN


def loose_names(text: str) -> list[Name]:
    """Return the unknown words of a text without capitals to go by: a file's name, an address."""
    found = []
    for run in _loose_runs(list(_words(text))):
        start, end = run[0].start, run[-1].end
        found.append(Name(text[start:end], start, end, Strength.UNKNOWN))
    return found


def _loose_runs(tokens: list[_Word]) -> Iterator[list[_Word]]:
    run: list[_Word] = []
    for token in tokens:
        coined = unknown(token.small) and not any(map(str.isdigit, token.small))  # not "rev3"
        if (coined and len(token.small) >= LOOSE) or (run and token.small in kinds()):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _words(text: str) -> Iterator[_Word]:
    for match in _TOKEN.finditer(text):
        opens = _ENDS.search(text[: match.start()][-4:]) is not None
        yield _Word(match.group(), match.start(), match.end(), opens)


def _is_titled(tokens: Sequence[_Word], text: str) -> bool:
    """Say whether most words have capitals, those that open a sentence and the name of two words,
    or of more around an "&", behind an "at" apart: "Owner at Copper Lane"."""
    if any(_at_pair(tokens, at, text) for at in range(1, len(tokens) - PAIR)):
        return False
    longer = [t for t in tokens if len(t.text) > 3 and t.text[0].isalpha() and not t.opens]
    return len(longer) > 1 and sum(t.capital for t in longer) >= TITLED * len(longer)


def is_in_title_case(text: str) -> bool:
    """Say whether most words of a text have capitals."""
    return _is_titled(list(_words(text)), text)


_BEFORE_NAMES = frozenset(("at", "for", "with", "by"))


def _at_pair(tokens: Sequence[_Word], at: int, text: str) -> bool:
    rest = list(takewhile(lambda word: word.capital, tokens[at + 1 :]))
    pair = len(rest) == PAIR or (len(rest) > PAIR and "&" in text[rest[0].start : rest[-1].end])
    return tokens[at].text in _BEFORE_NAMES and pair


def _runs(tokens: list[_Word], text: str) -> Iterator[list[_Word]]:
    """Yield the words with capitals that stand together."""
    run: list[_Word] = []
    for at, token in enumerate(tokens):
        goes_on = token.capital or (len(run) == 1 and _numbered(run[0], token))
        goes_on = goes_on or (len(run) == 1 and _within(run[0], *tokens[at : at + PAIR]))
        if run and not (goes_on and _goes_on(run[-1], token, text)):
            yield run
            run = []
        if token.capital or goes_on:
            run.append(token)
    if run:
        yield run


def _within(first: _Word, small: _Word, last: _Word | None = None) -> bool:
    """Say whether a small word stands in a name: "Van der Hoeven"."""
    if last is None or not last.capital:
        return False
    return first.text in ("Van", "Von", "De") and small.text in _PARTICLES


def _numbered(first: _Word, number: _Word) -> bool:
    """Say whether a number can belong to the word before it: "Pier 19", not "Phase 2"."""
    counted = is_generic(first.small) or first.small in load_check().references.counted
    plain = first.text.isalpha() and first.text[1:].islower() and not counted
    return plain and number.text.isdigit() and not is_function_word(first.small)


def _goes_on(last: _Word, word: _Word, text: str) -> bool:
    """Say whether two words with capitals can be of one name: "St. Ann's Hospital"."""
    between = text[last.end : word.start]
    if last.small in _SAINTS and between == ". ":
        return True
    if "+" in between and word.small in _chiefs():
        return False  # "Jo Lee + VP Acme"
    owned = _POSSESSIVE.search(last.text) is not None
    kind = word.small in load_check().references.kinds
    return _JOIN.fullmatch(between) is not None and (kind or not owned)


def _named(run: list[_Word], text: str, *, titled: bool) -> Name | None:
    """Return the name in words with capitals, without the ordinary words around it."""
    tells = not titled or (bool(run) and run[-1].text in load_check().references.legal)
    run = _without_last(_without_first(run, tells=tells), titled=titled)
    if not run or len(run) > MOST:
        return None
    start, end = run[0].start, run[-1].start + len(_bare(run[-1].text))
    legal = is_legal(text, end)
    strength = _strength(run, tells=tells, person=not legal)
    if strength is None or (strength is Strength.ACRONYM and _FILED.match(text, end)):
        return None
    return Name(text[start:end], start, end, Strength.FORMAL if legal else strength)


def _without_first(run: list[_Word], *, tells: bool) -> list[_Word]:
    """Return a run without the words before the name."""
    if len(run) > PAIR and run[0].opens and run[0].small in load_check().references.orders:
        run = run[1:]
    if tells and _is_numbered(run):
        return run
    while run and not _leads(run) and not (len(run) > PAIR and run[1].text in _PARTICLES):
        if not _idle(run[0]) and (_opens_name(run) or not _told_nothing(run[0], tells=tells)):
            break
        run = run[1:]
    return run


def _is_numbered(run: list[_Word]) -> bool:
    """Say whether a numeral begins a name of two words: "Four Hollows"."""
    numeral = len(run) == PAIR and run[0].small in load_check().references.numerals
    return numeral and not is_ordinary(run[1].small)


def _without_last(run: list[_Word], *, titled: bool) -> list[_Word]:
    """Return a run without the words behind the name."""
    while len(run) > 1 and run[-1].text.isupper() and run[-1].small in _chiefs():
        run = run[:-1]
    while run and _idle(run[-1]) and not _is_kind(run[-1]) and not _is_number(run):
        run = run[:-1]
    while (
        len(run) > 1
        and not _is_kind(run[-1])
        and not unknown(run[-1].small)
        and not _is_number(run)
        and any(unknown(word.small) for word in run[:-1])
        and (titled or is_ordinary(run[-1].small))
    ):
        run = run[:-1]
    while len(run) > 1 and run[-1].text in load_check().references.legal:
        run = run[:-1]
    return run


@cache
def _chiefs() -> frozenset[str]:
    """Return the jobs of chiefs, in small letters, who stand behind their company's name."""
    return frozenset(chief.casefold() for chief in words().chiefs)


def _is_number(run: Sequence[_Word]) -> bool:
    return len(run) > 1 and run[-1].text.isdigit()


def is_legal(text: str, end: int) -> bool:
    """Say whether a legal form follows a name: "Globex Foods a.s."."""
    match = _NEXT.match(text, end)
    shouted = text[:end].isupper()
    return (
        match is not None and not shouted and match[1].rstrip(".") in load_check().references.legal
    )


def _leads(run: list[_Word]) -> bool:
    """Say whether the words are held together by what an organisation is called at the end."""
    if len(run) < 2 or not _is_kind(run[-1]):
        return False
    sure = run[-1].small in load_check().references.kinds
    return not any(is_function_word(w.small) or (_idle(w) and not sure) for w in run[:-1])


def _idle(word: _Word) -> bool:
    """Say whether a word is no part of any name: "The", "Our", "Goals", a month."""
    small = word.small
    generic = is_generic(small) and not _is_kind(word)
    return generic or is_function_word(small) or len(small) < 2


def _told_nothing(word: _Word, *, tells: bool) -> bool:
    return not unknown(word.small) and (word.opens or not tells)


def _opens_name(run: list[_Word]) -> bool:
    """Say whether the first word of a sentence belongs to the dictionary word with a capital behind
    it: "Copper Lane waits"; orders do not: "Ask Globex"."""
    if len(run) != PAIR or not run[0].opens or unknown(run[1].small):
        return False
    orders = load_check().references.orders
    return run[0].small not in orders and not all(is_ordinary(word.small) for word in run)


def _is_kind(word: _Word) -> bool:
    return word.small in kinds()


@cache
def kinds() -> frozenset[str]:
    """Return what ends an organisation's name: its legal form, or what it is."""
    rules = load_check().references
    several = words().organisation_kinds | words().legal_forms
    return (several - rules.no_kinds) | rules.forms | rules.kinds


def _strength(run: list[_Word], *, tells: bool, person: bool) -> Strength | None:
    """Return how much the writing of a name says; nothing of what is a ``person``'s if it can
    be."""
    known = [word.small for word in run]
    numbered = len(run) > 1 and run[1].text.isdigit()  # "Pier 19"
    lettered = run[:1] + run[2:] if numbered else run
    if any(_DIGIT.search(word.text) for word in lettered) or _everybodys(known):
        return None
    if _is_counted(known):
        return None
    if all(_is_legal(word.text) or word.text in load_check().references.currencies for word in run):
        return None
    sure = known[-1] in load_check().references.kinds
    if person and known[0] in given_names() and len(run) <= PERSON and known[-1] not in kinds():
        return None
    new = any(unknown(word) for word in known) or _NUMBER_FIRST.match(run[0].text) is not None
    if _leads(run) and (sure or not all(is_generic(w) or w in kinds() for w in known[:-1])):
        legal = known[-1] in words().legal_forms
        return Strength.FORMAL if new or legal or (tells and sure) else Strength.PLAIN
    if len(run) == 1 and (_LETTERS.fullmatch(run[0].text) or _CODED.search(_bare(run[0].text))):
        return Strength.ACRONYM
    if new:
        return Strength.UNKNOWN
    shouted = all(word.text.isupper() for word in run)
    plain = tells and not shouted and not all(is_ordinary(word) for word in known)
    return Strength.PLAIN if plain else None


def coded(text: str) -> bool:
    """Say whether a name is written as products and programs are: "CloudWatch", "ros-bridge"; not
    "McAdam" and "Meier-Roth"."""
    return re.search(r"(?<!\bMc)(?<!\bMac)(?<!\b[DL]e)[a-z][A-Z]|\w-[a-z\d]|_", text) is not None


def _is_legal(word: str) -> bool:
    return word in load_check().references.legal or word.casefold() in words().legal_forms


def _everybodys(known: list[str]) -> bool:
    """Say whether the words are of technologies, standards and the like that anybody names."""
    listed = words().technologies | words().acronyms | words().programs
    public = load_check().references.known
    if all(word in common_words() for word in known):
        return True
    if all(word in listed or is_generic(word) for word in known):
        return True
    if len(known) > 1 and known[0] in public | words().technologies and known[-1] not in kinds():
        return True  # what they sell
    return " ".join(known) in public or all(word in public for word in known)


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word)


@lru_cache(maxsize=8192)
def unknown(word: str) -> bool:
    """Say whether a word, in small letters, is in no dictionary and on no list."""
    lists = words()
    if len(word) < 3 or not word[0].isalpha() or is_listed(word):
        return False
    if word in lists.acronyms or word in lists.technologies or word in lists.programs:
        return False
    if word in common_words() or word in foreign_words() or is_function_word(word):
        return False
    if word in lists.product_words or word in lists.organisation_words or word in given_names():
        return False
    if word in kinds() or word in load_check().references.known:
        return False
    if any(is_compound(word, end) for end in load_check().references.ends):
        return False
    if (bare := unaccented(word)) != word and is_word(bare):
        return False
    parts = re.split(r"[-’'.&]", word)
    if len(parts) > 1:
        return any(unknown(part) for part in parts if len(part) > 2)
    return not comes_from_word(word)
