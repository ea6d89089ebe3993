"""The few things of all advice that change most, the greatest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sowhat.advise.effect import State, effect, followed, weight
from sowhat.advise.missing import in_order, with_slide
from sowhat.measure import spread
from sowhat.model import (
    Action,
    Advice,
    Cut,
    Deck,
    Fix,
    FixKind,
    Flow,
    Missing,
    Note,
    Order,
    Verdict,
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
) -> tuple[Fix, ...]:
    """Return at most ``MOST`` things to do, ranked by effect; ``verdicts[i]`` is on slide i + 1.

    There are ``ALIKE`` of one kind, unless there are too few others. All but the order itself are
    weighed on the deck in the proposed order, for to move slides costs nothing. Where the purpose
    sets the order, only the share counts.
    """
    shown = [verdicts[slide.number - 1] for slide in deck.shown]
    told = _Told(in_order(deck, verdicts, order), order.note is Note.FOR_PURPOSE)
    cut = {number for one in cuts for number in (*one.slides, one.keep)}
    found = [
        *_order(shown, told.verdicts, order),
        *(_write(told, one) for one in missing),
        *(_cut(told, one) for one in cuts),
        *(_single(deck, told, one) for one in advice if _alone(one, order, cut)),
    ]
    ranked = sorted(found, key=lambda fix: -round(fix.weight, 6))
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
        text("advise.top.order", n=len(order.moves)),
        text("advise.top.order-how"),
        _flow_changes(order.before, order.after) or text("advise.effect.none-move"),
        weight(State.of(shown), State.of(told)),
        tuple(sorted(move.slide for move in order.moves)),
    )


def _flow_changes(before: Flow, after: Flow) -> str:
    """Say what a new order brings; empty where it is neither an earlier customer nor a shorter
    stretch about the vendor."""
    parts = []
    old, new = before.first_customer, after.first_customer
    if old is not None and new is not None and new < old:
        parts.append(text("advise.effect.first", new=new, old=old))
    if after.vendor_run < before.vendor_run:
        parts.append(text("advise.effect.run", n=after.vendor_run, old=before.vendor_run))
    return "; ".join(parts)


def longer(order: Order) -> str:
    """Say that the longest stretch about the vendor grows; empty where it does not."""
    old, new = order.before.vendor_run, order.after.vendor_run
    return text("advise.order-notes.longer", n=old, new=new) if new > old else ""


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
    if one.slide in cut and one.action is not Action.KEEP:
        return False
    return one.action is not Action.KEEP or (order.note is Note.FOR_PURPOSE and bool(one.so_what))


def _single(deck: Deck, told: _Told, one: Advice) -> Fix:
    title = _short(deck.slides[one.slide - 1].title)
    if one.action is Action.KEEP:  # its answer, as a headline, would turn it
        kind, after = FixKind.ASK, followed(told.verdicts, replace(one, action=Action.REWRITE))
        said = text("advise.effect.none-ask")
    else:
        kind, after = FixKind(one.action.value), followed(told.verdicts, one)
        said = effect(told.verdicts, one)
    key = f"advise.top.{kind}-titled" if title else f"advise.top.{kind}"
    return Fix(
        kind,
        text(key, slides=_listed([one.slide]), title=title),
        one.why if kind is FixKind.CUT or not one.so_what else one.so_what,
        said,
        told.worth(after),
        (one.slide,),
    )


def _short(title: str) -> str:
    words = " ".join(title.split())
    return words if len(words) <= LONG else f"{words[: LONG - 1].rstrip()}…"


def _listed(slides: Sequence[int]) -> str:
    return text("words.slides", n=len(slides), slides=spread(slides))
