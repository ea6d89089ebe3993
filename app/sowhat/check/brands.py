"""Names that are written in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sowhat.check import cues
from sowhat.check.compounds import is_compounded
from sowhat.check.languages import is_foreign
from sowhat.check.names import Name, Strength, is_legal, unknown
from sowhat.check.passages import Passage
from sowhat.model import Where

_BRAND = re.compile(r"(?<![\w@./’'&-])(?:[a-zß-ÿ]{5,}|[a-zß-ÿ]{4,}\d{1,2})(?![\w@&-]|\.\w)")
_BRANDED = re.compile(r"[’']s? (?=\w)|\s+(?:logo|mark|brand|emblem|wordmark)\b", re.IGNORECASE)
_INCORPORATED = re.compile(r",? (?:Inc|Ltd|LLC|Limited|Corp|plc|GmbH|AG|Co|LLP)\b")
_MORE = re.compile(r" [a-zß-ÿ]{3,}(?: [a-zß-ÿ]{3,})?(?=,? [A-Z])")
_OPENED = re.compile(r"(?:^|[.!?\n]\s)\W*$")
_ACTS = re.compile(r" (?:[a-z]{2,}s|will|can|must|should|would|and [A-Z]\w+)\b")


def brands(stream: Iterable[Passage]) -> frozenset[str]:
    """Return the words in small letters that stand anywhere as only a name does."""
    return frozenset(word for passage in stream for word in _told(passage.text))


def small_names(passage: Passage, listed: frozenset[str]) -> list[Name]:
    """Return where the brands of ``listed`` stand."""
    if not listed or passage.where is Where.LINK:
        return []
    found = _BRAND.finditer(passage.text)
    return [Name(m[0], *m.span(), Strength.UNKNOWN) for m in found if m[0] in listed]


def coined_words(text: str) -> Iterator[int]:
    """Yield where words in small letters begin that English does not have."""
    found = [m for m in _BRAND.finditer(text) if unknown(m[0]) and not is_compounded(m[0])]
    if found and not is_foreign(text):
        yield from (match.start() for match in found)


def _told(text: str) -> Iterator[str]:
    """Yield the unknown words in small letters that stand as only a name does: before a legal form
    or "logo", behind "prepared for", at the beginning of a sentence about somebody."""
    foreign = is_foreign(text)
    for match in _BRAND.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        rest = _MORE.match(after)
        end = match.end() + (rest.end() if rest else 0)
        formal = is_legal(text, match.end()) or is_legal(text, end)
        formal = formal or _INCORPORATED.match(text, end) is not None
        if foreign and not formal:
            continue
        formal = formal or _BRANDED.match(after) is not None
        headed = _OPENED.search(before) or cues.opened().search(before)
        opens = headed and _ACTS.match(after)
        coined = unknown(match[0]) and not is_compounded(match[0])
        if coined and (formal or opens or cues.led().search(before)):
            yield match[0]
