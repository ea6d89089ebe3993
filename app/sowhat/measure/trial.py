"""An order of the user's own: what it would change, before anything is done to the deck."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from sowhat.measure.count import vendor_share
from sowhat.measure.flow import flow
from sowhat.measure.kept import longest_kept
from sowhat.model import Audit, Flow, Move, Note, Order, Stance


@dataclass(frozen=True, slots=True)
class Trial:
    """All slides' numbers in an order of the user's own, and those that are marked to be cut.

    ``touched`` are those that were moved by hand: of equally few moves these are named.
    """

    slides: tuple[int, ...]
    cut: frozenset[int] = frozenset()
    touched: frozenset[int] = field(default=frozenset(), compare=False)

    @property
    def kept(self) -> tuple[int, ...]:
        """The slides that are not cut, in order."""
        return tuple(number for number in self.slides if number not in self.cut)

    @property
    def moved(self) -> tuple[int, ...]:
        """The fewest slides to take out and put elsewhere, in their new order."""
        return _moved(self.slides, self.touched)

    def put(self, numbers: Collection[int], place: int) -> Trial:
        """Return it with the slides ``numbers`` before the one at ``place`` (from 0; else last)."""
        before = [n for n in self.slides[:place] if n not in numbers]
        after = [n for n in self.slides[place:] if n not in numbers]
        taken = [n for n in self.slides if n in numbers]
        touched = self.touched | frozenset(taken)
        return replace(self, slides=(*before, *taken, *after), touched=touched)

    def marked(self, numbers: Collection[int]) -> Trial:
        """Return it with the slides marked to be cut, or no longer where all of them were."""
        asked = frozenset(numbers)
        return replace(self, cut=self.cut - asked if asked <= self.cut else self.cut | asked)


@lru_cache(maxsize=4)  # every panel asks it of the trial that it shows
def _moved(slides: tuple[int, ...], touched: frozenset[int]) -> tuple[int, ...]:
    stay = longest_kept(slides, {number: int(number not in touched) for number in slides})
    return tuple(number for number in slides if number not in stay)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a trial changes; shares are of the slides that are decided, None without any.

    The places in ``after`` count the slides that are left.
    """

    before: Flow
    after: Flow
    share_before: float | None
    share_after: float | None


def today(audit: Audit) -> Trial:
    """Return the deck's slides as they stand."""
    return Trial(tuple(slide.number for slide in audit.deck.slides))


def proposed(audit: Audit) -> Trial:
    """Return the order that is proposed for the deck; as it stands where there is none."""
    return Trial(audit.order.slides) if audit.order.slides else today(audit)


def outcome(audit: Audit, trial: Trial) -> Outcome:
    """Return what the trial changes."""
    now = today(audit)
    return Outcome(
        flow(audit.deck, audit.verdicts, now.slides),
        flow(audit.deck, audit.verdicts, trial.kept),
        _share(audit, now.slides),
        _share(audit, trial.kept),
    )


def order_of(audit: Audit, trial: Trial) -> Order:
    """Return the trial as an order that copies can be made in; cut slides are still in it."""
    if trial.slides == audit.order.slides:
        return audit.order
    found = outcome(audit, replace(trial, cut=frozenset()))
    moves = tuple(Move(number, trial.slides.index(number) + 1, "") for number in trial.moved)
    note = Note.PROPOSED if moves else Note.KEPT
    return Order(trial.slides, (), moves, note, found.before, found.after)


def _share(audit: Audit, numbers: Sequence[int]) -> float | None:
    shown = [audit.verdict(n) for n in numbers if not audit.deck.slides[n - 1].hidden]
    stances = [verdict.stance for verdict in shown if not verdict.unsure]
    return vendor_share(*(stances.count(s) for s in (Stance.VENDOR, Stance.CUSTOMER, Stance.MIXED)))
