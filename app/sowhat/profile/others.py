"""The customer a deck is made for."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from sowhat.language.vocabulary import comes_from_word
from sowhat.model import Origin, Party
from sowhat.profile.buyers import weighed
from sowhat.profile.evidence import LINES, Evidence
from sowhat.profile.names import (
    NAME,
    clean,
    is_generic,
    is_listed,
    is_name,
    is_ordinary,
    key,
    one_of,
    words,
)

FIRST = 2  # slides on which "prepared for X" names the customer
_BY = re.compile(rf"^(?:[Pp]re(?:pared|sented) )?[Bb]y:? {NAME}", re.MULTILINE)
_OWNED = re.compile(rf"['’]s? {NAME}")  # "St Ann's Hospital"
# No other noun follows: "a presentation to Globex users" is for users.
_END = r"(?! (?!(?:by|on|in|at|from|and|with|to|for|of|via|as|is|team|board|management)\b)[a-z])"


@cache
def _lead() -> re.Pattern[str]:
    """Match "proposal for X", "Prepared for X" where a line or sentence begins, and lines "Client:
    X" and "For X"; after a colon X may end in a small word."""
    lists = words()
    return re.compile(
        rf"\b(?i:{one_of(lists.customer_leads)})\s*:?\s+{_body()}((?>{NAME})){_END}|"
        rf"(?:^|[|•·–—:.(-]\s*)(?i:{one_of(lists.customer_starts)})\s*:?\s+"
        rf"{_body()}({NAME})|"
        rf"^(?i:{one_of(lists.customer_labels)})\s*:\s*({NAME}(?: [a-z]+)?)\s*$|"
        rf"^(?i:for):?\s+({NAME})\s*$",
        re.MULTILINE,
    )


_LABEL = re.compile(r"^\s*[^\W\d_]+(?: [^\W\d_]+)?:\s+")  # "Account: Globex"


def stated(evidence: Evidence) -> dict[str, str]:
    """Return the names that the deck itself calls its customer's, by their keys."""
    lines = [*evidence.slides[:FIRST], *evidence.furniture]
    found = [_addressee(match) for text in lines for match in _lead().finditer(text)]
    told = (text for text in evidence.slides if "prepared" in text)
    found += [_addressee(match) for text in told for match in _made_for().finditer(text)]
    custom = evidence.traces.properties.custom
    values = [value for name, value in custom if name.lower() in words().customer_properties]
    found += [_LABEL.sub("", value) for value in values]
    if _BY.search("\n".join(line for line, _ in evidence.opening)):
        found += _entitled(evidence)
    return {key(name): clean(name) for name in found if _is_organisation(clean(name))}


@cache
def _made_for() -> re.Pattern[str]:
    """Match "This report has been prepared solely for X" on any slide."""
    return re.compile(
        r"(?i:document|report|presentation|proposal|deck|material)s? (?i:has been|was|is|were)"
        rf" prepared (?:by [^.]{{1,60}} )?(?:\w+ly )?for (?:the (?:use|benefit) of )?"
        rf"{_body()}({NAME})"
    )


def _addressee(match: re.Match[str]) -> str:
    """Return the organisation that a match names, whether or not a person of it stands before:
    "Prepared for Ann Lee, CFO, Globex"."""
    name = next(group for group in match.groups() if group)
    rest = match.string[match.end() :].split("\n", 1)[0]
    if owned := _OWNED.match(rest):
        name = name + owned.group()
    if employer := _employer().match(rest):
        name = employer.group(1)
    return re.sub(rf"^{_body()}(?=[A-Z])", "", name)


def _body() -> str:
    """Return a pattern for "the board of" before an organisation's name."""
    return rf"(?:(?i:the )?(?i:{one_of(words().bodies)}) (?:of|at) )?(?:[Tt]he )?"


@cache
def _employer() -> re.Pattern[str]:
    """Match a person's job and employer behind a name."""
    jobs = rf",? ?\(?(?:[\w-]+ ){{0,3}}(?i:{one_of((*words().job_titles, *words().chiefs))})\b"
    return re.compile(rf"{jobs}(?:[^,\n]{{0,30}}?(?:,| at) | of )({NAME})")


def _is_organisation(name: str) -> bool:
    """Say whether a name can be a customer's: "for Kubernetes" and "for Developers" name none."""
    plain = all(_is_plain(part) for part in name.split())
    return is_name(name) and not plain and name.lower() not in words().technologies


def _is_plain(word: str) -> bool:
    """Say whether a word is an ordinary one, and not only built like one: "Sorrelly"."""
    return is_listed(word) or (is_ordinary(word) and comes_from_word(word.lower()))


def _entitled(evidence: Evidence) -> list[str]:
    """Return the name that leads the deck's title where the deck is a proposal or the like."""
    opening = evidence.opening[:LINES]
    kinds = one_of(words().leading_words)
    if not re.search(rf"\b(?i:{kinds})\b", "\n".join(line for line, _ in opening)):
        return []
    found = []
    for title in (line for line, title in opening if title):
        if named := re.match(rf"({NAME}) (?i:{kinds})\b", title):
            found.append(named.group(1))
            continue
        parts = title.split()
        stop = next((n for n, p in enumerate(parts) if is_ordinary(p) or not _plain(p)), len(parts))
        if parts[stop : stop + 1] != ["&"]:
            found.append(" ".join(parts[:stop]))
    return [name for name in found if _is_organisation(clean(name))]


def _plain(word: str) -> bool:
    return re.fullmatch(NAME, word) is not None


def customer(evidence: Evidence, vendor: Party, said: dict[str, str]) -> Party:
    """Return the organisation for which the deck was made, unknown where none is named.

    ``said`` are the names that the deck calls its customer's (see ``stated``).
    """
    taken = {key(name) for name in vendor.names}
    found = [name for known, name in said.items() if known not in taken]
    found = found or _hero(evidence)
    if not found and vendor.name:
        found = _entitled(evidence)
    known = vendor.name or evidence.engaged
    if not found and known and (name := weighed(evidence, vendor)):
        found = [name]
    for name in found:
        known = key(name)
        if _is_organisation(name) and not any(
            known.startswith(t) or t.startswith(known) for t in taken
        ):
            return Party(name, _short(name, evidence), Origin.FOUND)
    return Party()


def _hero(evidence: Evidence) -> list[str]:
    """Return the hero of a workshop's case: who acts first under "Customer situation"."""
    heads = re.compile(rf"\b(?i:{one_of(words().case_headlines)})\b")
    subject = re.compile(rf"^({NAME}) (?:{one_of(words().vendor_verbs)}|currently)\b", re.MULTILINE)
    cases = [text for text in evidence.slides if heads.search(text.split("\n", 1)[0])]
    if len(cases) < 2:
        return []
    counted: dict[str, int] = defaultdict(int)
    for text in cases:
        for name in subject.findall(text):
            counted[clean(name)] += 1
    return sorted(counted, key=lambda name: -counted[name])[:1]


def _short(name: str, evidence: Evidence) -> tuple[str, ...]:
    """Return the name's first word where the deck uses it alone."""
    first, *rest = name.split()
    if not rest or is_generic(first) or first.lower() in words().ordinary:
        return ()
    alone = evidence.index.uses(first).named - evidence.index.uses(name).named
    return (first,) if alone > 0 else ()
