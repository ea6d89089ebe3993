"""What became of the findings and of the advice from one version to the next. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sowhat.compare.lasting import fell_silent, lasting
from sowhat.model import Action, Advice, Audit, Fate, Finding, Outcome, Pair
from sowhat.rules import load
from sowhat.texts import text


def outcomes(old: Audit, new: Audit, pairs: Sequence[Pair]) -> tuple[Outcome, ...]:
    """Return findings first, then advice; each by fate, then in the deck's order."""
    found = sorted(_findings(old, new, pairs), key=_rank)
    return (*found, *sorted(_advice(old, new, pairs), key=_rank))


def _rank(outcome: Outcome) -> int:
    return list(Fate).index(outcome.fate)


def _findings(old: Audit, new: Audit, pairs: Sequence[Pair]) -> Iterator[Outcome]:
    """Go by what is there; resolved or new is only what something that changed speaks for."""
    before = {finding.id: finding for finding in old.findings}
    after = {finding.id: finding for finding in new.findings}
    still = lasting(new, old, {pair.new: (pair.old, pair) for pair in pairs})
    already = lasting(old, new, {pair.old: (pair.new, pair) for pair in pairs})
    same = {pair.new for pair in pairs if not pair.changed}
    for name, now in after.items():
        was = before.get(name)
        if was is None and name in already and same.issuperset(now.slides):
            was = already[name]
        fate = Fate.NEW if was is None else Fate.REMAINS
        yield Outcome("finding", name, fate, now.message, was.slides if was else (), now.slides)
    for name, was in before.items():
        if name in after:
            continue
        if worse := _worse(name, still):
            if worse.id not in {*after, *before}:
                yield Outcome("finding", worse.id, Fate.NEW, worse.message, (), worse.slides)
            continue
        kept = still.get(name)
        fate = Fate.REMAINS if kept else Fate.RESOLVED
        message, slides = (kept.message, kept.slides) if kept else (was.message, ())
        yield Outcome("finding", name, fate, message, was.slides, slides)


def _worse(name: str, still: Mapping[str, Finding]) -> Finding | None:
    """Return what says more of the same and came in the place of a finding."""
    rule = load().findings.get(name)
    return next((still[worse] for worse in rule.worse if worse in still), None) if rule else None


def _advice(old: Audit, new: Audit, pairs: Sequence[Pair]) -> Iterator[Outcome]:
    """Go by the slide and the action: a slide that is gone needs none any more.

    What was to be done with a slide that was judged and is unsure now is not known to be done.
    """
    partner = {pair.old: pair.new for pair in pairs}
    origin = {pair.new: pair.old for pair in pairs}
    asked, still = _asked(old), _asked(new)
    for (slide, action), item in asked.items():
        now = partner.get(slide)
        same = None if now is None else still.get((now, action))
        if now is not None and same is None and action is not Action.MOVE:
            open_now = fell_silent(new.verdict(now), old.verdict(slide))
            same = replace(item, slide=now) if open_now else None
        fate = Fate.RESOLVED if same is None else Fate.REMAINS
        yield _outcome(fate, same or item, (slide,), () if now is None else (now,))
    for (slide, action), item in still.items():
        was = origin.get(slide)
        if was is None or (was, action) not in asked:
            yield _outcome(Fate.NEW, item, () if was is None else (was,), (slide,))


def _asked(audit: Audit) -> dict[tuple[int, Action], Advice]:
    asked = (item for item in audit.advice if item.action is not Action.KEEP)
    return {(item.slide, item.action): item for item in asked}


def _outcome(fate: Fate, item: Advice, old: tuple[int, ...], new: tuple[int, ...]) -> Outcome:
    message = text(f"actions.{item.action}", slide=item.slide, to=item.to)
    return Outcome("advice", str(item.action), fate, message, old, new)
