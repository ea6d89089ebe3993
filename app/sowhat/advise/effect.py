"""What following an advice would change, worked out on the deck's own numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sowhat.measure import percent, vendor_share
from sowhat.model import Action, Advice, Stance, Verdict
from sowhat.texts import text


@dataclass(frozen=True, slots=True)
class State:
    """The numbers that advice can change; ``first`` and ``run`` count shown slides."""

    share: float | None
    first: int | None
    run: int
    slides: int

    @classmethod
    def of(cls, shown: Sequence[Verdict]) -> State:
        """Return the numbers of the shown slides in the order given."""
        stances = [None if v.unsure else v.stance for v in shown]
        count = Counter(stances)
        share = vendor_share(count[Stance.VENDOR], count[Stance.CUSTOMER], count[Stance.MIXED])
        first = stances.index(Stance.CUSTOMER) + 1 if count[Stance.CUSTOMER] else None
        runs = (len(list(run)) for stance, run in groupby(stances) if stance is Stance.VENDOR)
        return cls(share, first, max(runs, default=0), len(stances))


def effect(shown: Sequence[Verdict], advice: Advice) -> str:
    """Return what following an advice changes on the shown slides, in plain words.

    A rewritten slide counts as the customer's, a cut one is gone.
    """
    said = changes(State.of(shown), State.of(followed(shown, advice)))
    return said or text(f"advise.effect.none-{advice.action}")


def followed(shown: Sequence[Verdict], advice: Advice) -> list[Verdict]:
    """Return the shown slides as they stand once the advice is followed."""
    if advice.action is Action.REWRITE:
        return [
            replace(v, stance=Stance.CUSTOMER, unsure=False) if _turns(v, advice) else v
            for v in shown
        ]
    rest = [v for v in shown if v.slide != advice.slide]
    if advice.action in (Action.CUT, Action.MERGE):
        return rest
    moved = [v for v in shown if v.slide == advice.slide]
    at = next((i for i, v in enumerate(rest) if v.slide == advice.to), len(rest))
    return rest[:at] + moved + rest[at:]


def _turns(verdict: Verdict, advice: Advice) -> bool:
    """Say whether rewriting turns the slide to the customer: a neutral one stays neutral."""
    return verdict.slide == advice.slide and verdict.stance is not Stance.NEUTRAL


def weight(before: State, after: State) -> float:
    """Return how much it changes, from 0 up: share, first customer slide, longest vendor run."""
    share = (before.share or 0.0) - (after.share or 0.0)
    earlier = (before.first or before.slides + 1) - (after.first or after.slides + 1)
    shorter = before.run - after.run
    return share + (max(earlier, 0) + max(shorter, 0) / 2) / max(before.slides, 1)


def changes(before: State, after: State) -> str:
    """Say what changes, the share first; one sentence part each, empty where nothing does."""
    parts = []
    if before.share is not None and after.share is not None and after.share != before.share:
        parts.append(_share_words(before.share, after.share))
    if after.first is not None and (before.first is None or after.first < before.first):
        key = "first-at-all" if before.first is None else "first"
        parts.append(text(f"advise.effect.{key}", new=after.first, old=before.first))
    if after.run < before.run and before.run > 1:
        parts.append(text("advise.effect.run", n=after.run, old=before.run))
    return "; ".join(parts)


def _share_words(before: float, after: float) -> str:
    way = "falls" if after < before else "rises"
    old, new = percent(before), percent(after)
    if old == new:
        return text(f"advise.effect.{way}-little")
    return text(f"advise.effect.{way}", old=old, new=new)
