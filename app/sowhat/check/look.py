"""How a name looks by itself: whether it is an organisation's, a person's, a place's, or a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sowhat.check.languages import is_foreign
from sowhat.check.names import Name, coded, is_in_title_case, kinds, unknown
from sowhat.language.vocabulary import comes_from_word
from sowhat.profile.names import is_ordinary
from sowhat.rules.check import (
    first_names,
    foreign_words,
    given_words,
    load_check,
    places,
)

_WORD = re.compile(r"[^\W_]+")
_OPENS = re.compile(r"(?:^|[.?!:|–]\s*)$")


def is_listed_place(name: str) -> bool:
    """Say whether a name is a town's or a country's, or of who sits there: "HQ Debrecen"."""
    return name.casefold().removeprefix("hq ") in places()


def look(text: str, name: Name) -> Iterator[str]:
    """Yield what the name that stands in ``text`` looks like."""
    parts = _WORD.findall(name.text)
    small = [part.casefold() for part in parts] or [""]
    yield f"words {min(len(parts), 4)}"
    yield f"st={int(name.strength)}"
    yield f"new {sum(map(unknown, small))} of {min(len(small), 3)}"
    yield from _listed(name, small)
    if small[0] in first_names():
        yield f"given {min(len(parts), 3)}"
    if small[0] in given_words():
        yield f"given word {min(len(parts), 3)}"
    if name.text.isupper():
        yield f"upper {min(len(name.text), 6)}"
    yield from (said for said, told in _spelt(text, name, parts, small).items() if told)
    yield from (f"ends {small[-1][-size:]}" for size in (2, 3, 4))
    yield f"begins {small[0][:3]}"
    yield f"long {min(len(name.text) // 3, 6)}"


def _listed(name: Name, small: Sequence[str]) -> Iterator[str]:
    """Yield whether a name or its words are places or words of other languages."""
    if is_listed_place(name.text):
        yield "place"
    elif any(one in places() for one in small):
        yield "place in it"
    foreign = sum(one in foreign_words() for one in small)
    if foreign:
        yield "foreign" if foreign == len(small) else "foreign in it"


def _spelt(text: str, name: Name, parts: Sequence[str], small: Sequence[str]) -> dict[str, bool]:
    """Return what is true of a name's words and of how they are written."""
    rules = load_check().references
    return {
        "coded": coded(name.text),
        "amp": "&" in name.text,
        "digit": any(map(str.isdigit, name.text)),
        "kind": len(parts) > 1 and small[-1] in kinds(),
        "legal": small[-1] in rules.legal or bool(parts and parts[-1] in rules.legal),
        "lower": name.text[:1].islower(),
        "dictionary": all(map(comes_from_word, small)),
        "ordinary": all(map(is_ordinary, small)),
        "foreign line": is_foreign(text),
        "titled": is_in_title_case(text),
        "opens": _OPENS.search(text[: name.start]) is not None,
        "known": name.text.casefold() in rules.known or any(one in rules.known for one in small),
    }
