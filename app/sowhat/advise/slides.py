"""Advice on each slide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sowhat.advise.claim import claim_of, further_claims, quote_of
from sowhat.advise.crowded import crowded
from sowhat.advise.cuts import why_of
from sowhat.advise.drafts import draft_slides
from sowhat.advise.order import propose
from sowhat.advise.questions import Blanks, Questions
from sowhat.model import (
    Action,
    Advice,
    Cut,
    Deck,
    Motif,
    Move,
    Note,
    Order,
    Profile,
    Question,
    Side,
    Stance,
    Verdict,
)
from sowhat.rules import MotifRule, Rules
from sowhat.rules.measures import load_measures
from sowhat.texts import text

MOST_ASKED = 3  # questions on a slide
_ENOUGH = 2  # lines of a draft from the slide's own sentences
_SIDES = {
    Stance.VENDOR: (Side.VENDOR,),
    Stance.MIXED: (Side.VENDOR, Side.CUSTOMER),
    Stance.CUSTOMER: (Side.CUSTOMER,),
    Stance.NEUTRAL: (Side.NEUTRAL,),
}
_ORDERED = (Note.PROPOSED, Note.KEPT)
_ASKED_ONCE = (Action.KEEP, Action.CUT, Action.MERGE)


@dataclass(frozen=True, slots=True)
class _Task:
    """What all slides of a deck share while advice is made."""

    deck: Deck
    keep: frozenset[Motif]
    blanks: Blanks
    questions: Questions
    order: Order
    moves: Mapping[int, Move]
    drafts: Mapping[int, tuple[str, ...]]
    cuts: Mapping[int, Cut]
    crowded: Mapping[int, str]


def advise(
    deck: Deck,
    profile: Profile,
    verdicts: Sequence[Verdict],
    rules: Rules,
    order: Order | None = None,
    cuts: Sequence[Cut] = (),
) -> tuple[Advice, ...]:
    """Return advice on the shown slides in their order, at most one a slide.

    Slides that are well as they are get none, nor do unsure ones: a person decides these first.
    ``verdicts[i]`` belongs to slide i + 1; ``order`` is the proposed one, made where it is None.
    A slide is cut or merged where ``cuts`` say so, and nowhere else.
    """
    shown = tuple(verdicts[slide.number - 1] for slide in deck.shown)
    order = order or propose(deck, profile, verdicts, rules, cuts)
    gone = {number: one for one in cuts for number in one.slides}
    ruled = {v.slide: None if v.unsure else _rule(v, rules) for v in shown}
    task = _Task(
        deck,
        frozenset(load_measures().keep.get(profile.purpose, ())),
        Blanks.of(profile),
        Questions(),
        order,
        {move.slide: move for move in order.moves},
        draft_slides(
            deck, profile, [v for v in shown if _ours(ruled[v.slide]) and v.slide not in gone]
        ),
        gone,
        crowded(deck, verdicts, order, rules),
    )
    found = []
    for verdict in shown:
        rule = ruled[verdict.slide]
        if verdict.slide in gone:
            found.append(_cut(task, verdict, rule))
            continue
        advice = _advice(task, verdict, rule) if rule else None
        if advice:
            found.append(advice)
    return tuple(_asked_further(task, verdicts[one.slide - 1], ruled, one) for one in found)


def _asked_further(
    task: _Task, verdict: Verdict, ruled: Mapping[int, MotifRule | None], advice: Advice
) -> Advice:
    """Return advice with questions to a slide's other claims, as long as the deck has unheard ones.

    They come after the first question of every slide, so that none of these is heard twice for it.
    """
    rule = ruled[verdict.slide]
    if advice.action in _ASKED_ONCE or rule is None or rule.side is not Side.VENDOR:
        return advice
    slide = task.deck.slides[verdict.slide - 1]
    first = claim_of(slide, verdict)
    further = []
    for quote, claim in list(further_claims(slide, verdict, first).items())[: MOST_ASKED - 1]:
        question = task.questions.fresh(rule, claim)
        if question:
            further.append(Question(quote, task.blanks.fill(question, claim)))
    return replace(advice, further=tuple(further), quote=quote_of(slide, verdict, first))


def _ours(rule: MotifRule | None) -> bool:
    return rule is not None and rule.side is Side.VENDOR


def _rule(verdict: Verdict, rules: Rules) -> MotifRule | None:
    """Return the rule of the main motif among those of the stance's side."""
    for side in _SIDES[verdict.stance]:
        for motif in verdict.motifs:
            if rules.motifs[motif].side is side:
                return rules.motifs[motif]
    return None


def _cut(task: _Task, verdict: Verdict, rule: MotifRule | None) -> Advice:
    """Return what the deck's cuts say of a slide; what the vendor claims on it is still asked."""
    cut = task.cuts[verdict.slide]
    asked = ""
    if rule is not None and rule.side is Side.VENDOR:
        claim = claim_of(task.deck.slides[verdict.slide - 1], verdict)
        asked = task.blanks.fill(task.questions.next(rule, claim), claim)
    return Advice(verdict.slide, cut.action, asked, why=why_of(cut, verdict.slide))


def _advice(task: _Task, verdict: Verdict, rule: MotifRule) -> Advice | None:
    if rule.side is Side.CUSTOMER and verdict.slide in task.moves:
        return _moved(task, verdict, rule)
    if rule.side is not Side.VENDOR and rule.advice.action in (Action.KEEP, Action.MOVE):
        return None  # what is neither side's holds its place
    slide = task.deck.slides[verdict.slide - 1]
    claim = claim_of(slide, verdict)
    action, to, why = _action(task, verdict, rule)
    return Advice(
        slide=verdict.slide,
        action=action,
        so_what=task.blanks.fill(task.questions.next(rule, claim), claim),
        draft=None if action is Action.KEEP else _draft(task, verdict.slide, rule, claim),
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
    if any(motif in task.keep for motif in verdict.motifs):
        return Action.KEEP, None, text("advise.keep-for-purpose")
    if advice.action in (Action.CUT, Action.MERGE):
        return Action.REWRITE, None, advice.why  # what goes is decided for the deck as a whole
    if advice.action is not Action.MOVE:
        return advice.action, None, advice.why
    if verdict.slide in task.moves:
        return Action.MOVE, _before(task, verdict.slide), advice.why
    crowded = task.crowded.get(verdict.slide)
    heard = task.order.after.first_customer
    if task.order.note in _ORDERED and heard and heard < task.order.place(verdict.slide):
        if crowded:
            return Action.REWRITE, None, crowded
        now = task.order.before.first_customer
        already = now is not None and now < verdict.slide
        return Action.KEEP, None, text(f"advise.well-placed{'' if already else '-then'}")
    # Where no customer slide comes first, moving saves nothing: something has to be written.
    return Action.REWRITE, None, advice.why


def _before(task: _Task, slide: int) -> int | None:
    """Return the slide that it stands before in the new order, None where it goes to the end."""
    following = task.order.slides[task.order.place(slide) :]
    stays = (n for n in following if n not in task.moves and n not in task.order.cut)
    return next((n for n in stays if not task.deck.slides[n - 1].hidden), None)


def _moved(task: _Task, verdict: Verdict, rule: MotifRule) -> Advice:
    claim = claim_of(task.deck.slides[verdict.slide - 1], verdict)
    return Advice(
        slide=verdict.slide,
        action=Action.MOVE,
        so_what=task.blanks.fill(task.questions.next(rule, claim), claim),
        to=_before(task, verdict.slide),
        why=task.moves[verdict.slide].why,
    )
