"""Who names the vendor in a deck: each witness yields names with what its word weighs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

from sowhat.profile.evidence import LINES, Evidence
from sowhat.profile.filed import Witness, headings, links, logos, properties, remarks
from sowhat.profile.names import (
    NAME,
    WORD,
    key,
    one_of,
    words,
)
from sowhat.profile.signatures import closing, copyright_, firms, furniture, opening, preparers

FIRST = 3  # slides on which speakers name their employers
FREQUENT = 12  # names tried because they stand on many slides

_AT = re.compile(rf"\b(?:[Ww]e at|[Hh]ere at|[Ww]e,) ({NAME})")
_SIGN = re.compile(rf"(?<![\w.])@ ?({WORD}(?: {WORD})?)(?![\w.]*@)")
_LEGAL = re.compile(
    rf"(?i:\b(division|subsidiary|member|part|unit) of (?:the )?)?\b((?:{WORD} |& |and ){{1,6}})"
    r"(?:\(?(?:Pvt|Pty|Pte|PVT|PTY|Private|PRIVATE)\)?\.? )?"
    r"(?:(?i:llc|ltd|limited|inc|gmbh|llp|plc|corporation|corp|fzco|jsc|s\.?r\.?l|sdn bhd)\b|"
    r"(?:AG|SE|SA|BV|B\.V\.|NV|AB|OY|Oy|AS|ApS)\b)"
)
_FOR = re.compile(r"\b(?i:for|to|für|an|pour|à|voor|aan|para|per|till|til|för) (?:[a-zß-ÿ]+\d* )?$")
_WHERE = re.compile(rf" (?:at|@) ?({NAME})$")
_SPEAKER = re.compile(rf"\b[A-Z]\w+ [A-Z]\w+ \(({NAME})\)")
_MAIL = re.compile(r"\b([A-Za-z]{2,})[._]([A-Za-z]{2,})@")
_OWNER = re.compile(rf"\b({NAME})['’]s\b")


def legal(evidence: Evidence) -> Iterator[Witness]:
    """Name what carries a legal form, most on the first and the last slide."""
    slides = evidence.slides
    carrying = set().union(*(evidence.index.slides(form) for form in words().legal_forms))
    for number in carrying:
        text = slides[number]
        ends = number in (0, len(slides) - 1) or "contact us" in text.lower()
        told = (match for match in _LEGAL.finditer(text) if not _addressed(match))
        for parent, name in dict.fromkeys(match.groups() for match in told):
            if not parent:
                yield name, 3.5 if ends else 0.8


def _addressed(match: re.Match[str]) -> bool:
    """Say whether something is for whom a legal name names: "Offer to Globex Foods Ltd", "for
    globex Foods AG"."""
    return _FOR.search(match.string, 0, match.start(2)) is not None


@cache
def _headline() -> re.Pattern[str]:
    """Match a headline that follows one of the phrases; the name's own case counts."""
    phrases = [phrase.partition("{name}") for phrase in words().vendor_headlines]
    before = one_of({before for before, _, after in phrases if not after})
    around = one_of({before for before, _, after in phrases if before and after})
    after = one_of({after for _, _, after in phrases if after})
    return re.compile(rf"^(?:(?i:{before})({NAME})|(?i:{around})?({NAME})(?i:{after}))(?!\w)(.*)$")


def headlines(evidence: Evidence) -> Iterator[Witness]:
    """Name whom headlines are about: "Why Acme", "About Acme", "Acme at a glance"; "at Acme" names
    the customer where the deck is a proposal or the like."""
    engaged = evidence.engaged
    for title in dict.fromkeys(evidence.titles):
        if match := _headline().match(title.rstrip(" ?!.:")):
            *names, rest = match.groups()
            for name in names:
                if name and len(name.split()) <= 4:
                    yield name, 1.5 if not rest else 1.0
        elif not engaged and (match := _WHERE.search(title)):
            yield match.group(1), 1.5


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[.:!?]\s+|\n)(?:The )?({NAME}) (?:{one_of(words().vendor_verbs)})\b")


def sentences(evidence: Evidence) -> Iterator[Witness]:
    """Name who does things in the deck's sentences, and who "we" are."""
    for name in _sentence().findall(evidence.whole):
        yield name, 0.8
    for name in _AT.findall(evidence.whole):
        yield name, 2.0
    owning = "\n".join(text for text in evidence.slides if "’s" in text or "'s" in text)
    for name in _OWNER.findall(owning):
        yield name.split(" ")[-1], 0.3
        yield name, 0.3
    for name in _own().findall(owning):
        yield name, 1.5


@cache
def _own() -> re.Pattern[str]:
    return re.compile(rf"\b({NAME})['’]s (?i:{one_of(words().own_things)})\b")


def speakers(evidence: Evidence) -> Iterator[Witness]:
    """Name the employers of those who speak, and what stands behind an @."""
    for name in _employer().findall("\n".join(evidence.slides[:FIRST])):
        yield name, 1.5
    for line, _ in evidence.opening[:LINES]:
        for name in _SPEAKER.findall(line):
            yield name, 1.5
    signs = "\n".join(text for text in evidence.slides if "@" in text)
    for name in dict.fromkeys(_SIGN.findall(signs)):
        yield re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name), 1.5


@cache
def _employer() -> re.Pattern[str]:
    jobs = one_of(words().job_titles)
    return re.compile(rf"\b(?i:{jobs})(?:,| at| of|,? @)? ({NAME})(?=[\n,.;]|$)")


def frequent(evidence: Evidence) -> Iterator[Witness]:
    """Name what is named most: that alone makes nobody the vendor."""
    counted = Counter(
        name for text in evidence.slides for name in dict.fromkeys(_NAMES.findall(text))
    )
    for name, slides in counted.most_common(FREQUENT):
        if slides > 1:
            yield name, 0.2


_NAMES = re.compile(NAME)


def people(evidence: Evidence) -> set[str]:
    """Return the keys of the persons whom the deck names: its authors, those who left remarks,
    those with a job or a mail address of their own."""
    lines = "\n".join(line for line, _ in evidence.opening[:LINES])
    filed = evidence.traces.properties
    owners = (filed.author, filed.last_author, filed.manager, *evidence.traces.authors)
    named = [*owners, *_working().findall(lines)]
    mails = [" ".join(m) for t in evidence.slides if "@" in t for m in _MAIL.findall(t)]
    return {key(name) for name in (*named, *mails) if " " in name.strip()}


@cache
def _working() -> re.Pattern[str]:
    jobs = one_of((*words().job_titles, *words().chiefs))
    return re.compile(rf"({WORD} {WORD})\s*[,|–—(-]+\s*(?:[\w-]+[ ,&]+){{0,3}}(?i:{jobs})\b")


# Each witness with the most that it can add to one name.
WITNESSES: tuple[tuple[Callable[[Evidence], Iterator[Witness]], float], ...] = (
    (copyright_, 5.0),
    (furniture, 4.0),
    (opening, 4.0),
    (firms, 4.0),
    (preparers, 7.0),
    (closing, 1.5),
    (legal, 4.5),
    (headlines, 4.0),
    (sentences, 2.0),
    (speakers, 3.0),
    (properties, 5.0),
    (logos, 3.0),
    (links, 2.5),
    (headings, 2.0),
    (remarks, 1.0),
    (frequent, 0.2),
)
