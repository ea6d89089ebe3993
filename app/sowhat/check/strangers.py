"""What a sentence says of somebody who is named in it on purpose."""

from __future__ import annotations

import re
from functools import cache

from sowhat.check import cues
from sowhat.check.known import Known
from sowhat.check.names import Name, Strength, names_in
from sowhat.check.passages import Passage
from sowhat.model import Where
from sowhat.rules.check import load_check

ENOUGH = 2  # names in a row: a list of them
PROSE = frozenset(  # where sentences stand
    {Where.BODY, Where.GROUP, Where.NOTES, Where.COMMENT, Where.HIDDEN, Where.OFF_SLIDE}
)
_ITEM = r"[A-Z][\w.-]*(?: [A-Z][\w.-]*)*"
_LIST = re.compile(rf"[^:\n]{{2,40}}: {_ITEM}(?:(?:, | and | or |, and ){_ITEM})+")
_ROW = re.compile(r"\s*(?:,|;|/|,? and|,? or|&)\s*(?:(?:at|by|with|from|for|to|of) )?(?:the )?")
_LETTERS = re.compile(r"[A-Z]{3,}(?:,| and| or| &) $")
_MORE_LETTERS = re.compile(r"(?:,| and| or| &) [A-Z]{3,}\b")
_STOP = re.compile(r"[.!?;:]\s|\n")
_REST = re.compile(r"(?: [A-ZÀ-Þ][\w’'-]+){1,2}")  # of a longer name
_BEGAN = re.compile(r"(?:^|[\n.!?;]\s*)At (?:the )?$")
_WAS = re.compile(r"[^.!?;\n]*?\s(?:took|was|were|had|went|came|cut|did|lost|saved)\b")
_ROLE = re.compile(r"\b(?i:your|our|their|its|the|an?)(?: [a-z-]+){1,3}, $")
_BY = re.compile(r"\b([a-z]+(?:ed|en|ne|un|lt|pt|id|ght)) by (?:the )?$")


def beside_them(passage: Passage, name: Name, known: Known) -> bool:
    """Say whether a sentence names the customer too: then the name is a third party's."""
    if passage.where not in PROSE or passage.head:
        return False
    start = max((m.end() for m in _STOP.finditer(passage.text, 0, name.start)), default=0)
    stop = _STOP.search(passage.text, name.end)
    return known.is_named(passage.text[start : stop.start() if stop else None])


def told_of(before: str, after: str, *, theirs: bool) -> bool:
    """Say whether a sentence tells what others did or do for the customer: "we helped Globex",
    "Globex Foods achieved", "At Globex it took", "Globex trains your users"; who they are, what
    they say, where somebody came from. On a slide that is ``theirs`` what was is the customer's own
    past."""
    rest = after[match.end() :] if (match := _REST.match(after)) else after
    past = any(_past(words) and not (theirs and _plain().match(words)) for words in (after, rest))
    return bool(
        past
        or (_BEGAN.search(before) and _WAS.match(after))
        or (_ROLE.search(before) and rest.startswith(","))
        or _agent(before)
        or cues.we_did().search(before)
        or _before().search(before)
        or _behind().match(rest)
    )


def in_a_row(passage: Passage, name: Name, known: Known) -> bool:
    """Say whether the name is one of several in a row: "Globex, Initech and Hooli", "at Globex and
    at Initech"; the vendor and the customer make no row."""
    before, after = passage.text[: name.start], passage.text[name.end :]
    if _LIST.fullmatch(passage.text.strip()) or _LETTERS.search(before):
        return True
    if _MORE_LETTERS.match(after):
        return True
    found = [one for one in names_in(passage.text) if one.strength >= Strength.PLAIN]
    found = [o for o in found if known.is_other(o.text) and not known.may_be_sold(o.text)]
    rows: list[list[Name]] = []
    for one in found:
        joined = rows and _ROW.fullmatch(passage.text[rows[-1][-1].end : one.start])
        if joined:
            rows[-1].append(one)
        else:
            rows.append([one])
    return any(len(row) >= ENOUGH and row[0].start <= name.start <= row[-1].start for row in rows)


def _agent(before: str) -> bool:
    """Say whether something is done by whom a name names, but for what customers do."""
    match = _BY.search(before)
    return match is not None and match[1] not in load_check().slots.done


def _past(after: str) -> bool:
    return cues.refers_after().match(after) is not None


@cache
def _plain() -> re.Pattern[str]:
    """Match what nobody boasts of."""
    return re.compile(rf" (?:{cues.choice(load_check().references.plain)})\b")


@cache
def _before() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})$" for one in load_check().references.told_before))


@cache
def _behind() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in load_check().references.told_behind))
