"""Which slides are looked for, and in what order they are shown. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sowhat.gui.paint import Sight, sight
from sowhat.model import Action, Audit, Motif, Resolution, Stance, Status

SIDES = {Stance.VENDOR: 1.0, Stance.MIXED: 0.5}  # how much a slide adds to the vendor share


class Sorting(StrEnum):
    """An order of the slides."""

    DECK = "deck"
    SUREST = "surest"
    UNSURE = "unsure"
    EFFECT = "effect"


@dataclass(frozen=True, slots=True)
class Facts:
    """What slides are looked for by. ``effect`` ranks how much its change would change the deck."""

    number: int
    sight: Sight
    motifs: tuple[Motif, ...] = ()
    actions: tuple[Action, ...] = ()
    statuses: frozenset[Status] = frozenset()
    decided: bool = False
    confidence: float = 1.0
    effect: tuple[float, float] = (0.0, 0.0)


Wanted = Sight | Motif | Action | Status | bool
"""One thing to look for; true and false are decided by the user and not."""


@dataclass(frozen=True, slots=True)
class Sift:
    """What is looked for: of each kind any that is named, all where none is."""

    sights: frozenset[Sight] = frozenset()
    motifs: frozenset[Motif] = frozenset()
    actions: frozenset[Action] = frozenset()
    statuses: frozenset[Status] = frozenset()
    decided: frozenset[bool] = frozenset()
    sorting: Sorting = Sorting.DECK

    @property
    def filters(self) -> bool:
        """Whether some slides may be left out."""
        return any((self.sights, self.motifs, self.actions, self.statuses, self.decided))

    def takes(self, facts: Facts) -> bool:
        """Say whether a slide is one that is looked for."""
        return all(
            not wanted or bool(wanted & found)
            for wanted, found in (
                (self.sights, {facts.sight}),
                (self.motifs, set(facts.motifs)),
                (self.actions, set(facts.actions)),
                (self.statuses, facts.statuses),
                (self.decided, {facts.decided}),
            )
        )

    def key(self, facts: Facts) -> tuple[float, ...]:
        """Return what a slide is sorted by: the lowest comes first."""
        unsure = facts.sight is Sight.UNSURE
        match self.sorting:
            case Sorting.DECK:
                return (facts.number,)
            case Sorting.SUREST:
                return (unsure, -facts.confidence, facts.number)
            case Sorting.UNSURE:
                return (not unsure, facts.confidence, facts.number)
            case Sorting.EFFECT:
                return (*(-one for one in facts.effect), facts.number)


def facts(audit: Audit, resolutions: Iterable[Resolution] = ()) -> tuple[Facts, ...]:
    """Return the facts of all slides in order."""
    statuses: dict[int, set[Status]] = {}
    for one in resolutions:
        statuses.setdefault(one.slide, set()).add(one.status)
    ranked = _ranked(audit)
    return tuple(
        Facts(
            number=verdict.slide,
            sight=sight(verdict),
            motifs=verdict.motifs,
            actions=tuple(advice.action for advice in audit.advice_for(verdict.slide)),
            statuses=frozenset(statuses.get(verdict.slide, ())),
            decided=verdict.decided,
            confidence=verdict.confidence,
            effect=(
                ranked.get(verdict.slide, 0.0),
                0.0 if slide.hidden else SIDES.get(verdict.stance, 0.0) * verdict.confidence,
            ),
        )
        for slide, verdict in zip(audit.deck.slides, audit.verdicts, strict=True)
    )


def tally(found: Iterable[Facts]) -> Counter[Wanted]:
    """Count the slides for each thing that can be looked for."""
    counted: Counter[Wanted] = Counter()
    for one in found:
        counted.update({one.sight, *one.motifs, *one.actions, *one.statuses, one.decided})
    return counted


def _ranked(audit: Audit) -> dict[int, float]:
    """Return the weight of the greatest fix for each slide that one is about."""
    found: dict[int, float] = {}
    for fix in audit.top:
        for number in fix.slides:
            found[number] = max(found.get(number, 0.0), fix.weight)
    return found
