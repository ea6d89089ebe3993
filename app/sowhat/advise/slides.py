"""Advice on each slide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sowhat.advise.claim import claim_of
from sowhat.advise.drafts import draft_slides
from sowhat.advise.moves import first_customer_to, later
from sowhat.advise.questions import Blanks, Questions
from sowhat.model import Action, Advice, Deck, Motif, Profile, Side, Stance, Verdict
from sowhat.rules import MotifRule, Rules
from sowhat.rules.measures import load_measures
from sowhat.texts import text

_ENOUGH = 2  # lines of a draft from the slide's own sentences
_SIDES = {
    Stance.VENDOR: (Side.VENDOR,),
    Stance.MIXED: (Side.VENDOR, Side.CUSTOMER),
    Stance.CUSTOMER: (Side.CUSTOMER,),
    Stance.NEUTRAL: (Side.NEUTRAL,),
}


@dataclass(frozen=True, slots=True)
class _Task:
    """What all slides of a deck share while advice is made."""

    deck: Deck
    shown: tuple[Verdict, ...]
    keep: frozenset[Motif]
    blanks: Blanks
    questions: Questions
    forward: tuple[int, int] | None
    drafts: Mapping[int, tuple[str, ...]]


def advise(
    deck: Deck, profile: Profile, verdicts: Sequence[Verdict], rules: Rules
) -> tuple[Advice, ...]:
    """Return advice on the shown slides in their order, at most one a slide.

    Slides that are well as they are get none, nor do unsure ones: a person decides these first.
    ``verdicts[i]`` belongs to slide i + 1.
    """
    shown = tuple(verdicts[slide.number - 1] for slide in deck.shown)
    ruled = {v.slide: None if v.unsure else _rule(v, rules) for v in shown}
    task = _Task(
        deck,
        shown,
        frozenset(load_measures().keep.get(profile.purpose, ())),
        Blanks.of(profile),
        Questions(),
        _forward(shown, profile),
        draft_slides(deck, profile, [v for v in shown if _ours(ruled[v.slide])]),
    )
    found = []
    for verdict in shown:
        rule = ruled[verdict.slide]
        advice = _advice(task, verdict, rule) if rule else None
        if advice:
            found.append(advice)
    return tuple(found)


def _ours(rule: MotifRule | None) -> bool:
    return rule is not None and rule.side is Side.VENDOR


def _forward(shown: Sequence[Verdict], profile: Profile) -> tuple[int, int] | None:
    """Return the move that brings the customer forward, where the purpose asks for it."""
    if profile.purpose in load_measures().keep:
        return None
    vendor = [v.slide for v in shown if v.stance is Stance.VENDOR and not v.unsure]
    return first_customer_to(shown, vendor)


def _rule(verdict: Verdict, rules: Rules) -> MotifRule | None:
    """Return the rule of the main motif among those of the stance's side."""
    for side in _SIDES[verdict.stance]:
        for motif in verdict.motifs:
            if rules.motifs[motif].side is side:
                return rules.motifs[motif]
    return None


def _advice(task: _Task, verdict: Verdict, rule: MotifRule) -> Advice | None:
    if task.forward and verdict.slide == task.forward[0]:
        return _bring_forward(task, verdict, rule)
    if rule.side is not Side.VENDOR and rule.advice.action is Action.KEEP:
        return None
    slide = task.deck.slides[verdict.slide - 1]
    claim = claim_of(slide, verdict)
    action, to, why = _action(task, verdict, rule)
    return Advice(
        slide=verdict.slide,
        action=action,
        so_what=task.blanks.fill(task.questions.next(rule, claim), claim),
        draft=_draft(task, verdict.slide, rule, claim),
        to=to,
        why=task.blanks.fill(why, claim),
    )


def _draft(task: _Task, slide: int, rule: MotifRule, claim: str) -> str | None:
    """Return the slide's own sentences turned round; what its motif's rule proposes stands in for
    them, and follows where there is but one."""
    lines = task.drafts.get(slide, ())
    proposed = task.blanks.fill_draft(rule.advice.draft.replace("{claim}", claim))
    if len(lines) < _ENOUGH and proposed:
        lines = (*lines, proposed)
    return "\n".join(lines) or None


def _action(task: _Task, verdict: Verdict, rule: MotifRule) -> tuple[Action, int | None, str]:
    """Return what to do, before which slide, and why."""
    advice = rule.advice
    if rule.id in task.keep:
        return Action.KEEP, None, text("advise.keep-for-purpose")
    if advice.action is not Action.MOVE:
        return advice.action, None, advice.why
    to = later(task.shown, verdict.slide)
    if to is not None:
        return Action.MOVE, to, advice.why
    # Where no customer slide follows, moving saves nothing: something has to be written.
    return Action.REWRITE, None, advice.why


def _bring_forward(task: _Task, verdict: Verdict, rule: MotifRule) -> Advice:
    claim = claim_of(task.deck.slides[verdict.slide - 1], verdict)
    assert task.forward is not None
    return Advice(
        slide=verdict.slide,
        action=Action.MOVE,
        so_what=task.blanks.fill(task.questions.next(rule, claim), claim),
        to=task.forward[1],
        why=text("advise.bring-forward"),
    )
