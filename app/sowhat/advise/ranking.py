"""The few things of all advice that change most, the greatest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sowhat.advise.effect import State, effect, followed, weight
from sowhat.advise.gains import cost, earlier, gains, opens
from sowhat.advise.missing import in_order, with_slide
from sowhat.measure import spread
from sowhat.model import (
    Action,
    Advice,
    Cut,
    Deck,
    Fix,
    FixKind,
    Missing,
    Note,
    Order,
    Resolution,
    Status,
    Verdict,
    word_on,
)
from sowhat.texts import text

MOST = 5
ALIKE = 2  # so many of one kind, so that rewriting does not crowd out all else
LONG = 60  # characters of a headline


def fixes(
    deck: Deck,
    verdicts: Sequence[Verdict],
    advice: Sequence[Advice],
    order: Order,
    missing: Sequence[Missing],
    cuts: Sequence[Cut],
    resolutions: Sequence[Resolution] = (),
) -> tuple[Fix, ...]:
    """Return at most ``MOST`` things to do, ranked by effect; ``verdicts[i]`` is on slide i + 1.

    What the user ignores is left out; what is done or for later keeps its rank.

    There are ``ALIKE`` of one kind, unless there are too few others. All but the order itself are
    weighed on the deck in the proposed order, for to move slides costs nothing; what they change is
    said of the deck as it is. Where the purpose sets the order, only the share counts.
    """
    shown = [verdicts[slide.number - 1] for slide in deck.shown]
    told = _Told(in_order(deck, verdicts, order), order.note is Note.FOR_PURPOSE)
    cut = {number for one in cuts for number in (*one.slides, one.keep)}
    found = [
        *_order(shown, told.verdicts, order),
        *(_write(told, one) for one in missing),
        *(_cut(told, one) for one in cuts),
        *(_single(deck, shown, told, one) for one in advice if _alone(one, order, cut)),
    ]
    marked = [replace(fix, status=_status(resolutions, fix)) for fix in found]
    left = [fix for fix in marked if fix.status is not Status.IGNORED]
    ranked = sorted(left, key=lambda fix: -round(fix.weight, 6))
    return _mixed(ranked)


@dataclass(frozen=True, slots=True)
class _Told:
    """The shown slides in the proposed order; ``calm`` where only the share is looked at."""

    verdicts: tuple[Verdict, ...]
    calm: bool

    def worth(self, after: Sequence[Verdict]) -> float:
        """Return how much the deck gains once its slides stand as in ``after``."""
        before, then = State.of(self.verdicts), State.of(after)
        gain = (before.share or 0.0) - (then.share or 0.0) if self.calm else weight(before, then)
        return max(gain, 0.0)


def _status(resolutions: Sequence[Resolution], fix: Fix) -> Status | None:
    word = word_on(resolutions, fix.subjects)
    return word.status if word is not None else None


def _mixed(ranked: Sequence[Fix]) -> tuple[Fix, ...]:
    """Return the first of each kind, filled up with the others; in the order of their ranks."""
    counts: Counter[FixKind] = Counter()
    chosen: list[int] = []
    for index, fix in enumerate(ranked):
        counts[fix.kind] += 1
        if counts[fix.kind] <= ALIKE:
            chosen.append(index)
    others = (index for index in range(len(ranked)) if index not in chosen)
    chosen = [*chosen, *others][:MOST]
    return tuple(ranked[index] for index in sorted(chosen))


def _order(shown: Sequence[Verdict], told: Sequence[Verdict], order: Order) -> Iterator[Fix]:
    if not order.changed:
        return
    yield Fix(
        FixKind.ORDER,
        text(f"advise.top.{_heading(order)}", n=len(order.moves)),
        text("advise.top.order-how"),
        "; ".join(gains(order.before, order.after) + cost(order.before, order.after)),
        weight(State.of(shown), State.of(told)),
        tuple(sorted(move.slide for move in order.moves)),
    )


def _heading(order: Order) -> str:
    first = earlier(order.before, order.after) or opens(order.before, order.after)
    return "order" if first else "order-else"


def _write(told: _Told, one: Missing) -> Fix:
    said = text("advise.top.write", title=one.title)
    worth = told.worth(with_slide(told.verdicts, one.after))
    return Fix(FixKind.WRITE, said, one.why, one.effect, worth, id=one.id)


def _cut(told: _Told, one: Cut) -> Fix:
    rest = [verdict for verdict in told.verdicts if verdict.slide not in one.slides]
    kind = FixKind.MERGE if one.merge else FixKind.CUT
    said = text(f"advise.top.{kind}", slides=_listed(one.slides), keep=one.keep)
    return Fix(kind, said, one.why, one.effect, told.worth(rest), one.slides)


def _alone(one: Advice, order: Order, cut: set[int]) -> bool:
    """Say whether an advice on one slide is not told already by the order or the cuts."""
    if one.action is Action.MOVE and order.changed:
        return False
    if one.action in (Action.CUT, Action.MERGE):
        return False
    if one.slide in cut and one.action is not Action.KEEP:
        return False
    return one.action is not Action.KEEP or (order.note is Note.FOR_PURPOSE and bool(one.so_what))


def _single(deck: Deck, shown: Sequence[Verdict], told: _Told, one: Advice) -> Fix:
    title = _short(deck.slides[one.slide - 1].title)
    if one.action is Action.KEEP:  # its answer, as a headline, would turn it
        kind, after = FixKind.ASK, followed(told.verdicts, replace(one, action=Action.REWRITE))
        said = text("advise.effect.none-ask")
    else:
        kind, after = FixKind(one.action.value), followed(told.verdicts, one)
        said = effect(shown, one)
    key = f"advise.top.{kind}-titled" if title else f"advise.top.{kind}"
    return Fix(
        kind,
        text(key, slides=_listed([one.slide]), title=title),
        one.so_what or one.why,
        said,
        told.worth(after),
        (one.slide,),
    )


def _short(title: str) -> str:
    words = " ".join(title.split())
    return words if len(words) <= LONG else f"{words[: LONG - 1].rstrip()}…"


def _listed(slides: Sequence[int]) -> str:
    return text("words.slides", n=len(slides), slides=spread(slides))
