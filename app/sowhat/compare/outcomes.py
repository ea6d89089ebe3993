"""What became of the findings and of the advice from one version to the next. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sowhat.model import Action, Advice, Audit, Fate, Outcome, Pair
from sowhat.texts import text


def outcomes(old: Audit, new: Audit, pairs: Sequence[Pair]) -> tuple[Outcome, ...]:
    """Return findings first, then advice; each by fate, then in the deck's order."""
    found = sorted(_findings(old, new), key=_rank)
    return (*found, *sorted(_advice(old, new, pairs), key=_rank))


def _rank(outcome: Outcome) -> int:
    return list(Fate).index(outcome.fate)


def _findings(old: Audit, new: Audit) -> Iterator[Outcome]:
    before = {finding.id: finding for finding in old.findings}
    after = {finding.id: finding for finding in new.findings}
    for name in dict.fromkeys((*after, *before)):
        was, now = before.get(name), after.get(name)
        fate = Fate.REMAINS if was and now else Fate.RESOLVED if was else Fate.NEW
        message = now.message if now else was.message if was else ""
        yield Outcome(
            "finding",
            name,
            fate,
            message,
            was.slides if was else (),
            now.slides if now else (),
        )


def _advice(old: Audit, new: Audit, pairs: Sequence[Pair]) -> Iterator[Outcome]:
    """Go by the slide and the action: a slide that is gone needs none any more."""
    partner = {pair.old: pair.new for pair in pairs}
    origin = {pair.new: pair.old for pair in pairs}
    asked, still = _asked(old), _asked(new)
    for (slide, action), item in asked.items():
        now = partner.get(slide)
        same = None if now is None else still.get((now, action))
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
