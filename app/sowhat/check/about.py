"""How much of a deck is about its customer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sowhat.check.cues import choice
from sowhat.check.items import item
from sowhat.check.known import Known
from sowhat.model import (
    AboutThem,
    Audit,
    Customer,
    Fact,
    FactKind,
    Item,
    ItemKind,
    Motif,
    Slide,
    Stance,
    Where,
)
from sowhat.profile.names import tokens
from sowhat.rules.check import load_check

LATE = 3  # the slide by which the customer is named
MOST_OF_IT = 0.75  # of a goal's telling words stand on one slide
_NUMBER = re.compile(r"\d[\d.,\s]*\d|\d")
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DATE = re.compile(
    rf"(?i)\b\d{{1,2}}(?:st|nd|rd|th)?\.? {_MONTHS}|\b{_MONTHS}[a-z]* \d{{1,2}}\b"
    r"|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b20\d\d-\d\d-\d\d\b|\bweek \d|\bQ[1-4]\b"
    r"|\bby (?:mon|tues|wednes|thurs|fri)day\b"
)
_SOUGHT = (FactKind.GOAL, FactKind.NUMBER, FactKind.PERSON, FactKind.PROJECT, FactKind.WORD)


def about_them(audit: Audit, customer: Customer, known: Known) -> AboutThem:
    """Return how much of the deck is about ``customer``."""
    shown = [slide for slide in audit.deck.slides if not slide.hidden]
    texts = {slide.number: _text(slide) for slide in shown}
    named = tuple(number for number, said in texts.items() if _names(said, known))
    titled = tuple(slide.number for slide in shown if _names(slide.title, known))
    facts = [fact for fact in customer.facts if fact.kind in _SOUGHT]
    found = tuple(fact for fact in facts if _is_told(fact, texts.values()))
    steps = _next_steps(audit, shown)
    told = "\n".join(texts[slide.number] for slide in steps)
    return AboutThem(
        named=named,
        titled=titled,
        found=found,
        missing=tuple(fact for fact in facts if fact not in found),
        masked=_masked(audit),
        peopled=tuple(_peopled(audit, customer, texts)),
        next_steps=tuple(slide.number for slide in steps),
        ours=_says(told, (*load_check().about.ours, *audit.profile.vendor.names)),
        theirs=_says(told, (*load_check().about.theirs, *known.forms)),
        dated=_DATE.search(told) is not None,
        together=audit.measures.we_together,
        vendor=audit.measures.we_vendor,
    )


def lacks(about: AboutThem, customer: Customer) -> Iterator[Item]:
    """Yield what the deck lacks of its customer, as items that stop nothing."""
    name = customer.party.name
    if name is None:
        return
    if (lack := _naming(about)) is not None:
        yield _lack(*lack, name=name)
    for fact in about.missing:
        yield _lack(f"missing-{fact.kind}", None, 0.6, said=fact.text)
    for slide in about.masked:
        yield _lack("masked", slide, 0.7)
    if not about.peopled:
        yield _lack("no-people", None, 0.6, name=name)
    yield from _steps(about, name)
    if about.vendor > 2 * max(about.together, 1) + 2:
        yield _lack("we-alone", None, 0.6, vendor=about.vendor, together=about.together)


def _naming(about: AboutThem) -> tuple[str, int | None, float] | None:
    """Return what is wrong with where the customer is named, the worst only."""
    if not about.named:
        return "never-named", None, 0.9
    if about.named[0] > LATE:
        return "named-late", about.named[0], 0.7
    return None if about.titled else ("no-title", None, 0.6)


def _steps(about: AboutThem, name: str) -> Iterator[Item]:
    if not about.next_steps:
        yield _lack("no-next-steps", None, 0.6)
    elif not (about.ours and about.theirs and about.dated):
        yield _lack("vague-next-steps", about.next_steps[0], 0.6, name=name)


def _lack(rule: str, slide: int | None, sure: float, said: str = "", **values: object) -> Item:
    return item(ItemKind.ABOUT_THEM, rule, slide, Where.BODY, said, sure=sure, values=values)


def _text(slide: Slide) -> str:
    return "\n".join((slide.title, *(block.text for block in slide.blocks)))


def _names(said: str, known: Known) -> bool:
    pattern = _forms(known.forms)
    return pattern is not None and pattern.search(said) is not None


@cache
def _forms(forms: tuple[str, ...]) -> re.Pattern[str] | None:
    """Match the customer's names; one in capitals throughout only as it is written."""
    loud = [form for form in forms if form.isupper()]
    rest = [form for form in forms if not form.isupper()]
    parts = ([rf"(?:{choice(loud)})"] if loud else []) + ([rf"(?i:{choice(rest)})"] if rest else [])
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)") if parts else None


def _says(said: str, phrases: Iterable[str]) -> bool:
    listed = [phrase for phrase in phrases if phrase]
    return bool(listed) and re.search(rf"(?i)\b(?:{choice(listed)})\b", said) is not None


def _is_told(fact: Fact, texts: Iterable[str]) -> bool:
    """Say whether a slide tells a fact: a goal by most of its telling words, a number as it is."""
    if fact.kind is FactKind.NUMBER:
        wanted = ["".join(c for c in n if c.isdigit()) for n in _NUMBER.findall(fact.text)]
        return any(all(n in _digits(said) for n in wanted) for said in texts) if wanted else False
    words = [w for w in tokens(fact.text) if w not in load_check().about.small]
    if fact.kind is FactKind.PERSON:
        words = words[-1:]
    least = MOST_OF_IT * len(words) if fact.kind is FactKind.GOAL else len(words)
    return bool(words) and any(
        sum(word in held for word in words) >= least for held in map(_held, texts)
    )


def _held(said: str) -> frozenset[str]:
    return frozenset(tokens(said))


def _digits(said: str) -> frozenset[str]:
    return frozenset("".join(c for c in number if c.isdigit()) for number in _NUMBER.findall(said))


def _next_steps(audit: Audit, shown: Iterable[Slide]) -> list[Slide]:
    """Return the slides that call themselves next steps, else those that are plans."""
    told = [slide for slide in shown if _says(slide.title, load_check().about.next)]
    plans = (v.slide for v in audit.verdicts if v.motif is Motif.PLAN and not v.unsure)
    numbers = set() if told else set(plans)
    return told or [slide for slide in shown if slide.number in numbers]


def _masked(audit: Audit) -> tuple[int, ...]:
    """Return the slides with an industry's name over the vendor's own offer."""
    found = (v for v in audit.verdicts if Motif.MASKED in v.motifs and v.stance is Stance.VENDOR)
    return tuple(verdict.slide for verdict in found if not verdict.unsure)


def _peopled(audit: Audit, customer: Customer, texts: dict[int, str]) -> Iterator[int]:
    """Yield the slides on which somebody of the customer's is named, or their people are shown."""
    people = [tokens(person)[-1] for person in customer.of(FactKind.PERSON) if tokens(person)]
    for number, said in texts.items():
        verdict = audit.verdict(number)
        shown = verdict.motif is Motif.PEOPLE and verdict.stance is Stance.CUSTOMER
        if (shown and not verdict.unsure) or (people and _says(said, people)):
            yield number
