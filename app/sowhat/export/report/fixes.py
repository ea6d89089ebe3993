"""What to change first, and what it does to the vendor share. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sowhat import rules
from sowhat.measure import percent, vendor_share
from sowhat.model import Action, Audit, Finding, Stance
from sowhat.texts import text

MOST = 5
FEW = 3  # slides; of more, the effect of each is told, for nobody turns them all


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing to do: what is wrong, what to do, its effect (empty: none on the share), where."""

    message: str
    advice: str
    effect: str
    slides: tuple[int, ...]


def fixes(audit: Audit) -> tuple[Fix, ...]:
    """Return the first things to do: the deck's findings, then single slides."""
    found: list[Fix] = []
    for fix in (*_from_findings(audit), *_from_advice(audit)):
        if len(found) < MOST and fix.advice not in {other.advice for other in found}:
            found.append(fix)
    return tuple(found)


def _from_findings(audit: Audit) -> Iterator[Fix]:
    for finding in audit.findings:
        rule = rules.load().findings.get(finding.id)
        if rule is not None and finding.level != "check":
            effect = _effect(audit, finding)
            yield Fix(finding.message, rule.advice, effect, finding.slides)


def _from_advice(audit: Audit) -> Iterator[Fix]:
    for item in audit.advice:
        if item.action is Action.KEEP or not item.why:
            continue
        turned = () if item.action is Action.MOVE else (item.slide,)
        share = _share(audit, turned, cut=item.action is Action.CUT)
        message = text(f"actions.{item.action}", slide=item.slide, to=item.to)
        yield Fix(message, item.why, _change(audit, share), (item.slide,))


def _effect(audit: Audit, finding: Finding) -> str:
    counts = audit.measures
    total = counts.vendor + counts.customer + counts.mixed
    if len(finding.slides) > FEW and total and finding.level == "us":
        points = round(100 / total)
        return text("report.fixes.each", points=points) if points > 1 else ""
    share = _share(audit, finding.slides, cut=False)
    if share == audit.measures.vendor_share and finding.level == "gap":
        share = vendor_share(counts.vendor, counts.customer + 1, counts.mixed)
        return _change(audit, share, "report.fixes.with-a-slide")
    return _change(audit, share)


def _share(audit: Audit, turned: Iterable[int], *, cut: bool) -> float | None:
    """Return the share once the slides about the vendor are turned to the customer, or cut."""
    counts = audit.measures
    sides = {Stance.VENDOR: 0, Stance.MIXED: 0}
    for number in turned:
        verdict = audit.verdict(number)
        if not verdict.unsure and not audit.deck.slides[number - 1].hidden:
            sides[verdict.stance] = sides.get(verdict.stance, 0) + 1
    vendor, mixed = sides[Stance.VENDOR], sides[Stance.MIXED]
    gained = 0 if cut else vendor + mixed
    return vendor_share(counts.vendor - vendor, counts.customer + gained, counts.mixed - mixed)


def _change(audit: Audit, share: float | None, key: str = "report.fixes.share") -> str:
    before = audit.measures.vendor_share
    if before is None or share is None or percent(share) == percent(before):
        return ""
    return text(key, before=percent(before), after=percent(share))
