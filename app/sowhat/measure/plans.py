"""Whether a plan is one of both sides: who acts in it, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sowhat.measure.case import Case, Hit, carrying, hit, visible
from sowhat.model import Motif, Party, Role, Side, Slide, Verdict
from sowhat.rules import FindingRule, derived, load

_LINE = re.compile(r"[^\n\v\r]+")
# Dates in figures: a quarter, a half-year, a day with its month, a year.
_FIGURES = r"\b(?:q[1-4]|h[12]|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|(?:19|20)\d\d(?:-\d\d){0,2})\b"


def plan_without_both(case: Case) -> Hit | None:
    """Find plans in which, all taken together, one side acts alone or nobody is named."""
    plans = carrying(case.sure, {Motif.PLAN})
    if not plans:
        return None
    acting = {side for plan in plans for side in _acting(case, plan)}
    joint = not acting and any(_together(case, plan) for plan in plans)
    return None if joint or len(acting) > 1 else hit(plans, {Motif.PLAN})


def has_date(slide: Slide) -> bool:
    """Say whether the words on the slide tell a time: a month, a quarter, a week, a day."""
    return any(_dates().search(block.text) for _, block in visible(slide))


def _acting(case: Case, verdict: Verdict) -> Iterator[Side]:
    """Yield the sides that do something on the slide. A headline gives nobody a task."""
    shared = _shares(case, verdict)
    lines = [
        line
        for _, block in visible(case.slide(verdict.slide))
        if block.role is not Role.TITLE
        for line in _LINE.findall(block.text)
    ]
    for side, party in (
        (Side.VENDOR, case.profile.vendor),
        (Side.CUSTOMER, case.profile.customer),
    ):
        actor = _actor(case.rule, side, party, alone=not shared)
        if any(actor.search(line) for line in lines):
            yield side


def _together(case: Case, verdict: Verdict) -> bool:
    """Say whether the slide speaks of both sides at once."""
    phrases = re.compile(_choice(case.rule.words["together"]), re.IGNORECASE)
    words = (block.text for _, block in visible(case.slide(verdict.slide)))
    return _shares(case, verdict) or any(phrases.search(text) for text in words)


def _shares(case: Case, verdict: Verdict) -> bool:
    """Say whether a "we" on the slide means both sides; then none there means one of them."""
    return any(sign.id == "we-together" for sign in case.signs[verdict.slide - 1])


def _actor(rule: FindingRule, side: Side, party: Party, *, alone: bool) -> re.Pattern[str]:
    """Return what finds somebody of ``side`` where a line, a clause or a cell begins.

    A pronoun in the middle, as in "we train your users", is whom something is done for.
    """
    words = rule.words
    lead = rf"(?:^|[^\w\s’'-]|\s[-+]\s|\d|{_choice(words['before'])})\s*(?:the\s+)?"
    people = rf"(?:[\w-]+\s+){{0,2}}?{_choice(words['people'], plural=True)}"
    whose = rf"{_choice(words[f'{side}_own'])}\s+{people}"
    pronouns = words[f"{side}_acts"] if alone else ()
    named = _choice((*pronouns, *words[side], *party.names), plural=True)
    things = rf"(?!\s+{_choice(words['things'])})"  # "customer success" is nobody of theirs
    return re.compile(rf"{lead}(?:{whose}|{named}{things})", re.IGNORECASE)


@derived
def _dates() -> re.Pattern[str]:
    words = load().findings["plan-without-both"].words["when"]
    return re.compile(f"{_FIGURES}|{_choice(words, plural=True)}", re.IGNORECASE)


def _choice(phrases: Iterable[str], *, plural: bool = False) -> str:
    choice = "|".join(re.escape(phrase) for phrase in phrases)
    return rf"\b(?:{choice}){'s?' if plural else ''}\b"
