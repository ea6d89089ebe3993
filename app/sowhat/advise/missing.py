"""The slides that a deck lacks, as briefs for whoever writes them."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from sowhat.advise.cards import Card, cards
from sowhat.advise.effect import State, changes
from sowhat.advise.questions import Blanks
from sowhat.advise.shape import shape
from sowhat.measure import enough, has_date, has_number
from sowhat.model import Deck, Finding, Missing, Motif, Order, Profile, Purpose, Stance, Verdict
from sowhat.rules import Rules
from sowhat.rules.missing import BriefRule, load_missing
from sowhat.rules.order import load_order
from sowhat.texts import text

NONE: frozenset[Motif] = frozenset()
NOT_FOR = frozenset({Purpose.TRAINING, Purpose.INTERNAL})  # nobody is to be won there


def missing(
    deck: Deck,
    profile: Profile,
    verdicts: Sequence[Verdict],
    findings: Sequence[Finding],
    order: Order,
    rules: Rules,
    without: frozenset[Motif] = NONE,
) -> tuple[Missing, ...]:
    """Return what the deck lacks, in the order of the rules; ``verdicts[i]`` is on slide i + 1.

    A motif counts as there on any shown slide, unsure ones included: to ask for what is there
    would be worse than to leave it out. What would show only motifs in ``without``, for which
    nobody looked, is left out. Where most slides were not judged nothing counts as lacking.
    """
    shown = tuple(verdicts[slide.number - 1] for slide in deck.shown)
    if profile.purpose in NOT_FOR or len(shown) < load_missing().slides:
        return ()
    if not enough(deck, shown):
        return ()
    found = {finding.id for finding in findings}
    dealt = {card.slide: card for card in cards(deck, verdicts, rules)}
    line = [dealt[number] for number in order.slides]
    return tuple(
        _brief(rule, profile, _after(line, rule), shown)
        for rule in load_missing().briefs
        if not without.issuperset(rule.motifs) and _lacks(deck, shown, rule, found)
    )


def _lacks(deck: Deck, shown: Sequence[Verdict], rule: BriefRule, found: Set[str]) -> bool:
    if not found.isdisjoint(rule.findings):
        return True
    there = [v for v in shown if not set(rule.motifs).isdisjoint(v.motifs)]
    slides = [deck.slides[v.slide - 1] for v in there]
    if rule.figure:
        return bool(slides) and not any(map(has_number, slides))
    return not (any(map(has_date, slides)) if rule.dated else slides)


def _after(line: Sequence[Card], rule: BriefRule) -> int:
    """Return the slide after which it belongs: the last of its group, or of what comes before."""
    rank = load_order().rank(rule.group)
    parts = shape(line)
    free = [card for card in line if card not in parts.front and card not in parts.tail]
    opened = parts.front[-1].slide if parts.front else 0
    own = [card.slide for card in free if card.rank == rank]
    before = [card.slide for card in free if card.rank is not None and card.rank < rank]
    return next((slides[-1] for slides in (own, before) if slides), opened)


def _brief(rule: BriefRule, profile: Profile, after: int, shown: Sequence[Verdict]) -> Missing:
    blanks = Blanks.of(profile)
    return Missing(
        id=rule.id,
        title=rule.title,
        why=rule.why,
        lines=tuple(blanks.fill_draft(line) or line for line in rule.lines),
        ask=blanks.fill(rule.ask),
        after=after,
        effect=changes(State.of(shown), State.of(with_slide(shown, after)))
        or text("advise.effect.none-write"),
    )


def in_order(deck: Deck, verdicts: Sequence[Verdict], order: Order) -> tuple[Verdict, ...]:
    """Return the verdicts on the shown slides as they would stand in ``order``."""
    return tuple(verdicts[n - 1] for n in order.slides if not deck.slides[n - 1].hidden)


def with_slide(told: Sequence[Verdict], after: int) -> list[Verdict]:
    """Return the verdicts with one on a new slide about the customer after slide ``after``."""
    at = next((i + 1 for i, v in enumerate(told) if v.slide == after), 0)
    new = replace(told[0], slide=0, stance=Stance.CUSTOMER, unsure=False)
    return [*told[:at], new, *told[at:]]
